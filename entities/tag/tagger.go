package tag

import (
	"context"
	"slices"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/entities/token"
	"github.com/dateline-go/dateline/internal/ner"
)

// scratch is what one call of Tag or Labels works in: one block of a document
// at a time. Slices that run by token are indexed from the start of the block.
type scratch struct {
	first     int // index in the document of the first token of the block
	entries   []*entry
	words     []*ner.Word
	labels    []ner.Label
	sure      []uint8 // how sure labels are, in sixteenths
	prob      []float32
	sentences []sentence
	segs      []ner.Segment // of all sentences; indices within the sentence
	score     [][ner.Labels]int32
	trails    []trail
	post      posterior
	ctx       ner.Context
	evidence  ner.Evidence
	feats     []uint64
	lookups   ner.Lookups
	changed   []bool // by token of a sentence, whether the second pass changed its scores
}

// A sentence is a run of tokens of the block with its segments and the index
// of the first of its scores.
type sentence struct {
	first, last int
	seg, segEnd int
	score       int
	letters     ner.Case
}

// A found name is a run of tokens [first, last) of a document.
type found struct {
	first, last int
	kind        kind.Kind
	score       float32
}

// maxSentence bounds the tokens that are looked at together.
const maxSentence = 1000

// Tag returns the names in d in text order, without overlaps. Inside a
// hyphenated token each name part is a span of its own.
func (m *Model) Tag(d *token.Doc) []Span {
	spans, _ := m.TagContext(context.Background(), d) // cannot fail
	return spans
}

// TagContext is Tag that gives up soon after ctx is cancelled, with the
// context's error.
func (m *Model) TagContext(ctx context.Context, d *token.Doc) ([]Span, error) {
	s := m.pool.Get().(*scratch)
	defer m.pool.Put(s)
	spans := make([]Span, 0, len(d.Tokens)/12+4)
	m.document(ctx, s, d, func(f found) { spans = m.appendSpans(spans, d, f) })
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return spans, nil
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
	m.document(context.Background(), s, d, func(f found) {
		out[f.first] = begins[f.kind]
		for i := f.first + 1; i < f.last; i++ {
			out[i] = continues[f.kind]
		}
	})
	return out
}

var (
	begins    = [kind.Count]string{"O", "B-PERSON", "B-ORG", "B-PLACE", "B-NORP", "B-MISC", "B-DATE"}
	continues = [kind.Count]string{"O", "I-PERSON", "I-ORG", "I-PLACE", "I-NORP", "I-MISC", "I-DATE"}
)

// document finds the names of a document block by block, in order, until the
// end or until ctx is cancelled.
func (m *Model) document(ctx context.Context, s *scratch, d *token.Doc, emit func(found)) {
	s.reset(0)
	for _, sent := range d.Sentences {
		for first := int(sent.First); first < int(sent.Last); first += maxSentence {
			last := min(first+maxSentence, int(sent.Last))
			m.read(s, d, first, last)
			if last-s.first >= ner.BlockTokens {
				m.block(s, emit)
				s.reset(last)
				if ctx.Err() != nil {
					return
				}
			}
		}
	}
	m.block(s, emit)
}

func (s *scratch) reset(first int) {
	s.first = first
	s.entries, s.words, s.labels, s.sure, s.prob = s.entries[:0], s.words[:0], s.labels[:0], s.sure[:0], s.prob[:0]
	s.sentences, s.segs, s.score = s.sentences[:0], s.segs[:0], s.score[:0]
}

// read adds tokens [first, last) of a document to the block as a sentence and
// makes the first pass over it.
func (m *Model) read(s *scratch, d *token.Doc, first, last int) {
	at := len(s.words)
	for i := first; i < last; i++ {
		e := m.entry(d.Word(i), ner.Running)
		s.entries = append(s.entries, e)
		s.words = append(s.words, &e.word)
		s.labels = append(s.labels, ner.Out)
		s.sure = append(s.sure, 0)
		s.prob = append(s.prob, 0)
	}
	words := s.words[at:]
	c := ner.CaseOf(words)
	if c != ner.Running {
		for i := range words {
			e := m.entry(words[i].Text, c)
			s.entries[at+i], words[i] = e, &e.word
		}
	}
	seg := len(s.segs)
	s.segs = ner.Segments(s.segs, words)
	sent := sentence{at, len(s.words), seg, len(s.segs), len(s.score), c}
	s.sentences = append(s.sentences, sent)
	if seg == len(s.segs) {
		return
	}
	s.ctx.Reset(m.lex, words, c, s.segs[seg:])
	entries := s.entries[at:]
	for _, g := range s.segs[seg:] {
		from := len(s.score)
		for i := g.First; i < g.Last; i++ {
			s.score = append(s.score, [ner.Labels]int32{})
			m.rate(s, entries, i, &s.score[len(s.score)-1])
		}
		m.decode(s, s.score[from:], at+g.First)
	}
}

