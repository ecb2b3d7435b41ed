package tag

import (
	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/entities/token"
	"github.com/dateline-go/dateline/internal/ner"
)

// scratch is what one call of Tag or Labels works in.
type scratch struct {
	texts   []string
	entries []*entry
	words   []*ner.Word
	segs    []ner.Segment
	ctx     ner.Context
	feats   []uint64
	labels  []ner.Label
	lattice lattice
}

// A found name is a run of tokens [first, last) of a document.
type found struct {
	first, last int
	kind        kind.Kind
	score       float32
}

// Tag returns the names in d in text order, without overlaps. Inside a
// hyphenated token each name part is a span of its own.
func (m *Model) Tag(d *token.Doc) []Span {
	s := m.pool.Get().(*scratch)
	defer m.pool.Put(s)
	var spans []Span
	for _, sent := range d.Sentences {
		m.sentence(s, d, sent, func(f found) {
			spans = m.appendSpans(spans, s, d, f)
		})
	}
	return spans
}

// Labels returns the label of each token of d in BIO form, such as "B-PERSON",
// "I-PERSON" or "O". A token that is a name in part, such as "U.S.-led", has
// the kind of its first name part.
func (m *Model) Labels(d *token.Doc) []string {
	s := m.pool.Get().(*scratch)
	defer m.pool.Put(s)
	out := make([]string, len(d.Tokens))
	for i := range out {
		out[i] = "O"
	}
	for _, sent := range d.Sentences {
		m.sentence(s, d, sent, func(f found) {
			for i := f.first; i < f.last; i++ {
				if i == f.first {
					out[i] = begins[f.kind]
				} else {
					out[i] = continues[f.kind]
				}
			}
		})
	}
	return out
}

var (
	begins    = [kind.Count]string{"O", "B-PERSON", "B-ORG", "B-PLACE", "B-NORP", "B-MISC", "B-DATE"}
	continues = [kind.Count]string{"O", "I-PERSON", "I-ORG", "I-PLACE", "I-NORP", "I-MISC", "I-DATE"}
)

// maxSentence bounds the tokens that are looked at together.
const maxSentence = 2000

// sentence finds the names of one sentence, in order.
func (m *Model) sentence(s *scratch, d *token.Doc, sent token.Sentence, emit func(found)) {
	for first := int(sent.First); first < int(sent.Last); first += maxSentence {
		m.piece(s, d, first, min(first+maxSentence, int(sent.Last)), emit)
	}
}

func (m *Model) piece(s *scratch, d *token.Doc, first, last int, emit func(found)) {
	s.texts, s.entries, s.words = s.texts[:0], s.entries[:0], s.words[:0]
	for i := first; i < last; i++ {
		s.texts = append(s.texts, d.Word(i))
	}
	c := ner.CaseOf(s.texts)
	for _, t := range s.texts {
		e := m.entry(t, c)
		s.entries = append(s.entries, e)
		s.words = append(s.words, e.word)
	}
	s.segs = ner.Segments(s.segs[:0], s.words)
	if len(s.segs) == 0 {
		return
	}
	s.ctx.Reset(m.lex, s.words, c, s.segs)
	for _, g := range s.segs {
		m.segment(s, first, g, emit)
	}
}

// segment finds the names of one segment of the sentence in s.
func (m *Model) segment(s *scratch, base int, g ner.Segment, emit func(found)) {
	n := g.Last - g.First
	l := &s.lattice
	l.grow(n)
	for t := range n {
		m.score(s, g.First+t, &l.score[t])
	}
	for len(s.labels) < n {
		s.labels = append(s.labels, ner.Out)
	}
	labels := s.labels[:n]
	l.best(&m.moves, labels)
	ran := false
	first := 0
	for t, y := range labels {
		if y == ner.Out {
			continue
		}
		if y.Opens() {
			first = t
		}
		if !y.Closes() {
			continue
		}
		if !ran {
			l.post.run(&m.moves, l.score, n)
			ran = true
		}
		p := l.post.name(labels, first, t+1)
		emit(found{base + g.First + first, base + g.First + t + 1, y.Kind(), float32(p)})
	}
}

// score adds up what speaks for each label of token i of the sentence in s.
func (m *Model) score(s *scratch, i int, sum *[ner.Labels]int32) {
	*sum = [ner.Labels]int32{}
	for p := range ner.Positions {
		e := m.before
		switch j := i + p - ner.Reach; {
		case j >= len(s.entries):
			e = m.after
		case j >= 0:
			e = s.entries[j]
		}
		for y, v := range &e.score[p] {
			sum[y] += int32(v)
		}
	}
	s.feats = s.ctx.TokenFeatures(s.feats[:0], i)
	for _, f := range s.feats {
		m.weights.Add(sum, f)
	}
}
