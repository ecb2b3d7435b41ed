package beam

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
)

// Parse reads documents from lines of JSON such as
//
//	{"id":"a1","text":"…","published":"2016-11-20"}
//
// lines is a PCollection<string>, such as textio.Read makes; docs is a
// PCollection<Document> and failed, the lines that are no such object, a
// PCollection<Failure>. Other fields are ignored, a number serves as an id, and
// blank lines count for nothing.
func Parse(s beam.Scope, lines beam.PCollection) (docs, failed beam.PCollection) {
	return beam.ParDo2(s.Scope("dateline.Parse"), &parseFn{}, lines)
}

type parseFn struct{}

func (*parseFn) ProcessElement(ctx context.Context, line string, docs func(Document), failed func(Failure)) {
	if strings.TrimSpace(line) == "" {
		return
	}
	d, err := parseDocument(line)
	if err != nil {
		failuresMetric.Inc(ctx, 1)
		failed(Failure{ID: d.ID, Raw: line, Error: err.Error()})
		return
	}
	docs(d)
}

// parseDocument returns the id, if it can be read, along with an error.
func parseDocument(line string) (Document, error) {
	var r struct {
		ID        json.RawMessage `json:"id"`
		Text      *string         `json:"text"`
		Published *string         `json:"published"`
	}
	if err := json.Unmarshal([]byte(line), &r); err != nil {
		return Document{}, describe(err)
	}
	var d Document
	switch id := bytes.TrimSpace(r.ID); {
	case len(id) == 0 || string(id) == "null":
	case id[0] == '"':
		if err := json.Unmarshal(id, &d.ID); err != nil {
			return d, fmt.Errorf("id: %w", err)
		}
	case id[0] == '-' || '0' <= id[0] && id[0] <= '9':
		d.ID = string(id)
	default:
		return d, errors.New("id is neither a string nor a number")
	}
	if r.Text == nil {
		return d, errors.New(`no "text"`)
	}
	d.Text = *r.Text
	if r.Published != nil {
		d.Published = *r.Published
	}
	return d, nil
}

// describe says where in a line JSON went wrong.
func describe(err error) error {
	var syntax *json.SyntaxError
	var typ *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("malformed JSON at byte %d: %w", syntax.Offset, syntax)
	case errors.As(err, &typ):
		return fmt.Errorf("field %q is a %s, want a %s", typ.Field, typ.Value, typ.Type)
	}
	return err
}
