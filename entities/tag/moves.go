package tag

import (
	"fmt"

	"github.com/dateline-go/dateline/internal/ner"
)

// moves are the scores of going from one label to the next, into the first
// and out of the last label of a segment.
type moves struct {
	next       [ner.Labels][ner.Labels]int32
	start, end [ner.Labels]int32
}

// never is the score of what the label scheme forbids. It is far below every
// score that weights can add up to, and far above the smallest integer.
const never = -1 << 29

// MovesLen is the length in bytes of the section of moves: a table of
// int16 steps, little-endian, from label by to label, then start, then end.
const MovesLen = 2 * ner.Labels * (ner.Labels + 2)

func (m *moves) read(s string) error {
	if len(s) != MovesLen {
		return fmt.Errorf("moves: %d bytes, want %d", len(s), MovesLen)
	}
	at := func(i int) int32 { return int32(int16(uint16(s[2*i]) | uint16(s[2*i+1])<<8)) }
	for a := range ner.Labels {
		for b := range ner.Labels {
			m.next[a][b] = never
			if ner.Follows(ner.Label(a), ner.Label(b)) {
				m.next[a][b] = at(a*ner.Labels + b)
			}
		}
		m.start[a], m.end[a] = never, never
		if ner.Label(a).Opens() {
			m.start[a] = at(ner.Labels*ner.Labels + a)
		}
		if ner.Label(a).Closes() {
			m.end[a] = at(ner.Labels*(ner.Labels+1) + a)
		}
	}
	return nil
}
