package dates

// Days, months, years and weekdays.

// calendarDay returns the day that a frame spells out in full.
func (f *frame) calendarDay() (point, bool) {
	d := f.day
	if d == 0 {
		d = f.ord
	}
	if f.month < 1 || f.month > 12 || d < 1 || d > daysIn(leapYear(f.year), f.month) {
		return point{}, false
	}
	return point{gran: uDay, year: f.year, month: f.month, day: d}, true
}

// leapYear stands in for a year that is not known.
func leapYear(y int) int {
	if y == unknownYear || y == 0 {
		return 2000
	}
	return y
}

// date resolves month and day, with or without a year. Without one it is the
// year that brings the day nearest to the publication date.
func (p *parser) date(f *frame) (point, bool) {
	pt, ok := f.calendarDay()
	if !ok {
		return pt, false
	}
	if pt.year != 0 {
		return pt, true
	}
	pt.year = unknownYear
	if !p.hasNow {
		return pt, true
	}
	now := dayPoint(p.now)
	if f.unit == uYear && f.dir != 0 {
		pt.year = now.year + dirStep(f.dir)
		return pt, true
	}
	if f.dir != 0 && f.weekday == 0 {
		pt.year = now.year
		if n, _ := pt.first(); f.dir == dirLast && n >= p.now {
			pt.year--
		} else if f.dir == dirNext && n <= p.now {
			pt.year++
		}
		return pt, true
	}
	if pt.month == 9 && pt.day == 11 && p.attacksFollow(f.last) && p.now >= dayNumber(2001, 9, 11) {
		pt.year = 2001
		return pt, true
	}
	if y := p.yearOfNeighbour(f); y != 0 {
		pt.year = y
		return pt, true
	}
	if y := p.narrativeYear(f, pt.month, pt.day); y != 0 {
		pt.year = y
		return pt, true
	}
	if f.weekday != 0 {
		if y := weekdayYear(now.year, pt.month, pt.day, f.weekday); y != 0 {
			pt.year = y
			return pt, true
		}
	}
	switch {
	case p.isWord(f.first-1, "ended"):
		// fiscal periods that are over
		pt.year = now.year
		if n, _ := pt.first(); n > p.now {
			pt.year--
		}
	case p.isWord(f.first-1, "effective"):
		pt.year = now.year
		if n, _ := pt.first(); n < p.now {
			pt.year++
		}
	default:
		pt.year = nearestYear(p.now, now.year, pt.month, pt.day)
		// Plans for a day more than a season ahead are rare and say so.
		if n, _ := pt.first(); n > p.now+farAhead && !p.future(f) {
			pt.year--
		}
	}
	return pt, true
}

// weekdayYear returns the year, this one or a neighbour, in which a month and
// day fall on a weekday, and 0 where there is none.
func weekdayYear(year, month, day, weekday int) int {
	for _, y := range [...]int{year, year - 1, year + 1} {
		if day <= daysIn(y, month) && weekdayOf(dayNumber(y, month, day)) == weekday {
			return y
		}
	}
	return 0
}

// farAhead is how many days ahead a month and day may lie without a word that
// looks ahead.
const farAhead = 90

// nearestYear returns the year that puts a month and day nearest to a day.
func nearestYear(now, year, month, day int) int {
	best, dist := year, 1<<30
	for y := year - 1; y <= year+1; y++ {
		if day > daysIn(y, month) {
			continue
		}
		d := dayNumber(y, month, day) - now
		if d < 0 {
			d = -d
		}
		if d < dist {
			best, dist = y, d
		}
	}
	return best
}

// dirStep returns how many units a direction steps from the present one.
func dirStep(dir int) int {
	switch dir {
	case dirLast, dirPrev:
		return -1
	case dirNext, dirFoll:
		return 1
	}
	return 0
}

func (p *parser) slashDate(f *frame) (point, bool) {
	m, d := f.slash[0], f.slash[1]
	if f.abbr {
		if m == 9 && d == 11 { // the attacks of 2001
			return point{gran: uDay, year: 2001, month: 9, day: 11}, true
		}
		return point{}, false // 3/4: a fraction or a score as well
	}
	if !f.iso && (m > 12 || p.cfg.dayFirst && d <= 12) {
		m, d = d, m
	}
	f.year, f.month, f.day = f.slash[2], m, d
	return f.calendarDay()
}

