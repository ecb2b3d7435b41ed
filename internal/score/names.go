package score

import (
	"fmt"
	"io"

	"github.com/dateline-go/dateline/entities/kind"
)

// A NameScheme says how the types of a corpus map to kinds.
type NameScheme struct {
	Name  string
	Kinds map[string]kind.Kind // types that are missing are no names
	// NORPIsMisc is set where the corpus counts nationalities as miscellaneous.
	NORPIsMisc bool
}

// NameSchemes are the schemes that `eval names -scheme` knows.
var NameSchemes = []NameScheme{
	{Name: "dateline", Kinds: map[string]kind.Kind{
		"PERSON": kind.Person, "PER": kind.Person, "ORG": kind.Org, "PLACE": kind.Place, "LOC": kind.Place, "NORP": kind.NORP, "MISC": kind.Misc}},
	{Name: "conll", NORPIsMisc: true, Kinds: map[string]kind.Kind{
		"PER": kind.Person, "ORG": kind.Org, "LOC": kind.Place, "MISC": kind.Misc}},
	{Name: "worldwide", Kinds: map[string]kind.Kind{
		"Person": kind.Person, "Organization": kind.Org, "Location": kind.Place, "Facility": kind.Place, "NORP": kind.NORP, "Misc": kind.Misc, "Product": kind.Misc}},
	{Name: "ontonotes", Kinds: map[string]kind.Kind{
		"PERSON": kind.Person, "ORG": kind.Org, "GPE": kind.Place, "LOC": kind.Place, "FAC": kind.Place, "NORP": kind.NORP, "LANGUAGE": kind.NORP,
		"EVENT": kind.Misc, "WORK_OF_ART": kind.Misc, "LAW": kind.Misc, "PRODUCT": kind.Misc}},
}

// ParseNameScheme returns the scheme of that name.
func ParseNameScheme(name string) (NameScheme, error) {
	for _, s := range NameSchemes {
		if s.Name == name {
			return s, nil
		}
	}
	return NameScheme{}, fmt.Errorf("score: unknown scheme %q, want dateline, conll, worldwide or ontonotes", name)
}

// A NameItem is a name in one unit of text: a sentence, with offsets in
// tokens, or a document, with offsets in bytes.
type NameItem struct {
	Start, End int
	Kind       kind.Kind
}

// Counts are those of one kind: names right in span and kind, names found,
// names in the gold.
type Counts struct{ Right, Found, Gold int }

// Precision, recall and F1 in percent; 0 where undefined.
func (c Counts) Precision() float64 { return percent(c.Right, c.Found) }

// Recall is the share of the gold that was found, in percent.
func (c Counts) Recall() float64 { return percent(c.Right, c.Gold) }

// F1 is the harmonic mean of precision and recall, in percent.
func (c Counts) F1() float64 { return percent(2*c.Right, c.Found+c.Gold) }

func percent(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}

func (c Counts) plus(d Counts) Counts {
	return Counts{c.Right + d.Right, c.Found + d.Found, c.Gold + d.Gold}
}

// Names counts names by kind: a name is right when start, end and kind agree.
type Names struct {
	Scheme NameScheme
	ByKind [kind.Count]Counts
}

// Add counts one unit of text. Items are in text order.
func (n *Names) Add(gold, found []NameItem) {
	g := n.relabel(gold)
	f := n.relabel(found)
	for _, m := range g {
		n.ByKind[m.Kind].Gold++
	}
	i := 0
	for _, m := range f {
		n.ByKind[m.Kind].Found++
		for i < len(g) && g[i].Start < m.Start {
			i++
		}
		if i < len(g) && g[i] == m {
			n.ByKind[m.Kind].Right++
		}
	}
}

func (n *Names) relabel(items []NameItem) []NameItem {
	out := make([]NameItem, 0, len(items))
	for _, m := range items {
		if m.Kind == kind.NORP && n.Scheme.NORPIsMisc {
			m.Kind = kind.Misc
		}
		if m.Kind != kind.None && m.Kind != kind.Date {
			out = append(out, m)
		}
	}
	return out
}

// Core is the sum over PERSON, ORG and PLACE.
func (n *Names) Core() Counts {
	return n.ByKind[kind.Person].plus(n.ByKind[kind.Org]).plus(n.ByKind[kind.Place])
}

// All is the sum over all kinds.
func (n *Names) All() Counts {
	return n.Core().plus(n.ByKind[kind.NORP]).plus(n.ByKind[kind.Misc])
}

// Write prints the table: precision, recall and F1 for each kind, for CORE
// (PERSON, ORG and PLACE together) and for ALL.
func (n *Names) Write(w io.Writer) error {
	if _, err := fmt.Fprintf(w, "%-8s %9s %9s %9s %7s %7s\n", "kind", "precision", "recall", "F1", "gold", "found"); err != nil {
		return err
	}
	row := func(name string, c Counts) error {
		_, err := fmt.Fprintf(w, "%-8s %9.2f %9.2f %9.2f %7d %7d\n", name, c.Precision(), c.Recall(), c.F1(), c.Gold, c.Found)
		return err
	}
	for k := kind.Person; k <= kind.Misc; k++ {
		if n.ByKind[k].Gold+n.ByKind[k].Found == 0 {
			continue
		}
		if err := row(k.String(), n.ByKind[k]); err != nil {
			return err
		}
	}
	if err := row("CORE", n.Core()); err != nil {
		return err
	}
	return row("ALL", n.All())
}
