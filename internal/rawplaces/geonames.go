package rawplaces

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/gazetteer"
)

// GeoNames holds the paths of tables in the format of GeoNames' download
// server (plain, .gz or .zip), and what to take from them.
type GeoNames struct {
	Places    []string // allCountries.txt, or files of countries or of cities
	Countries string   // countryInfo.txt
	Admin1    string   // admin1CodesASCII.txt; optional
	Admin2    string   // admin2Codes.txt; optional
	Names     string   // alternateNamesV2.txt; optional, tells English names from others

	Version       string                                  // data version, a date such as 2026-11-22
	MinPopulation int64                                   // settlements below it are left out
	Keep          func(feature string, people int64) bool // further choice by feature such as P.PPL; nil keeps all
	BadRow        func(error) bool                        // as in Config
}

// columns of GeoNames' place tables
const (
	gnID = iota
	gnName
	gnASCII
	gnAlternate
	gnLat
	gnLon
	gnClass
	gnFeature
	gnCountry
	gnCC2
	gnAdmin1
	gnAdmin2
	gnAdmin3
	gnAdmin4
	gnPopulation
	gnColumns = 19
)

// BuildGeoNames reads the tables, adds what is written by hand, and writes the
// gazetteer file.
func BuildGeoNames(w io.Writer, c GeoNames) (Stats, error) {
	var s Stats
	bad := s.countBad(c.BadRow)
	t := &tables{settled: map[string][]point{}}
	var err error
	if t.countries, err = readCountries(c.Countries); err != nil {
		return s, err
	}
	units1, err := readUnits(c.Admin1, bad)
	if err != nil {
		return s, err
	}
	units2, err := readUnits(c.Admin2, bad)
	if err != nil {
		return s, err
	}
	seen := map[int64]*place{}
	for _, path := range c.Places {
		err := eachLine(path, false, bad, func(line string) error {
			p, admin2, err := parseGeoName(line)
			if err != nil {
				return err
			}
			s.Read++
			p.admin1Name = units1[p.admin1].name
			p.admin2Name = units2[admin2].name
			t.settle(p)
			if seen[p.id] != nil || p.isSettlement() && p.population < c.MinPopulation && p.feature != "PPLC" ||
				c.Keep != nil && !c.Keep(p.class+"."+p.feature, p.population) {
				return nil
			}
			seen[p.id] = p
			t.places = append(t.places, p)
			return nil
		})
		if err != nil {
			return s, err
		}
	}
	t.addUnits(seen, units1)
	s.Kept = len(t.places)
	if c.Names != "" {
		if err := readNames(c.Names, seen, bad); err != nil {
			return s, err
		}
	}
	entries, err := t.entries(&handbook{loose: true}, &s)
	if err != nil {
		return s, err
	}
	data, err := gazetteer.Encode(entries, c.Version)
	if err != nil {
		return s, err
	}
	if _, err := w.Write(data); err != nil {
		return s, fmt.Errorf("write gazetteer: %w", err)
	}
	return s, nil
}

func parseGeoName(line string) (p *place, admin2 string, err error) {
	f := strings.Split(line, "\t")
	if len(f) != gnColumns {
		return nil, "", fmt.Errorf("%d columns, want %d: %w", len(f), gnColumns, ErrRow)
	}
	p = &place{name: f[gnName], class: f[gnClass], feature: f[gnFeature], country: f[gnCountry], minZoom: 99, scaleRank: 99, core: true}
	if p.id, err = integer(f, gnID); err != nil {
		return nil, "", err
	}
	if p.id == 0 || p.name == "" {
		return nil, "", fmt.Errorf("column 1 or 2: no id or name: %w", ErrRow)
	}
	p.ref = fmt.Sprint("gn:", p.id)
	if p.population, err = integer(f, gnPopulation); err != nil {
		return nil, "", err
	}
	if p.lat, err = degrees(f, gnLat, 90); err != nil {
		return nil, "", err
	}
	if p.lon, err = degrees(f, gnLon, 180); err != nil {
		return nil, "", err
	}
	if len(p.country) != 0 && len(p.country) != 2 {
		return nil, "", fmt.Errorf("column %d: country %q: %w", gnCountry+1, p.country, ErrRow)
	}
	if f[gnAdmin1] != "" && f[gnAdmin1] != "00" {
		p.admin1 = p.country + "." + f[gnAdmin1]
		if f[gnAdmin2] != "" {
			admin2 = p.admin1 + "." + f[gnAdmin2]
		}
	}
	p.untyped = append(p.untyped, f[gnASCII])
	if f[gnAlternate] != "" {
		p.untyped = append(p.untyped, strings.Split(f[gnAlternate], ",")...)
	}
	return p, admin2, nil
}

func degrees(cols []string, i int, limit float64) (float64, error) {
	v, err := strconv.ParseFloat(cols[i], 64)
	if err != nil || !(v >= -limit && v <= limit) {
		return 0, fmt.Errorf("column %d: degrees %q: %w", i+1, cols[i], ErrRow)
	}
	return v, nil
}

// A unitName is one row of admin1CodesASCII.txt or admin2Codes.txt.
type unitName struct {
	name string
	id   int64
}

// readUnits reads names of administrative units by code.
func readUnits(path string, bad func(error) bool) (map[string]unitName, error) {
	out := map[string]unitName{}
	if path == "" {
		return out, nil
	}
	err := eachLine(path, false, bad, func(line string) error {
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			return fmt.Errorf("%d columns, want 4: %w", len(f), ErrRow)
		}
		id, err := integer(f, 3)
		if err != nil {
			return err
		}
		out[f[0]] = unitName{f[1], id}
		return nil
	})
	return out, err
}

// addUnits adds the countries and first-level units that the place tables do
// not hold, as tables of cities do not, at the middle of their settlements.
func (t *tables) addUnits(seen map[int64]*place, units1 map[string]unitName) {
	var added []*place
	add := func(p *place, key string) {
		members := t.settled[key]
		if p.id == 0 || seen[p.id] != nil || len(members) == 0 {
			return
		}
		at := boxMiddle(members)
		p.ref, p.lat, p.lon = fmt.Sprint("gn:", p.id), at.lat, at.lon
		p.class, p.minZoom, p.scaleRank, p.core = "A", 99, 99, true
		seen[p.id] = p
		added = append(added, p)
	}
	for code, c := range t.countries {
		add(&place{id: c.id, name: c.name, country: code, feature: "PCLI", population: c.population}, code)
	}
	for code, u := range units1 {
		country, _, _ := strings.Cut(code, ".")
		add(&place{id: u.id, name: u.name, country: country, admin1: code, admin1Name: u.name, feature: "ADM1"}, code)
	}
	slices.SortFunc(added, better)
	t.places = append(t.places, added...)
}

// columns of alternateNamesV2.txt
const (
	anGeonameID = 1
	anLanguage  = 2
	anName      = 3
	anColumns   = 8 // at least
)

// readNames gives places their English names.
func readNames(path string, seen map[int64]*place, bad func(error) bool) error {
	return eachLine(path, false, bad, func(line string) error {
		f := strings.Split(line, "\t")
		if len(f) < anColumns {
			return fmt.Errorf("%d columns, want %d or more: %w", len(f), anColumns, ErrRow)
		}
		id, err := integer(f, anGeonameID)
		if err != nil {
			return err
		}
		p := seen[id]
		if p == nil {
			return nil
		}
		switch f[anLanguage] {
		case "en":
			p.english = append(p.english, f[anName])
		case "abbr":
			p.extra = append(p.extra, gazetteer.Name{Text: f[anName], Class: gazetteer.Code})
		}
		return nil
	})
}
