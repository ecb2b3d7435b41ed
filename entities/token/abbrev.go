package token

import (
	"strings"
	"unicode/utf8"
)

// What the dot after a letter or digit is.
type dotKind uint8

const (
	dotOutside dotKind = iota // a full stop or part of an ellipsis
	dotInside                 // the word goes on: 3.5, U.S, example.org
	dotEnds                   // the last character of an abbreviation
)

// dot judges the dot text[q] of the word that begins at i.
func (c *cutter) dot(i, q, hi int) dotKind {
	text := c.text[:hi]
	stem, prev := text[i:q], text[q-1]
	next, third := byte(0), byte(0)
	if q+1 < hi {
		next = text[q+1]
	}
	if q+2 < hi {
		third = text[q+2]
	}
	if !letterAt(prev) && class[prev] != digit {
		return dotOutside
	}
	if next == '.' {
		// Two or four dots after an abbreviation: its own and a full stop or
		// an ellipsis.
		if n := runEnd(text, q) - q; (n == 2 || n == 4) && c.abbreviated(i, q) {
			return dotEnds
		}
		return dotOutside
	}
	if !wordAt(text, q+1) {
		if c.abbreviated(i, q) {
			return dotEnds
		}
		return dotOutside
	}
	switch {
	case class[prev] == digit:
		if isUpper(next) {
			return dotOutside // 2016.The
		}
	case class[next] == digit:
		switch abbreviation(stem) {
		case abbrNumber, abbrMonth, abbrMonthWord:
			return dotEnds // No.10, Oct.5
		}
	case isUpper(next) && isLower(third):
		if q+3 < hi && text[q+3] == '.' {
			return dotInside // W.Va., M.Sc.
		}
		switch text[q+1 : wordEnd(text, q+1)] {
		case "Com", "Info", "Net", "Org", "Gov", "Edu":
			return dotInside // Radar.Info is the name of a host
		}
		if q-i == 1 || text[q-2] == '.' || abbreviation(stem) != abbrNone {
			return dotEnds // J.Smith, U.S.Army, Mr.Smith
		}
		if isLower(prev) && isLower(text[q-2]) {
			return dotOutside // two sentences without a space: ended.The
		}
	case (next == 'A' || next == 'I') && third == 0 && q-i > 1 && isLower(prev) && isLower(text[q-2]):
		return dotOutside // ended.A
	}
	return dotInside
}

// Kinds of abbreviations that are written with a dot.
type abbrKind uint8

const (
	abbrNone      abbrKind = iota
	abbrTitle              // stands before a name: Gen. Musharraf
	abbrNumber             // stands before a number: No. 5
	abbrMonth              // month or day
	abbrMonthWord          // month or day that is also a word: Sun., Mar.
	abbrTail               // stands after a name or anywhere: Inc., Calif., Jr.
	abbrTailWord           // the same, also a word: Mass., Wash.
	abbrEnd                // ends a list: etc., et al.
	abbrClock              // a.m., p.m.
	abbrInitials           // dots inside: U.S., Ph.D.
	abbrInitial            // stands before a name and may itself be one: J., Ma., Sen.
)

// abbreviation returns the kind of an abbreviation that is in the list, given
// without its dot.
func abbreviation(stem string) abbrKind {
	if len(stem) < 1 || len(stem) > 7 {
		return abbrNone
	}
	k := listed(stem)
	if k != abbrNone {
		return k
	}
	if len(stem) > 1 && allUpper(stem) {
		// In capitals: GEN. MUSHARRAF, ST. LOUIS.
		var buf [7]byte
		n := copy(buf[:], stem)
		for i := 1; i < n; i++ {
			buf[i] |= 0x20
		}
		switch k := listed(string(buf[:n])); k {
		case abbrTitle, abbrNumber, abbrMonth:
			return k
		case abbrTail:
			if n > 2 {
				return k
			}
		}
		return abbrNone
	}
	if len(stem) > 1 && isUpper(stem[0]) && consonants(stem[1:]) && strings.IndexByte("AEIOUY", stem[0]) < 0 {
		return abbrTail // no word is without a vowel: Kh., Jl., Mgr.
	}
	return abbrNone
}

// consonants reports whether s is all small consonants.
func consonants(s string) bool {
	for i := range len(s) {
		if !isLower(s[i]) || strings.IndexByte("aeiouy", s[i]) >= 0 {
			return false
		}
	}
	return true
}

