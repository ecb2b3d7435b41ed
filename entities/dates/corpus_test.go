package dates_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/dateline-go/dateline/entities/dates"
	"github.com/dateline-go/dateline/internal/corpus"
	"github.com/dateline-go/dateline/internal/score"
)

// dataDir returns the folder of the date corpora, or skips the test.
func dataDir(t *testing.T) string {
	dir := os.Getenv("DATELINE_DATA")
	if dir == "" {
		t.Skip("DATELINE_DATA is not set")
	}
	dir = filepath.Join(dir, "dates")
	if _, err := os.Stat(dir); err != nil {
		t.Skip(err)
	}
	return dir
}

// TestCorpora holds recognition and values to what they have reached on
// annotated news, a little below.
func TestCorpora(t *testing.T) {
	dir := dataDir(t)
	for _, c := range []struct {
		files                  []string
		strict, relaxed, value float64
	}{
		{[]string{"timebank.jsonl", "aquaint.jsonl"}, 88.2, 93.9, 80.4},
		{[]string{"meantime_dev.jsonl"}, 94, 95.5, 86.5},
	} {
		var s score.Dates
		for _, f := range c.files {
			docs, err := corpus.ReadDates(filepath.Join(dir, f))
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range docs {
				var found []corpus.Timex
				for _, e := range dates.Find(d.Text, d.Ref()) {
					found = append(found, corpus.Timex{Start: e.Start, End: e.End, Text: d.Text[e.Start:e.End], Type: string(e.Type), Value: e.Value.Value})
				}
				s.Add(d.ID, d.Timexes, found)
			}
		}
		strict, relaxed, value := s.Counts(s.Strict).F1(), s.Counts(s.Relaxed).F1(), s.Counts(s.Value).F1()
		t.Logf("%v: strict %.2f relaxed %.2f value %.2f", c.files, strict, relaxed, value)
		if strict < c.strict || relaxed < c.relaxed || value < c.value {
			t.Errorf("%v: strict %.2f relaxed %.2f value %.2f; want at least %.1f %.1f %.1f", c.files, strict, relaxed, value, c.strict, c.relaxed, c.value)
		}
	}
}

// agrees reports whether a value is one of those that a phrase corpus accepts.
func agrees(v dates.Value, accepted []string) bool {
	for _, a := range accepted {
		switch a {
		case v.Value, v.Start.Format(time.DateOnly), v.Start.Format("2006-01-02T15:04:05"), v.Start.Format(time.DateTime), v.Start.Format(time.TimeOnly):
			return true
		}
	}
	return false
}

// TestPhrases reports how far the package agrees with two phrase corpora of
// chat assistants. They mean other things by the same words (README.md lists
// why), so the test only guards the share.
func TestPhrases(t *testing.T) {
	dir := dataDir(t)
	for _, c := range []struct {
		file         string
		found, value float64
	}{
		{"recognizers_en.jsonl", 0.78, 0.45},
		{"duckling_en.jsonl", 0.74, 0.15},
	} {
		phrases, err := corpus.ReadDatePhrases(filepath.Join(dir, c.file))
		if err != nil {
			t.Fatal(err)
		}
		var wanted, valued, found, extent, value, none, silent int
		for _, p := range phrases {
			ref := p.Ref
			if ref.IsZero() {
				ref = time.Date(2016, 11, 7, 0, 0, 0, 0, time.UTC)
			}
			es := dates.Find(p.Input, ref)
			if len(p.Want) == 0 {
				none++
				if len(es) == 0 {
					silent++
				}
			}
			for _, w := range p.Want {
				wanted++
				if len(w.Values) > 0 {
					valued++
				}
				var hit, same, right bool
				for _, e := range es {
					if e.Start < w.End && e.End > w.Start {
						hit = true
						same = same || strings.EqualFold(p.Input[e.Start:e.End], p.Input[w.Start:w.End])
						right = right || agrees(e.Value, w.Values)
					}
				}
				found += count(hit)
				extent += count(same)
				value += count(right)
			}
		}
		t.Logf("%s: %d expected: found %.1f %%, same extent %.1f %%; value agrees in %.1f %% of %d; nothing found in %d of %d inputs that have none",
			c.file, wanted, 100*share(found, wanted), 100*share(extent, wanted), 100*share(value, valued), valued, silent, none)
		if share(found, wanted) < c.found || share(value, valued) < c.value {
			t.Errorf("%s: found %.3f, value %.3f; want at least %.2f, %.2f", c.file, share(found, wanted), share(value, valued), c.found, c.value)
		}
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func share(a, b int) float64 { return float64(a) / float64(max(b, 1)) }

// BenchmarkCorpora measures the annotated news articles.
func BenchmarkCorpora(b *testing.B) {
	dir := os.Getenv("DATELINE_DATA")
	if dir == "" {
		b.Skip("DATELINE_DATA is not set")
	}
	var docs []corpus.DateDoc
	size := 0
	for _, f := range []string{"timebank.jsonl", "aquaint.jsonl", "meantime_dev.jsonl"} {
		d, err := corpus.ReadDates(filepath.Join(dir, "dates", f))
		if err != nil {
			b.Skip(err)
		}
		for _, x := range d {
			size += len(x.Text)
		}
		docs = append(docs, d...)
	}
	var buf []dates.Expression
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for i := range docs {
			buf = dates.AppendFind(buf[:0], docs[i].Text, docs[i].Ref())
		}
	}
}
