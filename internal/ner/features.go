package ner

import "unicode/utf8"

// Reach is how many words to each side of a token have features of their own.
const Reach = 3

// Positions is the number of places, from Reach before the token to Reach
// after it, at which the features of one word are summed.
const Positions = 2*Reach + 1

// The lowest bit of a feature says that the feature knows the identity of a
// word: training hides such features from time to time.
const identity = 1

// Identity reports whether a feature knows the identity of a word.
func Identity(f uint64) bool { return f&identity != 0 }

func feat(template uint64, v uint64) uint64 { return Mix(template*0x9E3779B97F4A7C15, v) &^ identity }

func idFeat(template uint64, v uint64) uint64 {
	return Mix(template*0x9E3779B97F4A7C15, v) | identity
}

// Templates of word features. The position is added to the number.
const (
	tLower = (iota + 1) * 16
	tExact
	tPrefix
	tSuffix
	tShape
	tClass
	tCluster
	tBits
	tEachBit
	tCaps
	tGram
	tHead
	tTail
	tTailCluster
	tLength
	tClassBits
	tClassCluster
	tBias
	tPair // first template of token features
)

var pathLengths = [...]int{4, 6, 8, 10, 12, 16, 32}

// WordFeatures appends the features that word w gives to the token at
// distance pos before it: w is pos words to the right of the token, pos < 0 to
// the left. They depend on w alone, so that their weights can be summed once.
func WordFeatures(dst []uint64, x Lexicon, w *Word, pos int) []uint64 {
	p := uint64(pos + Reach)
	away := pos
	if away < 0 {
		away = -away
	}
	dst = append(dst, idFeat(tLower+p, w.Lower), feat(tClass+p, uint64(w.Class)))
	if away == 0 {
		dst = append(dst, feat(tBias+p, 0))
	}
	path, n := x.Path(w.Cluster)
	for _, k := range pathLengths {
		if away >= 2 && (k == 4 || k == 8 || k == 16) || away >= 3 && k == 12 {
			continue
		}
		if k > n {
			dst = append(dst, feat(tCluster+p, uint64(path)<<8|uint64(n)))
			break
		}
		dst = append(dst, feat(tCluster+p, uint64(path>>(32-k))<<8|uint64(k)|1<<40))
	}
	if away == 3 {
		return dst
	}
	known := w.Bits &^ (Linker | Opener | Always | PhraseStart)
	dst = append(dst, feat(tBits+p, uint64(known)), feat(tCaps+p, uint64(w.Caps)<<8|uint64(w.Class)))
	if away == 2 {
		return dst
	}
	if w.Exact != w.Lower {
		dst = append(dst, idFeat(tExact+p, w.Exact))
	}
	dst = append(dst, feat(tShape+p, w.Shape))
	for b := known; b != 0; b &= b - 1 {
		dst = append(dst, feat(tEachBit+p, uint64(b&-b)<<8|uint64(w.Class)))
	}
	if w.Class != Mark && w.Class != Number {
		dst = affixes(dst, w, p, away)
	}
	if away != 0 {
		return dst
	}
	dst = append(dst, feat(tClassBits+p, uint64(known)<<8|uint64(w.Class)))
	dst = append(dst, feat(tLength+p, uint64(min(w.runes, 12))<<8|uint64(w.Class)))
	if n > 0 {
		dst = append(dst, feat(tClassCluster+p, uint64(path>>(32-min(n, 10)))<<8|uint64(w.Class)))
	}
	return grams(dst, w, p)
}

// affixes appends the first and last letters of w: up to four and five for
// the token itself, three for its neighbours.
func affixes(dst []uint64, w *Word, p uint64, away int) []uint64 {
	s := w.Norm
	i := 0
	for n := 1; n <= 4 && i < len(s); n++ {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if i < len(s) && away == 0 {
			dst = append(dst, feat(tPrefix+p, Hash(s[:i])))
		}
	}
	i = len(s)
	for n := 1; n <= 5 && i > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if i > 0 && (away == 0 || n == 3) {
			dst = append(dst, feat(tSuffix+p, Hash(s[i:])))
		}
	}
	return dst
}

// grams appends the parts of hyphenated words and the letter trigrams inside.
func grams(dst []uint64, w *Word, p uint64) []uint64 {
	s := w.Norm
	first, last := -1, -1
	for i := 1; i < len(s)-1; i++ {
		if s[i] == '-' {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first > 0 {
		dst = append(dst, feat(tHead+p, Hash(s[:first])), feat(tTail+p, Hash(s[last+1:])))
	}
	if w.Class == Mark || w.Class == Number {
		return dst
	}
	for i := 0; i+3 <= len(s) && i < 16; i++ {
		dst = append(dst, feat(tGram+p, Hash(s[i:i+3])))
	}
	return dst
}
