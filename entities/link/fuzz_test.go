package link

import (
	"math/rand"
	"slices"
	"testing"

	"github.com/dateline-go/dateline/entities/kind"
)

// check holds what is true of every result.
func check(t *testing.T, text string, ms []Mention, ls Links) {
	t.Helper()
	if len(ls.Of) != len(ms) || len(ls.Titles) != len(ms) {
		t.Fatalf("%d mentions, %d links, %d titles", len(ms), len(ls.Of), len(ls.Titles))
	}
	first := -1
	seen := 0
	for id, e := range ls.Entities {
		if len(e.Mentions) == 0 || len(e.Names) == 0 {
			t.Fatalf("entity %d has no mention or name", id)
		}
		if e.Mentions[0] <= first || !slices.IsSorted(e.Mentions) {
			t.Fatalf("entity %d out of order: %v after %d", id, e.Mentions, first)
		}
		first = e.Mentions[0]
		for _, m := range e.Mentions {
			if ls.Of[m] != id || ms[m].Kind != e.Kind {
				t.Fatalf("mention %d of entity %d points to %d, kinds %v and %v", m, id, ls.Of[m], ms[m].Kind, e.Kind)
			}
			seen++
		}
	}
	for i, e := range ls.Of {
		if (e < 0) != (ms[i].Kind == kind.Date) {
			t.Fatalf("mention %d of kind %v has entity %d", i, ms[i].Kind, e)
		}
		if e >= 0 {
			seen--
		}
	}
	if seen != 0 {
		t.Fatalf("%d mentions too many in entities", seen)
	}
}

// checkOrder holds what is true of the mentions that Kinds returns.
func checkOrder(t *testing.T, text string, ms []Mention) {
	t.Helper()
	pos := 0
	for _, m := range ms {
		if m.Start < pos || m.End <= m.Start || m.End > len(text) || m.Kind == kind.None {
			t.Fatalf("mention %+v after byte %d of %d", m, pos, len(text))
		}
		pos = m.End
	}
}

// randomMentions cuts spans out of any text.
func randomMentions(text string, seed int64) []Mention {
	r := rand.New(rand.NewSource(seed))
	var ms []Mention
	for pos := 0; pos < len(text); {
		start := pos + r.Intn(4)
		end := start + 1 + r.Intn(12)
		if end > len(text) {
			break
		}
		m := Mention{Start: start, End: end, Kind: kind.Kind(1 + r.Intn(kind.Count-1)), Score: float32(r.Intn(101)) / 100}
		if m.Kind == kind.Place && r.Intn(2) == 0 {
			m.Place = text[start : start+1]
		}
		if m.Kind == kind.NORP && r.Intn(2) == 0 {
			m.Country = "UZ"
		}
		ms = append(ms, m)
		pos = end
	}
	return ms
}

func FuzzGroup(f *testing.F) {
	text, _ := marked(story)
	f.Add(text, int64(1))
	f.Add("Bill and Hillary Clinton, also known as “B.” (Jr.) É\xff\x00 van der", int64(2))
	f.Add("Mr. A. B. C., 45, head of the U.N. (U.N.)", int64(3))
	f.Fuzz(func(t *testing.T, text string, seed int64) {
		ms := randomMentions(text, seed)
		known := NewNames([]Known{{Name: "Bill Clinton", Aliases: []string{"Slick Willie", "commander"}, Ref: "x"}})
		var l Linker
		ms = l.Kinds(text, ms, known)
		checkOrder(t, text, ms)
		ls := l.Group(text, ms, known)
		check(t, text, ms, ls)
		again := Group(text, ms, known)
		check(t, text, ms, again)
		for i := range ls.Of {
			if ls.Of[i] != again.Of[i] || ls.Titles[i] != again.Titles[i] {
				t.Fatalf("second run differs at mention %d", i)
			}
		}
	})
}
