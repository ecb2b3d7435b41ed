package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/entities/kind"
)

// A block is a paragraph of the text.
type block struct {
	start, end int
	sort       blockSort
}

type blockSort uint8

const (
	plain     blockSort = iota // lines as they are, runs of spaces as one
	columns                    // lines and spaces as they are
	wrapped                    // hard-wrapped: lines are joined
	headline                   // the headline of the document
	furniture                  // page furniture, not part of the story
)

// article writes the text with its mentions marked, paragraph by paragraph.
func (h *HTMLWriter) article(v *view) {
	next := 0
	for _, b := range v.blocks() {
		var end markup
		switch b.sort {
		case headline:
			h.p.raw(`<h2>`)
			end = "</h2>\n"
		case furniture:
			h.p.raw(`<p class="furniture">`)
			end = "</p>\n"
		case columns:
			h.p.raw(`<p class="columns">`)
			end = "</p>\n"
		case wrapped:
			h.p.raw(`<p class="wrapped">`)
			end = "</p>\n"
		default:
			h.p.raw(`<p>`)
			end = "</p>\n"
		}
		pos := b.start
		for ; next < len(v.mentions) && v.mentions[next].End <= b.end; next++ {
			m := &v.mentions[next]
			h.p.text(v.Text[pos:m.Start])
			h.mention(v, next)
			pos = m.End
		}
		h.p.text(v.Text[pos:b.end])
		h.p.raw(end)
	}
}

// blocks cuts the text at blank lines, and at the borders of headline and
// furniture, but never within a mention. Space around blocks is left out.
func (v *view) blocks() []block {
	var cuts []int // where blocks may begin
	for i := 0; i < len(v.Text); {
		j := strings.IndexByte(v.Text[i:], '\n')
		if j < 0 {
			break
		}
		i += j + 1
		k := i
		for k < len(v.Text) && (v.Text[k] == ' ' || v.Text[k] == '\t' || v.Text[k] == '\r') {
			k++
		}
		if k < len(v.Text) && v.Text[k] == '\n' {
			cuts = append(cuts, i)
			i = k
		}
	}
	type special struct {
		entities.Span
		sort blockSort
	}
	var specials []special
	if v.span(v.Headline) != "" {
		specials = append(specials, special{*v.Headline, headline})
	}
	for i := range v.Furniture {
		if v.span(&v.Furniture[i]) != "" {
			specials = append(specials, special{v.Furniture[i], furniture})
		}
	}
	slices.SortStableFunc(specials, func(a, b special) int { return cmp.Compare(a.Start, b.Start) })
	for _, s := range specials {
		cuts = append(cuts, s.Start, s.End)
	}
	slices.Sort(cuts)
	cuts = append(slices.Compact(cuts), len(v.Text))

	var bs []block
	start, m, s := 0, 0, 0
	for _, c := range cuts {
		for m < len(v.mentions) && v.mentions[m].End <= c {
			m++
		}
		if m < len(v.mentions) && v.mentions[m].Start < c || !isBoundary(v.Text, c) {
			continue // within a mention or a character
		}
		b := block{start: start, end: c}
		start = c
		for b.start < b.end && isBlank(v.Text[b.start]) {
			b.start++
		}
		for b.end > b.start && isBlank(v.Text[b.end-1]) {
			b.end--
		}
		if b.start == b.end {
			continue
		}
		for s < len(specials) && specials[s].End <= b.start {
			s++
		}
		switch {
		case s < len(specials) && specials[s].Start <= b.start:
			b.sort = specials[s].sort
		case hasColumns(v.Text[b.start:b.end]):
			b.sort = columns
		case isWrapped(v.Text[b.start:b.end]):
			b.sort = wrapped
		}
		bs = append(bs, b)
	}
	return bs
}

// isBlank says whether c is space between paragraphs: what text writes as it is.
func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

