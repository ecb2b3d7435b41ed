package main

import (
	"fmt"

	"github.com/jdkato/prose/v3"

	"github.com/dateline-go/dateline/internal/score"
)

type prose3 struct{ options []prose.Option }

// loadProse3 makes prose v3 find names, and sentences too if asked.
func loadProse3(sentences bool) func() (finder, error) {
	return func() (finder, error) {
		var p prose3
		if !sentences {
			p.options = append(p.options, prose.WithSegmentation(false))
		}
		// prose v3 loads its models when it first needs them.
		return p, nil
	}
}

func (p prose3) run(text string) error {
	_, err := prose.NewDocument(text, p.options...)
	return err
}

func (p prose3) inText(text string) ([]score.NameItem, error) {
	doc, err := prose.NewDocument(text, p.options...)
	if err != nil {
		return nil, err
	}
	return prose3Items(doc.Entities())
}

func (p prose3) inWords(sentences [][]string) ([][]score.NameItem, error) {
	return inJoined(p, sentences)
}

func prose3Items(found []prose.Entity) ([]score.NameItem, error) {
	var items []score.NameItem
	for _, e := range found {
		k, ok := proseKinds[e.Label]
		if !ok {
			return nil, fmt.Errorf("prose v3: label %q is unknown", e.Label)
		}
		items = append(items, score.NameItem{Start: e.Start, End: e.End(), Kind: k})
	}
	return items, nil
}
