package locate

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/dateline-go/dateline/gazetteer"
	"github.com/dateline-go/dateline/internal/corpus"
	"github.com/dateline-go/dateline/internal/score"
)

// evalGiven resolves the gold spans of a place corpus in so many rounds.
func evalGiven(t testing.TB, g *gazetteer.Gazetteer, file string, n int) *score.Places {
	f, err := os.Open(filepath.Join(dataDir(t), "places", file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	docs, err := corpus.ReadPlaces(f, file)
	if err != nil {
		t.Fatal(err)
	}
	sc := &score.Places{Units: g.Lookup, Candidates: g.Lookup}
	for i := range docs {
		d := &docs[i]
		m := make([]Mention, len(d.Toponyms))
		for j, tp := range d.Toponyms {
			m[j] = Mention{Start: tp.Start, End: tp.End}
		}
		var s scratch
		s.reset(g, d.Text, m, Context{})
		s.rounds = n
		s.collect()
		s.link()
		s.infer()
		r := s.resolution()
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

// TestErrorTable prints the table of README.md: what goes wrong when each name
// is judged by itself, and when the document is heard.
func TestErrorTable(t *testing.T) {
	g := world(t)
	for _, c := range []struct {
		file     string
		accuracy float64
	}{{"lgl.jsonl", 0.83}, {"geovirus.jsonl", 0.91}} {
		for _, n := range []int{1, rounds} {
			sc := evalGiven(t, g, c.file, n)
			t.Logf("%s, %d of %d rounds", c.file, n, rounds)
			w := logWriter{t}
			if err := sc.Print(w); err != nil {
				t.Fatal(err)
			}
			examples := 0
			if n == rounds && testing.Verbose() && os.Getenv("DATELINE_ERRORS") != "" {
				examples = 60
			}
			if err := sc.PrintErrors(w, examples); err != nil {
				t.Fatal(err)
			}
			if a := sc.Given.Accuracy(); n == rounds && a < c.accuracy {
				t.Errorf("%s: accuracy %.3f, want at least %.2f", c.file, a, c.accuracy)
			}
		}
	}
}

// TestAnnotatedArticles guards the accuracy on the articles that the weights
// are fitted to, and that scores mean what they say.
func TestAnnotatedArticles(t *testing.T) {
	g := world(t)
	l := New(g)
	type bin struct {
		n, right int
		sum      float64
	}
	var bins [10]bin
	n, right := 0, 0
	for _, a := range readArticles(t) {
		r := l.Resolve(a.text, a.mentions, Context{})
		at := map[[2]int]int{}
		for i, m := range a.mentions {
			at[[2]int{m.Start, m.End}] = i
		}
		for _, an := range a.annotations {
			i, found := at[[2]int{an.start, an.end}]
			gold, known := g.ByRef(an.ref)
			if !found || !known {
				continue
			}
			p := r.Place(i)
			ok := p != nil && (p.Ref == an.ref || !classOf(p.Feature).isUnit() && !classOf(gold.Feature).isUnit() &&
				score.Km(p.Lat, p.Lon, gold.Lat, gold.Lon) <= samePlaceKm)
			n++
			if ok {
				right++
			}
			if p != nil {
				b := &bins[min(9, int(r.Answers[i].Score*10))]
				b.n++
				b.sum += float64(r.Answers[i].Score)
				if ok {
					b.right++
				}
			}
		}
	}
	for i, b := range bins {
		if b.n > 0 {
			t.Logf("scores from %.1f: %4d places, mean score %.2f, right %.2f", float64(i)/10, b.n, b.sum/float64(b.n), float64(b.right)/float64(b.n))
		}
	}
	acc := float64(right) / float64(n)
	t.Logf("%d of %d annotated places right: %.1f %%", right, n, 100*acc)
	if acc < 0.95 {
		t.Errorf("accuracy %.3f, want at least 0.95", acc)
	}
}

type logWriter struct{ t testing.TB }

func (w logWriter) Write(b []byte) (int, error) { w.t.Logf("%s", b); return len(b), nil }
