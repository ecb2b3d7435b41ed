package rawplaces

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/gazetteer"
)

// derived lists spellings that follow from a primary name by rule: without the
// word that says what it is, without the Arabic article, with abbreviations
// written out.
func (p *place) derived() []string {
	var out []string
	for _, name := range append([]string{p.name}, p.english...) {
		if p.feature == "AIRP" {
			name = writtenOut(name)
		}
		if bare, ok := withoutGeneric(name, p.feature); ok {
			out = append(out, bare)
		}
		if lake, ok := inEnglish(name); ok && (p.feature == "LK" || p.feature == "RSV") {
			out = append(out, lake)
		}
		if p.feature == "AIRP" && strings.Contains(name, "International") && !strings.Contains(name, "Airport") {
			out = append(out, name+" Airport")
		}
		if p.class == "P" && isArab(p.country) {
			bare := name
			if article, rest, ok := strings.Cut(name, " "); ok && isArticle(article) {
				bare = rest
				out = append(out, bare)
			}
			if n := len(bare); n > 4 && strings.HasSuffix(bare, "ah") {
				out = append(out, bare[:n-1])
			}
		}
	}
	return out
}

// writtenOut writes out the abbreviations with which Natural Earth saves room
// on its maps.
func writtenOut(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		words[i] = mapWord(w, i == 0, len(words) == 1)
	}
	return strings.Join(words, " ")
}

// mapWord writes out one word, given whether it is the first and the only one.
func mapWord(w string, first, only bool) string {
	switch w {
	case "Fk.":
		return "Fork"
	case "Mts.":
		return "Mountains"
	case "Mtn.":
		return "Mountain"
	case "Cr.":
		return "Creek"
	case "Is.":
		return "Islands"
	case "Pk.":
		return "Peak"
	case "Pen.":
		return "Peninsula"
	case "Ra.":
		return "Range"
	case "Br.":
		return "Branch"
	case "Reg.":
		return "Regional"
	case "Plat.":
		return "Plateau"
	case "Cord.":
		return "Cordillera"
	case "Muni.":
		return "Municipal"
	case "Int'l":
		return "International"
	case "Amer.":
		return "American"
	case "L.":
		return "Lake"
	case "Pt.":
		return "Point"
	case "Str.":
		return "Strait"
	}
	switch {
	case only:
		return w
	case w == "Mt." && first:
		return "Mount"
	case w == "Mt.":
		return "Mountain"
	case w == "I." && first:
		return "Isla"
	case w == "I.":
		return "Island"
	case w == "Ch." && !first:
		return "Channel"
	case !first:
		return w
	case w == "N.":
		return "North"
	case w == "S.":
		return "South"
	case w == "E.":
		return "East"
	case w == "W.":
		return "West"
	case w == "Mid.":
		return "Middle"
	}
	return w
}

// inEnglish replaces another language's word for lake by the English one.
func inEnglish(lake string) (string, bool) {
	for _, word := range []string{"Lago de ", "Lago ", "Lac de ", "Lac ", "Laguna de ", "Laguna ", "Ozero ", "Danau "} {
		if rest, ok := strings.CutPrefix(lake, word); ok {
			return "Lake " + rest, true
		}
	}
	return "", false
}

// isArab reports whether English drops the article, and the h of a final -ah,
// in the place names of a country.
func isArab(country string) bool {
	switch country {
	case "SY", "IQ", "YE", "SA", "JO", "LB", "PS", "EG", "LY", "SD", "OM", "AE", "QA", "KW", "BH":
		return true
	}
	return false
}

// isArticle reports whether a word is the Arabic article, assimilated or not.
func isArticle(w string) bool {
	switch gazetteer.Fold(w) {
	case "al", "el", "ar", "as", "ash", "at", "ath", "az", "adh", "ad", "an":
		return true
	}
	return false
}

// generics lists, for a kind of place, words that say the kind and that news
// leaves out: DeKalb County or DeKalb, the Neches River or the Neches.
func generics(feature string) []string {
	switch feature {
	case "ADM1":
		return []string{" Province", " Governorate", " Region", " Oblast", " Oblast'", " oblast", " Krai", " Kray", " Prefecture",
			" Department", " State", " District", " County", " Republic", " Emirate", " Voivodeship", " Division", " Municipality", " Territory"}
	case "ADM2":
		return []string{" County", " Parish", " District", " Borough", " Province", " Municipality", " Census Area", " Regency",
			" Raion", " Rayon", " Department", " Prefecture", " Governorate", " Shire", " Agency"}
	case "STM":
		return []string{" River", "River ", " Canal"}
	case "MT":
		return []string{"Mount ", "Mt. ", "Mt "}
	case "MTS":
		return []string{" Mountains", " Mts.", " Range"}
	case "DSRT":
		return []string{" Desert"}
	case "ISLS":
		return []string{" Islands", " Is."}
	}
	return nil
}

