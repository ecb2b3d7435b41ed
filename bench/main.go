// Command bench measures this library beside other Go libraries that find
// names in English text: the same text and the same gold through all of them,
// in one run.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"time"
)

const usage = `Usage: go run . [flags]

Measures the speed of each library on the same texts and the F1 of its names on
the same gold, and prints both as Markdown tables.

`

// articlesDir holds the project's own articles, seen from this module.
const articlesDir = "../testdata/articles"

type options struct {
	texts   []string
	gold    []string
	rounds  int
	time    time.Duration
	record  bool
	machine string
	first   string
}

func main() {
	var o options
	flag.Func("text", "also measure speed on this `file`; on the \"text\" of each line if it ends in .jsonl; may be given several times", func(path string) error {
		o.texts = append(o.texts, path)
		return nil
	})
	flag.Func("gold", "also score names on this `file`, or on those that a pattern matches; may be given several times", func(pattern string) error {
		files, err := filepath.Glob(pattern)
		if err != nil {
			return err
		}
		if len(files) == 0 {
			return errors.New("no such file")
		}
		o.gold = append(o.gold, files...)
		return nil
	})
	flag.IntVar(&o.rounds, "rounds", 5, "rounds in which the libraries take turns; the best counts")
	flag.DurationVar(&o.time, "time", time.Second, "time for each library in each round")
	flag.BoolVar(&o.record, "record", false, "also write the tables to results/ and into README.md")
	flag.StringVar(&o.machine, "machine", "", "`name` of the machine in the record (default: that of its processor)")
	flag.StringVar(&o.first, "first", "", "print the nanoseconds that the `setting` needs for the first document and stop; the program runs itself with it")
	flag.Usage = func() {
		fmt.Fprint(flag.CommandLine.Output(), usage)
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() > 0 || o.rounds < 1 {
		flag.Usage()
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) error {
	articles, err := readArticles()
	if err != nil {
		return err
	}
	if o.first != "" {
		return printFirst(o.first, articles.docs[0].text)
	}
	sets := []textSet{articles}
	for _, path := range o.texts {
		set, err := readTexts(path)
		if err != nil {
			return err
		}
		sets = append(sets, set)
	}
	golds, err := readGold(o.gold)
	if err != nil {
		return err
	}
	r := newRecord(o)
	for _, set := range sets {
		set.countTokens()
		speeds, err := measureSpeed(ctx, set.docs, o.rounds, o.time)
		if err != nil {
			return err
		}
		r.speed = append(r.speed, setSpeed{set, speeds})
	}
	if r.first, err = measureFirst(ctx); err != nil {
		return err
	}
	if r.accuracy, err = measureAccuracy(ctx, golds); err != nil {
		return err
	}
	tables := r.markdown()
	if o.record {
		if err := r.write(".", tables); err != nil {
			return err
		}
	}
	_, err = os.Stdout.WriteString(tables)
	return err
}
