package score

import (
	"math"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/gazetteer"
	"github.com/dateline-go/dateline/internal/corpus"
)

var (
	ruritania = gazetteer.Place{ID: 1, Ref: "gn:1", Name: "Ruritania", Feature: "PCLI", Lat: 50, Lon: 15, Country: "RU"}
	province  = gazetteer.Place{ID: 2, Ref: "gn:2", Name: "Zenda", Feature: "ADM1", Lat: 50, Lon: 16, Country: "RU"}
	town      = gazetteer.Place{ID: 3, Ref: "gn:3", Name: "Zenda", Feature: "PPL", Lat: 50.2, Lon: 16.1, Country: "RU"}
	namesake  = gazetteer.Place{ID: 4, Ref: "gn:4", Name: "Zenda", Feature: "PPL", Lat: 38, Lon: -98, Country: "US"}
)

func point(start, end int, id int64, feature string, p gazetteer.Place) corpus.Toponym {
	return corpus.Toponym{Start: start, End: end, ID: id, Feature: feature, Lat: p.Lat, Lon: p.Lon, HasPoint: true}
}

func TestGivenPlaces(t *testing.T) {
	doc := &corpus.PlaceText{ID: "d", Text: strings.Repeat("x", 100), Toponyms: []corpus.Toponym{
		point(0, 5, 1, "A.PCLI", gazetteer.Place{Lat: 60, Lon: 30}), // right by id, far from the gold's point
		point(6, 10, 2, "A.ADM1", province),                         // the town of the same name is near, and another thing
		point(11, 15, 3, "P.PPL", town),                             // the province's point is near enough
		point(16, 20, 3, "P.PPL", town),                             // namesake
		point(21, 25, 3, "P.PPL", town),                             // none
		{Start: 26, End: 30},                                        // without a point: not counted
	}}
	all := []gazetteer.Place{ruritania, province, town, namesake}
	s := Places{Candidates: func(string) []gazetteer.Place { return all }}
	if err := s.AddGiven(doc, []*gazetteer.Place{&ruritania, &town, &province, &namesake, nil, &town}); err != nil {
		t.Fatal(err)
	}
	if g := s.Given; g.Toponyms != 5 || g.Right != 2 || g.Near != 2 || g.None != 1 {
		t.Errorf("counts %+v", g)
	}
	var causes []string
	for _, e := range s.Errors {
		causes = append(causes, e.Cause.String())
	}
	if got := strings.Join(causes, ", "); got != "wrong ranking, wrong ranking, none given" {
		t.Errorf("causes %s", got)
	}
	if err := s.AddGiven(doc, nil); err == nil {
		t.Error("no error for a wrong number of places")
	}
	s.Candidates = func(string) []gazetteer.Place { return []gazetteer.Place{namesake} }
	s.Errors = nil
	if err := s.AddGiven(doc, make([]*gazetteer.Place, 6)); err != nil {
		t.Fatal(err)
	}
	for _, e := range s.Errors {
		if e.Cause != NoCandidate {
			t.Errorf("cause %v, want no candidate", e.Cause)
		}
	}
}

// Gold that links to articles says by their titles which toponyms are units.
func TestUnitsByTitle(t *testing.T) {
	s := Places{Units: func(name string) []gazetteer.Place {
		switch name {
		case "Ruritania":
			return []gazetteer.Place{ruritania}
		case "Zenda":
			return []gazetteer.Place{province, town, namesake}
		}
		return nil
	}}
	for _, c := range []struct {
		title string
		place gazetteer.Place
		at    gazetteer.Place
		want  bool
	}{
		{"Ruritania", ruritania, gazetteer.Place{Lat: 40, Lon: 0}, true},        // the country, wherever the gold puts its point
		{"Zenda (province)", province, gazetteer.Place{Lat: 52, Lon: 20}, true}, // the province, 300 km off
		{"Zenda, Kansas", namesake, namesake, true},
		{"Zenda, Kansas", province, namesake, false},
		{"Zenda", town, town, true},
		{"Elsewhere", ruritania, gazetteer.Place{Lat: 0, Lon: 0}, false},
	} {
		tp := corpus.Toponym{Title: c.title, Lat: c.at.Lat, Lon: c.at.Lon, HasPoint: true}
		if got := s.right(&tp, &c.place); got != c.want {
			t.Errorf("%s given %s: right %v, want %v", c.title, c.place.Ref, got, c.want)
		}
	}
}

func TestTextPlaces(t *testing.T) {
	doc := &corpus.PlaceText{ID: "d", Text: strings.Repeat("x", 100), Toponyms: []corpus.Toponym{
		point(0, 5, 3, "P.PPL", town),
		point(10, 15, 3, "P.PPL", town),
		point(20, 25, 1, "A.PCLI", ruritania),
		point(30, 35, 3, "P.PPL", town),
		{Start: 40, End: 45},
	}}
	var s Places
	s.AddText(doc, []PlaceAnswer{
		{0, 6, kind.Place, &town},        // overlaps, right
		{10, 15, kind.Place, &namesake},  // found, wrong place
		{19, 27, kind.NORP, &ruritania},  // a nationality over the gold counts
		{30, 35, kind.Person, nil},       // not a place mention: not found
		{40, 45, kind.Place, &town},      // gold without a point: ignored
		{50, 55, kind.Place, nil},        // false
		{60, 65, kind.Org, &town},        // an organisation beside the gold is not false
		{70, 75, kind.NORP, &ruritania},  // nor is a nationality
		{80, 85, kind.Place, &ruritania}, // false
	})
	x := s.Text
	if x.Gold != 4 || x.Found != 3 || x.Located != 2 || x.Mentions != 5 || x.Matched != 3 || x.Correct != 2 || x.Unplaced != 1 || x.NoPoint != 1 {
		t.Fatalf("counts %+v", x)
	}
	p, r := x.Recognition()
	if p != 0.6 || r != 0.75 {
		t.Errorf("recognition %v, %v", p, r)
	}
	if p, r = x.EndToEnd(); p != 0.4 || r != 0.5 {
		t.Errorf("end to end %v, %v", p, r)
	}
	placed := x.PlacedOnly()
	if p, _ = placed.Recognition(); p != 0.75 {
		t.Errorf("precision of mentions with a place %v", p)
	}
	var sb strings.Builder
	if err := s.Print(&sb); err != nil || !strings.Contains(sb.String(), "recognition") {
		t.Errorf("print: %v\n%s", err, sb.String())
	}
	sb.Reset()
	if err := s.PrintErrors(&sb, 2); err != nil || !strings.Contains(sb.String(), "not recognised") || !strings.Contains(sb.String(), "false mention") {
		t.Errorf("errors: %v\n%s", err, sb.String())
	}
}

func TestKm(t *testing.T) {
	if d := Km(51.5, -0.12, 48.86, 2.35); math.Abs(d-342) > 3 {
		t.Errorf("London to Paris %.0f km", d)
	}
	if d := Km(0, 179.9, 0, -179.9); math.Abs(d-22.2) > 0.5 {
		t.Errorf("across the date line %.1f km", d)
	}
}
