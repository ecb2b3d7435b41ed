package train

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/internal/ner"
)

func TestHeadline(t *testing.T) {
	words := strings.Fields("the talks in Köln 's old town ended with élan .")
	s := Sentence{words, ner.Encode(len(words), []ner.Name{{First: 3, Last: 4, Kind: kind.Place}})}
	for _, c := range []struct {
		write func(string) string
		want  string
	}{
		{titleWord, "The Talks in [Köln/PLACE] 's Old Town Ended with Élan"},
		{strings.ToUpper, "THE TALKS IN [KÖLN/PLACE] 'S OLD TOWN ENDED WITH ÉLAN"},
	} {
		if got := show(headline(s, c.write)); got != c.want {
			t.Errorf("got %s\nwant %s", got, c.want)
		}
	}
}

// Copies are of short sentences only, some in each way, in the fold of their
// original; the original keeps its words.
func TestHeadlineCopies(t *testing.T) {
	d := Document{ID: "a", Weight: 1, Fold: 5}
	for i := range 64 {
		words := strings.Fields("Rain fell in Oslo today " + strings.Repeat("again ", i))
		d.Sentences = append(d.Sentences, Sentence{words, ner.Encode(len(words), []ner.Name{{First: 3, Last: 4, Kind: kind.Place}})})
	}
	got := headlineCopies([]Document{d}, 0.3)
	if len(got) != 1 || got[0].Fold != 5 || got[0].Weight != 0.3 {
		t.Fatalf("got %d documents", len(got))
	}
	upper, title := 0, 0
	for _, s := range got[0].Sentences {
		if len(s.Words) > longHeadline {
			t.Errorf("a copy of %d words", len(s.Words))
		}
		switch s.Words[4] {
		case "TODAY":
			upper++
		case "Today":
			title++
		}
	}
	if upper+title != len(got[0].Sentences) || len(got[0].Sentences) == 0 {
		t.Errorf("%d in capitals and %d in title case of %d", upper, title, len(got[0].Sentences))
	}
	if d.Sentences[0].Words[4] != "today" {
		t.Error("the original has changed")
	}
}
