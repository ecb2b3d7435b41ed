package gazetteer

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/dateline-go/dateline/gazetteer/world"
	"github.com/dateline-go/dateline/internal/flat"
)

// A Gazetteer answers questions about places. It is immutable and safe for
// concurrent use.
type Gazetteer struct {
	base *table
	over *table  // user entries on top of base, or nil
	user []Entry // what over was made from
	gone []Row   // rows of base that entries of over stand in for, rising
}

// World returns the gazetteer of the world that comes with this package.
// The first call checks its header; use Verify to check every byte.
func World() (*Gazetteer, error) { return loadWorld() }

var loadWorld = sync.OnceValues(func() (*Gazetteer, error) {
	t, err := openTable(world.Data())
	if err != nil {
		return nil, err
	}
	return &Gazetteer{base: t}, nil
})

// Open returns the gazetteer in a file made by Encode or Build, after checking
// all of it. The file is copied into memory and queried in place.
func Open(data []byte) (*Gazetteer, error) {
	t, err := openTable(string(data))
	if err != nil {
		return nil, err
	}
	if err := t.file.Verify(); err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	return &Gazetteer{base: t}, nil
}

// Verify compares every byte of the table with its checksum.
func (g *Gazetteer) Verify() error {
	if err := g.base.file.Verify(); err != nil {
		return fmt.Errorf("gazetteer: %w", err)
	}
	return nil
}

// DataVersion names the data the gazetteer was built from, such as "2026-11-22".
func (g *Gazetteer) DataVersion() string {
	v, _ := metaValue(g.base.meta, "version")
	return v
}

func metaValue(meta, key string) (string, bool) {
	for line := range strings.Lines(meta) {
		if k, v, ok := strings.Cut(strings.TrimSuffix(line, "\n"), ": "); ok && k == key {
			return v, true
		}
	}
	return "", false
}

// Len returns the number of places.
func (g *Gazetteer) Len() int { return g.numRows() - len(g.gone) }

func (g *Gazetteer) numRows() int {
	if g.over == nil {
		return g.base.n
	}
	return g.base.n + g.over.n
}

// With returns a gazetteer that knows the entries besides all that g knows; an
// entry with the id or ref of a place of g stands in for that place. The large
// table is shared, not copied.
func (g *Gazetteer) With(entries ...Entry) (*Gazetteer, error) {
	user := slices.Clone(g.user)
	for _, e := range entries {
		user = slices.DeleteFunc(user, func(old Entry) bool { return refOf(&e) != "" && refOf(&old) == refOf(&e) })
		user = append(user, e)
	}
	data, err := Encode(user, "user")
	if err != nil {
		return nil, err
	}
	t, err := openTable(string(data))
	if err != nil {
		return nil, err
	}
	w := &Gazetteer{base: g.base, over: t, user: user}
	base := &Gazetteer{base: g.base}
	for i := range user {
		if r, ok := base.rowOf(user[i].Place); ok {
			w.gone = append(w.gone, r)
		}
	}
	slices.Sort(w.gone)
	w.gone = slices.Compact(w.gone)
	return w, nil
}

// maxName is the length in bytes beyond which nothing is a name.
const maxName = 160

// Candidates appends the places that a name may stand for, best first within
// each table, and allocates nothing when dst has room. The name is folded as
// AppendFold says, so it may be written in any case.
//
// A name that is not in the table but has a generic word in it, such as Helmand
// Province, City of Lahore or Northern Iraq, stands for the places of that kind
// that bear the rest of the name; these are of class Variant at best.
func (g *Gazetteer) Candidates(dst []Candidate, name string) []Candidate {
	if len(name) > maxName {
		return dst
	}
	var buf [2 * maxName]byte
	folded := AppendFold(buf[:0], name)
	if len(folded) == 0 {
		return dst
	}
	n := len(dst)
	if dst = g.appendHits(dst, folded, name, 0); len(dst) > n {
		return dst
	}
	if rest, k := bare(folded); k != 0 {
		dst = g.appendHits(dst, rest, "", k)
	}
	return dst
}

// appendHits appends the places of a folded name. name is the name as written,
// which codes ask for. With a kind, only good names of places of that kind count.
func (g *Gazetteer) appendHits(dst []Candidate, folded []byte, name string, k kind) []Candidate {
	h := hashName(folded)
	if g.over != nil {
		dst = appendCandidates(dst, g.over, h, name, k, g.base.n)
	}
	n := len(dst)
	dst = appendCandidates(dst, g.base, h, name, k, 0)
	if len(g.gone) == 0 {
		return dst
	}
	kept := slices.DeleteFunc(dst[n:], func(c Candidate) bool { return g.replaced(c.Row) })
	return dst[:n+len(kept)]
}

// replaced reports whether a user entry stands in for a row of the base table.
func (g *Gazetteer) replaced(r Row) bool {
	_, found := slices.BinarySearch(g.gone, r)
	return found
}

func appendCandidates(dst []Candidate, t *table, h uint64, name string, k kind, first int) []Candidate {
	v, ok := t.find(h)
	if !ok {
		return dst
	}
	p, more := t.list(v)
	for {
		class, row := NameClass(p>>classBits&7), p&rowMask
		switch {
		case k != 0 && (class > Variant || class == Code || class == Abbreviation || int(row) >= t.n || kindOf(t.feature(t.row(int(row))))&k == 0):
		case class == Code && !codeLike(name), class == Abbreviation && !capitalised(name):
		case int(row) < t.n:
			if k != 0 {
				class = Variant
			}
			dst = append(dst, Candidate{Row(first + int(row)), class, t.row(int(row))[rowProm]})
		case row == noRow && class == Demonym:
			dst = append(dst, Candidate{NoRow, class, 0})
		}
		if len(more) < 4 {
			return dst
		}
		p, more = flat.Uint32(more, 0), more[4:]
	}
}

