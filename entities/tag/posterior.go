package tag

import "github.com/dateline-go/dateline/internal/ner"

// A posterior computes how probable names are under the model, by the
// forward-backward method. Its floating-point operations are single products
// and sums, each rounded at once, and its exponentials are products of table
// entries, so that every platform gets the same bits.
type posterior struct {
	alpha, beta, gain [][ner.Labels]float64
	scale             []float64
	fine              [ner.Steps]float64
	coarse            [maxDrop/ner.Steps + 1]float64
	next              [ner.Labels][ner.Labels]float64
	start, end        [ner.Labels]float64
	ready             bool
}

// maxDrop is the difference of scores from which the smaller counts nothing.
const maxDrop = 40 * ner.Steps

// Bits of e to the power -1/512 and of 1/e, written out so that they do not
// depend on a library.
const (
	expFine = 0.998048780107475495186  // exp(-1/512)
	expUnit = 0.3678794411714423215955 // exp(-1)
)

func (p *posterior) init(m *moves) {
	p.fine[0], p.coarse[0] = 1, 1
	for i := 1; i < len(p.fine); i++ {
		p.fine[i] = float64(p.fine[i-1] * expFine)
	}
	for i := 1; i < len(p.coarse); i++ {
		p.coarse[i] = float64(p.coarse[i-1] * expUnit)
	}
	for a := range ner.Labels {
		p.start[a] = p.grow(m.start[a])
		p.end[a] = p.grow(m.end[a])
		for b := range ner.Labels {
			p.next[a][b] = p.grow(m.next[a][b])
		}
	}
	p.ready = true
}

// exp is e to the power -d/Steps for d ≥ 0.
func (p *posterior) exp(d int32) float64 {
	if d >= maxDrop {
		return 0
	}
	return float64(p.coarse[d/ner.Steps] * p.fine[d%ner.Steps])
}

// grow is e to the power v/Steps; moves are small enough for it not to overflow.
func (p *posterior) grow(v int32) float64 {
	if v <= 0 {
		return p.exp(-v)
	}
	if e := p.exp(v); e > 0 {
		return 1 / e
	}
	return 1 / p.exp(maxDrop-1)
}

// run computes forward and backward probabilities over the first n scores.
func (p *posterior) run(m *moves, score [][ner.Labels]int32, n int) {
	if !p.ready {
		p.init(m)
	}
	for len(p.alpha) < n {
		p.alpha = append(p.alpha, [ner.Labels]float64{})
		p.beta = append(p.beta, [ner.Labels]float64{})
		p.gain = append(p.gain, [ner.Labels]float64{})
		p.scale = append(p.scale, 0)
	}
	for t := range n {
		s, g, a := &score[t], &p.gain[t], &p.alpha[t]
		hi := s[0]
		for _, v := range s[1:] {
			hi = max(hi, v)
		}
		for y, v := range s {
			g[y] = p.exp(hi - v)
		}
		if t == 0 {
			*a = p.start
		} else {
			p.forward(&p.alpha[t-1], a)
		}
		sum := 0.0
		for y := range a {
			a[y] = float64(a[y] * g[y])
			sum += a[y]
		}
		for y := range a {
			a[y] /= sum
		}
		p.scale[t] = sum
	}
	z := 0.0
	for _, y := range closing {
		z += float64(p.alpha[n-1][y] * p.end[y])
	}
	for y := range ner.Labels {
		p.beta[n-1][y] = p.end[y] / z
	}
	for t := n - 2; t >= 0; t-- {
		p.backward(t)
	}
}

func (p *posterior) forward(prev, a *[ner.Labels]float64) {
	*a = [ner.Labels]float64{}
	for _, x := range closing {
		v := prev[x]
		if v == 0 {
			continue
		}
		row := &p.next[x]
		for _, y := range opening {
			a[y] += float64(v * row[y])
		}
	}
	for b := 1; b < ner.Labels; b += 4 {
		for y := b + 1; y < b+3; y++ {
			a[y] = float64(prev[b]*p.next[b][y]) + float64(prev[b+1]*p.next[b+1][y])
		}
	}
}

func (p *posterior) backward(t int) {
	g, nb, b := &p.gain[t+1], &p.beta[t+1], &p.beta[t]
	inv := 1 / p.scale[t+1]
	var e [ner.Labels]float64
	for y := range e {
		e[y] = float64(float64(g[y]*nb[y]) * inv)
	}
	for _, x := range closing {
		row, sum := &p.next[x], 0.0
		for _, y := range opening {
			sum += float64(row[y] * e[y])
		}
		b[x] = sum
	}
	for x := 1; x < ner.Labels; x += 4 {
		for k := x; k < x+2; k++ {
			b[k] = float64(p.next[k][x+1]*e[x+1]) + float64(p.next[k][x+2]*e[x+2])
		}
	}
}

// name returns the probability that tokens [first, last) are exactly the name
// that labels mark there.
func (p *posterior) name(labels []ner.Label, first, last int) float64 {
	v := p.alpha[first][labels[first]]
	for t := first + 1; t < last; t++ {
		v = float64(float64(v*p.next[labels[t-1]][labels[t]]) * float64(p.gain[t][labels[t]]/p.scale[t]))
	}
	return min(float64(v*p.beta[last-1][labels[last-1]]), 1)
}
