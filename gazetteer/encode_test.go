package gazetteer

import (
	"errors"
	"fmt"
	"math"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/flat"
)

// smallEntries is a little world with what the format can hold.
func smallEntries() []Entry {
	return []Entry{
		{Place: Place{ID: 1, Name: "Freedonia", Lat: 45, Lon: 20, Country: "FD", Feature: "PCLI", Population: 5e6}, Names: []Name{{"Free Land", English}, {"FL", Code}, {"Freedonian", Demonym}}},
		{Place: Place{ID: 2, Name: "Groucho", Lat: 45.5, Lon: 20.5, Country: "FD", Admin1: "Groucho", Feature: "ADM1", Population: 1e6}, Admin1Code: "FD.01", Names: []Name{{"Gro.", Abbreviation}}},
		{Place: Place{ID: 3, Name: "Chico", Lat: 45.4, Lon: 20.4, Country: "FD", Admin1: "Groucho", Admin2: "Chico", Feature: "ADM2"}, Admin1Code: "FD.01"},
		{Place: Place{ID: 4, Name: "Chico", Lat: 45.41, Lon: 20.41, Country: "FD", Admin1: "Groucho", Admin2: "Chico", Feature: "PPLC", Population: 300000}, Admin1Code: "FD.01", Names: []Name{{"Cheeko", Variant}, {"Sylvania", Alias}}},
		{Place: Place{Ref: "us:12", Name: "Chico", Lat: -45, Lon: -179.99995, Country: "SY", Feature: "PPL", Population: 700}},
		{Place: Place{Ref: "dl:sylvania", Name: "Sylvania", Lat: 44, Lon: 19, Feature: "RGN"}, Prominence: 200},
		{Place: Place{Name: "Nowhere", Lat: 90, Lon: 180}},
		{Names: []Name{{"Marxist", Demonym}}},
	}
}

func openSmall(t testing.TB, entries []Entry) *Gazetteer {
	t.Helper()
	data, err := Encode(entries, "2000-01-01")
	if err != nil {
		t.Fatal(err)
	}
	g, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestEncodeRoundTrip(t *testing.T) {
	entries := smallEntries()
	g := openSmall(t, entries)
	if g.DataVersion() != "2000-01-01" || g.Len() != 7 {
		t.Errorf("version %q, %d places", g.DataVersion(), g.Len())
	}
	for _, e := range entries {
		if e.Name == "" {
			continue
		}
		want := e.Place
		want.Ref = refOf(&e)
		want.Lat, want.Lon = math.Round(want.Lat*coordUnit)/coordUnit, math.Round(want.Lon*coordUnit)/coordUnit
		found := g.Lookup(e.Name)
		if !slices.Contains(found, want) {
			t.Errorf("Lookup(%q) = %+v, without %+v", e.Name, found, want)
		}
		if e.ID != 0 {
			if p, ok := g.ByID(e.ID); !ok || p != want {
				t.Errorf("ByID(%d) = %+v, %v", e.ID, p, ok)
			}
		}
		if want.Ref != "" {
			if p, ok := g.ByRef(want.Ref); !ok || p != want {
				t.Errorf("ByRef(%q) = %+v, %v", want.Ref, p, ok)
			}
		}
		for _, n := range e.Names {
			c := g.Candidates(nil, n.Text)
			if !slices.ContainsFunc(c, func(c Candidate) bool { return c.Class == n.Class && g.Name(c.Row) == e.Name }) {
				t.Errorf("Candidates(%q) = %+v, without class %v of %s", n.Text, c, n.Class, e.Name)
			}
		}
	}
}

// TestEncodeOrder checks that the order of the entries does not matter.
func TestEncodeOrder(t *testing.T) {
	entries := smallEntries()
	want, err := Encode(entries, "v")
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewSource(1))
	for range 10 {
		r.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
		if got, err := Encode(entries, "v"); err != nil || string(got) != string(want) {
			t.Fatalf("another order gives another file (%v)", err)
		}
	}
}

