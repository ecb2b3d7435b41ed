package locate

import (
	"strings"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/gazetteer"
)

// A link is what the text says about two neighbouring names.
type link struct {
	other int32
	kind  linkKind
}

type linkKind uint8

const (
	within   linkKind = iota // the other contains this: "Lincoln, Neb."
	contains                 // this contains the other
	beside                   // both stand in one list: "Georgia and Armenia"
	near                     // both stand close together
)

// maxLinks bounds the links of a group; the first ones are kept.
const maxLinks = 8

// link reads the text between and around the names.
func (s *scratch) link() {
	n := len(s.spots)
	for i := 0; i < n && !s.stopped(i); i++ {
		sp := &s.spots[i]
		gr := &s.groups[sp.group]
		if gr.count <= 8 || gr.first == int32(i) { // later mentions say nothing new
			gr.cue |= cuesAround(s.text, int(sp.start), int(sp.end))
			if c := pluralCue(s.text[sp.end:]); c != 0 {
				s.spreadCue(i, c)
			}
		}
		limit := len(s.text)
		if i+1 < n {
			limit = int(s.spots[i+1].start)
		}
		if u := s.unitAfter(int(sp.end), limit); u >= 0 {
			s.join(i, u)
		}
		if i+1 < n && limit >= int(sp.end) && limit-int(sp.end) <= 80 {
			s.between(i, s.text[sp.end:limit])
		}
	}
}

// spreadCue gives all names of a list the cue that follows it: "Barrow, Clarke
// and Jackson counties". Units whose full name has the generic word are filed
// under that.
func (s *scratch) spreadCue(i int, c cues) {
	for ; i >= 0; i-- {
		gr := &s.groups[s.spots[i].group]
		gr.cue |= c
		if c&cueAdm2 != 0 && gr.count == 1 {
			sp := &s.spots[i]
			s.fullName = append(append(s.fullName[:0], s.text[sp.start:sp.end]...), " County"...)
			s.extend(gr, string(s.fullName))
		}
		if i == 0 {
			return
		}
		switch gapKind(s.text[s.spots[i-1].end:max(s.spots[i].start, s.spots[i-1].end)]) {
		case gapComma, gapAnd:
		default:
			return
		}
	}
}

// extend adds the candidates of a further name to a group that is already
// filed. They go to the end of the table, behind a copy of the old ones.
func (s *scratch) extend(gr *group, name string) {
	lo := int32(len(s.cands))
	old := s.cands[gr.lo:gr.hi]
	hadLo := gr.lo
	s.lookUp(gr, name, properNames)
	if gr.hi == gr.lo {
		gr.lo, gr.hi = hadLo, hadLo+int32(len(old))
		return
	}
	for _, c := range old {
		known := false
		for i := lo; i < gr.hi && !known; i++ {
			known = s.cands[i].row == c.row
		}
		if !known {
			s.cands = append(s.cands, c)
		}
	}
	gr.hi = int32(len(s.cands))
}

// between links two neighbouring names by the text that parts them.
func (s *scratch) between(i int, gap string) {
	b := s.spots[i+1].group
	switch k := gapKind(gap); k {
	case gapComma:
		if !s.siblings(s.spots[i].group, b) {
			s.join(i, b)
		}
		s.tie(s.spots[i].group, b, beside)
	case gapIn:
		s.join(i, b)
	case gapPossessive:
		s.join(i+1, s.spots[i].group)
	case gapAnd:
		s.tie(s.spots[i].group, b, beside)
	case gapNear:
		s.tie(s.spots[i].group, b, near)
	}
}

type gap uint8

const (
	gapFar        gap = iota
	gapNear           // same sentence, as far as one can see
	gapComma          // "Karachi, Pakistan", "Karachi (Pakistan)"; lists too
	gapIn             // "Karachi in Pakistan", "the town of Chaman in Balochistan"
	gapPossessive     // "Pakistan's Karachi", "Pakistan's port city Karachi"
	gapAnd            // "Georgia and Armenia", "Georgia-Armenia"
)

