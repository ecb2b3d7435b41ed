package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/internal/corpus"
	"github.com/dateline-go/dateline/internal/score"
)

// An accuracy is the score of each library on one gold.
type accuracy struct {
	gold   string
	scores []libraryScore
}

type libraryScore struct {
	library string
	names   score.Names
}

// goldKinds maps the types of all corpora to kinds; no two of them use a type
// in a different sense.
var goldKinds = func() map[string]kind.Kind {
	kinds := map[string]kind.Kind{}
	for _, scheme := range score.NameSchemes {
		for name, k := range scheme.Kinds {
			kinds[name] = k
		}
	}
	return kinds
}()

// measureAccuracy scores each library on each gold.
func measureAccuracy(ctx context.Context, golds []gold) ([]accuracy, error) {
	out := make([]accuracy, len(golds))
	for i, g := range golds {
		out[i].gold = g.name
	}
	for _, s := range systems {
		if !s.scored {
			continue
		}
		f, err := s.load()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.setting, err)
		}
		for i, g := range golds {
			var names score.Names
			for _, d := range g.docs {
				if err := ctx.Err(); err != nil {
					return nil, err
				}
				if err := s.scoreDocument(f, &d, &names); err != nil {
					return nil, fmt.Errorf("%s: %s: %w", s.library, d.ID, err)
				}
			}
			out[i].scores = append(out[i].scores, libraryScore{s.library, names})
		}
	}
	return out, nil
}

// scoreDocument adds the names that s finds in d.
func (s *system) scoreDocument(f finder, d *corpus.NameDocument, names *score.Names) error {
	if len(d.Sentences) == 0 {
		found, err := f.inText(d.Text)
		if err != nil {
			return err
		}
		var want []score.NameItem
		for _, m := range d.Mentions {
			if k, ok := goldKinds[m.Kind]; ok {
				want = append(want, score.NameItem{Start: m.Start, End: m.End, Kind: k})
			}
		}
		s.score(want, found, names)
		return nil
	}
	words := make([][]string, len(d.Sentences))
	for i := range d.Sentences {
		words[i] = d.Sentences[i].Words
	}
	found, err := f.inWords(words)
	if err != nil {
		return err
	}
	for i := range d.Sentences {
		var want []score.NameItem
		for _, n := range d.Sentences[i].Names {
			if k, ok := goldKinds[n.Type]; ok {
				want = append(want, score.NameItem{Start: n.First, End: n.Last, Kind: k})
			}
		}
		s.score(want, found[i], names)
	}
	return nil
}

// score counts one unit of text. Of a library that counts nationalities as
// places, a place over exactly what the gold calls a nationality, or another
// name, as some corpora do, is left out.
func (s *system) score(want, found []score.NameItem, names *score.Names) {
	if s.groupsArePlaces {
		found = slices.DeleteFunc(found, func(f score.NameItem) bool {
			return f.Kind == kind.Place && slices.ContainsFunc(want, func(w score.NameItem) bool {
				return w.Start == f.Start && w.End == f.End && (w.Kind == kind.NORP || w.Kind == kind.Misc)
			})
		})
	}
	names.Add(want, found)
}
