// Package link finds out who is who: it groups the mentions of a document into
// entities and collects what the text says beside their names.
//
// A mention is linked by its words and its place in the text alone: a short
// form belongs to the fuller name that contains it, an acronym to the name it
// abbreviates or stands beside in brackets, a surname that two people share to
// the one mentioned last. Work grows linearly with the number of mentions.
package link

import (
	"context"

	"github.com/dateline-go/dateline/entities/kind"
)

// A Mention is a name in the text. Start and End are byte offsets, half-open.
type Mention struct {
	Start, End int
	Kind       kind.Kind
	Score      float32 // how sure the tagger is of span and kind, 0 to 1; 0 where unknown
	Place      string  // reference of the gazetteer place it was resolved to, "" for none
	Area       bool    // that place is a country, region or town, in which a facility of another name may lie
	Country    string  // ISO 3166-1 alpha-2: the country that a NORP refers to or that a PLACE is
}

// An Entity is what one or more mentions name.
type Entity struct {
	Kind     kind.Kind
	Name     string   // the fullest form in the text
	Names    []string // all forms, Name first, case aside
	Roles    []string // people: titles and appositives found beside the names, in text order
	Ref      string   // the caller's id, from Names
	Mentions []int    // indices into the mentions, ascending
}

// Links is the result of Group.
type Links struct {
	Entities []Entity // in order of first mention
	Of       []int    // index of the entity of each mention, -1 for dates
	Titles   []string // title before each mention of a person, "" where there is none
}

// Group groups the mentions of a text, which must be in text order and not
// overlap. known may be nil. See Linker for repeated use.
func Group(text string, mentions []Mention, known *Names) Links {
	return new(Linker).Group(text, mentions, known)
}

// A Linker is the memory that grouping works in. The zero Linker is ready; one
// that is used again allocates little more than its results. It is not safe
// for concurrent use.
type Linker struct {
	defs     []definition    // acronyms that the text introduces
	lines    []span          // lines in capitals
	ctx      context.Context // of the call at work
	words    []word
	parts    []part
	names    []name
	nameOf   []int32 // name of each mention, -1 for dates
	intern   table   // kind and words → name
	refs     table   // place reference → name
	words1   table   // kind and one word → slot
	acros    table   // kind and initials → name
	slots    []slot
	order    []int32 // names, those with most words first
	titles   []string
	cand     []int32
	forms    []form // names of each entity
	sizes    []entitySize
	evid     []evidence // Kinds: what the document says about each name
	lone     []bool     // Kinds: whether each mention is one word
	extra    []Mention
	missed   []missed // Kinds: words that may be mentions
	crowded  bool     // a slot has overflowed
	compared int      // comparisons of two names for the last document
}

// A slot lists the entities whose names hold one word, by their root names.
type slot struct {
	root [slotSize]int32
	n    int8
	full bool // more names hold the word than fit
}

// slotSize bounds the candidates of a short name. A word that more entities of
// a document share stands for those mentioned most recently.
const slotSize = 6

type span struct{ start, end int }

// Group groups the mentions of a text; see the function of that name.
func (l *Linker) Group(text string, ms []Mention, known *Names) Links {
	links, _ := l.GroupContext(context.Background(), text, ms, known) // cannot fail
	return links
}

// GroupContext is Group that gives up soon after ctx is cancelled, with the
// context's error.
func (l *Linker) GroupContext(ctx context.Context, text string, ms []Mention, known *Names) (Links, error) {
	l.ctx = ctx
	defer func() { l.ctx = nil }()
	l.reset(len(ms))
	for _, step := range [...]func(){
		func() { l.read(text, ms, known) },
		func() { l.equate(text, ms) },
		l.contain,
	} {
		if step(); ctx.Err() != nil {
			return Links{}, ctx.Err()
		}
	}
	links := l.collect(text, ms, known)
	return links, ctx.Err()
}

// stopped asks now and then, as i counts up, whether the call is cancelled.
func (l *Linker) stopped(i int) bool { return i%1024 == 1023 && l.ctx.Err() != nil }

func (l *Linker) reset(n int) {
	l.parts = l.parts[:0]
	l.names = l.names[:0]
	l.nameOf = l.nameOf[:0]
	l.slots = l.slots[:0]
	l.order = l.order[:0]
	l.crowded = false
	l.compared = 0
	l.intern.reset(n)
	l.refs.reset(n)
	l.words1.reset(2 * n)
	l.acros.reset(n)
}

// root returns the name at the root of a name's union.
func (l *Linker) root(n int32) int32 {
	for l.names[n].parent != n {
		l.names[n].parent = l.names[l.names[n].parent].parent
		n = l.names[n].parent
	}
	return n
}

// unite makes b's union part of a's.
func (l *Linker) unite(a, b int32) {
	a, b = l.root(a), l.root(b)
	if a == b {
		return
	}
	l.names[b].parent = a
	l.names[a].joined = true
	l.names[a].first = min(l.names[a].first, l.names[b].first)
	if g := l.names[a].gender; g == 0 || g == 'F' && l.names[b].gender != 0 {
		l.names[a].gender = l.names[b].gender
	}
	if l.names[a].junior == 0 {
		l.names[a].junior = l.names[b].junior
	}
}
