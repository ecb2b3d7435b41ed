package link

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/entities/kind"
)

// collect decides each mention in text order and builds the entities.
func (l *Linker) collect(text string, ms []Mention, known *Names) Links {
	out := Links{Of: make([]int, len(ms)), Titles: make([]string, len(ms))}
	copy(out.Titles, l.titles)
	l.forms = l.forms[:0]
	l.sizes = l.sizes[:0]
	l.refs.reset(len(l.names)) // from here on: entity and name → seen
	total := 0
	for i := range ms {
		if l.stopped(i) {
			return Links{}
		}
		id := l.nameOf[i]
		if id < 0 {
			out.Of[i] = -1
			continue
		}
		r := l.decide(text, ms, id, i)
		e := l.names[r].entity
		if e < 0 {
			e = int32(len(l.sizes))
			l.names[r].entity = e
			l.sizes = append(l.sizes, entitySize{kind: ms[i].Kind})
		}
		l.names[r].last = int32(i)
		if l.crowded {
			l.refresh(r, id)
		}
		out.Of[i] = int(e)
		l.sizes[e].mentions++
		total++
		if key := mix(mix(hashSeed, uint64(e)), uint64(id)); l.refs.get(key) < 0 {
			l.refs.put(key, 1)
			l.forms = append(l.forms, form{entity: e, name: id})
			l.sizes[e].names++
		}
	}

	out.Entities = make([]Entity, len(l.sizes))
	mentions := make([]int, total)
	names := make([]string, len(l.forms))
	for e := range out.Entities {
		s := &l.sizes[e]
		out.Entities[e].Kind = s.kind
		out.Entities[e].Mentions = mentions[:0:s.mentions]
		out.Entities[e].Names = names[:0:s.names]
		mentions, names = mentions[s.mentions:], names[s.names:]
	}
	for i, e := range out.Of {
		if e < 0 {
			continue
		}
		ent := &out.Entities[e]
		ent.Mentions = append(ent.Mentions, i)
		if ms[i].Kind == kind.Person {
			l.addRoles(ent, text, ms, i)
		}
	}
	for _, f := range l.forms {
		ent := &out.Entities[f.entity]
		n := &l.names[f.name]
		if known != nil && ent.Ref == "" {
			known.apply(ent, text[ms[n.mention].Start:ms[n.mention].End])
		}
		m := &ms[n.mention]
		shown := oneLine(text[m.Start:m.End])
		if len(ent.Names) <= maxForms && slices.Contains(ent.Names, shown) {
			continue // with another title
		}
		ent.Names = append(ent.Names, shown)
		w := l.weight(n, m)
		if s := &l.sizes[f.entity]; w > s.best {
			s.best = w
			s.bestName = len(ent.Names) - 1
		}
	}
	for e := range out.Entities {
		ent := &out.Entities[e]
		b := l.sizes[e].bestName
		best := ent.Names[b]
		copy(ent.Names[1:b+1], ent.Names[:b])
		ent.Names[0] = best
		if ent.Name == "" {
			ent.Name = best
		}
	}
	return out
}

// maxForms bounds the forms of a name that are compared with a new one.
const maxForms = 16

type form struct{ entity, name int32 }

type entitySize struct {
	kind            kind.Kind
	mentions, names int
	best, bestName  int
}

// weight says how full a form of a name is: the more words the fuller, forms in
// capitals and borrowed surnames last.
func (l *Linker) weight(n *name, m *Mention) int {
	w := 1 + 8*int(n.n)*(m.End-m.Start+64)
	if n.implied {
		w = 1 + 8*(m.End-m.Start+96)
	}
	if n.shouted || n.acronym {
		w = 1 + w/16
	}
	return w
}

