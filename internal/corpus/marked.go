package corpus

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// ReadMarkedNames reads texts whose names are marked where they stand:
//
//	### ID | 2016-11-20 | genre
//	{PERSON Hafiz Saeed Khan} fled to {PLACE Nangarhar}.
//
// A line that starts with "### " begins a document; what follows the ID is for
// people. Blank lines at the ends of a text do not belong to it. path names the
// texts in errors.
func ReadMarkedNames(r io.Reader, path string) ([]NameDocument, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, maxLine)
	var docs []NameDocument
	var text strings.Builder
	var mentions []NameMention
	flush := func() {
		if len(docs) == 0 {
			return
		}
		d := &docs[len(docs)-1]
		d.File, d.Text, d.Mentions = filepath.Base(path), strings.TrimRight(text.String(), "\n"), mentions
		text.Reset()
		mentions = nil
	}
	for line := 1; sc.Scan(); line++ {
		s := sc.Text()
		if !utf8.ValidString(s) {
			return nil, fmt.Errorf("%s:%d: not UTF-8", path, line)
		}
		if head, ok := strings.CutPrefix(s, "### "); ok {
			flush()
			id, _, _ := strings.Cut(head, "|")
			docs = append(docs, NameDocument{ID: strings.TrimSpace(id)})
			continue
		}
		switch {
		case len(docs) == 0 && strings.TrimSpace(s) == "":
			continue
		case len(docs) == 0:
			return nil, fmt.Errorf("%s:%d: text before the first line that starts with \"### \"", path, line)
		case text.Len() == 0 && s == "":
			continue
		}
		for s != "" {
			plain, rest, ok := strings.Cut(s, "{")
			text.WriteString(plain)
			if !ok {
				if strings.Contains(plain, "}") {
					return nil, fmt.Errorf("%s:%d: %q without {", path, line, "}")
				}
				break
			}
			inside, rest, ok := strings.Cut(rest, "}")
			kind, name, two := strings.Cut(inside, " ")
			if !ok || !two || kind == "" || name == "" || strings.Contains(plain, "}") || strings.ContainsAny(inside, "{") {
				return nil, fmt.Errorf("%s:%d: want {KIND name}, have %q", path, line, "{"+inside)
			}
			start := text.Len()
			text.WriteString(name)
			mentions = append(mentions, NameMention{Start: start, End: text.Len(), Text: name, Kind: kind})
			s = rest
		}
		text.WriteByte('\n')
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	flush()
	return docs, nil
}
