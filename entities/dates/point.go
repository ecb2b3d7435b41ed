package dates

import "time"

// A point is a stretch of the calendar of a certain granularity: a day, a
// quarter, an afternoon. Fields finer than the granularity are unused; coarser
// ones may be unknown.
type point struct {
	gran  int8
	year  int // unknownYear where it is not known
	month int // 0 where it is not known
	day   int // of the month; 0 where it is not known
	week  int // ISO week, for weeks and weekends; 0 where it is not known
	sub   int // number of the quarter or half, season
	wday  int // weekday of a day whose date is not known
	part  int // part of the day
	bc    bool

	hour, min, sec int // -1 where they are not given
	zoned          bool
	offset         int // minutes east of UTC, with zoned
}

const unknownYear = -1 << 31

// dayPoint returns the day of a day number.
func dayPoint(n int) point {
	y, m, d := civil(n)
	return point{gran: uDay, year: y, month: m, day: d}
}

// weekPoint returns the ISO week of a day number.
func weekPoint(n int, gran int8) point {
	y, w := isoWeek(n)
	return point{gran: gran, year: y, week: w}
}

// dayKnown reports whether the point lies on a known day.
func (p *point) dayKnown() bool {
	return p.year != unknownYear && p.month > 0 && p.day > 0
}

// first returns the first day of the point, and whether it is known.
func (p *point) first() (int, bool) {
	a, _, ok := p.span()
	return a, ok
}

// calendarEra moves a point counted back beyond the year 1 to the years before
// Christ. Decades and centuries have no year there, nor have years that take more
// than four digits.
func (p *point) calendarEra() {
	switch {
	case p.year == unknownYear || p.bc:
	case p.gran >= uDecade && p.year < 0, p.year > 9999, p.year < -9998:
		p.year = unknownYear
	case p.gran < uDecade && p.year < 1:
		p.bc, p.year = true, 1-p.year
	}
}

// span returns the day numbers of the half-open interval of a point of day
// granularity or coarser. ok is false where the calendar does not fix one.
func (p *point) span() (start, end int, ok bool) {
	y := p.year
	if y == unknownYear {
		return 0, 0, false
	}
	if p.bc {
		y = 1 - y
	}
	switch p.gran {
	case uMillennium:
		return dayNumber(y*1000, 1, 1), dayNumber(y*1000+1000, 1, 1), true
	case uCentury:
		if p.bc {
			return dayNumber(-p.year*100+1, 1, 1), dayNumber(-p.year*100+101, 1, 1), true
		}
		return dayNumber(y*100, 1, 1), dayNumber(y*100+100, 1, 1), true
	case uDecade:
		return dayNumber(y, 1, 1), dayNumber(y+10, 1, 1), true
	case uYear:
		return dayNumber(y, 1, 1), dayNumber(y+1, 1, 1), true
	case uHalf:
		return dayNumber(y, 6*p.sub-5, 1), dayNumber(y, 6*p.sub+1, 1), p.sub > 0
	case uQuarter:
		return dayNumber(y, 3*p.sub-2, 1), dayNumber(y, 3*p.sub+1, 1), p.sub > 0
	case uSeason:
		return dayNumber(y, 3*p.sub, 1), dayNumber(y, 3*p.sub+3, 1), p.sub > 0
	case uMonth:
		return dayNumber(y, p.month, 1), dayNumber(y, p.month+1, 1), p.month > 0
	case uWeek:
		s := weekStart(y, p.week)
		return s, s + 7, p.week > 0
	case uWeekend:
		s := weekStart(y, p.week) + 5
		return s, s + 2, p.week > 0
	case uDay, uPart, uHour, uMinute, uSecond:
		s := dayNumber(y, p.month, p.day)
		return s, s + 1, p.month > 0 && p.day > 0
	}
	return 0, 0, false
}

