package geonames_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/gazetteer"
	"github.com/dateline-go/dateline/gazetteer/geonames"
)

// row writes a line of a GeoNames place table.
func row(id int, name, alternates string, lat, lon float64, class, code, country, admin1, admin2 string, people int) string {
	return fmt.Sprintf("%d\t%s\t%s\t%s\t%v\t%v\t%s\t%s\t%s\t\t%s\t%s\t\t\t%d\t\t\t\t2026-01-01\n",
		id, name, name, alternates, lat, lon, class, code, country, admin1, admin2, people)
}

var placeRows = row(11, "Nordmark", "Nordmarka,Polar City", 70, 25, "P", "PPLA", "QN", "01", "7", 50000) +
	row(12, "Sudby", "", 60, 24, "P", "PPL", "QN", "02", "", 900) +
	row(13, "Ost Airport", "", 60.1, 24.1, "S", "AIRP", "QN", "02", "", 0)

const (
	countryRows = "#ISO\tISO3\n" + "QN\tQNN\t1\tQN\tQuietland\tNordmark\t1\t51000\tEU\t.qn\tX\tY\t1\t\t\tqn\t10\t\t\n"
	admin1Rows  = "QN.01\tNorth March\tNorth March\t21\nQN.02\tSouth March\tSouth March\t22\n"
	admin2Rows  = "QN.01.7\tSeventh\tSeventh\t31\n"
	nameRows    = "1\t11\ten\tNorthmark\t1\t\t\t\t\t\n" + "2\t11\tde\tNordenmark\t\t\t\t\t\t\n" + "3\t10\tabbr\tQN\t\t\t\t\t\t\n" + "4\t11\tiata\tNMK\t\t\t\t\t\t\n"
)

