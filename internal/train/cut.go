package train

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/internal/corpus"
	"github.com/dateline-go/dateline/internal/ner"
)

// Texts reach the tagger cut in different ways: many tokenizers part
// hyphenated words ("Yoon Suk - yeol", "U.S. - led"). The model meets such
// tokens in training as copies of the sentences that have any.

// A cutter parts a token into smaller ones.
type cutter func(word string) []string

func whole(word string) []string { return []string{word} }

// atHyphens parts a word at the hyphens and slashes that stand between letters
// or digits; one side must be no number, so that dates and scores stay whole.
func atHyphens(word string) []string {
	if !strings.ContainsAny(word, "-/") || strings.Contains(word, "://") {
		return []string{word}
	}
	var parts []string
	from := 0
	for i := 1; i+1 < len(word); i++ {
		if word[i] != '-' && word[i] != '/' || i == from {
			continue
		}
		a, _ := utf8.DecodeLastRuneInString(word[from:i])
		b, _ := utf8.DecodeRuneInString(word[i+1:])
		letters := unicode.IsLetter(a) || unicode.IsLetter(b) || a == '.'
		if letters && (unicode.IsLetter(a) || unicode.IsDigit(a) || a == '.') && (unicode.IsLetter(b) || unicode.IsDigit(b)) {
			parts = append(parts, word[from:i], word[i:i+1])
			from = i + 1
		}
	}
	return append(parts, word[from:])
}

// cutCopies returns copies of documents that hold only the sentences with
// words to be parted, and those parted. docs are what raw was read into.
func cutCopies(raw []corpus.NameDocument, docs []Document, weight float32) []Document {
	var out []Document
	for i := range docs {
		d := Document{File: docs[i].File, ID: docs[i].ID, Weight: weight, Fold: docs[i].Fold}
		var sentences []Sentence
		if raw[i].Text != "" {
			sentences = fromText(&raw[i], atHyphens)
		} else {
			for _, s := range docs[i].Sentences {
				sentences = append(sentences, cutSentence(s))
			}
		}
		for j, s := range sentences {
			if len(s.Words) != len(docs[i].Sentences[j].Words) {
				d.Sentences = append(d.Sentences, s)
			}
		}
		if len(d.Sentences) > 0 {
			out = append(out, d)
		}
	}
	return out
}

// cutSentence parts the words of a sentence. The label of a token that a name
// covers in part says nothing of where in it the name is: that follows from
// the way the words are written.
func cutSentence(s Sentence) Sentence {
	var words []string
	at := make([]int, 0, len(s.Words)+1) // index in words of each word of s
	for _, w := range s.Words {
		at = append(at, len(words))
		words = append(words, atHyphens(w)...)
	}
	at = append(at, len(words))
	var names []ner.Name
	for _, m := range ner.Decode(s.Labels) {
		first, last := at[m.First], at[m.Last]
		for first+2 < at[m.First+1] && words[first+1] == "-" && isPrefix(words[first]) {
			first += 2
		}
		for last-2 > max(first, at[m.Last-1]) && words[last-2] == "-" && m.Kind != kind.Person && lowerWord(words[last-1]) {
			last -= 2
		}
		if m.Last-m.First == 1 && last-first == 3 && m.Kind == kind.NORP && words[first+1] == "-" {
			names = append(names, ner.Name{First: first, Last: first + 1, Kind: m.Kind})
			first += 2
		}
		names = append(names, ner.Name{First: first, Last: last, Kind: m.Kind})
	}
	return Sentence{words, ner.Encode(len(words), names)}
}

// isPrefix reports whether the first part of a hyphenated word is no part of
// the name after it.
func isPrefix(w string) bool {
	switch w {
	case "anti", "pro", "non", "ex", "pre", "post", "mid", "then", "former", "neo", "trans", "inter", "pan":
		return true
	}
	return false
}

// lowerWord reports whether w, the last part of a hyphenated word, is a word
// of its own.
func lowerWord(w string) bool {
	for _, r := range w {
		if !unicode.IsLower(r) {
			return false
		}
	}
	return len(w) > 2
}
