package locate

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/format"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/gazetteer"
)

var (
	fit   = flag.Bool("fit", false, "fit the weights to testdata/places.tsv and write weights.go")
	folds = flag.Int("folds", 5, "folds of cross-validation with -fit, 0 for none")
)

// An annotation says which place a PLACE mention of a written article names.
type annotation struct {
	start, end int
	ref        string // gazetteer ref, "-" for none, "*" for a macro-region
}

// An article is a written article with its mentions and annotations.
type article struct {
	id, text    string
	mentions    []Mention
	annotations []annotation
}

func dataDir(t testing.TB) string {
	dir := os.Getenv("DATELINE_DATA")
	if dir == "" {
		t.Skip("DATELINE_DATA is not set")
	}
	return dir
}

func world(t testing.TB) *gazetteer.Gazetteer {
	g, err := gazetteer.World()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// readArticles reads the annotated articles.
func readArticles(t testing.TB) []article {
	dir := dataDir(t)
	f, err := os.Open("testdata/places.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	byID := map[string][]annotation{}
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		c := strings.Split(sc.Text(), "\t")
		if len(c) != 4 {
			t.Fatalf("testdata/places.tsv:%d: %d columns, want 4", n, len(c))
		}
		start, err1 := strconv.Atoi(c[1])
		end, err2 := strconv.Atoi(c[2])
		if err1 != nil || err2 != nil {
			t.Fatalf("testdata/places.tsv:%d: bad offsets", n)
		}
		byID[c[0]] = append(byID[c[0]], annotation{start, end, c[3]})
	}
	files, err := filepath.Glob(filepath.Join(dir, "names", "gold", "articles_*.jsonl"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles in %s: %v", dir, err)
	}
	var out []article
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		dec := json.NewDecoder(f)
		for dec.More() {
			var d struct {
				ID, Text string
				Mentions []struct {
					Start, End int
					Kind       string
				}
			}
			if err := dec.Decode(&d); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			a := article{id: d.ID, text: d.Text, annotations: byID[d.ID]}
			if a.annotations == nil {
				continue
			}
			for _, m := range d.Mentions {
				k, ok := kind.Parse(m.Kind)
				if !ok {
					t.Fatalf("%s: %s: unknown kind %q", name, d.ID, m.Kind)
				}
				a.mentions = append(a.mentions, Mention{m.Start, m.End, k})
			}
			out = append(out, a)
		}
		f.Close()
	}
	return out
}

// right says which candidates of a group an annotation means, and whether
// none does.
func right(s *scratch, gr *group, ref string) (cands []bool, none bool) {
	cands = make([]bool, gr.hi-gr.lo)
	none = true
	gold := int32(-1)
	for i := gr.lo; i < gr.hi; i++ {
		p := s.g.Place(s.cands[i].row)
		if p.Ref == ref || ref == "*" && (strings.HasPrefix(p.Ref, "dl:") || s.cands[i].feature == region || s.cands[i].feature == water) {
			cands[i-gr.lo], none, gold = true, false, i
		}
	}
	var at cand
	if gold >= 0 {
		at = s.cands[gold]
	} else if p, ok := s.g.ByRef(ref); ok {
		at = pointCand(p.Lat, p.Lon)
		at.feature = classOf(p.Feature)
	} else {
		return cands, none
	}
	if at.feature.isUnit() || at.feature == region {
		return cands, none
	}
	for i := gr.lo; i < gr.hi; i++ {
		if c := &s.cands[i]; !c.feature.isUnit() && c.near(&at, samePlaceKm) {
			cands[i-gr.lo], none = true, false
		}
	}
	return cands, none
}

// sparse is a feature vector without its zeros.
type sparse struct {
	f []feature
	v []float32
}

func compress(x *features) (s sparse) {
	for i, v := range x {
		if v != 0 {
			s.f, s.v = append(s.f, feature(i)), append(s.v, v)
		}
	}
	return s
}

// handwritten says whether some candidate is an entry written by hand.
func (s *scratch) handwritten(gr *group) bool {
	for i := gr.lo; i < gr.hi; i++ {
		if strings.HasPrefix(s.g.Place(s.cands[i].row).Ref, "dl:") {
			return true
		}
	}
	return false
}

// An example is one annotated group of an article.
type example struct {
	doc   int
	cands []sparse
	none  features
	right []bool
	isNon bool
	hard  bool // the most prominent bearer of the name is not meant
	name  string
	pick  string
}

// examples runs the articles up to a round and collects the features that the
// annotated groups have in it.
func examples(l *Locator, articles []article, w *[rounds]features, stop int, famous []string) []example {
	var out []example
	for d, a := range articles {
		s := new(scratch)
		s.reset(l.g, a.text, a.mentions, Context{})
		s.keep, s.rounds, s.weights = true, stop+1, w
		ref := map[[2]int]string{}
		for _, an := range a.annotations {
			ref[[2]int{an.start, an.end}] = an.ref
		}
		s.collect()
		if famous != nil {
			addNamesakes(s, d, ref, famous)
		}
		s.link()
		s.infer()
		// infer records groups with candidates, in order.
		ci, gi := 0, 0
		for g := range s.groups {
			gr := &s.groups[g]
			if gr.lo == gr.hi {
				continue
			}
			n := int(gr.hi - gr.lo)
			feats, none := s.trace[ci:ci+n], s.nils[gi]
			ci, gi = ci+n, gi+1
			r := ""
			var sp spot
			for i := range s.spots {
				if s.spots[i].group == int32(g) {
					if v, ok := ref[[2]int{int(s.spots[i].start), int(s.spots[i].end)}]; ok {
						r, sp = v, s.spots[i]
						break
					}
				}
			}
			if r == "" || r == "-" && s.handwritten(gr) {
				continue // the mention was annotated before the entry was written
			}
			ex := example{doc: d, none: none, name: a.id + " " + a.text[sp.start:sp.end]}
			for i := range feats {
				ex.cands = append(ex.cands, compress(&feats[i]))
			}
			ex.right, ex.isNon = right(s, gr, r)
			ex.hard = !ex.isNon
			for i := range ex.right {
				if ex.right[i] && feats[i][fFirst] == 1 {
					ex.hard = false
				}
			}
			best, p := -1, gr.none
			for i := gr.lo; i < gr.hi; i++ {
				if s.cands[i].q > p {
					best, p = int(i), s.cands[i].q
				}
			}
			if best >= 0 {
				pl := s.g.Place(s.cands[best].row)
				ex.pick = fmt.Sprintf("%s %s %s/%s/%s %.2f", pl.Ref, pl.Feature, pl.Name, pl.Admin1, pl.Country, p)
			} else {
				ex.pick = fmt.Sprintf("none %.2f", p)
			}
			ex.pick += " gold " + r
			out = append(out, ex)
		}
	}
	return out
}

// addNamesakes gives every third town of an article the places that a
// well-known name may stand for as further candidates, as if the town bore
// that name. The articles are mostly of well-known places, and what has to be
// learned is when to leave these.
func addNamesakes(s *scratch, doc int, ref map[[2]int]string, famous []string) {
	for g := range s.groups {
		gr := &s.groups[g]
		if gr.count == 0 || gr.lo == gr.hi {
			continue
		}
		sp := s.spots[gr.first]
		p, ok := s.g.ByRef(ref[[2]int{int(sp.start), int(sp.end)}])
		if !ok || !strings.HasPrefix(p.Feature, "PPL") || s.g.Prominence(mustRow(s.g, p.Ref)) > 125 {
			continue
		}
		h := mix(uint64(doc)<<20 ^ uint64(g)*0x9E3779B97F4A7C15)
		if h%3 != 0 {
			continue
		}
		s.extend(gr, famous[h>>8%uint64(len(famous))])
	}
}

func mustRow(g *gazetteer.Gazetteer, ref string) gazetteer.Row {
	r, _ := g.RowByRef(ref)
	return r
}

// famousNames lists the annotated names of well-known towns and countries.
func famousNames(g *gazetteer.Gazetteer, articles []article) []string {
	seen := map[string]bool{}
	var out []string
	for _, a := range articles {
		for _, an := range a.annotations {
			name := a.text[an.start:an.end]
			r, ok := g.RowByRef(an.ref)
			if !ok || seen[gazetteer.Fold(name)] || g.Prominence(r) < 130 {
				continue
			}
			seen[gazetteer.Fold(name)] = true
			out = append(out, name)
		}
	}
	return out
}

// scores computes the probabilities of an example.
func (e *example) probs(w *features, p []float64) (none float64) {
	none = 0
	top := 0.0
	for i := firstNone; i < numFeatures; i++ {
		none += float64(e.none[i] * w[i])
	}
	top = none
	for i := range e.cands {
		p[i] = 0
		for k, f := range e.cands[i].f {
			p[i] += float64(e.cands[i].v[k] * w[f])
		}
		top = max(top, p[i])
	}
	sum := math.Exp(none - top)
	none = sum
	for i := range e.cands {
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
	}
	for i := range e.cands {
		p[i] /= sum
	}
	return none / sum
}

// fitWeights maximizes the likelihood of the right candidates with a Gaussian
// prior around w0, by gradient ascent with a step size of each weight's own
// (RMSProp).
func fitWeights(exs []example, w0, l2 *features, skip func(doc int) bool) features {
	w := *w0
	var m, v [numFeatures]float64
	p := make([]float64, maxCands)
	for step := 1; step <= 250; step++ {
		var g [numFeatures]float64
		for i := range g {
			g[i] = -float64(l2[i] * (w[i] - w0[i]))
		}
		for i := range exs {
			e := &exs[i]
			if skip(e.doc) {
				continue
			}
			none := e.probs(&w, p)
			var good float64
			if e.isNon {
				good = none
			}
			for j := range e.cands {
				if e.right[j] {
					good += p[j]
				}
			}
			good = max(good, 1e-9)
			weight := 1.0
			if e.hard {
				weight = hardWeight
			}
			// d log(good) = Σ (q - p) f with q the posterior among the right ones
			q := 0.0
			if e.isNon {
				q = none / good
			}
			for f := firstNone; f < numFeatures; f++ {
				g[f] += weight * (q - none) * float64(e.none[f])
			}
			for j := range e.cands {
				q := 0.0
				if e.right[j] {
					q = p[j] / good
				}
				if d := weight * (q - p[j]); math.Abs(d) > 1e-6 {
					for k, f := range e.cands[j].f {
						g[f] += d * float64(e.cands[j].v[k])
					}
				}
			}
		}
		rate := 0.08 / (1 + float64(step)/80)
		for i := range w {
			m[i] = 0.9*m[i] + 0.1*g[i]
			v[i] = 0.99*v[i] + 0.01*g[i]*g[i]
			if v[i] > 0 {
				w[i] += float32(rate * m[i] / (math.Sqrt(v[i]) + 1e-8))
			}
		}
	}
	return w
}

// accuracy is the share of examples whose likeliest choice is right.
func accuracy(exs []example, w *features, in func(doc int) bool) (right, hard, n, nHard int, logLoss float64) {
	p := make([]float64, maxCands)
	for i := range exs {
		e := &exs[i]
		if !in(e.doc) {
			continue
		}
		none := e.probs(w, p)
		best, ok, good := none, e.isNon, 0.0
		if e.isNon {
			good = none
		}
		for j := range e.cands {
			if e.right[j] {
				good += p[j]
			}
			if p[j] > best {
				best, ok = p[j], e.right[j]
			}
		}
		logLoss -= math.Log(max(good, 1e-9))
		n++
		if e.hard {
			nHard++
		}
		if ok {
			right++
			if e.hard {
				hard++
			}
		}
	}
	return
}

// prior is what reason says of the weights before the articles are seen, and
// how firmly. Most are left to the articles. They say little of the words
// around a name, because a town and its district are close enough to count as
// one there; of countries that share their capital's name; of namesakes that
// one article tells apart; of aliases, which the drafts they were annotated
// from ranked low; and of full names of districts, which are seldom unknown;
// of units
// behind the name of a place in them; and of planets.
func prior() (mean, precision features) {
	for i := range precision {
		precision[i] = 1
	}
	for f, v := range map[feature]float32{fCue: 1, fCueOther: -1, fLonger: 1, fContainsP: 0.5, fLinkType: 0.5, fInCountry: -2, fOffAnchor: -3, fNotWithin: -0.5, fSecond: -1, nAdmin: -2, fAnchors: 2.5, nHeaven: 5, nPerson: 1.5, fContains: 0} {
		mean[f], precision[f] = v, 50
	}
	return mean, precision
}

// hardWeight is how much a name counts whose most prominent bearer is not
// meant. The written articles are mostly of well-known places; what is to be
// learned is when to leave them.
const hardWeight = 2

func TestFitWeights(t *testing.T) {
	if !*fit {
		t.Skip("runs with -fit only")
	}
	l := New(world(t))
	articles := readArticles(t)
	w0, l2 := prior()
	famous := famousNames(l.g, articles)
	var w [rounds]features
	for r := range rounds {
		exs := append(examples(l, articles, &w, r, nil), examples(l, articles, &w, r, famous)...)
		// Cross-validation by article.
		right, hard, seen, seenHard, loss := 0, 0, 0, 0, 0.0
		for fold := range *folds {
			held := func(doc int) bool { return doc%*folds == fold }
			wf := fitWeights(exs, &w0, &l2, held)
			a, b, c, d, e := accuracy(exs, &wf, held)
			right, hard, seen, seenHard, loss = right+a, hard+b, seen+c, seenHard+d, loss+e
		}
		w[r] = fitWeights(exs, &w0, &l2, func(int) bool { return false })
		a, ah, n, nHard, _ := accuracy(exs, &w[r], func(int) bool { return true })
		t.Logf("round %d: %d names, right %.2f %%, of the %d hard ones %.2f %%", r, n, percent(a, n), nHard, percent(ah, nHard))
		if seen > 0 {
			t.Logf("         cross-validated %.2f %%, hard %.2f %%, log loss %.4f", percent(right, seen), percent(hard, seenHard), loss/float64(seen))
		}
	}
	writeWeights(t, &w)
	exs := examples(l, articles, &w, rounds-1, nil)
	p := make([]float64, maxCands)
	for i := range exs {
		e := &exs[i]
		none := e.probs(&w[rounds-1], p)
		best, ok := none, e.isNon
		for j := range e.cands {
			if p[j] > best {
				best, ok = p[j], e.right[j]
			}
		}
		if !ok && os.Getenv("SHOW") != "" {
			t.Logf("wrong: %s: %s", e.name, e.pick)
		}
	}
}

func percent(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }

func writeWeights(t *testing.T, w *[rounds]features) {
	src, err := os.ReadFile("features.go")
	if err != nil {
		t.Fatal(err)
	}
	names := featureNames(string(src))
	if len(names) != int(numFeatures) {
		t.Fatalf("found %d names of features, want %d", len(names), numFeatures)
	}
	var b bytes.Buffer
	b.WriteString("// Code generated by go test -run TestFitWeights -fit; DO NOT EDIT.\n\npackage locate\n\n")
	b.WriteString("// fitted holds the weights of the features, one set for each round. They\n// maximize the likelihood of the places annotated in testdata/places.tsv.\n")
	b.WriteString("var fitted = [rounds]features{\n")
	for r := range rounds {
		fmt.Fprintf(&b, "%d: {\n", r)
		for i, n := range names {
			if v := w[r][i]; v != 0 {
				fmt.Fprintf(&b, "%s: %.3f,\n", n, v)
			}
		}
		b.WriteString("},\n")
	}
	b.WriteString("}\n")
	out, err := format.Source(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("weights.go", out, 0o644); err != nil {
		t.Fatal(err)
	}
}

// featureNames reads the names of the features from their declaration.
func featureNames(src string) []string {
	_, src, _ = strings.Cut(src, "type feature int")
	src, _, _ = strings.Cut(src, "numFeatures")
	var names []string
	for line := range strings.Lines(src) {
		if w := strings.Fields(line); len(w) > 0 && len(w[0]) > 1 && (w[0][0] == 'f' || w[0][0] == 'n') && w[0][1] >= 'A' && w[0][1] <= 'Z' {
			names = append(names, w[0])
		}
	}
	return names
}
