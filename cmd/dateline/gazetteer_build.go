package main

import (
	"context"
	"errors"
	"path/filepath"

	"github.com/dateline-go/dateline/internal/rawplaces"
)

func gazetteerBuild(_ context.Context, e *env, args []string) error {
	fs := newFlags(e, "gazetteer", gazetteerUsage)
	data := fs.String("data", e.getenv(dataFolder), "data `folder`, whose places/raw holds the tables")
	out := fs.String("out", "", "gazetteer `file` to write")
	version := fs.String("version", "", "data version to record, a `date`")
	args, err := fs.parse(args)
	if err != nil {
		return err
	}
	switch {
	case len(args) > 0:
		return usagef("unexpected argument %q", args[0])
	case *out == "":
		return usagef("-out is missing")
	case *data == "":
		return errors.New("no data folder: set " + dataFolder + " or give -data")
	}
	raw := filepath.Join(*data, "places", "raw")
	_, err = rawplaces.Build(rawplaces.Config{
		Places:    filepath.Join(raw, "places.tsv.gz"),
		Countries: filepath.Join(raw, "countryInfo.txt"),
		Out:       *out,
		Version:   *version,
	})
	return err
}
