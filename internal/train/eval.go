package train

import (
	"fmt"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/entities/tag"
	"github.com/dateline-go/dateline/entities/token"
	"github.com/dateline-go/dateline/internal/corpus"
	"github.com/dateline-go/dateline/internal/score"
)

// EvalNames tags the documents of one gold file and adds the counts to n.
// Token files are scored by the labels of their tokens, texts by byte spans.
// Types that the scheme does not map are no names.
func EvalNames(n *score.Names, m *tag.Model, docs []corpus.NameDocument) error {
	for i := range docs {
		d := &docs[i]
		if d.Text != "" {
			if err := evalText(n, m, d); err != nil {
				return err
			}
			continue
		}
		evalTokens(n, m, d)
	}
	return nil
}

func evalText(n *score.Names, m *tag.Model, d *corpus.NameDocument) error {
	if len(d.Text) > token.MaxText {
		return fmt.Errorf("%s: document %s: text of %d bytes is too long", d.File, d.ID, len(d.Text))
	}
	var gold, found []score.NameItem
	for _, g := range d.Mentions {
		gold = append(gold, score.NameItem{Start: g.Start, End: g.End, Kind: n.Scheme.Kinds[g.Kind]})
	}
	for _, s := range m.Tag(token.Split(d.Text)) {
		found = append(found, score.NameItem{Start: int(s.Start), End: int(s.End), Kind: s.Kind})
	}
	n.Add(gold, found)
	return nil
}

func evalTokens(n *score.Names, m *tag.Model, d *corpus.NameDocument) {
	var sents [][]string
	for _, s := range d.Sentences {
		sents = append(sents, s.Words)
	}
	labels := m.Labels(token.FromWords(sents))
	at := 0
	for _, s := range d.Sentences {
		var gold []score.NameItem
		for _, g := range s.Names {
			gold = append(gold, score.NameItem{Start: g.First, End: g.Last, Kind: n.Scheme.Kinds[g.Type]})
		}
		n.Add(gold, FromBIO(labels[at:at+len(s.Words)]))
		at += len(s.Words)
	}
}

// FromBIO returns the names that BIO labels over kinds mark.
func FromBIO(labels []string) []score.NameItem {
	var out []score.NameItem
	open := ""
	for i, l := range labels {
		if len(l) < 3 {
			open = ""
			continue
		}
		if l[0] == 'I' && l[2:] == open {
			out[len(out)-1].End = i + 1
			continue
		}
		open = l[2:]
		k, _ := kind.Parse(open)
		out = append(out, score.NameItem{Start: i, End: i + 1, Kind: k})
	}
	return out
}
