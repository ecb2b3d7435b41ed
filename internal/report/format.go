package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-go/dateline/entities/dates"
	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/gazetteer"
	"github.com/dateline-go/dateline/internal/worldmap"
)

// kindText is how the page speaks of a kind: its class, and its name for one
// and for several.
var kindText = [kind.Count]struct {
	class     markup
	one, many string
}{
	kind.None:   {"k0", "Name", "Names"},
	kind.Person: {"k1", "Person", "People"},
	kind.Org:    {"k2", "Organisation", "Organisations"},
	kind.Place:  {"k3", "Place", "Places"},
	kind.NORP:   {"k4", "Group", "Groups"},
	kind.Misc:   {"k5", "Other name", "Other names"},
	kind.Date:   {"k6", "Date", "Dates"},
}

// safeKind is k, or None where k is out of range.
func safeKind(k kind.Kind) kind.Kind {
	if int(k) >= kind.Count {
		return kind.None
	}
	return k
}

// validPosition says whether a place has coordinates on the globe.
func validPosition(p *gazetteer.Place) bool {
	return p != nil && math.Abs(p.Lat) <= 90 && math.Abs(p.Lon) <= 180 // false for NaN
}

// coordinates is a position as people write it: 33.72°N, 73.04°E.
func coordinates(p *gazetteer.Place) string {
	part := func(v float64, pos, neg string) string {
		if v < 0 {
			v, pos = -v, neg
		}
		return strconv.FormatFloat(v, 'f', 2, 64) + "°" + pos
	}
	return part(p.Lat, "N", "S") + ", " + part(p.Lon, "E", "W")
}

