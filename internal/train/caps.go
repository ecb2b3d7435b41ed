package train

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/ner"
)

// Headlines are capitalised in ways of their own, and annotated texts have few
// of them. Copies of some short sentences, written as headlines are, teach the
// model what capitals are worth there.

// Lengths in words of the sentences that make headlines.
const (
	shortHeadline = 4
	longHeadline  = 16
)

// headlineCopies returns copies of documents that hold some of their short
// sentences, in title case or in capitals.
func headlineCopies(docs []Document, weight float32) []Document {
	var out []Document
	for i := range docs {
		d := Document{File: docs[i].File, ID: docs[i].ID, Weight: weight, Fold: docs[i].Fold}
		for _, s := range docs[i].Sentences {
			if n := len(s.Words); n < shortHeadline || n > longHeadline {
				continue
			}
			switch ner.Hash(strings.Join(s.Words, " ")) % 8 {
			case 0:
				d.Sentences = append(d.Sentences, headline(s, strings.ToUpper))
			case 1, 2:
				d.Sentences = append(d.Sentences, headline(s, titleWord))
			}
		}
		if len(d.Sentences) > 0 {
			out = append(out, d)
		}
	}
	return out
}

// headline returns a sentence without its full stop and with its words in
// another case.
func headline(s Sentence, write func(string) string) Sentence {
	n := len(s.Words)
	if s.Words[n-1] == "." && s.Labels[n-1] == ner.Out {
		n--
	}
	words := make([]string, n)
	for i, w := range s.Words[:n] {
		words[i] = write(w)
		if i == 0 {
			words[i] = capitalized(words[i])
		}
	}
	return Sentence{words, s.Labels[:n:n]}
}

// titleWord writes a word as title case does: with a capital, unless it is one
// of the small words.
func titleWord(w string) string {
	switch w {
	case "a", "an", "the", "and", "but", "or", "nor", "for", "of", "in", "on", "at", "to", "by", "as", "with", "from", "'s", "’s", "n't", "n’t":
		return w
	}
	return capitalized(w)
}

func capitalized(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	if !unicode.IsLower(r) {
		return w
	}
	return string(unicode.ToUpper(r)) + w[n:]
}
