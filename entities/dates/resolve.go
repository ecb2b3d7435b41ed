package dates

// An op says how a frame becomes a value.
type op uint8

const (
	opDate       op = iota + 1 // calendar day
	opSlash                    // 10/26/2016
	opFirstDay                 // the 3 of 3-5 July
	opWeekdayOf                // Tuesday the 19th
	opNthWeekday               // the first Tuesday of October
	opNthWeek                  // the first week of October
	opNthDay                   // the last day of October
	opDayOfMonth               // the 26th
	opMonth
	opMonthThen // May of that year
	opYear
	opDecade
	opCentury
	opFirstCentury // the 19th of the 19th and 20th centuries
	opWeekday
	opWeekAgo   // a week from Monday
	opDayBeside // the day before Friday
	opWeekOf    // the week of March 6
	opTime
	opFirstTime // the 6 of 6 to 10 a.m.
	opPart      // a part of a day
	opTonight
	opQuarter
	opHalf
	opSeason
	opSeasonThen    // the following spring
	opMonthsQuarter // the July-September period
	opUnit          // last week, this year
	opWord          // a fixed value: PRESENT_REF
	opDeictic
	opDayNear // a number of days from now
	opYearEnd
	opShift          // two years ago
	opShiftThen      // two years earlier
	opShiftHalf      // half a century ago
	opSameLastYear   // the same month last year
	opYearAgoQuarter // the year-ago third quarter
	opThen           // that day, the following week
	opUnitThe        // the quarter
	opLatest         // the latest quarter, the 1988 quarter
	opDuration
	opVagueUnits // weeks
	opRange      // 5-10 years
	opEvery
	opFreq
	opTimes // twice a week
	opRate  // a year, as in $3 a year
	opHoliday
	opHolidayWeekend
)

// Arguments of opWord.
const (
	wordPresent = iota
	wordPast
	wordFuture
)

var refValue = [...]string{"PRESENT_REF", "PAST_REF", "FUTURE_REF"}

// resolve turns a frame into a value. pt is the point in time it stands for;
// its granularity is uNone where it stands for none. ok is false where the
// words are no temporal expression after all.
func (p *parser) resolve(f *frame) (v Value, pt point, ok bool) {
	if p.vetoed(f) {
		return v, pt, false
	}
	v.Type = Date
	if f.phase > 0 {
		v.Mod = modName[f.phase]
	}
	switch f.op {
	case opDate:
		pt, ok = p.date(f)
	case opSlash:
		pt, ok = p.slashDate(f)
	case opFirstDay:
		pt, ok = p.firstDay(f)
	case opWeekdayOf:
		pt, ok = p.weekdayOf(f)
	case opNthWeekday, opNthWeek, opNthDay:
		pt, ok = p.nthOf(f)
	case opDayOfMonth:
		pt, ok = p.dayOfMonth(f)
	case opMonth:
		if pt, ok = p.yearPoint(f); !ok || f.month != 0 {
			pt, ok = p.month(f)
		}
	case opMonthThen:
		f.year, f.unit = p.thenYear(), 0
		if f.day > 0 || f.ord > 0 {
			pt, ok = p.date(f)
		} else {
			pt, ok = p.month(f)
		}
	case opYear:
		pt, ok = p.yearPoint(f)
	case opDecade:
		pt, ok = point{gran: uDecade, year: f.decade}, true
		if f.arg > 0 {
			v.Mod = modName[f.arg]
		}
	case opCentury:
		pt, ok = point{gran: uCentury, year: f.ord - 1, bc: f.era == 1}, f.ord > 0 && f.ord < 31
		if pt.bc {
			pt.year = f.ord
		}
	case opFirstCentury:
		f.last = f.first + 1
		if p.isWord(f.first, "the") {
			f.last++
		}
		n := int(p.s.buf[f.last-1].n)
		pt, ok = point{gran: uCentury, year: n - 1}, n > 0 && n < 31
	case opWeekday, opWeekAgo:
		if f.recurs {
			f.op = opEvery
			return p.set(f)
		}
		pt, ok = p.weekday(f)
	case opDayBeside:
		n := 1
		if p.isWord(f.first+2, "before") {
			n = -1
		}
		if pt, ok = p.dayOf(f); ok {
			pt = p.shifted(pt, uDay, n)
		}
	case opWeekOf:
		pt, ok = p.weekOf(f)
	case opTime:
		v.Type = Time
		if f.recurs && f.weekday != 0 {
			return p.everyTime(f)
		}
		pt, ok = p.clock(f)
		v.Mod = f.about
	case opFirstTime:
		v.Type = Time
		t := &p.s.buf[f.first]
		f.last = f.first + 1
		f.hour, f.min, f.sec = int(t.n), -1, -1
		if t.cls&cClock != 0 {
			f.min = int(t.m)
		}
		pt, ok = p.clock(f)
	case opPart:
		v.Type = Time
		if p.isWord(f.first, "overnight") {
			if pt, ok = p.dayOf(f); ok && pt.dayKnown() && !p.future(f) {
				pt = p.shifted(pt, uDay, -1)
			}
			pt.gran, pt.part = uPart, night
			break
		}
		if f.recurs && f.weekday != 0 && f.month == 0 {
			f.op = opEvery
			return p.set(f)
		}
		pt, ok = p.partOfDay(f)
	case opTonight:
		v.Type = Time
		pt, ok = p.today(), true
		pt.gran, pt.part = uPart, night
	case opQuarter:
		pt, ok = p.quarter(f)
	case opHalf:
		pt, ok = p.half(f)
	case opSeason:
		pt, ok = p.season(f)
	case opSeasonThen:
		pt, ok = p.seasonThen(f)
	case opMonthsQuarter:
		first := int(p.s.buf[f.last-4].n)
		if first%3 == 1 && f.month == first+2 {
			f.ord = first/3 + 1
			pt, ok = p.quarter(f)
		}
	case opUnit:
		if f.arg > 0 {
			v.Mod = modName[f.arg]
		}
		return p.unit(f, v)
	case opWord:
		v.Value = refValue[f.arg]
		return v, pt, true
	case opDeictic:
		pt, ok = p.deictic(f)
	case opDayNear:
		pt, ok = p.shifted(p.today(), uDay, f.arg), true
	case opYearEnd:
		pt, ok = p.thisYear(), true
		v.Mod = "END"
	case opShiftHalf:
		f.unit = f.unit2
		f.num = number{cent: f.arg}
		f.op, f.arg = opShift, -1
		if !p.isWord(f.last-1, "ago") {
			f.op = opShiftThen
			if p.isWord(f.last-1, "later") {
				f.arg = 1
			}
		}
		return p.shift(f, v)
	case opShift, opShiftThen:
		return p.shift(f, v)
	case opSameLastYear:
		pt, ok = p.sameLastYear(f)
	case opYearAgoQuarter:
		if pt, ok = p.quarter(f); ok && pt.year != unknownYear {
			pt.year--
		}
	case opThen:
		if p.isWord(f.first+1, "next") && (f.unit >= uDecade || p.isWord(f.first-1, "over") || p.isWord(f.first-1, "within") || p.isWord(f.first-1, "during") || p.isWord(f.first-1, "for")) {
			return p.duration(f, v) // over the next year
		}
		pt, ok = p.then(f)
	case opUnitThe:
		return p.unitThe(f, v)
	case opLatest:
		return p.latest(f, v)
	case opRange:
		f.num, f.hasNum, f.op = number{n: int(p.s.buf[f.last-4].n)}, true, opDuration
		return p.duration(f, v)
	case opDuration, opVagueUnits:
		return p.duration(f, v)
	case opEvery, opFreq, opTimes, opRate:
		return p.set(f)
	case opHoliday:
		pt, ok = p.holidayPoint(f)
	case opHolidayWeekend:
		pt, ok = p.holidayWeekend(f)
	}
	if !ok {
		return v, pt, false
	}
	p.finish(&v, &pt)
	return v, pt, true
}

