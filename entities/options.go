package entities

import (
	"context"
	"time"

	"github.com/dateline-go/dateline/entities/tag"
	"github.com/dateline-go/dateline/entities/token"
	"github.com/dateline-go/dateline/gazetteer"
)

// An Option sets up an Extractor.
type Option func(*config)

type config struct {
	gazetteer    *gazetteer.Gazetteer
	places       []gazetteer.Entry
	names        []Name
	tagger       Tagger
	maxBytes     int
	home         Home
	alternatives int
}

// A Tagger finds names in tokenized text. Spans are byte offsets into d.Text,
// in order and without overlaps; what violates that is reported as an error by
// Extract. Spans of more than 1024 bytes are no names and passed over. Tag is
// called from several goroutines at once. It should return soon after ctx is
// cancelled: Extract itself may have returned before.
type Tagger interface {
	Tag(ctx context.Context, d *token.Doc) ([]tag.Span, error)
}

// WithGazetteer looks places up in g in place of the embedded world.
func WithGazetteer(g *gazetteer.Gazetteer) Option { return func(c *config) { c.gazetteer = g } }

// WithPlaces adds a caller's own places on top of the gazetteer. An entry
// without a Prominence counts as one as well known as a capital.
func WithPlaces(entries ...gazetteer.Entry) Option {
	return func(c *config) { c.places = append(c.places, entries...) }
}

// WithNames adds people, organisations and other names that the caller knows.
// Their mentions are found as written and their entities carry Name.Ref.
func WithNames(names ...Name) Option {
	return func(c *config) { c.names = append(c.names, names...) }
}

// WithModel tags names with m in place of the embedded model.
func WithModel(m *tag.Model) Option { return func(c *config) { c.tagger = modelTagger{m} } }

// WithTagger tags names with t, such as a transformer or a remote service, in
// place of the built-in tagger.
func WithTagger(t Tagger) Option { return func(c *config) { c.tagger = t } }

// WithMaxBytes refuses texts longer than n bytes with ErrTooLong; 0 leaves only
// the limit of token.MaxText.
func WithMaxBytes(n int) Option { return func(c *config) { c.maxBytes = n } }

// WithHome says where the texts are written for, which decides between places
// of one name where the text itself does not.
func WithHome(h Home) Option { return func(c *config) { c.home = h } }

// WithAlternatives reports up to n other places that each mention may refer to.
func WithAlternatives(n int) Option { return func(c *config) { c.alternatives = n } }

// A Home is the country, or the point, that a newspaper or agency writes for.
// The zero value is no home.
type Home struct {
	Country  string  // ISO 3166-1 alpha-2
	Lat, Lon float64 // degrees; used where HasPoint is set
	HasPoint bool
}

// A DocOption tells what is known of one text.
type DocOption func(*docConfig)

type docConfig struct {
	id        string
	published time.Time
	home      *Home
}

// Published gives the date against which "yesterday" and "Oct. 26" resolve.
// Only its calendar date and, for hours, its clock time count, as read in its
// own location.
func Published(t time.Time) DocOption { return func(c *docConfig) { c.published = t } }

// ID sets Document.ID.
func ID(id string) DocOption { return func(c *docConfig) { c.id = id } }

// From gives the home of one text; it overrides WithHome.
func From(h Home) DocOption { return func(c *docConfig) { c.home = &h } }