// attacksFollow reports whether "Sept. 11" stands before a word for the attacks
// of that day in 2001.
func (p *parser) attacksFollow(i int) bool {
	for k := i; k < i+4; k++ {
		for _, w := range [...]string{"attack", "attacks", "hijackers", "hijackings", "terrorist", "commission"} {
			if p.isWord(k, w) {
				return true
			}
		}
	}
	return false
}

// firstDay resolves the first day of a range or list that ends in a month.
func (p *parser) firstDay(f *frame) (point, bool) {
	d := int(p.s.buf[f.first].n)
	pt, ok := p.date(f)
	if !ok || d < 1 || d > daysIn(leapYear(pt.year), pt.month) {
		return pt, false
	}
	pt.day = d
	f.last = f.first + 1
	return pt, true
}

// weekdayOf resolves "Tuesday the 19th": the nearest such day.
func (p *parser) weekdayOf(f *frame) (point, bool) {
	if !p.hasNow {
		return point{gran: uDay, year: unknownYear, day: f.ord}, true
	}
	best, dist := 0, 1<<30
	now := dayPoint(p.now)
	for m := -12; m <= 12; m++ {
		y, mo := now.year, now.month+m
		n := dayNumber(y, mo, f.ord)
		if f.ord <= daysIn(y, mo) && weekdayOf(n) == f.weekday && abs(n-p.now) < dist {
			best, dist = n, abs(n-p.now)
		}
	}
	if dist == 1<<30 {
		return point{}, false
	}
	return dayPoint(best), true
}

// nthOf resolves the first Tuesday, the last week and the last day of a month.
func (p *parser) nthOf(f *frame) (point, bool) {
	n := f.ord
	if n == 0 {
		n = -1
	}
	if n > 5 {
		return point{}, false
	}
	f.day, f.ord = 0, 0
	dir := f.dir
	f.dir = 0
	m, ok := p.month(f)
	f.dir = dir
	if !ok || m.year == unknownYear {
		return point{gran: uDay, year: unknownYear, month: f.month}, ok
	}
	first, end, _ := m.span()
	switch {
	case f.op == opNthDay && n < 0:
		return dayPoint(end - 1), true
	case f.op == opNthDay:
		return dayPoint(first), true
	case f.op == opNthWeekday && n < 0:
		return dayPoint(end - 1 - floorMod(weekdayOf(end-1)-f.weekday, 7)), true
	case f.op == opNthWeekday:
		d := first + floorMod(f.weekday-weekdayOf(first), 7) + 7*(n-1)
		return dayPoint(d), d < end
	}
	// The week that has the Thursday of the first, as ISO counts weeks.
	d := first + floorMod(4-weekdayOf(first), 7) + 7*(n-1)
	if n < 0 {
		d = end - 1 - floorMod(weekdayOf(end-1)-4, 7)
	}
	if f.unit == uWeekend {
		return weekPoint(d, uWeekend), d < end
	}
	return weekPoint(d, uWeek), d < end
}

// dayOfMonth resolves "the 26th": the nearest month that has the day and fits
// the tense.
func (p *parser) dayOfMonth(f *frame) (point, bool) {
	if f.ord < 1 || f.ord > 31 {
		return point{}, false
	}
	if !p.hasNow {
		return point{gran: uDay, year: unknownYear, day: f.ord}, true
	}
	t := p.today()
	base := t
	if f.unit == uMonth {
		base = p.shifted(point{gran: uMonth, year: t.year, month: t.month}, uMonth, dirStep(f.dir))
	} else if p.lastDay.gran == uDay && p.lastDay.dayKnown() {
		base = p.lastDay
	}
	if f.ord > daysIn(base.year, base.month) {
		return point{}, false
	}
	return point{gran: uDay, year: base.year, month: base.month, day: f.ord}, true
}

