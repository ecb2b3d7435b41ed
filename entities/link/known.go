package link

import "github.com/dateline-go/dateline/entities/kind"

// A Known is a name that the caller knows: its own person, organisation or
// other entity.
type Known struct {
	Name    string    // canonical name, reported as the entity's name
	Aliases []string  // other names for it
	Kind    kind.Kind // None fits mentions of any kind
	Ref     string    // the caller's id
}

// Names are known names, compiled once and then read only; safe for concurrent
// use.
type Names struct {
	list  []Known
	index map[uint64][]int32 // folded words of a name or alias → list
}

// NewNames compiles known names. A name that stands under several entries
// belongs to the first whose kind fits.
func NewNames(list []Known) *Names {
	ns := &Names{list: append([]Known(nil), list...), index: make(map[uint64][]int32, 2*len(list))}
	var ws []word
	for i := range ns.list {
		k := &ns.list[i]
		k.Aliases = append([]string(nil), k.Aliases...)
		for j := -1; j < len(k.Aliases); j++ {
			s := k.Name
			if j >= 0 {
				s = k.Aliases[j]
			}
			key, ok := wordsKey(&ws, s)
			if ok {
				ns.index[key] = append(ns.index[key], int32(i))
			}
		}
	}
	return ns
}

// wordsKey is the hash of all words of a name, false where it has none.
func wordsKey(ws *[]word, s string) (key uint64, ok bool) {
	*ws = appendWords((*ws)[:0], s, 0)
	key = hashSeed
	for i := range *ws {
		key = mix(key, (*ws)[i].hash)
	}
	return key, len(*ws) > 0
}

// find returns the entry for a name of a kind, nil where there is none.
func (ns *Names) find(ws *[]word, s string, k kind.Kind) *Known {
	key, ok := wordsKey(ws, s)
	if !ok {
		return nil
	}
	for _, i := range ns.index[key] {
		if e := &ns.list[i]; e.Kind == kind.None || e.Kind == k {
			return e
		}
	}
	return nil
}

// apply gives an entity the canonical name and id of a known one.
func (ns *Names) apply(e *Entity, form string) {
	var buf [8]word
	ws := buf[:0]
	if k := ns.find(&ws, form, e.Kind); k != nil {
		e.Ref = k.Ref
		e.Name = k.Name
	}
}
