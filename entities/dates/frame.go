package dates

// A frame holds what the elements of a pattern matched. The zero value of a
// field means that the pattern had none.
type frame struct {
	op  op
	arg int

	first, last int // tokens of the match: [first, last)

	year, month, day int
	weekday          int
	ord              int
	num              number
	hasNum           bool
	article          bool // the number is "a"
	num2             number
	unit, unit2      int8
	plural           bool // of the unit
	recurs           bool // Tuesdays, mornings
	season, part     int
	dir              int
	deictic          int
	freqUnit, times  int
	decade           int
	era              int
	hour, min, sec   int // with hasClock
	hasClock         bool
	ampm             int // 1 a.m., 2 p.m.
	zone, offset     int // index into zones plus one, minutes added to it
	phase            int // modStart, modMid, modEnd
	about            string
	code             byte // q or h of Q3 or H1
	iso              bool
	slash            [3]int
	abbr             bool // the only month or weekday is abbreviated without a dot
}

// fill reads the frame of a match of elems that begins at token i.
func (p *parser) fill(f *frame, elems []elem, t *trace, i int) {
	for k := range elems {
		if t[k] < 0 || elems[k].kind >= ahead {
			continue
		}
		j := int(t[k])
		switch elems[k].kind {
		case num:
			if end, v := p.number(i); end == j {
				f.addNumber(v)
			} else {
				p.token(f, &elems[k], &p.s.buf[i])
			}
		case sub:
			end, ph := p.phrase(elems[k].sub, i)
			if end < 0 {
				break
			}
			var inner trace
			p.seq(ph.elems, 0, i, &inner)
			name := p.g.names[elems[k].sub]
			if ph.mod != "" {
				switch name {
				case "ABOUT":
					f.about = ph.mod
				default:
					for m, s := range modName {
						if s == ph.mod {
							f.phase = m
						}
					}
				}
			}
			if name == "YEARWORDS" {
				f.year = p.yearInWords(i, end)
				break
			}
			p.fill(f, ph.elems, &inner, i)
		default:
			p.token(f, &elems[k], &p.s.buf[i])
		}
		i = j
	}
}

func (f *frame) addNumber(v number) {
	if !f.hasNum || f.article {
		f.num, f.hasNum, f.article = v, true, false
	} else {
		f.num2 = v
	}
}

// token adds one token to the frame, by the class that the pattern asked for.
func (p *parser) token(f *frame, e *elem, t *token) {
	n := int(t.n)
	cls := t.cls & e.cls
	if cls == 0 {
		// A literal word. Its class tells what it stands for.
		cls = t.cls
	}
	switch {
	case cls&cISO != 0 && t.cls&cSlash != 0:
		f.month, f.day, f.year, f.iso = n, int(t.m), int(t.s), true
	case cls&cISO != 0:
		f.year, f.month, f.day, f.iso = n, int(t.m), int(t.s), true
	case cls&cSlash != 0:
		f.slash = [3]int{n, int(t.m), int(t.s)}
		f.iso = t.cls&cISO != 0
		f.abbr = t.cls&cAbbr != 0
	case cls&(cMonth|cMonthName) != 0:
		f.month = n
		f.abbr = t.cls&cAbbr != 0
	case cls&(cWeekday|cWeekdayName) != 0:
		f.weekday = n
		f.recurs = f.recurs || t.cls&cPlural != 0
		f.abbr = t.cls&cAbbr != 0
	case cls&cYear != 0:
		f.year = n
	case cls&cDay != 0:
		f.day = n
	case cls&cDecade != 0:
		f.decade = n
		f.abbr = t.cls&cAbbr != 0
	case cls&cClock != 0:
		f.hour, f.min, f.sec, f.hasClock = n, int(t.m), int(t.s), true
	case cls&cHHMM != 0:
		f.hour, f.min, f.sec, f.hasClock = n/100, n%100, -1, true
	case cls&cHour != 0:
		f.hour, f.min, f.sec, f.hasClock = n, -1, -1, true
	case cls&cOrd != 0:
		f.ord = n
	case cls&cNumWord != 0:
		f.hour, f.min, f.sec, f.hasClock = n, -1, -1, true
	case cls&cAmPm != 0:
		f.ampm = n + 1
	case cls&cZone != 0:
		f.zone, f.offset = n+1, int(t.m)
	case cls&cUnit != 0:
		if f.unit == 0 {
			f.unit = t.unit
			f.plural = t.cls&cPlural != 0
		} else {
			f.unit2 = t.unit
		}
	case cls&cSeason != 0:
		f.season = n
	case cls&cPart != 0:
		f.part = n
		f.recurs = f.recurs || t.cls&cPlural != 0
	case cls&cEarly != 0:
		f.phase = n
	case cls&cDir != 0:
		if f.dir == 0 || n != dirLast {
			f.dir = n
		}
	case cls&cDeictic != 0:
		f.deictic = n
	case cls&cFreq != 0:
		f.freqUnit = n
	case cls&cTimes != 0:
		f.times = n
	case cls&cCode != 0:
		f.ord = n
		f.code = byte(t.m)
	case cls&cEra != 0:
		f.era = n
	case cls&cA != 0:
		if !f.hasNum {
			f.num, f.hasNum, f.article = number{n: 1}, true, true
		}
	case cls&cInt != 0:
		f.year = n
	}
}
