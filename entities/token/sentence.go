package token

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentences groups the tokens of text into sentences, which it appends to
// dst. A blank line ends a sentence, and so does the end of a line unless the
// text is hard-wrapped there, at width characters (lines.go); within a line a
// sentence ends at a full stop, question mark, exclamation mark or ellipsis,
// with the quotes and brackets that close after it, if what follows can begin a
// sentence.
func sentences(text string, width int, tokens []Token, dst []Sentence, p *poll) []Sentence {
	for first := 0; first < len(tokens); {
		last := endOfSentence(text, width, tokens, first, p)
		if p.stop(int(tokens[last-1].End - tokens[first].Start)) {
			break
		}
		if n := len(dst); n == cap(dst) && n > longText/100 {
			// Doubling would take more memory than all the rest.
			more := 0
			for i := first; i < len(tokens) && !p.stop(1); i = endOfSentence(text, width, tokens, i, p) {
				more++
			}
			dst = slices.Grow(dst, more)
		}
		dst = append(dst, Sentence{int32(first), int32(last)})
		first = last
	}
	return dst
}

// endOfSentence returns the index of the token behind the last one of the
// sentence that begins at token first.
func endOfSentence(text string, width int, tokens []Token, first int, p *poll) int {
	for i := first; i < len(tokens)-1; i++ {
		if (i-first)%pollBytes == pollBytes-1 && p.stop(pollBytes) {
			break
		}
		end, next := int(tokens[i].End), int(tokens[i+1].Start)
		if next-end == 1 && text[end] == ' ' || next == end {
			switch text[end-1] {
			case '.', '?', '!', 0xa6: // the last byte of …
			default:
				continue
			}
		} else if lineBreak(text, end, next, width) {
			return i + 1
		}
		if k := sentenceEnd(text, tokens, i, first); k > 0 && k < len(tokens) {
			return k
		}
	}
	return len(tokens)
}

// maxClosers bounds how many marks after the end of a sentence are read with
// it, so that a text of nothing else takes linear time.
const maxClosers = 8

// sentenceEnd returns the index of the token that begins the next sentence if
// token i ends the one that began at token first, otherwise 0.
func sentenceEnd(text string, tokens []Token, i, first int) int {
	t := text[tokens[i].Start:tokens[i].End]
	abbr := abbrNone
	switch {
	case t == "." || t == "?" || t == "!":
	case t[0] == '.' || t == "…":
		if i > first && opens(text, tokens[i-1]) && (text[tokens[i-1].Start] == '[' || text[tokens[i-1].Start] == '(') {
			return 0 // [...] marks words left out
		}
	case t[len(t)-1] == '.':
		abbr = abbreviationToken(t[:len(t)-1])
	default:
		return 0
	}
	// What closes belongs to the sentence that it closes.
	k := i + 1
	for k < len(tokens) && k < i+maxClosers && tokens[k].Start == tokens[k-1].End && closes(text, tokens[k]) {
		k++
	}
	if k == len(tokens) {
		return 0
	}
	gap := tokens[k].Start > tokens[k-1].End
	// What opens belongs to the sentence that it opens.
	w, opened := k, false
	for w < len(tokens) && w < k+3 && opens(text, tokens[w]) {
		w, opened = w+1, true
	}
	if w == len(tokens) {
		return 0
	}
	next := text[tokens[w].Start:tokens[w].End]
	r, size := utf8.DecodeRuneInString(next)
	capital := unicode.IsUpper(r) || unicode.IsTitle(r) || lowerRune(r) && innerCapital(next)
	switch {
	case sortIsMark(r, size) && !opened && r != '-' && r != '—' && r != '–' && r != '@' && r != '#' && r != '$' && r != '*':
		return 0
	case lowerRune(r) && !capital:
		if !(opened && t == "." && gap) {
			return 0
		}
	case !gap && !capital:
		return 0
	}
	switch abbr {
	case abbrNone:
		if k > i+1 && t != "." && !opened && speech(text, tokens[w:min(w+5, len(tokens))]) {
			return 0 // "Who knows?" Mr. Lee asked.
		}
		if i == first+1 && t == "." && allDigits(text[tokens[first].Start:tokens[first].End]) {
			return 0 // the number of an item
		}
		return k
	case abbrTitle, abbrNumber:
		return 0
	case abbrEnd:
		return k
	case abbrClock:
		if i <= first+3 && preposition(text[tokens[first].Start:tokens[first].End]) {
			return 0 // At 5 p.m. Lee left
		}
		if opened && w == k+1 && quoteMark(text[tokens[k].Start]) || !opened && capital && !isTimeWord(next) {
			return k
		}
		return 0
	}
	if capital && starter(text, int(tokens[w].Start)) {
		return k
	}
	return 0
}

