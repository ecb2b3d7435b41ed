package ner

import "unicode/utf8"

// Reach is how many words to each side of a token have features of their own.
const Reach = 3

// Positions is the number of places, from Reach before the token to Reach
// after it, at which the features of one word are summed.
const Positions = 2*Reach + 1

// A feature is a hash of its template and value. The lowest bit says that it
// knows the identity of a word, as a whole or by its letters: training hides
// such features from time to time.
// The next three bits are the position of the word it is of, or say that it is
// of the token as a whole.
const (
	identity = 1
	ofToken  = 7 // in place of a position
)

// Identity reports whether a feature knows the identity of a word.
func Identity(f uint64) bool { return f&identity != 0 }

// OfToken reports whether a feature is one of TokenFeatures or
// EvidenceFeatures, not of WordFeatures.
func OfToken(f uint64) bool { return f&positionMask == positionMask }

func feat(template, v uint64) uint64 { return at(template, ofToken, v) }

func idFeat(template, v uint64) uint64 { return feat(template, v) | identity }

// at is the feature of a word at position p, from 0.
func at(template, p, v uint64) uint64 {
	return Mix(template*0x9E3779B97F4A7C15, v)&^(positionMask|identity) | p<<1
}

// Templates of word features.
const (
	tLower = iota + 1
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
	tGuess
	tFar
	tFirst
	tLast
	tFirstLast
	tHeadAway
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
	dst = append(dst, at(tLower, p, w.Lower)|identity, at(tClass, p, uint64(w.Class)))
	if away == 0 {
		dst = append(dst, at(tBias, p, 0))
	}
	path, n := x.Path(w.Cluster)
	for _, k := range pathLengths {
		if away >= 2 && (k == 4 || k == 8 || k == 16) || away >= 3 && k == 12 {
			continue
		}
		if k > n {
			dst = append(dst, at(tCluster, p, uint64(path)<<8|uint64(n)))
			break
		}
		dst = append(dst, at(tCluster, p, uint64(path>>(32-k))<<8|uint64(k)|1<<40))
	}
	if away == 3 {
		return dst
	}
	known := w.Bits &^ (Linker | Opener | Always | PhraseStart | topicBits)
	dst = append(dst, at(tBits, p, uint64(known&^(OrgHead|PlaceHead|MiscHead))), at(tCaps, p, uint64(w.Caps)<<8|uint64(w.Class)))
	if w.First|w.Last != 0 {
		c := uint64(w.Class)
		dst = append(dst, at(tFirst, p, uint64(w.First)<<8|c), at(tLast, p, uint64(w.Last)<<8|c))
		if away < 2 {
			dst = append(dst, at(tFirstLast, p, uint64(w.First)<<8|uint64(w.Last)))
		}
	}
	if away == 2 {
		if h := known & headBits; h != 0 {
			dst = append(dst, at(tHeadAway, p, uint64(h)<<8|uint64(w.Class)))
		}
		return dst
	}
	if w.Class != Mark && w.Class != Number && w.Class != Lower {
		g := &w.Guess
		dst = append(dst, at(tGuess, p, uint64(g.First)<<16|uint64(g.Second)<<8|uint64(g.Far[g.Second])))
		for c, d := range g.Far {
			dst = append(dst, at(tFar, p, uint64(c)<<16|uint64(d)<<8|uint64(w.Class)))
		}
		if away == 0 {
			f := uint64(0)
			for _, d := range g.Far {
				f = f*5 + uint64(d)
			}
			dst = append(dst, at(tGuess, p, f<<32|uint64(min(known, 1))<<1|1))
		}
	}
	if w.Exact != w.Lower {
		dst = append(dst, at(tExact, p, w.Exact)|identity)
	}
	dst = append(dst, at(tShape, p, w.Shape))
	for b := known; b != 0; b &= b - 1 {
		dst = append(dst, at(tEachBit, p, uint64(b&-b)<<8|uint64(w.Class)))
	}
	if w.Class != Mark && w.Class != Number {
		dst = affixes(dst, w, p, away)
	}
	if away != 0 {
		return dst
	}
	dst = append(dst, at(tClassBits, p, uint64(known)<<8|uint64(w.Class)))
	dst = append(dst, at(tLength, p, uint64(min(w.runes, 12))<<8|uint64(w.Class)))
	if n > 0 {
		dst = append(dst, at(tClassCluster, p, uint64(path>>(32-min(n, 10)))<<8|uint64(w.Class)))
	}
	return grams(dst, w, p)
}

// AllWordFeatures appends the features that w has at any position, as those of
// one position, for Weights.AddWord.
func AllWordFeatures(dst []uint64, x Lexicon, w *Word) []uint64 {
	dst = WordFeatures(dst, x, w, 0)
	if h := w.Bits & headBits; h != 0 {
		dst = append(dst, at(tHeadAway, 0, uint64(h)<<8|uint64(w.Class)))
	}
	return dst
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
			dst = append(dst, at(tPrefix, p, Hash(s[:i]))|identity)
		}
	}
	i = len(s)
	for n := 1; n <= 5 && i > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if i > 0 && (away == 0 || n == 3) {
			dst = append(dst, at(tSuffix, p, Hash(s[i:]))|identity)
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
		dst = append(dst, at(tHead, p, Hash(s[:first])), at(tTail, p, Hash(s[last+1:])))
	}
	if w.Class == Mark || w.Class == Number {
		return dst
	}
	for i := 0; i+3 <= len(s) && i < 16; i++ {
		dst = append(dst, at(tGram, p, Hash(s[i:i+3]))|identity)
	}
	return dst
}
