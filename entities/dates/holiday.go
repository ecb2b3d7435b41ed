package dates

// Holidays that news names without a date. The day is given as a rule of the
// calendar. The feasts of Islam follow the sighting of the moon: they are found
// where the year stands beside them, and their day, reckoned by mean moons, may
// differ by one from that announced.
type holiday struct {
	name       string // words as in a pattern
	year       int    // for a day that was once, 0 otherwise
	month, day int    // fixed date, or with weekday the week:
	weekday    int    // ISO weekday, 0 for a fixed date
	nth        int    // the nth such weekday of the month, -1 the last
	plus       int    // days after that
	easter     int    // days from Easter Sunday plus 1000, 0 for none
	islamic    bool   // month and day are of the Islamic calendar
}

var holidays = []holiday{
	{name: "christmas day?", month: 12, day: 25},
	{name: "christmas eve", month: 12, day: 24},
	{name: "boxing day", month: 12, day: 26},
	{name: "new year POSS? day", month: 1, day: 1},
	{name: "new year POSS? eve", month: 12, day: 31},
	{name: "valentine POSS? day", month: 2, day: 14},
	{name: "st patrick POSS? day", month: 3, day: 17},
	{name: "independence day", month: 7, day: 4},
	{name: "fourth of july", month: 7, day: 4},
	{name: "july fourth|4th", month: 7, day: 4},
	{name: "halloween", month: 10, day: 31},
	{name: "armistice|veterans day", month: 11, day: 11},
	{name: "bastille day", month: 7, day: 14},
	{name: "may day", month: 5, day: 1},
	{name: "groundhog day", month: 2, day: 2},
	{name: "juneteenth", month: 6, day: 19},
	{name: "april fools POSS? day", month: 4, day: 1},
	{name: "earth day", month: 4, day: 22},
	{name: "cinco de mayo", month: 5, day: 5},
	{name: "guy fawkes night|day", month: 11, day: 5},
	{name: "anzac day", month: 4, day: 25},
	{name: "canada day", month: 7, day: 1},
	{name: "australia day", month: 1, day: 26},
	{name: "all saints POSS? day", month: 11, day: 1},
	{name: "thanksgiving day?", month: 11, weekday: 4, nth: 4},
	{name: "labor|labour day", month: 9, weekday: 1, nth: 1},
	{name: "memorial day", month: 5, weekday: 1, nth: -1},
	{name: "martin luther king jr? day", month: 1, weekday: 1, nth: 3},
	{name: "presidents POSS? day", month: 2, weekday: 1, nth: 3},
	{name: "election day", month: 11, weekday: 1, nth: 1, plus: 1},
	{name: "columbus day", month: 10, weekday: 1, nth: 2},
	{name: "mother POSS day", month: 5, weekday: 7, nth: 2},
	{name: "father POSS day", month: 6, weekday: 7, nth: 3},
	{name: "black friday", month: 11, weekday: 4, nth: 4, plus: 1},
	{name: "cyber monday", month: 11, weekday: 4, nth: 4, plus: 4},
	{name: "black monday", year: 1987, month: 10, day: 19},
	{name: "black tuesday", year: 1929, month: 10, day: 29},
	{name: "black thursday", year: 1929, month: 10, day: 24},
	{name: "black wednesday", year: 1992, month: 9, day: 16},
	{name: "bloody sunday", year: 1972, month: 1, day: 30},
	{name: "easter sunday?", easter: 1000},
	{name: "good friday", easter: 998},
	{name: "easter monday", easter: 1001},
	{name: "palm sunday", easter: 993},
	{name: "ash wednesday", easter: 954},
	{name: "maundy thursday", easter: 997},
	{name: "mardi gras", easter: 953},
	{name: "shrove tuesday", easter: 953},
	{name: "whit monday", easter: 1050},
	{name: "pentecost", easter: 1049},
	{name: "eid -? al|ul -? fitr", islamic: true, month: 10, day: 1},
	{name: "eid -? al|ul -? adha", islamic: true, month: 12, day: 10},
}