// hasColumns says whether a paragraph looks like a table: several lines and
// gaps within most of them.
func hasColumns(s string) bool {
	lines, gaps := 0, 0
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		lines++
		if strings.Contains(line, "   ") || strings.Contains(line, "\t") {
			gaps++
		}
	}
	return lines > 1 && 2*gaps > lines
}

// isWrapped says whether the lines of a paragraph were broken to a width: all
// but the last are of like length.
func isWrapped(s string) bool {
	longest, shortest, lines := 0, 1<<30, 0
	for {
		line, rest, more := strings.Cut(s, "\n")
		if !more {
			return lines > 0 && longest <= 100 && shortest >= 40 && longest-shortest <= 24 && len(line) <= longest+2
		}
		line = strings.TrimRight(line, " \t\r")
		longest, shortest, lines = max(longest, len(line)), min(shortest, len(line)), lines+1
		s = rest
	}
}

// mention writes a mention as a link to its entry in the lists. Its title has
// the details, one a line; the script shows them in its own way.
func (h *HTMLWriter) mention(v *view, i int) {
	p, m := h.p, &v.mentions[i]
	k := safeKind(m.Kind)
	p.raw(`<a class="m `, kindText[k].class, `"`)
	if m.first {
		h.anchor(` id="`, v, "m", i)
	}
	sort := markup("e")
	if k == kind.Date {
		sort = "t"
	}
	h.anchor(` href="#`, v, sort, m.ref)
	h.key(m.ref, sort)
	p.raw(` title="`)
	for j, line := range h.tip(v, m) {
		if j > 0 {
			p.raw("&#10;")
		}
		p.line(line)
	}
	p.raw(`">`)
	p.text(v.Text[m.Start:m.End])
	p.raw(`</a>`)
}

// tip is what one learns by pointing at a mention, line by line, the name first.
func (h *HTMLWriter) tip(v *view, m *mention) []string {
	k := safeKind(m.Kind)
	kindName := kindText[k].one
	if k == kind.Date {
		return h.dateTip(v, m)
	}
	g := &v.groups[m.ref]
	lines := []string{cutText(Visible(g.name), maxTitle)}
	if m.Title != "" {
		kindName += ", " + m.Title
	}
	lines = append(lines, kindName)
	if g.entity != nil && len(g.entity.Roles) > 0 && g.entity.Roles[0] != m.Title {
		lines = append(lines, cutText(Visible(g.entity.Roles[0]), 80))
	}
	if m.Country != "" {
		lines = append(lines, countryName(h.world, m.Country))
	}
	if pl := m.Place; pl != nil {
		where := region(h.world, pl)
		if f := featureText(pl.Feature); f != "" && k == kind.Place {
			lines[1] += ", " + f
		}
		if plainName(pl.Name) != plainName(g.name) {
			where = joinNonEmpty(", ", pl.Name, where)
		}
		if where != "" {
			lines = append(lines, where)
		}
		if validPosition(pl) {
			lines = append(lines, joinNonEmpty(" · ", coordinates(pl), pl.Ref))
		}
	} else if k == kind.Place {
		lines = append(lines, "not in the gazetteer")
	}
	last := "Score " + score(m.Score)
	if m.Place != nil && m.PlaceScore > 0 {
		last += ", place " + score(m.PlaceScore)
	}
	return append(lines, last)
}

func (h *HTMLWriter) dateTip(v *view, m *mention) []string {
	if m.Date == nil {
		return []string{cutText(Visible(v.Text[m.Start:m.End]), maxTitle), "Date, no value", "Score " + score(m.Score)}
	}
	d := m.Date
	sorts := map[string]string{"DATE": "Date", "TIME": "Time", "DURATION": "Duration", "SET": "Recurring"}
	value := joinNonEmpty(" ", d.Value, d.Mod, d.Quant, d.Freq)
	lines := []string{dateText(d, true), joinNonEmpty(", ", sorts[string(d.Type)], value)}
	return append(lines, "Score "+score(m.Score))
}
