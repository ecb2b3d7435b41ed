// Command gen builds world.bin, the outlines and names that package worldmap
// embeds, and world.txt, the record of where they come from.
//
// It reads the raw place tables from $DATELINE_DATA/places/raw and is run by
// go generate. The same input gives the same bytes.
package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/internal/flat"
)

const (
	unit      = 100  // stored units per degree: 0.01° is about 1.1 km
	tolerance = 0.02 // degrees by which a simplified outline may deviate
	minArea   = 0.01 // square degrees at the equator: smaller islands are left out
	maxRank   = 6    // Natural Earth scale rank down to which cities are kept
	minPeople = 1000 // smaller towns, often arctic stations, are left out
)

type point struct{ lon, lat float64 }

func main() {
	log.SetFlags(0)
	log.SetPrefix("worldmap/gen: ")
	out := flag.String("o", ".", "folder to write world.bin and world.txt to")
	flag.Parse()
	root := os.Getenv("DATELINE_DATA")
	if root == "" {
		log.Fatal("DATELINE_DATA is not set")
	}
	if err := build(filepath.Join(root, "places", "raw"), *out); err != nil {
		log.Fatal(err)
	}
}

func build(raw, out string) error {
	landFile := filepath.Join(raw, "ne_50m_land.json")
	countryFile := filepath.Join(raw, "ne_110m_admin_0_countries.json")
	placeFile := filepath.Join(raw, "places.tsv.gz")
	nameFile := filepath.Join(raw, "countryInfo.txt")

	land, err := readFeatures(landFile)
	if err != nil {
		return err
	}
	countries, err := readFeatures(countryFile)
	if err != nil {
		return err
	}
	cities, err := readCities(placeFile)
	if err != nil {
		return err
	}
	names, err := readCountryNames(nameFile)
	if err != nil {
		return err
	}

	var rings [][]point
	for _, f := range land {
		rings = append(rings, f.rings...)
	}
	var outlines []byte
	kept := 0
	for _, r := range rings {
		if math.Abs(area(r)) < minArea {
			continue
		}
		if s := simplify(r, tolerance); len(s) >= 4 {
			outlines = appendLine(outlines, s[:len(s)-1])
			kept++
		}
	}
	var borders []byte
	lines := sharedBorders(countries)
	for _, l := range lines {
		l = fitToCoast(l, rings)
		if len(l) >= 2 {
			borders = appendLine(borders, simplify(l, tolerance))
		}
	}
	var labels []byte
	for _, c := range countryLabels(countries) {
		labels = appendLabel(labels, c)
	}
	var towns []byte
	for _, c := range cities {
		towns = appendLabel(towns, c)
	}

	b, err := flat.Encode("DLWORLD\n", 1, []flat.Section{
		{Name: "land", Data: outlines},
		{Name: "borders", Data: borders},
		{Name: "countries", Data: labels},
		{Name: "cities", Data: towns},
		{Name: "names", Data: []byte(names)},
	})
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "world.bin"), b, 0o644); err != nil {
		return err
	}

	var rec strings.Builder
	fmt.Fprintf(&rec, "world.bin: outlines and names for the map of the HTML report.\nWritten by internal/worldmap/gen (go generate ./internal/worldmap); do not edit.\n\n")
	fmt.Fprintf(&rec, "%d land rings, %d border lines, %d country labels, %d cities; %d bytes, SHA-256 %x\n", kept, len(lines), len(countryLabels(countries)), len(cities), len(b), sha256.Sum256(b))
	fmt.Fprintf(&rec, "Positions in 1/%d degree; outlines simplified to %g degree, islands below %g square degrees left out.\n\nBuilt from:\n", unit, tolerance, minArea)
	for _, src := range []struct{ file, what string }{
		{landFile, "land outlines: Natural Earth 1:50m, public domain, naturalearthdata.com"},
		{countryFile, "land borders and country labels: Natural Earth 1:110m, public domain, naturalearthdata.com"},
		{placeFile, "cities with a Natural Earth scale rank: positions and names from Natural Earth (public domain) and GeoNames (CC BY 4.0, geonames.org)"},
		{nameFile, "country names: GeoNames, CC BY 4.0, geonames.org"},
	} {
		sum, err := fileSum(src.file)
		if err != nil {
			return err
		}
		fmt.Fprintf(&rec, "- %s\n  %s\n  SHA-256 %s\n", src.what, filepath.Base(src.file), sum)
	}
	return os.WriteFile(filepath.Join(out, "world.txt"), []byte(rec.String()), 0o644)
}

