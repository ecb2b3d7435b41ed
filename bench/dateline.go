package main

import (
	"context"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/score"
)

type dateline struct{ x *entities.Extractor }

func loadDateline() (finder, error) {
	x, err := entities.New()
	return dateline{x}, err
}

func (d dateline) run(text string) error {
	_, err := d.x.Extract(text)
	return err
}

func (d dateline) inText(text string) ([]score.NameItem, error) {
	doc, err := d.x.Extract(text)
	if err != nil {
		return nil, err
	}
	var items []score.NameItem
	for _, m := range doc.Mentions {
		if m.Kind != entities.Date {
			items = append(items, score.NameItem{Start: m.Start, End: m.End, Kind: m.Kind})
		}
	}
	return items, nil
}

func (d dateline) inWords(sentences [][]string) ([][]score.NameItem, error) {
	names, err := d.x.Names(context.Background(), sentences)
	if err != nil {
		return nil, err
	}
	out := make([][]score.NameItem, len(names))
	for i, sentence := range names {
		for _, n := range sentence {
			out[i] = append(out[i], score.NameItem{Start: n.First, End: n.Last, Kind: n.Kind})
		}
	}
	return out, nil
}
