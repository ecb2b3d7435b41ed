package ner

import (
	"encoding/binary"
	"fmt"
)

// Packed is a Lexicon that is queried where it lies in a model file.
type Packed struct {
	words   *Table
	phrases *Table
	paths   string
}

// Widths of the values of the two tables.
const (
	wordWidth   = 5
	phraseWidth = 1
)

// PackWord joins what the lexicon holds of a word into a table value.
func PackWord(cluster uint16, bits Bits, caps uint8) uint64 {
	return uint64(cluster) | uint64(bits)<<10 | uint64(caps)<<32
}

// PackWords lays out the table of words, keyed by the hash of the normal form.
func PackWords(items []Item) []byte { return PackTable(items, wordWidth) }

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

// OpenLexicon checks the three sections of a lexicon.
func OpenLexicon(words, phrases, paths string) (*Packed, error) {
	x := &Packed{paths: paths}
	var err error
	if x.words, err = OpenTable(words, wordWidth); err != nil {
		return nil, fmt.Errorf("words: %w", err)
	}
	if x.phrases, err = OpenTable(phrases, phraseWidth); err != nil {
		return nil, fmt.Errorf("phrases: %w", err)
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
	v, ok := x.words.Find(w.Lower)
	if !ok {
		return
	}
	w.Cluster = uint16(v & (1<<10 - 1))
	w.Bits = Bits(v >> 10 & (1<<22 - 1))
	w.Caps = uint8(v >> 32 & 7)
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
