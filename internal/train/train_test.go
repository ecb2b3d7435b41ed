package train

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/entities/tag"
	"github.com/dateline-go/dateline/entities/token"
	"github.com/dateline-go/dateline/internal/corpus"
	"github.com/dateline-go/dateline/internal/ner"
)

// chance is a stream of pseudo-random numbers that depends on its seed alone.
type chance uint64

func (c *chance) below(n int) int {
	*c = chance(ner.Mix(uint64(*c), 1))
	return int(uint64(*c) >> 11 % uint64(n))
}

// randomLattice fills a lattice and weights with scores that depend on seed.
func randomLattice(n int, seed uint64) (*lattice, *params) {
	c := chance(seed)
	draw := func() float32 { return float32(c.below(2001)-1000) / 400 }
	p := &params{}
	var zero moves[float64]
	p.each(&zero, func(w *float32, _ *float64) { *w = draw() })
	l := &lattice{}
	l.grow(n)
	for t := range n {
		for y := range labels {
			l.score[t][y] = draw()
		}
	}
	l.refresh(p)
	return l, p
}

// paths calls f with every well-formed label sequence of length n and its score.
func paths(l *lattice, p *params, n int, f func([]ner.Label, float64)) {
	seq := make([]ner.Label, n)
	var walk func(t int, score float64)
	walk = func(t int, score float64) {
		if t == n {
			if seq[n-1].Closes() {
				f(seq, score+float64(p.end[seq[n-1].Group()]))
			}
			return
		}
		for y := range ner.Label(labels) {
			s := score + float64(l.score[t][y])
			switch {
			case t == 0 && y.Opens():
				s += float64(p.start[y.Group()])
			case t > 0 && ner.Follows(seq[t-1], y):
				s += float64(*p.move(seq[t-1], y))
			default:
				continue
			}
			seq[t] = y
			walk(t+1, s)
		}
	}
	walk(0, 0)
}

// The lattice must agree with the sum over all paths, one by one.
func TestLatticeAgainstEnumeration(t *testing.T) {
	for n := 1; n <= 4; n++ {
		l, p := randomLattice(n, uint64(n))
		z, best := 0.0, math.Inf(-1)
		var bestSeq []ner.Label
		paths(l, p, n, func(seq []ner.Label, s float64) {
			z += math.Exp(s)
			if s > best {
				best, bestSeq = s, slices.Clone(seq)
			}
		})
		if got := l.marginals(n); math.Abs(got-math.Log(z)) > 1e-6 {
			t.Errorf("length %d: log Z = %v, want %v", n, got, math.Log(z))
		}
		want := make([][labels]float64, n)
		moved := 0.0
		paths(l, p, n, func(seq []ner.Label, s float64) {
			for i, y := range seq {
				want[i][y] += math.Exp(s) / z
			}
			if n > 1 && seq[0] == ner.Out && seq[1] == ner.Out {
				moved += math.Exp(s) / z
			}
		})
		for i := range n {
			for y := range labels {
				if d := float64(l.resid[i][y]) - want[i][y]; math.Abs(d) > 1e-5 {
					t.Errorf("length %d: marginal of label %d at %d = %v, want %v", n, y, i, l.resid[i][y], want[i][y])
				}
			}
		}
		if n == 2 && math.Abs(l.grad.cross[0][0]-moved) > 1e-6 {
			t.Errorf("expected moves from O to O = %v, want %v", l.grad.cross[0][0], moved)
		}
		out := make([]ner.Label, n)
		l.viterbi(p, n, out)
		if !slices.Equal(out, bestSeq) {
			t.Errorf("length %d: best path %v, want %v", n, out, bestSeq)
		}
	}
}