func gapKind(g string) gap {
	switch g {
	case ", ", ",", " (", ", in ", " in ", " of ", ". , ":
		if g == " in " || g == " of " {
			return gapIn
		}
		return gapComma
	case " and ", ", and ", " or ", " & ", "-", "–", "/", " to ", " – ", " - ":
		return gapAnd
	case " ":
		return gapNear
	}
	if strings.IndexByte(g, '\n') >= 0 {
		return gapFar
	}
	if i := strings.Index(g, ". "); i > 2 { // "Gov. " and "St. " end no sentence
		return gapFar
	}
	if len(g) <= 40 {
		if strings.HasPrefix(g, "'s ") || strings.HasPrefix(g, "’s ") {
			if strings.IndexByte(g, ',') < 0 {
				return gapPossessive
			}
		}
		if strings.HasSuffix(g, " in ") || strings.HasSuffix(g, " of ") || strings.HasSuffix(g, " in the ") || strings.HasSuffix(g, " of the ") {
			return gapIn
		}
	}
	return gapNear
}

// tie links two groups both ways.
func (s *scratch) tie(a, b int32, k linkKind) {
	if a == b {
		return
	}
	s.addLink(a, b, k)
	s.addLink(b, a, k)
}

// join notes that the text puts the i-th spot's group into the group unit. A
// name that it puts into two places that exclude each other becomes two
// groups: "Paris, Texas, and Paris, France".
func (s *scratch) join(i int, unit int32) {
	sp := &s.spots[i]
	g := s.groups[sp.group].base
	if g == unit || s.groups[unit].base == g {
		return
	}
	if anchored := s.anchors(g, unit); anchored {
		for {
			gr := &s.groups[g]
			if gr.anchor < 0 {
				gr.anchor = unit
				break
			}
			if gr.anchor == unit || s.agree(gr, gr.anchor, unit) {
				break
			}
			if gr.next < 0 {
				g = s.split(g, unit)
				break
			}
			g = gr.next
		}
		s.regroup(i, g)
	}
	s.addLink(g, unit, within)
	s.addLink(unit, g, contains)
}

// split makes a further group for a name.
func (s *scratch) split(from, unit int32) int32 {
	n := int32(len(s.groups))
	gr := s.groups[from]
	gr.next, gr.anchor, gr.count, gr.nLinks = -1, unit, 0, 0
	gr.flags &^= inDateline
	lo := int32(len(s.cands))
	s.cands = append(s.cands, s.cands[gr.lo:gr.hi]...)
	gr.lo, gr.hi = lo, int32(len(s.cands))
	s.groups = append(s.groups, gr)
	s.groups[from].next = n
	return n
}

// regroup moves a spot to another group of the same name.
func (s *scratch) regroup(i int, g int32) {
	sp := &s.spots[i]
	if sp.group == g {
		return
	}
	s.groups[sp.group].count--
	sp.group = g
	if s.groups[g].count == 0 {
		s.groups[g].first = int32(i)
	}
	s.groups[g].count++
	if sp.mention >= 0 {
		s.of[sp.mention] = g
	}
}

// anchors says whether some place of group g lies in a country or first-level
// unit that group unit may be.
func (s *scratch) anchors(g, unit int32) bool {
	a, b := &s.groups[g], &s.groups[unit]
	for i := b.lo; i < b.hi; i++ {
		if u := &s.cands[i]; u.feature.isUnit() && u.class <= gazetteer.Variant {
			for j := a.lo; j < a.hi; j++ {
				if u.contains(&s.cands[j]) {
					return true
				}
			}
		}
	}
	return false
}

// siblings says whether two names parted by a comma are rather a list of
// countries, or of first-level units of one country, than a place and what it
// lies in: "Mexico, the United States", "Washington, Pennsylvania and Ohio". An
// abbreviated unit stands behind places only.
func (s *scratch) siblings(a, b int32) bool {
	as, bs := s.candsOf(a), s.candsOf(b)
	for i := range bs {
		u := &bs[i]
		if u.class > gazetteer.English || !u.feature.isUnit() {
			continue
		}
		like := false
		for j := range as {
			c := &as[j]
			if c.class > gazetteer.English || !c.feature.isUnit() {
				continue
			}
			if c.feature == adm1 && u.contains(c) {
				return false // "Georgia, U.S."
			}
			like = like || c.feature == u.feature && (c.feature == country || c.country == u.country)
		}
		if like {
			return true
		}
	}
	return false
}

