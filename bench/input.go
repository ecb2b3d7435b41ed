package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline/entities/token"
	"github.com/dateline-go/dateline/internal/corpus"
)

// A textSet is a set of documents to measure speed on.
type textSet struct {
	name string
	docs []document
}

type document struct {
	text   string
	tokens int // of this library's tokenizer, for all libraries alike
}

// countTokens is apart from reading, as the first document of a process must
// meet a library that has not worked yet.
func (s *textSet) countTokens() {
	for i := range s.docs {
		s.docs[i].tokens = len(token.Split(s.docs[i].text).Tokens)
	}
}

func (s *textSet) tokens() (n int) {
	for _, d := range s.docs {
		n += d.tokens
	}
	return n
}

func (s *textSet) bytes() (n int) {
	for _, d := range s.docs {
		n += len(d.text)
	}
	return n
}

// readArticles reads the texts of the project's articles.
func readArticles() (textSet, error) {
	s := textSet{name: "the project's articles"}
	articles, err := corpus.ReadArticles(articlesDir)
	for _, a := range articles {
		s.docs = append(s.docs, document{text: a.Text})
	}
	return s, err
}

// readTexts reads a file of text.
func readTexts(path string) (textSet, error) {
	s := textSet{name: filepath.Base(path)}
	data, err := os.ReadFile(path)
	if err != nil {
		return s, err
	}
	if filepath.Ext(path) != ".jsonl" {
		s.docs = []document{{text: string(data)}}
		return s, nil
	}
	n := 0
	for line := range bytes.Lines(data) {
		n++
		var d struct{ Text string }
		if err := json.Unmarshal(line, &d); err != nil {
			return s, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		if d.Text != "" {
			s.docs = append(s.docs, document{text: d.Text})
		}
	}
	if len(s.docs) == 0 {
		return s, fmt.Errorf("%s: no text", path)
	}
	return s, nil
}

// A gold is a set of documents with names that are scored together.
type gold struct {
	name string
	docs []corpus.NameDocument
}

// readGold reads the project's articles, those held out from development apart
// from the others, and the given files of names.
func readGold(files []string) ([]gold, error) {
	articles, err := corpus.ReadArticles(articlesDir)
	if err != nil {
		return nil, err
	}
	dev, heldOut := gold{name: "articles, development"}, gold{name: "articles, held out"}
	for _, a := range articles {
		set := &dev
		if a.Split == corpus.SplitHeldOut {
			set = &heldOut
		}
		d := corpus.NameDocument{File: a.File, ID: a.ID, Text: a.Text}
		for _, m := range a.Mentions {
			d.Mentions = append(d.Mentions, corpus.NameMention{Start: m.Start, End: m.End, Text: m.Text, Kind: m.Kind.String()})
		}
		set.docs = append(set.docs, d)
	}
	golds := []gold{dev, heldOut}
	for _, file := range files {
		docs, err := corpus.ReadNames(file)
		if err != nil {
			return nil, err
		}
		golds = append(golds, gold{filepath.Base(file), docs})
	}
	return golds, nil
}
