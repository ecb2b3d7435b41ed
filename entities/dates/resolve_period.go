package dates

// quarter resolves a quarter: that of the year given, else the last one that
// was over before the publication date, for that is the one companies report
// on.
func (p *parser) quarter(f *frame) (point, bool) {
	if f.ord < 1 || f.ord > 4 {
		return point{}, false
	}
	pt := point{gran: uQuarter, year: f.year, sub: f.ord}
	if f.code == 'h' {
		if f.year == 0 {
			return pt, false // H1 alone names many things
		}
		pt.gran = uHalf
	}
	if f.year != 0 {
		return pt, true
	}
	pt.year = unknownYear
	if !p.hasNow {
		return pt, true
	}
	now := dayPoint(p.now)
	switch {
	case f.dir != 0 || f.unit2 == uYear:
		pt.year = now.year + dirStep(f.dir)
	default:
		cur := (now.month-1)/3 + 1
		pt.year = now.year
		if pt.sub > cur && !p.future(f) && pt.sub-cur > 1 {
			pt.year--
		} else if pt.sub > cur && pt.sub == 4 && cur == 1 {
			pt.year--
		}
	}
	return pt, true
}

func (p *parser) half(f *frame) (point, bool) {
	if f.ord == 0 {
		f.ord = 2
	}
	if f.ord > 2 {
		return point{}, false
	}
	pt := point{gran: uHalf, year: f.year, sub: f.ord}
	if f.year != 0 {
		return pt, true
	}
	pt.year = unknownYear
	if !p.hasNow {
		return pt, true
	}
	pt.year, _, _ = civil(p.now)
	if f.unit2 == uYear {
		pt.year += dirStep(f.dir)
	}
	return pt, true
}

// season resolves a season by tense: the most recent one, the present one
// included, or the next.
func (p *parser) season(f *frame) (point, bool) {
	pt := point{gran: uSeason, year: f.year, sub: f.season}
	if f.year != 0 {
		return pt, true
	}
	pt.year = unknownYear
	if !p.hasNow {
		return pt, true
	}
	if f.dir == 0 {
		if y := p.narrativeYear(f, 3*f.season, 0); y != 0 {
			pt.year = y
			return pt, true
		}
	}
	now := dayPoint(p.now)
	pt.year = now.year
	// The winter of a year begins in December and ends in February; in January
	// it is the one that began the year before.
	if f.season == winter && now.month <= 2 {
		pt.year--
	}
	start, end, _ := pt.span()
	switch {
	case f.dir == dirLast:
		if end > p.now {
			pt.year--
		}
	case f.dir == dirNext:
		if start <= p.now {
			pt.year++
		}
	case f.dir == dirThis:
	case start > p.now && !p.future(f):
		pt.year--
	case end <= p.now && p.future(f):
		pt.year++
	}
	return pt, true
}

// seasonThen resolves "the following spring": the first after the time talked
// of, or the last before it.
func (p *parser) seasonThen(f *frame) (point, bool) {
	then := p.then0()
	start, ok := then.first()
	pt := point{gran: uSeason, year: then.year, sub: f.season}
	if !ok || then.bc {
		pt.year = unknownYear
		return pt, true
	}
	for {
		s, e, _ := pt.span()
		switch {
		case f.dir == dirPrev && e > start:
			pt.year--
		case f.dir != dirPrev && s <= start:
			pt.year++
		default:
			return pt, true
		}
	}
}

// unit resolves last week, this year, early next month.
func (p *parser) unit(f *frame, v Value) (Value, point, bool) {
	switch f.unit {
	case uSecond, uMinute, uHour, uHalf, uFortnight:
		return v, point{}, false
	case uDay:
		if f.dir == dirLast { // the last day of his term
			return v, point{}, false
		}
	}
	if f.plural {
		return v, point{}, false
	}
	t := p.today()
	if f.dir == 0 && p.history() {
		t = p.then0() // the end of the month
	}
	var pt point
	switch f.dir {
	case dirPrev, dirFoll, dirThen:
		pt = p.shifted(p.then0(), f.unit, dirStep(f.dir))
	default:
		pt = p.shifted(t, f.unit, dirStep(f.dir))
	}
	if f.unit == uDay && f.dir == dirThis {
		pt = t
	}
	if f.unit == uDay && f.dir == 0 && p.lastDay.gran != uNone {
		pt = point{gran: uDay, year: p.lastDay.year, month: p.lastDay.month, day: p.lastDay.day} // the end of the day
	}
	if f.unit == uWeekend && f.dir == 0 && p.hasNow {
		// "over the weekend" is the last one, unless it is one
		pt = weekPoint(p.now, uWeekend)
		if weekdayOf(p.now) < 5 && !p.future(f) {
			pt = weekPoint(p.now-7, uWeekend)
		}
	}
	p.finish(&v, &pt)
	return v, pt, true
}

// then0 is the time talked of, or else today.
func (p *parser) then0() point {
	if p.last.gran != uNone {
		return p.last
	}
	return p.today()
}

