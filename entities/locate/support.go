package locate

import "github.com/dateline-go/dateline/gazetteer"

// properClass is the last class of names that people use for a place; beyond
// it are spellings and aliases of unknown standing.
const properClass = gazetteer.Code

// homeWeight is how many namings of its country a home counts for. A paper's
// readers know where they are, so it hardly names its country, while a text
// about elsewhere names that country and its places again and again.
const homeWeight = 3

// little is the probability below which a candidate is no evidence.
const little = 0.01

// gather sums up what the choices so far say of the whole document.
func (s *scratch) gather() {
	s.country = zeros(s.country, len(s.nations))
	s.level = zeros(s.level, 2+3*len(s.nations))
	s.unit = zeros(s.unit, s.nUnits)
	s.total = 0
	if c := s.homeNation; c > 0 {
		s.country[c] += homeWeight
		s.total += homeWeight
	}
	n := 0
	s.strong = s.strong[:0]
	for g := range s.groups {
		gr := &s.groups[g]
		gr.slo = int32(len(s.strong))
		for i := gr.lo; i < gr.hi; i++ {
			if c := &s.cands[i]; c.p >= little {
				s.strong = append(s.strong, i)
				if !c.feature.spread() {
					n++
				}
			}
		}
		gr.shi = int32(len(s.strong))
		s.addMass(gr, gr.weight)
	}
	s.grid.reset(n + 1)
	if s.ctx.HasHomePoint {
		s.grid.add(&s.home, -1, -1)
	}
	for g := range s.groups {
		gr := &s.groups[g]
		for _, i := range s.strong[gr.slo:gr.shi] {
			if c := &s.cands[i]; !c.feature.spread() {
				s.grid.add(c, i, int32(g))
			}
		}
	}
	s.room()
}

// room makes the tables indexed by group long enough.
func (s *scratch) room() {
	if cap(s.best) < len(s.groups)+1 {
		s.best = make([]float32, len(s.groups)+64)
		s.closest = make([]float32, len(s.groups)+64)
	}
	s.best = s.best[:len(s.groups)+1]
	s.closest = s.closest[:len(s.groups)+1]
	clear(s.best)
	clear(s.closest)
}

// Squares of the chords of what is in reach and what is close.
const (
	reach2      = float32(reachKm) * reachKm / (earthKm * earthKm)
	closeReach2 = reach2 / 9
)

// addMass adds a group's places to the sums, or takes them out again.
func (s *scratch) addMass(gr *group, w float32) {
	for _, i := range s.strong[gr.slo:gr.shi] {
		c := &s.cands[i]
		s.total += float32(w * c.p)
		s.country[c.country] += float32(w * c.p)
		s.level[c.level()] += float32(w * c.p)
		if c.unit >= 0 {
			s.unit[c.unit] += float32(w * c.p)
		}
	}
}

// addName does so for all groups that were split from one name.
func (s *scratch) addName(base int32, sign float32) {
	for g := base; g >= 0; g = s.groups[g].next {
		gr := &s.groups[g]
		s.addMass(gr, sign*gr.weight)
	}
}

// support fills in the features of a candidate that depend on other choices.
// The group's own mass must have been taken out of the sums.
func (s *scratch) support(g int32, gr *group, c *cand, f *features) {
	if c.country > 0 {
		mass := max(0, s.country[c.country])
		f[fCountrySupport] = log1p(mass)
		f[fCountryShare] = mass / (s.total + 1)
	}
	if c.unit >= 0 {
		mass := max(0, s.unit[c.unit])
		f[fUnitSupport] = log1p(mass)
		f[fUnitShare] = mass / (s.total + 1)
	}
	f[fLevel] = log1p(max(0, s.level[c.level()]))
	if strange := 1 - 4*f[fCountryShare]; s.total >= 1 && c.prom < 100 && strange > 0 && c.country > 0 {
		f[fStray] = strange * (1 - float32(c.prom)/100)
	}
	if s.total < 0.5 {
		f[fAlone] = 1
	}
	if !c.feature.spread() {
		near, close := s.nearby(g, gr, c, f)
		f[fNear], f[fClose] = log1p(near), log1p(close)
	}
	s.linked(g, gr, c, f)
	if gr.anchor >= 0 {
		f[fOffAnchor] = s.outside(gr.anchor, c)
	}
	if gr.longer >= 0 {
		o := &s.groups[gr.longer]
		for _, i := range s.strong[o.slo:o.shi] {
			if d := &s.cands[i]; d.row == c.row {
				f[fLonger] = d.p
			}
		}
	}
}

