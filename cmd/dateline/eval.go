package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/corpus"
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
	rest, err := fs.parse(args)
	if err != nil {
		return err
	}
	if len(rest) == 0 {
		return usagef("say what to score: names, dates, places or links")
	}
	return usagef("cannot score %q, only names, dates, places or links", rest[0])
}

// A goldSet is gold that is scored together: one file, or the articles that
// follow one another on the command line.
type goldSet struct {
	name     string
	articles []corpus.Article // nil for a file of another form
}

// goldSets reads the articles among the arguments of an evaluation, which has
// to have some, and names the other files.
func goldSets(args []string) ([]goldSet, error) {
	if len(args) == 0 {
		return nil, usagef("no gold file given")
	}
	var sets []goldSet
	for _, arg := range args {
		if info, err := os.Stat(arg); (err != nil || !info.IsDir()) && filepath.Ext(arg) != ".json" {
			sets = append(sets, goldSet{name: arg})
			continue
		}
		articles, err := corpus.ReadArticles(arg)
		if err != nil {
			return nil, err
		}
		if len(articles) == 0 {
			return nil, fmt.Errorf("%s: no article in it", arg)
		}
		if n := len(sets); n > 0 && sets[n-1].articles != nil {
			sets[n-1].name += " " + arg
			sets[n-1].articles = append(sets[n-1].articles, articles...)
			continue
		}
		sets = append(sets, goldSet{name: arg, articles: articles})
	}
	return sets, nil
}

// evaluation reads the flags and the gold that every evaluation has, besides
// the flags of its own that fs holds already.
func (fs *flags) evaluation(e *env, args []string) (*entities.Extractor, []goldSet, error) {
	var own extractorFlags
	own.register(fs.FlagSet)
	args, err := fs.parse(args)
	if err != nil {
		return nil, nil, err
	}
	sets, err := goldSets(args)
	if err != nil {
		return nil, nil, err
	}
	x, err := own.extractor(e)
	return x, sets, err
}
