package rawplaces

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/gazetteer"
)

// A tables value is what is read from the raw tables, and what mending needs.
type tables struct {
	places    []*place
	settled   map[string][]point // populated places per country, first-level unit code and districtKey, kept or not
	countries map[string]country
}

// Stats counts what mending changed.
type Stats struct {
	Read        int // rows of the places table
	BadRows     int // rows that could not be read
	Kept        int // rows with a sign of being known
	Moved       int // points of countries and first-level units that were recomputed
	Unplaced    int // second- and third-level units dropped for want of a point of their own
	Merged      int // rows that stood for the same place as another and lent it their names
	Located     int // rows that got the country of the settlements around them
	Populations int // populations dropped because they were another place's
	Entries     int // entries of the gazetteer, those written by hand included
	HandWritten int // entries written by hand
	Demoted     int // English aliases that are the name of a large city elsewhere
	Airports    int // cities whose main airport also goes by their name
}

// isSettlement reports whether a row is a populated place.
func (p *place) isSettlement() bool { return p.class == "P" }

// better orders rows by how much is known of them, best first.
func better(a, b *place) int {
	id := func(p *place) int {
		if p.id != 0 {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(b.population, a.population), cmp.Compare(id(a), id(b)), cmp.Compare(a.id, b.id), cmp.Compare(a.ref, b.ref))
}

// moveUnits gives countries and first-level units a sound point, and refuses
// tables for which it finds none.
func (t *tables) moveUnits(s *Stats) error {
	for _, p := range t.places {
		key := ""
		switch {
		case isCountry(p) && p.country != "AQ": // nobody is settled there
			key = p.country
		case p.feature == "ADM1":
			key = p.admin1
		}
		if key == "" {
			continue
		}
		members := t.settled[key]
		if at := soundPoint(p, members); at != p.point() {
			p.lat, p.lon = at.lat, at.lon
			s.Moved++
		}
		if len(members) > 0 && nearest(p.point(), members) > maxAlone {
			return fmt.Errorf("%s %s at %.4f,%.4f is more than %d km from its settlements: %w", p.ref, p.name, p.lat, p.lon, maxAlone, ErrRow)
		}
	}
	return nil
}

// placeDistricts mends second- and third-level units: one that lies far from
// the settlements in it moves to their middle, and one that lies far from all
// settlements of its first-level unit, or only has that unit's own point while
// it is large, is dropped. Some sources gave units the point of a namesake in
// another state.
func (t *tables) placeDistricts(s *Stats) {
	const (
		bearable = 60  // km by which a mention of a district may be off
		outside  = 100 // km from a district's point to its settlements
		remote   = 300 // km from a district's point to those of the first-level unit
		several  = 3   // settlements that prove where a district is
		many     = 20  // settlements that prove where a first-level unit is
	)
	t.places = slices.DeleteFunc(t.places, func(p *place) bool {
		if p.feature != "ADM2" && p.feature != "ADM3" {
			return false
		}
		if own := t.settled[districtKey(p)]; len(own) >= several && p.feature == "ADM2" {
			if nearest(p.point(), own) > outside {
				at := boxMiddle(own)
				p.lat, p.lon = at.lat, at.lon
				s.Moved++
			}
			return false
		}
		around := t.settled[p.admin1]
		drop := false
		switch {
		case strings.Contains(p.sources, "admin2/parent-admin1"):
			drop = len(around) < minMembers || reach(p.point(), around) > bearable
		case len(around) < many:
		case strings.Contains(p.sources, "same-name-place"):
			drop = nearest(p.point(), around) > outside
		default:
			drop = nearest(p.point(), around) > remote
		}
		if drop {
			s.Unplaced++
		}
		return drop
	})
}

// districtKey is the key in settled of the second-level unit that a row lies in.
func districtKey(p *place) string { return p.admin1 + "/" + p.admin2Name }

// cleanPopulations removes populations that are another place's: of city
// quarters that have all of their city's, and of villages that Who's On First
// took for the city or country of their name, as it did Tripoli in Lombardy.
func (t *tables) cleanPopulations(s *Stats) {
	const (
		large = 10000 // inhabitants from which a city's population tells it
		apart = 100   // km
	)
	cities := map[string]map[int64]bool{} // populations by country
	known := map[string][]*place{}        // cities and countries by folded name
	for _, p := range t.places {
		if p.population < large {
			continue
		}
		if p.isSettlement() && p.feature != "PPLX" {
			if cities[p.country] == nil {
				cities[p.country] = map[int64]bool{}
			}
			cities[p.country][p.population] = true
		}
		if p.isSettlement() && p.core || isCountry(p) {
			name := gazetteer.Fold(p.name)
			known[name] = append(known[name], p)
		}
	}
	for _, p := range t.places {
		if !p.isSettlement() || p.population < large {
			continue
		}
		copied := p.feature == "PPLX" && cities[p.country][p.population]
		if !p.core {
			for _, q := range known[gazetteer.Fold(p.name)] {
				alike := math.Abs(float64(p.population)/float64(q.population)-1) < 0.25
				copied = copied || alike && (isCountry(q) || p.point().km(q.point()) > apart)
			}
		}
		if copied {
			p.population, p.languages = 0, 0
			s.Populations++
		}
	}
}

// locate gives rows without a country, such as airports and lakes, the country
// and first-level unit of the settlements around them, where those agree.
func (t *tables) locate(s *Stats) {
	g := grid[*place]{}
	for _, p := range t.places {
		if p.isSettlement() && p.country != "" && p.admin1 != "" {
			g.add(p.point(), p)
		}
	}
	type near struct {
		p  *place
		km float64
	}
	for _, p := range t.places {
		if p.country != "" || !isSmall(p.feature) {
			continue
		}
		var best []near
		g.around(p.point(), func(q *place) {
			if d := p.point().km(q.point()); d <= 60 {
				best = append(best, near{q, d})
			}
		})
		if len(best) == 0 {
			continue
		}
		slices.SortFunc(best, func(a, b near) int { return cmp.Or(cmp.Compare(a.km, b.km), better(a.p, b.p)) })
		best = best[:min(len(best), 5)]
		first := best[0].p
		agree := func(same func(q *place) bool) bool {
			return !slices.ContainsFunc(best, func(n near) bool { return !same(n.p) })
		}
		if p.feature != "AIRP" && p.feature != "PRT" && !agree(func(q *place) bool { return q.country == first.country }) {
			continue
		}
		p.country = first.country
		if agree(func(q *place) bool { return q.admin1 == first.admin1 }) || p.feature == "AIRP" || p.feature == "PRT" {
			p.admin1, p.admin1Name = first.admin1, first.admin1Name
		}
		s.Located++
	}
}

// isSmall reports whether things of a feature code lie in one country as a rule.
func isSmall(feature string) bool {
	switch feature {
	case "ZN", "AIRP", "PRT", "PRK", "MT", "LK", "RSV", "CAPE", "ISL", "ATOL", "PPL", "PPLX", "AIRB", "STNB", "VAL", "PASS", "HLL":
		return true
	}
	return false
}

// merge removes rows that stand for a place another row has: settlements of
// one name within a few kilometres, later names of a position, and map makers'
// doubles of regions. The names of a removed row go to the one that stays.
func (t *tables) merge(s *Stats) {
	g := grid[*place]{}
	regions := map[string][]*place{} // by folded name
	folded := make(map[*place]string, len(t.places))
	for _, p := range t.places {
		name := gazetteer.Fold(p.name)
		folded[p] = name
		switch {
		case p.isSettlement():
			g.add(p.point(), p)
		case p.id != 0:
			regions[name] = append(regions[name], p)
		}
	}
	gone := map[*place]bool{}
	for _, p := range t.places {
		if p.id != 0 {
			continue
		}
		var into *place
		name := folded[p]
		switch {
		case p.isSettlement():
			moved := strings.HasPrefix(p.ref, "c1k:") // a later list: the name may have changed
			census := strings.HasPrefix(p.ref, "us:") // one place of a name in a state, as a rule
			best := 0.0
			g.around(p.point(), func(q *place) {
				if math.Abs(q.lat-p.lat) > 0.4 || q == p || gone[q] || q.id == 0 && q.ref >= p.ref {
					return
				}
				sameName := folded[q] == name
				if !sameName && !moved {
					return
				}
				d := p.point().km(q.point())
				same := sameName && (d <= 8 || census && d <= 40 && q.admin1 == p.admin1) ||
					d <= 1.5 && moved && q.id != 0
				if same && (into == nil || d < best) {
					into, best = q, d
				}
			})
		case p.feature == "ZN" || p.class == "H" || p.class == "T" || p.class == "L":
			for _, q := range regions[name] {
				if p.point().km(q.point()) <= 150 && (p.feature == "ZN" || q.class == p.class) {
					into = q
					break
				}
			}
		}
		if into == nil {
			continue
		}
		gone[p] = true
		s.Merged++
		if folded[into] != name {
			into.english = append(slices.Clip(into.english), p.name)
		}
		into.english = append(slices.Clip(into.english), p.english...)
		into.population = max(into.population, p.population)
		into.minZoom, into.scaleRank = min(into.minZoom, p.minZoom), min(into.scaleRank, p.scaleRank)
	}
	t.places = slices.DeleteFunc(t.places, func(p *place) bool { return gone[p] })
}
