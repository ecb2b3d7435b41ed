package dates

// unitLetter is the letter of a unit in an ISO 8601 duration.
var unitLetter = [...]byte{uSecond: 'S', uMinute: 'M', uHour: 'H', uDay: 'D', uWeekend: 'D', uWeek: 'W', uFortnight: 'W', uMonth: 'M', uQuarter: 'Q', uYear: 'Y', uDecade: 'Y', uCentury: 'Y', uMillennium: 'Y'}

// unitFactor is how many of the letter's unit one unit is.
var unitFactor = [...]int{uSecond: 1, uMinute: 1, uHour: 1, uDay: 1, uWeekend: 2, uWeek: 1, uFortnight: 2, uMonth: 1, uQuarter: 1, uYear: 1, uDecade: 10, uCentury: 100, uMillennium: 1000}

// Finer units for the fraction of one, and how many of them make it up.
var finer = [...]struct {
	unit int8
	n    int
}{uMinute: {uSecond, 60}, uHour: {uMinute, 60}, uDay: {uHour, 24}, uWeek: {uDay, 7}, uYear: {uMonth, 12}, uDecade: {uYear, 10}, uCentury: {uYear, 100}, uMillennium: {uYear, 1000}}

// period returns the ISO 8601 duration of a number of units. An unknown number
// is written X.
func period(v number, unit int8) string {
	var buf [32]byte
	b := append(buf[:0], 'P')
	if unit < uPart {
		b = append(b, 'T')
	}
	letter := unitLetter[unit]
	switch {
	case v.vague && unit == uDecade:
		return "PXY"
	case v.vague && (unit == uCentury || unit == uMillennium):
		return "PXY"
	case v.vague:
		b = append(b, 'X', letter)
		return string(b)
	case v.cent != 0 && int(unit) < len(finer) && finer[unit].n > 0:
		f := finer[unit]
		rest := (v.cent*f.n + 50) / 100
		if unitFactor[unit] > 1 {
			b = pad(b, v.n*unitFactor[unit]+rest, 1)
			return string(append(b, letter))
		}
		if v.n > 0 {
			b = pad(b, v.n, 1)
			b = append(b, letter)
		}
		if unit >= uPart && f.unit < uPart {
			b = append(b, 'T')
		}
		b = pad(b, rest, 1)
		return string(append(b, unitLetter[f.unit]))
	}
	b = pad(b, v.n*unitFactor[unit], 1)
	if v.cent != 0 {
		b = append(b, '.')
		b = pad(b, v.cent, 2)
	}
	return string(append(b, letter))
}

// duration resolves a length of time.
func (p *parser) duration(f *frame, v Value) (Value, point, bool) {
	v.Type = Duration
	v.Mod = f.about
	if f.unit == uHalf || f.unit == uQuarter && f.arg < 0 { // half an hour
		f.unit, f.unit2 = f.unit2, 0
	}
	if f.unit2 == uHalf { // a year and a half
		f.unit2 = 0
	}
	if f.unit == 0 || f.unit == uHalf {
		return v, point{}, false
	}
	if f.op == opVagueUnits {
		if !f.plural {
			return v, point{}, false
		}
		f.num = number{vague: true}
	}
	n := f.num
	if !f.hasNum && f.op != opVagueUnits {
		n = number{n: 1}
		if f.plural {
			n.vague = true
		}
	}
	switch {
	case f.arg == 50:
		n = number{n: 1, cent: 50}
	case f.arg < 0: // half an hour, a quarter century
		n = number{cent: -f.arg}
	}
	v.Value = period(n, f.unit)
	if f.unit2 != 0 && !n.vague && !f.num2.vague && f.unit2 < f.unit {
		second := period(f.num2, f.unit2)
		if f.unit < uPart {
			second = second[2:]
		} else {
			second = second[1:]
		}
		v.Value += second
	}
	v.Granularity = granularityName[f.unit]
	if f.article && !f.plural && f.about == "" && f.arg == 0 && p.isRate(f) {
		v.Type = Set
	}
	return v, point{}, true
}

