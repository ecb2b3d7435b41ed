package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/corpus"
	"github.com/dateline-go/dateline/internal/score"
)

// The floors below are a little under what was measured when they were set: a
// change that falls through one of them has made the library worse.

// TestAccuracyOnArticles scores the articles that ship with the project.
func TestAccuracyOnArticles(t *testing.T) {
	x := newExtractor(t)
	articles, err := corpus.ReadArticles(filepath.Join("..", "..", "testdata", "articles"))
	if err != nil {
		t.Fatal(err)
	}
	set := goldSet{name: "articles", articles: articles}
	names := scoreNames(t, x, set, "dateline")
	floor(t, "names, CORE F1", names.Core().F1(), 97)
	floor(t, "names, all kinds F1", names.All().F1(), 96.5)
	dates := scoreDates(t, x, set)
	floor(t, "dates, strict F1", dates.Counts(dates.Strict).F1(), 97.5)
	floor(t, "dates, relaxed F1", dates.Counts(dates.Relaxed).F1(), 97.5)
	floor(t, "dates, value F1", dates.Counts(dates.Value).F1(), 96)
	places := scorePlaces(t, x, set)
	floor(t, "places, accuracy of given spans", 100*places.Given.Accuracy(), 91)
	p, r := places.Text.EndToEnd()
	floor(t, "places, end-to-end F1", 200*p*r/(p+r), 88)
	l := linkEval{x: x}
	for i := range articles {
		if err := l.add(context.Background(), &articles[i]); err != nil {
			t.Fatal(err)
		}
	}
	floor(t, "links, B³ F1", l.whole.All().F1(), 93)
	floor(t, "links of gold names, B³ F1", l.given.All().F1(), 98)
	if l.inFurniture > 0 {
		t.Errorf("%d names in furniture", l.inFurniture)
	}
}

// TestAccuracyOnCorpora scores the corpora of the data folder.
func TestAccuracyOnCorpora(t *testing.T) {
	data := os.Getenv(dataFolder)
	if data == "" {
		t.Skipf("%s is not set: the annotated corpora are not part of the repository", dataFolder)
	}
	if testing.Short() {
		t.Skip("long")
	}
	x := newExtractor(t)
	for _, c := range []struct {
		scheme    string
		core, all float64
		files     []string
	}{
		{"dateline", 90.5, 89.5, []string{"names/eval/pud.tsv"}},
		{"conll", 93.5, 92, []string{"names/eval/conll03.dev.tsv"}},
		{"worldwide", 83.5, 81, []string{"names/eval/worldwide9.train.tsv", "names/eval/worldwide9.dev.tsv"}},
	} {
		scheme, err := score.ParseNameScheme(c.scheme)
		if err != nil {
			t.Fatal(err)
		}
		n := nameEval{x: x, names: score.Names{Scheme: scheme}, errors: map[nameError]int{}}
		for _, f := range c.files {
			addNames(t, &n, goldSet{name: filepath.Join(data, f)})
		}
		floor(t, c.files[0]+", CORE F1", n.names.Core().F1(), c.core)
		floor(t, c.files[0]+", all kinds F1", n.names.All().F1(), c.all)
	}
	for _, c := range []struct {
		strict, relaxed, value float64
		files                  []string
	}{
		{87.5, 93.5, 80, []string{"dates/timebank.jsonl", "dates/aquaint.jsonl"}},
		{94, 95.5, 86.5, []string{"dates/meantime_dev.jsonl"}},
	} {
		var sum score.Dates
		for _, f := range c.files {
			addDates(t, x, goldSet{name: filepath.Join(data, f)}, &sum)
		}
		floor(t, c.files[0]+", strict F1", sum.Counts(sum.Strict).F1(), c.strict)
		floor(t, c.files[0]+", relaxed F1", sum.Counts(sum.Relaxed).F1(), c.relaxed)
		floor(t, c.files[0]+", value F1", sum.Counts(sum.Value).F1(), c.value)
	}
	lgl := scorePlaces(t, x, goldSet{name: filepath.Join(data, "places/lgl.jsonl")})
	floor(t, "lgl, accuracy of given spans", 100*lgl.Given.Accuracy(), 83.5)
	p, r := lgl.Text.Recognition()
	floor(t, "lgl, recognition F1", 200*p*r/(p+r), 88)
	p, r = lgl.Text.EndToEnd()
	floor(t, "lgl, end-to-end F1", 200*p*r/(p+r), 73.5)
}

func floor(t *testing.T, what string, got, least float64) {
	t.Helper()
	t.Logf("%-45s %6.2f, floor %g", what, got, least)
	if got < least {
		t.Errorf("%s is %.2f, below %g", what, got, least)
	}
}

func newExtractor(t *testing.T) *entities.Extractor {
	t.Helper()
	x, err := entities.New()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func scoreNames(t *testing.T, x *entities.Extractor, set goldSet, schemeName string) *score.Names {
	t.Helper()
	scheme, err := score.ParseNameScheme(schemeName)
	if err != nil {
		t.Fatal(err)
	}
	n := nameEval{x: x, names: score.Names{Scheme: scheme}, errors: map[nameError]int{}}
	addNames(t, &n, set)
	return &n.names
}

func addNames(t *testing.T, n *nameEval, set goldSet) {
	t.Helper()
	docs, err := set.names()
	if err != nil {
		t.Fatal(err)
	}
	for i := range docs {
		if err := n.add(context.Background(), &docs[i]); err != nil {
			t.Fatal(err)
		}
	}
}

func scoreDates(t *testing.T, x *entities.Extractor, set goldSet) *score.Dates {
	t.Helper()
	var s score.Dates
	addDates(t, x, set, &s)
	return &s
}

func addDates(t *testing.T, x *entities.Extractor, set goldSet, s *score.Dates) {
	t.Helper()
	docs, err := set.dates()
	if err != nil {
		t.Fatal(err)
	}
	for i := range docs {
		found, err := timexes(context.Background(), x, &docs[i])
		if err != nil {
			t.Fatal(err)
		}
		s.Add(docs[i].ID, docs[i].Timexes, found)
	}
}

func scorePlaces(t *testing.T, x *entities.Extractor, set goldSet) *score.Places {
	t.Helper()
	docs, err := set.places(x.Gazetteer())
	if err != nil {
		t.Fatal(err)
	}
	lookup := x.Gazetteer().Lookup
	s := &score.Places{Units: lookup, Candidates: lookup}
	for i := range docs {
		if err := addPlaces(context.Background(), x, &docs[i], s); err != nil {
			t.Fatal(err)
		}
	}
	return s
}
