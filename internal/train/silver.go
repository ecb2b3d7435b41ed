package train

import (
	"strings"

	"github.com/dateline-go/dateline/internal/corpus"
	"github.com/dateline-go/dateline/internal/ner"
)

// A silver corpus is machine-annotated text under another guideline. A teacher
// that has learned on the text that both share what its labels are worth
// labels the rest of it under the guideline of the gold.
type silver struct {
	docs   []Document          // without the text shared with gold
	labels [][][]string        // of docs: by document, sentence, token
	shared map[string][]string // labels of the sentences shared with gold, by text
}

// shareWords is how many words in a row two texts must have in common to count
// as the same text.
const shareWords = 8

// silverDocument is how many sentences of silver text, whose document borders
// are unknown, are taken together.
const silverDocument = 400

// readSilver reads a silver file and parts what it shares with gold, held-out
// documents included, from the rest.
func readSilver(path string, gold []Document) (*silver, error) {
	raw, err := corpus.ReadNames(path)
	if err != nil {
		return nil, err
	}
	known := map[uint64]bool{}
	texts := map[string]bool{}
	for _, d := range gold {
		for _, s := range d.Sentences {
			texts[strings.Join(s.Words, " ")] = true
			eachWindow(s.Words, func(h uint64) bool { known[h] = true; return true })
		}
	}
	v := &silver{shared: map[string][]string{}}
	var d Document
	var dl [][]string
	flush := func() {
		if len(d.Sentences) > 0 {
			v.docs, v.labels = append(v.docs, d), append(v.labels, dl)
		}
		d, dl = Document{File: "silver", ID: "", Weight: 1}, nil
	}
	flush()
	for _, rd := range raw {
		for _, s := range rd.Sentences {
			types := make([]string, len(s.Words))
			for _, m := range s.Names {
				for i := m.First; i < m.Last; i++ {
					types[i] = "I-" + m.Type
				}
				types[m.First] = "B-" + m.Type
			}
			text := strings.Join(s.Words, " ")
			if texts[text] {
				v.shared[text] = types
				continue
			}
			fresh := true
			eachWindow(s.Words, func(h uint64) bool { fresh = !known[h]; return fresh })
			if !fresh {
				continue
			}
			d.Sentences = append(d.Sentences, Sentence{s.Words, make([]ner.Label, len(s.Words))})
			dl = append(dl, types)
			if len(d.Sentences) == silverDocument {
				flush()
			}
		}
	}
	flush()
	return v, nil
}

// eachWindow calls f with the hash of each run of shareWords words, of the
// whole sentence where it is shorter, until f returns false.
func eachWindow(words []string, f func(uint64) bool) {
	for i := 0; i == 0 || i+shareWords <= len(words); i++ {
		h := uint64(1)
		for _, w := range words[i:min(i+shareWords, len(words))] {
			h = ner.Mix(h, ner.Hash(strings.ToLower(w)))
		}
		if !f(h) {
			return
		}
	}
}

// Templates of the features of silver labels, far from those of other features.
const (
	sLabel = 2000 + iota
	sLabelClass
	sLabels3
	sPrev
	sNext
	sLabelBits
)

// silverFeatures appends what the silver labels of a sentence say of token i.
func (e *extractor) silverFeatures(dst []uint64, types []string, i int) []uint64 {
	at := func(j int) uint64 {
		if j < 0 || j >= len(types) {
			return 1
		}
		return ner.Hash(types[j])
	}
	w := e.ws[i]
	l := at(i)
	add := func(template, v uint64) {
		dst = append(dst, ner.Mix(template*0x9E3779B97F4A7C15, v)&^1)
	}
	add(sLabel, l)
	add(sLabelClass, ner.Mix(l, uint64(w.Class)))
	add(sLabels3, ner.Mix(ner.Mix(at(i-1), l), at(i+1)))
	add(sPrev, ner.Mix(at(i-1), l))
	add(sNext, ner.Mix(l, at(i+1)))
	add(sLabelBits, ner.Mix(l, uint64(w.Bits)<<8|uint64(w.Class)))
	return dst
}