func TestFromCorpusLaysMentionsOverTokens(t *testing.T) {
	text := "The U.S.-led talks in Oslo ended. Ana Lee left."
	var ms []corpus.NameMention
	for _, m := range []struct{ s, k string }{{"U.S.", "PLACE"}, {"Oslo", "PLACE"}, {"Ana Lee", "PERSON"}} {
		i := strings.Index(text, m.s)
		ms = append(ms, corpus.NameMention{Start: i, End: i + len(m.s), Kind: m.k})
	}
	docs, err := FromCorpus([]corpus.NameDocument{{Text: text, Mentions: ms}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range docs[0].Sentences {
		for _, m := range ner.Decode(s.Labels) {
			got = append(got, strings.Join(s.Words[m.First:m.Last], " ")+"/"+m.Kind.String())
		}
	}
	if want := []string{"U.S.-led/PLACE", "Oslo/PLACE", "Ana Lee/PERSON"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestHeldOut(t *testing.T) {
	p := filepath.Join(t.TempDir(), "h.txt")
	if err := os.WriteFile(p, []byte("a.tsv\tall\nb.tsv\tlast 2 documents\nc.jsonl\tx\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	h, err := ReadHeldOut(p)
	if err != nil {
		t.Fatal(err)
	}
	docs := []corpus.NameDocument{{ID: "w"}, {ID: "x"}, {ID: "y"}}
	for file, want := range map[string]int{"a.tsv": 3, "b.tsv": 2, "c.jsonl": 1, "d.tsv": 0} {
		keep, held := h.Split(file, docs)
		if len(held) != want || len(keep) != 3-want {
			t.Errorf("%s: %d held out and %d kept, want %d held out", file, len(held), len(keep), want)
		}
	}
	if err := os.WriteFile(p, []byte("a.tsv all\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadHeldOut(p); err == nil || !strings.Contains(err.Error(), "h.txt:1:") {
		t.Errorf("bad line: error %v", err)
	}
}

// toy is a small corpus in which context alone tells people from places.
func toy() []Document {
	people := []string{"Ana", "Bo", "Cyril", "Dora", "Emil", "Fay"}
	places := []string{"Oslo", "Lagos", "Quito", "Perth", "Turin", "Hanoi"}
	var docs []Document
	for i := range 12 {
		a, b := people[i%6], places[(i+i/6)%6]
		s := Sentence{Words: []string{"Yesterday", a, "said", "that", "rain", "fell", "in", b, "."}}
		s.Labels = ner.Encode(len(s.Words), []ner.Name{{First: 1, Last: 2, Kind: kind.Person}, {First: 7, Last: 8, Kind: kind.Place}})
		docs = append(docs, Document{File: "toy", ID: a + b, Sentences: []Sentence{s}, Weight: 1})
	}
	return docs
}

func toyModel(t *testing.T) []byte {
	t.Helper()
	b := &lexiconBuilder{words: map[string]*word{}, phrases: map[uint64]ner.Types{}, paths: []string{"0", "1"}}
	b.countCapitals(toy())
	lex, err := b.pack()
	if err != nil {
		t.Fatal(err)
	}
	packed, err := lex.Open()
	if err != nil {
		t.Fatal(err)
	}
	r := recipe{fit: Options{Passes: 6, Rate: 0.1, Blind: 0.3, Hide: 0.2, Average: 2, MinCount: 1, Seed: 1}, folds: 2, quick: 3}
	v, p := r.learn(newExtractor(packed), toy(), nil)
	data, _, err := pack(lex, v, p, 0)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Training is deterministic, and the model file works on names it has not seen.
func TestToyModel(t *testing.T) {
	data := toyModel(t)
	if !bytes.Equal(data, toyModel(t)) {
		t.Error("the same input trained to different bytes")
	}
	m, err := tag.Open(string(data))
	if err != nil {
		t.Fatal(err)
	}
	got := m.Labels(token.FromWords([][]string{{"Yesterday", "Gus", "said", "that", "rain", "fell", "in", "Sofia", "."}}))
	want := []string{"O", "B-PERSON", "O", "O", "O", "O", "O", "B-PLACE", "O"}
	if !slices.Equal(got, want) {
		t.Errorf("labels %q, want %q", got, want)
	}
}
