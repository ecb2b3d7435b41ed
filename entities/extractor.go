package entities

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/dateline-go/dateline/entities/link"
	"github.com/dateline-go/dateline/entities/locate"
	"github.com/dateline-go/dateline/entities/tag"
	"github.com/dateline-go/dateline/entities/tag/news"
	"github.com/dateline-go/dateline/entities/token"
	"github.com/dateline-go/dateline/gazetteer"
)

// Errors that callers may test for with errors.Is.
var (
	// ErrTooLong: the text is longer than WithMaxBytes or token.MaxText allows.
	ErrTooLong = errors.New("text too long")
	// ErrInternal: a stage or a caller's Tagger panicked; the message holds the
	// stack. It is a defect: please report the text.
	ErrInternal = errors.New("internal error")
	// ErrBadSpan: a span given to Resolve, or by a caller's Tagger, is not a
	// range of bytes of the text or is out of order.
	ErrBadSpan = errors.New("bad span")
)

// An Extractor finds mentions in texts. It is immutable and safe for concurrent
// use: same text, same options, same result.
type Extractor struct {
	tagger       Tagger
	gazetteer    *gazetteer.Gazetteer
	locator      *locate.Locator
	names        *link.Names // the caller's own names, nil where there are none
	maxBytes     int
	home         Home
	alternatives int
}

// New returns an Extractor. Without options it uses the embedded model and the
// embedded gazetteer. It fails only where an option's value cannot be used.
func New(opts ...Option) (*Extractor, error) {
	var c config
	for _, o := range opts {
		o(&c)
	}
	x := &Extractor{tagger: c.tagger, gazetteer: c.gazetteer, maxBytes: c.maxBytes, home: c.home, alternatives: c.alternatives}
	if x.maxBytes <= 0 || x.maxBytes > token.MaxText {
		x.maxBytes = token.MaxText
	}
	if x.tagger == nil {
		m, err := news.Model()
		if err != nil {
			return nil, fmt.Errorf("entities: embedded model: %w", err)
		}
		x.tagger = modelTagger{m}
	}
	if x.gazetteer == nil {
		g, err := gazetteer.World()
		if err != nil {
			return nil, fmt.Errorf("entities: embedded gazetteer: %w", err)
		}
		x.gazetteer = g
	}
	if len(c.places) > 0 {
		g, err := x.gazetteer.With(prominent(c.places)...)
		if err != nil {
			return nil, fmt.Errorf("entities: WithPlaces: %w", err)
		}
		x.gazetteer = g
	}
	x.locator = locate.New(x.gazetteer)
	if len(c.names) > 0 {
		x.names = link.NewNames(c.names)
	}
	return x, nil
}

// ownProminence makes a caller's place as likely as a capital: a caller adds
// places because the texts are about them.
const ownProminence = 230

// prominent gives the entries that say nothing of their prominence a high one.
func prominent(entries []gazetteer.Entry) []gazetteer.Entry {
	out := slices.Clone(entries)
	for i := range out {
		if out[i].Prominence == 0 {
			out[i].Prominence = ownProminence
		}
	}
	return out
}

var defaultExtractor = sync.OnceValues(func() (*Extractor, error) { return New() })

// Extract finds the mentions of text with the default Extractor, which is made
// on first use.
func Extract(text string, opts ...DocOption) (*Document, error) {
	x, err := defaultExtractor()
	if err != nil {
		return nil, err
	}
	return x.Extract(text, opts...)
}

// Resolve says which places the given spans of text name, with the default
// Extractor; see Extractor.Resolve.
func Resolve(text string, spans []Span, opts ...DocOption) ([]Mention, error) {
	x, err := defaultExtractor()
	if err != nil {
		return nil, err
	}
	return x.Resolve(context.Background(), text, spans, opts...)
}

// Gazetteer returns the gazetteer that places are looked up in.
func (x *Extractor) Gazetteer() *gazetteer.Gazetteer { return x.gazetteer }

// modelTagger is the built-in Tagger.
type modelTagger struct{ m *tag.Model }

func (t modelTagger) Tag(ctx context.Context, d *token.Doc) ([]tag.Span, error) {
	return t.m.TagContext(ctx, d)
}