func fileSum(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}

// appendLine appends the number of points and then each point as zigzag
// varints of the difference to the point before, in stored units.
func appendLine(b []byte, line []point) []byte {
	b = binary.AppendUvarint(b, uint64(len(line)))
	var x, y int64
	for _, p := range line {
		nx, ny := int64(math.Round(p.lon*unit)), int64(math.Round(p.lat*unit))
		b = binary.AppendVarint(b, nx-x)
		b = binary.AppendVarint(b, ny-y)
		x, y = nx, ny
	}
	return b
}

// A label is a name at a position; rank 0 is the most prominent.
type label struct {
	name string
	at   point
	rank int
}

func appendLabel(b []byte, l label) []byte {
	b = binary.AppendUvarint(b, uint64(len(l.name)))
	b = append(b, l.name...)
	b = binary.AppendVarint(b, int64(math.Round(l.at.lon*unit)))
	b = binary.AppendVarint(b, int64(math.Round(l.at.lat*unit)))
	return binary.AppendUvarint(b, uint64(l.rank))
}

type feature struct {
	name  string
	rank  int
	rings [][]point
}

func readFeatures(name string) ([]feature, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var c struct {
		Features []struct {
			Properties struct {
				Name      string  `json:"NAME"`
				LabelRank float64 `json:"LABELRANK"`
			} `json:"properties"`
			Geometry struct {
				Type        string          `json:"type"`
				Coordinates json.RawMessage `json:"coordinates"`
			} `json:"geometry"`
		} `json:"features"`
	}
	if err := json.Unmarshal(data, &c); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var fs []feature
	for i, f := range c.Features {
		var polys [][][][2]float64
		switch f.Geometry.Type {
		case "Polygon":
			polys = make([][][][2]float64, 1)
			err = json.Unmarshal(f.Geometry.Coordinates, &polys[0])
		case "MultiPolygon":
			err = json.Unmarshal(f.Geometry.Coordinates, &polys)
		default:
			err = fmt.Errorf("geometry %q", f.Geometry.Type)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: feature %d: %w", name, i, err)
		}
		ft := feature{name: f.Properties.Name, rank: int(f.Properties.LabelRank)}
		for _, poly := range polys {
			for _, ring := range poly {
				r := make([]point, len(ring))
				for j, c := range ring {
					r[j] = point{c[0], c[1]}
				}
				ft.rings = append(ft.rings, r)
			}
		}
		fs = append(fs, ft)
	}
	return fs, nil
}

// area is the signed area of a closed ring in square degrees, scaled to the
// equator so that arctic islands do not count double.
func area(r []point) float64 {
	var a, lat float64
	for i := range len(r) - 1 {
		a += r[i].lon*r[i+1].lat - r[i+1].lon*r[i].lat
		lat += r[i].lat
	}
	return a / 2 * math.Cos(lat/float64(max(1, len(r)-1))*math.Pi/180)
}

// simplify is the Douglas-Peucker algorithm; end points stay.
func simplify(line []point, tol float64) []point {
	if len(line) < 3 {
		return line
	}
	keep := make([]bool, len(line))
	keep[0], keep[len(line)-1] = true, true
	stack := [][2]int{{0, len(line) - 1}}
	for len(stack) > 0 {
		lo, hi := stack[len(stack)-1][0], stack[len(stack)-1][1]
		stack = stack[:len(stack)-1]
		far, at := tol, -1
		for i := lo + 1; i < hi; i++ {
			if d := distance(line[i], line[lo], line[hi]); d > far {
				far, at = d, i
			}
		}
		if at >= 0 {
			keep[at] = true
			stack = append(stack, [2]int{lo, at}, [2]int{at, hi})
		}
	}
	var out []point
	for i, k := range keep {
		if k {
			out = append(out, line[i])
		}
	}
	return out
}

