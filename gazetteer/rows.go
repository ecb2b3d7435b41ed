package gazetteer

import (
	"sort"
	"strconv"

	"github.com/dateline-go/dateline/internal/flat"
)

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
