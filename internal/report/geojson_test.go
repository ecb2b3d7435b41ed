package report

import (
	"bytes"
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/gazetteer"
)

// geo writes documents as GeoJSON, checks what RFC 7946 and the documentation
// of GeoJSONWriter ask for, and returns the text.
func geo(t testing.TB, docs ...*entities.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := GeoJSON(&b, slices.Values(docs)); err != nil {
		t.Fatal(err)
	}
	var c struct {
		Type     string
		Features []map[string]json.RawMessage
	}
	dec := json.NewDecoder(bytes.NewReader(b.Bytes()))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&c); err != nil {
		t.Fatalf("not JSON: %v\n%s", err, b.Bytes())
	}
	if c.Type != "FeatureCollection" || c.Features == nil {
		t.Fatalf("type %q, features %v", c.Type, c.Features)
	}
	for i, f := range c.Features {
		if len(f) != 3 || string(f["type"]) != `"Feature"` {
			t.Fatalf("feature %d has members %v", i, f)
		}
		if g := f["geometry"]; string(g) != "null" {
			var p struct {
				Type        string
				Coordinates []json.Number
			}
			dec := json.NewDecoder(bytes.NewReader(g))
			dec.DisallowUnknownFields()
			if err := dec.Decode(&p); err != nil || p.Type != "Point" || len(p.Coordinates) != 2 {
				t.Fatalf("feature %d: geometry %s: %v", i, g, err)
			}
			for j, limit := range []float64{180, 90} {
				v, err := p.Coordinates[j].Float64()
				_, decimals, _ := strings.Cut(p.Coordinates[j].String(), ".")
				if err != nil || math.Abs(v) > limit || len(decimals) > 5 || strings.ContainsAny(p.Coordinates[j].String(), "eE") {
					t.Fatalf("feature %d: coordinates %v", i, p.Coordinates)
				}
			}
		}
		var p properties
		dec := json.NewDecoder(bytes.NewReader(f["properties"]))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&p); err != nil {
			t.Fatalf("feature %d: properties: %v", i, err)
		}
		if p.Mentions < 1 || len(p.Spans) != p.Mentions || len(p.Texts) < 1 || len(p.Texts) > p.Mentions || p.Score < 0 || p.Score > 1 {
			t.Fatalf("feature %d: properties %+v", i, p)
		}
	}
	return b.Bytes()
}

func TestGeoJSONGolden(t *testing.T) {
	golden(t, "storm.geojson", geo(t, storm(t), small(t)))
	golden(t, "none.geojson", geo(t))
	golden(t, "hostile.geojson", geo(t, hostile(t)))
}

func TestGeoJSONSpans(t *testing.T) {
	d := storm(t)
	for _, f := range features(d) {
		for _, s := range f.Properties.Spans {
			if text := d.Text[s[0]:s[1]]; !slices.Contains(f.Properties.Texts, text) {
				t.Errorf("%s: span %v is %q, not among %q", f.Properties.Name, s, text, f.Properties.Texts)
			}
		}
	}
}

func TestGeoJSONPositions(t *testing.T) {
	for _, c := range []struct {
		lat, lon float64
		want     string
	}{
		{33.721481, 73.043291, "[73.04329,33.72148]"},
		{-90, 180, "[180,-90]"},
		{0.0000001, -0.0000001, "[0,0]"},
		{91, 0, ""},
		{0, -180.5, ""},
		{math.NaN(), 0, ""},
		{0, math.Inf(1), ""},
	} {
		d := &entities.Document{Text: "X", Mentions: []entities.Mention{{Start: 0, End: 1, Text: "X", Kind: kind.Place,
			Place: &gazetteer.Place{Name: "X", Lat: c.lat, Lon: c.lon}, PlaceScore: math.NaN()}}}
		want := `"geometry":{"type":"Point","coordinates":` + c.want + `}`
		if c.want == "" {
			want = `"geometry":null`
		}
		if got := geo(t, d); !bytes.Contains(got, []byte(want)) {
			t.Errorf("%v, %v: %s\nwant %s", c.lat, c.lon, got, want)
		}
	}
}

func FuzzGeoJSON(f *testing.F) {
	f.Add("id", "name", "PK", 33.7, 73.0, 0.5, "text", int64(5))
	f.Add("\xff", "\x00</script>", "\u2028", math.NaN(), math.Inf(-1), -3.0, "\ud7ff", int64(-1))
	f.Add("", "", "", 1e-9, 179.999999, 1e300, "", int64(0))
	f.Fuzz(func(t *testing.T, id, name, country string, lat, lon, score float64, text string, n int64) {
		a := &gazetteer.Place{ID: n, Name: name, Country: country, Lat: lat, Lon: lon}
		b := &gazetteer.Place{Ref: country, Name: name, Lat: lon, Lon: lat, Population: n}
		d := &entities.Document{ID: id, Text: text, Mentions: []entities.Mention{
			{Start: 0, End: len(text), Text: text, Kind: kind.Place, Place: a, PlaceScore: score},
			{Start: 0, End: len(text), Text: text, Kind: kind.Place, Place: b, PlaceScore: lat},
			{Start: 1, End: 2, Text: name, Kind: kind.Place, Place: a, PlaceScore: lon},
			{Start: 2, End: 3, Text: name, Kind: kind.Org, Place: a},
		}}
		geo(t, d, d)
	})
}
