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
	e.Names = p.names()
	return e
}

// names lists the names of a row besides its primary one, each with its class.
func (p *place) names() []gazetteer.Name {
	var out []gazetteer.Name
	primary := gazetteer.Fold(p.name)
	for _, a := range p.english {
		if p.class == "S" && isCode(a) {
			continue
		}
		out = append(out, gazetteer.Name{Text: a, Class: gazetteer.English})
	}
	for _, a := range p.untyped {
		if !hasCapital(a) || isCode(a) {
			continue // a transliteration from another script, or an airport's code
		}
		class := gazetteer.Alias
		if f := gazetteer.Fold(a); f == primary {
			continue
		} else if similar(f, primary) {
			class = gazetteer.Variant
		} else if p.class == "P" && p.population < 5000 && !strings.HasPrefix(p.feature, "PPLA") {
			continue // other names of villages are not in the news
		}
		out = append(out, gazetteer.Name{Text: a, Class: class})
	}
	return out
}

// hasCapital reports whether a name has a capital letter, as English and
// romanised names do.
func hasCapital(s string) bool { return strings.ToLower(s) != s }

// isCode reports whether s looks like an IATA or ICAO code.
func isCode(s string) bool {
	if len(s) != 3 && len(s) != 4 {
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

// prominence adds to the base value what map makers and encyclopedias say. Map
// ranks exist for the whole world; counts of languages and words only where
// Who's On First has the country, so they count little.
func (p *place) prominence() uint8 {
	rank := math.Min(p.scaleRank, 99)
	if rank == 99 && p.minZoom <= 10 && p.class != "P" {
		rank = p.minZoom
	}
	extra := 0.0
	switch p.class {
	case "P", "A":
		if rank <= 8 {
			extra += 2 * (8 - rank)
		}
	default: // natural features and facilities have no population to go by
		extra += 40
		if rank <= 10 {
			extra += 6 * (10 - rank)
		}
	}
	if p.languages > 0 {
		extra += 3 * math.Log10(float64(p.languages))
	}
	if p.words > 0 {
		extra += math.Log10(float64(p.words))
	}
	return gazetteer.PromScore(p.feature, p.population, extra)
}