// finish writes the value of a point.
func (p *parser) finish(v *Value, pt *point) {
	v.Value = pt.value()
	v.Start, v.End = pt.interval()
	v.Granularity = granularityName[pt.gran]
}

// today returns the day of publication.
func (p *parser) today() point {
	if !p.hasNow {
		return point{gran: uDay, year: unknownYear}
	}
	return dayPoint(p.now)
}

func (p *parser) thisYear() point {
	t := p.today()
	return point{gran: uYear, year: t.year}
}

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

// shifted moves a point by n units and gives it their granularity.
func (p *parser) shifted(pt point, unit int8, n int) point {
	if pt.year == unknownYear {
		return point{gran: unit, year: unknownYear}
	}
	const far = 1 << 20
	n = max(min(n, far), -far)
	switch unit {
	case uDay, uWeek, uFortnight, uWeekend:
		d, ok := pt.first()
		if !ok {
			return point{gran: uDay, year: unknownYear}
		}
		switch unit {
		case uDay:
			return dayPoint(d + n)
		case uFortnight:
			return weekPoint(d+14*n, uWeek)
		}
		return weekPoint(d+7*n, unit)
	case uMonth:
		d, ok := pt.first()
		if !ok {
			return point{gran: uMonth, year: unknownYear}
		}
		y, m, _ := civil(d)
		m += n - 1
		return point{gran: uMonth, year: y + floorDiv(m, 12), month: floorMod(m, 12) + 1}
	case uQuarter:
		q := 0
		if pt.gran == uQuarter && pt.sub > 0 {
			q = pt.sub - 1
		} else {
			d, ok := pt.first()
			if !ok {
				return point{gran: uQuarter, year: unknownYear}
			}
			var m int
			pt.year, m, _ = civil(d)
			q = (m - 1) / 3
		}
		q += n
		return point{gran: uQuarter, year: pt.year + floorDiv(q, 4), sub: floorMod(q, 4) + 1}
	case uHalf:
		h := 0
		if pt.month > 6 || pt.sub > 2 {
			h = 1
		}
		h += n
		return point{gran: uHalf, year: pt.year + floorDiv(h, 2), sub: floorMod(h, 2) + 1}
	case uYear:
		return point{gran: uYear, year: pt.year + n}
	case uDecade:
		return point{gran: uDecade, year: floorDiv(pt.year, 10)*10 + 10*n}
	case uCentury:
		return point{gran: uCentury, year: floorDiv(pt.year, 100) + n}
	case uMillennium:
		return point{gran: uMillennium, year: floorDiv(pt.year, 1000) + n}
	}
	return point{gran: uNone, year: unknownYear}
}
