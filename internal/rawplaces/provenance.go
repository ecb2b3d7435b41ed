package rawplaces

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/gazetteer"
)

// sources says where the tables come from.
const sources = `GeoNames (geonames.org), CC BY 4.0: cities5000 of 2022-04, cities1000 of 2010-12
  and a later list of its names and positions, countryInfo, first- and
  second-level units
Who's On First (whosonfirst.org), CC BY 4.0: places of 242 countries and territories
Natural Earth (naturalearthdata.com), public domain: 10m regions, waters,
  mountains, islands, airports, ports
US Census Bureau, public domain: 2010 places and counties
`

// provenance describes a gazetteer file: what it was made from and what is in it.
func provenance(c Config, s Stats, entries []gazetteer.Entry, data []byte) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "Gazetteer of the world, version %s\n", c.Version)
	fmt.Fprintf(&b, "Made by \"dateline gazetteer build\"; format in gazetteer/format.go.\n\n")
	fmt.Fprintf(&b, "file    %d bytes, SHA-256 %x\n\n", len(data), sha256.Sum256(data))
	fmt.Fprintf(&b, "Inputs (SHA-256)\n")
	for _, path := range []string{c.Places, c.Countries} {
		sum, err := fileSum(path)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "%x  %s\n", sum, filepath.Base(path))
	}
	for _, t := range []struct{ name, text string }{{"regions.tsv", regionsTSV}, {"names.tsv", namesTSV}, {"demonyms.tsv", demonymsTSV}} {
		fmt.Fprintf(&b, "%x  internal/rawplaces/%s, written by hand for this project\n", sha256.Sum256([]byte(t.text)), t.name)
	}
	fmt.Fprintf(&b, "\nSources and licences\n%s\n", sources)
	fmt.Fprintf(&b, "Rows\n")
	for _, l := range []struct {
		n    int
		what string
	}{
		{s.Read, "read"},
		{s.BadRows, "could not be read"},
		{s.Kept, "kept: a population of 100 or more, an encyclopedia entry, a map rank, or a source besides Who's On First"},
		{s.Unplaced, "second- and third-level units dropped for want of a point of their own"},
		{s.Merged, "merged with another row of the same place"},
		{s.Moved, "points of countries and units recomputed"},
		{s.Located, "given the country of the settlements around them"},
		{s.Populations, "populations dropped because they were another place's"},
		{s.Demoted, "English aliases demoted because they are the name of a large city elsewhere"},
		{s.Airports, "cities by whose name their main airport is found"},
		{s.HandWritten, "written by hand"},
		{s.Entries, "entries in the file"},
	} {
		fmt.Fprintf(&b, "%9d  %s\n", l.n, l.what)
	}
	classes, countries := map[string]int{}, map[string]int{}
	for i := range entries {
		if e := &entries[i]; e.Name != "" {
			classes[e.Feature]++
			countries[cmp.Or(e.Country, "none")]++
		}
	}
	writeCounts(&b, "Entries per GeoNames feature code", classes)
	writeCounts(&b, "Entries per country", countries)
	return b.Bytes(), nil
}

// writeCounts lists counts, largest first, eight to a line.
func writeCounts(b *bytes.Buffer, title string, counts map[string]int) {
	fmt.Fprintf(b, "\n%s\n", title)
	keys := slices.SortedFunc(maps.Keys(counts), func(x, y string) int {
		return cmp.Or(cmp.Compare(counts[y], counts[x]), cmp.Compare(x, y))
	})
	for line := range slices.Chunk(keys, 8) {
		var cells []string
		for _, k := range line {
			cells = append(cells, fmt.Sprintf("%s %d", k, counts[k]))
		}
		fmt.Fprintf(b, "%s\n", strings.Join(cells, ", "))
	}
}

func fileSum(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return h.Sum(nil), nil
}
