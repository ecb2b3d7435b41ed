package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline/entities/token"
	"github.com/dateline-go/dateline/internal/corpus"
)

// A document is a text to measure speed on.
type document struct {
	text   string
	tokens int // of this library's tokenizer, for all libraries alike
}

func documents(texts []string) []document {
	docs := make([]document, len(texts))
	for i, text := range texts {
		docs[i] = document{text, len(token.Split(text).Tokens)}
	}
	return docs
}

// readTexts reads the texts of a file, or the project's articles if path is
// empty, and says in words what they are.
func readTexts(path string) ([]string, string, error) {
	if path == "" {
		articles, err := corpus.ReadArticles(articlesDir)
		if err != nil {
			return nil, "", err
		}
		var texts []string
		for _, a := range articles {
			texts = append(texts, a.Text)
		}
		return texts, "the project's articles", nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, "", err
	}
	defer f.Close()
	source := filepath.Base(path)
	if filepath.Ext(path) != ".jsonl" {
		data, err := os.ReadFile(path)
		return []string{string(data)}, source, err
	}
	var texts []string
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<30)
	for n := 1; lines.Scan(); n++ {
		var d struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return nil, "", fmt.Errorf("%s:%d: %w", path, n, err)
		}
		if d.Text != "" {
			texts = append(texts, d.Text)
		}
	}
	if len(texts) == 0 && lines.Err() == nil {
		return nil, "", fmt.Errorf("%s: no text", path)
	}
	return texts, source, lines.Err()
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
