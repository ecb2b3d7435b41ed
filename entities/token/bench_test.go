package token

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// articles returns the texts of the project's own news articles.
func articles(tb testing.TB) []string {
	files, _ := filepath.Glob(filepath.Join("..", "..", "testdata", "articles", "*.json"))
	if len(files) == 0 {
		tb.Fatal("no articles in testdata")
	}
	var texts []string
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		var a struct{ Text string }
		if err := json.Unmarshal(data, &a); err != nil {
			tb.Fatalf("%s: %v", f, err)
		}
		texts = append(texts, a.Text)
	}
	return texts
}

func report(b *testing.B, tokens, bytes int) {
	b.SetBytes(int64(bytes))
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(tokens), "ns/token")
}

func BenchmarkSplit(b *testing.B) {
	texts := articles(b)
	tokens, size := 0, 0
	for _, s := range texts {
		tokens += len(Split(s).Tokens)
		size += len(s)
	}
	b.Run("fresh", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, s := range texts {
				Split(s)
			}
		}
		report(b, tokens, size)
	})
	b.Run("reused", func(b *testing.B) {
		b.ReportAllocs()
		d := new(Doc)
		for b.Loop() {
			for _, s := range texts {
				d.Reset(s)
			}
		}
		report(b, tokens, size)
	})
}

// BenchmarkHostile shows that what is no news costs no more than a fixed
// amount a byte.
func BenchmarkHostile(b *testing.B) {
	for _, unit := range hostile {
		text := strings.Repeat(unit, 1<<18/len(unit))
		b.Run(strconv.QuoteToASCII(unit), func(b *testing.B) {
			d := new(Doc)
			for b.Loop() {
				d.Reset(text)
			}
			b.SetBytes(int64(len(text)))
		})
	}
}
