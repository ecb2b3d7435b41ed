package train

import (
	"math"

	"github.com/dateline-go/dateline/internal/ner"
)

// A guess is what a first pass says of one sentence: a label for each token
// and how sure it is, in sixteenths.
type guess struct {
	labels  []ner.Label
	weights []uint8
}

// decode fills the lattice with the scores of a segment of the prepared
// sentence; extra, if not nil, gives further features of each token.
func (e *extractor) decode(v *vocabulary, p *params, l *lattice, g ner.Segment, extra [][]int32) {
	l.grow(g.Last - g.First)
	for i := g.First; i < g.Last; i++ {
		e.ids = e.numbers(v, i, e.ids[:0])
		if extra != nil {
			e.ids = append(e.ids, extra[i-g.First]...)
		}
		s := &l.score[i-g.First]
		*s = [labels]float32{}
		for _, f := range e.ids {
			row := (*[labels]float32)(p.emit[int(f)*labels:])
			for y := range s {
				s[y] += row[y]
			}
		}
	}
}

// firstPass tags a document without evidence.
func (e *extractor) firstPass(v *vocabulary, p *params, d *Document) []guess {
	l := &lattice{}
	l.refresh(p)
	out := make([]guess, len(d.Sentences))
	for si, s := range d.Sentences {
		q := guess{make([]ner.Label, len(s.Words)), make([]uint8, len(s.Words))}
		for _, g := range e.sentence(s.Words) {
			e.decode(v, p, l, g, nil)
			n := g.Last - g.First
			part := q.labels[g.First:g.Last]
			l.viterbi(p, n, part)
			l.marginals(n)
			weights := q.weights[g.First:g.Last]
			for t, y := range part {
				if y == ner.Out {
					weights[t] = sixteenths(float64(l.resid[t][ner.Out]))
				}
			}
			for _, m := range ner.Decode(part) {
				w := sixteenths(l.name(part, m.First, m.Last))
				for t := m.First; t < m.Last; t++ {
					weights[t] = w
				}
			}
		}
		out[si] = q
	}
	return out
}

// secondPass tags a document with the evidence of what a first pass guessed
// and, if there are any, of silver labels.
func (e *extractor) secondPass(v *vocabulary, p *params, d *Document, guesses []guess, types [][]string) [][]ner.Label {
	l := &lattice{}
	out := make([][]ner.Label, len(d.Sentences))
	for i, s := range d.Sentences {
		out[i] = make([]ner.Label, len(s.Words))
	}
	e.withEvidence(d, guesses, func(si int, g ner.Segment, feats func(int) []uint64) {
		extra := make([][]int32, 0, g.Last-g.First)
		for t := g.First; t < g.Last; t++ {
			all := feats(t)
			if types != nil {
				all = e.silverFeatures(all, types[si], t)
			}
			var ids []int32
			for _, f := range all {
				if id, ok := v.ids[f]; ok {
					ids = append(ids, id)
				}
			}
			extra = append(extra, ids)
		}
		e.decode(v, p, l, g, extra)
		l.viterbi(p, g.Last-g.First, out[si][g.First:g.Last])
	})
	return out
}

func sixteenths(p float64) uint8 { return uint8(math.Round(min(max(p, 0), 1) * ner.Sure)) }

// name is the probability that tokens [first, last) are just the name that
// labels mark; marginals must have run.
func (l *lattice) name(lab []ner.Label, first, last int) float64 {
	v := l.alpha[first][lab[first]]
	for t := first + 1; t < last; t++ {
		v *= *l.exp.move(lab[t-1], lab[t]) * expFast(float64(l.score[t][lab[t]]-l.peak(t))) / l.scale[t]
	}
	return v * l.beta[last-1][lab[last-1]]
}

// blocks returns the first sentences of the blocks of a document, and its length.
func blocks(d *Document) []int {
	out := []int{0}
	n := 0
	for i, s := range d.Sentences {
		n += len(s.Words)
		if n >= ner.BlockTokens {
			out = append(out, i+1)
			n = 0
		}
	}
	if out[len(out)-1] != len(d.Sentences) {
		out = append(out, len(d.Sentences))
	}
	return out
}

// withEvidence calls f for each segment of a document with the evidence
// features of its tokens; the context is that of the segment's sentence.
func (e *extractor) withEvidence(d *Document, guesses []guess, f func(sentence int, g ner.Segment, feats func(i int) []uint64)) {
	var ev ner.Evidence
	bs := blocks(d)
	for b := 0; b+1 < len(bs); b++ {
		ev.Reset()
		for si := bs[b]; si < bs[b+1]; si++ {
			segs := e.sentence(d.Sentences[si].Words)
			ev.Seen(e.ws, segs, guesses[si].labels, guesses[si].weights)
		}
		for si := bs[b]; si < bs[b+1]; si++ {
			for _, g := range e.sentence(d.Sentences[si].Words) {
				f(si, g, func(i int) []uint64 {
					e.evbuf = e.ctx.EvidenceFeatures(e.evbuf[:0], &ev, i, guesses[si].labels, guesses[si].weights)
					return e.evbuf
				})
			}
		}
	}
}
