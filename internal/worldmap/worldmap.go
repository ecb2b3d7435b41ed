// Package worldmap holds small outlines of the world's land and borders, and
// the names of countries and cities to put beside them. The data is Natural
// Earth's, simplified; world.txt records where it comes from.
package worldmap

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"strings"
	"sync"

	"github.com/dateline-go/dateline/internal/flat"
)

//go:generate go run ./gen

//go:embed world.bin
var data string

// A Point is a position in degrees, east and north positive.
type Point struct{ Lon, Lat float64 }

// A Label is a name and where it stands. Rank 0 is the most prominent.
type Label struct {
	Name string
	At   Point
	Rank int
}

// A World is what is drawn under the marks of a map. It is shared: do not
// change it.
type World struct {
	Land      [][]Point // closed rings, the last point joined to the first; a ring within another is a hole
	Borders   [][]Point // lines between two countries
	Countries []Label   // country names at the middle of their largest part, most prominent first
	Cities    []Label   // cities, most prominent first
	names     string    // lines of ISO code, tab, name, sorted
}

// Load decodes the embedded data, once.
var Load = sync.OnceValues(func() (*World, error) { return open(data) })

// CountryName returns the English short name of an ISO 3166-1 alpha-2 code,
// or "" where there is none.
func (w *World) CountryName(code string) string {
	if len(code) != 2 || !isUpper(code[0]) || !isUpper(code[1]) {
		return ""
	}
	_, rest, ok := strings.Cut(w.names, "\n"+code+"\t")
	if !ok {
		return ""
	}
	name, _, _ := strings.Cut(rest, "\n")
	return name
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

func open(data string) (*World, error) {
	f, err := flat.Open(data, "DLWORLD\n", 1)
	if err != nil {
		return nil, fmt.Errorf("worldmap: %w", err)
	}
	if err := f.Verify(); err != nil {
		return nil, fmt.Errorf("worldmap: %w", err)
	}
	w := &World{}
	for _, s := range []struct {
		name string
		read func(d *decoder)
	}{
		{"land", func(d *decoder) { w.Land = d.lines() }},
		{"borders", func(d *decoder) { w.Borders = d.lines() }},
		{"countries", func(d *decoder) { w.Countries = d.labels() }},
		{"cities", func(d *decoder) { w.Cities = d.labels() }},
		{"names", func(d *decoder) { w.names, d.b = "\n"+string(d.b), nil }},
	} {
		sec, err := f.Section(s.name)
		if err != nil {
			return nil, fmt.Errorf("worldmap: %w", err)
		}
		d := &decoder{b: []byte(sec)}
		s.read(d)
		if d.bad {
			return nil, fmt.Errorf("worldmap: section %q: %w", s.name, flat.ErrCorrupt)
		}
	}
	return w, nil
}

const unit = 100 // stored units per degree

// A decoder reads the varints of a section; bad is set when they do not fit.
type decoder struct {
	b   []byte
	bad bool
}

func (d *decoder) uint() uint64 {
	v, n := binary.Uvarint(d.b)
	return v * uint64(d.skip(n))
}

func (d *decoder) int() int64 {
	v, n := binary.Varint(d.b)
	return v * int64(d.skip(n))
}

// skip moves on by n bytes and returns 1; where it cannot, it ends the
// section and returns 0.
func (d *decoder) skip(n int) int {
	if n <= 0 || n > len(d.b) {
		d.b, d.bad = nil, true
		return 0
	}
	d.b = d.b[n:]
	return 1
}

func (d *decoder) lines() (lines [][]Point) {
	for len(d.b) > 0 {
		n := d.uint()
		if n > uint64(len(d.b)) { // a point has two bytes at least
			d.bad = true
			return nil
		}
		line := make([]Point, n)
		var x, y int64
		for i := range line {
			x += d.int()
			y += d.int()
			line[i] = Point{float64(x) / unit, float64(y) / unit}
		}
		lines = append(lines, line)
	}
	return lines
}

func (d *decoder) labels() (labels []Label) {
	for len(d.b) > 0 {
		n := d.uint()
		if n > uint64(len(d.b)) {
			d.bad = true
			return nil
		}
		name := string(d.b[:n])
		d.b = d.b[n:]
		x, y := d.int(), d.int()
		labels = append(labels, Label{name, Point{float64(x) / unit, float64(y) / unit}, int(d.uint())})
	}
	return labels
}
