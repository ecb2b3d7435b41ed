package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"time"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/corpus"
	"github.com/dateline-go/dateline/internal/report"
	"github.com/dateline-go/dateline/internal/score"
)

func evalDates(ctx context.Context, e *env, args []string) error {
	fs := newFlags(e, "eval", evalUsage)
	out := fs.String("out", "", "also write the answers to `file`, JSONL of {\"id\",\"timexes\"}")
	all := fs.Bool("errors", false, "also print every difference from the gold")
	x, sets, err := fs.evaluation(e, args)
	if err != nil {
		return err
	}
	var answers []corpus.DateDoc
	var sum score.Dates
	for n, set := range sets {
		gold, err := set.dates()
		if err != nil {
			return err
		}
		if n == 0 {
			sum.WriteHeader(e.stdout)
		}
		s := score.Dates{Keep: *all}
		for i := range gold {
			found, err := timexes(ctx, x, &gold[i])
			if err != nil {
				return fmt.Errorf("%s: %s: %w", set.name, gold[i].ID, err)
			}
			s.Add(gold[i].ID, gold[i].Timexes, found)
			sum.Add(gold[i].ID, gold[i].Timexes, found)
			answers = append(answers, corpus.DateDoc{ID: gold[i].ID, Timexes: found})
		}
		s.WriteRow(e.stdout, set.name)
		for _, d := range s.Errors {
			fmt.Fprintf(e.stdout, "%s\t%s\t%s\n", d.Doc, timexText(d.Gold), timexText(d.System))
		}
	}
	if len(sets) > 1 {
		sum.WriteRow(e.stdout, "all")
	}
	if *out == "" {
		return nil
	}
	f, err := os.Create(*out)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	if err := corpus.EncodeDates(w, answers); err != nil {
		f.Close()
		return fmt.Errorf("%s: %w", *out, err)
	}
	if err := w.Flush(); err != nil {
		f.Close()
		return fmt.Errorf("%s: %w", *out, err)
	}
	return f.Close()
}

// dates returns the gold dates.
func (g goldSet) dates() ([]corpus.DateDoc, error) {
	if g.articles == nil {
		return corpus.ReadDates(g.name)
	}
	var docs []corpus.DateDoc
	for _, a := range g.articles {
		d := corpus.DateDoc{ID: a.ID, Published: a.Published.Format(time.DateOnly), Text: a.Text}
		for _, m := range a.Mentions {
			if m.Date != nil {
				d.Timexes = append(d.Timexes, corpus.Timex{Start: m.Start, End: m.End, Text: m.Text,
					Type: m.Date.Type, Value: m.Date.Value, Mod: m.Date.Mod, Quant: m.Date.Quant, Freq: m.Date.Freq})
			}
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// timexes extracts the dates of a gold document's text.
func timexes(ctx context.Context, x *entities.Extractor, d *corpus.DateDoc) ([]corpus.Timex, error) {
	doc, err := x.ExtractContext(ctx, d.Text, entities.Published(d.Ref()))
	if err != nil {
		return nil, err
	}
	var found []corpus.Timex
	for m := range doc.Of(entities.Date) {
		found = append(found, corpus.Timex{Start: m.Start, End: m.End, Text: m.Text,
			Type: string(m.Date.Type), Value: m.Date.Value, Mod: m.Date.Mod, Quant: m.Date.Quant, Freq: m.Date.Freq})
	}
	return found, nil
}

func timexText(t *corpus.Timex) string {
	if t == nil {
		return "-"
	}
	return fmt.Sprintf("%s [%s %s]", report.Visible(t.Text), t.Type, t.Value)
}
