// Package locate chooses, for all the names of one document at once, the
// gazetteer entries they refer to, and says which countries the document is
// about.
//
// Every distinct name is a choice among the places that bear it and none of
// them. A log-linear model scores each: how the name relates to the place
// (primary name, alias, abbreviation), how prominent the place is, its feature
// class against the words around the mention, and the support it gets from the
// rest of the document: places and nationalities of the same country and
// first-level unit, places nearby, and units named right beside it ("Lincoln,
// Neb."). The last three depend on the other choices, so the model is applied
// three times, each time with the support that the round before gives. All
// mentions of a name share one place unless the text itself tells them apart
// ("Paris, Texas" and "Paris, France").
//
// Time is linear in the number of mentions.
package locate

import (
	"context"
	"sync"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/gazetteer"
)

// A Mention is a name of the text: a half-open range of bytes and what kind of
// name it is. kind.None stands for a place name or a nationality word whose
// kind the caller does not know.
type Mention struct {
	Start, End int
	Kind       kind.Kind
}

// Context is what is known of a document besides its text.
type Context struct {
	// Home is where the publisher is at home. Its country counts as if the text
	// had named it three times, its point as one place of the text.
	HomeCountry      string  // ISO 3166-1 alpha-2, "" for none
	HomeLat, HomeLon float64 // degrees; used if HasHomePoint
	HasHomePoint     bool

	// DatelineStart and DatelineEnd are the span of the dateline, in bytes;
	// both are 0 where there is none. A place in it counts for more.
	DatelineStart, DatelineEnd int

	// Alternatives is how many other places to list for each mention.
	Alternatives int
}

// An Answer is what one mention refers to.
type Answer struct {
	Place   int     // index into Resolution.Places, or -1 for none
	Country string  // ISO 3166-1 alpha-2 of the place or nationality, "" for none
	Score   float32 // probability that Place is right, 0 to 1; that there is none where Place is -1

	// Alternatives are the other places it may be, best first, at most
	// Context.Alternatives of them.
	Alternatives []Alternative
}

// An Alternative is another place that a mention may refer to.
type Alternative struct {
	Place int // index into Resolution.Places
	Score float32
}

// A Focus is the share of a document that is about one country.
type Focus struct {
	Country string  // ISO 3166-1 alpha-2
	Admin1  string  // first-level unit that most of the share lies in, "" for none
	Share   float64 // 0 to 1
}

// A Resolution answers for all mentions of a document.
type Resolution struct {
	Places  []gazetteer.Place // each place once
	Answers []Answer          // one for each mention, in the order given
	Focus   []Focus           // largest share first
}

// Place returns the place of mention i, or nil.
func (r *Resolution) Place(i int) *gazetteer.Place {
	if p := r.Answers[i].Place; p >= 0 {
		return &r.Places[p]
	}
	return nil
}

// A Locator chooses places from one gazetteer. It is immutable and safe for
// concurrent use.
type Locator struct {
	g    *gazetteer.Gazetteer
	pool sync.Pool // of *scratch
}

// New returns a Locator that chooses places from g.
func New(g *gazetteer.Gazetteer) *Locator {
	return &Locator{g: g, pool: sync.Pool{New: func() any { return new(scratch) }}}
}

// Resolve chooses a place for each mention. The mentions should be sorted and
// must not overlap; those with a span outside the text get no place. PLACE,
// NORP and kind.None mentions are resolved; an ORG gets the place that its
// name contains; PERSON mentions speak against places of that name; other
// kinds are passed over.
func (l *Locator) Resolve(text string, mentions []Mention, known Context) Resolution {
	r, _ := l.ResolveContext(context.Background(), text, mentions, known) // cannot fail
	return r
}

// ResolveContext is Resolve that gives up soon after ctx is cancelled, with the
// context's error.
func (l *Locator) ResolveContext(ctx context.Context, text string, mentions []Mention, known Context) (Resolution, error) {
	s := l.pool.Get().(*scratch)
	defer l.release(s)
	s.reset(l.g, text, mentions, known)
	s.call = ctx
	for _, step := range [...]func(){s.collect, s.link, s.infer} {
		if step(); ctx.Err() != nil {
			return Resolution{}, ctx.Err()
		}
	}
	return s.resolution(), ctx.Err()
}

// keepMentions is the most mentions whose memory waits for the next document.
const keepMentions = 1 << 14

func (l *Locator) release(s *scratch) {
	if len(s.mentions) > keepMentions {
		return
	}
	// Nothing of the document may outlive the caller's use of it.
	s.text, s.mentions, s.call = "", nil, nil
	l.pool.Put(s)
}
