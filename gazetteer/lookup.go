package gazetteer

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/internal/flat"
)

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
