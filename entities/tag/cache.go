package tag

import (
	"strings"
	"sync/atomic"

	"github.com/dateline-go/dateline/internal/ner"
)

// An entry is a word form with the scores that it gives to tokens near it: all
// that depends on the form alone. It is never changed once it is shared.
type entry struct {
	key   key
	word  ner.Word
	score [ner.Positions][ner.Labels]int16
}

// A key identifies a word form on a line of one case: up to 16 bytes in full,
// longer ones by hash, to be compared in full.
type key struct {
	head, tail uint64
	size       int
	letters    ner.Case
}

func keyOf(s string, c ner.Case) key {
	k := key{size: len(s), letters: c}
	switch n := len(s); {
	case n > 16:
		k.head = ner.Hash(s)
	case n >= 8:
		k.head, k.tail = load64(s), load64(s[n-8:])
	case n >= 4:
		k.head = uint64(load32(s)) | uint64(load32(s[n-4:]))<<32
	case n > 0:
		k.head = uint64(s[0]) | uint64(s[n/2])<<8 | uint64(s[n-1])<<16
	}
	return k
}

func load32(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func load64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func (e *entry) is(k *key, s string) bool {
	return e != nil && e.key == *k && (k.size <= 16 || e.word.Text == s)
}

// cacheSize is the number of word forms that are remembered, a power of two.
// At about 550 bytes each this bounds what a model keeps on the heap: it fills
// with the different words that were read, up to 36 MB.
const cacheSize = 1 << 16

// A cache remembers word forms. What it holds never changes a result, only
// how soon it is there.
type cache [cacheSize]atomic.Pointer[entry]

// entry returns the word form text as it stands on a line of case c.
func (m *Model) entry(text string, c ner.Case) *entry {
	k := keyOf(text, c)
	i := ner.Mix(k.head, k.tail+uint64(k.size)<<8+uint64(c)) & (cacheSize - 1)
	a, b := &m.cache[i], &m.cache[i^1]
	e := a.Load()
	if e.is(&k, text) {
		return e
	}
	if f := b.Load(); f.is(&k, text) {
		return f
	}
	// The text of the entry must not keep the document alive.
	w := ner.NewWord(strings.Clone(text), c)
	m.lex.Word(w)
	f := m.newEntry(w)
	if len(text) <= maxCached {
		f.key = k
		if e != nil {
			b.Store(e)
		}
		a.Store(f)
	}
	return f
}

// maxCached is the length in bytes of the longest word that is remembered.
const maxCached = 64

// newEntry sums the weights of the features of a word at each position.
func (m *Model) newEntry(w *ner.Word) *entry {
	s := m.fills.Get().(*fill)
	defer m.fills.Put(s)
	s.sums = [ner.Positions][ner.Labels]int32{}
	s.feats = ner.AllWordFeatures(s.feats[:0], m.lex, w)
	m.words.AddWord(&s.sums, s.feats, &s.lookups)
	e := &entry{word: *w}
	for p := range s.sums {
		for y, v := range s.sums[p] {
			e.score[p][y] = int16(min(max(v, -1<<15), 1<<15-1))
		}
	}
	return e
}

// fill is the scratch space of newEntry.
type fill struct {
	feats   []uint64
	lookups ner.Lookups
	sums    [ner.Positions][ner.Labels]int32
}
