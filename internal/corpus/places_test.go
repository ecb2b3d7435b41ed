package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReadPlaces(t *testing.T) {
	const in = `{"id":"7","published":"2011-05-02","text":"Ålesund and Bergen.","toponyms":[{"start":0,"end":8,"name":"Ålesund","geonameid":"3163392","lat":62.47,"lon":6.15,"type":"P.PPL"},{"start":13,"end":19,"name":"Bergen","lat":"60.39","lon":5.32,"wiki":"https://en.wikipedia.org/wiki/Bergen,_Hordaland"}]}

{"id":"8","text":"no places","toponyms":[]}
`
	docs, err := ReadPlaces(strings.NewReader(in), "x.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 2 || len(docs[0].Toponyms) != 2 || docs[1].ID != "8" {
		t.Fatalf("got %+v", docs)
	}
	a, b := docs[0].Toponyms[0], docs[0].Toponyms[1]
	if a.ID != 3163392 || !a.HasPoint || a.Feature != "P.PPL" || a.Name != "Ålesund" {
		t.Errorf("first toponym %+v", a)
	}
	if b.ID != 0 || b.Lat != 60.39 || b.Title != "Bergen, Hordaland" {
		t.Errorf("second toponym %+v", b)
	}
}

func TestReadPlacesErrorsNameTheLine(t *testing.T) {
	for in, want := range map[string]string{
		"{\"id\":\"1\",\"text\":\"a\"}\n{":                                                         "x.jsonl:2: ",
		`{"text":"Rome","toponyms":[{"start":0,"end":5,"name":"Rome"}]}`:                           "outside the text",
		`{"text":"Rome","toponyms":[{"start":0,"end":4,"name":"Nome"}]}`:                           `not "Nome"`,
		`{"text":"Rome","toponyms":[{"start":0,"end":4,"lat":"north"}]}`:                           "not a number",
		`{"text":"Rome Rome","toponyms":[{"start":5,"end":9},{"start":0,"end":4}],"published":""}`: "out of order",
	} {
		if _, err := ReadPlaces(strings.NewReader(in), "x.jsonl"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want one with %q", in, err, want)
		}
	}
}

func TestReadPlacesGold(t *testing.T) {
	dir := os.Getenv("DATELINE_DATA")
	if dir == "" {
		t.Skip("DATELINE_DATA is not set")
	}
	for name, want := range map[string][3]int{"lgl.jsonl": {588, 5088, 4462}, "geovirus.jsonl": {229, 2170, 2170}} {
		f, err := os.Open(filepath.Join(dir, "places", name))
		if err != nil {
			t.Fatal(err)
		}
		docs, err := ReadPlaces(f, name)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		got := [3]int{len(docs)}
		for _, d := range docs {
			got[1] += len(d.Toponyms)
			for _, tp := range d.Toponyms {
				if tp.HasPoint {
					got[2]++
				}
			}
		}
		if got != want {
			t.Errorf("%s: documents, toponyms, toponyms with a point = %v, want %v", name, got, want)
		}
	}
}
