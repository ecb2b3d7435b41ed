package token

import (
	"context"
	"unicode/utf8"
)

// Split cuts text into words and sentences. It takes any bytes: text that is
// not valid UTF-8 is processed, its bad bytes counting as parts of words. Of a
// text longer than MaxText only the first MaxText bytes are cut.
//
// Split may be called from many goroutines at once.
func Split(text string) *Doc {
	d := new(Doc)
	d.Reset(text)
	return d
}

// Reset makes d the split of text, as Split would return it, in the memory
// that d already holds. Tokens and Sentences of the previous text become
// invalid.
func (d *Doc) Reset(text string) {
	d.ResetContext(context.Background(), text) // cannot fail
}

// ResetContext is Reset that gives up soon after ctx is cancelled. It then
// returns the context's error and leaves d with some of its tokens or none.
func (d *Doc) ResetContext(ctx context.Context, text string) error {
	d.Text = text
	d.Tokens = d.Tokens[:0]
	d.Sentences = d.Sentences[:0]
	if len(text) > MaxText {
		text = text[:MaxText]
		for i := 0; i < utf8.UTFMax && !utf8.RuneStart(d.Text[len(text)]); i++ {
			text = text[:len(text)-1] // keep the last character whole
		}
	}
	if d.Tokens == nil && text != "" {
		// English news runs at a little over five bytes a token. How long
		// texts run is seen on the way.
		n := min(len(text), longText)
		d.Tokens = make([]Token, 0, n/5+8)
		d.Sentences = make([]Sentence, 0, n/100+2)
	}
	c := cutter{text: text, tokens: d.Tokens, rules: sharedRules(), poll: poll{ctx: ctx}}
	c.width = wrapWidth(text, &c.poll)
	c.cut()
	d.Tokens = c.tokens
	d.Sentences = sentences(text, c.width, d.Tokens, d.Sentences, &c.poll)
	return c.poll.err
}

// longText is the length in bytes from which memory is asked for by count and
// not by guess.
const longText = 1 << 20

// A poll asks a context from time to time whether it is done.
type poll struct {
	ctx  context.Context
	left int // bytes until it is asked again
	err  error
}

// pollBytes is how many bytes are read between two questions; even the slowest
// to read take less than a millisecond.
const pollBytes = 1 << 13

// stop reports, after n more bytes, whether the context is done.
func (p *poll) stop(n int) bool {
	if p.left -= n; p.left < 0 && p.err == nil {
		p.left = pollBytes
		p.err = p.ctx.Err()
	}
	return p.err != nil
}

// FromWords makes a Doc of words that are already cut and grouped into
// sentences, such as those of an annotated corpus. Its text is the words
// joined with one space and the sentences joined with a newline. Token i is
// the i-th word, as given: an empty word makes an empty token and a sentence
// without words an empty sentence, so that indices agree with the caller's.
// Words beyond MaxText bytes of text are left out.
func FromWords(sents [][]string) *Doc {
	size, words := 0, 0
	for _, s := range sents {
		words += len(s)
		for _, w := range s {
			size += len(w) + 1
		}
		if len(s) == 0 {
			size++
		}
	}
	d := &Doc{
		Tokens:    make([]Token, 0, words),
		Sentences: make([]Sentence, 0, len(sents)),
	}
	text := make([]byte, 0, min(size, MaxText))
	for n, s := range sents {
		if n > 0 {
			text = append(text, '\n')
		}
		first := int32(len(d.Tokens))
		for i, w := range s {
			if len(text)+1+len(w) > MaxText {
				break
			}
			if i > 0 {
				text = append(text, ' ')
			}
			start := int32(len(text))
			text = append(text, w...)
			d.Tokens = append(d.Tokens, Token{start, int32(len(text))})
		}
		d.Sentences = append(d.Sentences, Sentence{first, int32(len(d.Tokens))})
	}
	d.Text = string(text)
	return d
}
