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
	pt.calendarEra()
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

// shifted moves a point by n units and gives it their granularity.
func (p *parser) shifted(pt point, unit int8, n int) point {
	if pt.year == unknownYear {
		return point{gran: unit, year: unknownYear}
	}
	if pt.bc {
		pt.bc, pt.year = false, 1-pt.year
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
