package score

import (
	"fmt"
	"io"

	"github.com/dateline-go/dateline/entities/kind"
)

// A LinkItem is a mention of one document with the entity it names. Entities
// are numbered from 0 within the gold and within the answer; the numbers need
// not agree.
type LinkItem struct {
	Start, End int
	Kind       kind.Kind
	Entity     int
}

// Links scores entities by B³ (Bagga and Baldwin, 1998), each mention counting
// once. For a mention that gold and answer share, precision is the share of
// its answered entity, and recall the share of its gold entity, that lies in
// both its entities. A mention that only one side has (other bytes or another
// kind) scores 0 there, so that errors of recognition count in full; given the
// gold mentions, what is left is linking alone.
type Links struct {
	ByKind [kind.Count]LinkSums
}

// LinkSums are the sums of one kind.
type LinkSums struct {
	PrecisionSum, RecallSum float64
	Found, Gold             int // mentions
}

// Precision is B³ precision in percent; 0 where nothing was found.
func (s LinkSums) Precision() float64 { return share(s.PrecisionSum, s.Found) }

// Recall is B³ recall in percent; 0 where there is no gold.
func (s LinkSums) Recall() float64 { return share(s.RecallSum, s.Gold) }

// F1 is the harmonic mean of precision and recall, in percent.
func (s LinkSums) F1() float64 {
	p, r := s.Precision(), s.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func share(sum float64, n int) float64 {
	if n == 0 {
		return 0
	}
	return 100 * sum / float64(n)
}

// Add scores one document. Items are in text order; dates are left out, as
// they name no entity.
func (l *Links) Add(gold, found []LinkItem) {
	type pair struct{ gold, found int }
	goldSize, foundSize, both := map[int]int{}, map[int]int{}, map[pair]int{}
	twin := make([]int, len(found)) // the gold item at the same bytes, -1 for none
	for _, g := range gold {
		if g.Kind != kind.Date {
			goldSize[g.Entity]++
			l.ByKind[g.Kind].Gold++
		}
	}
	i := 0
	for j, f := range found {
		twin[j] = -1
		if f.Kind == kind.Date {
			continue
		}
		foundSize[f.Entity]++
		l.ByKind[f.Kind].Found++
		for i < len(gold) && gold[i].Start < f.Start {
			i++
		}
		if i < len(gold) && gold[i].Start == f.Start && gold[i].End == f.End && gold[i].Kind == f.Kind {
			twin[j] = i
			both[pair{gold[i].Entity, f.Entity}]++
		}
	}
	for j, f := range found {
		if twin[j] < 0 {
			continue
		}
		g := gold[twin[j]]
		n := float64(both[pair{g.Entity, f.Entity}])
		s := &l.ByKind[f.Kind]
		s.PrecisionSum += n / float64(foundSize[f.Entity])
		s.RecallSum += n / float64(goldSize[g.Entity])
	}
}

// All is the sum over all kinds.
func (l *Links) All() LinkSums {
	var all LinkSums
	for _, s := range l.ByKind {
		all.PrecisionSum += s.PrecisionSum
		all.RecallSum += s.RecallSum
		all.Found += s.Found
		all.Gold += s.Gold
	}
	return all
}

// Write prints the table: B³ precision, recall and F1 for each kind and for all.
func (l *Links) Write(w io.Writer) error {
	if _, err := fmt.Fprintf(w, "%-8s %9s %9s %9s %7s %7s\n", "B³", "precision", "recall", "F1", "gold", "found"); err != nil {
		return err
	}
	row := func(name string, s LinkSums) error {
		_, err := fmt.Fprintf(w, "%-8s %9.2f %9.2f %9.2f %7d %7d\n", name, s.Precision(), s.Recall(), s.F1(), s.Gold, s.Found)
		return err
	}
	for k := kind.Person; k <= kind.Misc; k++ {
		if s := l.ByKind[k]; s.Gold+s.Found > 0 {
			if err := row(k.String(), s); err != nil {
				return err
			}
		}
	}
	return row("ALL", l.All())
}
