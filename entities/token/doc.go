// Package token cuts text into words and sentences with byte offsets.
package token

// A Token is one word or mark: Doc.Text[t.Start:t.End]. Offsets are bytes,
// half-open. They are 32 bits wide so that a token costs eight bytes; Split
// takes texts of up to MaxText bytes.
type Token struct{ Start, End int32 }

// A Sentence is the half-open range [First, Last) of indices into Doc.Tokens.
type Sentence struct{ First, Last int32 }

// MaxText is the length in bytes of the longest text that can be tokenized.
const MaxText = 1<<31 - 2

// A Doc is a text with its tokens and sentences. Every byte of Text that is
// not white space belongs to exactly one token, tokens are in text order, and
// every token belongs to exactly one sentence.
type Doc struct {
	Text      string
	Tokens    []Token
	Sentences []Sentence
}

// Word returns the text of token i.
func (d *Doc) Word(i int) string { t := d.Tokens[i]; return d.Text[t.Start:t.End] }