// month resolves a month with or without a year.
func (p *parser) month(f *frame) (point, bool) {
	pt := point{gran: uMonth, year: f.year, month: f.month, bc: f.era == 1}
	if f.year != 0 {
		return pt, true
	}
	pt.year = unknownYear
	if !p.hasNow {
		return pt, true
	}
	now := dayPoint(p.now)
	switch {
	case f.unit == uYear && (f.dir == dirPrev || f.dir == dirFoll):
		pt.year = p.thenYear() + dirStep(f.dir)
	case f.dir == dirPrev || f.dir == dirFoll:
		then := p.then0()
		pt.year = then.year
		if f.dir == dirPrev && then.month <= f.month {
			pt.year--
		} else if f.dir == dirFoll && then.month >= f.month {
			pt.year++
		}
	case f.unit == uYear:
		pt.year = now.year + dirStep(f.dir)
	case f.dir == dirLast:
		// In March, "last February" is not last month but last year's.
		pt.year = now.year
		if f.month >= now.month-1 {
			pt.year--
		}
	case f.dir == dirNext:
		pt.year = now.year
		if f.month <= now.month {
			pt.year++
		}
	case f.dir == dirThis:
		pt.year = now.year
	case p.everyYear(f):
	default:
		if y := p.yearOfNeighbour(f); y != 0 {
			pt.year = y
			break
		}
		if y := p.narrativeYear(f, f.month, 0); y != 0 {
			pt.year = y
			break
		}
		pt.year = now.year
		if p.future(f) {
			if f.month < now.month {
				pt.year++
			}
		} else if f.month > now.month {
			pt.year--
		}
	}
	return pt, true
}

// everyYear reports whether a month recurs: "each year between June and
// September".
func (p *parser) everyYear(f *frame) bool {
	if p.prevEnd == 0 || f.first-p.prevEnd > 1 {
		return false
	}
	return p.prevYearly && p.at(f.first-1).cls&cPrep != 0
}

func (p *parser) yearPoint(f *frame) (point, bool) {
	if f.year <= 0 {
		return point{}, false
	}
	return point{gran: uYear, year: f.year, bc: f.era == 1}, true
}

// weekday resolves a weekday: the most recent one with the day of publication
// included, unless the sentence looks ahead.
func (p *parser) weekday(f *frame) (point, bool) {
	if !p.hasNow {
		return point{gran: uDay, year: unknownYear, wday: f.weekday}, true
	}
	today := weekdayOf(p.now)
	monday := p.now - today + 1
	back := floorMod(today-f.weekday, 7) // days since the most recent one
	n := p.now - back
	if day, list, ok := p.rangeStart(f); ok {
		end := day + 1 + floorMod(f.weekday-weekdayOf(day+1), 7)
		if !list || day > p.now {
			return dayPoint(end), true
		}
	}
	switch {
	case f.op == opWeekAgo:
		n += 7
	case f.unit == uWeek:
		n = monday + f.weekday - 1 + 7*dirStep(f.dir)
	case f.dir == dirLast || f.dir == dirPrev:
		if back == 0 {
			n -= 7
		}
	case f.dir == dirNext || f.dir == dirFoll:
		n += 7
	case f.dir == dirThis && p.isWord(f.last-2, "past"):
	case f.dir == dirThis && p.tense(f) >= 0:
		n = p.now + floorMod(f.weekday-today, 7)
	case f.dir == dirThis:
	case p.future(f) && back > 0:
		n += 7
	}
	return dayPoint(n), true
}

// rangeStart returns the day before in "Friday to Sunday" and "next Thursday
// and Saturday". list is true for those that are joined by "and" or "or".
func (p *parser) rangeStart(f *frame) (day int, list, ok bool) {
	i := f.first - 1
	if f.dir != 0 || p.prevEnd == 0 || p.prevEnd != i || p.prevPoint.gran != uDay || !p.prevPoint.dayKnown() || !p.prevWeekday {
		return 0, false, false
	}
	list = p.isWord(i, "and") || p.isWord(i, "or")
	if !list && p.s.buf[i].cls&(cHyphen|cDash) == 0 && !p.isWord(i, "to") && !p.isWord(i, "through") && !p.isWord(i, "until") {
		return 0, false, false
	}
	day, ok = p.prevPoint.first()
	return day, list, ok
}

func (p *parser) deictic(f *frame) (point, bool) {
	t := p.today()
	switch f.deictic {
	case deicticYesterday:
		t = p.shifted(t, uDay, -1)
	case deicticTomorrow:
		t = p.shifted(t, uDay, 1)
	}
	return t, true
}
