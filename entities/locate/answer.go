package locate

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/gazetteer"
)

// samePlaceKm is the distance within which two entries of one name are taken
// for the same place: a town and the district it is the seat of.
const samePlaceKm = 40

// partScore is the probability below which a longer name is not said to
// contain a place.
const partScore = 0.3

// No place is given where the gazetteer more likely than not lacks it, or
// where none stands out among its namesakes.
const (
	maxNone   = 0.65
	weakScore = 0.1
)

// resolution reads the answers out of the probabilities.
func (s *scratch) resolution() Resolution {
	var r Resolution
	if len(s.mentions) == 0 {
		return r
	}
	r.Answers = make([]Answer, len(s.mentions))
	r.Places = make([]gazetteer.Place, 0, len(s.groups))
	for g := range s.groups {
		s.choose(&s.groups[g])
	}
	s.answers = s.answers[:0]
	for range s.groups {
		s.answers = append(s.answers, Answer{Place: -2})
	}
	for i := range s.mentions {
		g := s.of[i]
		if g < 0 {
			r.Answers[i] = Answer{Place: -1, Score: 1}
			continue
		}
		a := &s.answers[g]
		if a.Place == -2 {
			*a = s.answer(&r, &s.groups[g])
		}
		r.Answers[i] = *a
		if s.part[i] && a.Place >= 0 && a.Score < partScore {
			r.Answers[i] = Answer{Place: -1, Score: 1 - a.Score}
		}
	}
	r.Focus = s.focus()
	return r
}

// answer is what the mentions of a group refer to.
func (s *scratch) answer(r *Resolution, gr *group) Answer {
	best := gr.best
	if best < 0 {
		a := Answer{Place: -1, Score: gr.none}
		s.alternatives(r, gr, -1, &a)
		return a
	}
	c := &s.cands[best]
	a := Answer{
		Place:   s.place(r, c.row),
		Country: countryCode(int(s.nations[c.country])),
		Score:   min(1, gr.bestMass),
	}
	s.alternatives(r, gr, best, &a)
	return a
}

// choose sets the candidate that a group refers to, or -1 for none: the
// likeliest of the likeliest place, where a town and its district of the same
// name count as one.
func (s *scratch) choose(gr *group) {
	best, mass := int32(-1), float32(0)
	for i := gr.lo; i < gr.hi; i++ {
		c := &s.cands[i]
		if c.p < little {
			continue
		}
		m := s.mass(gr, c)
		if best < 0 || m > mass+1e-6 || m > mass-1e-6 && c.p > s.cands[best].p {
			best, mass = i, m
		}
	}
	if gr.none > maxNone || mass < weakScore {
		best = -1
	}
	gr.best, gr.bestMass = best, mass
}

// mass is the probability of a candidate and of those at the same place.
func (s *scratch) mass(gr *group, c *cand) float32 {
	if c.feature.isUnit() {
		return c.p
	}
	var sum float32
	for i := gr.lo; i < gr.hi; i++ {
		d := &s.cands[i]
		if d.p > 0 && (d.row == c.row || !d.feature.isUnit() && c.near(d, samePlaceKm)) {
			sum += d.p
		}
	}
	return sum
}

// place returns the index of a row's place in Resolution.Places.
func (s *scratch) place(r *Resolution, row gazetteer.Row) int {
	i, ok := s.rows.slot(mix(uint64(row)+1), int32(len(r.Places)))
	if !ok {
		r.Places = append(r.Places, s.g.Place(row))
	}
	return int(i)
}

// alternatives lists the other candidates by probability.
func (s *scratch) alternatives(r *Resolution, gr *group, best int32, a *Answer) {
	n := s.ctx.Alternatives
	if n <= 0 {
		return
	}
	order := make([]int32, 0, gr.hi-gr.lo)
	for i := gr.lo; i < gr.hi; i++ {
		if i != best {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int32) int { return cmp.Compare(s.cands[j].p, s.cands[i].p) })
	for _, i := range order[:min(n, len(order))] {
		c := &s.cands[i]
		a.Alternatives = append(a.Alternatives, Alternative{Place: s.place(r, c.row), Score: c.p})
	}
}
