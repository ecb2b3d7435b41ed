package train

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/internal/corpus"
	"github.com/dateline-go/dateline/internal/ner"
)

func TestAtHyphens(t *testing.T) {
	for word, want := range map[string]string{
		"Akufo-Addo": "Akufo - Addo", "U.S.-led": "U.S. - led", "Covid-19": "Covid - 19", "Chan-o-cha": "Chan - o - cha",
		"Carcross/Tagish": "Carcross / Tagish", "3-2": "3-2", "2004-05": "2004-05", "-": "-", "--": "--", "al-": "al-",
		"http://a-b.c/d": "http://a-b.c/d", "Oslo": "Oslo", "Ω-β": "Ω - β", "\xff-a": "\xff-a",
	} {
		parts := atHyphens(word)
		if got := strings.Join(parts, " "); got != want {
			t.Errorf("%q: parts %q, want %q", word, got, want)
		}
		if strings.Join(parts, "") != word {
			t.Errorf("%q: parts %q lose bytes", word, parts)
		}
	}
}

// show writes a sentence with its names in brackets.
func show(s Sentence) string {
	words := slices.Clone(s.Words)
	for _, m := range ner.Decode(s.Labels) {
		words[m.First] = "[" + words[m.First]
		words[m.Last-1] += "/" + m.Kind.String() + "]"
	}
	return strings.Join(words, " ")
}

func TestCutSentence(t *testing.T) {
	name := func(first, last int, k kind.Kind) ner.Name { return ner.Name{First: first, Last: last, Kind: k} }
	for _, c := range []struct {
		words string
		names []ner.Name
		want  string
	}{
		{"The U.S.-led talks", []ner.Name{name(1, 2, kind.Place)}, "The [U.S./PLACE] - led talks"},
		{"pro-Taliban men", []ner.Name{name(0, 1, kind.Org)}, "pro - [Taliban/ORG] men"},
		{"Israeli-Palestinian talks", []ner.Name{name(0, 1, kind.NORP)}, "[Israeli/NORP] - [Palestinian/NORP] talks"},
		{"Yoon Suk-yeol of Lashkar-e-Jhangvi", []ner.Name{name(0, 2, kind.Person), name(3, 4, kind.Org)}, "[Yoon Suk - yeol/PERSON] of [Lashkar - e - Jhangvi/ORG]"},
		{"New York-based Acme", []ner.Name{name(0, 2, kind.Place), name(2, 3, kind.Org)}, "[New York/PLACE] - based [Acme/ORG]"},
	} {
		words := strings.Fields(c.words)
		if got := show(cutSentence(Sentence{words, ner.Encode(len(words), c.names)})); got != c.want {
			t.Errorf("%s: got  %s\nwant %s", c.words, got, c.want)
		}
	}
}

// Copies hold only the sentences with other tokens, and stay in the fold of
// the document they are copies of.
func TestCutCopies(t *testing.T) {
	raw := []corpus.NameDocument{
		{Text: "Nothing here.", ID: "a"},
		{Text: "Rain fell.\n\nThe U.S.-led force left.", ID: "b", Mentions: []corpus.NameMention{{Start: 16, End: 20, Kind: "PLACE"}}},
	}
	docs, err := FromCorpus(raw)
	if err != nil {
		t.Fatal(err)
	}
	docs[1].Fold = 7
	got := cutCopies(raw, docs, 0.5)
	if len(got) != 1 || got[0].ID != "b" || got[0].Fold != 7 || got[0].Weight != 0.5 || len(got[0].Sentences) != 1 {
		t.Fatalf("got %+v", got)
	}
	if s := show(got[0].Sentences[0]); s != "The [U.S./PLACE] - led force left ." {
		t.Errorf("got %s", s)
	}
}

// The lists and texts that ship with the trainer are well formed.
func TestOwnSources(t *testing.T) {
	b := &lexiconBuilder{words: map[string]*word{}, phrases: map[uint64]ner.Types{}}
	if err := b.knownNames(); err != nil {
		t.Error(err)
	}
	if w := b.words["unesco"]; w == nil || w.bits&ner.KnownOrg == 0 {
		t.Error("Unesco is no known organisation")
	}
	if w := b.words["karzai"]; w == nil || w.bits&ner.KnownPerson == 0 {
		t.Error("Karzai is no known person")
	}
	ids := map[string]bool{}
	err := eachText(func(file string, docs []corpus.NameDocument) error {
		for _, d := range docs {
			if ids[d.ID] {
				t.Errorf("%s: %s occurs twice", file, d.ID)
			}
			ids[d.ID] = true
			for _, m := range d.Mentions {
				if _, ok := Kinds[m.Kind]; !ok {
					t.Errorf("%s: %s: %q has the unknown kind %q", file, d.ID, m.Text, m.Kind)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	if len(ids) < 1000 {
		t.Errorf("only %d texts", len(ids))
	}
}
