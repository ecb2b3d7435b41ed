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
	logf := func(format string, a ...any) {
		if c.Log != nil {
			fmt.Fprintf(c.Log, format, a...)
		}
	}
	gold, err := readGold(c)
	if err != nil {
		return nil, err
	}
	text, err := readFile(filepath.Join(c.Data, "names/silver/gmb.tsv"))
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
	v := e.count(gold, 2)
	seqs, lost := e.sequences(v, gold)
	logf("%d documents, %d segments, %d features, %d name tokens out of reach\n", len(gold), len(seqs), len(v.hashes), lost)
	p := fit(len(v.hashes), v.identity, seqs, Options{Passes: 12, Rate: 0.05, Average: 6, Seed: 1, Log: c.Log})
	data, rows, err := pack(lex, v, p, 0.01)
	if err != nil {
		return nil, err
	}
	logf("%d bytes, %d features with weight\n", len(data), rows)
	return data, nil
}

// readGold reads the gold files in order of their names, less what is held out.
func readGold(c Config) ([]Document, error) {
	held := HeldOut{}
	if c.HeldOut != "" {
		var err error
		if held, err = ReadHeldOut(c.HeldOut); err != nil {
			return nil, err
		}
	}
	files, err := filepath.Glob(filepath.Join(c.Data, "names/gold/*"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no gold files", filepath.Join(c.Data, "names/gold"))
	}
	var out []Document
	for _, f := range files {
		docs, err := corpus.ReadNames(f)
		if err != nil {
			return nil, err
		}
		keep, _ := held.Split(filepath.Base(f), docs)
		td, err := FromCorpus(keep)
		if err != nil {
			return nil, err
		}
		out = append(out, td...)
	}
	return out, nil
}

func readFile(path string) ([]Document, error) {
	docs, err := corpus.ReadNames(path)
	if err != nil {
		return nil, err
	}
	return FromCorpus(docs)
}
