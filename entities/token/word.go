package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word reads the word at i of a chunk that ends at hi, with the clitic that
// ends it. It takes the first character as part of the word, whatever it is.
func (c *cutter) word(i, hi int) lexeme {
	text := c.text[:hi]
	if end := urlEnd(text, i); end > 0 {
		return lexeme{kind: word, end: end, standIn: "w"}
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	q := i + size
	host := false // a dot between lower-case words has been passed: bbc.co.uk
	for q < hi {
		b := text[q]
		if class[b] > space {
			q++
			continue
		}
		next, after := byte(0), q+1
		if after < hi {
			next = text[after]
		}
		prev := text[q-1]
		switch {
		case b >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(text[q:])
			switch sortOf(r, size) {
			case sortWord:
				q += size
				continue
			case sortHyphen:
				if wordAt(text, q+size) {
					q += size
					continue
				}
			case sortApo:
				if x := c.wordApostrophe(i, q, q+size, hi); x.end > 0 {
					return x
				} else if wordAt(text, q+size) && r != singleOpen || letterBoth(text, q, q+size) {
					q += size
					continue
				}
			}
			if (r == '°' || r == '·') && wordAt(text, q+size) {
				q += size
				continue
			}
		case b == '\'':
			if x := c.wordApostrophe(i, q, after, hi); x.end > 0 {
				return x
			} else if wordAt(text, after) {
				q = after
				continue
			}
		case b == '-':
			if wordAt(text, after) {
				q = after
				continue
			}
			if (after == hi || next == ',' || next == ')') && unicode.IsLower(rune(text[i])) && letterAt(prev) {
				return lexeme{kind: word, end: after, standIn: "w"} // pre- and post-war
			}
		case b == '.':
			switch dot := c.dot(i, q, hi); dot {
			case dotInside:
				host = host || isLower(prev) && isLower(next)
				q = after
				continue
			case dotEnds:
				x := lexeme{kind: word, end: after, standIn: "w"}
				if next == '-' && wordAt(text, after+1) && class[text[after+1]] != digit {
					q = after // U.S.-led, but not 7 a.m.-3 p.m.
					continue
				}
				if quote := quoteLen(text, after); quote > 0 {
					if k := cliticAt(text, after+quote); k.end > 0 {
						x.clitic, x.cliticLen = k.standIn, k.end-after
					}
				}
				return x
			}
		case b == ',':
			if n := digits(text, after); class[prev] == digit && (n == 3 || n == 2) {
				q = after // 10,000 and 2,00,000, but not 6-4,7-5
				continue
			}
		case b == ':':
			if class[prev] == digit && class[next] == digit {
				q = after // 3:30
				continue
			}
		case b == '/':
			if host {
				return lexeme{kind: word, end: trimURL(text, i, hi), standIn: "w"}
			}
			if class[prev] == digit && class[next] == digit {
				q = after // 9/11
				continue
			}
		case b == '&' || b == '@':
			if wordAt(text, after) {
				q = after // AT&T, desk@example.org
				continue
			}
		case b == '+':
			if !wordAt(text, after) {
				q = after // Disney+
				continue
			}
		case b == '$':
			if (class[next] == digit || after == hi) && q-i <= 3 && allUpper(text[i:q]) {
				return lexeme{kind: word, end: after, standIn: "w"} // US$
			}
		}
		break
	}
	return lexeme{kind: word, end: q, standIn: "w"}
}

// digits returns how many digits there are at text[i:], at most 4.
func digits(text string, i int) int {
	n := 0
	for n < 4 && i+n < len(text) && class[text[i+n]] == digit {
		n++
	}
	return n
}

func isLower(b byte) bool  { return 'a' <= b && b <= 'z' }
func isUpper(b byte) bool  { return 'A' <= b && b <= 'Z' }
func letterAt(b byte) bool { return class[b] == letter || b >= utf8.RuneSelf }

func allUpper(s string) bool {
	for i := range len(s) {
		if !isUpper(s[i]) {
			return false
		}
	}
	return true
}

// wordAt reports whether a character that makes words begins at text[i:].
func wordAt(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	if text[i] < utf8.RuneSelf {
		return class[text[i]] > space
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	return sortOf(r, size) == sortWord
}

func letterBoth(text string, i, j int) bool {
	return letterAt(text[i-1]) && j < len(text) && (class[text[j]] == letter || wordAt(text, j))
}

// quoteLen returns the length of the apostrophe at text[i:], 0 if none.
func quoteLen(text string, i int) int {
	switch {
	case i < len(text) && text[i] == '\'':
		return 1
	case strings.HasPrefix(text[min(i, len(text)):], "\u2019"):
		return 3
	}
	return 0
}

// wordApostrophe looks for a clitic at the apostrophe text[q:after] of the
// word that begins at i. If there is one it returns the word with it.
func (c *cutter) wordApostrophe(i, q, after, hi int) lexeme {
	text := c.text[:hi]
	if k := cliticAt(text, after); k.end > 0 && follows(text[i:q], text[after:k.end]) {
		return lexeme{kind: word, end: q, standIn: "w", clitic: k.standIn, cliticLen: k.end - q}
	}
	if q-1 > i && after < hi && text[q-1]|0x20 == 'n' && text[after]|0x20 == 't' && !wordAt(text, after+1) {
		return lexeme{kind: word, end: q - 1, standIn: "w", clitic: "n't", cliticLen: after + 1 - (q - 1)}
	}
	if q == i+1 && !wordAt(text, after) {
		switch text[i] {
		case 'n', 'N', 'o', 'O':
			return lexeme{kind: word, end: after, standIn: "w"} // Guns N’ Roses
		}
	}
	return lexeme{}
}

// follows reports whether the clitic whose letters are given can follow word.
// ’m follows only I, and ’d no name: Sa’d is one.
func follows(word, letters string) bool {
	switch letters {
	case "m", "M":
		return word == "I" || word == "i"
	case "d", "D":
		if isUpper(word[0]) {
			switch strings.ToLower(word[:min(len(word), 8)]) {
			case "i", "you", "he", "she", "it", "we", "they", "who", "that", "there", "this", "what", "how", "where", "why":
				return true
			}
			return false
		}
	}
	return true
}

// urlEnd returns the end of the URL at text[i:], 0 if there is none.
func urlEnd(text string, i int) int {
	j := i
	for j < len(text) && j < i+8 && class[text[j]] == letter {
		j++
	}
	rest := text[j:]
	if j-i >= 3 && strings.HasPrefix(rest, "://") && len(rest) > 3 ||
		j-i == 3 && strings.EqualFold(text[i:j], "www") && strings.HasPrefix(rest, ".") && wordAt(text, j+1) {
		return trimURL(text, i, len(text))
	}
	return 0
}

// trimURL returns the end of the URL text[i:hi] without the marks of the
// sentence that follow it.
func trimURL(text string, i, hi int) int {
	open := strings.Count(text[i:hi], "(") - strings.Count(text[i:hi], ")")
	for hi > i+1 {
		r, size := utf8.DecodeLastRuneInString(text[i:hi])
		switch r {
		case '.', ',', ';', ':', '!', '?', '\'', '"', ']', '}', '>', doubleClose, singleClose, ellipsis, '»':
		case ')':
			if open >= 0 {
				return hi // the bracket is the URL's own
			}
			open++
		default:
			return hi
		}
		hi -= size
	}
	return hi
}
