package rawplaces

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/gazetteer"
	"github.com/dateline-go/dateline/gazetteer/world"
)

// line writes a row of a places table; cols beyond the position are given as
// "column=value".
func line(id, name, feature, country, admin1, lat, lon string, cols ...string) string {
	f := make([]string, numColumns)
	f[colID], f[colName], f[colFeature], f[colCountry], f[colAdmin1], f[colLat], f[colLon] = id, name, feature, country, admin1, lat, lon
	f[colGeonameID], _ = strings.CutPrefix(id, "gn:")
	if f[colGeonameID] == id {
		f[colGeonameID] = ""
	}
	f[colAdmin1Name] = "Unit " + admin1
	f[colSources] = "gn5000"
	for _, c := range cols {
		k, v, _ := strings.Cut(c, "=")
		f[map[string]int{"aliases": colAliases, "english": colEnglish, "population": colPopulation, "sources": colSources, "admin2": colAdmin2Name, "scalerank": colScaleRank, "zoom": colMinZoom}[k]] = v
	}
	return strings.Join(f, "\t")
}

func parse(t *testing.T, l string) *place {
	t.Helper()
	p, err := parsePlace(l)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestParsePlace(t *testing.T) {
	p := parse(t, line("gn:7", "Ar Raqqah", "P.PPLA", "SY", "SY.04", "35.95", "39.01", "aliases=Raqqa|Racca|al rqt|RAK", "english=1", "population=177636"))
	if p.id != 7 || p.class != "P" || p.feature != "PPLA" || !slices.Equal(p.english, []string{"Raqqa"}) || len(p.untyped) != 3 || p.population != 177636 || !p.core {
		t.Errorf("%+v", p)
	}
	for what, c := range map[string]struct{ line, want string }{
		"columns":    {"a\tb", "2 columns, want 21"},
		"feature":    {line("gn:7", "A", "PPLA", "SY", "", "1", "2"), "column 5: feature"},
		"latitude":   {line("gn:7", "A", "P.PPL", "SY", "", "north", "2"), "column 10: degrees"},
		"longitude":  {line("gn:7", "A", "P.PPL", "SY", "", "1", "181"), "column 11: degrees"},
		"aliases":    {line("gn:7", "A", "P.PPL", "SY", "", "1", "2", "english=-1"), "column 16: number"},
		"population": {line("gn:7", "A", "P.PPL", "SY", "", "1", "2", "population=many"), "column 12: number"},
	} {
		if _, err := parsePlace(c.line); !errors.Is(err, ErrRow) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", what, err, c.want)
		}
	}
}

