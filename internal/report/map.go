package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/gazetteer"
	"github.com/dateline-go/dateline/internal/worldmap"
)

const (
	maxMarks   = 80  // places that are drawn; the lists have them all
	maxKeys    = 200 // names or documents that one mark is tied to
	insetWidth = 96
	coast      = 0.45 // units by which drawn outlines may deviate
)

// A mapMark is a place on the map.
type mapMark struct {
	name  string
	at    worldmap.Point
	area  bool  // a country or region, whose point only stands for it
	wide  bool  // an area larger than a state or province
	count int   // mentions
	keys  []int // what it stands for: groups of a document, or documents of a page
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

// A markSet gathers marks, one for each place.
type markSet struct {
	marks []mapMark
	index map[placeKey]int
}

// add counts n mentions of a place under a key.
func (s *markSet) add(pl *gazetteer.Place, n, key int) {
	if s.index == nil {
		s.index = map[placeKey]int{}
	}
	k := keyOf(pl)
	i, ok := s.index[k]
	if !ok {
		i = len(s.marks)
		s.index[k] = i
		s.marks = append(s.marks, mapMark{
			name: cutText(Visible(pl.Name), 40),
			at:   worldmap.Point{Lon: pl.Lon, Lat: pl.Lat},
			area: isArea(pl.Feature),
			wide: isArea(pl.Feature) && !strings.HasPrefix(pl.Feature, "ADM"),
		})
	}
	m := &s.marks[i]
	m.count += n
	if l := len(m.keys); (l == 0 || m.keys[l-1] != key) && l < maxKeys {
		m.keys = append(m.keys, key)
	}
}

// sorted returns the marks, most mentioned first.
func (s *markSet) sorted() []mapMark {
	slices.SortStableFunc(s.marks, func(a, b mapMark) int { return cmp.Compare(b.count, a.count) })
	return s.marks
}

// marks returns the places of a document and adds them to those of the page.
func (h *HTMLWriter) marks(v *view) []mapMark {
	var set markSet
	for gi := range v.groups {
		if g := &v.groups[gi]; g.kind == kind.Place && validPosition(g.place) {
			set.add(g.place, g.count, gi)
			h.places.add(g.place, g.count, v.n)
		}
	}
	return set.sorted()
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

// attr writes an attribute that is a length.
func (h *HTMLWriter) attr(name markup, v float64) {
	h.p.raw(" ", name, `="`)
	h.dec(v)
	h.p.raw(`"`)
}

// figure writes a map. The keys of its marks are of the sort given.
func (h *HTMLWriter) figure(marks []mapMark, sort markup) {
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

	p.raw(`<figure class="map"><svg viewBox="0 0 `)
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
	h.labels(pr, lay, marks, inside, at, sort)
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
// what the large map shows, in a corner without marks if there is one.
func (h *HTMLWriter) inset(pr *projection, lay *layout, marks []mapMark) {
	const gap = 6
	small := worldView(insetWidth, worldSouth)
	right, low := pr.w-small.w-gap, pr.h-small.h-gap
	var best rect
	found := false
	for _, c := range []xy{{gap, low}, {right, low}, {gap, gap}, {right, gap}} {
		best = rect{c.x, c.y, c.x + small.w, c.y + small.h}
		if found = !slices.ContainsFunc(lay.taken, best.overlaps); found {
			break
		}
	}
	if !found {
		return
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
		north, south := min(pr.hi.Lat, worldNorth), max(pr.lo.Lat, worldSouth)
		a := small.at(worldmap.Point{Lon: pr.lo.Lon, Lat: north})
		b := small.at(worldmap.Point{Lon: pr.hi.Lon, Lat: south})
		c := small.at(worldmap.Point{Lon: pr.lo.Lon, Lat: south})
		d := small.at(worldmap.Point{Lon: pr.hi.Lon, Lat: north})
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
