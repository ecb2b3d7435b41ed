package gazetteer_test

import (
	"testing"

	"github.com/dateline-go/dateline/gazetteer"
)

// BenchmarkCandidates looks up names that are in the table and words that are not.
func BenchmarkCandidates(b *testing.B) {
	g, err := gazetteer.World()
	if err != nil {
		b.Fatal(err)
	}
	for _, set := range []struct {
		name  string
		names []string
	}{
		{"hit", []string{"Karachi", "São Paulo", "Strait of Hormuz", "Uzbek", "Nangarhar", "U.S.", "Mosul", "Sana'a"}},
		{"miss", []string{"Hafiz Saeed Khan", "Microsoft Corp", "Wednesday", "Supreme Court of India", "Shevchenkova", "jihadist", "McCarthyism", "Bundesliga"}},
		{"ambiguous", []string{"Springfield", "San José", "Washington", "Clinton"}},
	} {
		b.Run(set.name, func(b *testing.B) {
			b.ReportAllocs()
			var buf [256]gazetteer.Candidate
			n := 0
			for i := range b.N {
				n += len(g.Candidates(buf[:0], set.names[i%len(set.names)]))
			}
			if (n == 0) != (set.name == "miss") {
				b.Fatalf("%d candidates", n)
			}
		})
	}
}
