package rawplaces

import (
	"fmt"
	"os"
	"slices"
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

// Build reads the tables and writes the gazetteer file.
func Build(c Config) error {
	countries, err := readCountries(c.Countries)
	if err != nil {
		return err
	}
	var entries []gazetteer.Entry
	err = readPlaces(c.Places, func(p *place) {
		if _, ok := countries[p.country]; !ok { // disputed, or a map maker's own code
			p.country, _, _ = strings.Cut(p.admin1, ".")
		}
		if p.known() {
			entries = append(entries, p.entry())
		}
	})
	if err != nil {
		return err
	}
	orphans, err := addDemonyms(finder(entries))
	if err != nil {
		return err
	}
	entries = append(entries, orphans)
	data, err := gazetteer.Encode(slices.Clip(entries), c.Version)
	if err != nil {
		return err
	}
	if err := os.WriteFile(c.Out, data, 0o666); err != nil {
		return fmt.Errorf("write gazetteer: %w", err)
	}
	return nil
}