// isRate reports whether "a year" says how often: $3 a year, four flights a week.
func (p *parser) isRate(f *frame) bool {
	b := p.s.buf[:p.s.n]
	i := f.first - 1
	if i < 0 {
		return false
	}
	amount := func(t *token) bool { return t.cls&(cInt|cDec|cNumWord|cYear) != 0 }
	if amount(&b[i]) || b[i].cls&cUnit != 0 && b[i].cls&cPlural != 0 {
		return true
	}
	if b[i].cls&cCounted == 0 && (b[i].cls&(cLetter|cCap) != cLetter || b[i].word != 0 || p.s.text[b[i].end-1] != 's') {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if amount(&b[k]) || b[k].cls&cVague != 0 {
			return true
		}
	}
	return false
}

// shift resolves two years ago and a week earlier.
func (p *parser) shift(f *frame, v Value) (Value, point, bool) {
	v.Mod = f.about
	if f.unit == 0 {
		return v, point{}, false
	}
	if f.arg == -2 { // the same month a year ago: the second unit counts
		f.arg = -1
		if f.unit2 != 0 {
			f.unit = f.unit2
		}
	}
	n := f.num
	if !f.hasNum {
		n.n = 1
	}
	base := p.today()
	then := f.op == opShiftThen
	if then {
		base = p.thenFor(f.unit)
	}
	// Comparisons in reports of earnings: a year before the quarter reported.
	if f.unit == uYear && f.arg < 0 && p.comparesQuarters(f) {
		pt := p.latestQuarter()
		pt.year -= n.n
		p.finish(&v, &pt)
		return v, pt, true
	}
	if then && f.unit < uDay && !n.vague && n.cent == 0 && p.last.gran <= uHour && p.last.gran != uNone && p.last.dayKnown() {
		pt := p.later(p.last, f.unit, f.arg*n.n)
		v.Type = Time
		p.finish(&v, &pt)
		return v, pt, true
	}
	if then && f.unit == uWeek && base.gran == uDay && base.dayKnown() && !n.vague {
		f.unit, n.n, n.cent = uDay, 7*n.n, 0 // a week later than a day is a day
	}
	if n.vague || f.unit < uDay {
		if f.unit < uDay && !n.vague && !p.isWord(f.last-1, "ago") {
			v.Type = Duration
			v.Value = period(n, f.unit)
			return v, point{}, true
		}
		v.Value = refToward(f.arg)
		return v, point{}, true
	}
	unit, k := f.unit, n.n
	if unit == uDecade || unit == uCentury || unit == uMillennium {
		k = (100*n.n + n.cent) * unitFactor[unit] / 100
		n.cent = 0
		unit = uYear
	}
	if unit == uHalf {
		return v, point{}, false
	}
	if unit == uYear && k > 9999 {
		n.vague = true // 80 million years ago
	}
	if n.vague {
		v.Value = refToward(f.arg)
		return v, point{}, true
	}
	if n.cent != 0 && unit == uYear {
		k, unit = k*12+n.cent*12/100, uMonth
	}
	if then && f.unit == uYear && base.gran <= uMonth && base.gran != uNone && base.year != unknownYear {
		// "a year earlier" than a day or month is that day or month.
		base.year += f.arg * k
		if base.gran <= uDay {
			base.gran = uYear
		}
		p.finish(&v, &base)
		return v, base, true
	}
	pt := p.shifted(base, unit, f.arg*k)
	p.finish(&v, &pt)
	return v, pt, true
}

// refToward returns the value of a time that lies back, for a negative
// direction, or ahead and is known no better.
func refToward(direction int) string {
	if direction < 0 {
		return refValue[wordPast]
	}
	return refValue[wordFuture]
}

// later moves a clock time by a number of seconds, minutes or hours.
func (p *parser) later(pt point, unit int8, n int) point {
	const day = 24 * 60 * 60
	seconds := pt.hour*3600 + max(pt.min, 0)*60 + max(pt.sec, 0)
	n = max(min(n, 1<<20), -1<<20)
	switch unit {
	case uHour:
		n *= 3600
	case uMinute:
		n *= 60
	}
	if unit < pt.gran {
		pt.gran = unit
	}
	seconds += n
	start := dayNumber(pt.year, pt.month, pt.day) + floorDiv(seconds, day)
	pt.year, pt.month, pt.day = civil(start)
	seconds = floorMod(seconds, day)
	pt.hour, pt.min, pt.sec = seconds/3600, seconds/60%60, seconds%60
	return pt
}

