package main

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jdkato/prose/v2"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/internal/corpus"
	"github.com/dateline-go/dateline/internal/score"
)

const sample = "“We can’t wait,” Angela Merkel’s spokesman said in Berlin. Barack Obama will visit Canada."

// TestSystemsFindNamesWhereTheyAre proves that the offsets of every library
// fit the text: each finds some of the easy names exactly.
func TestSystemsFindNamesWhereTheyAre(t *testing.T) {
	easy := map[string]kind.Kind{"Angela Merkel": kind.Person, "Berlin": kind.Place, "Barack Obama": kind.Person, "Canada": kind.Place}
	for _, s := range systems {
		f, err := s.load()
		if err != nil {
			t.Fatalf("%s: %v", s.setting, err)
		}
		items, err := f.inText(sample)
		if err != nil {
			t.Fatalf("%s: %v", s.setting, err)
		}
		var found []string
		for _, m := range items {
			text := sample[m.Start:m.End]
			if k, ok := easy[text]; ok && k == m.Kind {
				found = append(found, text)
			}
		}
		if len(found) < 3 {
			t.Errorf("%s finds only %q of %v; all: %v", s.setting, found, easy, items)
		}

		words, err := f.inWords([][]string{{"Rain", "fell", "."}, {"Barack", "Obama", "left", "Berlin", "."}})
		if err != nil {
			t.Fatalf("%s: %v", s.setting, err)
		}
		obama := score.NameItem{Start: 0, End: 2, Kind: kind.Person}
		if len(words) != 2 || !slices.Contains(words[1], obama) || slices.ContainsFunc(words[1], func(m score.NameItem) bool { return m.End > 5 }) {
			t.Errorf("%s: names in words are %v, want %v in the second sentence", s.setting, words, obama)
		}
	}
}

func TestAlignProse2(t *testing.T) {
	// The apostrophe and the quotes are three bytes each in the text.
	text := "“It’s Ali’s,” said Bo."
	tokens := []prose.Token{{Text: `"`}, {Text: "It"}, {Text: "'s"}, {Text: "Ali"}, {Text: "'s"}, {Text: "lost"}, {Text: "said"}, {Text: "Bo"}, {Text: "."}}
	want := []string{"“", "It", "’s", "Ali", "’s", "", "said", "Bo", "."}
	for i, s := range alignProse2(text, tokens) {
		if text[s.start:s.end] != want[i] {
			t.Errorf("token %d, %q, is at %v, %q; want %q", i, tokens[i].Text, s, text[s.start:s.end], want[i])
		}
	}
}

func TestFindProse2(t *testing.T) {
	tokens := []prose.Token{{Text: "New", Label: "O"}, {Text: "New", Label: "B-GPE"}, {Text: "York", Label: "I-GPE"}, {Text: "Yorkers", Label: "B-GPE"}}
	if first, last, ok := findProse2(tokens, 0, "New York"); first != 1 || last != 3 || !ok {
		t.Errorf("New York is at %d to %d, %v; want 1 to 3", first, last, ok)
	}
	if _, _, ok := findProse2(tokens, 2, "New York"); ok {
		t.Error("found before the token where the search began")
	}
	if _, _, ok := findProse2(tokens, 0, "New Yorkers"); ok {
		t.Error("found over a token left out")
	}
}

func TestToWords(t *testing.T) {
	j := join([]string{"U.S.-led", "raid", "on", "Kunduz"})
	got := j.toWords([]score.NameItem{{Start: 0, End: 4, Kind: kind.Place}, {Start: 17, End: 23, Kind: kind.Place}})
	want := []score.NameItem{{Start: 0, End: 1, Kind: kind.Place}, {Start: 3, End: 4, Kind: kind.Place}}
	if !slices.Equal(got, want) {
		t.Errorf("%q: %v, want %v", j.text, got, want)
	}
}

func TestNationalitiesAreNotCountedAgainstProse(t *testing.T) {
	want := []score.NameItem{{Start: 0, End: 5, Kind: kind.NORP}, {Start: 9, End: 12, Kind: kind.Place}}
	found := []score.NameItem{{Start: 0, End: 5, Kind: kind.Place}, {Start: 9, End: 12, Kind: kind.Place}}
	lenient, strict := system{groupsArePlaces: true}, system{}
	for _, c := range []struct {
		s     system
		found int
	}{{lenient, 1}, {strict, 2}} {
		var names score.Names
		c.s.score(want, slices.Clone(found), &names)
		if got := names.ByKind[kind.Place]; got.Found != c.found || got.Right != 1 || got.Gold != 1 {
			t.Errorf("groupsArePlaces %v: %+v, want %d found", c.s.groupsArePlaces, got, c.found)
		}
	}
}