// holidayRules makes the rules from the table: alone, with a year, and with a word of
// direction before it.
func holidayRules() []rule {
	var rules []rule
	for i, h := range holidays {
		rules = append(rules, rule{h.name + " ,? of? YEAR", opHoliday, i})
		if h.islamic {
			continue
		}
		rules = append(rules,
			rule{h.name, opHoliday, i},
			rule{"last|this|next " + h.name, opHoliday, i},
			rule{h.name + " weekend", opHolidayWeekend, i},
		)
	}
	return rules
}

// on returns the day number of a holiday in a year.
func (h *holiday) on(year int) int {
	switch {
	case h.islamic:
		// The Islamic year that ends in the civil one, or the next.
		for y := (year - 622) * 33 / 32; ; y++ {
			if n := islamicDay(y, h.month, h.day); n >= dayNumber(year, 1, 1) {
				return n
			}
		}
	case h.easter != 0:
		return easterSunday(year) + h.easter - 1000
	case h.weekday != 0:
		if h.nth < 0 {
			last := dayNumber(year, h.month+1, 1) - 1
			return last - floorMod(weekdayOf(last)-h.weekday, 7)
		}
		first := dayNumber(year, h.month, 1)
		return first + floorMod(h.weekday-weekdayOf(first), 7) + 7*(h.nth-1) + h.plus
	}
	return dayNumber(year, h.month, h.day)
}

// islamicDay returns the day number of a date of the Islamic calendar, by mean
// lunations. Their start is chosen so that of the 28 feasts that Saudi Arabia kept
// from 2010 to 2023, 23 come out on their day and the others a day off.
func islamicDay(year, month, day int) int {
	const (
		start    = -492148_330_000_000 // days from 1970 to 1 Muharram 1, times 10⁹
		lunation = 29_530_588_853
		scale    = 1_000_000_000
	)
	moon := start + lunation*int64((year-1)*12+month-1)
	n := moon / scale
	if moon%scale < 0 {
		n--
	}
	return int(n) + day - 1
}

// easterSunday follows the anonymous Gregorian algorithm (Meeus, Astronomical
// Algorithms, chapter 8).
func easterSunday(year int) int {
	a := year % 19
	b, c := year/100, year%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	month := (h + l - 7*m + 114) / 31
	day := (h+l-7*m+114)%31 + 1
	return dayNumber(year, month, day)
}

// holidayPoint resolves a holiday: that of the year given, else the nearest.
func (p *parser) holidayPoint(f *frame) (point, bool) {
	h := &holidays[f.arg]
	if h.year != 0 {
		return point{gran: uDay, year: h.year, month: h.month, day: h.day}, true
	}
	if f.year != 0 {
		return dayPoint(h.on(f.year)), true
	}
	if !p.hasNow {
		if h.month > 0 && h.weekday == 0 {
			return point{gran: uDay, year: unknownYear, month: h.month, day: h.day}, true
		}
		return point{gran: uDay, year: unknownYear}, true
	}
	y, _, _ := civil(p.now)
	switch f.dir {
	case dirLast:
		n := h.on(y)
		if n >= p.now {
			n = h.on(y - 1)
		}
		return dayPoint(n), true
	case dirNext:
		n := h.on(y)
		if n <= p.now {
			n = h.on(y + 1)
		}
		return dayPoint(n), true
	case dirThis:
		return dayPoint(h.on(y)), true
	}
	best := h.on(y)
	for _, n := range [2]int{h.on(y - 1), h.on(y + 1)} {
		if abs(n-p.now) < abs(best-p.now) {
			best = n
		}
	}
	return dayPoint(best), true
}

// holidayWeekend resolves "Labor Day weekend": the weekend nearest to the day.
func (p *parser) holidayWeekend(f *frame) (point, bool) {
	pt, ok := p.holidayPoint(f)
	n, known := pt.first()
	if !ok || !known {
		return point{gran: uWeekend, year: unknownYear}, ok
	}
	saturday := n - floorMod(weekdayOf(n)-6, 7)
	if n-(saturday+1) > saturday+7-n {
		saturday += 7
	}
	return weekPoint(saturday, uWeekend), true
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
