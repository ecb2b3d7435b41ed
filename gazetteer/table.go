package gazetteer

import (
	"fmt"
	"math/bits"

	"github.com/dateline-go/dateline/internal/flat"
)

// A table is an opened file. Every read is checked against the section it
// reads from, so a file with a right checksum and wrong contents gives wrong
// answers, never a panic.
type table struct {
	file *flat.File

	meta, strs, rows, cells, buckets, keys, postings string
	ids, refs, features, countries, admin1, admin2   string
	id, names, name16, people, admin2col             string

	n          int  // rows
	bucketBits uint // b of the format
}

func openTable(data string) (*table, error) {
	f, err := flat.Open(data, fileMagic, fileVersion)
	if err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	t := &table{file: f}
	for _, s := range []struct {
		name string
		unit int // bytes of a record
		to   *string
	}{
		{"meta", 1, &t.meta}, {"strings", 1, &t.strs}, {"rows", rowLen, &t.rows}, {"cells", 4, &t.cells},
		{"id", 4, &t.id}, {"names", 1, &t.names}, {"name16", 4, &t.name16}, {"people", 4, &t.people}, {"admin2of", 3, &t.admin2col},
		{"buckets", 4, &t.buckets}, {"keys", keyLen, &t.keys}, {"postings", 4, &t.postings},
		{"ids", 4, &t.ids}, {"refs", 4, &t.refs}, {"features", 4, &t.features},
		{"country", countryLen, &t.countries}, {"admin1", admin1Len, &t.admin1}, {"admin2", admin2Len, &t.admin2},
	} {
		if *s.to, err = f.Section(s.name); err != nil {
			return nil, fmt.Errorf("gazetteer: %w", err)
		}
		if len(*s.to)%s.unit != 0 {
			return nil, fmt.Errorf("gazetteer: section %q: %d bytes are no multiple of %d: %w", s.name, len(*s.to), s.unit, flat.ErrCorrupt)
		}
	}
	t.n = len(t.rows) / rowLen
	if t.n >= noRow {
		return nil, fmt.Errorf("gazetteer: %d rows are too many: %w", t.n, flat.ErrCorrupt)
	}
	if len(t.id) != 4*t.n || len(t.name16) != (t.n+nameStep-1)/nameStep*4 || len(t.people) != 4*t.n || len(t.admin2col) != 3*t.n {
		return nil, fmt.Errorf("gazetteer: columns do not all have %d rows: %w", t.n, flat.ErrCorrupt)
	}
	if len(t.cells) != 4*(numCells+1) {
		return nil, fmt.Errorf("gazetteer: section \"cells\" has %d bytes, want %d: %w", len(t.cells), 4*(numCells+1), flat.ErrCorrupt)
	}
	b := uint(len(t.buckets)/4 - 1)
	if len(t.buckets) < 8 || b&(b-1) != 0 {
		return nil, fmt.Errorf("gazetteer: %d buckets are no power of two: %w", len(t.buckets)/4-1, flat.ErrCorrupt)
	}
	t.bucketBits = uint(bits.TrailingZeros(b))
	if t.bucketBits > 31 {
		return nil, fmt.Errorf("gazetteer: %d buckets are too many: %w", b, flat.ErrCorrupt)
	}
	return t, nil
}

// str returns the string at an offset, "" where there is none.
func (t *table) str(off uint32) string { s, _ := stringAt(t.strs, int(off)); return s }

// name returns the primary name of row r, "" where there is none.
func (t *table) name(r int) string {
	if uint(r) >= uint(t.n) {
		return ""
	}
	off := int(u32(t.name16, r/nameStep))
	for range r % nameStep {
		_, off = stringAt(t.names, off)
	}
	s, _ := stringAt(t.names, off)
	return s
}

// stringAt returns the string behind a length byte at i and where it ends.
func stringAt(section string, i int) (s string, end int) {
	if i < 0 || i >= len(section) {
		return "", -1
	}
	n := int(section[i])
	if n > len(section)-i-1 {
		return "", -1
	}
	return section[i+1 : i+1+n], i + 1 + n
}

// row returns the record of row r, or a record of zeros.
func (t *table) row(r int) string {
	if uint(r) >= uint(t.n) {
		return emptyRow
	}
	return t.rows[r*rowLen : r*rowLen+rowLen]
}

const emptyRow = "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"

// u32 returns the r-th number of a column, or 0.
func u32(column string, r int) uint32 {
	if uint(r) >= uint(len(column)/4) {
		return 0
	}
	return flat.Uint32(column, 4*r)
}

// record returns the i-th record of unit bytes of a section, or false.
func record(section string, i, unit int) (string, bool) {
	if i < 0 || i >= len(section)/unit {
		return "", false
	}
	return section[i*unit : i*unit+unit], true
}

// find returns the value filed under a folded name's hash.
func (t *table) find(h uint64) (uint32, bool) {
	b := int(h >> 1 >> (63 - t.bucketBits))
	lo, hi := int(flat.Uint32(t.buckets, 4*b)), int(flat.Uint32(t.buckets, 4*b+4))
	if lo < 0 || hi < lo || hi > len(t.keys)/keyLen {
		return 0, false
	}
	fp := uint32(h << t.bucketBits >> 32)
	keys := t.keys[lo*keyLen : hi*keyLen]
	for len(keys) >= keyLen {
		if k := flat.Uint32(keys, 0); k >= fp {
			return flat.Uint32(keys, 4), k == fp
		}
		keys = keys[keyLen:]
	}
	return 0, false
}

// list returns the postings of a value.
func (t *table) list(v uint32) (first uint32, more string) {
	if v&highBit == 0 {
		return v, ""
	}
	off := int(v &^ highBit)
	if off >= len(t.postings)/4 {
		return noRow, ""
	}
	n := int(flat.Uint32(t.postings, 4*off))
	if n < 1 || n > len(t.postings)/4-off-1 {
		return noRow, ""
	}
	l := t.postings[4*off+4 : 4*(off+1+n)]
	return flat.Uint32(l, 0), l[4:]
}
