package token

import (
	"unicode/utf8"
)

// Widths, in characters, between which text counts as hard-wrapped.
const (
	minWrap = 30
	maxWrap = 140
)

// lineBreak reports whether the white space text[i:j] between two tokens ends
// a sentence: it holds a blank line, or the end of a line that is not wrapped
// at width characters.
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
		case '\f':
			return true
		}
	}
	if lines != 1 {
		return lines > 1
	}
	return !(width > 0 && full(text, at, j, width))
}

// full reports whether the line that ends at text[end] is so long that the
// word at text[next:] would not have fitted in width.
func full(text string, end, next, width int) bool {
	// Walk back from the end; a line longer than the width needs no count.
	n := 0
	for k := end - 1; k >= 0 && text[k] != '\n' && text[k] != '\r'; k-- {
		if utf8.RuneStart(text[k]) {
			if n++; n > 2*maxWrap {
				return true
			}
		}
	}
	n++ // the space
	for k := next; k < len(text) && n <= width; k++ {
		if spaceAt(text, k) > 0 {
			break
		}
		if utf8.RuneStart(text[k]) {
			n++
		}
	}
	return n > width
}

// wrapWidth returns the width in characters at which the lines of text are
// wrapped, 0 if they are not. Text is hard-wrapped if most ends of its lines,
// blank lines apart, stand where the next word would not have fitted, and
// enough of them stand inside a sentence.
func wrapWidth(text string) int {
	var widths [maxWrap + 1]int // how many lines have each width
	lines := 0
	breaks := 0
	start := 0
	_ = start
	n := 0
	for k := 0; k <= len(text); k++ {
		if k == len(text) || text[k] == '\n' {
			if n > 0 {
				lines++
				widths[min(n, maxWrap)]++
			}
			n = 0
			breaks++
			continue
		}
		if utf8.RuneStart(text[k]) && text[k] != '\r' {
			n++
		}
	}
	if lines < 2 {
		return 0
	}
	// The width is that of the longest line, one line in twenty left aside:
	// a long address is not broken.
	width, over := maxWrap, lines/20
	for width > 0 && widths[width] <= over {
		over -= widths[width]
		width--
	}
	if width < minWrap || width >= maxWrap {
		return 0
	}
	total, fulls, inner := 0, 0, 0
	for k := 0; k < len(text); k++ {
		if text[k] != '\n' {
			continue
		}
		end := k
		if end > 0 && text[end-1] == '\r' {
			end--
		}
		next := k + 1
		for next < len(text) && text[next] != '\n' && spaceAt(text, next) > 0 {
			next++
		}
		if next == len(text) || text[next] == '\n' || end == 0 || text[end-1] == '\n' {
			continue // a blank line
		}
		total++
		if full(text, end, next, width) {
			fulls++
			if lowerRune(rune(text[next])) && text[end-1] != '.' {
				inner++
			}
		}
	}
	if total > 0 && fulls*4 >= total*3 && inner*4 >= total {
		return width
	}
	return 0
}