// oneLine replaces line ends inside a name, as in hard-wrapped text, by spaces.
func oneLine(s string) string {
	if strings.IndexByte(s, '\n') < 0 {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// decide returns the root that mention i of a name belongs to. Who was named
// in the same paragraph comes first, then who bore the short name before, as
// writers keep to one bearer and give others their full name.
func (l *Linker) decide(text string, ms []Mention, id int32, i int) int32 {
	n := &l.names[id]
	if !n.unsure {
		return l.root(id)
	}
	gender := titleGender(l.titles[i])
	para := l.paragraph(text, ms, i)
	parts := l.parts[n.parts : n.parts+n.n]
	best, bestRank := int32(-1), int32(0)
	consider := func(word uint64) {
		s := l.words1.get(mix(uint64(n.kind), word))
		if s < 0 {
			return
		}
		sl := &l.slots[s]
		for _, other := range sl.root[:sl.n] {
			r := l.root(other)
			if r == best || !l.belongs(n, &l.names[other]) {
				continue
			}
			root := &l.names[r]
			if gender != 0 && opposite(root.gender, gender) {
				continue
			}
			rank := 8 * l.rank(n, &l.names[other])
			if root.gender == 'F' && gender == 'm' {
				rank -= 16
			} else if root.gender == 'F' && gender == 'f' {
				rank += 16
			}
			switch {
			case root.last < 0:
				rank -= 64 // not mentioned yet: only if nothing before fits
			case root.last >= para:
				rank += 4 // named in this paragraph
			}
			if n.bearer == r {
				rank += 2 // has borne the short name before
			}
			if best >= 0 && (rank < bestRank || rank == bestRank && !l.prior(r, best)) {
				continue
			}
			best, bestRank = r, rank
		}
	}
	consider(parts[len(parts)-1].hash)
	if len(parts) > 1 {
		consider(parts[0].hash)
	}
	if parts[0].alt != parts[0].hash {
		consider(parts[0].alt)
	}
	if best < 0 {
		return id
	}
	n.bearer = best
	return best
}

// opposite reports whether two genders contradict each other. A guess does not.
func opposite(a, b byte) bool { return a == 'm' && b == 'f' || a == 'f' && b == 'm' }

// prior reports whether root a is the likelier one of two that nothing else
// tells apart: for bodies the one mentioned last, as "the ministry" is; for
// people the one introduced first, whom the story is about.
func (l *Linker) prior(a, b int32) bool {
	x, y := &l.names[a], &l.names[b]
	if x.kind == kind.Person {
		return x.first < y.first
	}
	return x.last > y.last || x.last == y.last && x.first < y.first
}

// paragraph returns the first mention of the paragraph of mention i.
func (l *Linker) paragraph(text string, ms []Mention, i int) int32 {
	j := i
	for j > 0 && i-j < maxParagraph && strings.IndexByte(text[ms[j-1].End:ms[j].Start], '\n') < 0 {
		j--
	}
	return int32(j)
}

// maxParagraph bounds the mentions looked back over for the paragraph's start.
const maxParagraph = 30

// rank says where in a person's name a single word stands: surnames stand for
// people more often than given names, and both more often than middle names.
func (l *Linker) rank(s, long *name) int32 {
	if s.kind != kind.Person || s.n != 1 {
		return 1
	}
	h := l.parts[s.parts].hash
	switch {
	case l.parts[long.parts+long.n-1].hash == h:
		return 3
	case l.parts[long.parts].hash == h:
		return 2
	}
	return 1
}

// refresh keeps the names mentioned last in slots that overflowed.
func (l *Linker) refresh(root, id int32) {
	n := &l.names[id]
	if n.unsure {
		return
	}
	for i := n.parts; i < n.parts+n.n && i < n.parts+maxParts; i++ {
		s := l.words1.get(mix(uint64(n.kind), l.parts[i].hash))
		if s < 0 || !l.slots[s].full {
			continue
		}
		sl := &l.slots[s]
		oldest := 0
		for j, other := range sl.root[:sl.n] {
			if l.root(other) == root {
				oldest = -1
				break
			}
			if l.names[l.root(other)].last < l.names[l.root(sl.root[oldest])].last {
				oldest = j
			}
		}
		if oldest >= 0 {
			sl.root[oldest] = id
		}
	}
}
