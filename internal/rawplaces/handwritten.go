package rawplaces

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/gazetteer"
)

// The tables written by hand; each says in its head what its columns are.
var (
	//go:embed regions.tsv
	regionsTSV string
	//go:embed names.tsv
	namesTSV string
	//go:embed demonyms.tsv
	demonymsTSV string
)

// rowsOf calls use for each line of a hand-written table that is neither empty
// nor a comment, split at tabs into exactly n columns.
func rowsOf(file, table string, n int, use func(cols []string) error) error {
	line := 0
	for l := range strings.Lines(table) {
		line++
		l = strings.TrimSuffix(l, "\n")
		if l == "" || l[0] == '#' {
			continue
		}
		cols := strings.Split(l, "\t")
		if len(cols) != n {
			return fmt.Errorf("%s:%d: %d columns, want %d: %w", file, line, len(cols), n, ErrRow)
		}
		if err := use(cols); err != nil {
			return fmt.Errorf("%s:%d: %w", file, line, err)
		}
	}
	return nil
}

// A handbook finds places by the keys that the hand-written tables use: an ISO
// country code, the code of a first-level unit such as US.PA, or a ref.
type handbook struct {
	places map[string]*place
	loose  bool // pass over what is said of places that the tables lack or name otherwise
}

func (h *handbook) fill(places []*place) {
	h.places = map[string]*place{}
	put := func(key string, p *place) {
		if old := h.places[key]; old == nil || better(p, old) < 0 {
			h.places[key] = p
		}
	}
	for _, p := range places {
		h.places[p.ref] = p
		switch {
		case isCountry(p) && p.country != "":
			put(p.country, p)
		case p.feature == "ADM1" && p.admin1 != "":
			put(p.admin1, p)
		}
	}
}

// find returns the place of a key; nil without an error where a loose handbook
// has none.
func (h *handbook) find(key string) (*place, error) {
	if p := h.places[key]; p != nil || h.loose {
		return p, nil
	}
	return nil, fmt.Errorf("no place %q in the tables: %w", key, ErrRow)
}

// isCountry reports whether a row is a country or a territory with a code.
func isCountry(p *place) bool {
	return p.class == "A" && (strings.HasPrefix(p.feature, "PCL") && p.feature != "PCLH" || p.feature == "TERR")
}

// regions reads the places written by hand.
func (h *handbook) regions() ([]*place, error) {
	var out []*place
	err := rowsOf("regions.tsv", regionsTSV, 7, func(c []string) error {
		p := &place{ref: "dl:" + c[0], name: c[1], class: "L", feature: c[2], minZoom: 99, scaleRank: 99, core: true}
		if c[3] != "-" {
			p.country = c[3]
		}
		at, ok, err := h.where(c[4])
		if err != nil || !ok {
			return err
		}
		p.lat, p.lon = at.lat, at.lon
		prominence, err := strconv.ParseUint(c[5], 10, 8)
		if err != nil || prominence == 0 {
			return fmt.Errorf("prominence %q: %w", c[5], ErrRow)
		}
		p.fixed = uint8(prominence)
		for n := range strings.SplitSeq(strings.TrimPrefix(c[6], "-"), "|") {
			switch {
			case isCode(strings.ReplaceAll(n, ".", ""), 2, 5):
				p.extra = append(p.extra, gazetteer.Name{Text: n, Class: gazetteer.Code})
			case n != "":
				p.english = append(p.english, n)
			}
		}
		if h.places[p.ref] != nil {
			return fmt.Errorf("second %s: %w", p.ref, ErrRow)
		}
		h.places[p.ref] = p
		out = append(out, p)
		return nil
	})
	return out, err
}

// where reads a point, or takes the middle of places; ok is false where the
// tables have none of them.
func (h *handbook) where(s string) (at point, ok bool, err error) {
	if lat, lon, ok := strings.Cut(s, ","); ok {
		y, err1 := strconv.ParseFloat(lat, 64)
		x, err2 := strconv.ParseFloat(lon, 64)
		if err1 != nil || err2 != nil || y < -90 || y > 90 || x < -180 || x > 180 {
			return point{}, false, fmt.Errorf("point %q: %w", s, ErrRow)
		}
		return point{y, x}, true, nil
	}
	var parts []point
	for key := range strings.FieldsSeq(s) {
		p, err := h.find(key)
		if err != nil {
			return point{}, false, err
		}
		if p != nil {
			parts = append(parts, p.point())
		}
	}
	if len(parts) == 0 && !h.loose {
		return point{}, false, fmt.Errorf("no point: %w", ErrRow)
	}
	return middle(parts), len(parts) > 0, nil
}

// addNames files the hand-written names under their places.
func (h *handbook) addNames() error {
	return rowsOf("names.tsv", namesTSV, 4, func(c []string) error {
		p, err := h.find(c[0])
		if err != nil || p == nil {
			return err
		}
		if p.name != c[1] && !h.loose {
			return fmt.Errorf("%s is %q in the tables, not %q: %w", c[0], p.name, c[1], ErrRow)
		}
		names := strings.Split(c[3], "|")
		var class gazetteer.NameClass
		switch c[2] {
		case "english":
			class = gazetteer.English
		case "abbreviation":
			class = gazetteer.Abbreviation
		case "code":
			class = gazetteer.Code
		case "not":
			p.not = append(p.not, names...)
			return nil
		default:
			return fmt.Errorf("class %q: %w", c[2], ErrRow)
		}
		for _, n := range names {
			p.extra = append(p.extra, gazetteer.Name{Text: n, Class: class})
		}
		return nil
	})
}

// addDemonyms files the nationality words under their places, and returns an
// entry with those that belong to none.
func (h *handbook) addDemonyms() (gazetteer.Entry, error) {
	var orphans gazetteer.Entry
	err := rowsOf("demonyms.tsv", demonymsTSV, 2, func(c []string) error {
		to := &orphans.Names
		if c[0] != "-" {
			p, err := h.find(c[0])
			if err != nil || p == nil {
				return err
			}
			to = &p.extra
		}
		for w := range strings.SplitSeq(c[1], "|") {
			w, plural := strings.CutSuffix(w, "+")
			*to = append(*to, gazetteer.Name{Text: w, Class: gazetteer.Demonym})
			if plural {
				*to = append(*to, gazetteer.Name{Text: w + "s", Class: gazetteer.Demonym})
			}
		}
		return nil
	})
	return orphans, err
}
