package dates

// Calendar arithmetic on the proleptic Gregorian calendar, in days since
// 1970-01-01. It is here, and not left to package time, because resolution
// needs it several times for each expression and has no use for clocks, zones
// and normalisation.

// dayNumber returns the day of a civil date. Months outside 1–12 carry into
// the year. The method is Howard Hinnant's days_from_civil, which counts in
// 400-year eras that begin on 1 March.
func dayNumber(year, month, day int) int {
	month--
	year += floorDiv(month, 12)
	month = floorMod(month, 12) + 1
	if month <= 2 {
		year--
	}
	era := floorDiv(year, 400)
	yoe := year - era*400
	mp := (month + 9) % 12
	doy := (153*mp+2)/5 + day - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 719468
}

// civil returns the date of a day number.
func civil(n int) (year, month, day int) {
	n += 719468
	era := floorDiv(n, 146097)
	doe := n - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	year = yoe + era*400
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = doy - (153*mp+2)/5 + 1
	month = mp + 3
	if month > 12 {
		month -= 12
		year++
	}
	return year, month, day
}

// weekdayOf returns the ISO weekday of a day number: Monday is 1, Sunday 7.
func weekdayOf(n int) int { return floorMod(n+3, 7) + 1 }

// isoWeek returns the ISO 8601 week a day lies in.
func isoWeek(n int) (year, week int) {
	thursday := n - weekdayOf(n) + 4
	year, _, _ = civil(thursday)
	return year, (thursday-dayNumber(year, 1, 1))/7 + 1
}

// weekStart returns the Monday of an ISO week.
func weekStart(year, week int) int {
	jan4 := dayNumber(year, 1, 4)
	return jan4 - weekdayOf(jan4) + 1 + 7*(week-1)
}

// daysIn returns the length of a month.
func daysIn(year, month int) int {
	return dayNumber(year, month+1, 1) - dayNumber(year, month, 1)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - floorDiv(a, b)*b }