// distance is that of p from the segment ab, in degrees at p's latitude.
func distance(p, a, b point) float64 {
	k := math.Cos(p.lat * math.Pi / 180)
	px, py := (p.lon-a.lon)*k, p.lat-a.lat
	bx, by := (b.lon-a.lon)*k, b.lat-a.lat
	t := 0.0
	if l := bx*bx + by*by; l > 0 {
		t = math.Max(0, math.Min(1, (px*bx+py*by)/l))
	}
	return math.Hypot(px-t*bx, py-t*by)
}

// sharedBorders returns the lines that two countries have in common, each
// once: neighbours of Natural Earth share their vertices exactly.
func sharedBorders(countries []feature) [][]point {
	type edge struct{ a, b point }
	owner := map[edge]int{}
	var order []edge
	shared := map[edge]bool{}
	for ci, c := range countries {
		for _, r := range c.rings {
			for i := range len(r) - 1 {
				e := edge{r[i], r[i+1]}
				if cmpPoint(e.a, e.b) > 0 {
					e = edge{e.b, e.a}
				}
				if o, ok := owner[e]; !ok {
					owner[e] = ci
				} else if o != ci && !shared[e] {
					shared[e] = true
					order = append(order, e)
				}
			}
		}
	}
	next := map[point][]point{}
	for _, e := range order {
		next[e.a] = append(next[e.a], e.b)
		next[e.b] = append(next[e.b], e.a)
	}
	used := map[edge]bool{}
	take := func(a, b point) bool {
		e := edge{a, b}
		if cmpPoint(a, b) > 0 {
			e = edge{b, a}
		}
		if used[e] {
			return false
		}
		used[e] = true
		return true
	}
	follow := func(a, b point) []point {
		line := []point{a, b}
		for len(next[b]) == 2 {
			c := next[b][0]
			if c == a {
				c = next[b][1]
			}
			if !take(b, c) {
				break
			}
			line = append(line, c)
			a, b = b, c
		}
		return line
	}
	// Lines start where borders end or meet; what is left after that is closed.
	var lines [][]point
	for _, closed := range []bool{false, true} {
		for _, e := range order {
			for _, p := range []point{e.a, e.b} {
				if !closed && len(next[p]) == 2 {
					continue
				}
				for _, q := range next[p] {
					if take(p, q) {
						lines = append(lines, follow(p, q))
					}
				}
			}
		}
	}
	return lines
}

func cmpPoint(a, b point) int {
	return cmp.Or(cmp.Compare(a.lon, b.lon), cmp.Compare(a.lat, b.lat))
}

// fitToCoast makes both ends of a border, which is drawn for a coarser coast,
// meet the finer coast: ends in the water are cut, ends on land are
// prolonged if the coast is near.
func fitToCoast(line []point, land [][]point) []point {
	for range 2 {
		slices.Reverse(line)
		for len(line) >= 2 && !inside(line[len(line)-1], land) {
			in, out := line[len(line)-2], line[len(line)-1]
			line = line[:len(line)-1]
			if inside(in, land) {
				for range 20 {
					if mid := (point{(in.lon + out.lon) / 2, (in.lat + out.lat) / 2}); inside(mid, land) {
						in = mid
					} else {
						out = mid
					}
				}
				return fitEnd(append(line, in), land)
			}
		}
		if len(line) < 2 {
			return nil
		}
		line = fitEnd(line, land)
	}
	return line
}

// fitEnd prolongs the last segment by up to half a degree if that reaches water.
func fitEnd(line []point, land [][]point) []point {
	a, b := line[len(line)-2], line[len(line)-1]
	l := math.Hypot(b.lon-a.lon, b.lat-a.lat)
	if l == 0 {
		return line
	}
	const step, reach = 0.02, 0.5
	for d := step; d <= reach; d += step {
		p := point{b.lon + (b.lon-a.lon)/l*d, b.lat + (b.lat-a.lat)/l*d}
		if !inside(p, land) {
			return append(line, p)
		}
	}
	return line
}

// inside says whether p lies within an odd number of rings.
func inside(p point, rings [][]point) bool {
	in := false
	for _, r := range rings {
		for i := range len(r) - 1 {
			a, b := r[i], r[i+1]
			if (a.lat > p.lat) != (b.lat > p.lat) && p.lon < (b.lon-a.lon)*(p.lat-a.lat)/(b.lat-a.lat)+a.lon {
				in = !in
			}
		}
	}
	return in
}

