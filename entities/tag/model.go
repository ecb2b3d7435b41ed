package tag

import (
	"fmt"
	"sync"

	"github.com/dateline-go/dateline/internal/flat"
	"github.com/dateline-go/dateline/internal/ner"
)

// Magic and Version head a model file.
const (
	Magic   = "DLNAMES\n"
	Version = 2
)

// Names of the sections of a model file.
const (
	SectionWords        = "words"
	SectionValues       = "values"
	SectionPhrases      = "phrases"
	SectionPaths        = "paths"
	SectionSpelling     = "spelling"
	SectionWordWeights  = "word weights"
	SectionTokenWeights = "token weights"
	SectionMoves        = "moves"
)

// A Model finds names. It is immutable and safe for concurrent use; what it
// keeps on the heap does not grow with the size of the model file.
type Model struct {
	lex    *ner.Packed
	words  *ner.Weights // of features of words
	tokens *ner.Weights // of features of tokens
	moves  moves
	odds   *odds
	cache  *cache
	before *entry
	after  *entry
	pool   sync.Pool // of *scratch
	fills  sync.Pool // of *fill
}

// Open checks a model file in full, checksum included, and returns the model
// that is queried where it lies in data.
func Open(data string) (*Model, error) { return open(data, true) }

// OpenTrusted is Open without the checksum over the whole file, for models
// that are linked into the program.
func OpenTrusted(data string) (*Model, error) { return open(data, false) }

func open(data string, verify bool) (*Model, error) {
	f, err := flat.Open(data, Magic, Version)
	if err != nil {
		return nil, fmt.Errorf("tag: model: %w", err)
	}
	if verify {
		if err := f.Verify(); err != nil {
			return nil, fmt.Errorf("tag: model: %w", err)
		}
	}
	var s [8]string
	for i, name := range []string{SectionWords, SectionValues, SectionPhrases, SectionPaths, SectionSpelling, SectionWordWeights, SectionTokenWeights, SectionMoves} {
		if s[i], err = f.Section(name); err != nil {
			return nil, fmt.Errorf("tag: model: %w", err)
		}
	}
	m := &Model{cache: &cache{}}
	if m.lex, err = ner.OpenLexicon(s[0], s[1], s[2], s[3], s[4]); err != nil {
		return nil, fmt.Errorf("tag: model: lexicon: %w: %w", ErrCorrupt, err)
	}
	if m.words, err = ner.OpenWeights(s[5]); err != nil {
		return nil, fmt.Errorf("tag: model: weights of words: %w: %w", ErrCorrupt, err)
	}
	if m.tokens, err = ner.OpenWeights(s[6]); err != nil {
		return nil, fmt.Errorf("tag: model: weights of tokens: %w: %w", ErrCorrupt, err)
	}
	if err := m.moves.read(s[7]); err != nil {
		return nil, fmt.Errorf("tag: model: %w: %w", ErrCorrupt, err)
	}
	m.odds = newOdds(&m.moves)
	m.fills.New = func() any { return &fill{} }
	m.before, m.after = m.newEntry(ner.Before), m.newEntry(ner.After)
	m.pool.New = func() any { return &scratch{} }
	return m, nil
}
