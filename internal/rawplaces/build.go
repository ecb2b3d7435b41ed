package rawplaces

import (
	"fmt"
	"os"
	"strings"

	"github.com/dateline-go/dateline/gazetteer"
)

// A Config says what to build a gazetteer from and where to write it.
type Config struct {
	Places    string // path of places.tsv.gz, the union of all tables
	Countries string // path of GeoNames' countryInfo.txt
	Out       string // path of the gazetteer file to write
	Version   string // data version, a date such as 2026-11-22
}

// Build reads the tables and writes the gazetteer file. The same tables give
// the same file.
func Build(c Config) (Stats, error) {
	var s Stats
	t, err := read(c, &s)
	if err != nil {
		return s, err
	}
	t.dropUnplaced(&s)
	t.merge(&s)
	t.cleanPopulations(&s)
	if err := t.moveUnits(&s); err != nil {
		return s, err
	}
	t.locate(&s)
	h := newHandbook(t.places)
	written, err := h.regions()
	if err != nil {
		return s, err
	}
	t.addWritten(written, &s)
	if err := h.addNames(); err != nil {
		return s, err
	}
	orphans, err := h.addDemonyms()
	if err != nil {
		return s, err
	}
	t.demote(&s)
	t.nameAirports(&s)
	entries := make([]gazetteer.Entry, 0, len(t.places)+1)
	for _, p := range t.places {
		entries = append(entries, p.entry())
	}
	s.Entries = len(entries)
	entries = append(entries, orphans)
	data, err := gazetteer.Encode(entries, c.Version)
	if err != nil {
		return s, err
	}
	if err := os.WriteFile(c.Out, data, 0o666); err != nil {
		return s, fmt.Errorf("write gazetteer: %w", err)
	}
	return s, nil
}

// read reads the tables and keeps the rows that matter.
func read(c Config, s *Stats) (*tables, error) {
	t := &tables{settled: map[string][]point{}}
	var err error
	if t.countries, err = readCountries(c.Countries); err != nil {
		return nil, err
	}
	err = readPlaces(c.Places, func(p *place) {
		s.Read++
		if _, ok := t.countries[p.country]; !ok { // disputed, or a map maker's own code
			p.country, _, _ = strings.Cut(p.admin1, ".")
			if isCountry(p) {
				p.feature = "ZN"
			}
		}
		if p.name == "Null Island" {
			return
		}
		if p.isSettlement() && p.country != "" {
			t.settled[p.country] = append(t.settled[p.country], p.point())
			if p.admin1 != "" {
				t.settled[p.admin1] = append(t.settled[p.admin1], p.point())
			}
		}
		if p.known() {
			t.places = append(t.places, p)
		}
	})
	s.Kept = len(t.places)
	return t, err
}
