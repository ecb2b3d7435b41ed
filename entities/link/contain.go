package link

import "github.com/dateline-go/dateline/entities/kind"

// maxParts caps the length by which names are ordered.
const maxParts = 12

// contain unites short names with the one longer name that contains them, and
// marks those that more than one contains, to be decided at each mention. It
// goes from long names to short ones, so that every name finds all that may
// contain it.
func (l *Linker) contain() {
	l.sortByLength()
	for i, id := range l.order {
		if l.stopped(i) {
			return
		}
		n := &l.names[id]
		switch n.kind {
		case kind.Person, kind.Org, kind.Misc, kind.Place:
			l.place(id, l.candidates(id))
		}
	}
}

// sortByLength fills order with all names, most parts first and else in text
// order, by counting.
func (l *Linker) sortByLength() {
	var counts [maxParts + 2]int32
	size := func(n *name) int32 {
		k := 2 * (min(n.n, maxParts/2))
		if n.qualifier != 0 || n.placed || n.n == 1 && n.gender != 0 {
			k++ // before the same name without its qualifier, place or "Mr."
		}
		return k
	}
	for i := range l.names {
		counts[size(&l.names[i])]++
	}
	var at [maxParts + 2]int32
	pos := int32(0)
	for k := len(counts) - 1; k >= 0; k-- {
		at[k] = pos
		pos += counts[k]
	}
	if cap(l.order) < len(l.names) {
		l.order = make([]int32, len(l.names), len(l.names)+len(l.names)/2)
	}
	l.order = l.order[:len(l.names)]
	for i := range l.names {
		k := size(&l.names[i])
		l.order[at[k]] = int32(i)
		at[k]++
	}
}

// place enters a name: on its own, as part of the one name that contains it,
// or as unsure.
func (l *Linker) place(id int32, cand []int32) {
	n := &l.names[id]
	switch {
	case len(cand) == 1:
		l.unite(cand[0], id)
		l.register(l.root(id), id)
	case len(cand) == 0 || n.parent != id || n.joined:
		l.register(l.root(id), id)
	default:
		n.unsure = true
	}
}

// candidates returns the roots of the names entered before that may be the
// same entity as a name.
func (l *Linker) candidates(id int32) []int32 {
	l.cand = l.cand[:0]
	n := &l.names[id]
	if n.n == 0 {
		return nil
	}
	if n.acronym && n.n == 1 && n.kind != kind.Person && n.kind != kind.Place {
		key := mix(uint64(n.kind), l.parts[n.parts].hash)
		if n.apart {
			key = mix(key, signing)
		}
		if r := l.acros.get(key); r >= 0 {
			l.cand = append(l.cand, l.root(r))
			return l.cand
		}
	}
	parts := l.parts[n.parts : n.parts+n.n]
	l.fromSlot(id, n.kind, parts[len(parts)-1].hash)
	if len(parts) > 1 {
		l.fromSlot(id, n.kind, parts[0].hash)
		if parts[0].flags&initial != 0 && n.kind == kind.Person && len(l.cand) == 0 && len(parts) > 2 {
			l.fromSlot(id, n.kind, parts[1].hash)
		}
	}
	if parts[0].alt != parts[0].hash {
		l.fromSlot(id, n.kind, parts[0].alt)
	}
	return l.cand
}

// signing sets the keys of agencies apart, which sign in brackets.
const signing = 0x7369676e

// newsAgency reports whether a name is that of an agency, which signs by its
// initials in brackets before it is named: "(AP)" is the Associated Press and
// not Air Peace.
func (l *Linker) newsAgency(n *name) bool {
	for _, p := range l.parts[n.parts : n.parts+n.n] {
		switch p.hash {
		case hashOf("press"), hashOf("presse"), hashOf("news"), hashOf("agency"):
			return true
		}
	}
	return false
}

// fromSlot adds the roots in the slot of one word that a name may belong to.
func (l *Linker) fromSlot(id int32, k kind.Kind, word uint64) {
	s := l.words1.get(mix(uint64(k), word))
	if s < 0 {
		return
	}
	sl := &l.slots[s]
next:
	for _, other := range sl.root[:sl.n] {
		r := l.root(other)
		for _, c := range l.cand {
			if c == r {
				continue next
			}
		}
		if r != l.root(id) && l.belongs(&l.names[id], &l.names[other]) {
			l.cand = append(l.cand, r)
		}
	}
}

// register enters the words of a name, so that shorter names find it.
func (l *Linker) register(root, id int32) {
	n := &l.names[id]
	for i := n.parts; i < n.parts+n.n; i++ {
		p := &l.parts[i]
		if p.flags&initial != 0 {
			continue
		}
		l.enter(n.kind, p.hash, id)
		if p.alt != p.hash {
			l.enter(n.kind, p.alt, id)
		}
	}
	if n.initials != 0 && n.n >= 2 {
		for _, h := range [...]uint64{n.initials, n.allInitials} {
			if h == 0 {
				continue
			}
			key := mix(uint64(n.kind), h)
			if l.acros.get(key) < 0 {
				l.acros.put(key, id)
			}
			if key = mix(key, signing); l.acros.get(key) < 0 && l.newsAgency(n) {
				l.acros.put(key, id)
			}
		}
	}
}