// codeLike reports whether a name is written as codes are: without small letters.
func codeLike(name string) bool {
	for i := 0; i < len(name); i++ {
		if 'a' <= name[i] && name[i] <= 'z' {
			return false
		}
	}
	return true
}

// capitalised reports whether a name does not begin with a small letter.
func capitalised(name string) bool { return name == "" || name[0] < 'a' || name[0] > 'z' }

// Lookup returns the places that a name may stand for, best first: those whose
// primary or English name or abbreviation it is by prominence, then spelling
// variants and untyped aliases, then the country of a nationality word.
func (g *Gazetteer) Lookup(name string) []Place {
	var buf [64]Candidate
	found := g.Candidates(buf[:0], name)
	if len(found) == 0 {
		return nil
	}
	slices.SortStableFunc(found, compareCandidates)
	places := make([]Place, 0, len(found))
	for _, c := range found {
		if c.Row != NoRow {
			places = append(places, g.Place(c.Row))
		}
	}
	return places
}

// compareCandidates orders by tier of class, then prominence. A primary name
// counts a little more than another good name: Kano is the city before it is
// Kano State.
func compareCandidates(a, b Candidate) int {
	return cmp.Or(cmp.Compare(a.Class.tier(), b.Class.tier()), cmp.Compare(b.weight(), a.weight()), cmp.Compare(a.Class, b.Class))
}

func (c Candidate) weight() int {
	const primaryBonus = 10
	if c.Class == Primary {
		return int(c.Prominence) + primaryBonus
	}
	return int(c.Prominence)
}

func (c NameClass) tier() int {
	switch c {
	case Primary, English, Abbreviation, Code:
		return 0
	case Variant:
		return 1
	case Alias:
		return 2
	}
	return 3
}

// ByID returns the place with a GeoNames id.
func (g *Gazetteer) ByID(id int64) (Place, bool) {
	r, ok := g.RowByID(id)
	if !ok {
		return Place{}, false
	}
	return g.Place(r), true
}

// RowByID returns the row of the place with a GeoNames id.
func (g *Gazetteer) RowByID(id int64) (Row, bool) {
	if id <= 0 || id >= highBit {
		return 0, false
	}
	if g.over != nil {
		if r, ok := g.over.byID(uint32(id)); ok {
			return Row(g.base.n + r), true
		}
	}
	r, ok := g.base.byID(uint32(id))
	return Row(r), ok
}

// ByRef returns the place with a ref, such as gn:1176615 or dl:south-asia.
func (g *Gazetteer) ByRef(ref string) (Place, bool) {
	r, ok := g.RowByRef(ref)
	if !ok {
		return Place{}, false
	}
	return g.Place(r), true
}

// RowByRef returns the row of the place with a ref.
func (g *Gazetteer) RowByRef(ref string) (Row, bool) {
	if id, ok := strings.CutPrefix(ref, geonamesPrefix); ok {
		n, err := strconv.ParseInt(id, 10, 64)
		if err != nil {
			return 0, false
		}
		return g.RowByID(n)
	}
	if g.over != nil {
		if r, ok := g.over.byRef(ref); ok {
			return Row(g.base.n + r), true
		}
	}
	r, ok := g.base.byRef(ref)
	return Row(r), ok
}

const geonamesPrefix = "gn:"

// Demonym returns the place that a nationality word such as "Uzbek" or
// "Afghans" refers to: a country, or a continent or region. known is true also
// for a word that refers to no country, such as "Kurdish"; the place is zero
// then. Compounds such as "pro-Syrian" and "Danish Muslims" go by their parts.
func (g *Gazetteer) Demonym(word string) (place Place, known bool) {
	r, known := g.DemonymRow(word)
	if !known || r == NoRow {
		return Place{}, known
	}
	return g.Place(r), true
}

// DemonymRow is Demonym without allocations: the row of the place, or NoRow
// for a nationality word that refers to none.
func (g *Gazetteer) DemonymRow(word string) (row Row, known bool) {
	if len(word) > maxName {
		return NoRow, false
	}
	var buf [2 * maxName]byte
	folded := AppendFold(buf[:0], word)
	if row, known = g.demonym(folded); known {
		return row, true
	}
	// A compound: pro-Syrian, Iranian-born, Sunni Arab, Danish Muslims. The last
	// part that tells a place decides: an Iranian-American is an American.
	row = NoRow
	for end := len(folded); ; {
		begin := bytes.LastIndexByte(folded[:end], ' ') + 1
		if begin == 0 && end == len(folded) {
			return NoRow, false // one word
		}
		if r, ok := g.demonym(folded[begin:end]); ok {
			if row, known = r, true; r != NoRow {
				return row, true
			}
		}
		if begin == 0 {
			return row, known
		}
		end = begin - 1
	}
}

func (g *Gazetteer) demonym(folded []byte) (Row, bool) {
	h := hashName(folded)
	if g.over != nil {
		if r, ok := g.over.demonym(h); ok {
			if r != NoRow {
				r += Row(g.base.n)
			}
			return r, true
		}
	}
	return g.base.demonym(h)
}

// demonym returns the row filed under a hash as that of a nationality word.
func (t *table) demonym(h uint64) (Row, bool) {
	v, ok := t.find(h)
	if !ok {
		return NoRow, false
	}
	p, more := t.list(v)
	for {
		if NameClass(p>>classBits&7) == Demonym {
			if row := p & rowMask; int(row) < t.n {
				return Row(row), true
			}
			return NoRow, true
		}
		if len(more) < 4 {
			return NoRow, false
		}
		p, more = flat.Uint32(more, 0), more[4:]
	}
}

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
