package locate

import (
	"context"

	"github.com/dateline-go/dateline/gazetteer"
)

// scratch is the working state of one document, kept for the next.
type scratch struct {
	g        *gazetteer.Gazetteer
	text     string
	mentions []Mention
	ctx      Context
	call     context.Context // of the call at work

	of      []int32 // group of each mention, -1 for none
	part    []bool  // whether that is the group of a part of the mention
	spots   []spot  // places in the text where a group is named, in text order
	groups  []group
	cands   []cand
	persons table // hashes of the single words of people's names
	names   table // hash of a folded name → group
	units   table // hash of a first-level unit's code → its number in this document
	nUnits  int
	nations []uint16          // countryIndex of each country of the document, none first
	nation  [countries]uint16 // and the inverse

	found    []gazetteer.Candidate
	fold     []byte
	fullName []byte

	// Support, see support.go.
	country []float32 // by country of the document
	level   []float32 // by cand.level
	unit    []float32
	total   float32
	grid    grid
	best    []float32 // of each group, the strongest neighbour in the candidate's reach
	strong  []int32   // candidates of some probability, by group
	closest []float32 // the same within a third of the reach
	touched []int32

	rows      table    // row → index into Resolution.Places
	answers   []Answer // by group
	unitNames []unitName

	weights    *[rounds]features
	homeNation uint16
	home       cand // where the publisher is, if Context says

	rounds int // how many to run: all, except in tests

	// keep makes infer record the features of each candidate and group in the
	// last round, for fitting.
	keep  bool
	trace []features // by candidate
	nils  []features // by group
}

// A spot is a name in the text: a mention, or the part of an organisation's
// name that is a place's.
type spot struct {
	start, end int32
	group      int32
	mention    int32 // index of the mention, -1 for a unit that only the text names
}

// A group is a distinct name of the document.
type group struct {
	hash       uint64
	base       int32 // the group that this one was split from, or itself
	next       int32 // next group split from the same, -1 at the end
	first      int32 // spot that named it first
	count      int32 // spots
	lo, hi     int32 // its candidates
	slo, shi   int32 // of these, the ones that count as evidence, in scratch.strong
	weight     float32
	cue        cues
	flags      groupFlags
	anchor     int32 // the group that was named as its container, -1 for none
	longer     int32 // group of the name with a generic word behind it, -1 for none
	links      [maxLinks]link
	nLinks     uint8
	none       float32 // probability that it is no place the gazetteer has
	noneStatic [rounds]float32
	maxProm    uint8
	primary    int32   // candidate best known by this as its primary name, -1 for none
	nation     uint16  // the country that bears the name, 0 for none
	best       int32   // candidate chosen, -1 for none
	bestMass   float32 // its probability and that of others at the place
}

type groupFlags uint16

const (
	inDateline  groupFlags = 1 << iota // named in the dateline
	fromPlace                          // some mention is a PLACE or of unknown kind
	fromNORP                           // some mention is a nationality word
	fromOrg                            // some mention is part of an organisation's name
	likePerson                         // a person of the document bears the name
	heavenly                           // it is a planet's name
	stripped                           // the name was found only without a part of it
	manyWords                          // the name has more than one word
	unknownKind                        // some mention has no kind
)

// A cand is a place that a group may refer to.
type cand struct {
	row     gazetteer.Row
	class   gazetteer.NameClass
	prom    uint8
	feature featureClass
	country uint16 // number of its country in this document, 0 for none
	unit    int32  // number of its first-level unit in this document, -1 for none
	x, y, z float32
	static  [rounds]float32 // score that does not depend on other choices
	p, q    float32         // probability after the last round and the one at work
}

// table is an open-addressing hash table from non-zero hashes to small numbers.
type table struct {
	keys []uint64
	vals []int32
	used []int32
}

func (t *table) reset(n int) {
	size := 16
	for size < 2*n {
		size *= 2
	}
	// A table that one huge document blew up is let go again.
	if len(t.keys) < size || len(t.keys) > 64*size {
		t.keys, t.vals, t.used = make([]uint64, size), make([]int32, size), t.used[:0]
		return
	}
	for _, i := range t.used {
		t.keys[i] = 0
	}
	t.used = t.used[:0]
}

// slot returns the value of a key and whether it was there; a new key gets v.
func (t *table) slot(key uint64, v int32) (int32, bool) {
	key |= 1
	if 2*len(t.used) >= len(t.keys) {
		t.grow()
	}
	mask := uint64(len(t.keys) - 1)
	for i := key >> 1 & mask; ; i = (i + 1) & mask {
		switch t.keys[i] {
		case key:
			return t.vals[i], true
		case 0:
			t.keys[i], t.vals[i] = key, v
			t.used = append(t.used, int32(i))
			return v, false
		}
	}
}

// get returns the value of a key and whether it is there.
func (t *table) get(key uint64) (int32, bool) {
	key |= 1
	mask := uint64(len(t.keys) - 1)
	for i := key >> 1 & mask; ; i = (i + 1) & mask {
		switch t.keys[i] {
		case key:
			return t.vals[i], true
		case 0:
			return 0, false
		}
	}
}

func (t *table) grow() {
	old := *t
	*t = table{keys: make([]uint64, 2*len(old.keys)), vals: make([]int32, 2*len(old.keys))}
	for _, i := range old.used {
		t.slot(old.keys[i], old.vals[i])
	}
}

// stopped asks now and then, as i counts up, whether the call is cancelled.
func (s *scratch) stopped(i int) bool { return i%256 == 255 && s.call.Err() != nil }

func (s *scratch) reset(g *gazetteer.Gazetteer, text string, mentions []Mention, ctx Context) {
	s.g, s.text, s.mentions, s.ctx = g, text, mentions, ctx
	s.call = context.Background()
	s.of, s.part = s.of[:0], s.part[:0]
	s.spots = s.spots[:0]
	s.groups = s.groups[:0]
	s.cands = s.cands[:0]
	s.rows.reset(8)
	s.trace, s.nils = s.trace[:0], s.nils[:0]
	s.persons.reset(8)
	s.names.reset(len(mentions))
	s.units.reset(8)
	s.nUnits = 0
	for _, c := range s.nations {
		s.nation[c] = 0
	}
	s.nations = append(s.nations[:0], 0)
	s.weights, s.rounds = &fitted, rounds
	s.homeNation = s.nationOf(ctx.HomeCountry)
	if ctx.HasHomePoint {
		s.home = pointCand(ctx.HomeLat, ctx.HomeLon)
	}
}

// nationOf numbers the countries of the document from 1; none is 0.
func (s *scratch) nationOf(code string) uint16 {
	i := countryIndex(code)
	if i == 0 {
		return 0
	}
	if s.nation[i] == 0 {
		s.nation[i] = uint16(len(s.nations))
		s.nations = append(s.nations, i)
	}
	return s.nation[i]
}

// zeros returns a slice of n zeros in the room of v.
func zeros(v []float32, n int) []float32 {
	if cap(v) < n {
		return make([]float32, n, 2*n)
	}
	v = v[:n]
	clear(v)
	return v
}

// hashBytes is FNV-1a with its bits mixed, so that any of them may index a table.
func hashBytes[T string | []byte](b T) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(b); i++ {
		h = (h ^ uint64(b[i])) * 1099511628211
	}
	return mix(h)
}

func mix(h uint64) uint64 {
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	return h ^ h>>33
}
