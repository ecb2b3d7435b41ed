package train

import (
	"github.com/dateline-go/dateline/internal/ner"
)

// A vocabulary numbers the features that training saw often enough.
type vocabulary struct {
	ids      map[uint64]int32
	hashes   []uint64
	counts   []int32
	identity []bool
}

// extractor turns documents into sequences.
type extractor struct {
	lex   ner.Lexicon
	words [3]map[string]*ner.Word
	ctx   ner.Context
	segs  []ner.Segment
	ws    []*ner.Word
	buf   []uint64
	evbuf []uint64
	ids   []int32
	// word features by position, shared by all occurrences of a word
	cache map[*ner.Word]*[ner.Positions][]uint64
}

func newExtractor(lex ner.Lexicon) *extractor {
	e := &extractor{lex: lex, cache: map[*ner.Word]*[ner.Positions][]uint64{}}
	for c := range e.words {
		e.words[c] = map[string]*ner.Word{}
	}
	return e
}

func (e *extractor) word(text string, c ner.Case) *ner.Word {
	w := e.words[c][text]
	if w == nil {
		w = ner.NewWord(text, c)
		e.lex.Word(w)
		e.words[c][text] = w
	}
	return w
}

func (e *extractor) wordFeatures(w *ner.Word, pos int) []uint64 {
	f := e.cache[w]
	if f == nil {
		f = &[ner.Positions][]uint64{}
		e.cache[w] = f
	}
	if f[pos+ner.Reach] == nil {
		f[pos+ner.Reach] = ner.WordFeatures(nil, e.lex, w, pos)
	}
	return f[pos+ner.Reach]
}

// sentence prepares a sentence and returns its segments.
func (e *extractor) sentence(words []string) []ner.Segment {
	e.ws = e.ws[:0]
	for _, t := range words {
		e.ws = append(e.ws, e.word(t, ner.Running))
	}
	c := ner.CaseOf(e.ws)
	if c != ner.Running {
		for i, t := range words {
			e.ws[i] = e.word(t, c)
		}
	}
	e.segs = ner.Segments(e.segs[:0], e.ws)
	e.ctx.Reset(e.lex, e.ws, c, e.segs)
	return e.segs
}

// token returns all features of token i of the prepared sentence. The slice
// is good until the next call.
func (e *extractor) token(i int) []uint64 {
	e.buf = e.buf[:0]
	for pos := -ner.Reach; pos <= ner.Reach; pos++ {
		e.buf = append(e.buf, e.wordFeatures(e.ctx.At(i+pos), pos)...)
	}
	e.buf = e.ctx.TokenFeatures(e.buf, i)
	return e.buf
}

// number returns the number of feature f, a new one if it has none yet.
func (v *vocabulary) number(f uint64) int32 {
	id, ok := v.ids[f]
	if !ok {
		id = int32(len(v.hashes))
		v.ids[f] = id
		v.hashes = append(v.hashes, f)
		v.counts = append(v.counts, 0)
		v.identity = append(v.identity, ner.Identity(f))
	}
	v.counts[id]++
	return id
}

// count counts the features of all documents and keeps those seen often enough.
func (e *extractor) count(docs []Document, atLeast int32) *vocabulary {
	v := &vocabulary{ids: map[uint64]int32{}}
	for _, d := range docs {
		for _, s := range d.Sentences {
			for _, g := range e.sentence(s.Words) {
				for i := g.First; i < g.Last; i++ {
					for _, f := range e.token(i) {
						v.number(f)
					}
				}
			}
		}
	}
	n := int32(0)
	for i, f := range v.hashes {
		if v.counts[i] < atLeast {
			delete(v.ids, f)
			continue
		}
		v.hashes[n], v.counts[n] = f, v.counts[i]
		v.ids[f] = n
		n++
	}
	v.hashes, v.counts = v.hashes[:n], v.counts[:n]
	v.identity = make([]bool, n)
	for i, f := range v.hashes {
		v.identity[i] = ner.Identity(f)
	}
	return v
}

// numbers returns the known features of token i of the prepared sentence.
func (e *extractor) numbers(v *vocabulary, i int, dst []int32) []int32 {
	for _, f := range e.token(i) {
		if id, ok := v.ids[f]; ok {
			dst = append(dst, id)
		}
	}
	return dst
}

// addEvidence gives the sequences that sequences(v, docs) returned their
// evidence features, from what first passes guessed of each document, and
// those of silver labels, if any.
func (e *extractor) addEvidence(v *vocabulary, docs []Document, guesses [][]guess, seqs []sequence, types func(doc, sentence int) []string) {
	next := 0
	for i := range docs {
		e.withEvidence(&docs[i], guesses[i], func(si int, g ner.Segment, feats func(int) []uint64) {
			q := &seqs[next]
			q.extra = make([][]int32, 0, g.Last-g.First)
			next++
			var silver []string
			if types != nil {
				silver = types(i, si)
			}
			for t := g.First; t < g.Last; t++ {
				all := feats(t)
				if silver != nil {
					all = e.silverFeatures(all, silver, t)
				}
				ids := make([]int32, 0, len(all))
				for _, f := range all {
					ids = append(ids, v.number(f))
				}
				q.extra = append(q.extra, ids)
			}
		})
	}
}

// sequences returns the segments of all documents as training sequences, and
// how many name tokens lie outside every segment and so cannot be learned.
func (e *extractor) sequences(v *vocabulary, docs []Document) (seqs []sequence, lost int) {
	var arena []int32
	for i, d := range docs {
		for _, s := range d.Sentences {
			in := 0
			for _, g := range e.sentence(s.Words) {
				q := sequence{weight: d.Weight, doc: i}
				for i := g.First; i < g.Last; i++ {
					if cap(arena)-len(arena) < 1024 {
						arena = make([]int32, 0, 1<<20)
					}
					from := len(arena)
					arena = e.numbers(v, i, arena)
					q.feats = append(q.feats, arena[from:len(arena):len(arena)])
					if s.Labels[i] != ner.Out {
						in++
					}
				}
				q.gold = clip(s.Labels[g.First:g.Last])
				seqs = append(seqs, q)
			}
			for _, l := range s.Labels {
				if l != ner.Out {
					in--
				}
			}
			lost -= in
		}
	}
	return seqs, lost
}

// clip returns labels as a well-formed sequence of their own: names that the
// segment cuts keep the part inside.
func clip(l []ner.Label) []ner.Label {
	out := append([]ner.Label(nil), l...)
	if n := len(out); n > 0 {
		if !out[0].Opens() {
			if out[0].Closes() {
				out[0] = ner.Make(out[0].Kind(), ner.Unit)
			} else {
				out[0] = ner.Make(out[0].Kind(), ner.Begin)
			}
		}
		if !out[n-1].Closes() {
			if out[n-1].Opens() {
				out[n-1] = ner.Make(out[n-1].Kind(), ner.Unit)
			} else {
				out[n-1] = ner.Make(out[n-1].Kind(), ner.Last)
			}
		}
	}
	return out
}
