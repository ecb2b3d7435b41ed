package locate

import "strings"

// lookUpVariants tries a name without parts that gazetteers leave out.
func (s *scratch) lookUpVariants(gr *group, name string, w want) {
	if head, _, ok := strings.Cut(name, ","); ok && head != "" {
		if s.lookUp(gr, head, w); gr.hi > gr.lo {
			return
		}
	}
	if i := strings.IndexAny(name, "-–"); i > 0 {
		if s.lookUpHyphenated(gr, name, i, w); gr.hi > gr.lo {
			return
		}
	}
	rest := name
	for range 2 {
		word, after, ok := strings.Cut(rest, " ")
		if !ok || !isQualifier(word) || len(after) < 3 {
			break
		}
		rest = after
		if s.lookUp(gr, rest, w); gr.hi > gr.lo {
			gr.flags |= stripped
			return
		}
	}
	if before, after, ok := strings.Cut(name, " of "); ok {
		if cue := cueOfWord(before); cue != 0 {
			if s.lookUp(gr, after, w); gr.hi > gr.lo {
				gr.flags |= stripped
				gr.cue |= cue
				return
			}
		}
	}
	if i := strings.LastIndexByte(name, ' '); i > 2 {
		if cue := cueOfWord(name[i+1:]); cue != 0 {
			if s.lookUp(gr, name[:i], w); gr.hi > gr.lo {
				gr.flags |= stripped
				gr.cue |= cue
				return
			}
		}
	}
	switch word, after, _ := strings.Cut(name, " "); word {
	case "County", "Lake", "River", "Mount", "Port", "Province":
		if s.lookUp(gr, after, w); gr.hi > gr.lo {
			gr.flags |= stripped
			gr.cue |= cueOfWord(word)
		}
	}
}

// lookUpHyphenated tries the parts of a hyphenated name: "Athens-Clarke",
// "Chicago-based", and the seat behind a party's letter, "R-Charleston".
func (s *scratch) lookUpHyphenated(gr *group, name string, hyphen int, w want) {
	head, tail := name[:hyphen], strings.TrimLeft(name[hyphen:], "-–")
	if hyphen <= 3 && !strings.ContainsAny(head, "abcdefghijklmnopqrstuvwxyz") {
		head, tail = tail, ""
	}
	for _, part := range [...]string{head, tail} {
		if part == "" || !isUpper(part[0]) {
			continue
		}
		if s.lookUp(gr, part, w); gr.hi > gr.lo {
			gr.flags |= stripped
			return
		}
	}
}

// isQualifier says whether a word before a name tells only which part or look
// of the place is meant.
func isQualifier(w string) bool {
	switch w {
	case "northern", "southern", "eastern", "western", "central", "upper", "lower",
		"northeastern", "northwestern", "southeastern", "southwestern", "north-eastern",
		"North", "South", "East", "West", "Northeast", "Northwest", "Southeast", "Southwest",
		"Northern", "Southern", "Eastern", "Western", "Central", "Northeastern", "Northwestern", "Southeastern", "Southwestern",
		"Downtown", "downtown", "Greater", "greater", "Rural", "rural", "Suburban", "suburban",
		"Upstate", "upstate", "Inner", "inner", "Metropolitan", "metropolitan", "Metro", "metro", "Mainland", "mainland", "Occupied", "occupied", "Historic":
		return true
	}
	return false
}

// isPlanet says whether a name is that of a planet or the like, after which
// towns are called, too.
func isPlanet(name string) bool {
	switch name {
	case "Mercury", "Venus", "Earth", "Mars", "Jupiter", "Saturn", "Uranus", "Neptune", "Pluto", "Moon", "the Moon", "Sun", "Milky Way":
		return true
	}
	return false
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' || c >= 0x80 }
