package locate

import (
	"math"
	"strings"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/gazetteer"
)

// maxCands is how many places a name may stand for. The gazetteer lists the
// most prominent first, so what is cut off are namesakes nobody would mean
// without saying where.
const maxCands = 96

// maxName is the length in bytes beyond which a mention is no place name.
const maxName = 120

// collect finds the distinct names of the document and their candidates.
func (s *scratch) collect() {
	for i := range s.mentions {
		if m := &s.mentions[i]; m.Kind == kind.Person && s.valid(m) {
			s.addPerson(s.text[m.Start:m.End])
		}
	}
	for i := range s.mentions {
		if s.stopped(i) {
			return
		}
		m := &s.mentions[i]
		g := int32(-1)
		if s.valid(m) {
			switch m.Kind {
			case kind.Place, kind.NORP, kind.None:
				g = s.addMention(int32(i), m.Start, m.End, m.Kind)
			case kind.Org:
				g = s.addOrg(int32(i), m.Start, m.End)
			}
		}
		s.of = append(s.of, g)
		s.part = append(s.part, g >= 0 && !s.isWhole(int32(i), m))
	}
	for g := range s.groups {
		s.shorten(int32(g))
	}
}

// clipLead is by how much better known, on the scale of prominence, the place
// of a longer name must be than all bearers of its first word alone for that
// word to be taken as short for it: the difference of a village and a capital.
const clipLead = 60

// shorten ties a longer name to the short name that may stand for it in the
// document: one that ends in a generic word to the name without it ("Barrow"
// for "Barrow County"), others to their first word where that is a name of
// little-known places only (after "Addis Ababa", "Addis" is no town in
// Louisiana).
func (s *scratch) shorten(g int32) {
	gr := &s.groups[g]
	if gr.flags&manyWords == 0 || gr.lo == gr.hi || gr.count == 0 {
		return
	}
	sp := &s.spots[gr.first]
	name := s.text[sp.start:sp.end]
	i := strings.LastIndexByte(name, ' ')
	if i <= 0 {
		return
	}
	generic := cueOfWord(name[i+1:])&cueAnyAdm != 0
	if !generic {
		i = strings.IndexByte(name, ' ')
	}
	short, ok := s.names.get(s.hash(name[:i]))
	if !ok || short == g || s.groups[short].longer >= 0 || !generic && s.bestKnown(short)+clipLead > s.bestKnown(g) {
		return
	}
	s.groups[short].longer = g
	s.extend(&s.groups[short], name)
}

// bestKnown is the prominence of the best-known place that bears the name of
// group g.
func (s *scratch) bestKnown(g int32) int {
	gr := &s.groups[g]
	hi := 0
	for i := gr.lo; i < gr.hi; i++ {
		if c := &s.cands[i]; c.class <= gazetteer.Code {
			hi = max(hi, int(c.prom))
		}
	}
	return hi
}

func (s *scratch) valid(m *Mention) bool {
	return 0 <= m.Start && m.Start < m.End && m.End <= len(s.text) && m.End-m.Start <= maxName
}

// addPerson remembers the first and last word of a person's name.
func (s *scratch) addPerson(name string) {
	if i := strings.LastIndexByte(name, ' '); i >= 0 {
		s.persons.slot(s.hash(name[i+1:]), 1)
		name = name[:strings.IndexByte(name, ' ')]
	}
	s.persons.slot(s.hash(name), 1)
}

// hash is the hash of a name's folded form, under which it is the same name in
// capitals, with accents or without.
func (s *scratch) hash(name string) uint64 {
	s.fold = gazetteer.AppendFold(s.fold[:0], name)
	return hashBytes(s.fold)
}

// addMention files a mention under its name's group.
func (s *scratch) addMention(mention int32, start, end int, k kind.Kind) int32 {
	name := s.text[start:end]
	h := s.hash(name)
	if len(s.fold) == 0 {
		return -1
	}
	flags := fromPlace
	switch k {
	case kind.NORP:
		// A nationality word and a place may be spelled alike: Dominican, Lao.
		h, flags = mix(h^uint64(kind.NORP)), fromNORP
	case kind.None:
		flags |= unknownKind
	}
	g, ok := s.names.slot(h, int32(len(s.groups)))
	if !ok {
		s.newGroup(h, name, k)
	}
	if gr := &s.groups[g]; gr.lo == gr.hi && k != kind.NORP && gr.flags&manyWords != 0 {
		if inner := s.placeInside(mention, start, name, facility); inner >= 0 {
			return inner
		}
	}
	s.addSpot(g, mention, start, end, flags)
	return g
}

