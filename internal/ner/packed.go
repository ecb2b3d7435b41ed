package ner

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
)

// Packed is a Lexicon that is queried where it lies in a model file.
type Packed struct {
	words   *Table // to the number of a value
	values  string
	phrases *Table
	paths   string
	spell   Spelling
}

// Widths in bytes: of the values of the two tables, and of an entry of the
// list of values that words have.
const (
	wordWidth   = 2
	phraseWidth = 1
	valueWidth  = 8
)

// PackWord joins what the lexicon holds of a word into a table value.
func PackWord(cluster uint16, bits Bits, caps uint8, first, last Role) uint64 {
	return uint64(cluster) | uint64(bits)<<10 | uint64(caps)<<41 | uint64(first)<<44 | uint64(last)<<51
}

// PackWords lays out the table of words, keyed by the hash of the normal form,
// and the list of the values that they have, most frequent first.
func PackWords(items []Item) (words, values []byte, err error) {
	counts := map[uint64]int{}
	for _, it := range items {
		counts[it.Value]++
	}
	order := make([]uint64, 0, len(counts))
	for v := range counts {
		order = append(order, v)
	}
	slices.SortFunc(order, func(a, b uint64) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return cmp.Compare(a, b)
	})
	if len(order) > 1<<16 {
		return nil, nil, fmt.Errorf("%d different values of words do not fit in 16 bits", len(order))
	}
	number := map[uint64]uint64{}
	for i, v := range order {
		number[v] = uint64(i)
		for k := range valueWidth {
			values = append(values, byte(v>>(8*k)))
		}
	}
	numbered := make([]Item, len(items))
	for i, it := range items {
		numbered[i] = Item{it.Hash, number[it.Value]}
	}
	return PackTable(numbered, wordWidth), values, nil
}

// PackPhrases lays out the table of phrases, keyed by ExtendPhrase.
func PackPhrases(items []Item) []byte { return PackTable(items, phraseWidth) }

// PackPaths lays out the bit strings of the clusters; paths[0] belongs to
// cluster 1.
func PackPaths(paths []string) ([]byte, error) {
	if len(paths) >= 1<<10 {
		return nil, fmt.Errorf("%d clusters are more than fit in 10 bits", len(paths))
	}
	b := make([]byte, 0, 5*len(paths))
	for _, p := range paths {
		if len(p) > 32 {
			return nil, fmt.Errorf("path %q is longer than 32 bits", p)
		}
		var v uint32
		for i := range len(p) {
			v |= uint32(p[i]&1) << (31 - i)
		}
		b = append(binary.LittleEndian.AppendUint32(b, v), byte(len(p)))
	}
	return b, nil
}

// OpenLexicon checks the five sections of a lexicon.
func OpenLexicon(words, values, phrases, paths, spelling string) (*Packed, error) {
	x := &Packed{paths: paths, values: values}
	var err error
	if x.words, err = OpenTable(words, wordWidth); err != nil {
		return nil, fmt.Errorf("words: %w", err)
	}
	if x.phrases, err = OpenTable(phrases, phraseWidth); err != nil {
		return nil, fmt.Errorf("phrases: %w", err)
	}
	if x.spell, err = OpenSpelling(spelling); err != nil {
		return nil, err
	}
	if len(paths)%5 != 0 {
		return nil, fmt.Errorf("paths: %d bytes are no whole number of entries", len(paths))
	}
	for i := 4; i < len(paths); i += 5 {
		if paths[i] > 32 {
			return nil, fmt.Errorf("paths: path %d has %d bits", i/5, paths[i])
		}
	}
	return x, nil
}

// Word implements Lexicon.
func (x *Packed) Word(w *Word) {
	if w.Class != Mark && w.Class != Number && w.Class != Lower {
		w.Guess = x.spell.Guess(w.Norm)
	}
	i, ok := x.words.Find(w.Lower)
	at := int(i) * valueWidth
	if !ok || at+valueWidth > len(x.values) {
		return
	}
	var v uint64
	for k := valueWidth - 1; k >= 0; k-- {
		v = v<<8 | uint64(x.values[at+k])
	}
	w.Cluster = uint16(v & (1<<10 - 1))
	w.Bits = Bits(v >> 10 & (1<<31 - 1))
	w.Caps = uint8(v >> 41 & 7)
	w.First = Role(v >> 44 & 127)
	w.Last = Role(v >> 51 & 127)
}

// Phrase implements Lexicon.
func (x *Packed) Phrase(h uint64) Types {
	v, _ := x.phrases.Find(h)
	return Types(v)
}

// Path implements Lexicon.
func (x *Packed) Path(cluster uint16) (uint32, int) {
	i := 5 * (int(cluster) - 1)
	if i < 0 || i+5 > len(x.paths) {
		return 0, 0
	}
	return u32(x.paths, i), int(x.paths[i+4])
}
