package entities

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/dateline-go/dateline/entities/dates"
	"github.com/dateline-go/dateline/entities/internal/layout"
	"github.com/dateline-go/dateline/entities/link"
	"github.com/dateline-go/dateline/entities/locate"
	"github.com/dateline-go/dateline/entities/tag"
	"github.com/dateline-go/dateline/entities/token"
	"github.com/dateline-go/dateline/gazetteer"
)

// A reading is one text on its way through the stages:
//
//	lay out → tokenize → names ─┐
//	                     dates ─┴→ merge → places → links → Document
//
// Each step takes what the steps before left in the reading. The memory of the
// stages is kept for the next text.
type reading struct {
	ctx    context.Context
	x      *Extractor
	cfg    docConfig
	text   string
	tokens token.Doc
	layout layout.Layout

	names    []tag.Span
	exprs    []dates.Expression
	mentions []Mention
	places   locate.Resolution

	linker   link.Linker
	toLink   []link.Mention
	toLocate []locate.Mention
}

var readings = sync.Pool{New: func() any { return new(reading) }}

func (x *Extractor) newReading(ctx context.Context, text string, opts []DocOption) (*reading, error) {
	if len(text) > x.maxBytes {
		return nil, fmt.Errorf("entities: text of %d bytes, limit %d: %w", len(text), x.maxBytes, ErrTooLong)
	}
	r := readings.Get().(*reading)
	r.ctx, r.x, r.text = ctx, x, text
	r.cfg = docConfig{home: &x.home}
	for _, o := range opts {
		o(&r.cfg)
	}
	return r, nil
}

// keepBytes is the longest text whose memory waits for the next text.
const keepBytes = 1 << 18

// longText is the length in bytes from which the memory of each stage is let go
// as soon as the stages after it do not need it.
const longText = 1 << 20

func (r *reading) long() bool { return len(r.text) >= longText }

// release gives the memory back; r must not be used any more.
func (r *reading) release() {
	if len(r.text) > keepBytes {
		return
	}
	// Nothing of the text may outlive the caller's use of it.
	r.ctx, r.x, r.text, r.cfg, r.tokens.Text = nil, nil, "", docConfig{}, ""
	r.layout, r.places = layout.Layout{}, locate.Resolution{}
	r.names, r.mentions = nil, nil
	clear(r.exprs)
	r.exprs = r.exprs[:0]
	clear(r.toLink)
	readings.Put(r)
}

// failed says what the reading was doing when a stage failed.
func failed(doing string, err error) error { return fmt.Errorf("entities: %s: %w", doing, err) }

// tokenize cuts the text into words and sentences.
func (r *reading) tokenize() error {
	if err := r.tokens.ResetContext(r.ctx, r.text); err != nil {
		return failed("tokenizing", err)
	}
	return nil
}

// read lays the text out, cuts it and finds its names.
func (r *reading) read() error {
	r.layout = layout.Find(r.text)
	if err := r.tokenize(); err != nil {
		return err
	}
	return r.findNames()
}

// findNames tags the tokens and keeps the names that are part of the story.
func (r *reading) findNames() error {
	spans, err := r.x.tagger.Tag(r.ctx, &r.tokens)
	if err != nil {
		return failed("tagging", err)
	}
	if r.long() {
		r.tokens = token.Doc{}
	}
	if err := checkSpans(spans, len(r.text)); err != nil {
		return err
	}
	spans = slices.DeleteFunc(spans, func(s tag.Span) bool { return s.End-s.Start > maxName })
	if d := r.layout.Dateline; d != nil && !d.Weak {
		for _, p := range d.Places {
			spans = impose(spans, p, Place)
		}
		spans = impose(spans, d.Agency, Org)
	}
	return r.correct(dropInside(spans, r.layout.Furniture))
}

