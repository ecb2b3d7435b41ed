package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/entities/dates"
	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/gazetteer"
)

// A view is a document arranged for the page.
type view struct {
	*entities.Document
	n        int       // number of the document on the page, from 1
	mentions []mention // those that can be shown: in order, inside the text, not empty
	groups   []group   // what the mentions name, in order of first mention
	rows     []dateRow // dates on the calendar, earliest first, then the others
	calendar int       // how many of rows are on the calendar
}

// A mention is a mention with its place in the lists: the index of its group,
// or for dates of its row.
type mention struct {
	*entities.Mention
	ref   int
	first bool // whether it is the first of its group or row
}

// A group is an entity with its mentions.
type group struct {
	kind    kind.Kind
	name    string
	entity  *entities.Entity // nil where the mention belongs to none
	place   *gazetteer.Place
	country string
	first   int // index of the first mention
	count   int
}

// A dateRow is one date value with its mentions.
type dateRow struct {
	value    *dates.Value // nil where the mention has none
	mentions []int
}

func newView(d *entities.Document, n int) *view {
	v := &view{Document: d, n: n}
	end := 0
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Start < end || m.End <= m.Start || m.End > len(d.Text) {
			continue // not in order or not in the text: a tagger's fault that must not break the page
		}
		if !isBoundary(d.Text, m.Start) || !isBoundary(d.Text, m.End) {
			continue // a character must not be torn apart
		}
		if isBlank(d.Text[m.Start]) || isBlank(d.Text[m.End-1]) {
			continue // names nothing, and space at the edge of a paragraph is not shown
		}
		end = m.End
		v.mentions = append(v.mentions, mention{Mention: m})
	}
	v.group()
	v.date()
	return v
}

// group fills v.groups and the refs of all mentions that are not dates.
func (v *view) group() {
	type key struct {
		entity int
		kind   kind.Kind
		text   string
	}
	index := map[key]int{}
	for i := range v.mentions {
		m := &v.mentions[i]
		if m.Kind == kind.Date {
			continue
		}
		k, name := key{entity: -1, kind: safeKind(m.Kind), text: m.Text}, v.Text[m.Start:m.End]
		var e *entities.Entity
		if m.Entity >= 0 && m.Entity < len(v.Entities) {
			k = key{entity: m.Entity}
			e = &v.Entities[m.Entity]
		}
		g, ok := index[k]
		if !ok {
			g = len(v.groups)
			index[k] = g
			ng := group{kind: k.kind, name: name, entity: e, first: i}
			if e != nil {
				ng.kind, ng.place = safeKind(e.Kind), e.Place
				ng.name = cmp.Or(e.Name, name)
			}
			v.groups = append(v.groups, ng)
			m.first = true
		}
		m.ref = g
		gr := &v.groups[g]
		gr.count++
		if gr.place == nil {
			gr.place = m.Place
		}
		gr.country = cmp.Or(gr.country, m.Country)
	}
	for i := range v.groups {
		// A place that the text has only in capitals reads better as the gazetteer has it.
		if g := &v.groups[i]; g.place != nil && strings.EqualFold(g.name, g.place.Name) {
			g.name = g.place.Name
		}
	}
}

// date fills v.rows and the refs of all dates.
func (v *view) date() {
	type key struct {
		kind                    dates.Type
		value, mod, quant, freq string
	}
	index := map[key]int{}
	for i := range v.mentions {
		m := &v.mentions[i]
		if m.Kind != kind.Date {
			continue
		}
		k := key{value: "\x00" + m.Text}
		if d := m.Date; d != nil {
			k = key{d.Type, d.Value, d.Mod, d.Quant, d.Freq}
		}
		r, ok := index[k]
		if !ok {
			r = len(v.rows)
			index[k] = r
			v.rows = append(v.rows, dateRow{value: m.Date})
		}
		v.rows[r].mentions = append(v.rows[r].mentions, i)
	}
	onCalendar := func(r dateRow) bool {
		return r.value != nil && !r.value.Start.IsZero() && r.value.Type != dates.Set && r.value.Type != dates.Duration
	}
	slices.SortStableFunc(v.rows, func(a, b dateRow) int {
		ca, cb := onCalendar(a), onCalendar(b)
		switch {
		case ca && cb:
			return cmp.Or(a.value.Start.Compare(b.value.Start), a.value.End.Compare(b.value.End))
		case ca:
			return -1
		case cb:
			return 1
		}
		return 0
	})
	for i, r := range v.rows {
		if onCalendar(r) {
			v.calendar = i + 1
		}
		for j, m := range r.mentions {
			v.mentions[m].ref, v.mentions[m].first = i, j == 0
		}
	}
}

// of returns the indices of the groups of one kind, most mentioned first.
func (v *view) of(k kind.Kind) []int {
	var gs []int
	for i, g := range v.groups {
		if g.kind == k {
			gs = append(gs, i)
		}
	}
	slices.SortStableFunc(gs, func(a, b int) int { return cmp.Compare(v.groups[b].count, v.groups[a].count) })
	return gs
}

// span is the part of the text that s covers; "" where s is nil or does not fit.
func (v *view) span(s *entities.Span) string {
	if s == nil || s.Start < 0 || s.Start >= s.End || s.End > len(v.Text) {
		return ""
	}
	return v.Text[s.Start:s.End]
}

// maxTitle is the length in bytes to which titles are cut.
const maxTitle = 160

// title is the headline, else the id, else the number of the document.
func (v *view) title() string {
	t := Visible(cutText(v.span(v.Headline), 2*maxTitle))
	if t == "" {
		t = v.idText()
	}
	if t == "" {
		return fmt.Sprintf("Document %d", v.n)
	}
	return cutText(t, maxTitle)
}

// idText is the id as a reader should see it.
func (v *view) idText() string {
	if v.ID == "-" {
		return "Standard input"
	}
	return cutText(Visible(v.ID), maxTitle)
}

// isBoundary says whether no character of s has bytes on both sides of i.
func isBoundary(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

// cutText returns s, or its first n bytes or so and an ellipsis.
func cutText(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !isBoundary(s, n) {
		n--
	}
	return s[:n] + "…"
}