// interval returns the half-open calendar interval of the point, zero times
// where there is none.
func (p *point) interval() (start, end time.Time) {
	s, e, ok := p.span()
	if !ok {
		return
	}
	// Years beyond these have no place in the notations of the interval.
	if s < dayNumber(1, 1, 1) || e > dayNumber(10000, 1, 1) {
		return
	}
	const daySeconds = 24 * 60 * 60
	from, to := int64(s)*daySeconds, int64(e)*daySeconds
	switch p.gran {
	case uPart:
		if p.part >= len(partHours) {
			return
		}
		h := partHours[p.part]
		to = from + int64(h[1])*3600
		from += int64(h[0]) * 3600
	case uHour, uMinute, uSecond:
		from += int64(p.hour) * 3600
		to = from + 3600
		if p.gran != uHour {
			from += int64(p.min) * 60
			to = from + 60
		}
		if p.gran == uSecond {
			from += int64(p.sec)
			to = from + 1
		}
		if p.zoned {
			zone := time.UTC
			if p.offset != 0 {
				zone = time.FixedZone("", p.offset*60)
			}
			shift := int64(p.offset) * 60
			return time.Unix(from-shift, 0).In(zone), time.Unix(to-shift, 0).In(zone)
		}
	}
	return time.Unix(from, 0).UTC(), time.Unix(to, 0).UTC()
}

// value returns the TIMEX3 value of the point.
func (p *point) value() string {
	var buf [40]byte
	b := buf[:0]
	if p.bc {
		b = append(b, "BC"...)
	}
	switch {
	case p.year == unknownYear && p.gran == uDecade:
		b = append(b, "XXX"...)
	case p.year == unknownYear && p.gran == uCentury:
		b = append(b, "XX"...)
	case p.year == unknownYear:
		b = append(b, "XXXX"...)
	case p.gran == uDecade:
		b = pad(b, p.year/10, 3)
	case p.gran == uCentury:
		b = pad(b, p.year, 2)
	case p.gran == uMillennium:
		b = pad(b, p.year, 1)
	default:
		b = pad(b, p.year, 4)
	}
	switch p.gran {
	case uHalf:
		b = append(b, "-H"...)
		b = append(b, byte('0'+p.sub))
	case uQuarter:
		if p.sub == 0 {
			return string(append(b, "-QX"...))
		}
		b = append(b, "-Q"...)
		b = append(b, byte('0'+p.sub))
	case uSeason:
		b = append(b, '-')
		b = append(b, seasonCode[p.sub]...)
	case uMonth:
		b = p.appendMonth(b)
	case uWeek, uWeekend:
		b = append(b, "-W"...)
		if p.week == 0 {
			b = append(b, "XX"...)
		} else {
			b = pad(b, p.week, 2)
		}
		if p.gran == uWeekend {
			b = append(b, "-WE"...)
		}
	case uDay:
		b = p.appendDay(b)
	case uPart:
		b = p.appendDay(b)
		b = append(b, 'T')
		b = append(b, partCode[p.part]...)
	case uHour, uMinute, uSecond:
		b = p.appendDay(b)
		b = append(b, 'T')
		b = pad(b, p.hour, 2)
		b = append(b, ':')
		b = pad(b, max(p.min, 0), 2)
		if p.gran == uSecond {
			b = append(b, ':')
			b = pad(b, p.sec, 2)
		}
		if p.zoned && p.offset == 0 {
			b = append(b, 'Z')
		}
	}
	return string(b)
}

func (p *point) appendMonth(b []byte) []byte {
	b = append(b, '-')
	if p.month == 0 {
		return append(b, "XX"...)
	}
	return pad(b, p.month, 2)
}

func (p *point) appendDay(b []byte) []byte {
	if p.wday > 0 && !p.dayKnown() {
		b = append(b, "-WXX-"...)
		return append(b, byte('0'+p.wday))
	}
	b = p.appendMonth(b)
	b = append(b, '-')
	if p.day == 0 {
		return append(b, "XX"...)
	}
	return pad(b, p.day, 2)
}

// pad appends n in at least width digits.
func pad(b []byte, n, width int) []byte {
	var d [20]byte
	i := len(d)
	for n > 0 || width > 0 {
		i--
		d[i] = byte('0' + n%10)
		n /= 10
		width--
	}
	return append(b, d[i:]...)
}
