package tag

import (
	"strings"
	"sync/atomic"

	"github.com/dateline-go/dateline/internal/ner"
)

// An entry is a word form with the scores that it gives to tokens near it: all
// that depends on the form alone. It is never changed once it is shared.
type entry struct {
	word  *ner.Word
	score [ner.Positions][ner.Labels]int16
}

// cacheSize is the number of word forms that are remembered, a power of two.
// At about 500 bytes each this bounds what a model keeps on the heap.
const cacheSize = 1 << 15

// A cache remembers word forms. What it holds never changes a result, only
// how soon it is there.
type cache [cacheSize]atomic.Pointer[entry]

// entry returns the word form text as it stands on a line of case c.
func (m *Model) entry(text string, c ner.Case) *entry {
	i := (ner.Hash(text) + uint64(c)) & (cacheSize - 1)
	a, b := &m.cache[i], &m.cache[i^1]
	e := a.Load()
	if e != nil && e.word.Case == c && e.word.Text == text {
		return e
	}
	if f := b.Load(); f != nil && f.word.Case == c && f.word.Text == text {
		return f
	}
	// The text of the entry must not keep the document alive.
	w := ner.NewWord(strings.Clone(text), c)
	m.lex.Word(w)
	f := m.fill(w)
	if len(text) <= maxCached {
		if e != nil {
			a = b
		}
		a.Store(f)
	}
	return f
}

// maxCached is the length in bytes of the longest word that is remembered.
const maxCached = 64

// fill sums the weights of a word's features at each position.
func (m *Model) fill(w *ner.Word) *entry {
	var buf [256]uint64
	var sums [ner.Positions][ner.Labels]int32
	m.weights.AddWord(&sums, ner.AllWordFeatures(buf[:0], m.lex, w))
	e := &entry{word: w}
	for p := range sums {
		for y, v := range sums[p] {
			e.score[p][y] = int16(min(max(v, -1<<15), 1<<15-1))
		}
	}
	return e
}
