package score

import (
	"math"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/entities/kind"
)

// items makes mentions of the given entities at 0, 1, 2 …; -1 leaves one out.
func items(entities ...int) []LinkItem {
	var out []LinkItem
	for i, e := range entities {
		if e >= 0 {
			out = append(out, LinkItem{i, i + 1, kind.Person, e})
		}
	}
	return out
}

func TestLinks(t *testing.T) {
	for _, c := range []struct {
		name        string
		gold, found []LinkItem
		p, r        float64
	}{
		{"same, other numbers", items(0, 1, 0), items(7, 3, 7), 100, 100},
		// The example of the measure's authors: gold {1..5} {6,7} {8..12}.
		{"last two merged", items(0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 2), items(0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1), 76.190, 100},
		{"first and last merged", items(0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 2), items(0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0), 58.333, 100},
		{"all apart", items(0, 0, 0, 0), items(0, 1, 2, 3), 100, 25},
		{"one missed", items(0, 0), items(0, -1), 100, 25},
		{"one too many", items(0, -1), items(0, 0), 25, 100},
		{"nothing", nil, nil, 0, 0},
	} {
		var l Links
		l.Add(c.gold, c.found)
		if s := l.All(); math.Abs(s.Precision()-c.p) > 0.001 || math.Abs(s.Recall()-c.r) > 0.001 {
			t.Errorf("%s: precision %.3f, recall %.3f, want %.3f, %.3f", c.name, s.Precision(), s.Recall(), c.p, c.r)
		}
	}
}

func TestLinksKinds(t *testing.T) {
	var l Links
	l.Add([]LinkItem{{0, 4, kind.Org, 0}, {5, 9, kind.Date, -1}}, []LinkItem{{0, 4, kind.Place, 0}, {5, 9, kind.Date, -1}})
	if s := l.All(); s.PrecisionSum != 0 || s.RecallSum != 0 || s.Gold != 1 || s.Found != 1 {
		t.Errorf("another kind and a date: %+v", s)
	}
	var b strings.Builder
	if err := l.Write(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"ORG           0.00      0.00      0.00       1       0", "PLACE         0.00      0.00      0.00       0       1", "ALL           0.00"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no line %q in\n%s", want, b.String())
		}
	}
}