// listed returns the kind of an abbreviation as it stands in the list. What is
// also a common word or a name has a kind that asks for more than the dot.
func listed(stem string) abbrKind {
	switch stem {
	case "Mr", "Mrs", "Ms", "Mx", "Messrs", "Mmes", "Mme", "Mlle", "Dr", "Drs", "Prof", "Profs",
		"Gen", "Gens", "Lt", "Col", "Cols", "Maj", "Capt", "Cpt", "Sgt", "Cpl", "Pvt", "Pfc", "Spc",
		"Adm", "Cmdr", "Cdr", "Comdr", "Ens", "Brig", "Supt", "Insp",
		"Sens", "Rep", "Reps", "Gov", "Govs", "Pres", "Secy", "Sec", "Treas", "Amb", "Atty", "Ald",
		"Rev", "Revs", "Msgr", "Ven", "Fr", "Sr", "St", "Ste", "Sts", "Sta", "Sto",
		"Mt", "Mts", "Ft", "Brgy", "Engr", "Asst", "Wm", "Chas", "Geo", "Thos", "vs", "Vs", "v":
		return abbrTitle
	case "Ma", "Sen", "Barr", "Det", "Del", "Dir", "Hon":
		return abbrInitial
	case "No", "Nos", "no", "nos", "Fig", "Figs", "Art", "Vol", "Vols", "Ch", "Sect", "Op",
		"Rt", "Rte", "pp", "p", "para", "c", "ca":
		return abbrNumber
	case "Jan", "Feb", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec",
		"Tue", "Tues", "Thu", "Thur", "Thurs", "Fri":
		return abbrMonth
	case "Mar", "Jun", "Jul", "Mon", "Wed", "Sat", "Sun":
		return abbrMonthWord
	case "Inc", "Corp", "Co", "Cos", "Ltd", "Bros", "Pty", "Cie", "Bhd", "Tbk", "Mfg", "Mgmt",
		"Assn", "Assoc", "Dept", "Univ", "Intl", "Natl", "Govt", "Jr", "Esq", "Ph",
		"Ave", "Blvd", "Rd", "Hwy", "Pkwy", "Bldg",
		"approx", "cf", "dept", "est", "govt", "incl", "ext", "viz",
		"Ala", "Ariz", "Calif", "Colo", "Conn", "Dak", "Fla", "Ga", "Kans", "Ky", "Md", "Mich",
		"Minn", "Mont", "Neb", "Nebr", "Nev", "Okla", "Pa", "Tenn", "Tex", "Va", "Vt", "Wis",
		"Wisc", "Wyo", "Ont", "Que", "Sask":
		return abbrTail
	case "Alta", "Ark", "Cal", "Can", "Ia", "Id", "Ida", "Ill", "Ind", "Kan", "La", "Man", "Mass",
		"Me", "Mex", "Miss", "Mo", "Ore", "Penn", "Wash", "Ln", "Pl", "Sq":
		return abbrTailWord
	case "etc", "al":
		return abbrEnd
	}
	return abbrNone
}

// abbreviated reports whether the dot text[q], which ends the word that
// begins at i, belongs to the word. It looks at what follows where the word
// alone does not say.
func (c *cutter) abbreviated(i, q int) bool {
	text := c.text
	stem := text[i:q]
	switch abbreviation(stem) {
	case abbrTitle, abbrMonth, abbrTail, abbrEnd:
		return true
	case abbrNumber:
		f, _ := following(text, q+1)
		return f == followsDigit
	case abbrMonthWord:
		f, _ := following(text, q+1)
		return f == followsDigit || f == followsMark
	case abbrTailWord:
		// Springfield, Ill.: the comma before it says that it is a state.
		f, _ := following(text, q+1)
		return f == followsMark || f == followsDigit || f == followsLower ||
			i >= 2 && text[i-1] == ' ' && text[i-2] == ','
	case abbrInitial:
		return c.initial(q)
	}
	if q-i == 1 {
		return isUpper(text[i]) && c.initial(q)
	}
	return dotted(stem)
}

// initial reports whether the dot text[q] after what may be an initial makes
// it one. It does not if it ends a sentence, as in "Plan B. The".
func (c *cutter) initial(q int) bool {
	text := c.text
	f, at := following(text, q+1)
	if n := strings.IndexByte(text[q:at], '\n'); n >= 0 && (c.width == 0 || !full(text, q+n, c.width)) {
		return false
	}
	switch f {
	case followsUpper:
		return !starter(text, at)
	case followsQuote:
		return nickname(text[at:])
	case followsLower, followsMark:
		return true
	}
	return false
}

