// Package ner holds what the name tagger and its trainer share: labels, word
// attributes, lexica, the choice of what can be part of a name, and features.
// The trainer and the decoder run this same code, so that a feature means the
// same thing to both.
package ner

import "github.com/dateline-go/dateline/entities/kind"

// A Label is one tag of the BILOU scheme over the five kinds of name. Out is
// outside every name; the labels of kind k (1 to 5) are numbered from
// 1+4(k-1): begin, inside, last, unit.
type Label uint8

// Out marks a token outside every name.
const Out Label = 0

// Parts of a name, in the order of label numbers.
const (
	Begin = iota
	Inside
	Last
	Unit
)

// Kinds is the number of kinds of name, Labels the number of labels.
const (
	Kinds  = 5
	Labels = 1 + 4*Kinds
)

// Make returns the label of a part of a name of kind k.
func Make(k kind.Kind, part int) Label { return Label(1 + 4*(int(k)-1) + part) }

// Kind returns the kind of name that l belongs to, kind.None for Out.
func (l Label) Kind() kind.Kind {
	if l == Out {
		return kind.None
	}
	return kind.Kind((l-1)/4 + 1)
}

// Part returns which part of a name l marks; it means nothing for Out.
func (l Label) Part() int { return int(l-1) & 3 }

// Opens reports whether a name may start at l: l is Out, begin or unit.
func (l Label) Opens() bool { return l == Out || l.Part() == Begin || l.Part() == Unit }

// Closes reports whether a name may end at l: l is Out, last or unit.
func (l Label) Closes() bool { return l == Out || l.Part() == Last || l.Part() == Unit }

// Follows reports whether b may come right after a.
func Follows(a, b Label) bool {
	if a.Closes() {
		return b.Opens()
	}
	return !b.Opens() && a.Kind() == b.Kind()
}

// A Name is a run of tokens [First, Last) of one kind.
type Name struct {
	First, Last int
	Kind        kind.Kind
}

// Encode writes the labels of names, which must not overlap, over n tokens.
func Encode(n int, names []Name) []Label {
	labels := make([]Label, n)
	for _, m := range names {
		if m.Last-m.First == 1 {
			labels[m.First] = Make(m.Kind, Unit)
			continue
		}
		labels[m.First] = Make(m.Kind, Begin)
		for i := m.First + 1; i < m.Last-1; i++ {
			labels[i] = Make(m.Kind, Inside)
		}
		labels[m.Last-1] = Make(m.Kind, Last)
	}
	return labels
}

// Decode returns the names that well-formed labels mark.
func Decode(labels []Label) []Name {
	var names []Name
	first := 0
	for i, l := range labels {
		if l == Out {
			continue
		}
		if l.Opens() {
			first = i
		}
		if l.Closes() {
			names = append(names, Name{first, i + 1, l.Kind()})
		}
	}
	return names
}

// Groups is the number of groups that labels fall in where they meet across
// the edge of names: outside, and each kind.
const Groups = 1 + Kinds

// Group returns the group of l. What it costs to go from one name to the next
// depends on the groups alone, not on how long the names are.
func (l Label) Group() int { return int(l.Kind()) }
