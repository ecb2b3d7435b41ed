package token

import (
	"slices"
	"unicode/utf8"
)

// A cutter cuts one text into tokens.
//
// White space parts the text into chunks. A chunk of letters, digits and
// single hyphens is a word and done with at once. Any other chunk is read
// lexeme by lexeme (lexeme.go). Marks that always stand for themselves, such
// as dashes, become tokens; a word with the marks and clitics about it is a
// piece, which the rules of prose take apart (prose.go).
type cutter struct {
	text   string
	width  int // that of wrapWidth
	tokens []Token
	rules  *rules
	piece  piece
	poll   poll
}

func (c *cutter) add(start, end int) {
	if n := len(c.tokens); n == cap(c.tokens) && n > longText/8 {
		// Doubling would take more memory than all the rest.
		c.tokens = slices.Grow(c.tokens, atMostTokens(c.text[start:]))
	}
	c.tokens = append(c.tokens, Token{int32(start), int32(end)})
}

// atMostTokens counts what may be a token of its own: words, marks, and bytes
// that are no character. It can only be too high where text is ASCII; elsewhere
// it is a close guess.
func atMostTokens(text string) int {
	n := 0
	last := uint8(space)
	for i := range len(text) {
		b := text[i]
		c := class[b]
		if c == other && (b < utf8.RuneSelf || utf8.RuneStart(b) || last != other) || c > space && last <= space {
			n++
		}
		last = c
	}
	return n
}

// cut cuts the whole text, or as much of it as the context leaves time for.
func (c *cutter) cut() {
	text := c.text
	for i, from := 0, 0; i < len(text); {
		if class[text[i]] == space {
			i++
			continue
		}
		if c.poll.stop(i - from) {
			return
		}
		from = i
		j := i
		for j < len(text) && class[text[j]] > space {
			j++
			if j+1 < len(text) && text[j] == '-' && class[text[j+1]] > space {
				j++
			}
		}
		if j > i && (j == len(text) || class[text[j]] == space) {
			c.add(i, j)
			i = j + 1
			continue
		}
		if size := spaceAt(text, i); size > 0 {
			i += size
			continue
		}
		for j < len(text) && spaceAt(text, j) == 0 {
			j++
		}
		c.chunk(i, j)
		i = j
	}
}

// chunk cuts text[lo:hi], which holds no white space.
func (c *cutter) chunk(lo, hi int) {
	p := &c.piece
	for i, from := lo, lo; i < hi && !c.poll.stop(i-from); {
		from = i
		x := c.lexeme(i, lo, hi)
		if x.kind == solo {
			c.flush(i)
			c.add(i, x.end)
			i = x.end
			continue
		}
		if x.kind != closing && p.closed {
			c.flush(i)
		}
		if !p.put(x.standIn, i) {
			c.flush(i)
			p.put(x.standIn, i)
		}
		if x.clitic != "" && !p.put(x.clitic, x.end) {
			c.flush(x.end)
			p.put(x.clitic, x.end)
		}
		p.closed = x.kind != opening
		i = x.end + x.cliticLen
	}
	c.flush(hi)
}

// flush makes tokens of the piece, which ends at end.
func (c *cutter) flush(end int) {
	p := &c.piece
	switch p.n {
	case 0:
	case 1:
		c.add(int(p.start[0]), end)
	default:
		starts := c.rules.starts(p.standIn[:p.n])
		last := 0
		for i := 1; i < p.n; i++ {
			if starts&(1<<i) != 0 {
				c.add(int(p.start[last]), int(p.start[i]))
				last = i
			}
		}
		c.add(int(p.start[last]), end)
	}
	p.n, p.closed = 0, false
}

// maxPiece bounds the length of what prose is given. Pieces of real text are
// shorter: opening marks, the word, a clitic, closing marks.
const maxPiece = 12

// A piece is a word with the marks before and after it, written as a stand-in:
// an ASCII string in which w stands for the word, each mark for itself or for
// one of its kind that prose knows, and a clitic is spelled out. “Pakistan’s,
// is "w's, and (AP) is (w).
type piece struct {
	standIn [maxPiece]byte
	start   [maxPiece]int32 // where in the text each byte of standIn begins
	n       int
	closed  bool // a word or a closing mark has been put
}

// put appends s, which stands for what begins at start, and reports whether
// there was room.
func (p *piece) put(s string, start int) bool {
	if p.n+len(s) > maxPiece {
		return false
	}
	for i := range len(s) {
		p.standIn[p.n] = s[i]
		p.start[p.n] = int32(start)
		p.n++
	}
	return true
}
