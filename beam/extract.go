package beam

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/dateline-go/dateline/entities"
)

// Extract annotates documents. docs is a PCollection<Document>; annotated is a
// PCollection<Annotated> and failed, the dead letters, a PCollection<Failure>.
// Each document gives exactly one element of one of them. A document fails
// where its date cannot be read, where it is longer than WithMaxBytes allows,
// and where the extractor itself goes wrong; the others of its bundle are not
// touched by that. The pipeline fails only where an option cannot be used.
//
// Each worker process loads its models once, on its first bundle.
func Extract(s beam.Scope, docs beam.PCollection, opts ...Option) (annotated, failed beam.PCollection) {
	fn := &extractFn{}
	for _, o := range opts {
		o(&fn.Config)
	}
	return beam.ParDo2(s.Scope("dateline.Extract"), fn, docs)
}

type extractFn struct {
	Config config

	extractor *entities.Extractor
}

// Setup is called once for each instance of the function.
func (f *extractFn) Setup() error {
	x, err := f.Config.extractor()
	if err != nil {
		return fmt.Errorf("dateline: %w", err)
	}
	f.extractor = x
	return nil
}

// ProcessElement returns an error only where the runner has cancelled the
// bundle.
func (f *extractFn) ProcessElement(ctx context.Context, d Document, annotated func(Annotated), failed func(Failure)) error {
	start := time.Now()
	out, found, err := f.annotate(ctx, &d)
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	latencyMetric.Update(ctx, time.Since(start).Microseconds())
	if err != nil {
		failuresMetric.Inc(ctx, 1)
		failed(failureOf(&d, err))
		return nil
	}
	documentsMetric.Inc(ctx, 1)
	bytesMetric.Inc(ctx, int64(len(d.Text)))
	mentionsMetric.Inc(ctx, int64(found))
	annotated(Annotated{d.ID, out})
	return nil
}

// annotate returns the document's JSON and the number of its mentions.
func (f *extractFn) annotate(ctx context.Context, d *Document) (out string, found int, err error) {
	opts := []entities.DocOption{entities.ID(d.ID)}
	if d.Published != "" {
		t, err := entities.ParsePublished(d.Published)
		if err != nil {
			return "", 0, err
		}
		opts = append(opts, entities.Published(t))
	}
	doc, err := f.extractor.ExtractContext(ctx, d.Text, opts...)
	if err != nil {
		return "", 0, err
	}
	out, err = encode(doc)
	return out, len(doc.Mentions), err
}

func failureOf(d *Document, err error) Failure {
	raw, rawErr := encode(d)
	if rawErr != nil {
		raw = d.Text
	}
	return Failure{ID: d.ID, Raw: raw, Error: err.Error()}
}

// encode writes JSON on one line, without the escapes that only HTML needs.
func encode(v any) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return "", err
	}
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), nil
}
