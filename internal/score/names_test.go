package score

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/entities/kind"
)

func TestNames(t *testing.T) {
	s, err := ParseNameScheme("conll")
	if err != nil {
		t.Fatal(err)
	}
	n := Names{Scheme: s}
	n.Add(
		[]NameItem{{0, 2, kind.Person}, {3, 4, kind.Place}, {5, 6, kind.Misc}, {8, 9, kind.None}},
		[]NameItem{{0, 2, kind.Person}, {3, 4, kind.Org}, {5, 6, kind.NORP}, {10, 11, kind.Date}},
	)
	for k, want := range map[kind.Kind]Counts{
		kind.Person: {1, 1, 1}, kind.Org: {0, 1, 0}, kind.Place: {0, 0, 1},
		kind.Misc: {1, 1, 1}, // nationalities count as miscellaneous under this scheme
		kind.NORP: {}, kind.Date: {}, kind.None: {},
	} {
		if got := n.ByKind[k]; got != want {
			t.Errorf("%v: %+v, want %+v", k, got, want)
		}
	}
	if got, want := n.Core(), (Counts{1, 2, 2}); got != want {
		t.Errorf("CORE %+v, want %+v", got, want)
	}
	if got := n.All().F1(); got < 66.6 || got > 66.7 {
		t.Errorf("ALL F1 = %v, want two thirds", got)
	}
	var b strings.Builder
	if err := n.Write(&b); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "CORE") || strings.Contains(b.String(), "NORP") {
		t.Errorf("table:\n%s", b.String())
	}
}

// A name found twice, or with the right kind at the wrong place, is not right.
func TestNamesCountEachOnce(t *testing.T) {
	n := Names{}
	n.Add([]NameItem{{4, 9, kind.Org}}, []NameItem{{0, 3, kind.Org}, {4, 8, kind.Org}, {4, 9, kind.Org}})
	if got, want := n.ByKind[kind.Org], (Counts{1, 3, 1}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestParseNameScheme(t *testing.T) {
	for _, s := range []string{"dateline", "conll", "worldwide", "ontonotes"} {
		if _, err := ParseNameScheme(s); err != nil {
			t.Error(err)
		}
	}
	if _, err := ParseNameScheme("muc"); err == nil {
		t.Error("unknown scheme accepted")
	}
}