// region says where a place lies, from near to far, without its own name.
func region(w *worldmap.World, p *gazetteer.Place) string {
	own := plainName(p.Name)
	var parts []string
	for _, s := range []string{p.Admin2, p.Admin1, countryName(w, p.Country)} {
		// "Quetta District" says nothing new of Quetta.
		if s != "" && !(own != "" && strings.HasPrefix(plainName(s), own)) && (len(parts) == 0 || parts[len(parts)-1] != s) {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// countryName is the English name of a country, or its code where that has none.
func countryName(w *worldmap.World, code string) string {
	if name := w.CountryName(code); name != "" {
		return name
	}
	return code
}

// featureText says what sort of thing a GeoNames feature code is; "" for
// codes that a reader learns nothing from.
func featureText(code string) string {
	switch {
	case code == "PPLC":
		return "capital"
	case strings.HasPrefix(code, "PPL"):
		return "town or city"
	case strings.HasPrefix(code, "PCL"):
		return "country"
	case code == "ADM1":
		return "state or province"
	case strings.HasPrefix(code, "ADM"):
		return "district"
	case code == "CONT":
		return "continent"
	case strings.HasPrefix(code, "RGN"), code == "AREA":
		return "region"
	case code == "SEA", code == "OCN", code == "GULF", code == "STRT", code == "BAY":
		return "sea"
	case strings.HasPrefix(code, "STM"):
		return "river"
	case strings.HasPrefix(code, "LK"):
		return "lake"
	case strings.HasPrefix(code, "ISL"):
		return "island"
	case code == "MT", code == "MTS", code == "PK", code == "VLC":
		return "mountain"
	case strings.HasPrefix(code, "AIR"):
		return "airport"
	}
	return ""
}

// isArea says whether a feature is so large that its point only stands for it.
func isArea(code string) bool {
	switch code {
	case "CONT", "OCN", "SEA", "GULF", "AREA", "TERR", "ZN", "ISLS", "MTS", "DSRT", "PEN":
		return true
	}
	return strings.HasPrefix(code, "PCL") || strings.HasPrefix(code, "ADM1") || strings.HasPrefix(code, "RGN")
}

// score is a probability with two decimals; what is not one is written as 0 or 1.
func score(v float64) string {
	if !(v > 0) {
		v = 0
	}
	return strconv.FormatFloat(min(v, 1), 'f', 2, 64)
}

// plural is "1 mention" or "3 mentions".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

var modText = map[string]string{
	"START": "early ", "MID": "mid-", "END": "late ", "APPROX": "about ",
	"BEFORE": "before ", "AFTER": "after ", "ON_OR_BEFORE": "by ", "ON_OR_AFTER": "from ",
	"LESS_THAN": "less than ", "MORE_THAN": "more than ", "EQUAL_OR_LESS": "at most ", "EQUAL_OR_MORE": "at least ",
}

// dateText is a date value in words; long says whether day and month are
// written out.
func dateText(v *dates.Value, long bool) string {
	words := ""
	switch {
	case v.Type == dates.Set:
		words = setText(v)
	case !v.Start.IsZero():
		words = intervalText(v, long)
	default:
		words = valueText(v.Value)
	}
	if words == "" {
		return Visible(v.Value)
	}
	return modText[v.Mod] + words
}

// intervalText reads a half-open interval as the calendar unit it is.
func intervalText(v *dates.Value, long bool) string {
	s, e := v.Start, v.End
	day, month := "2 Jan 2006", "Jan 2006"
	if long {
		day, month = "Monday 2 January 2006", "January 2006"
	}
	first := s.Day() == 1 && isMidnight(s)
	switch {
	case !e.After(s) || e.Before(s.AddDate(0, 0, 1)) || v.Type == dates.Time:
		return s.Format(day) + clockText(v.Value)
	case e.Equal(s.AddDate(0, 0, 1)):
		return s.Format(day)
	case e.Equal(s.AddDate(0, 0, 7)) && s.Weekday() == time.Monday:
		return "week of " + s.Format(strings.TrimPrefix(day, "Monday "))
	case first && e.Equal(s.AddDate(0, 1, 0)):
		return s.Format(month)
	case first && e.Equal(s.AddDate(0, 3, 0)) && s.Month()%3 == 1:
		return fmt.Sprintf("Q%d %d", s.Month()/3+1, s.Year())
	case first && s.Month() == 1 && e.Equal(s.AddDate(1, 0, 0)):
		return strconv.Itoa(s.Year())
	case first && s.Month() == 1 && s.Year()%10 == 0 && e.Equal(s.AddDate(10, 0, 0)):
		return strconv.Itoa(s.Year()) + "s"
	}
	day = strings.TrimPrefix(day, "Monday ")
	last := e.AddDate(0, 0, -1)
	if first && e.Day() == 1 {
		if s.Month() == 1 && e.Equal(s.AddDate(100, 0, 0)) && s.Year()%100 < 2 {
			return ordinal(s.Year()/100+1) + " century"
		} else if s.Month() == 1 && e.Month() == 1 {
			return fmt.Sprintf("%d–%d", s.Year(), last.Year())
		}
		return s.Format(month) + " – " + last.Format(month)
	}
	return s.Format(day) + " – " + last.Format(day)
}

// ordinal is 1st, 2nd, 3rd, 4th.
func ordinal(n int) string {
	suffix := "th"
	if tens := n / 10 % 10; tens != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

func isMidnight(t time.Time) bool {
	h, m, s := t.Clock()
	return h|m|s == 0
}

// clockText is the part of a TIMEX3 value after the T: a time or a part of the day.
func clockText(value string) string {
	_, t, ok := strings.Cut(value, "T")
	if !ok {
		return ""
	}
	switch t {
	case "MO":
		return ", morning"
	case "MI":
		return ", midday"
	case "AF":
		return ", afternoon"
	case "EV":
		return ", evening"
	case "NI":
		return ", night"
	case "DT":
		return ", daytime"
	}
	if len(t) == 2 {
		t += ":00"
	}
	return ", " + Visible(t)
}

var unitText = map[byte]string{'Y': "year", 'M': "month", 'W': "week", 'D': "day", 'Q': "quarter", 'H': "hour", 'S': "second"}

// valueText reads values that fix no interval: references and durations.
// It returns "" where it does not know the value.
func valueText(value string) string {
	switch value {
	case "PRESENT_REF":
		return "now"
	case "PAST_REF":
		return "the past"
	case "FUTURE_REF":
		return "the future"
	}
	rest, ok := strings.CutPrefix(value, "P")
	if !ok {
		return ""
	}
	var parts []string
	clock := false
	for rest != "" {
		if rest[0] == 'T' {
			clock, rest = true, rest[1:]
			continue
		}
		n := strings.IndexFunc(rest, func(r rune) bool { return !('0' <= r && r <= '9' || r == '.' || r == 'X') })
		if n <= 0 {
			return ""
		}
		num, unit := rest[:n], unitText[rest[n]]
		if rest[n] == 'M' && clock {
			unit = "minute"
		}
		rest = rest[n+1:]
		if !clock && strings.HasPrefix(value, "P"+num+"DE") && rest == "E" {
			unit, rest = "decade", ""
		} else if !clock && strings.HasPrefix(value, "P"+num+"CE") && rest == "E" {
			unit, rest = "century", ""
		}
		switch {
		case unit == "":
			return ""
		case num == "1":
			parts = append(parts, "1 "+unit)
		case num == "X":
			parts = append(parts, "some "+unit+"s")
		case unit == "century":
			parts = append(parts, num+" centuries")
		default:
			parts = append(parts, num+" "+unit+"s")
		}
	}
	return strings.Join(parts, " ")
}

// setText reads recurring values: every day, every Saturday, 2 times a week.
func setText(v *dates.Value) string {
	unit := ""
	if d, ok := strings.CutPrefix(v.Value, "XXXX-WXX-"); ok && len(d) == 1 && '1' <= d[0] && d[0] <= '7' {
		unit = time.Weekday(d[0] - '0').String()
		if d == "7" {
			unit = time.Sunday.String()
		}
	} else if unit = strings.TrimPrefix(valueText(v.Value), "1 "); unit == "" {
		return ""
	}
	if n, ok := strings.CutSuffix(v.Freq, "X"); ok {
		return Visible(n) + " times per " + unit
	}
	return "every " + unit
}
