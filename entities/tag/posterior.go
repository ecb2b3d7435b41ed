package tag

import "github.com/dateline-go/dateline/internal/ner"

// A posterior computes how probable labels and names are under the model, by
// the forward-backward method. Its floating-point operations are single
// products and sums, each rounded at once, and its exponentials are products
// of table entries, so that every platform gets the same bits.
type posterior struct {
	alpha, beta, gain [][ner.Labels]float64
	scale             []float64
}

// odds are the moves of a model as factors, with the tables they came from.
type odds struct {
	cross      [ner.Groups][ner.Groups]float64
	inner      [ner.Kinds][2][2]float64
	start, end [ner.Groups]float64
	fine       [ner.Steps]float64
	coarse     [maxDrop / ner.Steps]float64
}

// maxDrop is the difference of scores from which the smaller counts nothing.
const maxDrop = 30 * ner.Steps

// Values of the exponential function, written out so that they do not depend
// on a library.
const (
	expFine = 0.998048780107475495186  // exp(-1/512), one step
	expUnit = 0.3678794411714423215955 // exp(-1)
)

func newOdds(m *moves) *odds {
	o := &odds{}
	o.fine[0], o.coarse[0] = 1, 1
	for i := 1; i < len(o.fine); i++ {
		o.fine[i] = float64(o.fine[i-1] * expFine)
	}
	for i := 1; i < len(o.coarse); i++ {
		o.coarse[i] = float64(o.coarse[i-1] * expUnit)
	}
	for a := range ner.Groups {
		o.start[a], o.end[a] = o.factor(m.start[a]), o.factor(m.end[a])
		for b := range ner.Groups {
			o.cross[a][b] = o.factor(m.cross[a][b])
		}
	}
	for k := range ner.Kinds {
		for a := range 2 {
			for b := range 2 {
				o.inner[k][a][b] = o.factor(m.inner[k][a][b])
			}
		}
	}
	return o
}

// exp is e to the power -d/Steps for d ≥ 0.
func (o *odds) exp(d int32) float64 {
	if uint32(d) >= maxDrop {
		return 0
	}
	return float64(o.coarse[d/ner.Steps] * o.fine[d%ner.Steps])
}

// factor is e to the power v/Steps, cut at both ends.
func (o *odds) factor(v int32) float64 {
	if v > 0 {
		return 1 / o.exp(min(v, maxDrop-1))
	}
	return o.exp(min(-v, maxDrop-1))
}

// unit returns the probability of label y in a segment of one token.
func (o *odds) unit(s *[ner.Labels]int32, y ner.Label) float64 {
	hi := s[ner.Out]
	for k := range ner.Kinds {
		hi = max(hi, s[unit(k)])
	}
	sum := float64(float64(o.exp(hi-s[ner.Out])*o.start[0]) * o.end[0])
	own := sum
	for k := range ner.Kinds {
		v := float64(float64(o.exp(hi-s[unit(k)])*o.start[k+1]) * o.end[k+1])
		sum += v
		if int(y) == unit(k) {
			own = v
		}
	}
	return own / sum
}

// run computes forward and backward probabilities over the scores.
func (p *posterior) run(o *odds, score [][ner.Labels]int32) {
	n := len(score)
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
			g[y] = o.exp(hi - v)
		}
		into := o.start
		if t == 0 {
			*a = [ner.Labels]float64{}
		} else {
			prev := &p.alpha[t-1]
			into = o.onward(prev)
			for k := range ner.Kinds {
				b, in := begin(k), &o.inner[k]
				a[b+1] = float64(prev[b]*in[0][0]) + float64(prev[b+1]*in[1][0])
				a[b+2] = float64(prev[b]*in[0][1]) + float64(prev[b+1]*in[1][1])
			}
		}
		a[ner.Out] = into[0]
		for k := range ner.Kinds {
			a[begin(k)], a[unit(k)] = into[k+1], into[k+1]
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
	ends := groupEnds(&p.alpha[n-1])
	z := 0.0
	for g, v := range ends {
		z += float64(v * o.end[g])
	}
	out := o.end
	for g := range out {
		out[g] /= z
	}
	last := &p.beta[n-1]
	*last = [ner.Labels]float64{}
	spread(last, &out)
	for t := n - 2; t >= 0; t-- {
		p.back(o, t)
	}
}

// groupEnds adds up, by group, the labels that a name, or none, ends with.
func groupEnds(a *[ner.Labels]float64) (ends [ner.Groups]float64) {
	ends[0] = a[ner.Out]
	for k := range ner.Kinds {
		ends[k+1] = a[unit(k)-1] + a[unit(k)]
	}
	return ends
}

// onward is the weight with which each group starts after the token of a.
func (o *odds) onward(a *[ner.Labels]float64) (into [ner.Groups]float64) {
	for x, v := range groupEnds(a) {
		for y := range into {
			into[y] += float64(v * o.cross[x][y])
		}
	}
	return into
}

// spread gives each closing label the value of its group.
func spread(b *[ner.Labels]float64, out *[ner.Groups]float64) {
	b[ner.Out] = out[0]
	for k := range ner.Kinds {
		b[unit(k)-1], b[unit(k)] = out[k+1], out[k+1]
	}
}

func (p *posterior) back(o *odds, t int) {
	g, nb, b := &p.gain[t+1], &p.beta[t+1], &p.beta[t]
	inv := 1 / p.scale[t+1]
	var e [ner.Labels]float64
	for y := range e {
		e[y] = float64(float64(g[y]*nb[y]) * inv)
	}
	var out [ner.Groups]float64
	for x := range out {
		sum := float64(o.cross[x][0] * e[ner.Out])
		for k := range ner.Kinds {
			sum += float64(o.cross[x][k+1] * (e[begin(k)] + e[unit(k)]))
		}
		out[x] = sum
	}
	spread(b, &out)
	for k := range ner.Kinds {
		y, in := begin(k), &o.inner[k]
		for x := range 2 {
			b[y+x] = float64(in[x][0]*e[y+1]) + float64(in[x][1]*e[y+2])
		}
	}
}

// name returns the probability that tokens [first, last) of the segment are
// exactly the name that labels mark there, or that token first is outside.
func (p *posterior) name(o *odds, labels []ner.Label, first, last int) float64 {
	v := p.alpha[first][labels[first]]
	for t := first + 1; t < last; t++ {
		in := &o.inner[labels[t].Group()-1]
		v = float64(v * in[labels[t-1].Part()][labels[t].Part()-1])
		v = float64(v * float64(p.gain[t][labels[t]]/p.scale[t]))
	}
	return min(float64(v*p.beta[last-1][labels[last-1]]), 1)
}
