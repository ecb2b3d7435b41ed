package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/dateline-go/dateline/entities"
)

// stdinName is the id and the file name of standard input.
const stdinName = "-"

// expand turns arguments into file names: a directory into the files below it
// whose names have one of the extensions, .gz behind them or not, in lexical
// order; a pattern that names no file into its matches. No argument means
// standard input.
func expand(args []string, extensions ...string) ([]string, error) {
	if len(args) == 0 {
		return []string{stdinName}, nil
	}
	var files []string
	for _, a := range args {
		if a == stdinName {
			files = append(files, a)
			continue
		}
		info, err := os.Stat(a)
		switch {
		case err == nil && info.IsDir():
			below, err := filesBelow(a, extensions)
			if err != nil {
				return nil, err
			}
			if len(below) == 0 {
				return nil, fmt.Errorf("%s: no file that ends in %s", a, strings.Join(extensions, ", "))
			}
			files = append(files, below...)
		case err != nil && strings.ContainsAny(a, "*?["):
			matches, globErr := filepath.Glob(a)
			if globErr != nil {
				return nil, usagef("pattern %q: %v", a, globErr)
			}
			if len(matches) == 0 {
				return nil, fmt.Errorf("%s: no file matches", a)
			}
			sort.Strings(matches)
			files = append(files, matches...)
		default:
			// A file that is missing is reported when it is opened, so that the
			// others are still read.
			files = append(files, a)
		}
	}
	return files, nil
}

func filesBelow(dir string, extensions []string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && slices.Contains(extensions, filepath.Ext(strings.TrimSuffix(d.Name(), ".gz"))) {
			files = append(files, path)
		}
		return err
	})
	return files, err
}

// open opens a file, or standard input, and decompresses what is named .gz.
// count, where it is not nil, is told the bytes read of the file itself.
func (e *env) open(name string, count func(n int)) (io.ReadCloser, error) {
	if name == stdinName {
		return io.NopCloser(e.stdin), nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	in := inputFile{Reader: f, file: f}
	if count != nil {
		in.Reader = countingReader{f, count}
	}
	if strings.HasSuffix(name, ".gz") {
		z, err := gzip.NewReader(in.Reader)
		if err != nil {
			f.Close()
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		in.Reader = z
	}
	return in, nil
}

// inputFile is a file read through what unpacks or counts it.
type inputFile struct {
	io.Reader
	file *os.File
}

func (f inputFile) Close() error { return f.file.Close() }

type countingReader struct {
	io.Reader
	count func(n int)
}

func (r countingReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	r.count(n)
	return n, err
}

// eachLine calls f with each line of r, its end cut off, and its number from 1,
// until f returns false. Lines may be of any length.
func eachLine(r io.Reader, f func(n int, line []byte) bool) error {
	br := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, err := br.ReadBytes('\n')
		if len(line) > 0 {
			line = bytes.TrimSuffix(line, []byte("\n"))
			line = bytes.TrimSuffix(line, []byte("\r"))
			if !f(n, line) {
				return nil
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
}

// record is one line of JSONL input.
type record struct {
	ID        json.RawMessage `json:"id"`
	Text      *string         `json:"text"`
	Published *string         `json:"published"`
}

// parseRecord reads a JSONL line. A line without an id takes its place in the
// file, "FILE:LINE", as id.
func parseRecord(name string, n int, line []byte, published time.Time) (entities.Input, error) {
	var rec record
	if err := json.Unmarshal(line, &rec); err != nil {
		return entities.Input{}, fmt.Errorf("%s:%d: %s", name, n, jsonError(err))
	}
	if rec.Text == nil {
		return entities.Input{}, fmt.Errorf("%s:%d: no \"text\"", name, n)
	}
	in := entities.Input{Text: *rec.Text, Published: published}
	switch id := bytes.TrimSpace(rec.ID); {
	case len(id) == 0 || string(id) == "null":
		in.ID = fmt.Sprintf("%s:%d", name, n)
	case id[0] == '"':
		if err := json.Unmarshal(id, &in.ID); err != nil {
			return entities.Input{}, fmt.Errorf("%s:%d: id: %s", name, n, jsonError(err))
		}
	case id[0] == '{' || id[0] == '[':
		return entities.Input{}, fmt.Errorf("%s:%d: id is neither a string nor a number", name, n)
	default:
		in.ID = string(id)
	}
	if rec.Published != nil && *rec.Published != "" {
		t, err := entities.ParsePublished(*rec.Published)
		if err != nil {
			return entities.Input{}, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		in.Published = t
	}
	return in, nil
}

// jsonError says where in the line JSON went wrong.
func jsonError(err error) string {
	var syntax *json.SyntaxError
	var typ *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Sprintf("malformed JSON at byte %d: %v", syntax.Offset, syntax)
	case errors.As(err, &typ) && typ.Field == "":
		return fmt.Sprintf("is a JSON %s, want an object", typ.Value)
	case errors.As(err, &typ):
		return fmt.Sprintf("JSON field %q is a %s, want %s", typ.Field, typ.Value, typ.Type)
	default:
		return err.Error()
	}
}
