package gazetteer

import (
	"bytes"

	"github.com/dateline-go/dateline/internal/flat"
)

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
