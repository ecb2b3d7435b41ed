package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
	"time"

	"github.com/dateline-go/dateline/entities"
)

const extractUsage = `
Usage: dateline extract [flags] [FILE…]

Reads articles and writes their mentions. A FILE may be a plain text, a .gz of
one, a directory (for its .txt files, with -input jsonl its .jsonl files) or a
glob pattern; without FILE, standard input is read. The id of a file is its path, of standard input "-".

Formats: text is one line a mention, tab-separated: start, end, kind, text, and
what it resolves to; json is one object, or an array for several articles;
jsonl is one object a line; html is one self-contained page with a map and a
timeline; geojson is a FeatureCollection of the places.

Examples:
  dateline extract -published 2016-11-20 article.txt
  dateline extract -format json < article.txt
  dateline extract -input jsonl -format jsonl feed.jsonl.gz > mentions.jsonl
  dateline extract -format html articles/ > report.html
`

func runExtract(ctx context.Context, e *env, args []string) error {
	c := extractRun{env: e}
	return c.run(ctx, args)
}

// extensions are those of the files that are read in a directory, by -input.
var extensions = map[string][]string{
	"text":  {".txt", ".text"},
	"jsonl": {".jsonl", ".ndjson"},
}

// extractRun is one run of the extract command.
type extractRun struct {
	env      *env
	input    string
	problems problems
	progress *progress
}

func (c *extractRun) run(ctx context.Context, args []string) error {
	fs := newFlags(c.env, "extract", extractUsage)
	published := fs.String("published", "", "publication `date`, YYYY-MM-DD or RFC 3339, against which dates resolve")
	fs.StringVar(&c.input, "input", "text", "`form` of the input: text, or jsonl with {\"id\",\"text\",\"published\"} a line")
	format := fs.String("format", "text", "output `format`: text, json, jsonl, html or geojson")
	workers := fs.Int("workers", 0, "articles to work on at a time, 0 for one a core")
	var own extractorFlags
	own.register(fs.FlagSet)
	args, err := fs.parse(args)
	if err != nil {
		return err
	}
	if extensions[c.input] == nil {
		return usagef("-input %q is neither text nor jsonl", c.input)
	}
	if *workers < 0 {
		return usagef("-workers %d is less than 0", *workers)
	}
	var date time.Time
	if *published != "" {
		if date, err = entities.ParsePublished(*published); err != nil {
			return usagef("-published: %v", err)
		}
	}
	files, err := expand(args, extensions[c.input]...)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(c.env.stdout, 1<<16)
	many := len(files) > 1 || c.input == "jsonl"
	w, err := newWriter(*format, out, many, useColour(c.env))
	if err != nil {
		return err
	}
	x, err := own.extractor(c.env)
	if err != nil {
		return err
	}
	c.progress = newProgress(c.env, files)
	defer c.progress.done()

	for doc, err := range x.ExtractAll(ctx, c.inputs(files, date), *workers) {
		if err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			c.problems.add(err)
			continue
		}
		c.progress.document()
		if err := w.Add(doc); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
		// A reader of a slow feed sees each document when it is ready.
		if many {
			if err := out.Flush(); err != nil {
				return fmt.Errorf("writing: %w", err)
			}
		}
	}
	if err := w.Close(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	c.progress.done()
	return c.problems.report(c.env.stderr)
}

// inputs yields the articles of files in order and notes what cannot be read.
// It runs in a goroutine of its own, and ExtractAll ends after it.
func (c *extractRun) inputs(files []string, published time.Time) iter.Seq[entities.Input] {
	return func(yield func(entities.Input) bool) {
		for _, name := range files {
			goOn, err := c.readFile(name, published, yield)
			if err != nil {
				c.problems.add(err)
			}
			if !goOn {
				return
			}
		}
	}
}

func (c *extractRun) readFile(name string, published time.Time, yield func(entities.Input) bool) (goOn bool, err error) {
	r, err := c.env.open(name, c.progress.count)
	if err != nil {
		return true, err
	}
	defer r.Close()
	if c.input == "text" {
		b, err := io.ReadAll(r)
		if err != nil {
			return true, fmt.Errorf("%s: %w", name, err)
		}
		return yield(entities.Input{ID: name, Text: string(b), Published: published}), nil
	}
	goOn = true
	err = eachLine(r, func(n int, line []byte) bool {
		if len(bytes.TrimSpace(line)) == 0 {
			return true
		}
		in, err := parseRecord(name, n, line, published)
		if err != nil {
			c.problems.add(err)
			return true
		}
		goOn = yield(in)
		return goOn
	})
	if err != nil {
		err = fmt.Errorf("%s: %w", name, err)
	}
	return goOn, err
}
