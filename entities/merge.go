package entities

import (
	"github.com/dateline-go/dateline/entities/dates"
	"github.com/dateline-go/dateline/entities/tag"
)

// merge makes one list of names and dates, both in text order and each without
// overlaps among its own. Where a name and a date overlap, one of them goes:
//
//   - a date inside a longer name belongs to the name ("Sunday Times",
//     "Black September");
//   - a person called like a month or a weekday, found over exactly the date's
//     text, is a person ("April said", "June and May Carter");
//   - otherwise the date stays ("Christmas", "Ramadan 2016", "Chinese New Year").
func merge(names []tag.Span, exprs []dates.Expression, out []Mention) []Mention {
	// The values stand in one piece of memory, which lives as long as any does.
	values := make([]dates.Value, 0, len(exprs))
	dateMention := func(e *dates.Expression) Mention {
		values = append(values, e.Value)
		// Dates are found by rule: their score is 1.
		return Mention{Start: e.Start, End: e.End, Kind: Date, Score: 1, Entity: -1, Date: &values[len(values)-1]}
	}
	i, j := 0, 0
	for i < len(names) || j < len(exprs) {
		switch {
		case i == len(names):
			out = append(out, dateMention(&exprs[j]))
			j++
		case j == len(exprs):
			out = append(out, nameMention(names[i]))
			i++
		case int(names[i].End) <= exprs[j].Start:
			out = append(out, nameMention(names[i]))
			i++
		case exprs[j].End <= int(names[i].Start):
			out = append(out, dateMention(&exprs[j]))
			j++
		case nameBeatsDate(names[i], &exprs[j]):
			j++
		default:
			i++
		}
	}
	return out
}

func nameBeatsDate(n tag.Span, e *dates.Expression) bool {
	name, date := int(n.End-n.Start), e.End-e.Start
	if name == date {
		return n.Kind == Person || n.Kind == Org
	}
	return name > date
}

func nameMention(n tag.Span) Mention {
	return Mention{Start: int(n.Start), End: int(n.End), Kind: n.Kind, Score: float64(n.Score), Entity: -1}
}
