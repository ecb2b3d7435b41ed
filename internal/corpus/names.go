// Package corpus reads hand-annotated text: one file of this package for each
// format.
package corpus

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// A NameSpan is an annotated run of tokens [First, Last) of a sentence.
type NameSpan struct {
	First, Last int
	Type        string // as the corpus writes it, such as "PERSON" or "LOC"
}

// A NameSentence is a tokenized sentence with its names.
type NameSentence struct {
	Words []string
	Names []NameSpan
	Line  int // line of the first token, from 1
}

// A NameMention is an annotated run of bytes [Start, End) of a text.
type NameMention struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Kind  string `json:"kind"`
}

// A NameDocument is a document with its names: either tokenized, or as a text
// with mentions.
type NameDocument struct {
	File      string // base name of the file
	ID        string
	Sentences []NameSentence // token files
	Text      string         // text files
	Mentions  []NameMention
}

// ReadNames reads a file of names. Files that end in .jsonl hold one document
// a line ({"id","text","mentions":[{"start","end","kind"}]}, offsets in bytes);
// files that end in .txt are as ReadMarkedNames reads them; all others hold one
// token a line, a tab or space, and a label in BIO, with a blank line between
// sentences and -DOCSTART- at the start of a document.
func ReadNames(path string) ([]NameDocument, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	read := readTokens
	switch filepath.Ext(path) {
	case ".jsonl":
		read = readTexts
	case ".txt":
		read = ReadMarkedNames
	}
	docs, err := read(f, path)
	for i := range docs {
		docs[i].File = filepath.Base(path)
		if docs[i].ID == "" {
			docs[i].ID = fmt.Sprintf("%s#%d", docs[i].File, i+1)
		}
	}
	return docs, err
}

const maxLine = 1 << 28

func readTexts(f io.Reader, path string) ([]NameDocument, error) {
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, maxLine)
	var docs []NameDocument
	for line := 1; sc.Scan(); line++ {
		if len(sc.Bytes()) == 0 {
			continue
		}
		var d struct {
			ID       string        `json:"id"`
			Text     string        `json:"text"`
			Mentions []NameMention `json:"mentions"`
		}
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, line, err)
		}
		last := 0
		for _, m := range d.Mentions {
			switch {
			case m.Start < last || m.End <= m.Start || m.End > len(d.Text):
				return nil, fmt.Errorf("%s:%d: mention %d to %d overlaps another or lies outside the text of %d bytes", path, line, m.Start, m.End, len(d.Text))
			case m.Text != "" && m.Text != d.Text[m.Start:m.End]:
				return nil, fmt.Errorf("%s:%d: mention %d to %d is %q in the text, not %q", path, line, m.Start, m.End, d.Text[m.Start:m.End], m.Text)
			}
			last = m.End
		}
		docs = append(docs, NameDocument{ID: d.ID, Text: d.Text, Mentions: d.Mentions})
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return docs, nil
}

func readTokens(f io.Reader, path string) ([]NameDocument, error) {
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, maxLine)
	var docs []NameDocument
	var sent NameSentence
	open := "" // type of the name that the last token belongs to
	flush := func() {
		open = ""
		if len(sent.Words) == 0 {
			return
		}
		if len(docs) == 0 {
			docs = append(docs, NameDocument{})
		}
		d := &docs[len(docs)-1]
		d.Sentences = append(d.Sentences, sent)
		sent = NameSentence{}
	}
	line := 0
	for sc.Scan() {
		line++
		word, label, ok := splitToken(sc.Text())
		switch {
		case word == "":
			flush()
			continue
		case word == "-DOCSTART-":
			flush()
			docs = append(docs, NameDocument{})
			continue
		case !ok:
			return nil, fmt.Errorf("%s:%d: token %q has no label", path, line, word)
		case !utf8.ValidString(word):
			return nil, fmt.Errorf("%s:%d: token %q is not UTF-8", path, line, word)
		}
		if len(sent.Words) == 0 {
			sent.Line = line
		}
		n := len(sent.Words)
		sent.Words = append(sent.Words, word)
		switch {
		case label == "O":
			open = ""
		case len(label) > 2 && (label[:2] == "B-" || label[:2] == "I-" && label[2:] != open):
			open = label[2:]
			sent.Names = append(sent.Names, NameSpan{n, n + 1, open})
		case len(label) > 2 && label[:2] == "I-":
			sent.Names[len(sent.Names)-1].Last = n + 1
		default:
			return nil, fmt.Errorf("%s:%d: label %q is not O, B-TYPE or I-TYPE", path, line, label)
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", path, line, err)
	}
	flush()
	out := docs[:0]
	for _, d := range docs {
		if len(d.Sentences) > 0 {
			out = append(out, d)
		}
	}
	return out, nil
}

// splitToken returns the first and the last column of a line.
func splitToken(line string) (word, label string, ok bool) {
	i := strings.IndexAny(line, "\t ")
	if i < 0 {
		return line, "", false
	}
	word = line[:i]
	rest := strings.TrimRight(line[i+1:], "\t\r ")
	if j := strings.LastIndexAny(rest, "\t "); j >= 0 {
		rest = rest[j+1:]
	}
	return word, rest, rest != ""
}