func TestLookupOrder(t *testing.T) {
	g := openSmall(t, smallEntries())
	for name, want := range map[string]string{
		"Chico":                        "gn:4 us:12 gn:3",
		"sylvania":                     "dl:sylvania gn:4", // an untyped alias comes last, however prominent
		"fl":                           "",                 // a code counts only in capitals
		"F.L.":                         "gn:1",
		"gro.":                         "", // an abbreviation needs a capital
		"Gro.":                         "gn:2",
		"Groucho Province":             "gn:2",
		"City of Chico":                "gn:4 us:12 gn:3",
		"Chico River":                  "",
		"Northern Freedonia":           "gn:1",
		"Marxist":                      "",
		"":                             "",
		"-":                            "",
		strings.Repeat("Chico ", 1000): "",
	} {
		var got []string
		for _, p := range g.Lookup(name) {
			got = append(got, p.Ref)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("Lookup(%.30q) = %q, want %q", name, s, want)
		}
	}
	if _, known := g.Demonym("Marxist"); !known {
		t.Error("a nationality word without a country is not known")
	}
	if p, known := g.Demonym("Freedonian"); !known || p.Country != "FD" {
		t.Errorf("Demonym(Freedonian) = %+v, %v", p, known)
	}
}

func TestEncodeRefuses(t *testing.T) {
	for what, p := range map[string]Place{
		"latitude":   {Name: "A", Lat: 90.1},
		"longitude":  {Name: "A", Lon: -181},
		"NaN":        {Name: "A", Lat: math.NaN()},
		"id":         {Name: "A", ID: -1},
		"large id":   {Name: "A", ID: 1 << 31},
		"ref and id": {Name: "A", ID: 5, Ref: "gn:6"},
		"ref":        {Name: "A", Ref: "gn:6"},
		"country":    {Name: "A", Country: "USA"},
		"population": {Name: "A", Population: -1},
		"long name":  {Name: strings.Repeat("A", 256)},
	} {
		if _, err := Encode([]Entry{{Place: p}}, "v"); !errors.Is(err, ErrEntry) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := Encode(nil, "a\nb"); !errors.Is(err, ErrEntry) {
		t.Errorf("version of two lines: %v", err)
	}
	if g := openSmall(t, nil); g.Len() != 0 || g.Lookup("A") != nil {
		t.Error("the empty gazetteer has places")
	}
}

func TestWith(t *testing.T) {
	base := openSmall(t, smallEntries())
	g, err := base.With(
		Entry{Place: Place{Ref: "my:1", Name: "Casino Rufus", Lat: 45.42, Lon: 20.42, Country: "FD", Admin1: "Groucho", Feature: "BLDG"}, Admin1Code: "FD.01", Names: []Name{{"Chico", English}, {"Rufusian", Demonym}}},
		Entry{Place: Place{ID: 4, Name: "New Chico", Lat: 45.41, Lon: 20.41, Country: "FD", Feature: "PPLC"}},
	)
	if err != nil {
		t.Fatal(err)
	}
	if g.Len() != 8 {
		t.Errorf("%d places", g.Len())
	}
	var refs []string
	for _, p := range g.Lookup("Chico") {
		refs = append(refs, p.Ref)
	}
	slices.Sort(refs)
	if s := strings.Join(refs, " "); s != "gn:3 my:1 us:12" {
		t.Errorf("Lookup(Chico) = %s", s)
	}
	if p, ok := g.ByID(4); !ok || p.Name != "New Chico" {
		t.Errorf("ByID(4) = %+v, %v", p, ok)
	}
	casino, ok := g.ByRef("my:1")
	if !ok {
		t.Fatal("no my:1")
	}
	if p, ok := g.ParentOf(casino); !ok || p.ID != 2 {
		t.Errorf("the parent of a user entry is %+v, %v", p, ok)
	}
	country, _ := g.ByID(1)
	if !g.Within(casino, country) {
		t.Error("a user entry does not lie within its country")
	}
	if p, known := g.Demonym("Rufusian"); !known || p.Ref != "my:1" {
		t.Errorf("Demonym(Rufusian) = %+v, %v", p, known)
	}
	if p, known := g.Demonym("Freedonian"); !known || p.ID != 1 {
		t.Errorf("Demonym(Freedonian) = %+v, %v", p, known)
	}
	near := map[string]bool{}
	for p := range g.Near(45.41, 20.41) {
		near[p.Ref+p.Name] = true
	}
	if !near["my:1Casino Rufus"] || !near["gn:4New Chico"] || near["gn:4Chico"] {
		t.Errorf("Near gives %v", near)
	}
	// A later entry takes the place of an earlier one.
	again, err := g.With(Entry{Place: Place{Ref: "my:1", Name: "Casino Groucho", Country: "FD"}})
	if err != nil {
		t.Fatal(err)
	}
	if p, _ := again.ByRef("my:1"); p.Name != "Casino Groucho" || again.Len() != 8 {
		t.Errorf("%+v among %d places", p, again.Len())
	}
	if _, err := g.With(Entry{Place: Place{Name: "A", Lat: 100}}); !errors.Is(err, ErrEntry) {
		t.Errorf("bad entry: %v", err)
	}
	if len(base.Lookup("Casino Rufus")) != 0 {
		t.Error("the base gazetteer changed")
	}
}

// TestNear compares with a search through all places.
func TestNear(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	var entries []Entry
	for i := range 500 {
		entries = append(entries, Entry{Place: Place{ID: int64(i + 1), Name: fmt.Sprint("P", i), Lat: math.Round(r.Float64()*180e4)/1e4 - 90, Lon: math.Round(r.Float64()*360e4)/1e4 - 180}})
	}
	g := openSmall(t, entries)
	points := [][2]float64{{0, 0}, {90, 0}, {-90, 180}, {89.9, -179.9}, {0, 180}, {0, -180}, {45, 179.99}}
	for range 20 {
		points = append(points, [2]float64{r.Float64()*180 - 90, r.Float64()*360 - 180})
	}
	for _, p := range points {
		var want, got []float64
		for _, e := range entries {
			want = append(want, Distance(p[0], p[1], e.Lat, e.Lon))
		}
		slices.Sort(want)
		for _, km := range g.Near(p[0], p[1]) {
			got = append(got, km)
		}
		if len(got) != len(want) {
			t.Fatalf("Near(%v) gives %d of %d places", p, len(got), len(want))
		}
		for i := range want {
			if math.Abs(want[i]-got[i]) > 1e-3 {
				t.Fatalf("Near(%v): place %d is %v km away, want %v", p, i, got[i], want[i])
			}
		}
	}
	for _, p := range [][2]float64{{math.NaN(), 0}, {91, 0}, {0, math.Inf(1)}} {
		for q := range g.Near(p[0], p[1]) {
			t.Errorf("Near(%v) gives %v", p, q)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	good, err := Encode(smallEntries(), "v")
	if err != nil {
		t.Fatal(err)
	}
	for what, c := range map[string]struct {
		data []byte
		want error
	}{
		"empty":   {nil, flat.ErrTruncated},
		"cut":     {good[:len(good)-8], flat.ErrTruncated},
		"magic":   {append([]byte("NOTGAZET"), good[8:]...), flat.ErrMagic},
		"version": {append(append(slices.Clone(good[:8]), 99), good[9:]...), flat.ErrVersion},
		"flipped": {append(slices.Clone(good[:len(good)-9]), append([]byte{good[len(good)-9] ^ 1}, good[len(good)-8:]...)...), flat.ErrCorrupt},
	} {
		if _, err := Open(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", what, err, c.want)
		}
	}
}

// FuzzOpen opens files with bytes changed and checksums made to fit, and asks
// everything there is to ask: answers may be wrong, but nothing may panic.
func FuzzOpen(f *testing.F) {
	good, err := Encode(smallEntries(), "v")
	if err != nil {
		f.Fatal(err)
	}
	parsed, err := flat.Open(string(good), fileMagic, fileVersion)
	if err != nil {
		f.Fatal(err)
	}
	// Most of the file is the empty cells, so a change names a section and a byte in it.
	sections := []string{"meta", "strings", "rows", "cells", "id", "names", "name16", "people", "admin2of", "buckets", "keys", "postings", "ids", "refs", "features", "country", "admin1", "admin2"}
	starts := map[string]int{}
	for _, s := range sections {
		body, err := parsed.Section(s)
		if err != nil {
			f.Fatal(err)
		}
		starts[s] = strings.Index(string(good), body)
		if body == "" {
			starts[s] = len(good) - 1
		}
	}
	f.Add([]byte{9, 0, 200})
	f.Add([]byte{10, 3, 255, 10, 7, 255, 11, 0, 255, 11, 3, 128})
	f.Add([]byte{0, 0, 0, 2, 0, 255, 2, 3, 255, 13, 0, 255, 12, 3, 255, 6, 1, 255})
	f.Fuzz(func(t *testing.T, changes []byte) {
		b := slices.Clone(good)
		for ; len(changes) >= 3; changes = changes[3:] {
			at := starts[sections[int(changes[0])%len(sections)]] + int(changes[1])
			if changes[0] >= 200 { // the header and section table
				at = int(changes[1])
			}
			b[min(at, len(b)-1)] = changes[2]
		}
		flat.Reseal(b)
		g, err := Open(b)
		if err != nil {
			return
		}
		exercise(t, g)
		if w, err := g.With(smallEntries()[:3]...); err == nil {
			exercise(t, w)
		}
	})
}

func exercise(t *testing.T, g *Gazetteer) {
	for _, e := range smallEntries() {
		for _, n := range append([]Name{{e.Name, Primary}}, e.Names...) {
			for _, p := range g.Lookup(n.Text) {
				g.ParentOf(p)
				g.Within(p, g.Place(0))
			}
			g.Demonym(n.Text)
			g.Candidates(nil, n.Text+" Province")
		}
		g.ByID(e.ID)
		g.ByRef(e.Ref)
		for range g.Near(e.Lat, e.Lon) {
			break
		}
	}
	for r := range Row(20) {
		g.Place(r)
		g.LatLon(r)
		g.Admin1(r)
		g.Prominence(r)
	}
	g.Place(NoRow)
	g.Country(NoRow)
	g.DataVersion()
	if err := g.Verify(); err != nil {
		t.Errorf("opened, but %v", err)
	}
}

// FuzzCandidates looks up any bytes, in a table with user entries on top.
func FuzzCandidates(f *testing.F) {
	g, err := openSmall(f, smallEntries()).With(Entry{Place: Place{Ref: "my:1", Name: "Casino Rufus"}, Names: []Name{{"Rufusian", Demonym}}})
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{"Chico", "the City of Chico", "pro-Rufusian", "F.L.", "Northern ", "of of", "\xff\x00", strings.Repeat("a ", 300)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		found := g.Candidates(nil, name)
		for _, c := range found {
			if c.Row != NoRow && int(c.Row) >= g.numRows() || c.Class >= numClasses {
				t.Errorf("Candidates(%q) gives %+v", name, c)
			}
		}
		if again := g.Candidates(nil, name); !slices.Equal(found, again) {
			t.Errorf("Candidates(%q) gives %v, then %v", name, found, again)
		}
		if row, known := g.DemonymRow(name); !known && row != NoRow || row != NoRow && int(row) >= g.numRows() {
			t.Errorf("DemonymRow(%q) = %v, %v", name, row, known)
		}
		g.Lookup(name)
		g.ByRef(name)
	})
}
