package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/gazetteer"
	"github.com/dateline-go/dateline/internal/worldmap"
)

const (
	maxMarks     = 80  // places that are drawn; the lists have them all
	labelSize    = 12  // font size of the names of marks
	contextSize  = 9.5 // font size of the names of countries and cities around
	maxCountries = 12
	maxCities    = 10
	insetWidth   = 96
	coast        = 0.45 // units by which drawn outlines may deviate
)

// A mapMark is a place on the map.
type mapMark struct {
	name   string
	at     worldmap.Point
	area   bool // a country or region, whose point only stands for it
	count  int  // mentions
	groups []int
}

func (m *mapMark) radius() float64 { return min(14, 2.6+1.5*math.Sqrt(float64(m.count))) }

// placeKey tells places apart. The position is kept as bits because NaN, as a
// key of a map, is not found again.
type placeKey struct {
	ref      string
	id       int64
	name     string
	lat, lon uint64
}

func keyOf(p *gazetteer.Place) placeKey {
	switch {
	case p.Ref != "":
		return placeKey{ref: p.Ref}
	case p.ID != 0:
		return placeKey{id: p.ID}
	}
	return placeKey{name: p.Name, lat: math.Float64bits(p.Lat), lon: math.Float64bits(p.Lon)}
}

// marks returns the places of a document, most mentioned first.
func (h *HTMLWriter) marks(v *view) []mapMark {
	index := map[placeKey]int{}
	var ms []mapMark
	for gi := range v.groups {
		g := &v.groups[gi]
		if g.kind != kind.Place || !validPosition(g.place) {
			continue
		}
		k := keyOf(g.place)
		i, ok := index[k]
		if !ok {
			i = len(ms)
			index[k] = i
			ms = append(ms, mapMark{
				name: cutText(Visible(g.place.Name), 40),
				at:   worldmap.Point{Lon: g.place.Lon, Lat: g.place.Lat},
				area: isArea(g.place.Feature),
			})
		}
		ms[i].count += g.count
		ms[i].groups = append(ms[i].groups, gi)
	}
	slices.SortStableFunc(ms, func(a, b mapMark) int { return cmp.Compare(b.count, a.count) })
	return ms
}

// worldSymbol writes the outline of the world that all small maps share.
func (h *HTMLWriter) worldSymbol() {
	v := worldView(insetWidth, worldSouth)
	h.p.raw(`<svg class="defs" width="0" height="0" aria-hidden="true"><defs><path id="world" d="`)
	h.path(v.land(h.world, 0.5), true)
	h.p.raw("\"/></defs></svg>\n")
}

// path writes lines as the d of an SVG path in tenths of a unit.
func (h *HTMLWriter) path(lines [][]xy, closed bool) {
	tenth := func(v float64) int { return int(math.Round(v * 10)) }
	p := h.p
	pair := func(a, b int) {
		p.num(a)
		if b >= 0 {
			p.raw(" ")
		}
		p.num(b)
	}
	for _, l := range lines {
		x, y := tenth(l[0].x), tenth(l[0].y)
		p.raw("M")
		pair(x, y)
		p.raw("l")
		first := true
		for _, q := range l[1:] {
			nx, ny := tenth(q.x), tenth(q.y)
			if nx == x && ny == y {
				continue
			}
			if !first && nx >= x {
				p.raw(" ")
			}
			pair(nx-x, ny-y)
			x, y, first = nx, ny, false
		}
		if first {
			p.raw("0 0")
		}
		if closed {
			p.raw("z")
		}
	}
}

// dec writes a length with one decimal.
func (h *HTMLWriter) dec(v float64) {
	var buf [24]byte
	b := strconv.AppendFloat(buf[:0], v, 'f', 1, 64)
	if n := len(b); b[n-1] == '0' {
		b = b[:n-2]
	}
	if string(b) == "-0" {
		b = b[1:]
	}
	h.p.Write(b)
}

// attrs writes name="number" pairs.
func (h *HTMLWriter) attr(name markup, v float64) {
	h.p.raw(" ", name, `="`)
	h.dec(v)
	h.p.raw(`"`)
}

