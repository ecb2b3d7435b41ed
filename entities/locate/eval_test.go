package locate

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/dateline-go/dateline/gazetteer"
	"github.com/dateline-go/dateline/internal/corpus"
	"github.com/dateline-go/dateline/internal/score"
)

// evalGiven resolves the gold spans of a place corpus.
func evalGiven(t testing.TB, l *Locator, file string) *score.Places {
	f, err := os.Open(filepath.Join(dataDir(t), "places", file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	docs, err := corpus.ReadPlaces(f, file)
	if err != nil {
		t.Fatal(err)
	}
	sc := &score.Places{Units: l.g.Lookup, Candidates: l.g.Lookup}
	for i := range docs {
		d := &docs[i]
		m := make([]Mention, len(d.Toponyms))
		for j, tp := range d.Toponyms {
			m[j] = Mention{Start: tp.Start, End: tp.End}
		}
		r := l.Resolve(d.Text, m, Context{})
		places := make([]*gazetteer.Place, len(m))
		for j := range m {
			places[j] = r.Place(j)
		}
		if err := sc.AddGiven(d, places); err != nil {
			t.Fatal(err)
		}
	}
	return sc
}

func TestGivenSpans(t *testing.T) {
	l := New(world(t))
	for _, f := range []string{"lgl.jsonl", "geovirus.jsonl"} {
		sc := evalGiven(t, l, f)
		t.Logf("%s", f)
		w := testWriter{t}
		sc.Print(w)
		if os.Getenv("SHOW") != "" {
			sc.PrintErrors(w, 60)
		}
	}
}

type testWriter struct{ t testing.TB }

func (w testWriter) Write(b []byte) (int, error) { w.t.Logf("%s", b); return len(b), nil }
