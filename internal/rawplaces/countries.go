package rawplaces

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

// A country is one row of GeoNames' countryInfo.txt.
type country struct {
	iso, name, capital, continent string
}

// readCountries reads countryInfo.txt, by ISO code.
func readCountries(path string) (map[string]country, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := map[string]country{}
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for line := 1; s.Scan(); line++ {
		if strings.HasPrefix(s.Text(), "#") || s.Text() == "" {
			continue
		}
		c := strings.Split(s.Text(), "\t")
		if c[0] == "ISO" { // the header
			continue
		}
		if len(c) < 17 || len(c[0]) != 2 {
			return nil, fmt.Errorf("%s:%d: no country row: %w", path, line, ErrRow)
		}
		out[c[0]] = country{iso: c[0], name: c[4], capital: strings.TrimSpace(c[5]), continent: c[8]}
	}
	return out, s.Err()
}
