package token

import (
	"encoding/binary"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/jdkato/prose/v2"
)

// This file is the only one that knows prose. Its tokenizer cuts brackets,
// quotes, marks and clitics from a word as the Penn Treebank does, but it has
// no offsets, changes quotes, loses the text after a clitic, panics on some
// letters beyond ASCII and takes quadratic time. None of that can reach a
// caller: prose sees stand-ins of at most maxPiece ASCII bytes (cut.go), and
// what it returns is aligned with the stand-in, byte by byte.

// rules applies prose to pieces. It is a memo of a pure function: what it
// holds changes how soon an answer comes, never the answer. It is safe for
// concurrent use and does not grow.
type rules struct {
	memo [memoSize]atomic.Pointer[memoEntry]
	ask  func(standIn string) []string // what cuts a stand-in into words
}

type memoEntry struct {
	key    memoKey
	starts uint16
}

// memoSize bounds the memo. News has a few hundred different stand-ins; one of
// them is looked for in up to memoWays places, so that two common ones do not
// displace each other.
const (
	memoBits = 10
	memoSize = 1 << memoBits
	memoWays = 4
)

// A memoKey is a stand-in padded with NUL, which no stand-in holds.
type memoKey [maxPiece]byte

// slot returns the first place where the key is looked for.
func (k *memoKey) slot() int {
	h := binary.LittleEndian.Uint64(k[:8]) ^ uint64(binary.LittleEndian.Uint32(k[8:]))<<20
	return int(h * 0x9e3779b97f4a7c15 >> (64 - memoBits))
}

var sharedRules = sync.OnceValue(func() *rules { return &rules{ask: askProse} })

// starts returns the positions in the stand-in at which a token begins, as
// bits; bit 0 is always set.
func (r *rules) starts(standIn []byte) uint16 {
	var key memoKey
	copy(key[:], standIn)
	first := key.slot()
	put := &r.memo[first]
	for i := range memoWays {
		slot := &r.memo[(first+i)%memoSize]
		e := slot.Load()
		if e == nil {
			put = slot
			break
		}
		if e.key == key {
			return e.starts
		}
	}
	e := &memoEntry{key, align(string(standIn), r.ask(string(standIn)))}
	put.Store(e)
	return e.starts
}

// askProse returns the tokens of prose for a stand-in, none if prose panics.
func askProse(standIn string) (words []string) {
	defer func() {
		if recover() != nil {
			words = nil
		}
	}()
	doc, err := prose.NewDocument(standIn,
		prose.WithSegmentation(false),
		prose.WithTagging(false),
		prose.WithExtraction(false))
	if err != nil {
		return nil
	}
	for _, t := range doc.Tokens() {
		words = append(words, t.Text)
	}
	return words
}

// align finds the words of prose in the stand-in and returns where they
// begin, as bits. What prose lost, which is all from a clitic on when marks
// follow the clitic, is cut into its lexemes.
func align(standIn string, words []string) uint16 {
	starts := uint16(1)
	lost := func(from, to int) {
		for i := from; i < to; i += lexemeLen(standIn[i:]) {
			starts |= 1 << i
		}
	}
	at := 0
	for _, w := range words {
		i := strings.Index(standIn[at:], w)
		if i < 0 || w == "" {
			break
		}
		lost(at, at+i)
		starts |= 1 << (at + i)
		at += i + len(w)
	}
	lost(at, len(standIn))
	return starts
}

// The clitics as a stand-in spells them.
var clitics = [...]string{"'s", "'m", "'re", "'ll", "n't"}

// lexemeLen returns the length of the first lexeme of a stand-in.
func lexemeLen(standIn string) int {
	for _, c := range clitics {
		if strings.HasPrefix(standIn, c) {
			return len(c)
		}
	}
	return 1
}