func (s *scratch) candsOf(g int32) []cand {
	gr := &s.groups[g]
	return s.cands[gr.lo:gr.hi]
}

// agree says whether some place of the group lies in both units.
func (s *scratch) agree(gr *group, u, v int32) bool {
	a, b := &s.groups[u], &s.groups[v]
	for j := gr.lo; j < gr.hi; j++ {
		c := &s.cands[j]
		if anyContains(s.cands[a.lo:a.hi], c) && anyContains(s.cands[b.lo:b.hi], c) {
			return true
		}
	}
	return false
}

func anyContains(units []cand, c *cand) bool {
	for i := range units {
		if units[i].contains(c) {
			return true
		}
	}
	return false
}

// contains says whether place c lies in unit u, as far as their units tell.
func (u *cand) contains(c *cand) bool {
	if u.row == c.row || u.country == 0 || u.country != c.country {
		return false
	}
	switch u.feature {
	case country:
		return c.feature != country
	case adm1:
		return c.unit == u.unit && u.unit >= 0 && !c.feature.isUnit()
	case adm2:
		return c.unit == u.unit && c.feature != adm2 && !c.feature.isUnit() && u.near(c, 120)
	}
	return false
}

// near says whether two places lie within so many kilometres of each other.
func (c *cand) near(d *cand, km float32) bool {
	return c.chord2(d) <= km*km/(earthKm*earthKm)
}

// chord2 is the square of the chord between two places on a unit sphere.
func (c *cand) chord2(d *cand) float32 {
	x, y, z := c.x-d.x, c.y-d.y, c.z-d.z
	return float32(x*x) + float32(y*y) + float32(z*z)
}

const earthKm = 6371

func (s *scratch) addLink(g, other int32, k linkKind) {
	gr := &s.groups[g]
	for i := range gr.links[:gr.nLinks] {
		if gr.links[i].other == other {
			if k < gr.links[i].kind {
				gr.links[i].kind = k
			}
			return
		}
	}
	if int(gr.nLinks) < maxLinks {
		gr.links[gr.nLinks] = link{other, k}
		gr.nLinks++
	}
}

// unitAfter reads a country or first-level unit behind a comma or bracket that
// is no mention, and returns its group or -1.
func (s *scratch) unitAfter(end, limit int) int32 {
	rest := s.text[end:min(max(end, limit), end+40)]
	switch {
	case strings.HasPrefix(rest, ", "), strings.HasPrefix(rest, " ("):
		rest = rest[2:]
	default:
		return -1
	}
	if rest == "" || !isUpper(rest[0]) {
		return -1
	}
	var ends [3]int
	n := 0
	for i := 1; i <= len(rest) && n < len(ends); i++ {
		if i == len(rest) {
			if end+2+i < limit { // the window cut a word
				break
			}
			ends[n] = i
			n++
			break
		}
		switch c := rest[i]; {
		case c == ' ':
			ends[n] = i
			n++
			if i+1 >= len(rest) || !isUpper(rest[i+1]) {
				goto scanned
			}
		case c == ',' || c == ')' || c == ';' || c == ':' || c == '\n':
			ends[n] = i
			n++
			goto scanned
		}
	}
scanned:
	for n--; n >= 0; n-- {
		name := rest[:ends[n]]
		h := s.hash(name)
		if g, ok := s.names.get(h); ok {
			return g
		}
		s.found = s.g.Candidates(s.found[:0], name)
		for _, f := range s.found {
			if f.Class <= gazetteer.Code && f.Row != gazetteer.NoRow && classOf(s.g.Feature(f.Row)).isUnit() {
				g := int32(len(s.groups))
				s.names.slot(h, g)
				gr := s.newGroup(h, name, kind.Org)
				gr.count = 1
				return g
			}
		}
	}
	return -1
}
