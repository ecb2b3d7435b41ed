package report

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	labelSize    = 12  // font size of the names of marks
	contextSize  = 9.5 // font size of the names of countries and cities around
	maxCountries = 12
	maxCities    = 10
)

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

// labels writes the marks, their names, and the names around them.
func (h *HTMLWriter) labels(pr *projection, lay *layout, marks []mapMark, inside []int, at []xy, sort markup) {
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
		if !pr.shows(c.At) || !lay.free(box) || slices.ContainsFunc(inside, func(i int) bool {
			// "United States" is there already for "United States of America".
			return strings.HasPrefix(plainName(c.Name), plainName(marks[i].name))
		}) {
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
			if !pr.shows(c.At) || !lay.free(around(q, 4)) || shown[plainName(c.Name)] {
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
		for j, k := range m.keys {
			if j > 0 {
				p.raw(" ")
			}
			p.raw(sort)
			p.num(k)
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

// textWidth estimates how wide a system font sets s, for placing labels.
func textWidth(s string, size float64) float64 {
	w := 0.0
	for _, r := range s {
		switch {
		case r > 0x2e80:
			w += 1
		case r == 'i' || r == 'l' || r == 'j' || r == 't' || r == 'f' || r == 'r' || r == 'I' || r == ' ' || r == '.' || r == ',' || r == '\'':
			w += 0.34
		case r == 'm' || r == 'w' || r == 'M' || r == 'W':
			w += 0.88
		case 'A' <= r && r <= 'Z':
			w += 0.68
		default:
			w += 0.57
		}
	}
	return w * size
}
