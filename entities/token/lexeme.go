package token

import (
	"unicode"
	"unicode/utf8"
)

// A lexeme is the smallest part of a chunk that the rules tell apart.
type lexeme struct {
	kind lexemeKind
	end  int

	// standIn is what the piece holds for it; of a word followed by a clitic,
	// clitic is what it holds for the clitic at end, cliticLen bytes long.
	standIn   string
	clitic    string
	cliticLen int
}

type lexemeKind uint8

const (
	solo    lexemeKind = iota // a mark that is always a token of its own
	opening                   // a mark that belongs to what follows
	word                      // a word, or a clitic by itself
	closing                   // a mark that belongs to what precedes
)

// lexeme reads the lexeme at i of the chunk text[lo:hi].
func (c *cutter) lexeme(i, lo, hi int) lexeme {
	text := c.text[:hi]
	b := text[i]
	if b >= utf8.RuneSelf {
		return c.lexemeBeyond(i, lo, hi)
	}
	if class[b] > space {
		return c.word(i, hi)
	}
	next := byte(0)
	if i+1 < hi {
		next = text[i+1]
	}
	switch b {
	case '(', '[', '{', '<':
		return lexeme{kind: opening, end: i + 1, standIn: "("}
	case '$':
		return lexeme{kind: opening, end: i + 1, standIn: "$"}
	case ')', ']', '}', '>':
		return lexeme{kind: closing, end: i + 1, standIn: ")"}
	case ',', ';', ':', '!', '?':
		return lexeme{kind: closing, end: i + 1, standIn: text[i : i+1]}
	case '%':
		return lexeme{kind: closing, end: i + 1, standIn: ","}
	case '.':
		end := runEnd(text, i)
		if end == i+1 && class[next] == digit && !c.piece.closed {
			return c.word(i, hi) // .22
		}
		return lexeme{kind: closing, end: end, standIn: "."}
	case '"':
		return c.quote(i + 1)
	case '`':
		end := i + 1
		if next == '`' {
			end++ // `` is a double quote
		}
		return lexeme{kind: opening, end: end, standIn: `"`}
	case '\'':
		return c.apostrophe(i, i+1, hi)
	case '-', '=', '*', '~', '^', '|':
		end := runEnd(text, i)
		if end == i+1 && b == '-' && class[next] == digit && !c.piece.closed && (i == lo || c.piece.n > 0) {
			return c.word(i, hi) // -5
		}
		return lexeme{kind: solo, end: end}
	case '+':
		if class[next] == digit && !c.piece.closed {
			return c.word(i, hi) // +1
		}
	case '@', '#':
		if (class[next] == letter || class[next] == joint) && !c.piece.closed {
			return c.word(i, hi) // a handle, a hashtag
		}
	}
	return lexeme{kind: solo, end: i + 1}
}

// quote is a straight double quote that ends at end: it opens what no word
// precedes.
func (c *cutter) quote(end int) lexeme {
	if c.piece.closed {
		return lexeme{kind: closing, end: end, standIn: `"`}
	}
	return lexeme{kind: opening, end: end, standIn: `"`}
}

// runEnd returns the end of the run of the byte text[i].
func runEnd(text string, i int) int {
	b := text[i]
	for i < len(text) && text[i] == b {
		i++
	}
	return i
}

// lexemeBeyond reads a lexeme that begins with a character beyond ASCII.
func (c *cutter) lexemeBeyond(i, lo, hi int) lexeme {
	text := c.text[:hi]
	r, size := utf8.DecodeRuneInString(text[i:])
	end := i + size
	switch sortOf(r, size) {
	case sortWord:
		return c.word(i, hi)
	case sortApo:
		return c.apostrophe(i, end, hi)
	case sortOpen:
		return lexeme{kind: opening, end: c.marksEnd(end, hi), standIn: `"`}
	case sortClose:
		return lexeme{kind: closing, end: c.marksEnd(end, hi), standIn: `"`}
	case sortMoney:
		return lexeme{kind: opening, end: c.marksEnd(end, hi), standIn: "$"}
	}
	return lexeme{kind: solo, end: c.marksEnd(end, hi)}
}

// marksEnd returns the end of the combining marks and joiners at i, which
// belong to the mark before them.
func (c *cutter) marksEnd(i, hi int) int {
	for i < hi && c.text[i] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(c.text[i:hi])
		if !unicode.In(r, unicode.M, unicode.Cf) || isSpace(r) {
			break
		}
		i += size
	}
	return i
}

// apostrophe reads the single quote text[i:end]: a clitic without its word, a
// word with its beginning left out, or a quotation mark.
func (c *cutter) apostrophe(i, end, hi int) lexeme {
	text := c.text[:hi]
	if text[i] == '\'' && end < hi && text[end] == '\'' {
		return c.quote(end + 1) // '' is a double quote
	}
	if k := cliticAt(text, end); k.end > 0 && (c.piece.closed || c.piece.n == 0) {
		return lexeme{kind: word, end: k.end, standIn: k.standIn}
	}
	if c.piece.closed {
		return lexeme{kind: closing, end: end, standIn: "'"}
	}
	if n := elided(text[end:]); n > 0 {
		return lexeme{kind: word, end: end + n, standIn: "w"}
	}
	return lexeme{kind: opening, end: end, standIn: `"`}
}

// elided returns the length of the word or year at the start of s that is
// written with an apostrophe before it: ’90s, ’em. It returns 0 for any other.
func elided(s string) int {
	n := wordEnd(s, 0)
	if wordAt(s, n) {
		return 0
	}
	switch s[:n] {
	case "em", "til", "tis", "twas", "cause":
		return n
	case "n", "N":
		return n + quoteLen(s, n) // rock ’n’ roll
	}
	if n >= 2 && class[s[0]] == digit && class[s[1]] == digit && (n == 2 || s[2:n] == "s") {
		return n
	}
	return 0
}

type cliticMatch struct {
	end     int
	standIn string
}

// cliticAt returns the clitic whose letters begin at i, after the apostrophe,
// and end the word. Its end is 0 where there is none.
func cliticAt(text string, i int) cliticMatch {
	j := i
	for j < len(text) && class[text[j]] > space {
		j++
	}
	if j < len(text) && text[j] >= utf8.RuneSelf {
		if r, size := utf8.DecodeRuneInString(text[j:]); sortOf(r, size) == sortWord {
			return cliticMatch{}
		}
	}
	switch text[i:j] {
	case "s", "S", "d", "D", "ve", "VE":
		return cliticMatch{j, "'s"} // prose knows neither ’d nor ’ve
	case "m", "M":
		return cliticMatch{j, "'m"}
	case "re", "RE":
		return cliticMatch{j, "'re"}
	case "ll", "LL":
		return cliticMatch{j, "'ll"}
	}
	return cliticMatch{}
}
