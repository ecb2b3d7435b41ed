package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"

	"github.com/dateline-go/dateline/entities"
)

const tagUsage = `
Usage: dateline tag [flags] [FILE…]

Reads one token a line (the first tab- or space-separated column), a blank line
between sentences, a line that begins with -DOCSTART- before each document.
Writes TOKEN<TAB>LABEL for each token with BIO labels over PERSON, ORG, PLACE,
NORP and MISC; other lines are copied unchanged. All the evidence of a document
counts for each of its tokens, so mark the documents where they begin.

Example:
  dateline tag tokens.tsv > labels.tsv
`

// docStart begins the line before a document in token files.
var docStart = []byte("-DOCSTART-")

func runTag(ctx context.Context, e *env, args []string) error {
	fs := newFlags(e, "tag", tagUsage)
	var own extractorFlags
	own.register(fs.FlagSet)
	args, err := fs.parse(args)
	if err != nil {
		return err
	}
	files, err := expand(args, ".tsv", ".txt", ".conll")
	if err != nil {
		return err
	}
	x, err := own.extractor(e)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(e.stdout, 1<<16)
	for _, name := range files {
		if err := tagFile(ctx, e, x, name, out); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return out.Flush()
}

func tagFile(ctx context.Context, e *env, x *entities.Extractor, name string, out *bufio.Writer) error {
	r, err := e.open(name, nil)
	if err != nil {
		return err
	}
	defer r.Close()
	t := tokenLines{ctx: ctx, x: x, out: out}
	var failed error
	err = eachLine(r, func(_ int, line []byte) bool {
		failed = t.add(line)
		return failed == nil
	})
	if err == nil {
		err = failed
	}
	if err == nil {
		err = t.flush()
	}
	return err
}

// tokenLines gathers the lines of one document and writes them labelled.
type tokenLines struct {
	ctx   context.Context
	x     *entities.Extractor
	out   *bufio.Writer
	lines []string // tokens, and "" for a sentence end
	blank []string // the blank lines as they were
}

func (t *tokenLines) add(line []byte) error {
	if bytes.HasPrefix(line, docStart) {
		if err := t.flush(); err != nil {
			return err
		}
		t.out.Write(line)
		return t.out.WriteByte('\n')
	}
	token := line
	if i := bytes.IndexAny(line, "\t "); i >= 0 {
		token = line[:i]
	}
	t.lines = append(t.lines, string(token))
	if len(token) == 0 {
		t.blank = append(t.blank, string(line))
	}
	return nil
}

// flush labels and writes the document gathered so far.
func (t *tokenLines) flush() error {
	var sentences [][]string
	var current []string
	for _, line := range t.lines {
		if line == "" {
			if len(current) > 0 {
				sentences = append(sentences, current)
			}
			current = nil
			continue
		}
		current = append(current, line)
	}
	if len(current) > 0 {
		sentences = append(sentences, current)
	}
	names, err := t.x.Names(t.ctx, sentences)
	if err != nil {
		return err
	}
	labels := make([][]string, len(sentences))
	for s := range sentences {
		labels[s] = bio(len(sentences[s]), names[s])
	}
	s, i, blank := 0, 0, 0
	for _, line := range t.lines {
		if line == "" {
			t.out.WriteString(t.blank[blank])
			t.out.WriteByte('\n')
			blank++
			continue
		}
		if i == len(sentences[s]) {
			s, i = s+1, 0
		}
		t.out.WriteString(line)
		t.out.WriteByte('\t')
		t.out.WriteString(labels[s][i])
		if err := t.out.WriteByte('\n'); err != nil {
			return err
		}
		i++
	}
	t.lines, t.blank = t.lines[:0], t.blank[:0]
	return nil
}

// bio returns the BIO labels of a sentence of n tokens.
func bio(n int, names []entities.TokenSpan) []string {
	labels := make([]string, n)
	for i := range labels {
		labels[i] = "O"
	}
	for _, m := range names {
		labels[m.First] = "B-" + m.Kind.String()
		for i := m.First + 1; i < m.Last; i++ {
			labels[i] = "I-" + m.Kind.String()
		}
	}
	return labels
}
