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
		if p.feature == "AIRP" && strings.Contains(name, "International") && !strings.Contains(name, "Airport") {
			out = append(out, name+" Airport")
		}
		if p.class == "P" && slices.Contains(arabCountries, p.country) {
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
		switch long, ok := mapWords[w]; {
		case ok:
			words[i] = long
		case i == 0 && len(words) > 1 && firstMapWords[w] != "":
			words[i] = firstMapWords[w]
		case i > 0 && lastMapWords[w] != "":
			words[i] = lastMapWords[w]
		}
	}
	return strings.Join(words, " ")
}

// Abbreviations on maps, in any place, as the first word, and further on.
var (
	mapWords = map[string]string{
		"Fk.": "Fork", "Mts.": "Mountains", "Cr.": "Creek", "Is.": "Islands", "Pk.": "Peak", "Pen.": "Peninsula",
		"Ra.": "Range", "Br.": "Branch", "Reg.": "Regional", "Plat.": "Plateau", "Cord.": "Cordillera", "Muni.": "Municipal",
		"Mtn.": "Mountain", "Int'l": "International", "Amer.": "American", "L.": "Lake", "Pt.": "Point", "Str.": "Strait",
	}
	firstMapWords = map[string]string{"N.": "North", "S.": "South", "E.": "East", "W.": "West", "Mid.": "Middle", "Mt.": "Mount", "I.": "Isla"}
	lastMapWords  = map[string]string{"I.": "Island", "Mt.": "Mountain", "Ch.": "Channel"}
)

// arabCountries are those in whose place names English drops the article, and
// the h of a final -ah.
var arabCountries = []string{"SY", "IQ", "YE", "SA", "JO", "LB", "PS", "EG", "LY", "SD", "OM", "AE", "QA", "KW", "BH"}

// isArticle reports whether a word is the Arabic article, assimilated or not.
func isArticle(w string) bool {
	switch gazetteer.Fold(w) {
	case "al", "el", "ar", "as", "ash", "at", "ath", "az", "adh", "ad", "an":
		return true
	}
	return false
}

// generics lists, per kind of place, words that say the kind and that news
// leaves out: DeKalb County or DeKalb, the Neches River or the Neches.
var generics = map[string][]string{
	"ADM1": {" Province", " Governorate", " Region", " Oblast", " Oblast'", " oblast", " Krai", " Kray", " Prefecture", " Department", " State", " District", " County", " Republic", " Emirate", " Voivodeship", " Division", " Municipality", " Territory"},
	"ADM2": {" County", " Parish", " District", " Borough", " Province", " Municipality", " Census Area", " Regency", " Raion", " Rayon", " Department", " Prefecture", " Governorate", " Shire", " Agency"},
	"STM":  {" River", "River ", " Canal"},
	"LK":   {" Lake", "Lake "},
	"MT":   {"Mount ", "Mt. ", "Mt "},
	"DSRT": {" Desert"},
	"ISL":  {" Island", " I."},
	"ISLS": {" Islands", " Is."},
	"MTS":  {" Mountains", " Mts.", " Range"},
	"AIRP": {" International Airport", " Airport"},
}

// withoutGeneric removes the word that says what a place is. For airports that
// leaves the name of a city or a person, so it is not done there.
func withoutGeneric(name, feature string) (string, bool) {
	if feature == "AIRP" || feature == "LK" || feature == "ISL" {
		return "", false
	}
	for _, w := range generics[feature] {
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
