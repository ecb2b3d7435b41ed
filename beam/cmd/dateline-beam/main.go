// Command dateline-beam annotates JSONL files on a runner of Apache Beam: Prism
// in this process unless told otherwise, or Flink, Spark, Dataflow.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/dateline-go/dateline/entities"

	datelinebeam "github.com/dateline-go/dateline/beam"
)

const usage = `Usage: dateline-beam --input GLOB --output FILE [flags]

Reads documents, one JSON object {"id","text","published"} a line, and writes
what was found in each, one JSON object a line, in no fixed order. Records for
which there is no result go to --dead_letters with the reason. Files may lie on
any file system that the runner's workers reach; a name that ends in .gz is
unpacked.

Flags of this program (--help-all lists those of the runners, too):
`

// settings are the program's own flags. Beam wants them parsed by package flag
// before beam.Init, in workers as in the program that submits the job.
type settings struct {
	input, output, deadLetters string
	shards                     int
	maxBytes                   int
	alternatives               int
	homeCountry                string
	names, places              string
}

func (c *settings) register(fs *flag.FlagSet) {
	fs.StringVar(&c.input, "input", "", "`files` to read, as a pattern")
	fs.StringVar(&c.output, "output", "", "`file` to write; with --shards, the beginning of the files' names")
	fs.StringVar(&c.deadLetters, "dead_letters", "", "`file` for records that failed (default: that of --output with .failed behind it)")
	fs.IntVar(&c.shards, "shards", 1, "`number` of output files, written side by side")
	fs.IntVar(&c.maxBytes, "max_bytes", 10<<20, "fail texts longer than `n` bytes; 0 takes all")
	fs.IntVar(&c.alternatives, "alternatives", 0, "report up to `n` other places for each mention")
	fs.StringVar(&c.homeCountry, "home_country", "", "`code` of the country that the texts are written for (ISO 3166-1 alpha-2)")
	fs.StringVar(&c.names, "names", "", "CSV `file` of your own names: kind, ref, name, aliases; read where the job is submitted")
	fs.StringVar(&c.places, "places", "", "CSV `file` of your own places: ref, name, latitude, longitude, country, feature, population, aliases; read where the job is submitted")
}

func main() {
	var c settings
	own := flag.NewFlagSet("dateline-beam", flag.ContinueOnError)
	own.SetOutput(os.Stderr)
	c.register(own)
	c.register(flag.CommandLine)
	flag.Usage = func() {
		fmt.Fprint(os.Stderr, usage)
		own.PrintDefaults()
	}
	all := flag.Bool("help-all", false, "list all flags, those of the runners included")
	flag.Parse()
	beam.Init()
	if *all {
		flag.PrintDefaults()
		return
	}
	if c.input == "" || c.output == "" || c.shards < 1 || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(context.Background(), &c, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "dateline-beam:", err)
		os.Exit(1)
	}
}

// run builds the pipeline, runs it and writes its counts to w.
func run(ctx context.Context, c *settings, w io.Writer) error {
	opts, err := c.options()
	if err != nil {
		return err
	}
	p, s := beam.NewPipelineWithRoot()
	docs, unreadable := datelinebeam.Parse(s, readLines(s, c.input))
	annotated, failed := datelinebeam.Extract(s, docs, opts...)
	writeLines(s, c.output, c.shards, beam.ParDo(s, annotatedLine, annotated))
	writeLines(s, c.deadLettersFile(), 1, beam.ParDo(s, failureLine, beam.Flatten(s, unreadable, failed)))

	result, err := beamx.RunWithMetrics(ctx, p)
	if err != nil {
		return err
	}
	return writeCounts(w, result)
}

func (c *settings) deadLettersFile() string {
	if c.deadLetters != "" {
		return c.deadLetters
	}
	return c.output + ".failed"
}

func (c *settings) options() ([]datelinebeam.Option, error) {
	opts := []datelinebeam.Option{
		datelinebeam.WithMaxBytes(c.maxBytes),
		datelinebeam.WithAlternatives(c.alternatives),
		datelinebeam.WithHome(entities.Home{Country: c.homeCountry}),
	}
	names, err := readCSV(c.names, entities.ReadNames)
	if err != nil {
		return nil, err
	}
	places, err := readCSV(c.places, entities.ReadPlaces)
	if err != nil {
		return nil, err
	}
	return append(opts, datelinebeam.WithNames(names...), datelinebeam.WithPlaces(places...)), nil
}

func readCSV[T any](path string, read func(io.Reader) ([]T, error)) ([]T, error) {
	if path == "" {
		return nil, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	list, err := read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return list, nil
}

// writeCounts writes the metrics that the runner gives, summed over the
// transforms. Not every runner gives them.
func writeCounts(w io.Writer, result beam.PipelineResult) error {
	if result == nil {
		return nil
	}
	counts := map[string]int64{}
	for _, c := range result.Metrics().AllMetrics().Counters() {
		if c.Namespace() == datelinebeam.Namespace {
			counts[c.Name()] += c.Result()
		}
	}
	if len(counts) == 0 {
		return nil
	}
	_, err := fmt.Fprintf(w, "%d documents, %d bytes, %d mentions; %d records failed\n",
		counts["documents"], counts["bytes"], counts["mentions"], counts["failures"])
	return err
}
