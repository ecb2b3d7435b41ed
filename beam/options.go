package beam

import (
	"encoding/json"
	"sync"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/gazetteer"
)

// An Option sets up the extractor of each worker.
type Option func(*config)

// config travels to the workers as JSON, within the function it belongs to.
type config struct {
	MaxBytes     int
	Alternatives int
	Home         entities.Home
	Names        []entities.Name
	Places       []gazetteer.Entry
}

// WithMaxBytes makes failures of texts longer than n bytes. Without it, one
// huge record may take all of a worker's memory.
func WithMaxBytes(n int) Option { return func(c *config) { c.MaxBytes = n } }

// WithAlternatives reports up to n other places that each mention may refer to.
func WithAlternatives(n int) Option { return func(c *config) { c.Alternatives = n } }

// WithHome says where the texts are written for.
func WithHome(h entities.Home) Option { return func(c *config) { c.Home = h } }

// WithNames adds people, organisations and other names that the caller knows.
// They travel with the pipeline, so keep them to some thousands.
func WithNames(names ...entities.Name) Option {
	return func(c *config) { c.Names = append(c.Names, names...) }
}

// WithPlaces adds a caller's own places on top of the gazetteer. They travel
// with the pipeline, so keep them to some thousands.
func WithPlaces(entries ...gazetteer.Entry) Option {
	return func(c *config) { c.Places = append(c.Places, entries...) }
}

func (c *config) newExtractor() (*entities.Extractor, error) {
	opts := []entities.Option{
		entities.WithMaxBytes(c.MaxBytes),
		entities.WithAlternatives(c.Alternatives),
		entities.WithHome(c.Home),
		entities.WithNames(c.Names...),
		entities.WithPlaces(c.Places...),
	}
	return entities.New(opts...)
}

// extractors holds one function for each config of this process, by its JSON:
// Beam makes a new instance of a function for each thread and often for each
// bundle, and all of them share the extractor, which is immutable.
var extractors sync.Map

// extractor returns the worker's extractor, which is made on first use.
func (c *config) extractor() (*entities.Extractor, error) {
	key, err := json.Marshal(c)
	if err != nil {
		return nil, err
	}
	made, _ := extractors.LoadOrStore(string(key), sync.OnceValues(c.newExtractor))
	return made.(func() (*entities.Extractor, error))()
}
