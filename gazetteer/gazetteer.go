package gazetteer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/dateline-go/dateline/gazetteer/world"
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

// Open returns the gazetteer in a file made by Encode or by package geonames,
// after checking all of it; the error says which check a bad file fails. The file is copied into memory and queried in place.
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
