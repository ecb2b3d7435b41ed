package layout

// parseDate reads the date of a dateline at pos: "Oct. 26", "October 26, 2016",
// "26 October 2016", "2016-10-26", "10/26/2016", with a weekday before it or
// alone. It finds the extent only; what the date means is not its business.
func parseDate(s string, pos int) (end int, ok bool) {
	p := pos
	if n, wd := weekday(s, p); wd {
		p += n
		end, ok = p, true
		q := p
		if q < len(s) && s[q] == ',' {
			q++
		}
		sp := skipSpaces(s, q)
		if sp == q {
			return end, ok
		}
		p = sp
	}
	if e, found := dayMonthYear(s, p); found {
		return e, true
	}
	return end, ok
}

func dayMonthYear(s string, pos int) (end int, ok bool) {
	if n, isMonth := month(s, pos); isMonth {
		p := skipSpaces(s, pos+n)
		d := digits(s, p)
		if p == pos+n || d == 0 {
			return 0, false
		}
		if d == 4 { // "October 2016"
			return p + d, true
		}
		if d > 2 {
			return 0, false
		}
		p += d + ordinal(s, p+d)
		return year(s, p), true
	}
	d := digits(s, pos)
	switch {
	case d == 4: // 2016-10-26
		p := pos + 4
		if p+6 <= len(s) && (s[p] == '-' || s[p] == '/' || s[p] == '.') && digits(s, p+1) == 2 && s[p+3] == s[p] && digits(s, p+4) == 2 {
			return p + 6, true
		}
	case d == 1 || d == 2:
		p := pos + d
		if p < len(s) && (s[p] == '/' || s[p] == '.') { // 26/10/2016
			e := digits(s, p+1)
			q := p + 1 + e
			if (e == 1 || e == 2) && q < len(s) && s[q] == s[p] {
				if y := digits(s, q+1); y == 2 || y == 4 {
					return q + 1 + y, true
				}
			}
		}
		p += ordinal(s, p)
		q := skipSpaces(s, p)
		if q == p {
			return 0, false
		}
		if n, isMonth := month(s, q); isMonth {
			return year(s, q+n), true
		}
	}
	return 0, false
}

// year takes in ", 2016" or " 2016" behind a day and month.
func year(s string, pos int) int {
	p := pos
	if p < len(s) && s[p] == ',' {
		p++
	}
	q := skipSpaces(s, p)
	if q > p && digits(s, q) == 4 && (s[q] == '1' || s[q] == '2') {
		return q + 4
	}
	return pos
}

func skipSpaces(s string, pos int) int {
	for pos < len(s) && s[pos] == ' ' {
		pos++
	}
	return pos
}

func digits(s string, pos int) int {
	n := 0
	for pos+n < len(s) && isDigit(s[pos+n]) && n < 6 {
		n++
	}
	return n
}

// ordinal is the length of "st", "nd", "rd" or "th" at pos.
func ordinal(s string, pos int) int {
	if pos+2 <= len(s) {
		switch s[pos : pos+2] {
		case "st", "nd", "rd", "th":
			return 2
		}
	}
	return 0
}

var months = [...]string{
	"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
}

var weekdays = [...]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

// month is the length of the month name at pos, full or shortened to at least
// three letters, with its full stop.
func month(s string, pos int) (n int, ok bool) { return nameOf(s, pos, months[:]) }

func weekday(s string, pos int) (n int, ok bool) { return nameOf(s, pos, weekdays[:]) }

func nameOf(s string, pos int, names []string) (n int, ok bool) {
	if pos >= len(s) || !isUpper(s[pos]) {
		return 0, false
	}
	for n = 0; pos+n < len(s) && (isUpper(s[pos+n]) || isLower(s[pos+n])); n++ {
		if n > 9 {
			return 0, false
		}
	}
	if n < 3 {
		return 0, false
	}
	for _, name := range names {
		if n > len(name) || n < len(name) && n > 4 {
			continue
		}
		i := 0
		for i < n && s[pos+i]|0x20 == name[i] {
			i++
		}
		if i < n {
			continue
		}
		if pos+n < len(s) && s[pos+n] == '.' && n < len(name) {
			n++
		}
		return n, true
	}
	return 0, false
}
