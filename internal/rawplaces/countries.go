package rawplaces

import (
	"fmt"
	"strconv"
	"strings"
)

// A country is one row of GeoNames' countryInfo.txt.
type country struct {
	iso, iso3  string
	name       string
	population int64
	id         int64
}

// readCountries reads countryInfo.txt, by ISO code.
func readCountries(path string) (map[string]country, error) {
	out := map[string]country{}
	err := eachLine(path, false, nil, func(line string) error {
		c := strings.Split(line, "\t")
		switch {
		case c[0] == "ISO": // the header
			return nil
		case len(c) < 17:
			return fmt.Errorf("%d columns, want 17 or more: %w", len(c), ErrRow)
		case len(c[0]) != 2:
			return fmt.Errorf("column 1: country code %q: %w", c[0], ErrRow)
		}
		population, err := integer(c, 7)
		if err != nil {
			return err
		}
		id, err := integer(c, 16)
		if err != nil {
			return err
		}
		out[c[0]] = country{iso: c[0], iso3: c[1], name: c[4], population: population, id: id}
		return nil
	})
	return out, err
}

// integer reads a column, 0 where it is empty.
func integer(cols []string, i int) (int64, error) {
	if cols[i] == "" {
		return 0, nil
	}
	v, err := strconv.ParseInt(cols[i], 10, 64)
	if err != nil || v < 0 {
		return 0, fmt.Errorf("column %d: number %q: %w", i+1, cols[i], ErrRow)
	}
	return v, nil
}
