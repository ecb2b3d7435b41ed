package rawplaces

import (
	"math"
	"strings"

	"github.com/dateline-go/dateline/gazetteer"
)

// entry turns a row into an entry of the gazetteer.
func (p *place) entry() gazetteer.Entry {
	e := gazetteer.Entry{
		Place: gazetteer.Place{
			ID: p.id, Name: p.name, Lat: p.lat, Lon: p.lon, Country: p.country,
			Admin1: p.admin1Name, Admin2: p.admin2Name, Feature: p.feature, Population: p.population,
		},
		Admin1Code: p.admin1,
		Prominence: p.prominence(),
	}
	if p.id == 0 {
		e.Ref = p.ref
	}
	if p.feature == "CONT" {
		e.Population = 0 // Asia's is more than the format holds
	}
	e.Names = p.names()
	return e
}

// names lists the names of a row besides its primary one, each with its class.
func (p *place) names() []gazetteer.Name {
	primary := gazetteer.Fold(p.name)
	wrong := map[string]bool{}
	for _, n := range p.not {
		wrong[gazetteer.Fold(n)] = true
	}
	for _, n := range p.extra { // tables have Uzbek among the English names of Uzbekistan
		if n.Class == gazetteer.Demonym {
			wrong[gazetteer.Fold(n.Text)] = true
		}
	}
	var out []gazetteer.Name
	add := func(name string, class gazetteer.NameClass) {
		if f := gazetteer.Fold(name); f != "" && (f != primary || class == gazetteer.Code) && (!wrong[f] || class == gazetteer.Demonym) {
			out = append(out, gazetteer.Name{Text: name, Class: class})
		}
	}
	for _, a := range p.english {
		switch {
		case (p.class == "S" || p.feature == "AIRP") && isCode(a, 3, 4): // an airport's
		case isCode(strings.ReplaceAll(a, ".", ""), 2, 3):
			add(a, gazetteer.Code)
		case strings.HasSuffix(a, ".") && !strings.Contains(a, " "):
			add(a, gazetteer.Abbreviation)
		default:
			add(a, gazetteer.English)
		}
	}
	for _, a := range p.foreign { // English by its source, but of a better-known place
		add(a, gazetteer.Alias)
	}
	for _, a := range p.untyped {
		if len(a) < 3 || !hasCapital(a) || isCode(a, 3, 4) {
			continue // a transliteration from another script, or an airport's code
		}
		if similar(gazetteer.Fold(a), primary) {
			add(a, gazetteer.Variant)
		} else if p.class != "P" || p.population >= 5000 || strings.HasPrefix(p.feature, "PPLA") {
			add(a, gazetteer.Alias) // other names of villages are not in the news
		}
	}
	for _, a := range p.derived() {
		add(a, gazetteer.Variant)
	}
	for _, n := range p.extra {
		add(n.Text, n.Class)
	}
	return out
}

// hasCapital reports whether a name has a capital letter, as English and
// romanised names do.
func hasCapital(s string) bool { return strings.ToLower(s) != s }

// isCode reports whether s consists of lo to hi ASCII capitals.
func isCode(s string, lo, hi int) bool {
	if len(s) < lo || len(s) > hi {
		return false
	}
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// similar reports whether two folded names are spellings of one another: same
// first sound, and at most one edit for each four letters.
func similar(a, b string) bool {
	a, b = strings.ReplaceAll(a, " ", ""), strings.ReplaceAll(b, " ", "")
	n := max(len(a), len(b))
	if n == 0 || len(a) > 60 || len(b) > 60 {
		return false
	}
	return editDistance(a, b) <= max(1, n/4) && n >= 4
}

// editDistance is the optimal string alignment distance: insertions,
// deletions, substitutions and swaps of neighbours.
func editDistance(a, b string) int {
	var d [3][64]int
	prev2, prev, cur := d[0][:], d[1][:], d[2][:]
	for j := range len(b) + 1 {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(b)]
}

// prominence says how well known a place is, on the scale of
// gazetteer.Prominence. Population decides, with Natural Earth's ranks of large
// cities added. What has no population goes by map ranks and by the languages
// that have a name for it; those counts exist only where Who's On First has the
// country, so they must not weigh against a population.
func (p *place) prominence() uint8 {
	if p.fixed != 0 {
		return p.fixed
	}
	score := float64(gazetteer.Prominence(p.feature, p.population))
	languages := 8 * math.Log10(1+float64(p.languages))
	switch p.class {
	case "A":
		if p.population == 0 {
			score += languages
		}
	case "P":
		score += 3 * max(8-p.scaleRank, 0)
		if p.population == 0 {
			score += languages
		}
	default:
		rank := p.scaleRank
		if rank > 20 {
			rank = p.minZoom
		}
		natural := 25 + 8*max(10-rank, 0) + languages
		if p.feature == "SEA" || p.feature == "OCN" {
			natural += 25
		}
		if score = min(max(score, natural), 170); p.feature == "CONT" {
			score = 235
		}
	}
	return uint8(min(math.Round(score), 255))
}
