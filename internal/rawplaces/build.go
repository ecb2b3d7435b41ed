package rawplaces

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline/gazetteer"
)

// A Config says what to build the world's gazetteer from and where to write it.
type Config struct {
	Places    string // path of places.tsv.gz, the union of all tables
	Countries string // path of GeoNames' countryInfo.txt
	Out       string // path of the gazetteer file to write; the provenance goes beside it, as .txt
	Version   string // data version, a date such as 2026-11-22

	// BadRow is called for each row that cannot be read, with an error that
	// names file, line and column, and says whether to go on without the row.
	// Nil stops at the first.
	BadRow func(error) bool
}

// Build reads the tables and writes the gazetteer file and its provenance. The
// same tables give the same files.
func Build(c Config) (Stats, error) {
	var s Stats
	t, err := read(c, &s)
	if err != nil {
		return s, err
	}
	t.placeDistricts(&s)
	t.merge(&s)
	t.cleanPopulations(&s)
	if err := t.moveUnits(&s); err != nil {
		return s, err
	}
	t.locate(&s)
	entries, err := t.entries(&handbook{}, &s)
	if err != nil {
		return s, err
	}
	data, err := gazetteer.Encode(entries, c.Version)
	if err != nil {
		return s, err
	}
	report, err := provenance(c, s, entries, data)
	if err != nil {
		return s, err
	}
	if err := os.WriteFile(c.Out, data, 0o666); err != nil {
		return s, fmt.Errorf("write gazetteer: %w", err)
	}
	if err := os.WriteFile(strings.TrimSuffix(c.Out, filepath.Ext(c.Out))+".txt", report, 0o666); err != nil {
		return s, fmt.Errorf("write provenance: %w", err)
	}
	return s, nil
}

// entries adds what is written by hand and what follows by rule, and returns
// the entries of the gazetteer.
func (t *tables) entries(h *handbook, s *Stats) ([]gazetteer.Entry, error) {
	h.fill(t.places)
	written, err := h.regions()
	if err != nil {
		return nil, err
	}
	t.addWritten(written, s)
	if err := h.addNames(); err != nil {
		return nil, err
	}
	orphans, err := h.addDemonyms()
	if err != nil {
		return nil, err
	}
	t.demote(s)
	t.nameAirports(s)
	t.nameCountries()
	entries := make([]gazetteer.Entry, 0, len(t.places)+1)
	for _, p := range t.places {
		entries = append(entries, p.entry())
	}
	s.Entries = len(entries)
	return append(entries, orphans), nil
}

// read reads the tables and keeps the rows that matter.
func read(c Config, s *Stats) (*tables, error) {
	t := &tables{settled: map[string][]point{}}
	var err error
	if t.countries, err = readCountries(c.Countries); err != nil {
		return nil, err
	}
	parse := func(line string) error {
		p, err := parsePlace(line)
		if err != nil {
			return err
		}
		s.Read++
		if _, ok := t.countries[p.country]; !ok { // disputed, or a map maker's own code
			p.country, _, _ = strings.Cut(p.admin1, ".")
			if isCountry(p) {
				p.feature = "ZN"
			}
		}
		if p.name == "Null Island" || p.name == "Seven Seas" && p.feature == "CONT" { // map makers' jokes
			return nil
		}
		if strings.HasPrefix(p.ref, "ne:") {
			if isZeroAverage(p) {
				return nil
			}
			p.name = writtenOut(p.name)
		}
		t.settle(p)
		if p.known() {
			t.places = append(t.places, p)
		}
		return nil
	}
	err = eachLine(c.Places, true, s.countBad(c.BadRow), parse)
	s.Kept = len(t.places)
	return t, err
}

// countBad counts the rows that a caller lets pass.
func (s *Stats) countBad(badRow func(error) bool) func(error) bool {
	if badRow == nil {
		return nil
	}
	return func(err error) bool {
		s.BadRows++
		return badRow(err)
	}
}

// isZeroAverage reports whether a point of Natural Earth's is the average of
// longitudes on both sides of the date line, or none.
func isZeroAverage(p *place) bool {
	area := strings.HasPrefix(p.ref, "ne:regions_polys") || strings.HasPrefix(p.ref, "ne:marine_polys")
	return area && math.Abs(p.lon) < 0.02 || p.lat == 0 && p.lon == 0
}

// settle notes a populated place for its country and first-level unit.
func (t *tables) settle(p *place) {
	if !p.isSettlement() || p.country == "" {
		return
	}
	t.settled[p.country] = append(t.settled[p.country], p.point())
	if p.admin1 == "" {
		return
	}
	t.settled[p.admin1] = append(t.settled[p.admin1], p.point())
	if p.admin2Name != "" {
		t.settled[districtKey(p)] = append(t.settled[districtKey(p)], p.point())
	}
}
