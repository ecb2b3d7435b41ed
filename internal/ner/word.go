package ner

import (
	"unicode"
	"unicode/utf8"
)

// A Case says how a line is capitalised: what a capital letter is worth there.
type Case uint8

// Running text, a line in title case, a line in capitals.
const (
	Running Case = iota
	Title
	Upper
)

// A Class is the coarse form of a word.
type Class uint8

// Classes of words. UpperLine and TitleLine stand for words whose capitals
// say nothing because the whole line has them.
const (
	Edge      Class = iota // before the first or after the last token
	Lower                  // word
	Capital                // Word
	AllCaps                // WORD
	Mixed                  // McWord, iWord, al-Word
	Initial                // W.
	Abbrev                 // U.S.
	Letter                 // W
	Number                 // 1,234.5
	CapNumber              // F-16
	LowNumber              // 5th
	Mark                   // punctuation and all else
	Compound               // Word-word: a name with a lower-case tail
	UpperLine
	TitleLine
)

// A Word is what features need to know about one word form on a line of one
// case. It depends on nothing else, so one value serves all occurrences.
type Word struct {
	Text    string // as written
	Norm    string // lower case, straight quotes and dashes, digits as 0
	Case    Case
	Class   Class
	Exact   uint64 // hash of the form as written
	Lower   uint64 // hash of Norm
	Phrase  uint64 // hash of Norm with runs of digits as one 0
	Shape   uint64 // hash of the collapsed shape
	Cluster uint16 // index of the Brown cluster, 0 for none
	Bits    Bits   // what the lexicon knows of the word alone
	Caps    uint8  // how often the lexicon saw the word capitalised, 0 unknown, 1 never … 7 always
	First   Role   // what the phrases are that start with the word
	Last    Role   // what the phrases are that end with it
	Guess   Guess  // what its letters say
	runes   int
	letters letters
}

// The words beyond both ends of a sentence.
var (
	Before = &Word{Text: "<s>", Norm: "<s>", Exact: Hash("\x00<s>"), Lower: Hash("\x00<s>")}
	After  = &Word{Text: "</s>", Norm: "</s>", Exact: Hash("\x00</s>"), Lower: Hash("\x00</s>")}
)

// NewWord works out the attributes of a word, the lexicon's part left empty.
func NewWord(text string, c Case) *Word {
	w := &Word{Text: text, Case: c, Exact: Hash(text), letters: lettersOf(text)}
	norm := make([]byte, 0, len(text)+4)
	phrase := make([]byte, 0, len(text)+4)
	shape := make([]byte, 0, 16)
	var upper, lower, digits, dots int
	first := rune(0)
	var r rune
	for i, size := 0, 0; i < len(text); i += size {
		r, size = utf8.DecodeRuneInString(text[i:])
		if i == 0 {
			first = r
		}
		w.runes++
		var s byte
		digit := false
		switch {
		case r >= '0' && r <= '9':
			digits++
			s, digit = '0', true
			r = '0'
		case r >= 'a' && r <= 'z':
			lower++
			s = 'x'
		case r >= 'A' && r <= 'Z':
			upper++
			s = 'X'
			r += 'a' - 'A'
		case r < utf8.RuneSelf:
			if r == '.' {
				dots++
			}
			s = byte(r)
		default:
			r, s = plain(r)
			switch s {
			case 'X':
				upper++
				r = unicode.ToLower(r)
			case 'x':
				lower++
			}
		}
		norm = utf8.AppendRune(norm, r)
		if !digit || len(phrase) == 0 || phrase[len(phrase)-1] != '0' {
			phrase = utf8.AppendRune(phrase, r)
		}
		if n := len(shape); n < 2 || shape[n-1] != s || shape[n-2] != s {
			if n < 16 {
				shape = append(shape, s)
			}
		}
	}
	switch string(norm) {
	case "``", "''":
		norm = append(norm[:0], '"')
	case "--", "---":
		norm = append(norm[:0], '-')
	case "-lrb-":
		norm = append(norm[:0], '(')
	case "-rrb-":
		norm = append(norm[:0], ')')
	}
	w.Norm = string(norm)
	w.Lower = hash(norm)
	w.Phrase = hash(phrase)
	w.Shape = hash(shape)
	w.Class = classOf(first, w.runes, upper, lower, digits, dots)
	if (w.Class == Capital || w.Class == Mixed || w.Class == AllCaps || w.Class == Abbrev) && lowerTail(text) {
		w.Class = Compound
	}
	switch {
	case c == Upper && (w.Class == AllCaps || w.Class == Capital || w.Class == Letter):
		w.Class = UpperLine
		w.Shape = 0
		w.Exact = w.Lower
	case c == Title && w.Class == Capital:
		w.Class = TitleLine
		w.Exact = w.Lower
	}
	return w
}

// plain maps typographic quotes, dashes and spaces to ASCII and says whether
// other runes are capital ('X'), other letters ('x') or marks.
func plain(r rune) (rune, byte) {
	switch {
	case r == '‘' || r == '’' || r == '‛' || r == '`' || r == '´':
		return '\'', '\''
	case r == '“' || r == '”' || r == '„' || r == '«' || r == '»':
		return '"', '"'
	case r >= '‐' && r <= '―' || r == '−':
		return '-', '-'
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return r, 'X'
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return r, 'x'
	}
	return r, '*'
}

// lowerTail reports whether s is a hyphenated word whose last part is two or
// more lower-case letters, such as "U.S.-led".
func lowerTail(s string) bool {
	i := len(s) - 1
	for i >= 0 && s[i] >= 'a' && s[i] <= 'z' {
		i--
	}
	return i > 0 && s[i] == '-' && len(s)-i > 3
}

func classOf(first rune, runes, upper, lower, digits, dots int) Class {
	letters := upper + lower
	switch {
	case letters == 0 && digits == 0:
		return Mark
	case letters == 0:
		return Number
	case digits > 0 && upper > 0:
		return CapNumber
	case digits > 0:
		return LowNumber
	case upper == 0:
		return Lower
	case dots > 0 && letters == 1 && runes == 2:
		return Initial
	case dots > 0 && lower == 0 && dots*2 >= upper:
		return Abbrev
	case letters == 1 && runes == 1:
		return Letter
	case lower == 0:
		return AllCaps
	case upper == 1 && (first >= 'A' && first <= 'Z' || first >= utf8.RuneSelf && (unicode.IsUpper(first) || unicode.IsTitle(first))):
		return Capital
	}
	return Mixed
}