// A rect is a rectangle of the map that is taken.
type rect struct{ x0, y0, x1, y1 float64 }

func (r rect) overlaps(s rect) bool { return r.x0 < s.x1 && s.x0 < r.x1 && r.y0 < s.y1 && s.y0 < r.y1 }

// around is the square around a mark.
func around(q xy, r float64) rect { return rect{q.x - r, q.y - r, q.x + r, q.y + r} }

// A layout keeps what is on the map, so that labels do not lie on each other.
type layout struct {
	w, h  float64
	taken []rect
}

// free says whether r is inside the frame and touches nothing.
func (l *layout) free(r rect) bool {
	if r.x0 < 2 || r.y0 < 2 || r.x1 > l.w-2 || r.y1 > l.h-2 {
		return false
	}
	return !slices.ContainsFunc(l.taken, r.overlaps)
}

// A placed label: the anchor is start, middle or end.
type placed struct {
	at     xy // of the base line
	anchor markup
}

// plainName is a name without its accents, for telling whether two labels
// would say the same.
func plainName(s string) string {
	const accented, plain = "āáàâäãåčçćđēéèêëğīíìîïıłñńōóòôöõøřšśşţūúùûüýžźż", "aaaaaaacccdeeeeegiiiiiilnnooooooorssstuuuuuyzzz"
	return strings.Map(func(r rune) rune {
		r = unicode.ToLower(r)
		if i := strings.IndexRune(accented, r); r >= utf8.RuneSelf && i >= 0 {
			return rune(plain[utf8.RuneCountInString(accented[:i])])
		}
		return r
	}, s)
}

// place finds room for a label beside a mark: right, left, above, below, then
// the corners.
func (l *layout) place(q xy, r, width, size float64) (placed, bool) {
	const gap = 3
	d := r * 0.7
	for _, c := range []struct {
		anchor markup
		x, y   float64 // anchor x, middle y
	}{
		{"start", q.x + r + gap, q.y},
		{"end", q.x - r - gap, q.y},
		{"middle", q.x, q.y - r - size/2 - 1},
		{"middle", q.x, q.y + r + size/2 + 1},
		{"start", q.x + d + gap, q.y - d - size/3},
		{"start", q.x + d + gap, q.y + d + size/3},
		{"end", q.x - d - gap, q.y - d - size/3},
		{"end", q.x - d - gap, q.y + d + size/3},
	} {
		box := rect{c.x, c.y - size*0.55, c.x + width, c.y + size*0.55}
		switch c.anchor {
		case "end":
			box.x0, box.x1 = c.x-width, c.x
		case "middle":
			box.x0, box.x1 = c.x-width/2, c.x+width/2
		}
		if l.free(box) {
			l.taken = append(l.taken, box)
			return placed{xy{c.x, c.y + size*0.35}, c.anchor}, true
		}
	}
	return placed{}, false
}

// figure writes the map.
func (h *HTMLWriter) figure(v *view, marks []mapMark) {
	p := h.p
	total := len(marks)
	marks = marks[:min(total, maxMarks)]
	pr := chooseView(marks)
	lay := &layout{w: pr.w, h: pr.h}

	var inside []int // marks on the map, most mentioned first
	var outside []string
	at := make([]xy, len(marks))
	for i := range marks {
		at[i] = pr.at(marks[i].at)
		if pr.shows(marks[i].at) {
			inside = append(inside, i)
			lay.taken = append(lay.taken, around(at[i], marks[i].radius()))
		} else if !marks[i].area { // part of an area may be in view though its point is not
			outside = append(outside, marks[i].name)
		}
	}

	h.anchor(`<figure class="map" id="`, v, "map", 0)
	p.raw(`><svg viewBox="0 0 `)
	h.dec(pr.w)
	p.raw(" ")
	h.dec(pr.h)
	p.raw(`" role="img" aria-label="`)
	p.line(mapText(marks, total))
	p.raw(`">`)
	if !pr.world {
		p.raw(`<rect class="sea"`)
		h.attr("width", pr.w)
		h.attr("height", pr.h)
		p.raw(`/>`)
	} else {
		h.globe(pr)
	}
	p.raw(`<g transform="scale(.1)"><path class="land" d="`)
	h.path(pr.land(h.world, coast), true)
	p.raw(`"/><path class="border" d="`)
	h.path(pr.borders(h.world, coast), false)
	p.raw(`"/></g>`)
	if !pr.world {
		h.inset(pr, lay, marks)
	}
	h.labels(v, pr, lay, marks, inside, at)
	p.raw("</svg>")
	if len(outside) > 0 || total > len(marks) {
		p.raw(`<figcaption>`)
		if len(outside) > 0 {
			p.raw(`Outside this view: `)
			const most = 6
			p.text(strings.Join(outside[:min(len(outside), most)], ", "))
			if n := len(outside) - most; n > 0 {
				p.text(" and " + plural(n, "more", "more"))
			}
			p.raw(`.`)
		}
		if total > len(marks) {
			p.text(" The " + strconv.Itoa(maxMarks) + " most mentioned of " + strconv.Itoa(total) + " places are marked.")
		}
		p.raw(`</figcaption>`)
	}
	p.raw("</figure>\n")
}