// unitThe resolves "the quarter", "the year", "the day".
func (p *parser) unitThe(f *frame, v Value) (Value, point, bool) {
	if f.plural {
		return v, point{}, false
	}
	if p.isWord(f.last-1, "ended") || p.isWord(f.last-1, "ending") {
		f.last--
		if f.unit == uQuarter {
			if m, ok := p.endMonth(f.last + 1); ok {
				pt := p.shifted(m, uQuarter, 0)
				p.finish(&v, &pt)
				return v, pt, true
			}
		} else if f.unit >= uWeek {
			return p.duration(f, v)
		}
	}
	switch f.unit {
	case uQuarter:
		pt := p.latestQuarter()
		p.finish(&v, &pt)
		return v, pt, true
	case uYear, uMonth, uWeek, uWeekend:
		pt := p.today()
		if p.history() {
			pt = p.then0()
		}
		pt = p.shifted(pt, f.unit, 0)
		p.finish(&v, &pt)
		return v, pt, true
	case uDay:
		pt := p.today()
		if p.lastDay.gran != uNone {
			pt = p.lastDay
			pt.gran = uDay
		}
		p.finish(&v, &pt)
		return v, pt, true
	}
	return v, point{}, false
}

// latestQuarter is the quarter talked of, else the last one that is over.
func (p *parser) latestQuarter() point {
	if q := p.lastQuart; q.gran != uNone {
		if start, ok := q.first(); !ok || !p.hasNow || start < p.now {
			return q
		}
	}
	return p.shifted(p.today(), uQuarter, -1)
}

// latest resolves "the latest quarter" and "the 1988 quarter".
func (p *parser) latest(f *frame, v Value) (Value, point, bool) {
	var pt point
	switch {
	case f.unit == uQuarter || f.unit == 0:
		pt = p.latestQuarter()
		if f.unit == 0 && !p.quarterNamed(f) && f.year != 0 {
			pt = point{gran: uYear, year: f.year}
		}
		if f.year != 0 {
			pt.year = f.year
		}
	case f.unit >= uDay && !f.plural:
		pt = p.shifted(p.today(), f.unit, 0)
	default:
		return v, pt, false
	}
	p.finish(&v, &pt)
	return v, pt, true
}

// endMonth returns the month that the date at token i names, in the year that
// makes it most recent.
func (p *parser) endMonth(i int) (point, bool) {
	if i >= p.s.n || p.s.buf[i].cls&cMonth == 0 || !p.hasNow {
		return point{}, false
	}
	now := dayPoint(p.now)
	pt := point{gran: uMonth, year: now.year, month: int(p.s.buf[i].n)}
	if pt.month > now.month {
		pt.year--
	}
	return pt, true
}

// weekOf resolves the week of March 6 and Easter week.
func (p *parser) weekOf(f *frame) (point, bool) {
	if f.month != 0 {
		pt, ok := p.date(f)
		if !ok {
			return pt, false
		}
		if f.unit == uWeekend {
			return p.shifted(pt, uWeekend, 0), true
		}
		return p.shifted(pt, uWeek, 0), true
	}
	if !p.hasNow {
		return point{gran: uWeek, year: unknownYear}, true
	}
	y, _, _ := civil(p.now)
	n := dayNumber(y, 12, 25)
	if p.isWord(f.first, "easter") {
		n = easterSunday(y) - 7
	}
	return weekPoint(n, uWeek), true
}

// then resolves that day, the following week, the day before.
func (p *parser) then(f *frame) (point, bool) {
	if f.plural || f.unit < uDay || f.unit == uHalf {
		return point{}, false
	}
	n := 0
	switch f.arg {
	case 1:
		n = dirStep(f.dir)
		if f.dir == dirNext {
			n = 1
		}
	case 2:
		n = -1
		if p.isWord(f.last-1, "after") {
			n = 1
		}
	}
	if base := p.then0(); n == 0 && base.gran > f.unit && f.unit != uWeekend {
		// "that day" of October 1998: 1998-10-XX
		pt := point{gran: f.unit, year: base.year}
		if base.gran == uMonth && f.unit == uDay {
			pt.month = base.month
		}
		return pt, true
	}
	pt := p.shifted(p.thenFor(f.unit), f.unit, n)
	if f.arg == 0 && f.unit >= uMonth && p.isWord(f.first, "that") && p.dated.gran != uNone && pt == p.shifted(p.today(), f.unit, 0) {
		// The present month would be "this month".
		pt = p.shifted(p.dated, f.unit, 0)
	}
	return pt, true
}

// thenFor returns the time talked of that an expression of a unit counts from.
// "Three days later" after a year counts from a day told of before, or from one
// that is not known.
func (p *parser) thenFor(unit int8) point {
	pt := p.then0()
	if pt.gran <= unit || unit >= uMonth && pt.gran < uYear {
		return pt
	}
	if p.lastDay.gran != uNone && unit <= uWeek {
		return p.lastDay
	}
	return point{gran: unit, year: unknownYear}
}

// sameLastYear resolves "the same period last year".
func (p *parser) sameLastYear(f *frame) (point, bool) {
	pt := p.then0()
	switch {
	case f.unit == uQuarter || f.unit == 0 && p.quarterNamed(f):
		pt = p.latestQuarter()
	case f.unit == uMonth || f.unit == uWeek:
		pt = p.shifted(pt, f.unit, 0)
	}
	if pt.year == unknownYear {
		return pt, true
	}
	if f.year != 0 {
		pt.year = f.year
	} else {
		pt.year--
	}
	return pt, true
}