// nearby is the mass of other names' places in reach of c, each name counted
// by the one that is closest and likeliest.
func (s *scratch) nearby(g int32, gr *group, c *cand, f *features) (near, close float32) {
	s.touched = s.touched[:0]
	s.grid.around(c, func(ci, og int32) {
		var d2, p float32
		if ci < 0 {
			d2, p = c.chord2(&s.home), 1
		} else {
			if s.groups[og].base == gr.base {
				return
			}
			o := &s.cands[ci]
			if o.row == c.row {
				return
			}
			d2, p = c.chord2(o), o.p
		}
		if d2 >= reach2 {
			return
		}
		k := 1 - d2/reach2
		v := p * k * k
		if b := &s.best[og+1]; v > *b {
			if *b == 0 {
				s.touched = append(s.touched, og)
			}
			*b = v
		}
		if d2 < closeReach2 {
			k = 1 - d2/closeReach2
			s.closest[og+1] = max(s.closest[og+1], p*k*k)
		}
	})
	for _, og := range s.touched {
		w := float32(1)
		if og >= 0 {
			w = s.groups[og].weight
			for _, l := range gr.links[:gr.nLinks] {
				if l.other == og {
					f[fLinkNear] += s.best[og+1]
				}
			}
		}
		near += float32(w * s.best[og+1])
		close += float32(w * s.closest[og+1])
		s.best[og+1], s.closest[og+1] = 0, 0
	}
	f[fLinkNear] = min(f[fLinkNear], 2)
	return near, close
}

// linked fills in what the names beside it say of a candidate.
func (s *scratch) linked(g int32, gr *group, c *cand, f *features) {
	var beforeWithin, in, any float32
	for _, l := range gr.links[:gr.nLinks] {
		o := &s.groups[l.other]
		var same, unit, like, holds, held float32
		some := false
		for _, i := range s.strong[o.slo:o.shi] {
			d := &s.cands[i]
			switch l.kind {
			case within:
				if d.contains(c) {
					holds += d.p
				}
			case contains:
				if c.contains(d) {
					some = true
					held += d.p
				}
			}
			if d.country == c.country && c.country != 0 {
				same += d.p
			}
			if d.unit == c.unit && c.unit >= 0 {
				unit += d.p
			}
			if l.kind != near && alike(d.feature, c.feature) {
				like += d.p
			}
		}
		f[fLinkCountry] += same
		f[fLinkUnit] += unit
		f[fLinkType] += like
		f[fContainsP] += held
		if some {
			f[fContains] = 1
			if o.anchor == g {
				f[fAnchors] = 1
			}
		}
		if l.kind == within {
			beforeWithin++
			in += holds
			any = max(any, s.unitMass(o, c.feature))
		}
	}
	f[fLinkCountry] = min(f[fLinkCountry], 3)
	f[fLinkUnit] = min(f[fLinkUnit], 3)
	f[fLinkType] = min(f[fLinkType], 2)
	f[fContainsP] = min(f[fContainsP], 2)
	f[fWithin] = min(in, 1)
	if beforeWithin > 0 && in < 0.1 {
		f[fNotWithin] = any
	}
}

// outside is how probable it is that a place lies outside the unit that a
// group names.
func (s *scratch) outside(unit int32, c *cand) float32 {
	o := &s.groups[unit]
	out := s.unitMass(o, c.feature)
	for _, i := range s.strong[o.slo:o.shi] {
		if u := &s.cands[i]; u.feature.isUnit() && u.contains(c) {
			out -= u.p
		}
	}
	return max(0, out)
}

// unitMass is how probable it is that a group is a country or first-level unit
// of a kind that places of the class lie in.
func (s *scratch) unitMass(gr *group, class featureClass) float32 {
	if class == country || class == region {
		return 0
	}
	var sum float32
	for _, i := range s.strong[gr.slo:gr.shi] {
		if c := &s.cands[i]; c.feature == country || c.feature == adm1 && class != adm1 {
			sum += c.p
		}
	}
	return sum
}

// alike says whether places of two classes go together in a list.
func alike(a, b featureClass) bool { return a == b || a <= section && b <= section }
