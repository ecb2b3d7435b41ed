package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline/gazetteer/geonames"
	"github.com/dateline-go/dateline/internal/rawplaces"
)

func gazetteerBuild(_ context.Context, e *env, args []string) error {
	fs := newFlags(e, "gazetteer", gazetteerUsage)
	data := fs.String("data", e.getenv(dataFolder), "data `folder`, whose places/raw holds the tables of the built-in gazetteer")
	out := fs.String("out", "", "gazetteer `file` to write")
	version := fs.String("version", "", "data version to record, a `date`")
	places := fs.String("places", "", "build from GeoNames' downloads instead: `files` of places such as allCountries.txt, separated by commas")
	var tables geonames.Tables
	fs.StringVar(&tables.Countries, "countries", "", "GeoNames' countryInfo.txt, a `file`")
	fs.StringVar(&tables.Admin1, "admin1", "", "GeoNames' admin1CodesASCII.txt, a `file`; may be left out")
	fs.StringVar(&tables.Admin2, "admin2", "", "GeoNames' admin2Codes.txt, a `file`; may be left out")
	fs.StringVar(&tables.AlternateNames, "alternate-names", "", "GeoNames' alternateNamesV2.txt, a `file`; may be left out")
	minPopulation := fs.Int64("min-population", 0, "leave out settlements with fewer than `n` inhabitants (GeoNames only)")
	strict := fs.Bool("strict", false, "stop at the first bad row instead of reporting it and going on (GeoNames only)")
	args, err := fs.parse(args)
	if err != nil {
		return err
	}
	switch {
	case len(args) > 0:
		return usagef("unexpected argument %q", args[0])
	case *out == "":
		return usagef("-out is missing")
	case *places != "" && tables.Countries == "":
		return usagef("-places needs -countries")
	case *places == "" && *data == "":
		return errors.New("no data folder: set " + dataFolder + " or give -data")
	}
	if *places == "" {
		raw := filepath.Join(*data, "places", "raw")
		_, err = rawplaces.Build(rawplaces.Config{
			Places:    filepath.Join(raw, "places.tsv.gz"),
			Countries: filepath.Join(raw, "countryInfo.txt"),
			Out:       *out,
			Version:   *version,
		})
		return err
	}
	tables.Places = strings.Split(*places, ",")
	options := geonames.Options{Version: *version, MinPopulation: *minPopulation}
	if !*strict {
		options.BadRow = func(err error) bool {
			fmt.Fprintf(e.stderr, "dateline gazetteer: left out: %v\n", err)
			return true
		}
	}
	return buildGeoNames(e, *out, tables, options)
}

// buildGeoNames writes a gazetteer to a file, which is left only where all of
// it was written.
func buildGeoNames(e *env, path string, tables geonames.Tables, options geonames.Options) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	stats, err := geonames.Build(f, tables, options)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	fmt.Fprintf(e.stderr, "%d rows read, %d of them bad, %d places written\n", stats.Read, stats.BadRows, stats.Entries)
	return nil
}
