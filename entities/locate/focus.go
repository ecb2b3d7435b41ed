package locate

import (
	"cmp"
	"slices"
)

// maxFocus is how many countries a document's focus lists, and minShare the
// share below which one is left out.
const (
	maxFocus = 5
	minShare = 0.05
)

// focus says which countries the document is about: every mention counts for
// the country its place lies in, as far as that is certain.
func (s *scratch) focus() []Focus {
	s.country = zeros(s.country, len(s.nations))
	s.unit = zeros(s.unit, s.nUnits)
	s.unitNames = s.unitNames[:0]
	var total float32
	for g := range s.groups {
		gr := &s.groups[g]
		if gr.flags&(fromPlace|fromNORP|fromOrg) == 0 {
			continue // named by the text only to say where something else is
		}
		best := gr.best
		if best < 0 {
			continue
		}
		c := &s.cands[best]
		if c.country == 0 {
			continue
		}
		w := float32(float32(gr.count) * min(1, gr.bestMass))
		s.country[c.country] += w
		total += w
		if c.unit >= 0 {
			s.unit[c.unit] += w
			s.unitNames = append(s.unitNames, unitName{c.unit, best})
		}
	}
	if total == 0 {
		return nil
	}
	var out []Focus
	for i, w := range s.country {
		if w/total >= minShare {
			out = append(out, Focus{Country: countryCode(int(s.nations[i])), Share: float64(w / total)})
		}
	}
	slices.SortStableFunc(out, func(a, b Focus) int {
		return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(a.Country, b.Country))
	})
	out = out[:min(len(out), maxFocus)]
	for i := range out {
		ci := s.nationOf(out[i].Country)
		for _, u := range s.unitNames {
			if c := &s.cands[u.cand]; c.country == ci && s.unit[u.unit] > s.country[ci]/2 {
				_, out[i].Admin1 = s.g.Admin1(c.row)
				break
			}
		}
	}
	return out
}

// unitName remembers a candidate that lies in a first-level unit.
type unitName struct{ unit, cand int32 }
