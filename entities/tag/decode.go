package tag

import "github.com/dateline-go/dateline/internal/ner"

// The numbers of labels by what they are: opening ones may follow closing
// ones; inside a name of kind k come only labels of k.
const (
	nOpen  = 1 + 2*ner.Kinds
	nClose = nOpen
)

var (
	opening = [nOpen]uint8{0, 1, 4, 5, 8, 9, 12, 13, 16, 17, 20}
	closing = [nClose]uint8{0, 3, 4, 7, 8, 11, 12, 15, 16, 19, 20}
)

// A lattice holds the scores of one segment.
type lattice struct {
	score [][ner.Labels]int32
	back  [][ner.Labels]uint8
	post  posterior
}

func (l *lattice) grow(n int) {
	for len(l.score) < n {
		l.score = append(l.score, [ner.Labels]int32{})
		l.back = append(l.back, [ner.Labels]uint8{})
	}
}

// best writes the labels of the best path over the first len(out) scores. Of
// paths with equal scores the one with the lower label numbers from the end
// wins.
func (l *lattice) best(m *moves, out []ner.Label) {
	n := len(out)
	cur := [ner.Labels]int32{}
	for y := range cur {
		cur[y] = never
	}
	for _, y := range opening {
		cur[y] = m.start[y] + l.score[0][y]
	}
	for t := 1; t < n; t++ {
		var next [ner.Labels]int32
		s, back := &l.score[t], &l.back[t]
		for _, y := range opening {
			hi, arg := int32(2*never), uint8(0)
			for _, x := range closing {
				if v := cur[x] + m.next[x][y]; v > hi {
					hi, arg = v, x
				}
			}
			next[y], back[y] = hi+s[y], arg
		}
		for b := 1; b < ner.Labels; b += 4 {
			for y := b + 1; y < b+3; y++ {
				hi, arg := cur[b]+m.next[b][y], uint8(b)
				if v := cur[b+1] + m.next[b+1][y]; v > hi {
					hi, arg = v, uint8(b+1)
				}
				next[y], back[y] = max(hi, never)+s[y], arg
			}
		}
		cur = next
	}
	hi, arg := int32(2*never), uint8(0)
	for _, y := range closing {
		if v := cur[y] + m.end[y]; v > hi {
			hi, arg = v, y
		}
	}
	for t := n - 1; t >= 0; t-- {
		out[t] = ner.Label(arg)
		if t > 0 {
			arg = l.back[t][arg]
		}
	}
}
