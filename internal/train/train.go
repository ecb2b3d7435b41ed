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
	// Files, if there are any, are the only annotated texts that are trained on:
	// neither the gold and silver of the data folder nor the texts of this
	// package. For comparing methods.
	Files []string
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
		fit:   Options{Passes: 14, Rate: 0.012, Hide: 0.25, Blind: 0.3, Average: 8, MinCount: 4, Seed: 1, Log: c.Log},
		folds: 2, quick: 6, silver: 0.3, own: 0.5, cut: 0.3, caps: 0.3, least: 0.025, log: c.Log,
	}
	gold, all, err := r.readGold(c)
	if err != nil {
		return nil, err
	}
	path := filepath.Join(c.Data, "names/silver/gmb.tsv")
	var text []Document
	if len(c.Files) == 0 {
		if text, err = readFile(path); err != nil {
			return nil, err
		}
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
	docs := gold
	if len(c.Files) == 0 {
		s, err := readSilver(path, all)
		if err != nil {
			return nil, err
		}
		r.relabel(e, gold, s)
		docs = slices.Concat(gold, s.docs)
	}
	v, p := r.learn(e, docs, nil)
	data, rows, err := pack(lex, v, p, r.least)
	if err != nil {
		return nil, err
	}
	r.logf("%d bytes, %d features with weight\n", len(data), rows)
	return data, nil
}

// readGold reads the annotated texts in order of the names of their files:
// what is not held out, with the copies that are trained on too, and all of it.
func (r *recipe) readGold(c Config) (keep, all []Document, err error) {
	held := HeldOut{}
	if c.HeldOut != "" {
		if held, err = ReadHeldOut(c.HeldOut); err != nil {
			return nil, nil, err
		}
	}
	add := func(file string, docs []corpus.NameDocument, weight float32) error {
		train, out := held.Split(file, docs)
		td, err := FromCorpus(train)
		if err != nil {
			return err
		}
		tout, err := FromCorpus(out)
		if err != nil {
			return err
		}
		for i := range td {
			td[i].Weight, td[i].Fold = weight, len(keep)+i
		}
		keep = slices.Concat(keep, td, cutCopies(train, td, r.cut), headlineCopies(td, r.caps))
		all = append(append(all, td...), tout...)
		return nil
	}
	files := c.Files
	if len(files) == 0 {
		if files, err = filepath.Glob(filepath.Join(c.Data, "names/gold/*")); err != nil {
			return nil, nil, err
		}
		if len(files) == 0 {
			return nil, nil, fmt.Errorf("%s: no gold files", filepath.Join(c.Data, "names/gold"))
		}
	}
	for _, f := range files {
		docs, err := corpus.ReadNames(f)
		if err != nil {
			return nil, nil, err
		}
		if err := add(filepath.Base(f), docs, 1); err != nil {
			return nil, nil, err
		}
	}
	if len(c.Files) == 0 {
		err = eachText(func(file string, docs []corpus.NameDocument) error { return add(file, docs, r.own) })
	}
	return keep, all, err
}

func readFile(path string) ([]Document, error) {
	docs, err := corpus.ReadNames(path)
	if err != nil {
		return nil, err
	}
	return FromCorpus(docs)
}
