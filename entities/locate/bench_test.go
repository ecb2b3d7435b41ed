package locate

import (
	"strings"
	"testing"
)

// BenchmarkResolve resolves the annotated articles, all their mentions given.
// ns/token is the time a token of their text costs.
func BenchmarkResolve(b *testing.B) {
	l := New(world(b))
	articles := readArticles(b)
	tokens := 0
	for _, a := range articles {
		tokens += len(strings.Fields(a.text))
	}
	for _, a := range articles {
		l.Resolve(a.text, a.mentions, Context{}) // fills the pool and the caches
	}
	b.ReportAllocs()
	for b.Loop() {
		for i := range articles {
			l.Resolve(articles[i].text, articles[i].mentions, Context{})
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
	b.ReportMetric(float64(len(articles)), "docs/op")
}
