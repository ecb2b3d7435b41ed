package ner

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/entities/kind"
)

func TestEncodeDecode(t *testing.T) {
	names := []Name{{0, 1, kind.Place}, {1, 3, kind.Person}, {4, 8, kind.Org}, {9, 10, kind.Misc}}
	labels := Encode(10, names)
	if got := Decode(labels); !slices.Equal(got, names) {
		t.Errorf("Decode(Encode(%v)) = %v", names, got)
	}
	for i := 1; i < len(labels); i++ {
		if !Follows(labels[i-1], labels[i]) {
			t.Errorf("label %d (%d) may not follow %d", i, labels[i], labels[i-1])
		}
	}
}

// Model files hold hashes, so hashes may never change.
func TestHashIsFixed(t *testing.T) {
	for _, c := range []struct {
		s    string
		want uint64
	}{{"", 0xcdd8960e18d757f0}, {"Karachi", 0x318d3fc57794b226}, {"a word of more than eight bytes", 0x8981c4369779f1d}} {
		if got := Hash(c.s); got != c.want || hash([]byte(c.s)) != got {
			t.Errorf("Hash(%q) = %x, want %x", c.s, got, c.want)
		}
	}
	if a, b := Mix(1, 2), Mix(2, 1); a == b {
		t.Error("Mix is blind to order")
	}
}

func TestWordClass(t *testing.T) {
	for _, c := range []struct {
		text string
		in   Case
		want Class
	}{
		{"word", Running, Lower}, {"Word", Running, Capital}, {"WORD", Running, AllCaps}, {"McWord", Running, Mixed},
		{"al-Word", Running, Mixed}, {"W.", Running, Initial}, {"U.S.", Running, Abbrev}, {"W", Running, Letter},
		{"1,234.5", Running, Number}, {"F-16", Running, CapNumber}, {"5th", Running, LowNumber}, {"--", Running, Mark},
		{"U.S.-led", Running, Compound}, {"Sunni-dominated", Running, Compound}, {"Lashkar-e-Jhangvi", Running, Mixed},
		{"WORD", Upper, UpperLine}, {"Word", Title, TitleLine}, {"NATO", Title, AllCaps}, {"É", Running, Letter},
		{"Évian", Running, Capital}, {"\xff\xfe", Running, Mark}, {"", Running, Mark},
	} {
		if got := NewWord(c.text, c.in).Class; got != c.want {
			t.Errorf("class of %q on a line of case %d = %d, want %d", c.text, c.in, got, c.want)
		}
	}
}

// Curly and straight quotes, and the different dashes, are one to the model.
func TestNormJoinsTypography(t *testing.T) {
	for _, c := range [][2]string{{"’s", "'s"}, {"“", `"`}, {"``", `"`}, {"—", "-"}, {"--", "-"}, {"-LRB-", "("}, {"O’Neill", "o'neill"}, {"2016", "0000"}} {
		if got := NewWord(c[0], Running).Norm; got != c[1] {
			t.Errorf("norm of %q = %q, want %q", c[0], got, c[1])
		}
	}
}

func words(s string) []*Word {
	var out []*Word
	for _, f := range strings.Fields(s) {
		out = append(out, NewWord(f, Running))
	}
	return out
}

func TestCaseOf(t *testing.T) {
	for _, c := range []struct {
		text string
		want Case
	}{
		{"The minister went to Oslo on Friday .", Running},
		{"MINISTER FLIES TO OSLO FOR TALKS", Upper},
		{"Minister Flies to Oslo for Peace Talks", Title},
		{"OSLO , Norway ( AP )", Running},
		{"John Smith", Running},
		{"", Running},
	} {
		if got := CaseOf(words(c.text)); got != c.want {
			t.Errorf("case of %q = %d, want %d", c.text, got, c.want)
		}
	}
}

func TestSegments(t *testing.T) {
	ws := words("the Bank of England said 25 people met in Oslo of all places")
	for _, w := range ws {
		if w.Text == "of" {
			w.Bits |= Linker
		}
	}
	var got []string
	for _, s := range Segments(nil, ws) {
		var part []string
		for _, w := range ws[s.First:s.Last] {
			part = append(part, w.Text)
		}
		got = append(got, strings.Join(part, " "))
	}
	if want := []string{"Bank of England", "Oslo"}; !slices.Equal(got, want) {
		t.Errorf("segments %q, want %q", got, want)
	}
}

