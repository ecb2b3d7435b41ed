package entities

import (
	"iter"
	"time"

	"github.com/dateline-go/dateline/entities/dates"
	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/gazetteer"
)

// Kind says what a mention names.
type Kind = kind.Kind

// The kinds of mention.
const (
	Person = kind.Person // people and families, without titles and honorifics
	Org    = kind.Org    // companies, agencies, parties, armed groups, media, clubs, courts
	Place  = kind.Place  // countries, regions, cities, waters, mountains, named facilities
	NORP   = kind.NORP   // nationalities, ethnic, religious and political groups, languages
	Misc   = kind.Misc   // other names: wars, storms, treaties, tournaments, works, products
	Date   = kind.Date   // temporal expressions
)

// A Document is what Extract found in one text.
type Document struct {
	ID        string    // the caller's id, "" where none was given
	Text      string    // the caller's own text, unchanged; not part of the JSON
	Published time.Time // publication date, zero where none was given
	Dateline  *Dateline // nil where the text has none
	Headline  *Span     // nil where the text has none
	Furniture []Span    // page furniture: lines that are not part of the story
	Mentions  []Mention // in text order, without overlaps
	Entities  []Entity  // in order of first mention; Entities[i].ID == i
	Focus     []Focus   // countries the text is about, largest share first
}

// Of yields the mentions of one kind in text order.
func (d *Document) Of(k Kind) iter.Seq[*Mention] {
	return func(yield func(*Mention) bool) {
		for i := range d.Mentions {
			if d.Mentions[i].Kind == k && !yield(&d.Mentions[i]) {
				return
			}
		}
	}
}

// A Span is a half-open range of bytes of the text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// A Mention is a span of the text with a kind: Document.Text[m.Start:m.End] == m.Text.
type Mention struct {
	Start, End int
	Text       string
	Kind       Kind
	Score      float64 // probability that span and kind are right, 0 to 1

	Entity int    // index into Document.Entities; -1 for dates, which have none
	Title  string // people: the title before the name, "Mullah" of "Mullah Omar"

	Country      string           // NORP: ISO 3166-1 alpha-2 of the country it refers to
	Place        *gazetteer.Place // the place it names or, for an ORG, that its name contains; nil where nothing fits
	PlaceScore   float64          // probability that Place is right, 0 where Place is nil
	Alternatives []PlaceCandidate // other places it may be, best first; only with WithAlternatives
	Date         *dates.Value     // DATE mentions: the value; nil for all others
}

// A PlaceCandidate is a place that a mention may refer to.
type PlaceCandidate struct {
	Place gazetteer.Place `json:"place"`
	Score float64         `json:"score"`
}

// An Entity is the person, organisation, place, group or other thing that one
// or more mentions of a document name.
type Entity struct {
	ID       int              `json:"id"`
	Kind     Kind             `json:"kind"`
	Name     string           `json:"name"`            // canonical name: the fullest form in the text
	Names    []string         `json:"names,omitempty"` // all forms, canonical first
	Roles    []string         `json:"roles,omitempty"` // people: titles and appositives found beside the names
	Ref      string           `json:"ref,omitempty"`   // a caller's own id, from WithNames
	Place    *gazetteer.Place `json:"place,omitempty"`
	Mentions []int            `json:"mentions"` // indices into Document.Mentions
}

// A Dateline is the place, date and agency at the head of a story.
type Dateline struct {
	Start  int // span of the whole dateline in the text
	End    int
	Place  *gazetteer.Place // nil where it names none that is known
	Date   *dates.Value     // nil where it has none
	Agency string           // "" where it has none
}

// A Focus is the share of a document that is about one country.
type Focus struct {
	Country string  `json:"country"`          // ISO 3166-1 alpha-2
	Admin1  string  `json:"admin1,omitempty"` // most specific first-level unit that most of the share lies in
	Share   float64 `json:"share"`            // 0 to 1
}
