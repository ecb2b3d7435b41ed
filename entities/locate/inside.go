package locate

import (
	"strings"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/gazetteer"
)

// addOrg files the place in an organisation's name under that place's group:
// "North Charleston" of "North Charleston Police Department", "Texas" of
// "University of Texas". A name that is a place's as a whole is none: it is the
// club that is meant. Only an administration may be called by its unit alone,
// "Boone County".
func (s *scratch) addOrg(mention int32, start, end int) int32 {
	name := s.text[start:end]
	s.addNation(start, name)
	last := strings.LastIndexByte(name, ' ')
	if last < 0 {
		return -1
	}
	if cueOfWord(name[last+1:])&(cueAdm2|cueAnyAdm) != 0 {
		if g := s.addMention(mention, start, end, kind.Org); s.groups[g].lo < s.groups[g].hi {
			return g
		}
	}
	if g := s.placeInside(mention, start, name, head); g >= 0 {
		return g
	}
	for i := 0; i+4 < len(name); i++ {
		if name[i] != ' ' {
			continue
		}
		rest := name[i+1:]
		for _, p := range [...]string{"of the ", "of ", "in ", "at ", "for "} {
			if after, ok := strings.CutPrefix(rest, p); ok {
				if g := s.placeInside(mention, start+len(name)-len(after), after, tail); g >= 0 {
					return g
				}
			}
		}
	}
	return -1
}

// addNation files the nationality word that an organisation's name begins with
// as evidence for its country: "Kenyan Red Cross".
func (s *scratch) addNation(start int, name string) {
	i := strings.IndexByte(name, ' ')
	if i < 4 || !isUpper(name[0]) {
		return
	}
	word := name[:i]
	switch word[i-1] {
	case 'n', 'h', 'i', 'e':
	default:
		return // most nationality words are Kenyan, British, Iraqi or Chinese
	}
	if row, ok := s.g.DemonymRow(word); !ok || row == gazetteer.NoRow {
		return
	}
	s.addMention(-1, start, start+i, kind.NORP)
}

// A part is where in a longer name a place's name is looked for.
type part uint8

const (
	head     part = iota // at the head of an organisation's name
	tail                 // behind a preposition in it; it may reach to the end
	facility             // at the head of the name of a place that the gazetteer lacks
)

// placeInside finds the longest place name at the head of a longer name, files
// a spot for it and returns its group, or -1.
func (s *scratch) placeInside(mention int32, start int, name string, where part) int32 {
	const maxWords = 3
	var ends [maxWords]int
	n := 0
	for i := 0; i <= len(name) && n < maxWords; i++ {
		if i == len(name) && where == tail || i < len(name) && name[i] == ' ' {
			ends[n] = i
			n++
		}
	}
	if last := name[strings.LastIndexByte(name, ' ')+1:]; where == facility && (isStreet(last) || isNatural(last)) {
		return -1 // Dublin Road is where the road to Dublin starts, and the Turkey River flows in Iowa
	}
	for n--; n >= 0; n-- {
		words := strings.TrimRight(name[:ends[n]], ",")
		if words == "" || !isUpper(words[0]) || isCommon(words) {
			continue
		}
		h := s.hash(words)
		g, known := s.names.get(h)
		if known && s.groups[g].hi == s.groups[g].lo {
			continue
		}
		if !known {
			rest := strings.TrimLeft(name[ends[n]:], " ")
			bar := commonBar
			switch {
			case isCivic(firstWord(rest)):
				bar = 0
			case strings.IndexByte(words, ' ') > 0:
				bar = longBar
			}
			s.found = s.g.Candidates(s.found[:0], words)
			if !s.speaks(words, bar, where) {
				continue
			}
			g = int32(len(s.groups))
			s.names.slot(h, g)
			if gr := s.newGroup(h, words, kind.Org); gr.hi == gr.lo {
				continue
			}
		}
		s.addSpot(g, mention, start, start+len(words), fromOrg)
		return g
	}
	return -1
}

// Most words are the name of some hamlet. Within a longer name they are taken
// for a place's only where the place is prominent: for a single word a town of
// about a hundred thousand, for several a large village.
const (
	commonBar uint8 = 100
	longBar   uint8 = 60
)

// speaks says whether some candidate just found reaches the bar by a name
// written in full or with its stops. At the head of a longer name, a word that is a nationality
// is one: "Somali National Army".
func (s *scratch) speaks(name string, bar uint8, where part) bool {
	last := gazetteer.English
	if strings.IndexByte(name, '.') >= 0 {
		last = properClass // "U.S. Army", but not "Cal Farm"
	}
	found := false
	for _, f := range s.found {
		if f.Class == gazetteer.Demonym && where != tail {
			return false
		}
		found = found || f.Class <= last && f.Row != gazetteer.NoRow && f.Prominence >= bar
	}
	return found
}

// isCommon says whether a word of a longer name is rather a common noun or
// adjective than the name of one of the hamlets that bear it.
func isCommon(w string) bool {
	if cueOfWord(w) != 0 || isQualifier(w) || isCivic(w) || len(w) < 3 {
		return true
	}
	switch w {
	case "National", "Federal", "Royal", "United", "Union", "First", "Second", "Third", "New", "Old", "Grand", "High", "Great",
		"General", "Supreme", "Community", "Memorial", "Saint", "St.", "Young", "American", "International", "Liberal", "Labour",
		"Maritime", "Unity", "Center", "Centre", "Liberty", "Hope", "Peace", "Freedom", "Justice", "Progress", "Liberation",
		"Democratic", "Republican", "Independent", "People", "Friends", "Hall", "School", "Church", "Temple", "Bank", "Home", "House", "Best", "Star":
		return true
	}
	return false
}

// isCivic says whether a word begins the name of an institution that a town or
// county has, so that the words before it are the town's name.
func isCivic(w string) bool {
	switch w {
	case "Police", "Fire", "Sheriff", "County", "City", "Town", "Township", "Village", "Borough", "Parish", "Municipal", "Council",
		"Chamber", "Superior", "Circuit", "District", "Magistrates", "Crown", "Volunteer", "Public", "Regional", "Metropolitan",
		"Airport", "International", "Fairgrounds", "Courthouse", "Jail", "Mayor", "Planning", "Zoning", "Housing", "Health":
		return true
	}
	return false
}

// isNatural reports whether the name of a place that ends in w is a natural
// feature's, which may be called after anything.
func isNatural(w string) bool {
	switch w {
	case "River", "Rivers", "Creek", "Brook", "Lake", "Lakes", "Pond", "Falls", "Mountain", "Mountains", "Hill", "Hills", "Peak", "Ridge",
		"Range", "Valley", "Canyon", "Gorge", "Glacier", "Island", "Islands", "Sea", "Ocean", "Strait", "Desert", "Basin", "Reef":
		return true
	}
	return false
}

// isStreet says whether a word ends the name of a street or road.
func isStreet(w string) bool {
	switch w {
	case "Street", "St.", "St", "Road", "Rd.", "Rd", "Avenue", "Ave.", "Ave", "Drive", "Dr.", "Lane", "Ln.", "Boulevard", "Blvd.", "Blvd",
		"Highway", "Hwy.", "Court", "Place", "Way", "Pike", "Parkway", "Turnpike", "Trail", "Square", "Terrace", "Crescent", "Close", "Circle", "Row", "Alley", "Freeway", "Expressway", "Route":
		return true
	}
	return w != "" && '0' <= w[len(w)-1] && w[len(w)-1] <= '9'
}
