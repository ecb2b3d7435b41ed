package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/entities/tag"
	"github.com/dateline-go/dateline/gazetteer"
)

// extractorFlags are the flags of every command that extracts.
type extractorFlags struct {
	model, gazetteer, names, places, home string
	alternatives, maxBytes                int
}

func (f *extractorFlags) register(fs *flag.FlagSet) {
	fs.StringVar(&f.model, "model", "", "name model `file` in place of the built-in one")
	fs.StringVar(&f.gazetteer, "gazetteer", "", "gazetteer `file` in place of the built-in one")
	fs.StringVar(&f.names, "names", "", "CSV `file` of names of your own: kind,ref,name,alias…")
	fs.StringVar(&f.places, "places", "", "CSV `file` of places of your own: ref,name,lat,lon,country,feature,population,alias…")
	fs.StringVar(&f.home, "home", "", "`place` the texts are written for: a country code, or latitude,longitude")
	fs.IntVar(&f.alternatives, "alternatives", 0, "list up to `n` other places that each mention may refer to")
	fs.IntVar(&f.maxBytes, "max-bytes", 0, "refuse texts of more than `n` bytes")
}

// extractor makes the extractor that the flags ask for.
func (f *extractorFlags) extractor(*env) (*entities.Extractor, error) {
	if f.alternatives < 0 || f.maxBytes < 0 {
		return nil, usagef("-alternatives %d, -max-bytes %d: want 0 or more", f.alternatives, f.maxBytes)
	}
	opts := []entities.Option{entities.WithAlternatives(f.alternatives), entities.WithMaxBytes(f.maxBytes)}
	if f.home != "" {
		h, err := parseHome(f.home)
		if err != nil {
			return nil, err
		}
		if g, err := gazetteer.World(); err == nil && h.Country != "" {
			if g.CountryRow(h.Country) == gazetteer.NoRow {
				return nil, usagef("-home %q is no country's code", f.home)
			}
		}
		opts = append(opts, entities.WithHome(h))
	}
	if f.model != "" {
		b, err := os.ReadFile(f.model)
		if err != nil {
			return nil, err
		}
		m, err := tag.Open(string(b))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.model, err)
		}
		opts = append(opts, entities.WithModel(m))
	}
	if f.gazetteer != "" {
		b, err := os.ReadFile(f.gazetteer)
		if err != nil {
			return nil, err
		}
		g, err := gazetteer.Open(b)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.gazetteer, err)
		}
		opts = append(opts, entities.WithGazetteer(g))
	}
	if f.names != "" {
		names, err := readCSV(f.names, entities.ReadNames)
		if err != nil {
			return nil, err
		}
		opts = append(opts, entities.WithNames(names...))
	}
	if f.places != "" {
		places, err := readCSV(f.places, entities.ReadPlaces)
		if err != nil {
			return nil, err
		}
		opts = append(opts, entities.WithPlaces(places...))
	}
	return entities.New(opts...)
}

func readCSV[T any](path string, read func(io.Reader) ([]T, error)) ([]T, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return rows, nil
}

func parseHome(s string) (entities.Home, error) {
	lat, lon, point := strings.Cut(s, ",")
	if !point {
		if len(s) != 2 {
			return entities.Home{}, usagef("-home %q is neither a two-letter country code nor latitude,longitude", s)
		}
		return entities.Home{Country: strings.ToUpper(s)}, nil
	}
	h := entities.Home{HasPoint: true}
	var err1, err2 error
	h.Lat, err1 = strconv.ParseFloat(strings.TrimSpace(lat), 64)
	h.Lon, err2 = strconv.ParseFloat(strings.TrimSpace(lon), 64)
	if err1 != nil || err2 != nil || !(h.Lat >= -90 && h.Lat <= 90 && h.Lon >= -180 && h.Lon <= 180) {
		return entities.Home{}, usagef("-home %q is not a latitude from -90 to 90 and a longitude from -180 to 180", s)
	}
	return h, nil
}
