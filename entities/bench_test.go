package entities

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/dateline-go/dateline/entities/internal/layout"
	"github.com/dateline-go/dateline/entities/tag"
	"github.com/dateline-go/dateline/entities/token"
	"github.com/dateline-go/dateline/internal/corpus"
)

// A benchSet is a set of documents to measure on. One operation of a benchmark
// is one document, so that allocs/op and B/op are those of a document; tokens
// are those of token.Split.
type benchSet struct {
	name  string
	docs  []benchDoc
	bytes int // of all documents
}

type benchDoc struct {
	text      string
	published time.Time
	tokens    int
}

func (s *benchSet) add(text string, published time.Time) {
	s.docs = append(s.docs, benchDoc{text, published, len(token.Split(text).Tokens)})
	s.bytes += len(text)
}

// benchSets returns the project's own articles, one document each; the same
// repeated to one document of 1 MB; and, where DATELINE_BENCH_TEXT names a
// file, that file as one document, or, if its name ends in .jsonl, the "text" of
// each of its lines. The articles are short and few, so that caches serve them
// better than they serve a file of news.
func benchSets(b *testing.B) []benchSet {
	b.Helper()
	articles, err := corpus.ReadArticles(filepath.Join("..", "testdata", "articles"))
	if err != nil {
		b.Fatal(err)
	}
	each, long := benchSet{name: "articles"}, benchSet{name: "1MB"}
	var joined strings.Builder
	for _, a := range articles {
		each.add(a.Text, a.Published)
		joined.WriteString(a.Text)
		joined.WriteString("\n\n")
	}
	const size = 1_000_000
	long.add(strings.Repeat(joined.String(), size/joined.Len()+1)[:size], articles[0].Published)
	sets := []benchSet{each, long}
	if path := os.Getenv("DATELINE_BENCH_TEXT"); path != "" {
		file, err := readBenchSet(path, articles[0].Published)
		if err != nil {
			b.Fatal(err)
		}
		sets = append(sets, file)
	}
	return sets
}

func readBenchSet(path string, published time.Time) (benchSet, error) {
	s := benchSet{name: "file"}
	data, err := os.ReadFile(path)
	if err != nil {
		return s, err
	}
	if filepath.Ext(path) != ".jsonl" {
		s.add(string(data), published)
		return s, nil
	}
	for lines := json.NewDecoder(bytes.NewReader(data)); ; {
		var d struct{ Text string }
		if err := lines.Decode(&d); err == io.EOF {
			return s, nil
		} else if err != nil {
			return s, fmt.Errorf("%s: document %d: %w", path, len(s.docs)+1, err)
		}
		s.add(d.Text, published)
	}
}

// run measures f, which is called with the index of a document.
func (s *benchSet) run(b *testing.B, f func(i int) error) {
	b.Helper()
	b.SetBytes(int64(s.bytes / len(s.docs)))
	b.ReportAllocs()
	n, tokens := 0, 0
	for b.Loop() {
		i := n % len(s.docs)
		if err := f(i); err != nil {
			b.Fatal(err)
		}
		tokens += s.docs[i].tokens
		n++
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(tokens), "ns/token")
}

// BenchmarkExtract measures the whole on one core.
func BenchmarkExtract(b *testing.B) {
	x := benchExtractor(b)
	for _, set := range benchSets(b) {
		b.Run(set.name, func(b *testing.B) {
			set.run(b, func(i int) error {
				_, err := x.Extract(set.docs[i].text, Published(set.docs[i].published))
				return err
			})
		})
	}
}

// BenchmarkExtractParallel measures the whole on all cores, one document at a
// time on each; -cpu 1,2 shows how it scales.
func BenchmarkExtractParallel(b *testing.B) {
	x := benchExtractor(b)
	for _, set := range benchSets(b) {
		b.Run(set.name, func(b *testing.B) {
			b.SetBytes(int64(set.bytes / len(set.docs)))
			b.ReportAllocs()
			var next, tokens atomic.Int64
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					d := &set.docs[int(next.Add(1)-1)%len(set.docs)]
					if _, err := x.Extract(d.text, Published(d.published)); err != nil {
						b.Error(err)
						return
					}
					tokens.Add(int64(d.tokens))
				}
			})
			b.ReportMetric(float64(tokens.Load())/b.Elapsed().Seconds(), "tokens/s")
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(tokens.Load()), "ns/token")
		})
	}
}

// BenchmarkStages measures each stage alone, on what the stages before it left.
func BenchmarkStages(b *testing.B) {
	x := benchExtractor(b)
	var spans []tag.Span
	var mentions []Mention
	stages := []struct {
		name string
		run  func(s *stageInput) error
	}{
		{"layout", func(s *stageInput) error { layout.Find(s.r.text); return nil }},
		{"tokens", func(s *stageInput) error { s.r.tokens.Reset(s.r.text); return nil }},
		{"tag", func(s *stageInput) error { _, err := x.tagger.Tag(context.Background(), &s.r.tokens); return err }},
		{"kinds", func(s *stageInput) error {
			spans = append(spans[:0], s.tagged...)
			return s.r.correct(spans)
		}},
		{"dates", func(s *stageInput) error { return s.r.findDates() }},
		{"merge", func(s *stageInput) error {
			mentions = merge(s.r.names, s.r.exprs, mentions[:0])
			return nil
		}},
		{"locate", func(s *stageInput) error { return s.r.locate() }},
		{"link", func(s *stageInput) error { _, err := s.r.link(); return err }},
	}
	for _, set := range benchSets(b) {
		inputs := make([]stageInput, len(set.docs))
		for i := range inputs {
			inputs[i] = readForStages(b, x, &set.docs[i])
		}
		for _, stage := range stages {
			b.Run(set.name+"/"+stage.name, func(b *testing.B) {
				set.run(b, func(i int) error { return stage.run(&inputs[i]) })
			})
		}
	}
}

// A stageInput is a text that all stages have read.
type stageInput struct {
	r      *reading
	tagged []tag.Span // names as the tagger found them
}

func readForStages(b *testing.B, x *Extractor, d *benchDoc) stageInput {
	b.Helper()
	r, err := x.newReading(context.Background(), d.text, []DocOption{Published(d.published)})
	if err != nil {
		b.Fatal(err)
	}
	r.layout = layout.Find(d.text)
	r.tokens.Reset(d.text)
	tagged, err := x.tagger.Tag(context.Background(), &r.tokens)
	if err != nil {
		b.Fatal(err)
	}
	in := stageInput{r, slices.Clone(tagged)}
	if err := r.findNames(); err != nil {
		b.Fatal(err)
	}
	if err := r.findDates(); err != nil {
		b.Fatal(err)
	}
	r.merge()
	if err := r.locate(); err != nil {
		b.Fatal(err)
	}
	return in
}

func benchExtractor(b *testing.B) *Extractor {
	b.Helper()
	x, err := New()
	if err != nil {
		b.Fatal(err)
	}
	return x
}