// correct mends names by what the rest of the document shows.
func (r *reading) correct(spans []tag.Span) error {
	r.toLink = slices.Grow(r.toLink[:0], len(spans))
	for _, s := range spans {
		r.toLink = append(r.toLink, link.Mention{Start: int(s.Start), End: int(s.End), Kind: s.Kind, Score: s.Score})
	}
	ms, err := r.linker.KindsContext(r.ctx, r.text, r.toLink, r.x.names)
	if err != nil {
		return failed("correcting names", err)
	}
	r.toLink = ms
	spans = slices.Grow(spans[:0], len(ms))
	for _, m := range r.toLink {
		spans = append(spans, tag.Span{Start: int32(m.Start), End: int32(m.End), Kind: m.Kind, Score: m.Score})
	}
	r.names = dropInside(spans, r.layout.Furniture)
	if r.long() {
		r.toLink, r.linker = nil, link.Linker{}
	}
	return nil
}

// maxName is the length in bytes of the longest name. What a tagger takes for
// a longer one is a list or no text at all.
const maxName = 1 << 10

// checkSpans refuses what a caller's tagger may get wrong.
func checkSpans(spans []tag.Span, size int) error {
	last := int32(0)
	for i, s := range spans {
		if s.Start < last || s.End <= s.Start || int(s.End) > size || s.Kind == 0 || s.Kind > Misc {
			return fmt.Errorf("entities: tagger's span %d, bytes %d to %d of kind %v: %w", i, s.Start, s.End, s.Kind, ErrBadSpan)
		}
		last = s.End
	}
	return nil
}

// imposed is the score of a name that the dateline's form gives.
const imposed = 0.99

// impose makes the span at a name of kind k, in place of those it overlaps.
func impose(spans []tag.Span, at layout.Span, k Kind) []tag.Span {
	if at.Empty() {
		return spans
	}
	i := 0
	for i < len(spans) && int(spans[i].End) <= at.Start {
		i++
	}
	j := i
	for j < len(spans) && int(spans[j].Start) < at.End {
		j++
	}
	return slices.Replace(spans, i, j, tag.Span{Start: int32(at.Start), End: int32(at.End), Kind: k, Score: imposed})
}

// dropInside returns the spans that do not lie in any of the lines, which are
// in text order.
func dropInside(spans []tag.Span, lines []layout.Span) []tag.Span {
	if len(lines) == 0 {
		return spans
	}
	kept, i := spans[:0], 0
	for _, s := range spans {
		for i < len(lines) && lines[i].End <= int(s.Start) {
			i++
		}
		if i == len(lines) || int(s.End) <= lines[i].Start {
			kept = append(kept, s)
		}
	}
	return kept
}

// findDates finds the dates and resolves them against the publication date,
// or, where the caller gave none, the dateline's.
func (r *reading) findDates() error {
	ref := r.cfg.published
	if ref.IsZero() {
		ref = r.datelineDate()
	}
	var err error
	if r.exprs, err = dates.AppendFindContext(r.ctx, r.exprs[:0], r.text, ref); err != nil {
		return failed("finding dates", err)
	}
	return nil
}

// datelineDate is the day that the dateline itself fixes, year included.
func (r *reading) datelineDate() time.Time {
	d := r.layout.Dateline
	if d == nil || d.Date.Empty() {
		return time.Time{}
	}
	for _, e := range dates.Find(r.text[d.Date.Start:d.Date.End], time.Time{}) {
		if e.Granularity == "day" {
			return e.Value.Start
		}
	}
	return time.Time{}
}

// merge makes the list of mentions.
func (r *reading) merge() {
	r.mentions = merge(r.names, r.exprs, make([]Mention, 0, len(r.names)+len(r.exprs)))
	for i := range r.mentions {
		m := &r.mentions[i]
		m.Text = r.text[m.Start:m.End]
	}
	if r.long() {
		r.names, r.exprs = nil, nil
	}
}

