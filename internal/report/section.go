package report

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/entities/kind"
)

// section writes the report of one document.
func (h *HTMLWriter) section(v *view) contentsEntry {
	p := h.p
	p.raw(`<section class="doc" id="d`)
	p.num(v.n)
	p.raw(`" aria-label="Document `)
	p.num(v.n)
	p.raw(`: `)
	p.line(v.title())
	p.raw("\">\n<article>\n")
	h.meta(v)
	if v.span(v.Headline) == "" {
		p.raw(`<h2 class="untitled">`)
		p.line(v.title())
		p.raw("</h2>\n")
	}
	h.article(v)
	p.raw("</article>\n", `<aside aria-label="What document `)
	p.num(v.n)
	p.raw(` names" tabindex="0">`, "\n")
	marks := h.marks(v)
	if len(marks) > 0 {
		h.figure(marks, "e")
	}
	h.list(v, kind.Place)
	h.timeline(v)
	for _, k := range []kind.Kind{kind.Person, kind.Org, kind.NORP, kind.Misc, kind.None} {
		h.list(v, k)
	}
	if len(v.mentions) == 0 {
		p.raw(`<p class="empty">No names or dates found.</p>`)
	}
	p.raw("</aside>\n</section>\n")
	return contentsEntry{title: v.title(), id: v.idText(), mentions: len(v.mentions)}
}

// meta writes the line above the headline: id, date, agency, what it is about.
func (h *HTMLWriter) meta(v *view) {
	var parts []string
	if id := v.idText(); id != "" && id != v.title() {
		parts = append(parts, id)
	}
	if !v.Published.IsZero() {
		parts = append(parts, "published "+v.Published.Format("2 January 2006"))
	}
	if d := v.Dateline; d != nil {
		if d.Agency != "" {
			parts = append(parts, d.Agency)
		}
		if d.Place != nil {
			parts = append(parts, "from "+d.Place.Name)
		}
	}
	if about := h.about(v.Focus); about != "" {
		parts = append(parts, "about "+about)
	}
	if len(parts) == 0 && v.n == 1 {
		return
	}
	p := h.p
	p.raw(`<p class="meta">`)
	if v.n > 1 { // the first one is right below the contents, if there are any
		p.raw(`<a class="up" href="#contents">Contents</a>`)
	}
	for i, s := range parts {
		if i > 0 {
			p.raw(`&#160;<span class="dot">·</span> `)
		}
		p.raw(`<bdi>`)
		p.line(s)
		p.raw(`</bdi>`)
	}
	p.raw("</p>\n")
}

// about names the countries that a good part of the text is about.
func (h *HTMLWriter) about(focus []entities.Focus) string {
	var names []string
	for _, f := range focus {
		if f.Share >= 0.2 && len(names) < 3 {
			names = append(names, countryName(h.world, f.Country))
		}
	}
	return strings.Join(names, ", ")
}

// visibleRows is how many entries of a list show before one asks for more.
const visibleRows = 6

// list writes the names of one kind with their counts.
func (h *HTMLWriter) list(v *view, k kind.Kind) {
	gs := v.of(k)
	if len(gs) == 0 {
		return
	}
	p := h.p
	p.raw(`<section class="names `, kindText[k].class, `"><h3>`, markup(kindText[k].many), ` <span>`)
	p.num(len(gs))
	p.raw("</span></h3>\n")
	h.folded(len(gs), "<ul>", "</ul>", func(i int) { h.entry(v, gs[i]) })
	p.raw("</section>\n")
}

// folded writes n items, all but the first few in a part that opens on demand.
func (h *HTMLWriter) folded(n int, open, end markup, item func(i int)) {
	p, shown := h.p, n
	if n > visibleRows+1 {
		shown = visibleRows
	}
	p.raw(open)
	for i := range shown {
		item(i)
	}
	p.raw(end)
	if shown == n {
		return
	}
	p.raw(`<details><summary>`)
	p.num(n - shown)
	p.raw(` more</summary>`, open)
	for i := shown; i < n; i++ {
		item(i)
	}
	p.raw(end, `</details>`)
}

// entry writes one name of a list.
func (h *HTMLWriter) entry(v *view, gi int) {
	p, g := h.p, &v.groups[gi]
	h.anchor(`<li id="`, v, "e", gi)
	h.key(gi, "e")
	h.anchor(`><a href="#`, v, "m", g.first)
	p.raw(`><bdi>`)
	p.line(g.name)
	p.raw(`</bdi> <span class="n">`)
	p.num(g.count)
	p.raw(`<span class="vh"> `)
	p.text(strings.TrimLeft(plural(g.count, "mention", "mentions"), "0123456789 "))
	p.raw(`</span></span></a>`)
	if lines := h.details(g); len(lines) > 0 {
		p.raw(`<p>`)
		for i, l := range lines {
			if i > 0 {
				p.raw(`&#160;<span class="dot">·</span> `)
			}
			p.raw(`<span>`)
			p.line(l)
			p.raw(`</span>`)
		}
		p.raw(`</p>`)
	}
	p.raw("</li>\n")
}

// anchor writes open, the id of the i-th thing of a sort, and a closing quote.
func (h *HTMLWriter) anchor(open markup, v *view, sort markup, i int) {
	h.p.raw(open, "d")
	h.p.num(v.n)
	h.p.raw(sort)
	h.p.num(i)
	h.p.raw(`"`)
}

// key writes the attribute that ties mentions, marks and list entries together.
func (h *HTMLWriter) key(i int, sort markup) {
	h.p.raw(` data-g="`, sort)
	h.p.num(i)
	h.p.raw(`"`)
}

// details is what is known of a group beside its name.
func (h *HTMLWriter) details(g *group) (lines []string) {
	add := func(s string) {
		if s != "" && !slices.Contains(lines, s) {
			lines = append(lines, s)
		}
	}
	if e := g.entity; e != nil {
		for i, r := range e.Roles {
			if i == 2 {
				break
			}
			add(cutText(Visible(r), 80))
		}
		var also []string
		for _, n := range e.Names {
			if len(also) < 3 && !strings.EqualFold(n, g.name) {
				also = append(also, "“"+cutText(Visible(n), 60)+"”")
			}
		}
		if len(also) > 0 {
			add("also " + strings.Join(also, ", "))
		}
		if e.Ref != "" {
			add(cutText(Visible(e.Ref), 60))
		}
	}
	if g.country != "" && g.kind != kind.Place {
		add(countryName(h.world, g.country))
	}
	if pl := g.place; pl != nil {
		at := region(h.world, pl)
		if g.kind != kind.Place || plainName(pl.Name) != plainName(g.name) {
			at = joinNonEmpty(", ", pl.Name, at)
		}
		add(at)
		if g.kind == kind.Place && validPosition(pl) {
			add(coordinates(pl))
		}
	}
	return lines
}

func joinNonEmpty(sep string, parts ...string) string {
	var kept []string
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, sep)
}
