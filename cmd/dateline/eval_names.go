package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/corpus"
	"github.com/dateline-go/dateline/internal/report"
	"github.com/dateline-go/dateline/internal/score"
)

func evalNames(ctx context.Context, e *env, args []string) error {
	fs := newFlags(e, "eval", evalUsage)
	schemeName := fs.String("scheme", "dateline", "kinds of the gold: dateline, conll, worldwide or ontonotes")
	worst := fs.Int("errors", 0, "also print the `n` most frequent errors")
	reliability := fs.Bool("reliability", false, "also print how often names of each score are right")
	x, sets, err := fs.evaluation(e, args)
	if err != nil {
		return err
	}
	scheme, err := score.ParseNameScheme(*schemeName)
	if err != nil {
		return usagef("-scheme: %v", err)
	}
	n := nameEval{x: x, names: score.Names{Scheme: scheme}, errors: map[nameError]int{}}
	for _, set := range sets {
		docs, err := set.names()
		if err != nil {
			return err
		}
		for i := range docs {
			if err := n.add(ctx, &docs[i]); err != nil {
				return fmt.Errorf("%s: %s: %w", set.name, docs[i].ID, err)
			}
		}
	}
	if err := n.names.Write(e.stdout); err != nil {
		return err
	}
	if *reliability {
		if err := n.scores.write(e.stdout); err != nil {
			return err
		}
	}
	return n.writeErrors(e.stdout, *worst)
}

// names returns the gold names.
func (g goldSet) names() ([]corpus.NameDocument, error) {
	if g.articles == nil {
		return corpus.ReadNames(g.name)
	}
	var docs []corpus.NameDocument
	for _, a := range g.articles {
		d := corpus.NameDocument{File: a.File, ID: a.ID, Text: a.Text}
		for _, m := range a.Mentions {
			d.Mentions = append(d.Mentions, corpus.NameMention{Start: m.Start, End: m.End, Text: m.Text, Kind: m.Kind.String()})
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// nameEval compares names with the gold and counts the errors by what they are.
type nameEval struct {
	x      *entities.Extractor
	names  score.Names
	scores scoreBins
	errors map[nameError]int
}

// foundName is a name as it was found, with its score.
type foundName struct {
	score.NameItem
	score float64
}

// nameError is a name that was missed (found is ""), invented (gold is "") or
// given another kind.
type nameError struct{ gold, found, text string }

func (n *nameEval) add(ctx context.Context, d *corpus.NameDocument) error {
	if len(d.Sentences) == 0 {
		return n.addText(ctx, d)
	}
	sentences := make([][]string, len(d.Sentences))
	for i, s := range d.Sentences {
		sentences[i] = s.Words
	}
	found, err := n.x.Names(ctx, sentences)
	if err != nil {
		return err
	}
	for i, s := range d.Sentences {
		var gold []score.NameItem
		var got []foundName
		for _, g := range s.Names {
			if k, ok := n.names.Scheme.Kinds[g.Type]; ok {
				gold = append(gold, score.NameItem{Start: g.First, End: g.Last, Kind: k})
			}
		}
		for _, f := range found[i] {
			got = append(got, foundName{score.NameItem{Start: f.First, End: f.Last, Kind: f.Kind}, f.Score})
		}
		n.compare(gold, got, func(it score.NameItem) string { return strings.Join(s.Words[it.Start:it.End], " ") })
	}
	return nil
}

func (n *nameEval) addText(ctx context.Context, d *corpus.NameDocument) error {
	doc, err := n.x.ExtractContext(ctx, d.Text)
	if err != nil {
		return err
	}
	var gold []score.NameItem
	var got []foundName
	for _, g := range d.Mentions {
		if k, ok := n.names.Scheme.Kinds[g.Kind]; ok {
			gold = append(gold, score.NameItem{Start: g.Start, End: g.End, Kind: k})
		}
	}
	for _, m := range doc.Mentions {
		got = append(got, foundName{score.NameItem{Start: m.Start, End: m.End, Kind: m.Kind}, m.Score})
	}
	n.compare(gold, got, func(it score.NameItem) string { return d.Text[it.Start:it.End] })
	return nil
}

func (n *nameEval) compare(gold []score.NameItem, found []foundName, text func(score.NameItem) string) {
	got := make([]score.NameItem, len(found))
	for i, f := range found {
		got[i] = f.NameItem
	}
	n.names.Add(gold, got)
	type span struct{ start, end int }
	kinds := map[span]entities.Kind{}
	for _, g := range gold {
		kinds[span{g.Start, g.End}] = g.Kind
	}
	for _, f := range found {
		if f.Kind == entities.Date {
			continue
		}
		if f.Kind == entities.NORP && n.names.Scheme.NORPIsMisc {
			f.Kind = entities.Misc
		}
		at := span{f.Start, f.End}
		k := kinds[at]
		if k != f.Kind {
			n.errors[nameError{k.String(), f.Kind.String(), text(f.NameItem)}]++
		}
		n.scores.add(f.score, k == f.Kind)
		delete(kinds, at)
	}
	for _, g := range gold {
		if _, missed := kinds[span{g.Start, g.End}]; missed {
			n.errors[nameError{g.Kind.String(), "", text(g)}]++
		}
	}
}

func (n *nameEval) writeErrors(w io.Writer, most int) error {
	type row struct {
		nameError
		count int
	}
	var rows []row
	for e, c := range n.errors {
		rows = append(rows, row{e, c})
	}
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.text, b.text), cmp.Compare(a.gold, b.gold), cmp.Compare(a.found, b.found))
	})
	if len(rows) > most {
		rows = rows[:most]
	}
	if len(rows) > 0 {
		fmt.Fprintf(w, "\n%5s  %-7s %-7s %s\n", "count", "gold", "found", "text")
	}
	for _, r := range rows {
		if _, err := fmt.Fprintf(w, "%5d  %-7s %-7s %s\n", r.count, dash(r.gold), dash(r.found), report.Visible(r.text)); err != nil {
			return err
		}
	}
	return nil
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
