package tag

import "github.com/dateline-go/dateline/internal/ner"

// never is the score of what the label scheme forbids. It is far below every
// score that weights can add up to, and far above the smallest integer.
const never = -1 << 29

// Labels of the kind numbered k, from 0.
func begin(k int) int { return 1 + 4*k }
func unit(k int) int  { return 4 + 4*k }

// A trail is where the best path to each label of a token comes from.
type trail [ner.Labels]uint8

// best writes the labels of the best path over the scores of a segment to out.
func (s *scratch) best(m *moves, score [][ner.Labels]int32, out []ner.Label) {
	n := len(out)
	if n == 1 {
		out[0] = bestUnit(m, &score[0])
		return
	}
	for len(s.trails) < n {
		s.trails = append(s.trails, trail{})
	}
	cur := [ner.Labels]int32{ner.Out: m.start[0] + score[0][ner.Out]}
	for k := range ner.Kinds {
		b := begin(k)
		cur[b] = m.start[k+1] + score[0][b]
		cur[b+1], cur[b+2] = never, never
		cur[b+3] = m.start[k+1] + score[0][b+3]
	}
	for t := 1; t < n; t++ {
		cur = step(m, &cur, &score[t], &s.trails[t])
	}
	hi, arg := cur[ner.Out]+m.end[0], uint8(ner.Out)
	for k := range ner.Kinds {
		for y := begin(k) + 2; y < begin(k)+4; y++ {
			if v := cur[y] + m.end[k+1]; v > hi {
				hi, arg = v, uint8(y)
			}
		}
	}
	for t := n - 1; ; t-- {
		out[t] = ner.Label(arg)
		if t == 0 {
			return
		}
		arg = s.trails[t][arg]
	}
}

// step extends the best paths by one token.
func step(m *moves, cur, s *[ner.Labels]int32, back *trail) (next [ner.Labels]int32) {
	// The best label of each group that a name, or none, can end with.
	var ends [ner.Groups]int32
	var from [ner.Groups]uint8
	ends[0] = cur[ner.Out]
	for k := range ner.Kinds {
		y := unit(k)
		if cur[y-1] > cur[y] {
			y--
		}
		ends[k+1], from[k+1] = cur[y], uint8(y)
	}
	for g := range ner.Groups {
		hi, arg := ends[0]+m.cross[0][g], uint8(0)
		for x := 1; x < ner.Groups; x++ {
			if v := ends[x] + m.cross[x][g]; v > hi {
				hi, arg = v, from[x]
			}
		}
		if g == 0 {
			next[0], back[0] = hi+s[0], arg
			continue
		}
		b := begin(g - 1)
		next[b], back[b] = hi+s[b], arg
		next[b+3], back[b+3] = hi+s[b+3], arg
	}
	for k := range ner.Kinds {
		b, in := begin(k), &m.inner[k]
		for y := range 2 {
			hi, arg := cur[b]+in[0][y], uint8(b)
			if v := cur[b+1] + in[1][y]; v > hi {
				hi, arg = v, uint8(b+1)
			}
			next[b+1+y], back[b+1+y] = max(hi, never)+s[b+1+y], arg
		}
	}
	return next
}

// bestUnit returns the best label of a segment of one token.
func bestUnit(m *moves, s *[ner.Labels]int32) ner.Label {
	hi, arg := m.start[0]+m.end[0]+s[ner.Out], ner.Out
	for k := range ner.Kinds {
		if v := m.start[k+1] + m.end[k+1] + s[unit(k)]; v > hi {
			hi, arg = v, ner.Label(unit(k))
		}
	}
	return arg
}