// TestRead checks that errors name the file and line, and that bad rows can be
// passed over.
func TestRead(t *testing.T) {
	dir := t.TempDir()
	c := Config{Places: filepath.Join(dir, "places.tsv"), Countries: filepath.Join(dir, "countryInfo.txt")}
	rows := []string{"header", line("gn:1", "A", "P.PPL", "QQ", "", "1", "2"), "bad", line("gn:2", "B", "P.PPL", "-99", "QQ.1", "1", "2"),
		line("wof:3", "C", "P.PPL", "QQ", "", "1", "2", "sources=wof", "population=99")}
	for path, text := range map[string]string{c.Places: strings.Join(rows, "\n"), c.Countries: "#\nQQ" + strings.Repeat("\t", 18)} {
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var s Stats
	if _, err := read(c, &s); err == nil || !strings.Contains(err.Error(), "places.tsv:3: ") {
		t.Errorf("error %v, want one that names line 3", err)
	}
	c.BadRow = func(error) bool { return true }
	s = Stats{}
	tab, err := read(c, &s)
	if err != nil {
		t.Fatal(err)
	}
	if s.Read != 3 || s.BadRows != 1 || s.Kept != 2 || tab.places[1].country != "QQ" || len(tab.settled["QQ"]) != 3 {
		t.Errorf("%+v, %+v", s, tab.settled)
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		line string
		not  []string
		want string
	}{
		{line("gn:7", "Ar Raqqah", "P.PPLA", "SY", "SY.04", "35.95", "39.01", "aliases=Racca|al rqt|RAK|Rakka Town", "population=177636"), nil,
			"alias Racca, alias Rakka Town, variant Raqqah, variant Raqqa"},
		{line("gn:8", "Nangarhār", "A.ADM1", "AF", "AF.18", "34", "70", "aliases=Nangarhar Province|Nangrahar|Jalalabad", "english=1"), nil,
			"english Nangarhar Province, variant Nangrahar, alias Jalalabad"},
		{line("gn:9", "Smalltown", "P.PPL", "QQ", "", "1", "2", "aliases=Old Name|Smaltown", "population=900"), nil, "variant Smaltown"},
		{line("gn:10", "DeKalb County", "A.ADM2", "US", "US.GA", "33", "-84"), nil, "variant DeKalb"},
		{line("gn:11", "Barranquilla", "P.PPLA", "CO", "", "10", "-74", "aliases=Miami", "english=1", "population=1000000"), []string{"Miami"}, ""},
		{line("ne:a1", "Karachi Int'l", "S.AIRP", "PK", "", "24", "67", "aliases=KHI|OPKC", "english=2"), nil, "variant Karachi International Airport"},
		{line("gn:12", "California", "A.ADM1", "US", "US.CA", "37", "-120", "aliases=Calif.|CA|U.S. State of California", "english=3"), nil,
			"abbreviation Calif., code CA, english U.S. State of California"},
	} {
		p := parse(t, c.line)
		p.not = c.not
		var got []string
		for _, n := range p.names() {
			got = append(got, n.Class.String()+" "+n.Text)
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: names %q, want %q", p.name, s, c.want)
		}
	}
}

func TestWrittenOut(t *testing.T) {
	for name, want := range map[string]string{
		"N. Fk. Platte": "North Fork Platte", "Mt. Everest": "Mount Everest", "Baldy Mt.": "Baldy Mountain", "Wrangel I.": "Wrangel Island",
		"I. de Chiloé": "Isla de Chiloé", "Balkan Mts.": "Balkan Mountains", "Karachi Int'l": "Karachi International", "N.": "N.", "": "",
	} {
		if got := writtenOut(name); got != want {
			t.Errorf("writtenOut(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestSimilar(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"nangarhar", "nangrahar", true},
		{"baluchistan", "balochistan", true},
		{"kandahar", "qandahar", true},
		{"islamabad", "chattogram", false},
		{"white house", "casablanca", false},
		{"salisbury", "harare", false},
		{"al", "el", false},
		{"", "", false},
		{strings.Repeat("a", 100), strings.Repeat("a", 100), false},
	} {
		if got := similar(c.a, c.b); got != c.want {
			t.Errorf("similar(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

func TestSoundPoint(t *testing.T) {
	grid := func(lat, lon float64) (out []point) {
		for i := range 10 {
			for j := range 10 {
				out = append(out, point{lat + float64(i)/4, wrap(lon + float64(j)/4)})
			}
		}
		return out
	}
	for _, c := range []struct {
		what    string
		p       place
		members []point
		want    point
	}{
		{"a sound point stays", place{lat: 51, lon: 6}, grid(50, 5), point{51, 6}},
		{"a point over overseas parts moves", place{lat: 12, lon: -67}, grid(50, 5), point{51.125, 6.125}},
		{"an average of members is made anew", place{lat: 51, lon: 6, sources: "admin1/gn-members"}, grid(50, 5), point{51.125, 6.125}},
		{"the date line does no harm", place{lat: -17, lon: 0}, grid(-18, 179), point{-16.875, -179.875}},
		{"few members prove nothing", place{lat: 12, lon: -67}, grid(12, -67)[:2], point{12, -67}},
		{"scattered islands: the settlement nearest to the mean", place{lat: 50, lon: 50}, []point{{0, 170}, {1, 171}, {0, 172}, {0, -150}, {1, -151}, {0, 172.5}}, point{0, 172.5}},
	} {
		got := soundPoint(&c.p, c.members)
		if got.km(c.want) > 30 {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}

func TestPlaceDistricts(t *testing.T) {
	tab := &tables{settled: map[string][]point{}}
	for i := range 20 { // around 10, 10; half of them in the district of Mid
		p := parse(t, line(fmt.Sprint("gn:", 100+i), "A", "P.PPL", "QA", "QA.1", fmt.Sprint(10+float64(i)/20), "10", "admin2="+[]string{"Mid", "Out"}[i%2]))
		tab.settle(p)
	}
	for _, l := range []string{
		line("gn:1", "Mid", "A.ADM2", "QA", "QA.1", "30", "10", "admin2=Mid"),
		line("gn:2", "Out", "A.ADM2", "QA", "QA.1", "10.5", "10", "admin2=Out"),
		line("gn:3", "Parent's point", "A.ADM2", "QA", "QA.1", "10.5", "10", "sources=admin2/parent-admin1"),
		line("gn:4", "Parent's point, far", "A.ADM2", "QA", "QA.1", "12", "10", "sources=admin2/parent-admin1"),
		line("gn:5", "Namesake's", "A.ADM2", "QA", "QA.1", "13", "10", "sources=admin2/same-name-place"),
		line("gn:6", "Remote", "A.ADM3", "QA", "QA.1", "13", "10"),
		line("gn:7", "Too remote", "A.ADM3", "QA", "QA.1", "20", "10"),
		line("gn:8", "Nobody's", "A.ADM2", "QA", "QA.2", "60", "10"),
	} {
		tab.places = append(tab.places, parse(t, l))
	}
	var s Stats
	tab.placeDistricts(&s)
	var left []string
	for _, p := range tab.places {
		left = append(left, fmt.Sprintf("%s %.1f", p.name, p.lat))
	}
	if got := strings.Join(left, ", "); got != "Mid 10.4, Out 10.5, Parent's point 10.5, Remote 13.0, Nobody's 60.0" || s.Moved != 1 || s.Unplaced != 3 {
		t.Errorf("%s; %+v", got, s)
	}
}

func TestCleanPopulations(t *testing.T) {
	tab := &tables{}
	for _, l := range []string{
		line("gn:1", "Tripoli", "P.PPLC", "LY", "LY.77", "32.9", "13.2", "population=1150989"),
		line("wof:1", "Tripoli", "P.PPL", "IT", "IT.09", "45.2", "10.8", "population=1126000", "sources=wof"),
		line("gn:2", "Tripoli", "P.PPLA", "LB", "LB.03", "34.4", "35.8", "population=229398"),
		line("gn:3", "Tripoli Quarter", "P.PPLX", "LB", "LB.03", "34.4", "35.8", "population=229398"),
		line("gn:4", "Atlantis", "A.PCLI", "AT", "", "30", "-30", "population=6340000"),
		line("wof:2", "atlantis", "P.PPL", "AT", "", "30.1", "-30", "population=6340454", "sources=wof"),
	} {
		tab.places = append(tab.places, parse(t, l))
	}
	var s Stats
	tab.cleanPopulations(&s)
	var got []int64
	for _, p := range tab.places {
		got = append(got, p.population)
	}
	if want := []int64{1150989, 0, 229398, 0, 6340000, 0}; !slices.Equal(got, want) || s.Populations != 3 {
		t.Errorf("populations %v, want %v; %+v", got, want, s)
	}
}

func TestMerge(t *testing.T) {
	tab := &tables{}
	for _, l := range []string{
		line("gn:1", "Springfield", "P.PPL", "US", "US.IL", "39.80", "-89.64", "population=116000"),
		line("us:1", "Springfield", "P.PPL", "US", "US.IL", "39.99", "-89.64", "population=116250"), // 21 km
		line("us:2", "Springfield", "P.PPL", "US", "US.MO", "37.20", "-93.29"),
		line("c1k:1", "Rupnagar", "P.PPL", "IN", "IN.23", "30.9688", "76.5256"),
		line("gn:2", "Ropar", "P.PPL", "IN", "IN.23", "30.96896", "76.52695", "population=52313"),
		line("gn:3", "West Bank", "A.ADM1", "PS", "PS.WE", "32.1", "35.2"),
		line("ne:1", "West Bank", "A.ZN", "", "", "31.9", "35.2"),
	} {
		tab.places = append(tab.places, parse(t, l))
	}
	var s Stats
	tab.merge(&s)
	var refs []string
	for _, p := range tab.places {
		refs = append(refs, p.ref)
		if p.ref == "gn:2" && !slices.Contains(p.english, "Rupnagar") {
			t.Error("Ropar did not get the name of the row merged into it")
		}
	}
	if got := strings.Join(refs, " "); got != "gn:1 us:2 gn:2 gn:3" || s.Merged != 3 {
		t.Errorf("%d merged, left are %s", s.Merged, got)
	}
}

func TestLocate(t *testing.T) {
	tab := &tables{}
	for _, l := range []string{
		line("gn:1", "A", "P.PPL", "QA", "QA.1", "10", "10"),
		line("gn:2", "B", "P.PPL", "QA", "QA.1", "10.1", "10.1"),
		line("gn:3", "C", "P.PPL", "QB", "QB.1", "20", "20"),
		line("gn:4", "D", "P.PPL", "QA", "QA.1", "20.2", "20.2"),
		line("ne:1", "Inland Airport", "S.AIRP", "", "", "10.05", "10.05"),
		line("ne:2", "Border Lake", "H.LK", "", "", "20.1", "20.1"),
		line("ne:3", "Far Sea", "H.SEA", "", "", "10.05", "10.05"),
	} {
		tab.places = append(tab.places, parse(t, l))
	}
	var s Stats
	tab.locate(&s)
	got := map[string]string{}
	for _, p := range tab.places[4:] {
		got[p.name] = p.country + p.admin1
	}
	if fmt.Sprint(got) != "map[Border Lake: Far Sea: Inland Airport:QAQA.1]" {
		t.Errorf("%v", got)
	}
}

func TestNameAirports(t *testing.T) {
	tab := &tables{}
	for _, l := range []string{
		line("gn:1", "Karachi", "P.PPLA", "PK", "PK.05", "24.86", "67.01", "population=11624219"),
		line("ne:1", "Jinnah Int'l", "S.AIRP", "PK", "", "24.9", "67.15", "scalerank=2"),
		line("ne:2", "Faisal Air Base", "S.AIRP", "PK", "", "24.87", "67.1", "scalerank=9"),
	} {
		tab.places = append(tab.places, parse(t, l))
	}
	var s Stats
	tab.nameAirports(&s)
	if s.Airports != 1 || !slices.Contains(tab.places[1].extra, gazetteer.Name{Text: "Karachi Airport", Class: gazetteer.English}) || len(tab.places[2].extra) != 0 {
		t.Errorf("%+v, %+v, %+v", s, tab.places[1].extra, tab.places[2].extra)
	}
}

// TestHandWritten checks what can be checked of the tables without the places
// that they refer to.
func TestHandWritten(t *testing.T) {
	h := &handbook{loose: true}
	h.fill(nil)
	regions, err := h.regions()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{} // names of regions must differ, but for those that name a land and its river
	for _, r := range regions {
		if r.feature == "" || r.lat == 0 && r.lon == 0 || r.fixed == 0 {
			t.Errorf("%s lacks something", r.ref)
		}
		for _, n := range append([]string{r.name}, r.english...) {
			f := gazetteer.Fold(n)
			if other := seen[f]; other != "" && other != r.ref {
				t.Logf("%s and %s are both called %q", other, r.ref, n)
			}
			seen[f] = r.ref
		}
	}
	if err := h.addNames(); err != nil {
		t.Error(err)
	}
	orphans, err := h.addDemonyms()
	if err != nil {
		t.Error(err)
	}
	words := map[string]string{}
	err = rowsOf("demonyms.tsv", demonymsTSV, 2, func(c []string) error {
		for w := range strings.SplitSeq(c[1], "|") {
			w := strings.TrimSuffix(w, "+")
			if other, ok := words[w]; ok {
				t.Errorf("%q is of %s and of %s", w, other, c[0])
			}
			words[w] = c[0]
		}
		return nil
	})
	if err != nil || len(orphans.Names) < 100 {
		t.Errorf("%d words of no place, %v", len(orphans.Names), err)
	}
	for what, table := range map[string]string{"columns": "a\tb\tc\n", "place": "XX\tXish\n"} {
		strict := &handbook{}
		strict.fill(nil)
		err := rowsOf("x.tsv", "# head\n\n"+table, 2, func(c []string) error {
			_, err := strict.find(c[0])
			return err
		})
		if !errors.Is(err, ErrRow) || !strings.HasPrefix(err.Error(), "x.tsv:3: ") {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// TestProvenance checks that the file in the repository is the one that its
// provenance describes, made from the hand-written tables as they are now.
func TestProvenance(t *testing.T) {
	text, err := os.ReadFile("../../gazetteer/world/world.txt")
	if err != nil {
		t.Fatal(err)
	}
	for what, data := range map[string]string{"world.dlgaz": world.Data(), "regions.tsv": regionsTSV, "names.tsv": namesTSV, "demonyms.tsv": demonymsTSV} {
		if sum := fmt.Sprintf("%x", sha256.Sum256([]byte(data))); !strings.Contains(string(text), sum) {
			t.Errorf("world.txt does not know this %s: build the gazetteer again", what)
		}
	}
}

// TestWorldIsReproduced builds the world from the raw tables and compares it
// with the file in the repository. It takes a minute.
func TestWorldIsReproduced(t *testing.T) {
	dir := os.Getenv("DATELINE_DATA")
	if dir == "" || os.Getenv("DATELINE_REBUILD") == "" {
		t.Skip("DATELINE_DATA and DATELINE_REBUILD are not both set")
	}
	const file, text = "../../gazetteer/world/world.dlgaz", "../../gazetteer/world/world.txt"
	g, err := gazetteer.World()
	if err != nil {
		t.Fatal(err)
	}
	raw := filepath.Join(dir, "places", "raw")
	out := filepath.Join(t.TempDir(), "world.dlgaz")
	s, err := Build(Config{Places: filepath.Join(raw, "places.tsv.gz"), Countries: filepath.Join(raw, "countryInfo.txt"), Out: out, Version: g.DataVersion()})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v", s)
	for got, want := range map[string]string{out: file, strings.TrimSuffix(out, ".dlgaz") + ".txt": text} {
		a, err := os.ReadFile(got)
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(want)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			t.Errorf("%s differs from what the tables give", want)
		}
	}
}

// FuzzParse checks that no row makes the readers panic, and that a row that is
// taken can be stored.
func FuzzParse(f *testing.F) {
	f.Add(line("gn:7", "Ar Raqqah", "P.PPLA", "SY", "SY.04", "35.95", "39.01", "aliases=Raqqa|Racca|", "english=1", "population=177636"))
	f.Add(line("ne:a", "L. Int'l", "S.AIRP", "", "", "-90", "180", "aliases=A|B", "english=30"))
	f.Add(strings.Repeat("\t", numColumns-1))
	f.Add("7\tA\tA\tB,C\t1\t2\tP\tPPL\tQQ\t\t01\t02\t\t\t5\t\t\t\t")
	f.Fuzz(func(t *testing.T, row string) {
		if p, err := parsePlace(row); err == nil {
			p.entry()
		} else if !errors.Is(err, ErrRow) {
			t.Errorf("error %v does not wrap ErrRow", err)
		}
		p, _, err := parseGeoName(row)
		if err != nil {
			if !errors.Is(err, ErrRow) {
				t.Errorf("error %v does not wrap ErrRow", err)
			}
			return
		}
		if _, err := gazetteer.Encode([]gazetteer.Entry{p.entry()}, "v"); err != nil && !errors.Is(err, gazetteer.ErrEntry) {
			t.Errorf("%v", err)
		}
	})
}