// abbreviationToken returns the kind of an abbreviation that is a token,
// given without its last dot.
func abbreviationToken(stem string) abbrKind {
	if k := abbreviation(stem); k != abbrNone {
		return k
	}
	switch stem {
	case "a.m", "p.m", "A.M", "P.M":
		return abbrClock
	}
	if len(stem) == 1 {
		return abbrInitial
	}
	return abbrInitials
}

// isTimeWord reports whether s can follow a clock time within a sentence.
func isTimeWord(s string) bool {
	switch s {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Eastern", "Central", "Mountain", "Pacific", "Greenwich", "British", "Japan", "Moscow", "Beijing":
		return true
	}
	if day, _, ok := strings.Cut(s, "-"); ok {
		return isTimeWord(day) // Monday-Friday
	}
	return len(s) <= 4 && len(s) >= 2 && allUpper(s) || len(s) > 3 && s[len(s)-1] == '.'
}

// preposition reports whether s, at the start of a sentence, can put a time
// before the rest of it.
func preposition(s string) bool {
	switch s {
	case "At", "By", "Around", "About", "Before", "After", "Until", "From", "Since", "Shortly":
		return true
	}
	return false
}

// speech reports whether tokens begin with a name of up to four tokens and a
// verb of saying.
func speech(text string, tokens []Token) bool {
	for n, t := range tokens {
		s := text[t.Start:t.End]
		switch s {
		case "said", "says", "asked", "asks", "told", "added", "replied", "wrote", "shouted", "cried", "wondered", "tweeted", "demanded":
			return n > 0
		}
		if s != "." && (s[0] < utf8.RuneSelf && !isUpper(s[0])) {
			return false
		}
	}
	return false
}

// quoteMark reports whether b begins a quotation mark.
func quoteMark(b byte) bool { return b == '"' || b == '\'' || b >= utf8.RuneSelf }

func allDigits(s string) bool {
	for i := range len(s) {
		if class[s[i]] != digit {
			return false
		}
	}
	return true
}

// closes reports whether t is a mark that closes a sentence's quotation or
// bracket, or one more mark of its end.
func closes(text string, t Token) bool {
	switch text[t.Start:t.End] {
	case `"`, "'", "''", ")", "]", "}", "”", "’", "»", "›", ".", "!", "?", "…":
		return true
	}
	return false
}

func opens(text string, t Token) bool {
	switch text[t.Start:t.End] {
	case `"`, "'", "``", "`", "''", "(", "[", "{", "“", "‘", "«", "‹", "„":
		return true
	}
	return false
}

func sortIsMark(r rune, size int) bool {
	if r < utf8.RuneSelf {
		return class[r] < letter
	}
	return sortOf(r, size) != sortWord
}

func lowerRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z'
	}
	return unicode.IsLower(r)
}

// innerCapital reports whether a word that begins with a small letter has a
// capital: al-Qaida, iPhone. Such a word can begin a sentence.
func innerCapital(s string) bool {
	for i := 1; i < len(s) && i < 24; i++ {
		if isUpper(s[i]) {
			return true
		}
	}
	return false
}
