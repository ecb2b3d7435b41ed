package main

import (
	"strings"

	"github.com/dateline-go/dateline/internal/score"
)

// joined is a sentence as a text, its words parted by one space.
type joined struct {
	text   string
	starts []int // of each word, and one past the last word's space
}

func join(words []string) joined {
	j := joined{text: strings.Join(words, " "), starts: make([]int, 0, len(words)+1)}
	at := 0
	for _, w := range words {
		j.starts = append(j.starts, at)
		at += len(w) + 1
	}
	j.starts = append(j.starts, at)
	return j
}

// toWords makes the offsets of names words in place of bytes. A name that
// begins or ends inside a word covers the whole word.
func (j joined) toWords(items []score.NameItem) []score.NameItem {
	w := 0
	for i := range items {
		m := &items[i]
		for w+2 < len(j.starts) && j.starts[w+1] <= m.Start {
			w++
		}
		last := w + 1
		for last+1 < len(j.starts) && j.starts[last] < m.End {
			last++
		}
		m.Start, m.End = w, last
	}
	return items
}

// inJoined finds names in words through a library that reads only text: each
// sentence, its words joined with spaces, is a document. Spaces are where a
// tokenizer of the Penn Treebank's kind cuts anyway.
func inJoined(f finder, sentences [][]string) ([][]score.NameItem, error) {
	out := make([][]score.NameItem, len(sentences))
	for i, words := range sentences {
		j := join(words)
		items, err := f.inText(j.text)
		if err != nil {
			return nil, err
		}
		out[i] = j.toWords(items)
	}
	return out, nil
}