// quarterReach is how many bytes back a quarter may have been named for a
// comparison to mean it.
const quarterReach = 700

// quarterNamed reports whether a quarter was named shortly before.
func (p *parser) quarterNamed(f *frame) bool {
	return p.lastQuart.gran == uQuarter && p.s.buf[f.first].start-p.quartPos < quarterReach
}

// comparesQuarters reports whether an expression like "a year earlier" compares
// with the quarter named shortly before. It does behind an amount or a word of
// comparison, at the head of a sentence, and where it is an adjective.
func (p *parser) comparesQuarters(f *frame) bool {
	if !p.quarterNamed(f) {
		return false
	}
	i := f.first - 1
	if p.at(i).cls&cComma != 0 {
		i--
	}
	t := p.at(i)
	return t.end == 0 || t.cls&(cInt|cDec|cNumWord|cStop|cCounted|cPrep|cOpen) != 0 || p.s.text[t.start] == '%' ||
		p.isWord(i, "share") || p.isWord(i, "cents") || p.isWord(i, "billion") || p.isWord(i, "quarter") || p.isWord(i, "the") || p.isWord(i, "period") ||
		p.at(f.last-2).cls&cHyphen != 0
}

// everyTime resolves a time of the day on a recurring weekday: 5 p.m. Tuesdays.
func (p *parser) everyTime(f *frame) (Value, point, bool) {
	day := point{gran: uDay, year: unknownYear, wday: f.weekday}
	f.weekday, f.month = 0, 0
	t, ok := p.clock(f)
	if !ok {
		return Value{}, point{}, false
	}
	day.gran, day.hour, day.min, day.sec, day.zoned, day.offset = t.gran, t.hour, t.min, t.sec, t.zoned, t.offset
	return Value{Type: Set, Value: day.value(), Quant: "EVERY"}, point{}, true
}

// set resolves recurring times.
func (p *parser) set(f *frame) (Value, point, bool) {
	v := Value{Type: Set}
	switch f.op {
	case opFreq:
		v.Value = period(number{n: 1}, int8(f.freqUnit))
	case opTimes:
		n := f.times
		if n == 0 {
			n = f.num.n
		}
		unit := int(f.unit)
		if unit == 0 {
			unit = f.freqUnit
		}
		if unit == 0 || unit == uHalf {
			return v, point{}, false
		}
		v.Value = period(number{n: 1}, int8(unit))
		v.Freq = string(pad(nil, n, 1)) + "X"
	case opRate:
		if f.unit == uHalf || f.unit == uSecond {
			return v, point{}, false
		}
		v.Value = period(number{n: 1}, f.unit)
	default:
		switch {
		case f.weekday != 0:
			pt := point{gran: uDay, year: unknownYear, wday: f.weekday}
			if f.part != 0 {
				if f.part > dusk {
					return v, point{}, false
				}
				pt.gran, pt.part = uPart, f.part
			}
			v.Value = pt.value()
		case f.month != 0:
			pt := point{gran: uMonth, year: unknownYear, month: f.month}
			v.Value = pt.value()
		case f.season != 0:
			pt := point{gran: uSeason, year: unknownYear, sub: f.season}
			v.Value = pt.value()
		case f.part != 0:
			if f.part > dusk {
				return v, point{}, false
			}
			pt := point{gran: uPart, year: unknownYear, part: f.part}
			v.Value = pt.value()
		case f.unit == 0 || f.unit == uHalf:
			return v, point{}, false
		default:
			n := number{n: 1}
			if f.hasNum {
				n = f.num
			}
			if f.arg > 0 {
				n.n = f.arg
			}
			v.Value = period(n, f.unit)
		}
		v.Quant = "EVERY"
		if p.isWord(f.first, "each") {
			v.Quant = "EACH"
		}
	}
	return v, point{}, true
}
