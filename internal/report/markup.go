package report

import (
	"bufio"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// markup is HTML that is written as it is. Only constants convert to it on
// their own, so text that came from outside cannot be passed by mistake.
type markup string

// A printer writes HTML. Errors stay in the bufio.Writer until Flush.
type printer struct{ *bufio.Writer }

// raw writes markup.
func (p printer) raw(ms ...markup) {
	for _, m := range ms {
		p.WriteString(string(m))
	}
}

// num writes an integer.
func (p printer) num(n int) {
	var buf [20]byte
	p.Write(strconv.AppendInt(buf[:0], int64(n), 10))
}

// text writes s as text of an element, white space as it is. Control
// characters are written as their code point in a marked element, bytes that
// are not UTF-8 as U+FFFD.
func (p printer) text(s string) {
	done := 0
	for i := 0; i < len(s); {
		c, n := s[i], 1
		if c >= utf8.RuneSelf {
			var r rune
			r, n = utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && n == 1 {
				p.WriteString(s[done:i])
				p.WriteString("\uFFFD")
				done = i + n
			} else if isControl(r) {
				p.WriteString(s[done:i])
				p.control(r)
				done = i + n
			}
			i += n
			continue
		}
		var esc markup
		switch c {
		case '&':
			esc = "&amp;"
		case '<':
			esc = "&lt;"
		case '>':
			esc = "&gt;"
		case '"':
			esc = "&#34;"
		case '\'':
			esc = "&#39;"
		case '\f': // a page break, which HTML has no character for
			esc = "\n"
		case '\t', '\n', '\r':
			i++
			continue
		default:
			if isControl(rune(c)) {
				p.WriteString(s[done:i])
				p.control(rune(c))
				done = i + 1
			}
			i++
			continue
		}
		p.WriteString(s[done:i])
		p.raw(esc)
		i++
		done = i
	}
	p.WriteString(s[done:])
}

// control writes the code point of a character that must not take effect.
func (p printer) control(r rune) {
	p.raw(`<span class="cc">`)
	fmt.Fprintf(p, "%U", r)
	p.raw(`</span>`)
}

// line writes Visible(s) as text of an element or in an attribute's double quotes.
func (p printer) line(s string) { p.text(Visible(s)) }
