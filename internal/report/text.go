package report

import "unicode/utf8"

// Visible returns s as one line of text that is safe to print on a terminal
// or to put in a column of a table. Each run of white space is one space, none
// at the ends; other control characters, characters that turn the direction of
// the text around them, line separators and tags are written as \u0000 or
// \U00000000, bytes that are not UTF-8 as \x00. It is meant for reading: it
// cannot be undone.
func Visible(s string) string {
	for i := range len(s) {
		if c := s[i]; c <= ' ' && !(c == ' ' && 0 < i && i+1 < len(s) && s[i+1] != ' ') || c >= 0x7f {
			return string(AppendVisible(make([]byte, 0, len(s)+16), s))
		}
	}
	return s
}

// AppendVisible appends Visible(s) to dst.
func AppendVisible(dst []byte, s string) []byte {
	start, space := len(dst), false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if isSpace(r) {
			space = true
			i += n
			continue
		}
		if space && len(dst) > start {
			dst = append(dst, ' ')
		}
		space = false
		switch {
		case r == utf8.RuneError && n == 1:
			dst = appendHex(append(dst, `\x`...), rune(s[i]), 2)
		case !isControl(r) && !isInvisible(r):
			dst = append(dst, s[i:i+n]...)
		case r > 0xffff:
			dst = appendHex(append(dst, `\U`...), r, 8)
		default:
			dst = appendHex(append(dst, `\u`...), r, 4)
		}
		i += n
	}
	return dst
}

func appendHex(dst []byte, r rune, digits int) []byte {
	for i := digits - 1; i >= 0; i-- {
		dst = append(dst, "0123456789abcdef"[r>>(4*i)&15])
	}
	return dst
}

// isSpace says whether r only separates words: the white space of ASCII, NEL
// and the no-break space.
func isSpace(r rune) bool {
	return r == ' ' || '\t' <= r && r <= '\r' || r == 0x85 || r == 0xa0
}

// isControl says whether r may do something to the text around it: control
// characters, the embeddings, overrides and isolates of the bidirectional
// algorithm, interlinear annotation, tag characters and noncharacters.
func isControl(r rune) bool {
	return r < 0x20 || 0x7f <= r && r < 0xa0 || 0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069 ||
		0xfff9 <= r && r <= 0xfffb || 0xfdd0 <= r && r <= 0xfdef || r&0xfffe == 0xfffe || 0xe0000 <= r && r <= 0xe007f
}

// isInvisible says whether r, which a page may show as it is, would mislead
// or break the line on a terminal: direction marks, line and paragraph
// separators, the byte order mark.
func isInvisible(r rune) bool {
	return r == 0x61c || r == 0x200e || r == 0x200f || r == 0x2028 || r == 0x2029 || r == 0xfeff
}
