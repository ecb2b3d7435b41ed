package ner

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// A Table maps 64-bit hashes to small values and is queried where it lies.
// Entries are sorted by hash and cut into buckets by its highest bits; an
// entry holds the 24 bits of the hash below those and the value. Two keys that
// agree in bucket and these bits are one key to the table: a word it does not
// hold is taken for one it holds about once in a million look-ups.
//
// Layout: byte bucket bits b, byte value width v, two zero bytes, uint32
// number of entries, then 2^b+1 uint32 first entries of the buckets, then
// entries of 3+v bytes, little-endian.
type Table struct {
	index, entries string
	shift          uint
	width          int
}

// An Item is one key and value of a table.
type Item struct {
	Hash  uint64
	Value uint64
}

const tableHeader = 8

// PackTable lays items out as a table with values of width bytes. Of items
// whose keys the table cannot tell apart it keeps the first.
func PackTable(items []Item, width int) []byte {
	bits := uint(1)
	for bits < 20 && len(items)>>bits > 8 {
		bits++
	}
	key := func(h uint64) uint64 { return h >> (64 - bits - 24) }
	slices.SortStableFunc(items, func(a, b Item) int {
		switch ka, kb := key(a.Hash), key(b.Hash); {
		case ka < kb:
			return -1
		case ka > kb:
			return 1
		}
		return 0
	})
	out := items[:0]
	for _, it := range items {
		if n := len(out); n > 0 && key(out[n-1].Hash) == key(it.Hash) {
			continue
		}
		out = append(out, it)
	}
	items = out
	b := []byte{byte(bits), byte(width), 0, 0}
	b = binary.LittleEndian.AppendUint32(b, uint32(len(items)))
	next := 0
	for k := uint64(0); k <= 1<<bits; k++ {
		for next < len(items) && items[next].Hash>>(64-bits) < k {
			next++
		}
		b = binary.LittleEndian.AppendUint32(b, uint32(next))
	}
	for _, it := range items {
		k := key(it.Hash)
		b = append(b, byte(k), byte(k>>8), byte(k>>16))
		for i := range width {
			b = append(b, byte(it.Value>>(8*i)))
		}
	}
	return b
}

// OpenTable checks the layout of a table and returns it for queries.
func OpenTable(data string, width int) (*Table, error) {
	if len(data) < tableHeader {
		return nil, fmt.Errorf("table of %d bytes is too short", len(data))
	}
	bits := uint(data[0])
	if bits < 1 || bits > 20 || int(data[1]) != width {
		return nil, fmt.Errorf("table has %d bucket bits and values of %d bytes, want 1 to 20 and %d", bits, data[1], width)
	}
	n := int(u32(data, 4))
	end := tableHeader + (1<<bits+1)*4
	if len(data) < end || (len(data)-end)/(3+width) < n {
		return nil, fmt.Errorf("table of %d bytes is too short for %d entries", len(data), n)
	}
	t := &Table{index: data[tableHeader:end], entries: data[end:], shift: 64 - bits, width: width}
	last := uint32(0)
	for i := 0; i < len(t.index); i += 4 {
		v := u32(t.index, i)
		if v < last || int(v) > n {
			return nil, fmt.Errorf("table index is out of order at bucket %d", i/4)
		}
		last = v
	}
	return t, nil
}

// Find returns the value of a key and whether the table holds it.
func (t *Table) Find(h uint64) (uint64, bool) {
	bucket := int(h >> t.shift)
	k := uint32(h>>(t.shift-24)) & 0xFFFFFF
	size := 3 + t.width
	for i, end := int(u32(t.index, bucket*4)), int(u32(t.index, bucket*4+4)); i < end; i++ {
		e := t.entries[i*size : i*size+size]
		if got := uint32(e[0]) | uint32(e[1])<<8 | uint32(e[2])<<16; got >= k {
			if got > k {
				return 0, false
			}
			var v uint64
			for j := t.width - 1; j >= 0; j-- {
				v = v<<8 | uint64(e[3+j])
			}
			return v, true
		}
	}
	return 0, false
}

func u32(s string, i int) uint32 {
	_ = s[i+3]
	return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
}