func TestSegmentsAreBounded(t *testing.T) {
	ws := words(strings.Repeat("Word ", 10*MaxSegment))
	segs := Segments(nil, ws)
	at := 0
	for _, s := range segs {
		if s.First < at || s.Last-s.First > MaxSegment || s.Last <= s.First {
			t.Fatalf("segment %v after %d", s, at)
		}
		at = s.Last
	}
	if at != len(ws) {
		t.Errorf("segments end at %d of %d", at, len(ws))
	}
}

func TestTable(t *testing.T) {
	var items []Item
	for i := range 5000 {
		items = append(items, Item{Hash(fmt.Sprint("key", i)), uint64(i)})
	}
	tab, err := OpenTable(string(PackTable(slices.Clone(items), 2)), 2)
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range items {
		if v, ok := tab.Find(it.Hash); !ok || v != it.Value {
			t.Fatalf("Find(%x) = %d %v, want %d", it.Hash, v, ok, it.Value)
		}
	}
	wrong := 0
	for i := range 5000 {
		if _, ok := tab.Find(Hash(fmt.Sprint("other", i))); ok {
			wrong++
		}
	}
	if wrong > 1 {
		t.Errorf("%d of 5000 strange keys found", wrong)
	}
}

func TestOpenTableRefusesDamage(t *testing.T) {
	good := string(PackTable([]Item{{1 << 60, 1}, {2 << 60, 2}}, 2))
	for n := range len(good) {
		if _, err := OpenTable(good[:n], 2); err == nil {
			t.Errorf("table cut to %d bytes was opened", n)
		}
	}
}

func TestWeights(t *testing.T) {
	var rows []Row
	for i := range 3000 {
		w := &[Labels]float32{}
		w[i%Labels] = float32(i%7) - 3.25
		w[(i+5)%Labels] = 0.125
		rows = append(rows, Row{feat(uint64(i), 1), w})
	}
	// One feature at two positions.
	v := Hash("value")
	rows = append(rows, Row{at(tLower, 0, v), &[Labels]float32{0: 1}}, Row{at(tLower, 3, v), &[Labels]float32{1: -2}})
	data, n := PackWeights(slices.Clone(rows), 0.01)
	if n != len(rows) {
		t.Errorf("%d rows kept of %d", n, len(rows))
	}
	w, err := OpenWeights(string(data))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows[:3000] {
		var sum [Labels]int32
		w.AddToken(&sum, []uint64{r.Hash}, &Lookups{})
		for y, want := range r.Weights {
			if d := float32(sum[y])/Steps - want; d > 0.02 || d < -0.02 {
				t.Fatalf("weight %d of %x = %v, want %v", y, r.Hash, float32(sum[y])/Steps, want)
			}
		}
	}
	var sums [Positions][Labels]int32
	w.AddWord(&sums, []uint64{at(tLower, 2, v)}, &Lookups{})
	if sums[0][0] != Steps || sums[3][1] != -2*Steps {
		t.Errorf("sums by position %d and %d, want %d and %d", sums[0][0], sums[3][1], Steps, -2*Steps)
	}
}

// What AddWord sums for all positions at once must be what the features of
// each position alone add up to.
func TestAllWordFeaturesCoverPositions(t *testing.T) {
	for _, text := range []string{"said", "Karachi", "U.S.-led", "McDonald", "of", "1996", ","} {
		w := NewWord(text, Running)
		w.Bits |= OrgHead
		all := map[uint64]bool{}
		for _, f := range AllWordFeatures(nil, noLexicon{}, w) {
			all[base(f)] = true
		}
		for pos := -Reach; pos <= Reach; pos++ {
			for _, f := range WordFeatures(nil, noLexicon{}, w, pos) {
				if !all[base(f)] {
					t.Errorf("%q: a feature at %d is missing from the joint list", text, pos)
				}
			}
		}
	}
}

type noLexicon struct{}

func (noLexicon) Word(*Word)                {}
func (noLexicon) Phrase(uint64) Types       { return 0 }
func (noLexicon) Path(uint16) (uint32, int) { return 0, 0 }

func TestEvidenceLeavesOutTheTokenItself(t *testing.T) {
	var e Evidence
	ws := words("Saeed spoke")
	segs := []Segment{{0, 1}}
	labels := []Label{Make(kind.Person, Unit), Out}
	e.Reset()
	e.Seen(ws, segs, labels, []uint8{Sure, Sure})
	if v, ok := e.view(ws[0], labels[0], Sure, true); ok {
		t.Errorf("a word that occurs once has evidence %+v", v)
	}
	e.Seen(ws, segs, labels, []uint8{Sure, Sure})
	if v, _ := e.view(ws[0], labels[0], Sure, true); v.all[kind.Person-1] != Sure {
		t.Errorf("evidence of one other occurrence = %d, want %d", v.all[kind.Person-1], Sure)
	}
}
