package gazetteer

import (
	"sort"
	"strconv"

	"github.com/dateline-go/dateline/internal/flat"
)

// in returns the table a row is in, its number there and its record.
func (g *Gazetteer) in(r Row) (*table, int, string) {
	if g.over != nil && r >= Row(g.base.n) {
		n := int(r) - g.base.n
		return g.over, n, g.over.row(n)
	}
	return g.base, int(r), g.base.row(int(r))
}

// Place returns the place of a row, or a zero Place for a row the gazetteer has not.
func (g *Gazetteer) Place(r Row) Place {
	if r >= Row(g.numRows()) {
		return Place{}
	}
	t, n, rec := g.in(r)
	lat, lon := t.point(rec)
	p := Place{
		ID: g.ID(r), Ref: t.ref(n), Name: g.Name(r),
		Lat: float64(lat) / coordUnit, Lon: float64(lon) / coordUnit,
		Country: t.country(rec), Admin2: t.admin2Of(n),
		Feature: t.feature(rec), Population: g.Population(r),
	}
	_, p.Admin1 = t.admin1Of(rec)
	return p
}

// Name returns the primary name of a row.
func (g *Gazetteer) Name(r Row) string { t, n, _ := g.in(r); return t.name(n) }

// LatLon returns the point of a row in degrees.
func (g *Gazetteer) LatLon(r Row) (lat, lon float64) {
	t, _, rec := g.in(r)
	y, x := t.point(rec)
	return float64(y) / coordUnit, float64(x) / coordUnit
}

// Country returns the ISO 3166-1 alpha-2 code of a row, "" for none.
func (g *Gazetteer) Country(r Row) string { t, _, rec := g.in(r); return t.country(rec) }

// Admin1 returns the code (such as PK.05) and name of a row's first-level unit.
func (g *Gazetteer) Admin1(r Row) (code, name string) { t, _, rec := g.in(r); return t.admin1Of(rec) }

// Admin2 returns the name of a row's second-level unit.
func (g *Gazetteer) Admin2(r Row) string { t, n, _ := g.in(r); return t.admin2Of(n) }

// Feature returns the GeoNames feature code of a row, such as PPLC.
func (g *Gazetteer) Feature(r Row) string { t, _, rec := g.in(r); return t.feature(rec) }

// Population returns the inhabitants of a row, 0 where unknown.
func (g *Gazetteer) Population(r Row) int64 { t, n, _ := g.in(r); return int64(u32(t.people, n)) }

// Prominence returns how well known a row's place is, 0 to 255.
func (g *Gazetteer) Prominence(r Row) uint8 { _, _, rec := g.in(r); return rec[rowProm] }

// ID returns the GeoNames id of a row, 0 for none.
func (g *Gazetteer) ID(r Row) int64 {
	t, n, _ := g.in(r)
	if id := u32(t.id, n); id < highBit {
		return int64(id)
	}
	return 0
}

func (t *table) point(rec string) (lat, lon int32) {
	return int24(rec, rowLat), int24(rec, rowLon)
}

// ref returns an entry's own id.
func (t *table) ref(r int) string {
	id := u32(t.id, r)
	switch {
	case id >= highBit:
		return t.str(id &^ highBit)
	case id == 0:
		return ""
	}
	return geonamesPrefix + strconv.FormatUint(uint64(id), 10)
}

func (t *table) country(rec string) string {
	c, ok := record(t.countries, int(rec[rowCtry])-1, countryLen)
	if !ok {
		return ""
	}
	return c[:2]
}

func (t *table) feature(rec string) string {
	f, ok := record(t.features, int(flat.Uint16(rec, rowFeat)), 4)
	if !ok {
		return ""
	}
	return t.str(flat.Uint32(f, 0))
}

func (t *table) admin1Of(rec string) (code, name string) {
	a, ok := record(t.admin1, int(flat.Uint16(rec, rowAdm1))-1, admin1Len)
	if !ok {
		return "", ""
	}
	return t.str(flat.Uint32(a, 0)), t.str(flat.Uint32(a, 4))
}

func (t *table) admin2Of(r int) string {
	rec, ok := record(t.admin2col, r, 3)
	if !ok {
		return ""
	}
	a, ok := record(t.admin2, int(uint24(rec, 0))-1, admin2Len)
	if !ok {
		return ""
	}
	return t.str(flat.Uint32(a, 0))
}

func uint24(s string, i int) uint32 {
	_ = s[i+2]
	return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16
}

func int24(s string, i int) int32 { return int32(uint24(s, i)<<8) >> 8 }

// byID returns the row with a GeoNames id.
func (t *table) byID(id uint32) (int, bool) {
	n := len(t.ids) / 4
	i := sort.Search(n, func(i int) bool { return u32(t.id, int(u32(t.ids, i))) >= id })
	if i == n {
		return 0, false
	}
	r := int(u32(t.ids, i))
	return r, uint(r) < uint(t.n) && u32(t.id, r) == id
}

// byRef returns the row with a ref that is no GeoNames id.
func (t *table) byRef(ref string) (int, bool) {
	n := len(t.refs) / 4
	i := sort.Search(n, func(i int) bool { return t.ref(int(u32(t.refs, i))) >= ref })
	if i == n {
		return 0, false
	}
	r := int(u32(t.refs, i))
	return r, uint(r) < uint(t.n) && t.ref(r) == ref
}
