package layout

import "strings"

// parsePlace reads one place name of a dateline: up to five words in capitals
// or capitalised, particles between them. caps says that it is in capitals.
func parsePlace(s string, pos int) (end int, caps, ok bool) {
	words := 0
	upper := 0
	p := pos
	for words < 6 {
		e, cls := placeWord(s, p)
		if cls == wordNone {
			break
		}
		if words == 0 && cls == wordParticle {
			break
		}
		words++
		if cls == wordCaps {
			upper++
		} else if cls == wordParticle {
			// a particle ends no name
			if e >= len(s) || s[e] != ' ' {
				break
			}
			if _, next := placeWord(s, e+1); next == wordNone {
				break
			}
			upper++
			p = e + 1
			continue
		}
		end = e
		if e+1 < len(s) && s[e] == ' ' {
			p = e + 1
			continue
		}
		break
	}
	if end == 0 || words > 5 {
		return 0, false, false
	}
	return end, upper == words, true
}

type wordClass uint8

const (
	wordNone wordClass = iota
	wordCaps
	wordCapitalised
	wordParticle
)

// placeWord reads one word of a place name at pos.
func placeWord(s string, pos int) (end int, cls wordClass) {
	i := pos
	upper, lower, other := 0, 0, 0
	for i < len(s) {
		c := s[i]
		switch {
		case isUpper(c):
			upper++
		case isLower(c):
			lower++
		case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80:
			// general punctuation: only an apostrophe inside the word belongs
			if s[i+2] == 0x99 && i > pos && i+3 < len(s) && isLetter(s[i+3]) {
				i += 3
				continue
			}
			goto done
		case c == 0xC2: // no-break space and signs such as "·" and "«"
			goto done
		case c >= 0x80:
			other++
			// Count the case of the Latin letters of U+00C0–U+00FF.
			if c == 0xC3 && i+1 < len(s) {
				if s[i+1] <= 0x9E {
					upper++
				} else {
					lower++
				}
				i++
			}
		case c == '\'' && i > pos && i+1 < len(s) && isLetter(s[i+1]):
		case c == '-' && i > pos && i+1 < len(s) && isLetter(s[i+1]) && s[i+1] != 0xE2:
		case c == '.' && i > pos && i-pos <= 5 && abbreviation(s, pos, i):
		default:
			goto done
		}
		i++
	}
done:
	if i == pos || upper+lower+other == 0 {
		return pos, wordNone
	}
	w := s[pos:i]
	if upper == 0 && other == 0 || isLower(s[pos]) {
		switch w {
		case "de", "del", "della", "da", "do", "dos", "das", "di", "la", "le", "les", "el", "al", "the", "of", "on",
			"upon", "sur", "in", "y", "e", "am", "an", "der", "des", "du", "och", "and":
			return i, wordParticle
		}
		return pos, wordNone
	}
	// "McALLEN" and "DeKALB" are in capitals as well.
	if upper >= 2 && lower <= 2 && upper > lower || upper == 1 && lower == 0 && other == 0 || upper == 0 && lower == 0 {
		return i, wordCaps
	}
	return i, wordCapitalised
}

// abbreviation reports whether the full stop at i ends an abbreviation that
// began at pos ("ST. LOUIS", "Pa.", "D.C.") and not a sentence.
func abbreviation(s string, pos, i int) bool {
	if i+1 < len(s) && isLetter(s[i+1]) && s[i+1] < 0x80 && (i-pos == 1 || i-pos >= 2 && s[i-2] == '.') {
		return true // inside "D.C."
	}
	if i-pos == 1 || strings.IndexByte(s[pos:i], '.') > 0 {
		return true // an initial, the end of "D.C." or "W.Va."
	}
	return placeAbbreviation(s[pos:i])
}

// placeAbbreviation knows the shortened words of datelines: "St.", "Ft.", "Mt."
// and the states and provinces as agencies write them.
func placeAbbreviation(w string) bool {
	for _, a := range placeAbbreviations {
		if strings.EqualFold(a, w) {
			return true
		}
	}
	return false
}

var placeAbbreviations = [...]string{
	"St", "Ste", "Ft", "Mt", "Pt",
	"Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Kans", "Ky", "La",
	"Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nebr", "Nev", "Okla", "Ore", "Pa", "Penn", "Tenn",
	"Tex", "Va", "Vt", "Wash", "Wis", "Wyo",
	"Alta", "Man", "Ont", "Que", "Sask", "Nfld", "Vic", "Tas", "Qld",
}

// slug reports whether a word in capitals before a dash labels the story ("LIVE
// — ") where a dateline has its place.
func slug(s string) bool {
	if i := strings.IndexByte(s, ' '); i > 0 {
		if s == "THE HAGUE" {
			return false
		}
		s = s[:i]
	}
	switch strings.ToUpper(s) {
	case "ADVISORY", "ALERT", "ANALYSIS", "ATHLETICS", "BASEBALL", "BASKETBALL", "BOX", "BREAKING", "BRIEF", "BUSINESS",
		"BUY", "CAPTION", "COLUMN", "COMMENT", "CORRECTED", "CORRECTION", "CRICKET", "CYCLING", "EDITORIAL",
		"EXCLUSIVE", "EXPLAINER", "FACT", "FACTBOX", "FEATURE", "FILE", "FLASH", "FOOTBALL", "GOLF", "GRAPHIC",
		"HEADLINES", "HIGHLIGHTS", "HOCKEY", "HOW", "INSIGHT", "INTERVIEW", "LATEST", "LETTER", "LETTERS", "LIVE",
		"MARKETS", "MORE", "MOTOR", "MUST", "NEWS", "NEWSMAKER", "NOTE", "OBITUARY", "OPINION", "PHOTOS", "POLL",
		"PREVIEW", "PROFILE", "QUOTE", "QUOTES", "RACING", "READ", "RELATED", "REUTERS", "REVIEW", "RPT", "RUGBY",
		"SNAP", "SOCCER", "SPECIAL", "SPONSORED", "SPORT", "SPORTS", "STORY", "SUMMARY", "TENNIS", "THE", "TIMELINE",
		"TOP", "TRENDING", "UPDATE", "UPDATED", "URGENT", "VIDEO", "WATCH", "WEATHER", "WHAT", "WHEN", "WHERE",
		"WHO", "WHY", "WORLD", "WRAPUP", "A", "AN", "AND", "BY", "FOR", "FROM", "IN", "IT", "NO", "NOT", "ON", "OUR",
		"THIS", "TO", "TODAY", "WE", "YES", "YOU", "YOUR", "I", "Q", "Q&A", "MR", "MRS", "MS", "DR", "SIR", "MADAM",
		"DEAR", "AT":
		return true
	}
	return false
}
