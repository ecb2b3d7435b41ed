package link

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/entities/kind"
)

// scored gives the mentions scores in order; those without keep 0.99.
func scored(ms []Mention, scores ...float32) []Mention {
	for i := range ms {
		ms[i].Score = 0.99
		if i < len(scores) {
			ms[i].Score = scores[i]
		}
	}
	return ms
}

func TestKinds(t *testing.T) {
	for _, c := range []struct {
		name, in string
		scores   []float32
		want     string
	}{
		{"surname", "[P:Hafiz Saeed Khan] died. [L:Khan] had left.", []float32{0.99, 0.6}, "PERSON Hafiz Saeed Khan, PERSON Khan"},
		{"surname, tagger sure", "[P:Jack London] lived in [L:London].", nil, "PERSON Jack London, PLACE London"},
		{"surname of nobody alone", "[P:Jordan Smith] swam the [L:Jordan River]. [L:Smith] is wet. [O:Jordan] said so.", []float32{0.99, 0.99, 0.6, 0.6},
			"PERSON Jordan Smith, PLACE Jordan River, PERSON Smith, ORG Jordan"},
		{"bracket", "the [O:Islamic Movement of Uzbekistan] ([L:IMU])", nil, "ORG Islamic Movement of Uzbekistan, ORG IMU"},
		{"bracket of another name", "[O:Ferrari] ([L:ITA])", nil, "ORG Ferrari, PLACE ITA"},
		{"acronym", "the [O:World Health Organization] said. [M:WHO] staff left.", []float32{0.99, 0.6}, "ORG World Health Organization, ORG WHO"},
		{"majority", "[O:Boeing] fell. [O:Boeing] rose. [P:Boeing] said.", []float32{0.99, 0.99, 0.6}, "ORG Boeing, ORG Boeing, ORG Boeing"},
		{"missed surname", "[P:Hafiz Saeed Khan] died. Then Khan's men left, and Khan’s wife.", nil, "PERSON Hafiz Saeed Khan, PERSON Khan, PERSON Khan"},
		{"missed acronym", "The [O:IMU] said. Later IMU men left; IMU-led men did not.", nil, "ORG IMU, ORG IMU, ORG IMU"},
		{"defined acronym", "the [O:Islamic State] group ([L:IS]). Then IS left; IS-led men and the ISIS did not.", []float32{0.9, 0.4},
			"ORG Islamic State, ORG IS, ORG IS, ORG IS"},
		{"parts of words are none", "[P:Hafiz Khan] met pro-Khan men at iKhan and Khanabad.", nil, "PERSON Hafiz Khan"},
		{"beside a mention", "[P:Hafiz Khan]-led men", nil, "PERSON Hafiz Khan"},
		{"no evidence", "[P:Khan] died. Nobody saw.", []float32{0.5}, "PERSON Khan"},
		{"lower case is none", "[P:Hafiz Bush] sat in the bush.", nil, "PERSON Hafiz Bush"},
	} {
		text, ms := marked(c.in)
		ms = Kinds(text, scored(ms, c.scores...), nil)
		checkOrder(t, text, ms)
		var got []string
		for _, m := range ms {
			got = append(got, fmt.Sprintf("%s %s", m.Kind, text[m.Start:m.End]))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, s, c.want)
		}
	}
}

func ExampleKinds() {
	text := "Hafiz Saeed Khan was killed in July. Khan had led the group."
	ms := Kinds(text, []Mention{
		{Start: 0, End: 16, Kind: kind.Person, Score: 0.98},
		{Start: 37, End: 41, Kind: kind.Place, Score: 0.55},
	}, nil)
	for _, m := range ms {
		fmt.Println(m.Kind, text[m.Start:m.End])
	}
	// Output:
	// PERSON Hafiz Saeed Khan
	// PERSON Khan
}

func ExampleNewNames() {
	names := NewNames([]Known{{Name: "Oslo Ferries AS", Aliases: []string{"Oslo Ferries"}, Kind: kind.Org, Ref: "no:914"}})
	text := "Shares in Oslo Ferries fell."
	ms := Kinds(text, nil, names)
	for _, e := range Group(text, ms, names).Entities {
		fmt.Println(e.Ref, e.Kind, e.Name, e.Names)
	}
	// Output:
	// no:914 ORG Oslo Ferries AS [Oslo Ferries]
}

// TestIntroducedAcronyms: an acronym that the text introduces is a name
// wherever it stands just so, though it be spelled like a word.
func TestIntroducedAcronyms(t *testing.T) {
	text := "The Islamic State group (IS) has lost ground. It is said that IS lost Sirte.\nIS IS LOSING?\nIs it? The Kurdistan Workers' Party (PKK) and PKK units. The Kuomintang (KMT) fell (AFP)."
	name := func(s string, k kind.Kind) Mention {
		at := strings.Index(text, s)
		return Mention{Start: at, End: at + len(s), Kind: k, Score: 0.9}
	}
	ms := Kinds(text, []Mention{name("Islamic State", kind.Org), name("Sirte", kind.Place), name("Kurdistan Workers' Party", kind.Org), name("Kuomintang", kind.Org)}, nil)
	var got []string
	for _, m := range ms {
		got = append(got, text[m.Start:m.End]+" "+m.Kind.String())
	}
	want := "Islamic State ORG, IS ORG, IS ORG, Sirte PLACE, Kurdistan Workers' Party ORG, PKK ORG, PKK ORG, Kuomintang ORG, KMT ORG"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

// TestLinesInCapitals: a headline in capitals has the names of its story, with
// their bounds.
func TestLinesInCapitals(t *testing.T) {
	text := "ISLAMIC STATE RECRUITS UZBEK FIGHTERS\nThe Islamic State courts Uzbek fighters."
	at := func(s string, from int, k kind.Kind, score float32) Mention {
		i := from + strings.Index(text[from:], s)
		return Mention{Start: i, End: i + len(s), Kind: k, Score: score}
	}
	body := strings.Index(text, "\n")
	ms := Kinds(text, []Mention{
		at("ISLAMIC STATE RECRUITS UZBEK", 0, kind.Org, 0.6),
		at("Islamic State", body, kind.Org, 0.99), at("Uzbek", body, kind.NORP, 0.99),
	}, nil)
	var got []string
	for _, m := range ms {
		got = append(got, text[m.Start:m.End]+" "+m.Kind.String())
	}
	if s, want := strings.Join(got, ", "), "ISLAMIC STATE ORG, UZBEK NORP, Islamic State ORG, Uzbek NORP"; s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}
