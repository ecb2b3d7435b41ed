// Package rawplaces turns tables of places into the entries of the world's
// gazetteer and writes its file.
package rawplaces

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/gazetteer"
)

// ErrRow is wrapped by the error for a row that cannot be read.
var ErrRow = errors.New("bad row")

// columns of places.tsv.gz
const (
	colID = iota
	colGeonameID
	colName
	colAliases
	colFeature
	colCountry
	colAdmin1
	colAdmin1Name
	colAdmin2Name
	colLat
	colLon
	colPopulation
	colWikidata
	colMinZoom
	colSources
	colEnglish
	colForeign
	colWikipedia
	colWords
	colScaleRank
	colLanguages
	numColumns
)

// A place is one row of places.tsv.gz, as far as it is used.
type place struct {
	ref        string
	id         int64
	name       string
	english    []string // aliases known to be English
	untyped    []string // other aliases
	class      string   // P, A, S, H, T, L
	feature    string
	country    string
	admin1     string // PK.05
	admin1Name string
	admin2Name string
	lat, lon   float64
	population int64
	minZoom    float64 // 99 where absent
	scaleRank  float64 // 99 where absent
	languages  int
	wikidata   bool
	wikipedia  bool
	core       bool // in a source besides Who's On First
	sources    string

	foreign []string         // English aliases that belong to a better-known place
	fixed   uint8            // prominence written by hand, or 0
	extra   []gazetteer.Name // names written by hand or made by rule
	not     []string         // names that a table gives the place wrongly
}

// known reports whether anything speaks for the place being written about. Of
// the table's 2.4 million rows about one in five is kept.
func (p *place) known() bool {
	return p.core || p.population >= 100 || p.wikidata || p.wikipedia || p.minZoom <= 10 || p.scaleRank < 99
}

func parsePlace(line string) (*place, error) {
	f := strings.Split(line, "\t")
	if len(f) != numColumns {
		return nil, fmt.Errorf("%d columns, want %d: %w", len(f), numColumns, ErrRow)
	}
	p := &place{
		ref: f[colID], name: f[colName], country: f[colCountry],
		admin1: f[colAdmin1], admin1Name: f[colAdmin1Name], admin2Name: f[colAdmin2Name],
		wikidata: f[colWikidata] != "", wikipedia: f[colWikipedia] != "", sources: f[colSources],
	}
	for s := range strings.SplitSeq(p.sources, ",") {
		p.core = p.core || s != "wof"
	}
	var ok bool
	if p.class, p.feature, ok = strings.Cut(f[colFeature], "."); !ok {
		return nil, fmt.Errorf("column %d: feature %q: %w", colFeature+1, f[colFeature], ErrRow)
	}
	var err error
	if p.lat, err = degrees(f, colLat, 90); err != nil {
		return nil, err
	}
	if p.lon, err = degrees(f, colLon, 180); err != nil {
		return nil, err
	}
	num := func(col int, absent float64) float64 {
		if f[col] == "" || err != nil {
			return absent
		}
		v, e := strconv.ParseFloat(f[col], 64)
		if e != nil || !(v >= 0 && v < 1e12) {
			err = fmt.Errorf("column %d: number %q: %w", col+1, f[col], ErrRow)
		}
		return v
	}
	p.id = int64(num(colGeonameID, 0))
	p.population = int64(num(colPopulation, 0))
	p.minZoom, p.scaleRank = num(colMinZoom, 99), num(colScaleRank, 99)
	p.languages = int(num(colLanguages, 0))
	n := int(num(colEnglish, 0))
	if err != nil {
		return nil, err
	}
	if f[colAliases] != "" {
		all := strings.Split(f[colAliases], "|")
		n = min(n, len(all))
		p.english, p.untyped = all[:n], all[n:]
	}
	return p, nil
}
