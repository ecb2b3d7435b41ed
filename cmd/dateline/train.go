package main

import (
	"context"
	"errors"
	"os"

	"github.com/dateline-go/dateline/internal/train"
)

const trainUsage = `
Usage: dateline train -out FILE [flags] [TEXT…]

Trains a name model on the annotated texts and lexica of the data folder, which
the environment variable DATELINE_DATA names unless -data does, and on the
texts and lists of this project. The same input gives the same bytes. Given
TEXTs, files of annotated names in any of the forms that eval reads, it trains on
these alone, which serves to compare methods.

Examples:
  dateline train -out news.model
  dateline train -held-out names/heldout.txt -out dev.model
  dateline train -out check.model conll03.train.tsv
`

// dataFolder is the environment variable that names the data folder.
const dataFolder = "DATELINE_DATA"

func runTrain(_ context.Context, e *env, args []string) error {
	fs := newFlags(e, "train", trainUsage)
	data := fs.String("data", e.getenv(dataFolder), "data `folder`")
	heldOut := fs.String("held-out", "", "`file` that lists the documents to keep out of training")
	out := fs.String("out", "", "model `file` to write")
	args, err := fs.parse(args)
	if err != nil {
		return err
	}
	switch {
	case *out == "":
		return usagef("-out is missing")
	case *data == "":
		return errors.New("no data folder: set " + dataFolder + " or give -data")
	}
	model, err := train.Run(train.Config{Data: *data, Files: args, HeldOut: *heldOut, Log: e.stderr})
	if err != nil {
		return err
	}
	return os.WriteFile(*out, model, 0o666)
}
