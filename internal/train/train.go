package train

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/dateline-go/dateline/internal/corpus"
)

// A Config says what a model is trained from.
type Config struct {
	// Data is the data folder: names/gold, names/silver, lexica and places/raw
	// below it are read.
	Data string
	// HeldOut lists documents that are kept out of training (names/heldout.txt
	// in the data folder); "" trains on everything.
	HeldOut string
	// Log receives progress; nil for none.
	Log io.Writer
}

// Run trains a model and returns the model file. The same input gives the same
// bytes on any machine of one architecture.
func Run(c Config) ([]byte, error) {
	r := recipe{
		fit:   Options{Passes: 8, Rate: 0.02, Hide: 0.1, Blind: 0.3, Average: 4, MinCount: 3, Seed: 1, Log: c.Log},
		folds: 2, quick: 6, silver: 0.3, least: 0.015, log: c.Log,
	}
	gold, all, err := readGold(c)
	if err != nil {
		return nil, err
	}
	path := filepath.Join(c.Data, "names/silver/gmb.tsv")
	text, err := readFile(path)
	if err != nil {
		return nil, err
	}
	lex, err := BuildLexicon(c.Data, slices.Concat(text, gold), gold)
	if err != nil {
		return nil, err
	}
	packed, err := lex.Open()
	if err != nil {
		return nil, err
	}
	e := newExtractor(packed)
	s, err := readSilver(path, all)
	if err != nil {
		return nil, err
	}
	r.relabel(e, gold, s)
	v, p := r.learn(e, slices.Concat(gold, s.docs), nil)
	data, rows, err := pack(lex, v, p, r.least)
	if err != nil {
		return nil, err
	}
	r.logf("%d bytes, %d features with weight\n", len(data), rows)
	return data, nil
}

// readGold reads the gold files in order of their names: what is not held out,
// and all of it.
func readGold(c Config) (keep, all []Document, err error) {
	held := HeldOut{}
	if c.HeldOut != "" {
		if held, err = ReadHeldOut(c.HeldOut); err != nil {
			return nil, nil, err
		}
	}
	files, err := filepath.Glob(filepath.Join(c.Data, "names/gold/*"))
	if err != nil {
		return nil, nil, err
	}
	if len(files) == 0 {
		return nil, nil, fmt.Errorf("%s: no gold files", filepath.Join(c.Data, "names/gold"))
	}
	for _, f := range files {
		docs, err := corpus.ReadNames(f)
		if err != nil {
			return nil, nil, err
		}
		train, out := held.Split(filepath.Base(f), docs)
		td, err := FromCorpus(train)
		if err != nil {
			return nil, nil, err
		}
		tout, err := FromCorpus(out)
		if err != nil {
			return nil, nil, err
		}
		keep = append(keep, td...)
		all = append(append(all, td...), tout...)
	}
	return keep, all, nil
}

func readFile(path string) ([]Document, error) {
	docs, err := corpus.ReadNames(path)
	if err != nil {
		return nil, err
	}
	return FromCorpus(docs)
}