func (l *Linker) enter(k kind.Kind, word uint64, id int32) {
	key := mix(uint64(k), word)
	s := l.words1.get(key)
	if s < 0 {
		s = int32(len(l.slots))
		l.slots = append(l.slots, slot{})
		l.words1.put(key, s)
	}
	sl := &l.slots[s]
	for _, r := range sl.root[:sl.n] {
		if r == id {
			return
		}
	}
	if int(sl.n) == slotSize {
		sl.full = true
		l.crowded = true
		return
	}
	sl.root[sl.n] = id
	sl.n++
}

// belongs reports whether the shorter name s may name the same entity as the
// longer or equally long one.
func (l *Linker) belongs(s, long *name) bool {
	l.compared++
	if s.kind == kind.Person {
		return l.samePerson(s, long)
	}
	return l.sameBody(s, long)
}

// sameBody judges names of organisations, places and other things.
func (l *Linker) sameBody(s, long *name) bool {
	sp, lp := l.parts[s.parts:s.parts+s.n], l.parts[long.parts:long.parts+long.n]
	if len(sp) == len(lp) {
		if (s.qualifier != 0 || long.qualifier == 0) && (s.placed || !long.placed) {
			return false
		}
		for i := range sp {
			if sp[i].hash != lp[i].hash {
				return false
			}
		}
		return true
	}
	if s.qualifier != 0 && long.qualifier != s.qualifier {
		return false
	}
	if s.kind == kind.Place {
		return false
	}
	if len(sp) == 1 && sp[0].flags&weak != 0 {
		return false
	}
	if len(sp) == 1 && len(lp) == 2 && sp[0].alt != sp[0].hash && sp[0].alt == lp[0].hash {
		return true // "the Greens", the Green Party
	}
	if ends(sp, lp) { // "Red Sox", "Supreme Court"
		if len(sp) == 1 && len(lp) == 2 && lp[1].hash == hashOf("house") && lp[0].hash == hashOf("white") {
			return false // the House is one of Congress
		}
		return lp[len(lp)-len(sp)].flags&complement == 0
	}
	if begins(sp, lp) { // "Goldman"
		return l.shortens(s, long)
	}
	if s.kind != kind.Org {
		return false
	}
	if len(sp) == 1 { // "the Center" for the Woodrow Wilson International Center for Scholars
		p := find(lp, sp[0].hash)
		return sp[0].flags&generic != 0 && p != nil && p.flags&complement == 0
	}
	// "Wilson Center"
	p := find(lp, sp[1].hash)
	return len(sp) == 2 && sp[0].flags&weak == 0 && p != nil && p.flags&complement == 0 && spread(sp, lp)
}

// shortens reports whether a name may be called by its beginning s.
func (l *Linker) shortens(s, long *name) bool {
	sp, lp := l.parts[s.parts:s.parts+s.n], l.parts[long.parts:long.parts+long.n]
	telling := len(sp) > 1
	for _, p := range sp {
		telling = telling || p.flags&(weak|generic) == 0
	}
	if !telling {
		return len(sp) == 1 && sp[0].flags&weak == 0 && lp[1].flags&complement != 0 // "the Bank" of England
	}
	rest := lp[len(sp):]
	if s.acronym && len(sp) == 1 {
		return len(rest) == 1 && rest[0].flags&kindWord != 0 // the EU and the EU Commission are two
	}
	if s.kind != kind.Org {
		return true
	}
	// The head is the last word, or that before "of": a committee of a
	// parliament is not the parliament, the Bank of Richmond not Richmond's.
	head := len(lp) - 1
	for i := range lp {
		if lp[i].flags&complement != 0 {
			head = i - 1
			break
		}
	}
	if head >= len(sp) && (lp[head].flags&organWord != 0 || head < len(lp)-1) {
		return false
	}
	// A name that the story used before the longer one, its headline aside,
	// is a name of its own: Toshiba, then Toshiba Energy Systems.
	return s.body < 0 || long.first < s.body || rest[len(rest)-1].flags&kindWord != 0
}

func begins(sp, lp []part) bool {
	if len(sp) > len(lp) {
		return false
	}
	for i := range sp {
		if sp[i].hash != lp[i].hash {
			return false
		}
	}
	return true
}

func ends(sp, lp []part) bool {
	if len(sp) > len(lp) {
		return false
	}
	lp = lp[len(lp)-len(sp):]
	for i := range sp {
		if sp[i].hash != lp[i].hash {
			return false
		}
	}
	return true
}

// find returns the word of that hash, nil where there is none.
func find(lp []part, h uint64) *part {
	for i := range lp {
		if lp[i].hash == h {
			return &lp[i]
		}
	}
	return nil
}

// spread reports whether the words of sp stand in lp in their order.
func spread(sp, lp []part) bool {
	j := 0
	for i := range lp {
		if j < len(sp) && sp[j].hash == lp[i].hash {
			j++
		}
	}
	return j == len(sp)
}
