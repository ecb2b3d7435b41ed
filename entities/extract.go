package entities

import (
	"context"
	"fmt"
	"runtime/debug"

	"github.com/dateline-go/dateline/entities/tag"
	"github.com/dateline-go/dateline/entities/token"
)

// Extract finds the mentions of a text. Any bytes are a text.
func (x *Extractor) Extract(text string, opts ...DocOption) (*Document, error) {
	return x.ExtractContext(context.Background(), text, opts...)
}

// ExtractContext is Extract that returns an error that wraps the context's as
// soon as ctx is cancelled. What it was doing ends within moments, too.
func (x *Extractor) ExtractContext(ctx context.Context, text string, opts ...DocOption) (*Document, error) {
	return attended(ctx, len(text), func() (doc *Document, err error) {
		defer guard(&err)
		r, err := x.newReading(ctx, text, opts)
		if err != nil {
			return nil, err
		}
		defer r.release()
		if err := r.read(); err != nil {
			return nil, err
		}
		if err := r.findDates(); err != nil {
			return nil, err
		}
		r.merge()
		if err := r.locate(); err != nil {
			return nil, err
		}
		return r.document()
	})
}

// Resolve says which places the given spans name, for callers who find names
// by other means. The rest of the text is evidence. spans must be in text order
// and must not overlap; otherwise the error wraps ErrBadSpan. There is one
// Mention for each span, in order: its Place is nil where nothing fits.
func (x *Extractor) Resolve(ctx context.Context, text string, spans []Span, opts ...DocOption) ([]Mention, error) {
	last := 0
	for i, s := range spans {
		if s.Start < last || s.End <= s.Start || s.End > len(text) {
			return nil, fmt.Errorf("entities: span %d, bytes %d to %d of %d: %w", i, s.Start, s.End, len(text), ErrBadSpan)
		}
		last = s.End
	}
	return attended(ctx, len(text), func() (out []Mention, err error) {
		defer guard(&err)
		r, err := x.newReading(ctx, text, opts)
		if err != nil {
			return nil, err
		}
		defer r.release()
		if err := r.read(); err != nil {
			return nil, err
		}
		r.names = given(r.names, spans)
		r.merge()
		if err := r.locate(); err != nil {
			return nil, err
		}
		out = make([]Mention, 0, len(spans))
		for i := range r.mentions {
			m := &r.mentions[i]
			if len(out) < len(spans) && m.Start == spans[len(out)].Start && m.End == spans[len(out)].End {
				out = append(out, *m)
			}
		}
		return out, nil
	})
}

// given puts the caller's spans in place of the names they overlap. A span that
// the tagger found just so keeps its kind, NORP or PLACE; all others are
// places, as the caller says.
func given(names []tag.Span, spans []Span) []tag.Span {
	out := make([]tag.Span, 0, len(names)+len(spans))
	i := 0
	for _, s := range spans {
		for i < len(names) && int(names[i].End) <= s.Start {
			out = append(out, names[i])
			i++
		}
		k := Place
		for i < len(names) && int(names[i].Start) < s.End {
			if n := names[i]; n.Kind == NORP && int(n.Start) == s.Start && int(n.End) == s.End {
				k = NORP
			}
			i++
		}
		out = append(out, tag.Span{Start: int32(s.Start), End: int32(s.End), Kind: k, Score: 1})
	}
	return append(out, names[i:]...)
}

// A TokenSpan is a name over the tokens [First, Last) of a sentence.
type TokenSpan struct {
	First, Last int
	Kind        Kind
	Score       float64 // probability that span and kind are right, 0 to 1
}

// Names finds the names of a document that is cut into sentences and words
// already, with all the evidence that Extract uses for names. Element i of the
// result holds the names of sentence i. A hyphenated word that holds two names
// counts for the first. Abbreviations and initials that were cut at their full
// stops ("U . S .") are read as one word.
func (x *Extractor) Names(ctx context.Context, sentences [][]string) (out [][]TokenSpan, err error) {
	defer guard(&err)
	joined := make([][]string, len(sentences))
	at := make([][]int, len(sentences))
	for i, s := range sentences {
		joined[i], at[i] = joinLetters(s)
	}
	d := token.FromWords(joined)
	r, err := x.newReading(ctx, d.Text, nil)
	if err != nil {
		return nil, err
	}
	defer r.release()
	r.tokens = *d
	if err := r.findNames(); err != nil {
		return nil, err
	}
	out = make([][]TokenSpan, len(sentences))
	i := 0
	for s, sent := range d.Sentences {
		t := sent.First
		for i < len(r.names) && t < sent.Last {
			n := r.names[i]
			if d.Tokens[t].End <= n.Start {
				t++
				continue
			}
			last := t + 1
			for last < sent.Last && d.Tokens[last].Start < n.End {
				last++
			}
			span := TokenSpan{int(t - sent.First), int(last - sent.First), n.Kind, float64(n.Score)}
			if from := at[s]; from != nil {
				span.First, span.Last = from[span.First], from[span.Last]
			}
			out[s] = append(out[s], span)
			// Names that begin in the same last token are parts of it.
			for i < len(r.names) && r.names[i].Start < d.Tokens[last-1].End {
				i++
			}
			t = last
		}
	}
	return out, nil
}

// attendedBytes is the length of text from which a call does not wait for the
// stages to see that it is cancelled. They ask often, but a single step, such
// as a word of a hundred million letters or memory for as many tokens, may take
// longer than a caller wants to wait.
const attendedBytes = 1 << 16

// attended returns what work returns or, where that takes too long for a long
// text, the error of ctx as soon as it is cancelled. work then goes on unheard
// until it asks ctx itself; what it returns is dropped.
func attended[T any](ctx context.Context, size int, work func() (T, error)) (T, error) {
	if ctx.Done() == nil || size < attendedBytes {
		return work()
	}
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		r := result{err: fmt.Errorf("entities: %w: the goroutine was ended from within", ErrInternal)}
		defer func() { done <- r }()
		r.value, r.err = work()
	}()
	select {
	case r := <-done:
		return r.value, r.err
	case <-ctx.Done():
		var none T
		return none, fmt.Errorf("entities: text of %d bytes: %w", size, ctx.Err())
	}
}

// guard turns a panic, which would be a defect of a stage or of a caller's
// Tagger, into an error: one odd text must not end a program that reads a feed.
func guard(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("entities: %w: %v\n%s", ErrInternal, p, debug.Stack())
	}
}
