package report

import "time"

// timeline writes the dates in calendar order, the publication date among
// them, and then the dates that are on no calendar.
func (h *HTMLWriter) timeline(v *view) {
	if len(v.rows) == 0 {
		return
	}
	p := h.p
	p.raw(`<section class="names time k6"><h3>Timeline <span>`)
	p.num(len(v.rows))
	p.raw("</span></h3>\n")
	if v.calendar > 0 {
		h.calendar(v)
	}
	if n := len(v.rows) - v.calendar; n > 0 {
		if v.calendar > 0 {
			p.raw(`<h4>Not on the calendar</h4>`)
		}
		h.folded(n, `<ul class="loose">`, `</ul>`, func(i int) { h.dateRow(v, v.calendar+i, false) })
	}
	p.raw("</section>\n")
}

// latestRows is how many dates show; earlier ones, which a story often has
// for its background, are folded away.
const latestRows = 12

// calendar writes the dates that are on the calendar.
func (h *HTMLWriter) calendar(v *view) {
	p := h.p
	published := v.Published.IsZero() // whether it has been written, or there is none
	var last time.Time                // until when the dates before go
	item := func(i int) {
		d := v.rows[i].value
		if !published && d.Start.After(v.Published) {
			h.publication(v, last)
			published, last = true, v.Published
		}
		h.dateRow(v, i, isGap(last, d.Start))
		last = later(last, later(d.Start, d.End))
		if i == v.calendar-1 && !published {
			h.publication(v, last)
		}
	}
	folded := 0
	if v.calendar > latestRows+2 {
		folded = v.calendar - latestRows
		p.raw(`<details><summary>`)
		p.num(folded)
		p.raw(` earlier</summary><ol>`)
		for i := range folded {
			item(i)
		}
		p.raw(`</ol></details>`)
	}
	p.raw(`<ol>`)
	for i := folded; i < v.calendar; i++ {
		item(i)
	}
	p.raw(`</ol>`)
}

// publication writes the row of the publication date.
func (h *HTMLWriter) publication(v *view, last time.Time) {
	p := h.p
	p.raw(`<li class="pub`)
	if isGap(last, v.Published) {
		p.raw(` after`)
	}
	p.raw(`"><b>`)
	p.text(v.Published.Format("2 Jan 2006"))
	p.raw("</b> <p>published</p></li>\n")
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// isGap says whether a year or more lies between two dates.
func isGap(from, to time.Time) bool {
	return !from.IsZero() && !from.AddDate(1, 0, 0).After(to)
}

// maxQuotes is how many different wordings of one date are shown.
const maxQuotes = 4

// dateRow writes one date value and how the text words it; after says that
// much time lies before it.
func (h *HTMLWriter) dateRow(v *view, ri int, after bool) {
	p, r := h.p, v.rows[ri]
	h.anchor(`<li id="`, v, "t", ri)
	h.key(ri, "t")
	if after {
		p.raw(` class="after"`)
	}
	h.anchor(`><a href="#`, v, "m", r.mentions[0])
	p.raw(`>`)
	if r.value != nil {
		p.line(dateText(r.value, false))
	} else {
		p.raw(`no value`)
	}
	p.raw(`</a> <p>`)
	seen := map[string]bool{}
	for _, mi := range r.mentions {
		m := v.mentions[mi]
		t := Visible(v.Text[m.Start:m.End])
		if seen[t] {
			continue
		}
		if len(seen) == maxQuotes {
			p.raw(` …`)
			break
		}
		if len(seen) > 0 {
			p.raw(`, `)
		}
		seen[t] = true
		p.raw(`<q>`)
		p.line(cutText(t, 80))
		p.raw(`</q>`)
	}
	if n := len(r.mentions); n > 1 {
		p.raw(` <span class="n">`)
		p.num(n)
		p.raw(`</span>`)
	}
	p.raw("</p></li>\n")
}
