package layout

import "strings"

// A scanner yields the lines of a text that hold more than white space.
type scanner struct {
	text string
	pos  int  // where the next line begins
	line Span // the line last read, without white space at its ends
}

// next reads the next line with text; false at the end of the text.
func (sc *scanner) next() bool {
	for sc.pos < len(sc.text) {
		start := sc.pos
		end := len(sc.text)
		if i := strings.IndexByte(sc.text[start:], '\n'); i >= 0 {
			end = start + i
			sc.pos = end + 1
		} else {
			sc.pos = end
		}
		start, end = trim(sc.text, start, end)
		if start < end {
			sc.line = Span{start, end}
			return true
		}
	}
	return false
}

// trim narrows [start, end) by the white space at its ends.
func trim(text string, start, end int) (int, int) {
	for start < end {
		n := spaceLen(text[start:end])
		if n == 0 {
			break
		}
		start += n
	}
	for start < end {
		c := text[end-1]
		if c <= ' ' {
			end--
		} else if c == 0xA0 && end-start >= 2 && text[end-2] == 0xC2 {
			end -= 2
		} else {
			break
		}
	}
	return start, end
}

// spaceLen is the length of the white space character that s begins with, 0
// where it begins with another. A byte order mark counts as white space.
func spaceLen(s string) int {
	switch {
	case s == "":
		return 0
	case s[0] <= ' ':
		return 1
	case s[0] == 0xC2 && len(s) > 1 && s[1] == 0xA0:
		return 2
	case s[0] == 0xEF && len(s) > 2 && s[1] == 0xBB && s[2] == 0xBF:
		return 3
	}
	return 0
}

// blank reports whether s is white space only.
func blank(s string) bool {
	start, end := trim(s, 0, len(s))
	return start == end
}

// blankLine reports whether an empty line stands in text[from:to], where from
// is the beginning of a line.
func blankLine(text string, from, to int) bool {
	return strings.IndexByte(text[from:to], '\n') >= 0
}

// sentenceEnd reports whether a line ends like a sentence: with a full stop,
// question or exclamation mark, closing quotes and brackets aside.
func sentenceEnd(s string) bool {
	for s != "" {
		switch c := s[len(s)-1]; {
		case c == '.' || c == '?' || c == '!':
			return true
		case c == '"' || c == '\'' || c == ')' || c == ']':
			s = s[:len(s)-1]
		case len(s) >= 3 && (strings.HasSuffix(s, "”") || strings.HasSuffix(s, "’")):
			s = s[:len(s)-3]
		default:
			return false
		}
	}
	return false
}

func hasLetter(s string) bool {
	for i := 0; i < len(s); i++ {
		if isLetter(s[i]) {
			return true
		}
	}
	return false
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isLetter takes every byte of a multi-byte character for a letter.
func isLetter(c byte) bool { return isUpper(c) || isLower(c) || c >= 0x80 }
