package token

import (
	"unicode"
	"unicode/utf8"
)

// Classes of bytes.
const (
	other  = iota // ASCII marks and controls, and every byte beyond ASCII
	space         // ASCII white space
	letter        // A-Z a-z
	digit         // 0-9
	joint         // the underscore: part of a word, neither letter nor digit
)

var class = [256]uint8{
	'\t': space, '\n': space, '\v': space, '\f': space, '\r': space, ' ': space,
	'_': joint,
	'0': digit, '1': digit, '2': digit, '3': digit, '4': digit,
	'5': digit, '6': digit, '7': digit, '8': digit, '9': digit,
	'A': letter, 'B': letter, 'C': letter, 'D': letter, 'E': letter, 'F': letter, 'G': letter,
	'H': letter, 'I': letter, 'J': letter, 'K': letter, 'L': letter, 'M': letter, 'N': letter,
	'O': letter, 'P': letter, 'Q': letter, 'R': letter, 'S': letter, 'T': letter, 'U': letter,
	'V': letter, 'W': letter, 'X': letter, 'Y': letter, 'Z': letter,
	'a': letter, 'b': letter, 'c': letter, 'd': letter, 'e': letter, 'f': letter, 'g': letter,
	'h': letter, 'i': letter, 'j': letter, 'k': letter, 'l': letter, 'm': letter, 'n': letter,
	'o': letter, 'p': letter, 'q': letter, 'r': letter, 's': letter, 't': letter, 'u': letter,
	'v': letter, 'w': letter, 'x': letter, 'y': letter, 'z': letter,
}

// The names of the characters beyond ASCII that the rules speak of.
const (
	singleOpen  = '\u2018' // ‘
	singleClose = '\u2019' // ’
	doubleOpen  = '\u201c' // “
	doubleClose = '\u201d' // ”
	ellipsis    = '\u2026' // …
	hyphen      = '\u2010'
	hyphenNB    = '\u2011' // the hyphen that does not break
	modifierApo = '\u02bc' // ʼ
)

// isSpace reports whether r is white space: a character with the property
// White_Space of Unicode, which includes the no-break space U+00A0, or one of
// the two that separate words without taking room, U+200B (zero width space)
// and U+FEFF (byte order mark).
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff'
}

// spaceAt returns the length of the white space character at text[i:], 0 if
// there is none.
func spaceAt(text string, i int) int {
	switch c := text[i]; {
	case class[c] == space:
		return 1
	case c == 0xc2 || c == 0xe1 || c == 0xe2 || c == 0xe3 || c == 0xef:
		// The only bytes that a space beyond ASCII begins with.
		if r, size := utf8.DecodeRuneInString(text[i:]); isSpace(r) {
			return size
		}
	}
	return 0
}

// A sort says what a character beyond ASCII does in a text.
type sort uint8

const (
	sortWord   sort = iota // letters, digits, combining marks, joiners, bad bytes
	sortOpen               // opening quotes and brackets
	sortClose              // closing quotes and brackets, the ellipsis
	sortMoney              // currency signs
	sortHyphen             // hyphens that join words
	sortApo                // single quotes that may be an apostrophe
	sortSolo               // all other marks: dashes, bullets, symbols
)

func sortOf(r rune, size int) sort {
	switch {
	case r == utf8.RuneError && size <= 1:
		return sortWord
	case r >= 0xc0 && r < 0x250:
		if r == 0xd7 || r == 0xf7 { // × ÷
			return sortSolo
		}
		return sortWord
	}
	switch r {
	case singleOpen, singleClose, modifierApo, 0x91, 0x92:
		return sortApo // U+0091 to U+0094 are the quotes of Windows-1252, misread
	case doubleOpen, 0x93, '„', '‚', '‛', '‟', '«', '‹':
		return sortOpen
	case doubleClose, 0x94, '»', '›', ellipsis, '‰':
		return sortClose
	case hyphen, hyphenNB:
		return sortHyphen
	}
	switch {
	case unicode.IsLetter(r):
		return sortWord
	case unicode.In(r, unicode.Pi, unicode.Ps):
		return sortOpen
	case unicode.In(r, unicode.Pf, unicode.Pe):
		return sortClose
	case unicode.Is(unicode.Sc, r):
		return sortMoney
	case unicode.IsPunct(r) || unicode.IsSymbol(r) || unicode.IsControl(r):
		return sortSolo
	}
	return sortWord
}