func TestReadTextsOfJSONL(t *testing.T) {
	path := filepath.Join(t.TempDir(), "feed.jsonl")
	if err := os.WriteFile(path, []byte("{\"id\":1,\"text\":\"Rain fell.\"}\n{\"text\":\"\"}\n{\"text\":\"Snow.\"}\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	set, err := readTexts(path)
	if err != nil || set.name != "feed.jsonl" || len(set.docs) != 2 || set.docs[1].text != "Snow." {
		t.Fatalf("%+v, %v", set, err)
	}
	if set.countTokens(); set.docs[0].tokens != 3 || set.tokens() != 5 || set.bytes() != 15 {
		t.Errorf("%+v: tokens %d, bytes %d; want 5 and 15", set, set.tokens(), set.bytes())
	}
	if err := os.WriteFile(path, []byte("{\"text\":\"a\"}\n{broken\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := readTexts(path); err == nil || !strings.Contains(err.Error(), "feed.jsonl:2") {
		t.Errorf("error of a broken line is %v, want file and line", err)
	}
}

// TestRecord runs the whole on one article and keeps the record in a copy of
// the page.
func TestRecord(t *testing.T) {
	set, err := readArticles()
	if err != nil {
		t.Fatal(err)
	}
	set.docs = set.docs[:1]
	set.countTokens()
	r := newRecord(options{rounds: 2, machine: "A quick (test) machine"})
	ctx := context.Background()
	speeds, err := measureSpeed(ctx, set.docs, r.rounds, time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	if len(speeds) != len(systems) {
		t.Fatalf("%d speeds for %d systems", len(speeds), len(systems))
	}
	r.speed = []setSpeed{{set, speeds}}
	r.first = make([]time.Duration, len(systems))
	for i, s := range speeds {
		if s.tokens <= 0 || s.bytes <= s.tokens || s.failed > 0 || s.allocs <= 0 || math.IsInf(s.slower, 0) {
			t.Errorf("%s: %+v", s.setting, s)
		}
		if i > 0 && s.slower <= 1 {
			t.Errorf("%s takes %.2f of dateline's time", s.setting, s.slower)
		}
	}
	golds, err := readGold(nil)
	if err != nil {
		t.Fatal(err)
	}
	if r.accuracy, err = measureAccuracy(ctx, golds); err != nil {
		t.Fatal(err)
	}
	for _, a := range r.accuracy {
		// A library whose labels or offsets were misread would score about nothing.
		ours := a.scores[0].names.Core()
		for _, s := range a.scores[1:] {
			core := s.names.Core()
			if core.F1() < 40 || core.F1() >= ours.F1() || core.Gold != ours.Gold {
				t.Errorf("%s: %s has F1 %.1f of %d names, dateline %.1f of %d", a.gold, s.library, core.F1(), core.Gold, ours.F1(), ours.Gold)
			}
		}
	}

	dir := t.TempDir()
	page, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := filepath.Join(dir, "README.md")
	if err := os.WriteFile(readme, page, 0o666); err != nil {
		t.Fatal(err)
	}
	tables := r.markdown()
	for range 2 { // the second time, there are results to replace
		if err := r.write(dir, tables); err != nil {
			t.Fatal(err)
		}
	}
	written, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Count(string(written), tables) != 1 {
		t.Error("README.md does not hold the tables once")
	}
	kept, err := os.ReadFile(filepath.Join(dir, "results", r.date.Format(time.DateOnly)+"-a-quick-test-machine.md"))
	if err != nil || !strings.HasSuffix(string(kept), tables) {
		t.Errorf("the record holds %d bytes, %v", len(kept), err)
	}
	for i, line := range strings.Split(tables, "\n") {
		if cells := strings.Count(line, "|"); cells != 0 && cells != 3 && cells != 7 && cells != 10 {
			t.Errorf("line %d of the tables has %d bars: %s", i+1, cells, line)
		}
	}
}

func TestReplaceResultsNeedsMarks(t *testing.T) {
	for _, page := range []string{"", resultsStart, resultsEnd, resultsEnd + resultsStart} {
		if got, err := replaceResults([]byte(page), "x"); err == nil {
			t.Errorf("%q became %q", page, got)
		}
	}
}

func TestThousands(t *testing.T) {
	for x, want := range map[float64]string{0: "0", 141.2: "141", 999: "999", 1337: "1,340", 574_812: "575,000", 1_440_000: "1,440,000", 22_367: "22,400"} {
		if got := thousands(x); got != want {
			t.Errorf("%v is written %s, want %s", x, got, want)
		}
	}
}

// TestGoldTypesAgree guards the union of the schemes: a type that two schemes
// map to different kinds could not be told apart.
func TestGoldTypesAgree(t *testing.T) {
	for _, scheme := range score.NameSchemes {
		for name, k := range scheme.Kinds {
			if goldKinds[name] != k {
				t.Errorf("type %s is %v in scheme %s and %v in another", name, k, scheme.Name, goldKinds[name])
			}
		}
	}
}

func TestReadGoldReadsTokens(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gold.tsv")
	if err := os.WriteFile(path, []byte("Obama\tB-PER\nleft\tO\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	golds, err := readGold([]string{path})
	if err != nil {
		t.Fatal(err)
	}
	last := golds[len(golds)-1]
	if len(golds) != 3 || last.name != "gold.tsv" || len(last.docs) != 1 || !slices.Equal(last.docs[0].Sentences[0].Names, []corpus.NameSpan{{First: 0, Last: 1, Type: "PER"}}) {
		t.Errorf("gold is %+v", last)
	}
}
