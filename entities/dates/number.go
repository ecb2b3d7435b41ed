package dates

// A number is the value of a number phrase.
type number struct {
	n     int  // whole part
	cent  int  // hundredths
	vague bool // several, a few: no value
}

// Words that count without a number. Those with n > 0 have one after all.
var vagueNumbers = []numbered{
	{"several", 0}, {"few", 0}, {"many", 0}, {"couple", 2}, {"dozens", 0}, {"hundreds", 0}, {"thousands", 0}, {"multiple numerous", 0},
}

// maxNumber bounds the tokens of a number phrase.
const maxNumber = 12

// number reads a number phrase at token i: 26, 1,200, 3.5, 2 1/2, two,
// twenty-five, one hundred and twenty, a hundred, two and a half, several, a
// few, a couple of. It returns end -1 where there is none. A bare article is
// no number.
func (p *parser) number(i int) (end int, v number) {
	if i >= p.s.n {
		return -1, v
	}
	t := &p.s.buf[i]
	switch {
	case t.cls&cDec != 0:
		return i + 1, number{n: int(t.n), cent: int(t.m)}
	case t.cls&cFrac != 0 && t.cls&cYear == 0:
		return i + 1, number{cent: 100 * int(t.n) / int(t.m)}
	case t.cls&cInt != 0:
		v.n = int(t.n)
		i++
		if i < p.s.n && p.s.buf[i].cls&(cFrac|cYear) == cFrac && v.n < 100 {
			v.cent = 100 * int(p.s.buf[i].n) / int(p.s.buf[i].m)
			return i + 1, v
		}
		if i < p.s.n && p.s.buf[i].cls&cNumWord != 0 {
			switch n := int(p.s.buf[i].n); n {
			case 100, 1000:
				return i + 1, number{n: v.n * n}
			case 10000: // a million years: the unit word says all
				return i + 1, number{n: min(v.n, 1000) * 1000000}
			}
		}
		return p.andHalf(i, v)
	case t.cls&cVague != 0:
		return p.vague(i, t)
	case t.cls&cA != 0:
		if i+1 < p.s.n {
			u := &p.s.buf[i+1]
			if u.cls&cVague != 0 {
				return p.vague(i+1, u)
			}
			if u.cls&cNumWord != 0 && (u.n >= 100 || u.n == 12) {
				return p.cardinal(i + 1)
			}
		}
		return -1, v
	case t.cls&cNumWord != 0:
		return p.cardinal(i)
	}
	return -1, v
}

// yearInWords reads a spoken year: nineteen ninety-six, two thousand eight,
// twenty sixteen. It returns 0 where the words are none.
func (p *parser) yearInWords(i, end int) int {
	var n []int
	for ; i < end; i++ {
		if t := &p.s.buf[i]; t.cls&cNumWord != 0 {
			n = append(n, int(t.n))
		}
	}
	rest := func(k int) int {
		switch {
		case k == len(n):
			return 0
		case k+1 == len(n) && n[k] >= 10 && n[k] < 100:
			return n[k]
		case k+2 == len(n) && n[k] >= 20 && n[k] < 100 && n[k+1] < 10:
			return n[k] + n[k+1]
		}
		return -1
	}
	switch {
	case len(n) >= 2 && n[0] == 2 && n[1] == 1000:
		if len(n) == 2 {
			return 2000
		}
		if len(n) == 3 && n[2] > 0 && n[2] < 20 {
			return 2000 + n[2]
		}
	case len(n) >= 2 && (n[0] == 18 || n[0] == 19 || n[0] == 20):
		if n[1] == 100 && len(n) == 2 {
			return n[0] * 100
		}
		if r := rest(1); r > 0 {
			return n[0]*100 + r
		}
	}
	return 0
}

// vague reads several, few, a couple of, dozens of.
func (p *parser) vague(i int, t *token) (int, number) {
	v := number{n: int(t.n), vague: t.n == 0}
	i++
	if i < p.s.n && v.vague && p.s.buf[i].cls&cNumWord != 0 && p.s.buf[i].n >= 100 {
		i++ // several hundred
	}
	if i+1 < p.s.n && p.s.buf[i].word == p.g.of && p.s.buf[i+1].cls&(cUnit|cPlural) != 0 && p.s.buf[i+1].cls&cUnit != 0 {
		i++
	}
	return i, v
}

// cardinal reads a number in words.
func (p *parser) cardinal(i int) (int, number) {
	var total, part int
	end := i
	for k := 0; k < maxNumber && i < p.s.n; k++ {
		t := &p.s.buf[i]
		switch {
		case t.cls&cNumWord != 0:
			n := int(t.n)
			switch {
			case n == 10000:
				total, part = total+max(part, 1)*1000000, 0
			case n == 1000:
				total, part = total+max(part, 1)*1000, 0
			case n == 100:
				part = max(part, 1) * 100
			case n == 12 && part > 0 && p.isDozen(t):
				part *= 12
			case part%100 == 0 || part%10 == 0 && n < 10:
				part += n
			default:
				return p.andHalf(end, number{n: total + part})
			}
			i++
			end = i
			if total > 1000000000 {
				return end, number{n: total}
			}
		case t.cls&cHyphen != 0 && end > 0 && p.s.buf[end-1].cls&cNumWord != 0 && p.s.buf[end-1].n >= 20 && p.s.buf[end-1].n < 100 && i+1 < p.s.n && p.s.buf[i+1].cls&cNumWord != 0 && p.s.buf[i+1].n < 10:
			i++
		case t.word == p.g.and && part >= 100 && i+1 < p.s.n && p.s.buf[i+1].cls&cNumWord != 0 && p.s.buf[i+1].n < 100:
			i++
		default:
			return p.andHalf(end, number{n: total + part})
		}
	}
	return p.andHalf(end, number{n: total + part})
}

func (p *parser) isDozen(t *token) bool {
	return t.end-t.start == len("dozen") && p.s.text[t.start]|0x20 == 'd'
}

// andHalf reads "and a half" or "and one-half" behind a number.
func (p *parser) andHalf(i int, v number) (int, number) {
	b := p.s.buf[:p.s.n]
	if i+6 < len(b) && b[i].cls&cHyphen != 0 && b[i+1].word == p.g.and && b[i+2].cls&cHyphen != 0 && b[i+3].cls&cA != 0 && b[i+4].cls&cHyphen != 0 && b[i+5].unit == uHalf {
		v.cent = 50 // two-and-a-half
		return i + 6, v
	}
	if i+2 < len(b) && b[i].word == p.g.and && b[i+1].cls&cA != 0 && b[i+2].cls&cUnit != 0 && b[i+2].unit == uHalf {
		v.cent = 50
		return i + 3, v
	}
	if i+3 < len(b) && b[i].word == p.g.and && b[i+1].cls&cNumWord != 0 && b[i+1].n == 1 && b[i+2].cls&cHyphen != 0 && b[i+3].unit == uHalf {
		v.cent = 50
		return i + 4, v
	}
	return i, v
}
