package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/gazetteer"
)

const resolveUsage = `
Usage: dateline resolve [flags] [FILE…]

Reads JSONL {"id","text","published","toponyms":[{"start","end"}]} with byte
offsets into the decoded text, and writes the same records with a "place", or
null, in each toponym. Spans may come in any order and may overlap. Unknown
fields pass through. A record with a span outside its text is reported and left
out.

Example:
  dateline resolve spans.jsonl > places.jsonl
`

func runResolve(ctx context.Context, e *env, args []string) error {
	fs := newFlags(e, "resolve", resolveUsage)
	var own extractorFlags
	own.register(fs.FlagSet)
	args, err := fs.parse(args)
	if err != nil {
		return err
	}
	files, err := expand(args, ".jsonl", ".ndjson")
	if err != nil {
		return err
	}
	x, err := own.extractor(e)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(e.stdout, 1<<16)
	var bad problems
	for _, name := range files {
		if err := resolveFile(ctx, e, x, name, out, &bad); err != nil {
			if ctx.Err() != nil {
				return err
			}
			bad.add(err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return bad.report(e.stderr)
}

func resolveFile(ctx context.Context, e *env, x *entities.Extractor, name string, out *bufio.Writer, bad *problems) error {
	r, err := e.open(name, nil)
	if err != nil {
		return err
	}
	defer r.Close()
	var failed error
	err = eachLine(r, func(n int, line []byte) bool {
		if len(bytes.TrimSpace(line)) == 0 {
			return true
		}
		answer, err := resolveLine(ctx, x, name, n, line)
		if err != nil {
			if failed = ctx.Err(); failed != nil {
				return false
			}
			bad.add(err)
			return true
		}
		out.Write(answer)
		failed = out.WriteByte('\n')
		return failed == nil
	})
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return failed
}

// resolveLine adds a place to each toponym of one record.
func resolveLine(ctx context.Context, x *entities.Extractor, name string, n int, line []byte) ([]byte, error) {
	in, err := parseRecord(name, n, line, zeroTime)
	if err != nil {
		return nil, err
	}
	rec, err := parseObject(line)
	if err != nil {
		return nil, fmt.Errorf("%s:%d: %s", name, n, jsonError(err))
	}
	var toponyms []object
	if raw, ok := rec.get("toponyms"); ok {
		if err := json.Unmarshal(raw, &toponyms); err != nil {
			return nil, fmt.Errorf("%s:%d: toponyms: %s", name, n, jsonError(err))
		}
	}
	spans := make([]entities.Span, len(toponyms))
	for i, t := range toponyms {
		for _, f := range []struct {
			name string
			to   *int
		}{{"start", &spans[i].Start}, {"end", &spans[i].End}} {
			raw, ok := t.get(f.name)
			if !ok {
				return nil, fmt.Errorf("%s:%d: toponym %d has no %q", name, n, i, f.name)
			}
			if err := json.Unmarshal(raw, f.to); err != nil {
				return nil, fmt.Errorf("%s:%d: toponym %d: %s: %s", name, n, i, f.name, jsonError(err))
			}
		}
	}
	places, err := resolveSpans(ctx, x, in, spans)
	if err != nil {
		return nil, fmt.Errorf("%s:%d: %w", name, n, err)
	}
	for i := range toponyms {
		place := []byte("null")
		if p := places[i]; p != nil {
			if place, err = encode(p); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, n, err)
			}
		}
		toponyms[i].set("place", place)
	}
	if toponyms != nil {
		raw, err := encode(toponyms)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		rec.set("toponyms", raw)
	}
	return encode(rec)
}

// resolveSpans resolves spans in any order. Those that overlap others are
// resolved apart from them, each with the rest of the text as evidence.
func resolveSpans(ctx context.Context, x *entities.Extractor, in entities.Input, spans []entities.Span) ([]*gazetteer.Place, error) {
	places := make([]*gazetteer.Place, len(spans))
	left := make([]int, len(spans))
	for i := range left {
		left[i] = i
	}
	slices.SortStableFunc(left, func(a, b int) int { return cmp.Compare(spans[a].Start, spans[b].Start) })
	for len(left) > 0 {
		var round, later []int
		var given []entities.Span
		end := 0
		for _, i := range left {
			if len(given) > 0 && spans[i].Start < end {
				later = append(later, i)
				continue
			}
			round, given, end = append(round, i), append(given, spans[i]), spans[i].End
		}
		answers, err := x.Resolve(ctx, in.Text, given, entities.Published(in.Published))
		if err != nil {
			return nil, err
		}
		for k, i := range round {
			places[i] = answers[k].Place
		}
		left = later
	}
	return places, nil
}
