package main

import (
	"fmt"
	"strings"

	"github.com/jdkato/prose/v2"

	"github.com/dateline-go/dateline/internal/score"
)

type prose2 struct{ options []prose.DocOpt }

// loadProse2 makes prose v2 find names. If lean is set, one model serves all
// documents and prose does not look for sentences, for which it reads another
// model with each document.
func loadProse2(lean bool) func() (finder, error) {
	return func() (finder, error) {
		if !lean {
			return prose2{}, nil
		}
		doc, err := prose.NewDocument("", prose.WithSegmentation(false))
		if err != nil {
			return nil, err
		}
		return prose2{[]prose.DocOpt{prose.UsingModel(doc.Model), prose.WithSegmentation(false)}}, nil
	}
}

// run takes a panic, which some letters beyond ASCII cause, for an error.
func (p prose2) run(text string) error {
	_, err := p.document(text)
	return err
}

func (p prose2) document(text string) (doc *prose.Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("prose v2: panic: %v", r)
		}
	}()
	return prose.NewDocument(text, p.options...)
}

// inText finds out where in the text the names are, as prose v2 does not say. A
// document that makes it panic has no names.
func (p prose2) inText(text string) ([]score.NameItem, error) {
	doc, err := p.document(text)
	if err != nil {
		return nil, nil
	}
	tokens := doc.Tokens()
	spans := alignProse2(text, tokens)
	var items []score.NameItem
	t := 0
	for _, e := range doc.Entities() {
		k, ok := proseKinds[e.Label]
		if !ok {
			return nil, fmt.Errorf("prose v2: label %q is unknown", e.Label)
		}
		first, last, ok := findProse2(tokens, t, e.Text)
		if !ok {
			return nil, fmt.Errorf("prose v2: name %q is not among its tokens", e.Text)
		}
		t = last
		if spans[first].end > 0 && spans[last-1].end > 0 {
			items = append(items, score.NameItem{Start: spans[first].start, End: spans[last-1].end, Kind: k})
		}
	}
	return items, nil
}

func (p prose2) inWords(sentences [][]string) ([][]score.NameItem, error) {
	return inJoined(p, sentences)
}

// findProse2 returns the tokens, from token t on, that prose v2 joined with
// spaces to make the name. The first of them always has a label.
func findProse2(tokens []prose.Token, t int, name string) (first, last int, ok bool) {
	for first = t; first < len(tokens); first++ {
		if tokens[first].Label == "O" {
			continue
		}
		rest := name
		for last = first; last < len(tokens) && strings.HasPrefix(rest, tokens[last].Text); last++ {
			rest = rest[len(tokens[last].Text):]
			if rest == "" {
				return first, last + 1, true
			}
			if rest[0] != ' ' {
				break
			}
			rest = rest[1:]
		}
	}
	return 0, 0, false
}

// A byteSpan is a half-open range of bytes; its end is 0 where it is unknown.
type byteSpan struct{ start, end int }

// farthest is how many bytes of the text prose v2 may lose between two tokens:
// it leaves out the marks behind a clitic.
const farthest = 100

// proseQuotes are the quotes that prose v2 writes as one byte.
var proseQuotes = []string{"“", `"`, "”", `"`, "‘", "'", "’", "'", "&rsquo;", "'"}

// alignProse2 finds the tokens of prose v2 in the text they come from.
func alignProse2(text string, tokens []prose.Token) []byteSpan {
	// plain is the text as prose v2 reads it; origin holds the offset in text
	// of each of its bytes.
	plain := strings.NewReplacer(proseQuotes...).Replace(text)
	origin := make([]int, 0, len(plain)+1)
	for at := 0; at < len(text); {
		size := 1
		for i := 0; i < len(proseQuotes); i += 2 {
			if strings.HasPrefix(text[at:], proseQuotes[i]) {
				size = len(proseQuotes[i])
			}
		}
		origin = append(origin, at)
		at += size
	}
	origin = append(origin, len(text))

	spans := make([]byteSpan, len(tokens))
	at := 0
	for i, t := range tokens {
		window := plain[at:min(len(plain), at+farthest+len(t.Text))]
		found := strings.Index(window, t.Text)
		if found < 0 || t.Text == "" {
			continue
		}
		start := at + found
		at = start + len(t.Text)
		spans[i] = byteSpan{origin[start], origin[at]}
	}
	return spans
}