// dotted reports whether stem has dots inside and is no name of a host: the
// parts between the dots have one letter, or up to three and a capital.
func dotted(stem string) bool {
	if i := strings.LastIndexByte(stem[max(0, len(stem)-16):], '-'); i >= 0 {
		stem = stem[max(0, len(stem)-16)+i+1:] // anti-U.S.
	}
	if len(stem) > 15 {
		return false
	}
	part, dots := 0, 0
	for i := range len(stem) {
		if stem[i] == '.' {
			part = i + 1
			dots++
			continue
		}
		if class[stem[i]] != letter && stem[i] < utf8.RuneSelf {
			return false
		}
		if n := i - part; n >= 3 || n >= 1 && !isUpper(stem[part]) {
			return false
		}
	}
	return dots > 0
}

// What follows a dot after white space.
type followKind uint8

const (
	followsEnd followKind = iota // nothing, or a blank line
	followsLower
	followsUpper
	followsDigit
	followsMark  // a mark inside a sentence: , ; : ) and dashes
	followsQuote // a quote or bracket
)

// following returns what follows at i, and where.
func following(text string, i int) (followKind, int) {
	lines := 0
	for i < len(text) {
		size := spaceAt(text, i)
		if size == 0 {
			break
		}
		if text[i] == '\n' {
			if lines++; lines > 1 {
				return followsEnd, i
			}
		}
		i += size
	}
	if i == len(text) {
		return followsEnd, i
	}
	switch b := text[i]; {
	case isLower(b):
		return followsLower, i
	case isUpper(b):
		return followsUpper, i
	case class[b] == digit:
		return followsDigit, i
	case b == '"' || b == '\'' || b == '(' || b == '[':
		return followsQuote, i
	case b < utf8.RuneSelf:
		return followsMark, i
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	switch sortOf(r, size) {
	case sortWord:
		if lowerRune(r) {
			return followsLower, i
		}
		return followsUpper, i
	case sortOpen, sortApo, sortClose:
		return followsQuote, i
	}
	return followsMark, i
}

// wordEnd returns the end of the ASCII word at text[i:].
func wordEnd(text string, i int) int {
	for i < len(text) && class[text[i]] > space {
		i++
	}
	return i
}

// nickname reports whether s begins with up to three capitalised words in
// quotes.
func nickname(s string) bool {
	_, at := utf8.DecodeRuneInString(s)
	for range 3 {
		end := wordEnd(s, at)
		if end == at || !isUpper(s[at]) || end == len(s) {
			return false
		}
		if s[end] != ' ' {
			return s[end] == '"' || s[end] == ')' || quoteLen(s, end) > 0 || strings.HasPrefix(s[end:], "”")
		}
		at = end + 1
	}
	return false
}

// starter reports whether the word at text[i:] is one that in mid-sentence is
// not written with a capital, and no name: after an abbreviation it begins a
// sentence.
func starter(text string, i int) bool {
	j := i
	for j < len(text) && j < i+12 && class[text[j]] == letter {
		j++
	}
	if j < len(text) && (text[j] == '.' || text[j] == '-') {
		return false // A. A. Milne, U.S. All-Stars
	}
	switch text[i:j] {
	case "A", "After", "All", "Also", "Although", "Among", "An", "And", "Another", "Any", "As", "At",
		"Because", "Before", "Both", "But", "By", "Despite", "During", "Each", "Earlier", "Even", "Every", "Everybody", "Everyone",
		"For", "Four", "From", "Few", "Five", "He", "Her", "Here", "His", "How", "However", "I", "If", "In", "Instead",
		"It", "Its", "Last", "Later", "Like", "Many", "Meanwhile", "More", "Most", "My", "Nearly", "No", "Nobody", "Not", "Nothing",
		"Now", "Of", "On", "Once", "One", "Only", "Or", "Other", "Others", "Our", "Over", "She", "Since", "So",
		"Some", "Somebody", "Someone", "Still", "Such", "That", "The", "Their", "Then", "There", "These", "They", "This", "Those",
		"Though", "Three", "Through", "To", "Two", "Under", "Unlike", "Until", "We", "What", "When", "Where", "Whether",
		"Which", "While", "Who", "Why", "With", "Without", "Yes", "Yet", "You", "Your":
		return true
	}
	return false
}
