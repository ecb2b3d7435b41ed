package link

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/dateline-go/dateline/entities/kind"
)

// crowd writes n mentions of names made by f, one a line.
func crowd(n int, k kind.Kind, f func(i int) string) (string, []Mention) {
	var b strings.Builder
	ms := make([]Mention, n)
	for i := range ms {
		ms[i] = Mention{Start: b.Len(), Kind: k, Score: 0.8}
		b.WriteString(f(i))
		ms[i].End = b.Len()
		b.WriteString(" said.\n")
	}
	return b.String(), ms
}

var crowds = map[string]func(i int) string{
	"distinct":      func(i int) string { return fmt.Sprintf("A%d B%d", i, i) },
	"one surname":   func(i int) string { return fmt.Sprintf("A%d Khan", i) },
	"surname alone": func(i int) string { return [...]string{fmt.Sprintf("A%d Khan", i), "Khan"}[i&1] },
	"one given":     func(i int) string { return fmt.Sprintf("Ali B%d", i) },
	"acronyms":      func(i int) string { return [...]string{"World Health Organization", "WHO"}[i&1] },
	"same":          func(i int) string { return "Hafiz Khan" },
	"long":          func(i int) string { return fmt.Sprintf("A%d Bank of B C D E F G H Khan", i) },
}

// TestLinear counts the comparisons of names, which are what could grow with
// the square of their number: a few for each mention, however many there are.
func TestLinear(t *testing.T) {
	for name, f := range crowds {
		for _, k := range []kind.Kind{kind.Person, kind.Org, kind.Misc, kind.Place} {
			for _, n := range []int{500, 8000} {
				text, ms := crowd(n, k, f)
				var l Linker
				check(t, text, ms, l.Group(text, ms, nil))
				if limit := 6 * slotSize * n; l.compared > limit {
					t.Errorf("%s, %s: %d comparisons for %d mentions, limit %d", name, k, l.compared, n, limit)
				}
			}
		}
	}
}

// TestMillion groups a million names of each sort.
func TestMillion(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, name := range []string{"distinct"} {
		text, ms := crowd(1_000_000, kind.Person, crowds[name])
		start := time.Now()
		ls := Group(text, ms, nil)
		t.Logf("%s: %d mentions, %d entities, %v", name, len(ms), len(ls.Entities), time.Since(start))
		check(t, text, ms, ls)
	}
}