// mapText says in words what the map shows.
func mapText(marks []mapMark, total int) string {
	var b strings.Builder
	b.WriteString("Map of " + plural(total, "place", "places") + ": ")
	for i := range marks[:min(len(marks), 12)] {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(marks[i].name)
	}
	if total > 12 {
		b.WriteString(" and others")
	}
	return b.String()
}

// globe writes the outline of the world map, whose sides are curved.
func (h *HTMLWriter) globe(pr *projection) {
	var edge []worldmap.Point
	for lat := pr.lo.Lat; lat <= pr.hi.Lat; lat += 2 {
		edge = append(edge, worldmap.Point{Lon: -180, Lat: lat})
	}
	for lat := pr.hi.Lat; lat >= pr.lo.Lat; lat -= 2 {
		edge = append(edge, worldmap.Point{Lon: 180, Lat: lat})
	}
	h.p.raw(`<path class="sea" transform="scale(.1)" d="`)
	h.path([][]xy{pr.line(edge, 0.1)}, true)
	h.p.raw(`"/>`)
}

// inset writes a small map of the world, with all marks and a frame around
// what the large map shows, in the corner where the fewest marks are.
func (h *HTMLWriter) inset(pr *projection, lay *layout, marks []mapMark) {
	const gap = 6
	small := worldView(insetWidth, worldSouth)
	var best rect
	fewest := math.MaxInt
	for _, c := range []xy{{gap, pr.h - small.h - gap}, {pr.w - small.w - gap, pr.h - small.h - gap}, {gap, gap}, {pr.w - small.w - gap, gap}} {
		r := rect{c.x, c.y, c.x + small.w, c.y + small.h}
		n := 0
		for _, t := range lay.taken {
			if t.overlaps(r) {
				n++
			}
		}
		if n < fewest {
			best, fewest = r, n
		}
	}
	if fewest > 0 {
		return // every corner has a mark under it
	}
	lay.taken = append(lay.taken, best)
	p := h.p
	p.raw(`<g class="inset" transform="translate(`)
	h.dec(best.x0)
	p.raw(" ")
	h.dec(best.y0)
	p.raw(`)"><rect rx="3"`)
	h.attr("width", small.w)
	h.attr("height", small.h)
	p.raw(`/><use href="#world" transform="scale(.1)"/>`)
	for i := range marks {
		q := small.at(marks[i].at)
		p.raw(`<circle`)
		h.attr("cx", q.x)
		h.attr("cy", min(max(q.y, 1), small.h-1))
		p.raw(` r="1"/>`)
	}
	// A view across the date line would need two frames; the marks do then.
	if pr.lo.Lon >= -180 && pr.hi.Lon <= 180 {
		a := small.at(worldmap.Point{Lon: pr.lo.Lon, Lat: min(pr.hi.Lat, 84)})
		b := small.at(worldmap.Point{Lon: pr.hi.Lon, Lat: max(pr.lo.Lat, -58)})
		c := small.at(worldmap.Point{Lon: pr.lo.Lon, Lat: max(pr.lo.Lat, -58)})
		d := small.at(worldmap.Point{Lon: pr.hi.Lon, Lat: min(pr.hi.Lat, 84)})
		x0, x1 := (a.x+c.x)/2, (b.x+d.x)/2
		p.raw(`<rect class="view"`)
		h.attr("x", min(x0, x1-4))
		h.attr("y", a.y)
		h.attr("width", max(x1-x0, 4))
		h.attr("height", max(b.y-a.y, 3))
		p.raw(`/>`)
	}
	p.raw(`</g>`)
}

