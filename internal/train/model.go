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
	all := make([]ner.Row, len(v.hashes))
	for i, h := range v.hashes {
		all[i] = ner.Row{Hash: h, Weights: (*[labels]float32)(p.emit[i*labels:])}
	}
	weights, rows := ner.PackWeights(all, least)
	var moves []byte
	put := func(w float32) {
		v := math.Round(float64(w) * ner.Steps)
		moves = binary.LittleEndian.AppendUint16(moves, uint16(int16(min(max(v, -1<<15), 1<<15-1))))
	}
	for a := range labels {
		for b := range labels {
			put(p.trans[a][b])
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
		{Name: tag.SectionPhrases, Data: lex.Phrases},
		{Name: tag.SectionPaths, Data: lex.Paths},
		{Name: tag.SectionWeights, Data: weights},
		{Name: tag.SectionMoves, Data: moves},
	})
	return data, rows, err
}
