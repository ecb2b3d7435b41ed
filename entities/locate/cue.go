package locate

import "strings"

// cues says which feature classes the words around a mention speak for.
type cues uint16

// A word speaks for a set of classes.
const (
	cueTown    = cues(1<<town | 1<<capital | 1<<seat | 1<<seat2 | 1<<section)
	cueCapital = cues(1<<capital | 1<<seat)
	cueSection = cues(1<<section | 1<<town | 1<<seat2)
	cueCountry = cues(1 << country)
	cueAdm1    = cues(1 << adm1)
	cueRegion  = cues(1<<adm1 | 1<<adm2 | 1<<region)
	cueAdm2    = cues(1<<adm2 | 1<<adm3)
	cueAnyAdm  = cues(1<<adm1 | 1<<adm2 | 1<<adm3)
	cueWater   = cues(1 << water)
	cueLand    = cues(1<<land | 1<<region)
	cueSpot    = cues(1 << spotty)
)

// cueOfWord is what a generic word before "of" or after a name says of it. The
// words are matched in lower case and with a capital.
func cueOfWord(w string) cues {
	if len(w) < 3 || len(w) > 15 {
		return 0
	}
	var buf [16]byte
	copy(buf[:], w)
	buf[0] |= 0x20
	switch string(buf[:len(w)]) {
	case "city", "town", "village", "hamlet", "borough", "port", "suburb", "settlement", "townsite", "mayor", "metropolis", "resort":
		return cueTown
	case "neighborhood", "neighbourhood", "ward", "quarter", "barangay":
		return cueSection
	case "capital":
		return cueCapital
	case "republic", "kingdom", "country", "nation", "emirate", "sultanate":
		return cueCountry
	case "state", "states", "governor", "oblast", "krai", "canton", "voivodeship":
		return cueAdm1
	case "province", "provinces", "prefecture", "prefectures", "governorate", "governorates", "department", "division":
		return cueAnyAdm
	case "region", "regions", "territory":
		return cueRegion
	case "county", "counties", "parish", "parishes", "district", "districts", "municipality", "municipalities", "township", "townships", "commune", "regency", "zone", "agency", "tehsil", "taluk", "upazila", "woreda", "raion", "co.", "shire":
		return cueAdm2
	case "river", "lake", "sea", "gulf", "bay", "strait", "ocean", "canal", "reservoir", "creek", "delta", "lagoon":
		return cueWater
	case "island", "islands", "isle", "peninsula", "mountain", "mountains", "mount", "valley", "desert", "plateau", "hills", "archipelago", "coast", "basin", "highlands", "atoll", "cape":
		return cueLand
	case "airport":
		return cueSpot
	}
	return 0
}

// cuesAround reads the words beside a mention.
func cuesAround(text string, start, end int) cues {
	var c cues
	// "province of X", "the city of X", "X province", "the capital, X"
	before := text[max(0, start-24):start]
	switch {
	case strings.HasSuffix(before, " of "):
		c |= cueOfWord(lastWord(before[:len(before)-4]))
	case strings.HasSuffix(before, " of the "):
		c |= cueOfWord(lastWord(before[:len(before)-8]))
	case strings.HasSuffix(before, ", "):
		if w := lastWord(before[:len(before)-2]); w == "capital" {
			c |= cueCapital
		}
	case strings.HasSuffix(before, " "):
		switch w := lastWord(before[:len(before)-1]); w {
		case "Lake", "lake", "River", "river":
			c |= cueWater
		case "Mount", "island", "Island":
			c |= cueLand
		case "city", "town", "village", "capital", "province", "district", "region", "County":
			// "the southern city Kandahar", "County Kerry"
			c |= cueOfWord(w)
		}
	}
	if end < len(text) && text[end] == ' ' {
		c |= cueOfWord(firstWord(text[end+1 : min(len(text), end+18)]))
	} else if after := text[end:min(len(text), end+24)]; strings.HasPrefix(after, "'s ") {
		if firstWord(after[3:]) == "capital" {
			c |= cueCountry | cueAdm1
		}
	}
	return c
}

// pluralCue reads a generic word in the plural behind the last name of a list.
func pluralCue(after string) cues {
	if len(after) < 5 || after[0] != ' ' {
		return 0
	}
	w := firstWord(after[1:min(len(after), 20)])
	switch w {
	case "counties", "parishes", "districts", "provinces", "states", "regions", "prefectures", "townships", "municipalities", "governorates", "islands",
		"Counties", "Parishes", "Districts", "Provinces", "States", "Regions", "Prefectures", "Townships", "Municipalities", "Governorates", "Islands":
		return cueOfWord(w)
	}
	return 0
}

func lastWord(s string) string {
	return s[strings.LastIndexAny(s, " \n\t(,.\"")+1:]
}

func firstWord(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return s[:i]
		}
	}
	return s
}