// locate gives places to the mentions.
func (r *reading) locate() error {
	ctx := locate.Context{Alternatives: r.x.alternatives}
	if h := r.cfg.home; h != nil {
		ctx.HomeCountry, ctx.HomeLat, ctx.HomeLon, ctx.HasHomePoint = h.Country, h.Lat, h.Lon, h.HasPoint
	}
	if d := r.layout.Dateline; d != nil {
		ctx.DatelineStart, ctx.DatelineEnd = d.Start, d.End
	}
	r.toLocate = slices.Grow(r.toLocate[:0], len(r.mentions))
	for i := range r.mentions {
		m := &r.mentions[i]
		r.toLocate = append(r.toLocate, locate.Mention{Start: m.Start, End: m.End, Kind: m.Kind})
	}
	var err error
	if r.places, err = r.x.locator.ResolveContext(r.ctx, r.text, r.toLocate, ctx); err != nil {
		return failed("choosing places", err)
	}
	for i := range r.mentions {
		m, a := &r.mentions[i], &r.places.Answers[i]
		if m.Place = r.places.Place(i); m.Place != nil {
			m.PlaceScore = float64(a.Score)
		}
		if m.Kind == NORP {
			m.Country = a.Country
		}
		for _, alt := range a.Alternatives {
			m.Alternatives = append(m.Alternatives, PlaceCandidate{r.places.Places[alt.Place], float64(alt.Score)})
		}
	}
	if r.long() {
		r.toLocate, r.places.Answers = nil, nil
	}
	return nil
}

// link groups the mentions into entities.
func (r *reading) link() ([]Entity, error) {
	r.toLink = slices.Grow(r.toLink[:0], len(r.mentions))
	for i := range r.mentions {
		m := &r.mentions[i]
		l := link.Mention{Start: m.Start, End: m.End, Kind: m.Kind, Score: float32(m.Score), Country: m.Country}
		if m.Kind == Place && m.Place != nil {
			l.Place = m.Place.Ref
			switch f := m.Place.Feature; {
			case strings.HasPrefix(f, "PPL"), strings.HasPrefix(f, "ADM"), strings.HasPrefix(f, "PCL"):
				l.Area = true
			}
			if strings.HasPrefix(m.Place.Feature, "PCL") { // a country, as NORPs refer to
				l.Country = m.Place.Country
			}
		}
		r.toLink = append(r.toLink, l)
	}
	links, err := r.linker.GroupContext(r.ctx, r.text, r.toLink, r.x.names)
	if err != nil {
		return nil, failed("linking", err)
	}
	if r.long() {
		r.toLink, r.linker = nil, link.Linker{}
	}
	for i := range r.mentions {
		r.mentions[i].Entity, r.mentions[i].Title = links.Of[i], links.Titles[i]
	}
	out := make([]Entity, len(links.Entities))
	for i, e := range links.Entities {
		out[i] = Entity{ID: i, Kind: e.Kind, Name: e.Name, Names: e.Names, Roles: e.Roles, Ref: e.Ref, Mentions: e.Mentions}
		if e.Kind == Place || e.Kind == Org {
			out[i].Place = r.placeOf(e.Mentions)
		}
	}
	return out, nil
}

// placeOf is the place of the first mention that has one.
func (r *reading) placeOf(mentions []int) *gazetteer.Place {
	for _, i := range mentions {
		if p := r.mentions[i].Place; p != nil {
			return p
		}
	}
	return nil
}

// document makes the result out of what the stages found.
func (r *reading) document() (*Document, error) {
	d := &Document{ID: r.cfg.id, Text: r.text, Published: r.cfg.published}
	var err error
	if d.Entities, err = r.link(); err != nil {
		return nil, err
	}
	d.Mentions = r.mentions
	for _, f := range r.places.Focus {
		d.Focus = append(d.Focus, Focus(f))
	}
	if h := r.layout.Headline; !h.Empty() {
		d.Headline = &Span{h.Start, h.End}
	}
	for _, f := range r.layout.Furniture {
		d.Furniture = append(d.Furniture, Span{f.Start, f.End})
	}
	d.Dateline = r.dateline()
	return d, nil
}

// dateline resolves the dateline's parts, or returns nil where there is none:
// what only may be one is one where it names a place that is known.
func (r *reading) dateline() *Dateline {
	l := r.layout.Dateline
	if l == nil {
		return nil
	}
	d := &Dateline{Start: l.Start, End: l.End}
	if !l.Agency.Empty() {
		d.Agency = r.text[l.Agency.Start:l.Agency.End]
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Start >= l.End {
			break
		}
		switch {
		case m.Kind == Place && d.Place == nil && len(l.Places) > 0 && m.Start == l.Places[0].Start:
			d.Place = m.Place
		case m.Kind == Date && d.Date == nil && m.Start < l.Date.End && l.Date.Start < m.End:
			d.Date = m.Date
		}
	}
	if l.Weak && d.Place == nil {
		return nil
	}
	return d
}