// isWhole says whether the last spot is all of a mention, not a part of it.
func (s *scratch) isWhole(i int32, m *Mention) bool {
	sp := &s.spots[len(s.spots)-1]
	return sp.mention == i && int(sp.start) == m.Start && int(sp.end) == m.End
}

// addSpot notes that the text names a group at a place.
func (s *scratch) addSpot(g, mention int32, start, end int, flags groupFlags) {
	gr := &s.groups[g]
	if gr.count == 0 {
		gr.first = int32(len(s.spots))
	}
	gr.count++
	gr.flags |= flags
	if start < s.ctx.DatelineEnd && end > s.ctx.DatelineStart {
		gr.flags |= inDateline
	}
	s.spots = append(s.spots, spot{start: int32(start), end: int32(end), group: g, mention: mention})
}

// newGroup makes a group for a name and looks its candidates up.
func (s *scratch) newGroup(h uint64, name string, k kind.Kind) *group {
	n := int32(len(s.groups))
	s.groups = append(s.groups, group{hash: h, base: n, next: -1, anchor: -1, longer: -1, lo: int32(len(s.cands))})
	gr := &s.groups[n]
	if isPlanet(name) {
		gr.flags |= heavenly
	}
	if strings.IndexByte(name, ' ') > 0 {
		gr.flags |= manyWords
	} else if _, ok := s.persons.get(s.hash(name)); ok {
		gr.flags |= likePerson
	}
	if k == kind.NORP {
		s.lookUp(gr, name, onlyDemonyms)
		if _, known := s.g.DemonymRow(name); gr.hi == gr.lo && !known {
			s.lookUp(gr, name, onlyUnits)
		}
		return gr
	}
	want := noDemonyms
	if k == kind.None {
		want = anything
	}
	s.lookUp(gr, name, want)
	if gr.hi == gr.lo {
		s.lookUpVariants(gr, name, want)
	}
	if gr.hi == gr.lo && k == kind.Place {
		s.lookUp(gr, name, anything)
	}
	return gr
}

// want says which candidates a name may have.
type want uint8

const (
	anything     want = iota
	noDemonyms        // PLACE
	onlyDemonyms      // NORP
	onlyUnits         // countries and first-level units by a proper name
	properNames       // no untyped aliases, no demonyms
)

// lookUp appends the candidates of a name to the group's.
func (s *scratch) lookUp(gr *group, name string, w want) {
	s.found = s.g.Candidates(s.found[:0], name)
	gr.lo = int32(len(s.cands))
	for _, f := range s.found {
		if f.Row == gazetteer.NoRow || len(s.cands)-int(gr.lo) >= maxCands {
			continue
		}
		switch {
		case w == noDemonyms && f.Class == gazetteer.Demonym,
			w == onlyDemonyms && f.Class != gazetteer.Demonym,
			w >= onlyUnits && f.Class > gazetteer.Variant:
			continue
		}
		class := classOf(s.g.Feature(f.Row))
		if w == onlyUnits && !class.isUnit() {
			continue
		}
		s.addCand(f, class)
	}
	gr.hi = int32(len(s.cands))
}

func (s *scratch) addCand(f gazetteer.Candidate, class featureClass) {
	c := pointCand(s.g.LatLon(f.Row))
	unit := int32(-1)
	if class != country {
		if code, _ := s.g.Admin1(f.Row); code != "" {
			u, ok := s.units.slot(hashBytes(code), int32(s.nUnits))
			if !ok {
				s.nUnits++
			}
			unit = u
		}
	}
	c.row, c.class, c.prom, c.feature = f.Row, f.Class, f.Prominence, class
	c.country, c.unit = s.nationOf(s.g.Country(f.Row)), unit
	s.cands = append(s.cands, c)
}

// pointCand is a place of which only the point in degrees is known.
func pointCand(lat, lon float64) cand {
	sinLat, cosLat := math.Sincos(lat * math.Pi / 180)
	sinLon, cosLon := math.Sincos(lon * math.Pi / 180)
	return cand{unit: -1, x: float32(cosLat * cosLon), y: float32(cosLat * sinLon), z: float32(sinLat)}
}
