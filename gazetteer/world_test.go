package gazetteer_test

import (
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/dateline-go/dateline/gazetteer"
)

func openWorld(t testing.TB) *gazetteer.Gazetteer {
	t.Helper()
	g, err := gazetteer.World()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestWorldVerify(t *testing.T) {
	g := openWorld(t)
	if err := g.Verify(); err != nil {
		t.Error(err)
	}
	if g.Len() < 400000 {
		t.Errorf("%d places", g.Len())
	}
	if _, err := time.Parse(time.DateOnly, g.DataVersion()); err != nil {
		t.Errorf("DataVersion: %v", err)
	}
}

// TestWorldLookups holds the names that the gazetteer must know, each with its
// best answers in order: ref, feature, country.
func TestWorldLookups(t *testing.T) {
	g := openWorld(t)
	for _, c := range []struct {
		name string
		want []string // "ref feature country" or a prefix of it
	}{
		{"Islamabad", []string{"gn:1176615 PPLC PK"}},
		{"Karachi", []string{"gn:1174872 PPLA PK"}},
		{"Nangarhar", []string{"gn:1132366 ADM1 AF"}},
		{"Nangrahar", []string{"gn:1132366 ADM1 AF"}},
		{"Baluchistan", []string{"gn:1183606 ADM1 PK"}},
		{"Balochistan", []string{"gn:1183606 ADM1 PK"}},
		{"Punjab", []string{"gn:1167710 ADM1 PK", "gn:1259223 ADM1 IN"}},
		{"Turkmenistan", []string{"gn:1218197 PCLI TM"}},
		{"Quetta", []string{"gn:1167528 PPLA PK"}},
		{"Kandahar", []string{"gn:1138336 PPLA AF", "gn:1138335 ADM1 AF"}},
		{"Raqqa", []string{"gn:172955 PPLA SY"}},
		{"Mosul", []string{"gn:99072 PPLA IQ"}},
		{"Helmand", []string{"gn:1140043 ADM1 AF"}},
		{"Helmand Province", []string{"gn:1140043 ADM1 AF"}},
		{"Khorasan", []string{"gn:6201375 ADM1 IR", "dl:khorasan RGN"}},
		{"Waziristan", []string{"dl:waziristan RGN PK"}},
		{"South Asia", []string{"dl:south-asia RGN"}},
		{"Strait of Hormuz", []string{"dl:strait-of-hormuz STRT"}},
		{"Kashmir", []string{"dl:kashmir RGN"}},
		{"Jinnah International Airport", []string{"dl:jinnah-international-airport AIRP PK"}},
		{"Karachi airport", []string{"dl:jinnah-international-airport AIRP PK"}},
		{"Heathrow", []string{"dl:heathrow AIRP GB"}},
		{"Georgia", []string{"gn:614540 PCLI GE", "gn:4197000 ADM1 US"}},
		{"Washington", []string{"gn:4140963 PPLC US", "gn:5815135 ADM1 US"}},
		{"Paris", []string{"gn:2988507 PPLC FR"}},
		{"Kiev", []string{"gn:703448 PPLC UA"}},
		{"Kyiv", []string{"gn:703448 PPLC UA"}},
		{"Sana'a", []string{"gn:71137 PPLC YE"}},
		{"Sanaa", []string{"gn:71137 PPLC YE"}},
		{"N’Djamena", []string{"gn:2427123 PPLC TD"}},
		{"Sao Paulo", []string{"gn:3448439 PPLA BR"}},
		{"SÃO PAULO", []string{"gn:3448439 PPLA BR"}},
		{"Bombay", []string{"gn:1275339 PPLA IN"}},
		{"U.S.", []string{"gn:6252001 PCLI US"}},
		{"US", []string{"gn:6252001 PCLI US"}},
		{"U.K.", []string{"gn:2635167 PCLI GB"}},
		{"UAE", []string{"gn:290557 PCLI AE"}},
		{"DRC", []string{"gn:203312 PCLI CD"}},
		{"Republic of Congo", []string{"gn:2260494 PCLI CG"}},
		{"Calif.", []string{"gn:5332921 ADM1 US"}},
		{"Pa.", []string{"gn:6254927 ADM1 US"}},
		{"PA", []string{"gn:6254927 ADM1 US"}},
		{"B.C.", []string{"gn:5909050 ADM1 CA"}},
		{"Que.", []string{"gn:6115047 ADM1 CA"}},
		{"NSW", []string{"gn:2155400 ADM1 AU"}},
		{"U.P.", []string{"gn:1253626 ADM1 IN"}},
		{"Ft. Worth", []string{"gn:4691930 PPLA2 US"}},
		{"Saint Petersburg", []string{"gn:498817 PPLA RU"}},
		{"Uzbek", []string{"gn:1512440 PCLI UZ"}},
		{"Afghans", []string{"gn:1149361 PCLI AF"}},
		{"African", []string{"gn:6255146 CONT"}},
		{"Middle East", []string{"dl:middle-east RGN"}},
		{"Horn of Africa", []string{"dl:horn-of-africa RGN"}},
		{"Northern Iraq", []string{"dl:iraqi-kurdistan"}},
		{"Eastern Turkey", []string{"gn:298795 PCLI TR"}},
	} {
		got := g.Lookup(c.name)
		var have []string
		for _, p := range got {
			have = append(have, p.Ref+" "+p.Feature+" "+p.Country)
		}
		for i, w := range c.want {
			if i >= len(have) || !strings.HasPrefix(have[i], w) {
				t.Errorf("Lookup(%q) = %q, want %q", c.name, have[:min(len(have), 5)], c.want)
				break
			}
		}
	}
}

// TestWorldMustNot holds names under which a place must not come first, or at all.
func TestWorldMustNot(t *testing.T) {
	g := openWorld(t)
	if p := g.Lookup("Paris"); !slices.ContainsFunc(p, func(p gazetteer.Place) bool { return p.Admin1 == "Texas" }) {
		t.Error("no Paris in Texas")
	}
	for name, wrong := range map[string]string{
		"White House": "Casablanca",   // an untyped alias
		"Salisbury":   "Harare",       // its former name
		"Islamabad":   "Chattogram",   // its former name
		"Miami":       "Barranquilla", // an alias by mistake
	} {
		if p := g.Lookup(name); len(p) == 0 || p[0].Name == wrong {
			t.Errorf("%s comes first for %q", wrong, name)
		}
	}
	for _, word := range []string{"us", "in", "or", "me", "hi", "oh", "ok", "pa", "la", "de"} {
		for _, p := range g.Lookup(word) {
			if p.Country == "US" && (p.Feature == "ADM1" || p.Feature == "PCLI") {
				t.Errorf("%q in small letters is taken for %s", word, p.Name)
			}
		}
	}
}

func TestWorldDemonyms(t *testing.T) {
	g := openWorld(t)
	for word, want := range map[string]string{
		"Uzbek": "UZ", "Afghans": "AF", "Emirati": "AE", "Bosnian Serb": "BA", "Kurdish": "", "Iraqis": "IQ",
		"British": "GB", "Scottish": "GB", "French": "FR", "Swiss": "CH", "Dutch": "NL", "Filipino": "PH", "Congolese": "CD",
		"Chechen": "RU", "Texan": "US", "Muslim": "", "Arab": "", "african-american": "US", "South Korean": "KR",
		"pro-Syrian": "SY", "Iranian-American": "US", "Iraqi-born": "IQ", "Danish Muslims": "DK", "Sunni Arabs": "", "Greek Cypriot": "CY", "Londoners": "GB",
	} {
		p, known := g.Demonym(word)
		if !known || p.Country != want || (want == "") != (p.Name == "") {
			t.Errorf("Demonym(%q) = %+v, %v, want country %q", word, p, known, want)
		}
	}
	if p, known := g.Demonym("African"); !known || p.Name != "Africa" || p.Country != "" {
		t.Errorf("Demonym(African) = %+v, %v", p, known)
	}
	for _, word := range []string{"Karachi", "Wednesday", "", " ", "-", "made to order"} {
		if p, known := g.Demonym(word); known {
			t.Errorf("Demonym(%q) = %+v", word, p)
		}
	}
}

func TestWorldUnits(t *testing.T) {
	g := openWorld(t)
	get := func(name string) gazetteer.Place { return g.Lookup(name)[0] }
	karachi, _ := g.ByID(1174872)
	var chain []string
	for p, ok := karachi, true; ok; p, ok = g.ParentOf(p) {
		chain = append(chain, p.Name+" "+p.Feature)
	}
	if got := strings.Join(chain, ", "); got != "Karachi PPLA, Karachi ADM2, Sindh ADM1, Pakistan PCLI" {
		t.Errorf("Karachi lies in %s", got)
	}
	for _, c := range []struct {
		p, in string
		want  bool
	}{{"Karachi", "Pakistan", true}, {"Karachi", "Sindh", true}, {"Karachi", "India", false}, {"Sindh", "Pakistan", true}, {"Pakistan", "Pakistan", true}, {"Pakistan", "Sindh", false}} {
		if got := g.Within(get(c.p), get(c.in)); got != c.want {
			t.Errorf("Within(%s, %s) = %v", c.p, c.in, got)
		}
	}
	if _, ok := g.ParentOf(gazetteer.Place{Name: "Atlantis"}); ok {
		t.Error("a place that the gazetteer has not got a parent")
	}
	if p := g.Place(g.CountryRow("PK")); p.Name != "Pakistan" {
		t.Errorf("CountryRow(PK) is %q", p.Name)
	}
	if p := g.Place(g.Admin1Row("PK.05")); p.Name != "Sindh" {
		t.Errorf("Admin1Row(PK.05) is %q", p.Name)
	}
	if g.CountryRow("??") != gazetteer.NoRow || g.Admin1Row("") != gazetteer.NoRow {
		t.Error("an unknown code has a row")
	}
}

// TestWorldPoints checks the points that averages over the date line or over
// overseas parts had put wrong.
func TestWorldPoints(t *testing.T) {
	g := openWorld(t)
	for ref, near := range map[string][2]float64{
		"gn:2750405": {52.2, 5.3},    // Netherlands, once off Venezuela
		"gn:4030945": {-1, 175},      // Kiribati, once in the Atlantic
		"gn:2205218": {-17.8, 178.0}, // Fiji, once west of its islands
		"gn:2121529": {50.5, 142.8},  // Sakhalin
		"gn:2036965": {47.0, 128.0},  // Heilongjiang
		"gn:2155400": {-32.5, 148},   // New South Wales
		"gn:1806260": {33.0, 119.5},  // Jiangsu
		"gn:2126099": {66.5, 175},    // Chukotka
	} {
		p, ok := g.ByRef(ref)
		if d := gazetteer.Distance(p.Lat, p.Lon, near[0], near[1]); !ok || d > 250 {
			t.Errorf("%s %s is at %.2f %.2f, %.0f km off", ref, p.Name, p.Lat, p.Lon, d)
		}
	}
}

// TestWorldUnitsAreSettled checks that the points of countries and first-level
// units lie within 400 km of a settlement of theirs, if they have any.
func TestWorldUnitsAreSettled(t *testing.T) {
	g := openWorld(t)
	settled := map[string]bool{} // by country, and by country and name of the unit
	for r := range gazetteer.Row(g.Len()) {
		if strings.HasPrefix(g.Feature(r), "PPL") {
			_, unit := g.Admin1(r)
			settled[g.Country(r)] = true
			settled[g.Country(r)+unit] = true
		}
	}
	units := 0
	for r := range gazetteer.Row(g.Len()) {
		p := g.Place(r)
		key := p.Country
		switch {
		case p.Feature == "ADM1":
			key += p.Admin1
		case strings.HasPrefix(p.Feature, "PCL") && p.Feature != "PCLH" && p.Country != "AQ":
		default:
			continue
		}
		if p.Country == "" || p.Country == "PF" /* atolls, few of whose villages are kept */ || p.Feature == "ADM1" && p.Admin1 == "" || !settled[key] {
			continue
		}
		units++
		for q, km := range g.Near(p.Lat, p.Lon) {
			if km > 400 {
				t.Errorf("%s %s at %.2f %.2f is far from all its settlements", p.Ref, p.Name, p.Lat, p.Lon)
				break
			}
			if strings.HasPrefix(q.Feature, "PPL") && q.Country == p.Country && (p.Feature != "ADM1" || q.Admin1 == p.Admin1) {
				break
			}
		}
	}
	if units < 3500 {
		t.Errorf("only %d units", units)
	}
}

func TestWorldOpensFast(t *testing.T) {
	openWorld(t)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	g, err := gazetteer.OpenWorld()
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	if err != nil {
		t.Fatal(err)
	}
	heap := after.TotalAlloc - before.TotalAlloc
	t.Logf("opened %d places in %v with %d bytes of heap", g.Len(), took, heap)
	if heap > 1<<20 {
		t.Errorf("%d bytes of heap", heap)
	}
	if took > 50*time.Millisecond { // ten times the aim, for busy machines
		t.Errorf("took %v", took)
	}
}

func TestLookupAllocates(t *testing.T) {
	g := openWorld(t)
	var buf [256]gazetteer.Candidate
	for _, name := range []string{"Karachi", "Hafiz Saeed Khan", "Helmand Province", "U.S.", "Springfield", "Uzbek"} {
		if n := testing.AllocsPerRun(100, func() { g.Candidates(buf[:0], name) }); n != 0 {
			t.Errorf("Candidates(%q) allocates %v times", name, n)
		}
		if n := testing.AllocsPerRun(100, func() { g.DemonymRow(name) }); n != 0 {
			t.Errorf("DemonymRow(%q) allocates %v times", name, n)
		}
	}
}

// TestWorldIsLeaf shows that the package with the data imports nothing of the
// module, so that only users of package gazetteer link it.
func TestWorldIsLeaf(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "./world").Output()
	if err != nil {
		t.Skipf("go list: %v", err)
	}
	for dep := range strings.FieldsSeq(string(out)) {
		if strings.Contains(dep, "dateline") && !strings.HasSuffix(dep, "/gazetteer/world") {
			t.Errorf("world imports %s", dep)
		}
	}
}

// TestWorldCountriesComeFirst checks that a country's name means the country,
// but for those that share it with a larger one or with a people's usual word.
func TestWorldCountriesComeFirst(t *testing.T) {
	g := openWorld(t)
	n := 0
	for r := range gazetteer.Row(g.Len()) {
		p := g.Place(r)
		if p.Feature != "PCLI" || p.Population < 100000 {
			continue
		}
		n++
		if first := g.Lookup(p.Name)[0]; first.Country != p.Country {
			t.Errorf("%s means %s %s in %s first", p.Name, first.Name, first.Feature, first.Country)
		}
	}
	if n < 180 {
		t.Errorf("only %d countries", n)
	}
}
