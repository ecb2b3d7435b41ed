// Package train builds the name tagger's model from annotated text.
package train

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/entities/token"
	"github.com/dateline-go/dateline/internal/corpus"
	"github.com/dateline-go/dateline/internal/ner"
)

// A Sentence is tokenized text with its gold labels.
type Sentence struct {
	Words  []string
	Labels []ner.Label
}

// A Document is a run of sentences that belong together.
type Document struct {
	File, ID  string
	Sentences []Sentence
	Weight    float32 // of its sentences in training, 1 for gold
	Fold      int     // documents of one fold have the same text; copies have that of their original
}

// Kinds maps the types that corpora write to kinds. Types that it lacks, such
// as dates, are no names.
var Kinds = map[string]kind.Kind{
	"PERSON": kind.Person, "PER": kind.Person, "Person": kind.Person,
	"ORG": kind.Org, "Organization": kind.Org,
	"PLACE": kind.Place, "LOC": kind.Place, "Location": kind.Place, "Facility": kind.Place, "GPE": kind.Place, "FAC": kind.Place,
	"NORP": kind.NORP,
	"MISC": kind.Misc, "Misc": kind.Misc, "Product": kind.Misc,
}

// FromCorpus turns annotated documents into training documents. Texts are
// tokenized; a token that a mention covers in part, such as "U.S.-led", takes
// the kind of the first mention in it.
func FromCorpus(docs []corpus.NameDocument) ([]Document, error) {
	out := make([]Document, 0, len(docs))
	for i := range docs {
		d := &docs[i]
		td := Document{File: d.File, ID: d.ID, Weight: 1}
		if d.Text != "" {
			td.Sentences = fromText(d, whole)
		} else {
			for _, s := range d.Sentences {
				var names []ner.Name
				for _, m := range s.Names {
					if k, ok := Kinds[m.Type]; ok {
						names = append(names, ner.Name{First: m.First, Last: m.Last, Kind: k})
					}
				}
				td.Sentences = append(td.Sentences, Sentence{s.Words, ner.Encode(len(s.Words), names)})
			}
		}
		out = append(out, td)
	}
	return out, nil
}

// fromText tokenizes a text document and lays its mentions over the tokens.
func fromText(d *corpus.NameDocument, cut cutter) []Sentence {
	doc := token.Split(d.Text)
	var out []Sentence
	next := 0
	for _, s := range doc.Sentences {
		var words []string
		var names []ner.Name
		add := func(start, end int) {
			words = append(words, doc.Text[start:end])
			n := len(words) - 1
			for next < len(d.Mentions) && d.Mentions[next].End <= start {
				next++
			}
			if next == len(d.Mentions) || d.Mentions[next].Start >= end {
				return
			}
			m := d.Mentions[next]
			k, ok := Kinds[m.Kind]
			if !ok {
				return
			}
			if m.Start < start && len(names) > 0 && names[len(names)-1].Last == n && names[len(names)-1].Kind == k {
				names[len(names)-1].Last = n + 1
				return
			}
			names = append(names, ner.Name{First: n, Last: n + 1, Kind: k})
		}
		for i := s.First; i < s.Last; i++ {
			t := doc.Tokens[i]
			at := int(t.Start)
			for _, part := range cut(doc.Text[t.Start:t.End]) {
				add(at, at+len(part))
				at += len(part)
			}
		}
		out = append(out, Sentence{words, ner.Encode(len(words), names)})
	}
	return out
}

// A HeldOut says which documents are kept out of training: a set of ids per
// file, or all of a file, or its last documents.
type HeldOut map[string]heldFile

type heldFile struct {
	all  bool
	last int
	ids  map[string]bool
}

// ReadHeldOut reads a list of lines "FILE<TAB>all", "FILE<TAB>last N documents"
// or "FILE<TAB>ID".
func ReadHeldOut(path string) (HeldOut, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	h := HeldOut{}
	sc := bufio.NewScanner(f)
	for line := 1; sc.Scan(); line++ {
		if sc.Text() == "" {
			continue
		}
		file, what, ok := strings.Cut(sc.Text(), "\t")
		if !ok {
			return nil, fmt.Errorf("%s:%d: want FILE<TAB>WHAT, have %q", path, line, sc.Text())
		}
		e := h[file]
		switch n, found := strings.CutPrefix(what, "last "); {
		case what == "all":
			e.all = true
		case found:
			if e.last, err = strconv.Atoi(strings.TrimSuffix(n, " documents")); err != nil {
				return nil, fmt.Errorf("%s:%d: bad count %q", path, line, what)
			}
		default:
			if e.ids == nil {
				e.ids = map[string]bool{}
			}
			e.ids[what] = true
		}
		h[file] = e
	}
	return h, sc.Err()
}

// Split parts the documents of one file into those for training and those held out.
func (h HeldOut) Split(file string, docs []corpus.NameDocument) (train, held []corpus.NameDocument) {
	e := h[file]
	for i, d := range docs {
		if e.all || i >= len(docs)-e.last || e.ids[d.ID] {
			held = append(held, d)
		} else {
			train = append(train, d)
		}
	}
	return train, held
}
