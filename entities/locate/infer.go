package locate

import (
	"math"

	"github.com/dateline-go/dateline/gazetteer"
)

// infer gives every candidate its probability.
func (s *scratch) infer() {
	s.prepare()
	for round := range s.rounds {
		if round > 0 {
			s.gather()
		}
		for g := range s.groups {
			if s.stopped(g) {
				return
			}
			gr := &s.groups[g]
			if gr.lo == gr.hi {
				gr.none = 1
				continue
			}
			if round > 0 && !s.keep && s.settled(gr) {
				continue
			}
			if round > 0 {
				s.addName(gr.base, -1) // no name supports itself
			}
			s.score(int32(g), round)
			if round > 0 {
				s.addName(gr.base, 1)
			}
			s.normalize(gr, round)
			if round == 0 && s.rounds > 1 && !s.clear(gr) {
				s.soften(gr)
			}
		}
		if s.keep && round == s.rounds-1 {
			return
		}
		// All groups are scored against the round before: the order of the
		// text decides nothing.
		for i := range s.cands {
			s.cands[i].p = s.cands[i].q
		}
	}
}

// hopeless is the probability below which a candidate is not scored in the
// last round, and certain the one from which on a name is settled.
const (
	hopeless = 1e-4
	certain  = 0.97
)

// clear says whether a name leaves no doubt even before the document is heard.
func (s *scratch) clear(gr *group) bool {
	for i := gr.lo; i < gr.hi; i++ {
		if s.cands[i].q > certain {
			return true
		}
	}
	return false
}

// settled says whether a further round can be left out for a name, and if so
// keeps what the round before found.
func (s *scratch) settled(gr *group) bool {
	if gr.none > certain {
		return s.stay(gr)
	}
	for i := gr.lo; i < gr.hi; i++ {
		if s.cands[i].p > certain {
			return s.stay(gr)
		}
	}
	return false
}

func (s *scratch) stay(gr *group) bool {
	for i := gr.lo; i < gr.hi; i++ {
		s.cands[i].q = s.cands[i].p
	}
	return true
}

// prepare computes what stays the same in all rounds.
func (s *scratch) prepare() {
	for g := range s.groups {
		gr := &s.groups[g]
		gr.maxProm, gr.primary, gr.nation = 0, -1, 0
		for i := gr.lo; i < gr.hi; i++ {
			c := &s.cands[i]
			if c.class <= properClass {
				gr.maxProm = max(gr.maxProm, c.prom)
			}
			if c.feature == country && c.class <= gazetteer.English && gr.nation == 0 {
				gr.nation = c.country
			}
			if c.class == gazetteer.Primary && (gr.primary < 0 || c.prom > s.cands[gr.primary].prom) {
				gr.primary = i
			}
		}
		if gr.maxProm == 0 {
			for i := gr.lo; i < gr.hi; i++ {
				gr.maxProm = max(gr.maxProm, s.cands[i].prom)
			}
		}
		gr.weight = groupWeight(gr)
		for i := gr.lo; i < gr.hi; i++ {
			var f vector
			c := &s.cands[i]
			s.staticFeatures(gr, c, &f)
			for r := range rounds {
				c.static[r] = f.dot(&s.weights[r])
			}
		}
		var f vector
		s.noneFeatures(gr, &f)
		for r := range rounds {
			gr.noneStatic[r] = f.dot(&s.weights[r])
		}
	}
}

// groupWeight is how much a name counts as evidence for others: more the
// oftener it is named, more in the dateline, less where it is a nationality
// word or stands only within names of organisations.
func groupWeight(gr *group) float32 {
	w := 1 + 0.25*log1p(float32(gr.count-1))
	switch {
	case gr.flags&inDateline != 0:
		w += 0.5
	case gr.flags&fromPlace != 0:
	case gr.flags&fromNORP != 0:
		w *= 0.7
	default:
		w *= 0.8
	}
	return w
}

// score sets the raw score of each candidate of a group.
func (s *scratch) score(g int32, round int) {
	gr := &s.groups[g]
	w := &s.weights[round]
	for i := gr.lo; i < gr.hi; i++ {
		c := &s.cands[i]
		if round == rounds-1 && c.p < hopeless && !s.keep {
			c.q = -100
			continue
		}
		c.q = c.static[round]
		if round == 0 && !s.keep {
			continue
		}
		var f features
		if round > 0 {
			s.support(g, gr, c, &f)
			c.q += dot(f[firstDynamic:firstNone], w[firstDynamic:firstNone])
		}
		if s.keep && round == s.rounds-1 {
			var x vector
			s.staticFeatures(gr, c, &x)
			x.addTo(&f)
			s.trace = append(s.trace, f)
		}
	}
	if s.keep && round == s.rounds-1 {
		var x vector
		var f features
		s.noneFeatures(gr, &x)
		x.addTo(&f)
		s.nils = append(s.nils, f)
	}
}

// normalize turns the scores of a group into probabilities.
func (s *scratch) normalize(gr *group, round int) {
	cands := s.cands[gr.lo:gr.hi]
	top := gr.noneStatic[round]
	for i := range cands {
		top = max(top, cands[i].q)
	}
	gr.none = exp(gr.noneStatic[round] - top)
	sum := gr.none
	for i := range cands {
		cands[i].q = exp(cands[i].q - top)
		sum += cands[i].q
	}
	for i := range cands {
		cands[i].q /= sum
	}
	gr.none /= sum
}

// soften evens the probabilities of a group out. Before the rest of the
// document was heard, the most prominent namesake is not yet that certain.
func (s *scratch) soften(gr *group) {
	cands := s.cands[gr.lo:gr.hi]
	gr.none = sqrt(gr.none)
	sum := gr.none
	for i := range cands {
		cands[i].q = sqrt(cands[i].q)
		sum += cands[i].q
	}
	for i := range cands {
		cands[i].q /= sum
	}
	gr.none /= sum
}

// dot is the sum of the products of two vectors of one length. Products are
// rounded before they are added, so that no platform fuses the two and all
// give the same sum; two sums run side by side, for speed.
func dot(f, w []float32) float32 {
	w = w[:len(f)]
	var even, odd float32
	k := 0
	for ; k+1 < len(f); k += 2 {
		even += float32(f[k] * w[k])
		odd += float32(f[k+1] * w[k+1])
	}
	if k < len(f) {
		even += float32(f[k] * w[k])
	}
	return even + odd
}

func sqrt(v float32) float32 { return float32(math.Sqrt(float64(v))) }

// exp is e to the power of v for v up to 0, to six digits. It is computed in
// steps that every platform rounds alike, which math.Exp is not.
func exp(v float32) float32 {
	if v < -16 {
		return 0
	}
	x := float32(v * math.Log2E)
	n := int32(x) - 1
	y := float32((x - float32(n)) * math.Ln2) // 0 to 2 ln 2; e^v = 2^n e^y
	y = float32(y * 0.25)
	p := float32(1.0 / 120)
	for _, c := range [...]float32{1.0 / 24, 1.0 / 6, 0.5, 1, 1} {
		p = float32(p*y) + c
	}
	p = float32(p * p)
	p = float32(p * p)
	return float32(p * math.Float32frombits(uint32(n+127)<<23))
}
