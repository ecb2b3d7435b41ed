package main

import (
	"context"
	"path/filepath"
)

const evalUsage = `
Usage: dateline eval names|dates|places|links [flags] FILE…

Extracts from the texts of the gold FILEs and prints a table of scores.

  names   precision, recall and F1 per kind, exact span and kind; FILE holds
          tokens in BIO form, or JSONL texts with mentions
  dates   TempEval-3 measures: strict, relaxed, type and value F1; FILE is JSONL
          with timexes
  places  recognition by overlap, accuracy within 161 km, end to end; FILE is
          JSONL with toponyms
  links   B³ of the entities, with datelines and furniture; FILE is an article

A FILE that ends in .json is an article with complete gold and serves for all
four; a directory stands for the articles in it.

Examples:
  dateline eval names testdata/articles
  dateline eval names -scheme conll dev.tsv
  dateline eval dates -out answers.jsonl gold.jsonl
  dateline eval places -errors 20 gold.jsonl
`

func runEval(ctx context.Context, e *env, args []string) error {
	if len(args) > 0 {
		switch args[0] {
		case "names":
			return evalNames(ctx, e, args[1:])
		case "dates":
			return evalDates(ctx, e, args[1:])
		case "places":
			return evalPlaces(ctx, e, args[1:])
		case "links":
			return evalLinks(ctx, e, args[1:])
		}
	}
	fs := newFlags(e, "eval", evalUsage)
	rest, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(rest) == 0 {
		return usagef("say what to score: names, dates, places or links")
	}
	return usagef("cannot score %q, only names, dates, places or links", rest[0])
}

// isArticle says whether a gold file is an article of internal/corpus.
func isArticle(path string) bool { return filepath.Ext(path) == ".json" }

// goldFiles expands the arguments of an evaluation, which has to have some.
func goldFiles(args []string) ([]string, error) {
	if len(args) == 0 {
		return nil, usagef("no gold file given")
	}
	files, err := expand(args)
	if err != nil {
		return nil, err
	}
	// A directory may hold notes beside the gold.
	kept := files[:0]
	for _, f := range files {
		if ext := filepath.Ext(f); ext != ".md" {
			kept = append(kept, f)
		}
	}
	return kept, nil
}
