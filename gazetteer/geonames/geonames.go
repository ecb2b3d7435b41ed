// Package geonames builds a gazetteer from tables in the format of GeoNames'
// download server, for those who want a larger or newer one than the world that
// comes with package gazetteer. The places, names and nationality words that
// package gazetteer has from elsewhere by hand are added.
//
// GeoNames data are under CC BY 4.0: what is built from them must name
// GeoNames.
package geonames

import (
	"io"

	"github.com/dateline-go/dateline/internal/rawplaces"
)

// Tables names the files to read; each may be a plain, .gz or .zip file.
type Tables struct {
	Places         []string // allCountries.txt, or files of countries such as PK.txt, or of cities such as cities1000.txt
	Countries      string   // countryInfo.txt
	Admin1         string   // admin1CodesASCII.txt: names of first-level units; may be empty
	Admin2         string   // admin2Codes.txt: names of second-level units; may be empty
	AlternateNames string   // alternateNamesV2.txt: tells English names from others; may be empty
}

// Options says what to take from the tables.
type Options struct {
	Version       string // what DataVersion of the gazetteer returns, such as the date of the download
	MinPopulation int64  // settlements with fewer inhabitants are left out

	// Keep chooses rows by feature class and code, such as "P.PPL", and
	// population. Nil keeps all.
	Keep func(feature string, population int64) bool

	// BadRow is called for each row that cannot be read, with an error that
	// names file, line and column. It says whether to go on without the row.
	// Nil stops at the first.
	BadRow func(error) bool
}

// Stats counts rows.
type Stats struct {
	Read    int // rows of the place tables
	BadRows int // rows that could not be read
	Entries int // entries written, those made by hand included
}

// Build reads the tables and writes a gazetteer file, which gazetteer.Open
// reads. All chosen rows are held in memory while building; MinPopulation and
// Keep limit that.
func Build(w io.Writer, t Tables, o Options) (Stats, error) {
	s, err := rawplaces.BuildGeoNames(w, rawplaces.GeoNames{
		Places: t.Places, Countries: t.Countries, Admin1: t.Admin1, Admin2: t.Admin2, Names: t.AlternateNames,
		Version: o.Version, MinPopulation: o.MinPopulation, Keep: o.Keep, BadRow: o.BadRow,
	})
	return Stats{Read: s.Read, BadRows: s.BadRows, Entries: s.Entries}, err
}
