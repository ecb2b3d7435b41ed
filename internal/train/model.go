package train

import (
	"encoding/binary"
	"math"

	"github.com/dateline-go/dateline/entities/tag"
	"github.com/dateline-go/dateline/internal/flat"
	"github.com/dateline-go/dateline/internal/ner"
)

// pack lays out a model file. Weights up to least in size are left out.
func pack(lex *Lexicon, v *vocabulary, p *params, least float32) (data []byte, rows int, err error) {
	var ofWords, ofTokens []ner.Row
	for i, h := range v.hashes {
		r := ner.Row{Hash: h, Weights: (*[labels]float32)(p.emit[i*labels:])}
		if ner.OfToken(h) {
			ofTokens = append(ofTokens, r)
		} else {
			ofWords = append(ofWords, r)
		}
	}
	wordWeights, n := ner.PackWeights(ofWords, least)
	tokenWeights, m := ner.PackWeights(ofTokens, least)
	var steps []byte
	put := func(w float32) {
		v := math.Round(float64(w) * ner.Steps)
		steps = binary.LittleEndian.AppendUint16(steps, uint16(int16(min(max(v, -1<<15), 1<<15-1))))
	}
	for _, row := range p.cross {
		for _, w := range row {
			put(w)
		}
	}
	for _, kind := range p.inner {
		for _, row := range kind {
			for _, w := range row {
				put(w)
			}
		}
	}
	for _, w := range p.start {
		put(w)
	}
	for _, w := range p.end {
		put(w)
	}
	data, err = flat.Encode(tag.Magic, tag.Version, []flat.Section{
		{Name: tag.SectionWords, Data: lex.Words},
		{Name: tag.SectionValues, Data: lex.Values},
		{Name: tag.SectionPhrases, Data: lex.Phrases},
		{Name: tag.SectionPaths, Data: lex.Paths},
		{Name: tag.SectionSpelling, Data: lex.Spelling},
		{Name: tag.SectionWordWeights, Data: wordWeights},
		{Name: tag.SectionTokenWeights, Data: tokenWeights},
		{Name: tag.SectionMoves, Data: steps},
	})
	return data, n + m, err
}