func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	var b bytes.Buffer
	switch filepath.Ext(name) {
	case ".gz":
		w := gzip.NewWriter(&b)
		w.Write([]byte(text))
		w.Close()
	case ".zip":
		w := zip.NewWriter(&b)
		f, err := w.Create("QN.txt")
		if err != nil {
			t.Fatal(err)
		}
		f.Write([]byte(text))
		w.Close()
	default:
		b.WriteString(text)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestBuild(t *testing.T) {
	dir := t.TempDir()
	tables := geonames.Tables{
		Countries: write(t, dir, "countryInfo.txt", countryRows),
		Admin1:    write(t, dir, "admin1CodesASCII.txt", admin1Rows),
		Admin2:    write(t, dir, "admin2Codes.txt.gz", admin2Rows),
	}
	var last []byte
	for _, file := range []string{"QN.txt", "QN.txt.gz", "QN.zip"} {
		tables.Places = []string{write(t, dir, file, placeRows)}
		tables.AlternateNames = write(t, dir, "alternateNamesV2.zip", nameRows)
		var b bytes.Buffer
		stats, err := geonames.Build(&b, tables, geonames.Options{Version: "2026-01-02"})
		if err != nil {
			t.Fatal(err)
		}
		if stats.Read != 3 || stats.BadRows != 0 {
			t.Errorf("%s: %+v", file, stats)
		}
		if last != nil && !bytes.Equal(last, b.Bytes()) {
			t.Errorf("%s gives another file than the same rows before", file)
		}
		last = b.Bytes()
	}
	g, err := gazetteer.Open(last)
	if err != nil {
		t.Fatal(err)
	}
	if g.DataVersion() != "2026-01-02" {
		t.Errorf("version %q", g.DataVersion())
	}
	city, ok := g.ByID(11)
	want := gazetteer.Place{ID: 11, Ref: "gn:11", Name: "Nordmark", Lat: 70, Lon: 25, Country: "QN", Admin1: "North March", Admin2: "Seventh", Feature: "PPLA", Population: 50000}
	if !ok || city != want {
		t.Errorf("ByID(11) = %+v, %v", city, ok)
	}
	for name, class := range map[string]gazetteer.NameClass{"Nordmark": gazetteer.Primary, "Northmark": gazetteer.English, "Nordmarka": gazetteer.Variant, "Polar City": gazetteer.Alias} {
		if c := g.Candidates(nil, name); len(c) != 1 || g.ID(c[0].Row) != 11 || c[0].Class != class {
			t.Errorf("Candidates(%q) = %+v, want class %v", name, c, class)
		}
	}
	if p, ok := g.ParentOf(city); !ok || p.Name != "North March" || p.ID != 21 {
		t.Errorf("the parent of %s is %+v", city.Name, p)
	}
	if p := g.Lookup("Quietland"); len(p) != 1 || p[0].ID != 10 || p[0].Population != 51000 {
		t.Errorf("Lookup(Quietland) = %+v", p)
	}
	if p := g.Lookup("Strait of Hormuz"); len(p) != 1 {
		t.Errorf("the places written by hand are missing: %+v", p)
	}
	if _, known := g.Demonym("Kurdish"); !known {
		t.Error("the nationality words are missing")
	}
}

func TestBuildChooses(t *testing.T) {
	dir := t.TempDir()
	tables := geonames.Tables{Places: []string{write(t, dir, "QN.txt", placeRows)}, Countries: write(t, dir, "c.txt", countryRows)}
	for _, c := range []struct {
		o    geonames.Options
		want string
	}{
		{geonames.Options{}, "Nordmark Sudby Ost Airport"},
		{geonames.Options{MinPopulation: 1000}, "Nordmark Ost Airport"},
		{geonames.Options{Keep: func(f string, _ int64) bool { return f[0] == 'P' }}, "Nordmark Sudby"},
	} {
		var b bytes.Buffer
		if _, err := geonames.Build(&b, tables, c.o); err != nil {
			t.Fatal(err)
		}
		g, err := gazetteer.Open(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for id := int64(11); id <= 13; id++ {
			if p, ok := g.ByID(id); ok {
				names = append(names, p.Name)
			}
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%+v keeps %s, want %s", c.o, got, c.want)
		}
	}
}

// TestBuildBadRows checks that a bad row is named by file, line and column, and
// that the option says whether it stops the work.
func TestBuildBadRows(t *testing.T) {
	dir := t.TempDir()
	countries := write(t, dir, "c.txt", countryRows)
	for what, c := range map[string]struct{ row, want string }{
		"columns":    {"1\tA\n", ":2: 2 columns, want 19"},
		"id":         {row(0, "A", "", 1, 1, "P", "PPL", "QN", "", "", 1), ":2: column 1 or 2"},
		"latitude":   {row(9, "A", "", 91, 1, "P", "PPL", "QN", "", "", 1), `:2: column 5: degrees "91"`},
		"population": {row(9, "A", "", 1, 1, "P", "PPL", "QN", "", "", -4), `:2: column 15: number "-4"`},
		"country":    {row(9, "A", "", 1, 1, "P", "PPL", "Q", "", "", 1), `:2: column 9: country "Q"`},
	} {
		path := write(t, dir, "bad.txt", row(11, "Nordmark", "", 70, 25, "P", "PPLA", "QN", "01", "7", 50000)+c.row+row(12, "Sudby", "", 60, 24, "P", "PPL", "QN", "02", "", 900))
		tables := geonames.Tables{Places: []string{path}, Countries: countries}
		_, err := geonames.Build(&bytes.Buffer{}, tables, geonames.Options{})
		if err == nil || !strings.Contains(err.Error(), "bad.txt"+c.want) {
			t.Errorf("%s: error %v, want one with %q", what, err, c.want)
		}
		var seen []error
		stats, err := geonames.Build(&bytes.Buffer{}, tables, geonames.Options{BadRow: func(err error) bool { seen = append(seen, err); return true }})
		if err != nil || len(seen) != 1 || stats.BadRows != 1 || stats.Read != 2 {
			t.Errorf("%s: going on gives %+v, %v, %v", what, stats, seen, err)
		}
	}
	if _, err := geonames.Build(&bytes.Buffer{}, geonames.Tables{Countries: filepath.Join(dir, "none.txt")}, geonames.Options{}); !os.IsNotExist(err) {
		t.Errorf("missing file: %v", err)
	}
}

func ExampleBuild() {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	// In earnest these are allCountries.zip and countryInfo.txt from GeoNames.
	places, countries := filepath.Join(dir, "QN.txt"), filepath.Join(dir, "countryInfo.txt")
	os.WriteFile(places, []byte(placeRows), 0o666)
	os.WriteFile(countries, []byte(countryRows), 0o666)

	var file bytes.Buffer
	_, err = geonames.Build(&file, geonames.Tables{Places: []string{places}, Countries: countries}, geonames.Options{Version: "2026-01-02"})
	if err != nil {
		fmt.Println(err)
		return
	}
	g, err := gazetteer.Open(file.Bytes())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range g.Lookup("Nordmark") {
		fmt.Println(p.Ref, p.Name, p.Feature, p.Country, p.Population)
	}
	// Output: gn:11 Nordmark PPLA QN 50000
}
