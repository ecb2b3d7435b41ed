// Package beam is Dateline's extractor as an Apache Beam transform: it finds
// people, organisations, places and dates in a collection of documents, on any
// runner that Beam's Go SDK supports.
//
// Import it under a name of its own, as Beam's package is called beam too:
//
//	import datelinebeam "github.com/dateline-go/dateline/beam"
//
// Beam keeps no order: the ids say which result belongs to which document.
package beam

import (
	"context"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

// A Document is one text to extract from.
type Document struct {
	ID        string `json:"id"`
	Text      string `json:"text"`
	Published string `json:"published,omitempty"` // YYYY-MM-DD or RFC 3339, "" where unknown
}

// An Annotated is what was found in one document.
type Annotated struct {
	ID string
	// JSON is an entities.Document as JSON on one line, as document.schema.json
	// of that package describes it. Its offsets count bytes of Document.Text.
	JSON string
}

// A Failure is a dead letter: a record for which there is no result, with all
// that it takes to try again.
type Failure struct {
	ID    string // "" where the record has none or could not be read
	Raw   string // the line as it was, or the Document as JSON
	Error string
}

// Namespace is that of the metrics. The transforms report, for each step:
//
//	documents   counter       documents annotated
//	bytes       counter       bytes of their texts
//	mentions    counter       mentions found in them
//	failures    counter       records for which there is no result
//	latency_us  distribution  microseconds for a document, failed or not
const Namespace = "dateline"

var (
	documentsMetric = beam.NewCounter(Namespace, "documents")
	bytesMetric     = beam.NewCounter(Namespace, "bytes")
	mentionsMetric  = beam.NewCounter(Namespace, "mentions")
	failuresMetric  = beam.NewCounter(Namespace, "failures")
	latencyMetric   = beam.NewDistribution(Namespace, "latency_us")
)

// Workers are programs of their own that know a type or a function only if it
// is registered before the pipeline starts, which Beam asks for in init.
func init() {
	beam.RegisterType(reflect.TypeFor[Document]())
	beam.RegisterType(reflect.TypeFor[Annotated]())
	beam.RegisterType(reflect.TypeFor[Failure]())
	register.DoFn4x1[context.Context, Document, func(Annotated), func(Failure), error](&extractFn{})
	register.DoFn4x0[context.Context, string, func(Document), func(Failure)](&parseFn{})
	register.Emitter1[Annotated]()
	register.Emitter1[Failure]()
	register.Emitter1[Document]()
}
