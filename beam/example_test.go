package beam_test

import (
	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	datelinebeam "github.com/dateline-go/dateline/beam"
)

func annotatedLine(a datelinebeam.Annotated) string { return a.JSON }

func init() { register.Function1x1(annotatedLine) }

// A pipeline that annotates a feed. It is run with beamx.Run after flag.Parse
// and beam.Init; cmd/dateline-beam is the whole program.
func ExampleExtract() {
	p, s := beam.NewPipelineWithRoot()
	docs, unreadable := datelinebeam.Parse(s, textio.Read(s, "gs://bucket/feed-*.jsonl"))
	annotated, failed := datelinebeam.Extract(s, docs, datelinebeam.WithMaxBytes(1<<20))
	textio.Write(s, "gs://bucket/mentions.jsonl", beam.ParDo(s, annotatedLine, annotated))
	_ = beam.Flatten(s, unreadable, failed) // dead letters: write them where someone looks
	_ = p
}
