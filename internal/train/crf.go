package train

import (
	"math"

	"github.com/dateline-go/dateline/internal/ner"
)

const labels = ner.Labels

// A sequence is one segment ready for training: the features of its tokens by
// number, and its labels.
type sequence struct {
	feats  [][]int32
	gold   []ner.Label
	weight float32
}

// params are the weights of a linear-chain CRF over BILOU labels. Transitions
// that BILOU forbids have no weight; edge is the state beyond both ends.
type params struct {
	emit  []float32 // feature × label
	trans [labels][labels]float32
	start [labels]float32
	end   [labels]float32
}

// closers and openers are the labels after and before which a name may end
// and start; all of the first may precede all of the second.
var closers, openers = sides()

func sides() (closers, openers []int) {
	for y := range labels {
		if ner.Label(y).Closes() {
			closers = append(closers, y)
		}
		if ner.Label(y).Opens() {
			openers = append(openers, y)
		}
	}
	return closers, openers
}

// lattice is the scratch space of one worker for one sequence.
type lattice struct {
	score [][labels]float32
	alpha [][labels]float64
	beta  [][labels]float64
	resid [][labels]float32 // marginal minus gold
	scale []float64
	tr    [labels][labels]float64 // exp of transitions
	st    [labels]float64
	en    [labels]float64
	dtr   [labels][labels]float64 // gradient of transitions
	dst   [labels]float64
	den   [labels]float64
}

func (l *lattice) grow(n int) {
	for len(l.score) < n {
		l.score = append(l.score, [labels]float32{})
		l.alpha = append(l.alpha, [labels]float64{})
		l.beta = append(l.beta, [labels]float64{})
		l.resid = append(l.resid, [labels]float32{})
		l.scale = append(l.scale, 0)
	}
}

// refresh takes over the transition weights.
func (l *lattice) refresh(p *params) {
	for a := range labels {
		l.st[a] = math.Exp(float64(p.start[a]))
		l.en[a] = math.Exp(float64(p.end[a]))
		for b := range labels {
			if ner.Follows(ner.Label(a), ner.Label(b)) {
				l.tr[a][b] = math.Exp(float64(p.trans[a][b]))
			}
		}
	}
}

// marginals runs forward-backward over the scores of the first n tokens. It
// fills alpha·beta-normalised marginals into resid and returns log Z.
func (l *lattice) marginals(n int) float64 {
	logZ := 0.0
	for t := range n {
		s := &l.score[t]
		hi := s[0]
		for _, v := range s[1:] {
			hi = max(hi, v)
		}
		logZ += float64(hi)
		a := &l.alpha[t]
		*a = [labels]float64{}
		if t == 0 {
			for _, y := range openers {
				a[y] = l.st[y]
			}
		} else {
			prev := &l.alpha[t-1]
			for _, x := range closers {
				if px := prev[x]; px != 0 {
					tr := &l.tr[x]
					for _, y := range openers {
						a[y] += px * tr[y]
					}
				}
			}
			for k := range ner.Kinds {
				b := 1 + 4*k
				for x := b; x < b+2; x++ {
					a[b+1] += prev[x] * l.tr[x][b+1]
					a[b+2] += prev[x] * l.tr[x][b+2]
				}
			}
		}
		sum := 0.0
		for y := range a {
			if a[y] != 0 {
				a[y] *= expFast(float64(s[y] - hi))
				sum += a[y]
			}
		}
		inv := 1 / sum
		for y := range a {
			a[y] *= inv
		}
		l.scale[t] = sum
		logZ += math.Log(sum)
	}
	z := 0.0
	for _, y := range closers {
		z += l.alpha[n-1][y] * l.en[y]
	}
	logZ += math.Log(z)
	for t := n - 1; t >= 0; t-- {
		b := &l.beta[t]
		*b = [labels]float64{}
		if t == n-1 {
			for _, y := range closers {
				b[y] = l.en[y] / z
			}
		} else {
			// e is exp(score) × beta of the next token, scaled.
			s, nb := &l.score[t+1], &l.beta[t+1]
			hi := s[0]
			for _, v := range s[1:] {
				hi = max(hi, v)
			}
			inv := 1 / l.scale[t+1]
			var e [labels]float64
			for y := range e {
				if nb[y] != 0 {
					e[y] = expFast(float64(s[y]-hi)) * nb[y] * inv
				}
			}
			for _, x := range closers {
				sum := 0.0
				tr := &l.tr[x]
				for _, y := range openers {
					sum += tr[y] * e[y]
				}
				b[x] = sum
			}
			for k := range ner.Kinds {
				o := 1 + 4*k
				for x := o; x < o+2; x++ {
					b[x] = l.tr[x][o+1]*e[o+1] + l.tr[x][o+2]*e[o+2]
				}
			}
			a := &l.alpha[t]
			for _, x := range closers {
				if a[x] < 1e-9 {
					continue
				}
				tr, d := &l.tr[x], &l.dtr[x]
				for _, y := range openers {
					d[y] += a[x] * tr[y] * e[y]
				}
			}
			for k := range ner.Kinds {
				o := 1 + 4*k
				for x := o; x < o+2; x++ {
					l.dtr[x][o+1] += a[x] * l.tr[x][o+1] * e[o+1]
					l.dtr[x][o+2] += a[x] * l.tr[x][o+2] * e[o+2]
				}
			}
		}
		a, r := &l.alpha[t], &l.resid[t]
		for y := range r {
			r[y] = float32(a[y] * b[y])
		}
	}
	for y := range labels {
		l.dst[y] += float64(l.resid[0][y])
		l.den[y] += float64(l.resid[n-1][y])
	}
	return logZ
}

func expFast(x float64) float64 {
	if x < -40 {
		return 0
	}
	return math.Exp(x)
}

// viterbi returns the best labels for the first n tokens' scores.
func (l *lattice) viterbi(p *params, n int, out []ner.Label) {
	const never = float32(-1e30)
	var best, next [labels]float32
	back := make([][labels]uint8, n)
	for y := range best {
		best[y] = never
	}
	for _, y := range openers {
		best[y] = p.start[y] + l.score[0][y]
	}
	for t := 1; t < n; t++ {
		for y := range labels {
			next[y] = never
			for x := range labels {
				if !ner.Follows(ner.Label(x), ner.Label(y)) {
					continue
				}
				if v := best[x] + p.trans[x][y]; v > next[y] {
					next[y] = v
					back[t][y] = uint8(x)
				}
			}
			next[y] += l.score[t][y]
		}
		best = next
	}
	arg, hi := 0, never
	for _, y := range closers {
		if v := best[y] + p.end[y]; v > hi {
			hi, arg = v, y
		}
	}
	for t := n - 1; t >= 0; t-- {
		out[t] = ner.Label(arg)
		arg = int(back[t][arg])
	}
}
