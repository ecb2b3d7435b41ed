package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	datelinebeam "github.com/dateline-go/dateline/beam"
)

// Workers know functions only by registration before the pipeline starts.
func init() {
	register.Function1x1(annotatedLine)
	register.Function1x2(failureLine)
	register.DoFn1x2[string, int, string](&shardFn{})
	register.Function1x2(shardOf)
	register.DoFn4x1[context.Context, int, func(*bool) bool, func(*string) bool, error](&writeFn{})
	register.Iter1[bool]()
	register.Iter1[string]()
}

func annotatedLine(a datelinebeam.Annotated) string { return a.JSON }

func failureLine(f datelinebeam.Failure) (string, error) {
	b, err := json.Marshal(f)
	return string(b), err
}

// writeLines writes lines to a file, or to a number of files that share the
// beginning of their names. Unlike textio.Write, which makes one worker write
// everything, it lets as many workers write as there are files. A file for
// which there is no line is written, too, and is empty.
func writeLines(s beam.Scope, file string, shards int, lines beam.PCollection) {
	s = s.Scope("writeLines")
	filesystem.ValidateScheme(file)
	numbers := make([]int, shards)
	for i := range numbers {
		numbers[i] = i
	}
	all := beam.ParDo(s, shardOf, beam.CreateList(s, numbers))
	byShard := beam.CoGroupByKey(s, all, beam.ParDo(s, &shardFn{Shards: shards}, lines))
	beam.ParDo0(s, &writeFn{File: file, Shards: shards}, byShard)
}

func shardOf(number int) (int, bool) { return number, true }

// shardFn deals lines out by what they hold, so that a bundle that is tried
// again deals them out alike.
type shardFn struct{ Shards int }

func (f *shardFn) ProcessElement(line string) (int, string) {
	h := fnv.New64a()
	h.Write([]byte(line))
	return int(h.Sum64() % uint64(f.Shards)), line
}

// writeFn writes the lines of one shard.
type writeFn struct {
	File   string
	Shards int
}

func (f *writeFn) name(shard int) string {
	if f.Shards == 1 {
		return f.File
	}
	return fmt.Sprintf("%s-%05d-of-%05d", f.File, shard, f.Shards)
}

func (f *writeFn) ProcessElement(ctx context.Context, shard int, _ func(*bool) bool, lines func(*string) bool) error {
	fs, err := filesystem.New(ctx, f.File)
	if err != nil {
		return err
	}
	defer fs.Close()
	out, err := fs.OpenWrite(ctx, f.name(shard))
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(out, 1<<20)
	for line := ""; lines(&line); {
		w.WriteString(line)
		w.WriteByte('\n')
	}
	if err := w.Flush(); err != nil { // also what the writes above ran into
		out.Close()
		return err
	}
	return out.Close()
}
