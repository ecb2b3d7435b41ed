package token

import (
	"strings"
	"unicode/utf8"
)

// Hard-wrapped text is text in which one paragraph takes several lines,
// broken at a fixed width wherever a line is full, as in mail and on the wire.
// There the end of a line says nothing about sentences. In all other text it
// ends one: lines are paragraphs, headings or items of a list.
//
// The test is the way such text is made: a line was broken because the word
// that begins the next one did not fit. If that is so for most long lines that
// are followed by another, and enough of them break inside a sentence, the text
// is hard-wrapped, and there each full line goes on in the next. A line that
// is not full ends its paragraph in any text.

// Widths, in characters, between which text counts as hard-wrapped. Twenty or
// so lines more narrow than minWrap are a list; those wider than maxWrap are
// paragraphs.
const (
	minWrap = 40
	maxWrap = 140
)

// lineBreak reports whether the white space text[i:j] between two tokens ends
// a sentence: it holds a blank line or a form feed, or the end of a line and
// the text is not wrapped there. Width is that of wrapWidth.
func lineBreak(text string, i, j, width int) bool {
	lines, at := 0, 0
	for k := i; k < j; k++ {
		switch text[k] {
		case '\n':
			lines++
			at = k
		case '\r':
			if k+1 == j || text[k+1] != '\n' {
				lines++
				at = k
			}
		case '\f', '\v':
			return true
		case 0xe2: // U+2028, U+2029: line and paragraph separator
			if text[k+1] == 0x80 && text[k+2]|1 == 0xa9 {
				return true
			}
		}
	}
	if lines != 1 {
		return lines > 1
	}
	return width == 0 || !full(text, at, width) || newParagraph(text, at, j)
}

// full reports whether the line that ends with text[end] is so long that the
// word that begins the next would have passed width characters in it.
func full(text string, end, width int) bool {
	n, k := 0, end-1
	if k >= 0 && text[k] == '\r' {
		k-- // the lines end with CR LF
	}
	for ; k >= 0 && text[k] != '\n' && text[k] != '\r'; k-- {
		if utf8.RuneStart(text[k]) {
			n++
		}
		if n > width {
			return true
		}
	}
	for k = end + 1; k < len(text) && class[text[k]] == space && n <= width; k++ {
		n++ // the indent of the next line goes with its first word
	}
	n++ // the space that the break replaced
	for ; k < len(text) && n <= width && class[text[k]] != space; k++ {
		if utf8.RuneStart(text[k]) {
			n++
		}
	}
	return n > width
}

// newParagraph reports whether the line break at text[end] begins a paragraph
// by its looks: text[next], the first of the next line, is indented deeper
// than the line before or a bullet.
func newParagraph(text string, end, next int) bool {
	if bullet(text[next:]) {
		return true
	}
	if end > 0 && text[end-1] == '\r' {
		next, end = next-1, end-1
	}
	start := max(0, end-maxWrap*utf8.UTFMax)
	start += strings.LastIndexAny(text[start:end], "\n\r") + 1
	first := start
	for first < end && class[text[first]] == space {
		first++
	}
	return next-end-1 > first-start && !bullet(text[first:])
}

// bullet reports whether a line begins with the mark of a list item.
func bullet(line string) bool {
	for _, b := range [...]string{"- ", "* ", "• ", "– ", "— ", "> "} {
		if strings.HasPrefix(line, b) {
			return true
		}
	}
	return false
}

// A lineScanner reads the breaks in a text between two lines of which neither
// is blank.
type lineScanner struct {
	text  string
	at    int // where the next line begins
	end   int // where the line before the break ends: text[end] is the break
	next  int // where the text of the line after it begins
	width int // the width of the line before the break, in characters
}

func (s *lineScanner) scan() bool {
	for s.at < len(s.text) {
		width := 0
		n := strings.IndexByte(s.text[s.at:], '\n')
		if n < 0 {
			return false
		}
		line := s.text[s.at : s.at+n]
		if width = len(line); width > 0 && line[width-1] == '\r' {
			width--
		}
		if width <= maxWrap*utf8.UTFMax {
			width = utf8.RuneCountInString(line[:width])
		}
		blank := strings.TrimLeft(line, " \t\r") == ""
		s.end = s.at + n
		s.at = s.end + 1
		s.next = s.at
		for s.next < len(s.text) && s.text[s.next] != '\n' && class[s.text[s.next]] == space {
			s.next++
		}
		if !blank && s.next < len(s.text) && s.text[s.next] != '\n' {
			s.width = width
			return true
		}
	}
	return false
}

// wrapWidth returns the width in characters at which text is hard-wrapped, 0
// if it is not.
func wrapWidth(text string, p *poll) int {
	var widths [maxWrap + 1]int // how many lines have each width
	breaks := 0
	for s := (lineScanner{text: text}); s.scan(); {
		if p.stop(s.width + 1) {
			return 0
		}
		widths[min(s.width, maxWrap)]++
		breaks++
	}
	if breaks == 0 {
		return 0
	}
	// The width is that of the longest line, one line in twenty left aside:
	// a long address is not broken.
	width, over := maxWrap, breaks/20
	for width > 0 && widths[width] <= over {
		over -= widths[width]
		width--
	}
	if width < minWrap || width >= maxWrap {
		return 0
	}
	filled, inside := 0, 0 // full lines, and those that break inside a sentence
	open := 0              // lines that break inside a sentence without being full
	for s := (lineScanner{text: text}); s.scan(); {
		if p.stop(s.width + 1) {
			return 0
		}
		ended := endMark(text[:s.end])
		if full(text, s.end, width) {
			filled++
			if r, _ := utf8.DecodeRuneInString(text[s.next:]); lowerRune(r) && !ended {
				inside++
			}
		} else if !ended && s.width*5 >= width*3 {
			open++
		}
	}
	// Of lines that are not full, those that end a paragraph and short ones,
	// which are headings, are found in all text. Well over half of the words
	// of running text begin with a small letter; a quarter leaves room for
	// texts full of names.
	if filled >= 2*open && inside*4 >= filled && inside > 0 {
		return width
	}
	return 0
}

// endMark reports whether the line that s ends with ends with a full stop,
// question mark or exclamation mark.
func endMark(s string) bool {
	s = strings.TrimRight(s, "\r\"')”’")
	return s != "" && strings.IndexByte(".?!", s[len(s)-1]) >= 0
}
