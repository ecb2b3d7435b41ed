package score

import (
	"fmt"
	"io"
	"sort"

	"github.com/dateline-go/dateline/internal/corpus"
)

// Dates are the TempEval-3 counts of temporal expressions. Add documents, then
// read the measures; all of them are micro-averages over everything added.
type Dates struct {
	Gold, System                                 int // expressions
	Relaxed, Strict, Value, Type, StrictAndValue int // paired ones that agree

	// Errors are the pairs and single expressions that do not agree, in text
	// order, kept where Keep is set.
	Keep   bool
	Errors []DateError
}

// A DateError is a difference between gold and system; one of the two is nil
// where the other found no partner.
type DateError struct {
	Doc          string
	Gold, System *corpus.Timex
}

// Add scores one document. Expressions are paired as the official toolkit does:
// in text order, one to one, an expression with the first one of the other side
// that overlaps it and is not taken.
func (s *Dates) Add(doc string, gold, system []corpus.Timex) {
	gold, system = sortedTimexes(gold), sortedTimexes(system)
	s.Gold += len(gold)
	s.System += len(system)
	pairs := pairTimexes(gold, system)
	goldUsed, systemUsed := make([]bool, len(gold)), make([]bool, len(system))
	for _, p := range pairs {
		g, y := &gold[p[0]], &system[p[1]]
		goldUsed[p[0]], systemUsed[p[1]] = true, true
		strict, value, typ := g.Text == y.Text, g.Value == y.Value, g.Type == y.Type
		s.Relaxed++
		s.Strict += count(strict)
		s.Value += count(value)
		s.Type += count(typ)
		s.StrictAndValue += count(strict && value)
		if s.Keep && !(strict && value && typ) {
			s.Errors = append(s.Errors, DateError{doc, g, y})
		}
	}
	if !s.Keep {
		return
	}
	for i := range gold {
		if !goldUsed[i] {
			s.Errors = append(s.Errors, DateError{doc, &gold[i], nil})
		}
	}
	for i := range system {
		if !systemUsed[i] {
			s.Errors = append(s.Errors, DateError{doc, nil, &system[i]})
		}
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func sortedTimexes(xs []corpus.Timex) []corpus.Timex {
	xs = append([]corpus.Timex(nil), xs...)
	sort.SliceStable(xs, func(i, j int) bool {
		if xs[i].Start != xs[j].Start {
			return xs[i].Start < xs[j].Start
		}
		return xs[i].End < xs[j].End
	})
	return xs
}

// pairTimexes returns pairs of indices. The sweep goes through both sides in
// order of start and pairs an expression with the last one of the other side
// where that still reaches it and has no partner.
func pairTimexes(gold, system []corpus.Timex) [][2]int {
	var pairs [][2]int
	g, y := -1, -1 // last seen of each side, -1 where it has a partner
	for i, j := 0, 0; i < len(gold) || j < len(system); {
		if j == len(system) || i < len(gold) && gold[i].Start <= system[j].Start {
			g = i
			if y >= 0 && system[y].End > gold[i].Start {
				pairs = append(pairs, [2]int{i, y})
				g, y = -1, -1
			}
			i++
		} else {
			y = j
			if g >= 0 && gold[g].End > system[j].Start {
				pairs = append(pairs, [2]int{g, j})
				g, y = -1, -1
			}
			j++
		}
	}
	return pairs
}

// Counts returns a measure such as s.Strict with its denominators.
func (s *Dates) Counts(right int) Counts { return Counts{right, s.System, s.Gold} }

// WriteHeader and WriteRow print the measures as a table, in percent.
func (*Dates) WriteHeader(w io.Writer) {
	fmt.Fprintf(w, "%-28s %6s %6s  %s  %s  %s  %6s\n", "dates", "gold", "found",
		"strict P     R    F1", "relaxed P     R    F1", "value P     R    F1", "type")
}

// WriteRow prints one line of the table, named.
func (s *Dates) WriteRow(w io.Writer, name string) {
	strict, relaxed, value, typ := s.Counts(s.Strict), s.Counts(s.Relaxed), s.Counts(s.Value), s.Counts(s.Type)
	fmt.Fprintf(w, "%-28s %6d %6d   %6.2f %5.2f %5.2f    %6.2f %5.2f %5.2f  %6.2f %5.2f %5.2f  %6.2f\n", name, s.Gold, s.System,
		strict.Precision(), strict.Recall(), strict.F1(), relaxed.Precision(), relaxed.Recall(), relaxed.F1(),
		value.Precision(), value.Recall(), value.F1(), typ.F1())
}