// countryLabels puts each country's name at the point of its largest part
// that is farthest from the part's outline.
func countryLabels(countries []feature) []label {
	var ls []label
	for _, c := range countries {
		if c.name == "Antarctica" {
			continue
		}
		big := slices.MaxFunc(c.rings, func(a, b []point) int { return cmp.Compare(math.Abs(area(a)), math.Abs(area(b))) })
		lo, hi := point{180, 90}, point{-180, -90}
		for _, p := range big {
			lo = point{min(lo.lon, p.lon), min(lo.lat, p.lat)}
			hi = point{max(hi.lon, p.lon), max(hi.lat, p.lat)}
		}
		best, at := -1.0, big[0]
		const n = 60
		for i := range n {
			for j := range n {
				p := point{lo.lon + (hi.lon-lo.lon)*(float64(i)+.5)/n, lo.lat + (hi.lat-lo.lat)*(float64(j)+.5)/n}
				if !inside(p, [][]point{big}) {
					continue
				}
				d := math.Inf(1)
				for k := range len(big) - 1 {
					d = min(d, distance(p, big[k], big[k+1]))
				}
				if d > best {
					best, at = d, p
				}
			}
		}
		ls = append(ls, label{c.name, at, c.rank})
	}
	slices.SortStableFunc(ls, func(a, b label) int { return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.name, b.name)) })
	return ls
}

// readCities returns the cities that Natural Earth ranks, most prominent first.
func readCities(name string) (cities []label, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	type city struct {
		label
		zoom float64
		pop  int64
	}
	var all []city
	var col map[string]int
	seen := map[point]bool{}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<24)
	for line := 1; sc.Scan(); line++ {
		fs := strings.Split(sc.Text(), "\t")
		if line == 1 {
			col = map[string]int{}
			for i, h := range fs {
				col[h] = i
			}
			for _, h := range []string{"name", "feature", "lat", "lon", "population", "min_zoom", "scalerank"} {
				if _, ok := col[h]; !ok {
					return nil, fmt.Errorf("%s: no column %q", name, h)
				}
			}
			continue
		}
		if len(fs) != len(col) {
			return nil, fmt.Errorf("%s:%d: %d columns, want %d", name, line, len(fs), len(col))
		}
		if fs[col["scalerank"]] == "" || !strings.HasPrefix(fs[col["feature"]], "P.") {
			continue
		}
		rank, err1 := strconv.ParseFloat(fs[col["scalerank"]], 64)
		lat, err2 := strconv.ParseFloat(fs[col["lat"]], 64)
		lon, err3 := strconv.ParseFloat(fs[col["lon"]], 64)
		if err := errors.Join(err1, err2, err3); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, line, err)
		}
		if rank > maxRank {
			continue
		}
		c := city{label: label{fs[col["name"]], point{lon, lat}, int(rank)}, zoom: 99}
		if z, err := strconv.ParseFloat(fs[col["min_zoom"]], 64); err == nil {
			c.zoom = z
		}
		c.pop, _ = strconv.ParseInt(fs[col["population"]], 10, 64)
		if at := (point{math.Round(lon * unit), math.Round(lat * unit)}); c.pop >= minPeople && !seen[at] {
			seen[at] = true // sources that were not merged list some cities twice
			all = append(all, c)
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	slices.SortStableFunc(all, func(a, b city) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.zoom, b.zoom), cmp.Compare(b.pop, a.pop), cmp.Compare(a.name, b.name))
	})
	for _, c := range all {
		cities = append(cities, c.label)
	}
	return cities, nil
}

// readCountryNames returns lines "PK\tPakistan\n" sorted by code.
func readCountryNames(name string) (string, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return "", err
	}
	var lines []string
	for i, l := range strings.Split(string(data), "\n") {
		if l == "" || i == 0 { // the first line names the columns
			continue
		}
		fs := strings.Split(l, "\t")
		if len(fs) < 5 || len(fs[0]) != 2 {
			return "", fmt.Errorf("%s:%d: not a country", name, i+1)
		}
		lines = append(lines, fs[0]+"\t"+strings.TrimSpace(fs[4])+"\n")
	}
	slices.Sort(lines)
	return strings.Join(lines, ""), nil
}