// rate adds up what speaks for each label of token i of a sentence.
func (m *Model) rate(s *scratch, entries []*entry, i int, sum *[ner.Labels]int32) {
	for p := range ner.Positions {
		e := m.before
		switch j := i + p - ner.Reach; {
		case j >= len(entries):
			e = m.after
		case j >= 0:
			e = entries[j]
		}
		row := &e.score[p]
		for y := range sum {
			sum[y] += int32(row[y])
		}
	}
	if plainly(sum) {
		return
	}
	s.feats = s.ctx.TokenFeatures(s.feats[:0], i)
	m.tokens.AddToken(sum, s.feats, &s.lookups)
}

// clearLead is the lead in score from which a token counts as outside every name
// whatever else speaks for it: such as "The" at the start of a sentence.
const clearLead = 4 * ner.Steps

// settled reports whether one label leads so clearly that no evidence of the
// second pass will change it.
func settled(s *[ner.Labels]int32) bool {
	first, second := s[0], s[1]
	if second > first {
		first, second = second, first
	}
	for _, v := range s[2:] {
		if v > second {
			second = min(v, first)
			first = max(v, first)
		}
	}
	return first-second > clearLead
}

// plainly reports whether a token is outside every name by a clear lead.
func plainly(s *[ner.Labels]int32) bool {
	limit := s[ner.Out] - clearLead
	for _, v := range s[1:] {
		if v > limit {
			return false
		}
	}
	return true
}

// decode labels the segment that starts at token at of the block by its
// scores, and works out how sure each label is.
func (m *Model) decode(s *scratch, score [][ner.Labels]int32, at int) {
	labels := s.labels[at : at+len(score)]
	s.best(&m.moves, score, labels)
	if len(score) == 1 {
		s.note(at, at+1, m.odds.unit(&score[0], labels[0]))
		return
	}
	s.post.run(m.odds, score)
	first := 0
	for t, y := range labels {
		if y.Opens() {
			first = t
		}
		if y.Closes() {
			s.note(at+first, at+t+1, s.post.name(m.odds, labels, first, t+1))
		}
	}
}

// note takes down the probability of tokens [first, last).
func (s *scratch) note(first, last int, p float64) {
	for i := first; i < last; i++ {
		s.prob[i] = float32(p)
		s.sure[i] = uint8(float64(p*ner.Sure) + 0.5)
	}
}

// block makes the second pass over a block, in which each segment knows what
// the first found elsewhere, and reports the names.
func (m *Model) block(s *scratch, emit func(found)) {
	s.evidence.Reset()
	for _, t := range s.sentences {
		s.evidence.Seen(s.words[t.first:t.last], s.segs[t.seg:t.segEnd], s.labels[t.first:t.last], s.sure[t.first:t.last])
	}
	for _, t := range s.sentences {
		if t.seg < t.segEnd {
			m.again(s, &t, emit)
		}
	}
}

// again makes the second pass over one sentence.
func (m *Model) again(s *scratch, t *sentence, emit func(found)) {
	segs := s.segs[t.seg:t.segEnd]
	words, labels, sure := s.words[t.first:t.last], s.labels[t.first:t.last], s.sure[t.first:t.last]
	s.ctx.ResetRuns(words, t.letters, segs)
	s.changed = append(s.changed[:0], make([]bool, len(words))...)
	at := t.score
	// Evidence of the whole sentence is gathered before any label of it changes.
	for _, g := range segs {
		for i := g.First; i < g.Last; i++ {
			if !settled(&s.score[at]) {
				s.feats = s.ctx.EvidenceFeatures(s.feats[:0], &s.evidence, i, labels, sure)
				m.tokens.AddToken(&s.score[at], s.feats, &s.lookups)
				s.changed[i] = true
			}
			at++
		}
	}
	at = t.score
	for _, g := range segs {
		n := g.Last - g.First
		if slices.Contains(s.changed[g.First:g.Last], true) {
			m.decode(s, s.score[at:at+n], t.first+g.First)
		}
		at += n
		s.report(t.first+g.First, t.first+g.Last, emit)
	}
}

// report emits the names among tokens [from, to) of the block.
func (s *scratch) report(from, to int, emit func(found)) {
	first := from
	for i := from; i < to; i++ {
		y := s.labels[i]
		if y == ner.Out {
			continue
		}
		if y.Opens() {
			first = i
		}
		if y.Closes() {
			emit(found{s.first + first, s.first + i + 1, y.Kind(), s.prob[i]})
		}
	}
}