// labels writes the marks, their names, and the names around them.
func (h *HTMLWriter) labels(v *view, pr *projection, lay *layout, marks []mapMark, inside []int, at []xy) {
	p := h.p
	names := make([]placed, len(marks))
	named := make([]bool, len(marks))
	shown := map[string]bool{}
	for _, i := range inside {
		m := &marks[i]
		names[i], named[i] = lay.place(at[i], m.radius(), textWidth(m.name, labelSize)*1.1, labelSize) // bold
		shown[plainName(m.name)] = true
	}

	write := func(class, anchor markup, q xy, s string) {
		p.raw(`<text class="`, class, `"`)
		h.attr("x", q.x)
		h.attr("y", q.y)
		if anchor != "start" {
			p.raw(` text-anchor="`, anchor, `"`)
		}
		p.raw(`>`)
		p.line(s)
		p.raw(`</text>`)
	}
	p.raw(`<g aria-hidden="true">`)
	n := 0
	for _, c := range h.world.Countries {
		if n == maxCountries || pr.world && c.Rank > 2 {
			break
		}
		q := pr.at(c.At)
		w := textWidth(c.Name, contextSize) * 1.25 // set in spaced capitals
		box := rect{q.x - w/2, q.y - contextSize*0.6, q.x + w/2, q.y + contextSize*0.6}
		if shown[plainName(c.Name)] || !pr.shows(c.At) || !lay.free(box) {
			continue
		}
		lay.taken = append(lay.taken, box)
		write("country", "middle", xy{q.x, q.y + contextSize*0.35}, c.Name)
		n++
	}
	if n = 0; !pr.world && pr.scale > 5 {
		for _, c := range h.world.Cities {
			if n == maxCities {
				break
			}
			q := pr.at(c.At)
			if shown[plainName(c.Name)] || !pr.shows(c.At) || !lay.free(around(q, 4)) {
				continue
			}
			mine := len(lay.taken)
			lay.taken = append(lay.taken, around(q, 2))
			l, ok := lay.place(q, 2, textWidth(c.Name, contextSize), contextSize)
			if !ok {
				lay.taken = lay.taken[:mine]
				continue
			}
			// Room around it keeps the next name at a distance.
			lay.taken = append(lay.taken, around(q, 26))
			p.raw(`<circle class="city"`)
			h.attr("cx", q.x)
			h.attr("cy", q.y)
			p.raw(` r="1.3"/>`)
			write("city", l.anchor, l.at, c.Name)
			n++
		}
	}
	p.raw(`</g>`)

	// Small marks lie on large ones.
	order := slices.Clone(inside)
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(marks[b].radius(), marks[a].radius()) })
	for _, i := range order {
		m := &marks[i]
		p.raw(`<g class="mk`)
		if m.area {
			p.raw(` area`)
		}
		p.raw(`" data-g="`)
		for j, g := range m.groups {
			if j > 0 {
				p.raw(" ")
			}
			p.raw("e")
			p.num(g)
		}
		p.raw(`"><title>`)
		p.line(m.name + ", " + plural(m.count, "mention", "mentions"))
		p.raw(`</title><circle`)
		h.attr("cx", at[i].x)
		h.attr("cy", at[i].y)
		h.attr("r", m.radius())
		p.raw(`/>`)
		if named[i] {
			write("name", names[i].anchor, names[i].at, m.name)
		}
		p.raw(`</g>`)
	}
}
