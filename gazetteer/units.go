package gazetteer

import (
	"sort"
	"strings"

	"github.com/dateline-go/dateline/internal/flat"
)

// ParentOf returns the smallest administrative unit that a place of this
// gazetteer lies in: second-level unit, first-level unit, or country.
func (g *Gazetteer) ParentOf(p Place) (Place, bool) {
	r, ok := g.rowOf(p)
	if !ok {
		return Place{}, false
	}
	for _, u := range g.unitsOf(r) {
		if u != NoRow {
			return g.Place(u), true
		}
	}
	return Place{}, false
}

// Within reports whether a place lies in the country, first-level or
// second-level unit that region is. A place lies within itself.
func (g *Gazetteer) Within(p, region Place) bool {
	r, ok1 := g.rowOf(p)
	in, ok2 := g.rowOf(region)
	if !ok1 || !ok2 {
		return false
	}
	if r == in {
		return true
	}
	for _, u := range g.unitsOf(r) {
		if u == in {
			return true
		}
	}
	return false
}

// rowOf returns the row of a place, by its id or ref.
func (g *Gazetteer) rowOf(p Place) (Row, bool) {
	if p.ID != 0 {
		return g.RowByID(p.ID)
	}
	return g.RowByRef(p.Ref)
}

// unitsOf returns the rows of the second-level unit, first-level unit and
// country that a row lies in, NoRow where it has none or is one itself.
func (g *Gazetteer) unitsOf(r Row) [3]Row {
	t, n, rec := g.in(r)
	level := unitLevel(t.feature(rec))
	units := [3]Row{NoRow, NoRow, NoRow}
	first := Row(0)
	if t != g.base {
		first = Row(g.base.n)
	}
	set := func(i int, plusOne uint32, ok bool) {
		if ok && plusOne > 0 && plusOne <= uint32(t.n) && first+Row(plusOne-1) != r {
			units[i] = first + Row(plusOne-1)
		}
	}
	if level > 2 {
		of, ok := record(t.admin2col, n, 3)
		if ok {
			a, ok := record(t.admin2, int(uint24(of, 0))-1, admin2Len)
			if ok {
				set(0, flat.Uint32(a, 4), true)
			}
		}
	}
	if level > 1 {
		if a, ok := record(t.admin1, int(flat.Uint16(rec, rowAdm1))-1, admin1Len); ok {
			set(1, flat.Uint32(a, 8), true)
		}
		if code, _ := t.admin1Of(rec); units[1] == NoRow && t != g.base && code != "" {
			units[1] = g.base.admin1Row(code)
		}
	}
	if level > 0 {
		if c, ok := record(t.countries, int(rec[rowCtry])-1, countryLen); ok {
			set(2, flat.Uint32(c, 4), true)
		}
		if code := t.country(rec); units[2] == NoRow && t != g.base && code != "" {
			units[2] = g.base.countryRow(code)
		}
	}
	return units
}

// unitLevel is 0 for a country, 1 and 2 for units of that level, 3 for all else.
func unitLevel(feature string) int {
	switch {
	case isCountry(feature):
		return 0
	case feature == "ADM1":
		return 1
	case feature == "ADM2":
		return 2
	}
	return 3
}

// CountryRow returns the row of the country with an ISO 3166-1 alpha-2 code, or
// NoRow.
func (g *Gazetteer) CountryRow(code string) Row { return g.base.countryRow(code) }

// Admin1Row returns the row of the first-level unit with a GeoNames code such
// as PK.05, or NoRow.
func (g *Gazetteer) Admin1Row(code string) Row { return g.base.admin1Row(code) }

// countryRow returns the row of a country by its code.
func (t *table) countryRow(code string) Row {
	n := len(t.countries) / countryLen
	i := sort.Search(n, func(i int) bool { return t.countries[i*countryLen:i*countryLen+2] >= code })
	if i == n || t.countries[i*countryLen:i*countryLen+2] != code {
		return NoRow
	}
	return t.unitRow(flat.Uint32(t.countries, i*countryLen+4))
}

// admin1Row returns the row of a first-level unit by its code; the units are
// sorted by that.
func (t *table) admin1Row(code string) Row {
	n := len(t.admin1) / admin1Len
	at := func(i int) string { return t.str(flat.Uint32(t.admin1, i*admin1Len)) }
	i := sort.Search(n, func(i int) bool { return strings.Compare(at(i), code) >= 0 })
	if i == n || at(i) != code {
		return NoRow
	}
	return t.unitRow(flat.Uint32(t.admin1, i*admin1Len+8))
}

func (t *table) unitRow(plusOne uint32) Row {
	if plusOne == 0 || plusOne > uint32(t.n) {
		return NoRow
	}
	return Row(plusOne - 1)
}
