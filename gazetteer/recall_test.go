package gazetteer_test

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/dateline-go/dateline/gazetteer"
	"github.com/dateline-go/dateline/internal/corpus"
)

// TestRecall measures how often the gold place of a toponym, by GeoNames id or
// within 161 km, is among the places that Lookup gives for the name as written.
// With RECALL_MISSES set it prints the names that were missed.
func TestRecall(t *testing.T) {
	dir := os.Getenv("DATELINE_DATA")
	if dir == "" {
		t.Skip("DATELINE_DATA is not set")
	}
	g, err := gazetteer.World()
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range []struct {
		file string
		want float64 // floor in per cent
	}{{"lgl.jsonl", 94}, {"geovirus.jsonl", 81}} {
		f, err := os.Open(filepath.Join(dir, "places", set.file))
		if err != nil {
			t.Fatal(err)
		}
		docs, err := corpus.ReadPlaces(f, set.file)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		hit, first, all := 0, 0, 0
		missed := map[string]int{}
		for _, d := range docs {
			for _, m := range d.Toponyms {
				if !m.HasPoint && m.ID == 0 {
					continue // the gold names no place
				}
				places := g.Lookup(m.Name)
				i := slices.IndexFunc(places, func(p gazetteer.Place) bool { return matches(p, m) })
				all++
				switch {
				case i == 0:
					first++
					hit++
				case i > 0:
					hit++
				default:
					missed[fmt.Sprintf("%s\t%d found\t%.2f %.2f\t%d", m.Name, len(places), m.Lat, m.Lon, m.ID)]++
				}
			}
		}
		recall := 100 * float64(hit) / float64(all)
		t.Logf("%s: %d of %d toponyms have the gold place among the candidates, %.2f %%; as the first, %.2f %%",
			set.file, hit, all, recall, 100*float64(first)/float64(all))
		if recall < set.want {
			t.Errorf("%s: recall %.2f %%, want %.0f", set.file, recall, set.want)
		}
		if os.Getenv("RECALL_MISSES") != "" {
			type miss struct {
				text string
				n    int
			}
			var list []miss
			for s, n := range missed {
				list = append(list, miss{s, n})
			}
			slices.SortFunc(list, func(a, b miss) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.text, b.text)) })
			for _, m := range list {
				fmt.Printf("%s\t%d\t%s\n", set.file, m.n, m.text)
			}
		}
	}
}

func matches(p gazetteer.Place, m corpus.Toponym) bool {
	return m.ID != 0 && p.ID == m.ID || kilometres(p.Lat, p.Lon, m.Lat, m.Lon) <= 161
}

// kilometres is the great-circle distance on a sphere of radius 6,371 km.
func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	a := math.Pow(math.Sin((lat2-lat1)*rad/2), 2) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*math.Pow(math.Sin((lon2-lon1)*rad/2), 2)
	return 2 * 6371 * math.Asin(math.Min(1, math.Sqrt(a)))
}
