package tag

import (
	"fmt"

	"github.com/dateline-go/dateline/internal/ner"
)

// moves are the scores of going from one label to the next: between names by
// groups of labels, inside a name by kind and part, and at the edges of a
// segment.
type moves struct {
	cross      [ner.Groups][ner.Groups]int32
	inner      [ner.Kinds][2][2]int32 // from begin or inside to inside or last
	start, end [ner.Groups]int32
}

// movesLen is the length in bytes of the section of moves: int16 steps,
// little-endian, in the order of the fields above.
const movesLen = 2 * (ner.Groups*ner.Groups + 4*ner.Kinds + 2*ner.Groups)

func (m *moves) read(s string) error {
	if len(s) != movesLen {
		return fmt.Errorf("moves: %d bytes, want %d", len(s), movesLen)
	}
	next := func() int32 {
		v := int16(uint16(s[0]) | uint16(s[1])<<8)
		s = s[2:]
		return int32(v)
	}
	for a := range m.cross {
		for b := range m.cross[a] {
			m.cross[a][b] = next()
		}
	}
	for k := range m.inner {
		for a := range 2 {
			for b := range 2 {
				m.inner[k][a][b] = next()
			}
		}
	}
	for g := range m.start {
		m.start[g] = next()
	}
	for g := range m.end {
		m.end[g] = next()
	}
	return nil
}