// withoutGeneric removes the word that says what a place is. For airports,
// lakes and islands that would leave the name of a city or a person, so it is
// not done there.
func withoutGeneric(name, feature string) (string, bool) {
	for _, w := range generics(feature) {
		rest := name
		if strings.HasPrefix(w, " ") {
			rest = strings.TrimSuffix(name, w)
		} else {
			rest = strings.TrimPrefix(name, w)
		}
		if rest != name && len(rest) >= 3 {
			return rest, true
		}
	}
	return "", false
}

// demote moves aliases that claim to be English, look nothing like the primary
// name and are the primary name of a large city elsewhere to the untyped ones:
// "Miami" stands among the names of Barranquilla.
func (t *tables) demote(s *Stats) {
	const large, apart = 100000, 100 // inhabitants, km
	cities := map[string][]*place{}
	for _, p := range t.places {
		if p.isSettlement() && p.population >= large {
			cities[gazetteer.Fold(p.name)] = append(cities[gazetteer.Fold(p.name)], p)
		}
	}
	for _, p := range t.places {
		if p.class != "P" && p.feature != "ADM2" && p.feature != "ADM3" {
			continue
		}
		p.english = slices.DeleteFunc(slices.Clone(p.english), func(a string) bool {
			f := gazetteer.Fold(a)
			if similar(f, gazetteer.Fold(p.name)) || !slices.ContainsFunc(cities[f], func(q *place) bool {
				return q != p && p.point().km(q.point()) > apart
			}) {
				return false
			}
			p.foreign = append(p.foreign, a)
			s.Demoted++
			return true
		})
	}
}

// nameCountries lets countries be found by their ISO 3166-1 alpha-3 codes, as
// in tables of results; two are words of headlines in capitals.
func (t *tables) nameCountries() {
	for _, p := range t.places {
		if code := t.countries[p.country].iso3; isCountry(p) && code != "" && code != "AND" && code != "ARE" {
			p.extra = append(p.extra, gazetteer.Name{Text: code, Class: gazetteer.Code})
		}
	}
}

// nameAirports lets the main airport of a large city be found by the city's
// name, as in "Karachi airport".
func (t *tables) nameAirports(s *Stats) {
	const large, away = 100000, 45 // inhabitants, km
	airports := grid[*place]{}
	for _, p := range t.places {
		if p.feature == "AIRP" {
			airports.add(p.point(), p)
		}
	}
	for _, city := range t.places {
		if !city.isSettlement() || city.feature == "PPLX" || city.population < large && city.feature != "PPLC" {
			continue
		}
		var best *place
		airports.around(city.point(), func(q *place) {
			if city.point().km(q.point()) > away || q.country != "" && q.country != city.country {
				return
			}
			if best == nil || q.prominence() > best.prominence() || q.prominence() == best.prominence() && q.ref < best.ref {
				best = q
			}
		})
		if best == nil {
			continue
		}
		for _, suffix := range []string{" Airport", " International Airport"} {
			best.extra = append(best.extra, gazetteer.Name{Text: city.name + suffix, Class: gazetteer.English})
		}
		s.Airports++
	}
}

// addWritten appends the places written by hand, and removes the rows of the
// same thing that only a map has: airports by position, others by kind and
// name. The names of a removed airport go to the one written by hand.
func (t *tables) addWritten(written []*place, s *Stats) {
	const sameAirport, sameRegion = 5, 700 // km; rivers, deserts and seas are large
	byName := map[string][]*place{}
	airports := grid[*place]{}
	for _, w := range written {
		for _, n := range append([]string{w.name}, w.english...) {
			f := gazetteer.Fold(n)
			byName[f] = append(byName[f], w)
		}
		if w.feature == "AIRP" {
			airports.add(w.point(), w)
		}
	}
	t.places = slices.DeleteFunc(t.places, func(p *place) bool {
		if p.id != 0 || p.class == "P" || p.class == "A" && p.feature != "ZN" && p.feature != "ADM1" {
			return false
		}
		var same *place
		if p.feature == "AIRP" {
			airports.around(p.point(), func(w *place) {
				if w.point().km(p.point()) <= sameAirport {
					same = w
				}
			})
			if same != nil {
				same.english = append(append(same.english, p.name), p.english...)
			}
		} else {
			for _, w := range byName[gazetteer.Fold(p.name)] {
				if w.point().km(p.point()) <= sameRegion {
					same = w
				}
			}
		}
		if same != nil {
			s.Merged++
		}
		return same != nil
	})
	t.places = append(t.places, written...)
	s.HandWritten = len(written)
}
