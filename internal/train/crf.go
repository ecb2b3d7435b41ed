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
	extra  [][]int32 // evidence features, left out of some passes
	doc    int       // index of the document it is from
	gold   []ner.Label
	weight float32
}

// params are the weights of a linear-chain CRF over BILOU labels. Going from
// one name to the next has a weight by groups of labels, going on inside a name
// one by kind and part; start and end go with the edges of segments.
type params struct {
	emit []float32 // feature × label
	moves[float32]
}

type moves[T float32 | float64] struct {
	cross      [groups][groups]T
	inner      [ner.Kinds][2][2]T // from begin or inside to inside or last
	start, end [groups]T
}

const groups = ner.Groups

// each calls f for all weights of m with those of n.
func (m *moves[T]) each(n *moves[float64], f func(*T, *float64)) {
	for a := range groups {
		f(&m.start[a], &n.start[a])
		f(&m.end[a], &n.end[a])
		for b := range groups {
			f(&m.cross[a][b], &n.cross[a][b])
		}
	}
	for k := range ner.Kinds {
		for a := range 2 {
			for b := range 2 {
				f(&m.inner[k][a][b], &n.inner[k][a][b])
			}
		}
	}
}

// move returns the weight of going from a to b, which b must be able to follow.
func (m *moves[T]) move(a, b ner.Label) *T {
	if b.Opens() {
		return &m.cross[a.Group()][b.Group()]
	}
	return &m.inner[b.Group()-1][a.Part()][b.Part()-1]
}

// closers and openers are the labels at which a name may end and start, by
// group; all of the first may precede all of the second.
var (
	closers = sides(ner.Label.Closes)
	openers = sides(ner.Label.Opens)
)

func sides(in func(ner.Label) bool) (out [groups][]int) {
	for y := range labels {
		if l := ner.Label(y); in(l) {
			out[l.Group()] = append(out[l.Group()], y)
		}
	}
	return out
}

// lattice is the scratch space of one worker for one sequence.
type lattice struct {
	score [][labels]float32
	alpha [][labels]float64
	beta  [][labels]float64
	resid [][labels]float32 // marginals; in training less gold
	scale []float64
	exp   moves[float64] // exp of the weights of moves
	grad  moves[float64] // expected moves
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

// refresh takes over the weights of moves.
func (l *lattice) refresh(p *params) {
	p.each(&l.exp, func(w *float32, e *float64) { *e = math.Exp(float64(*w)) })
}

// peak returns the highest score of token t.
func (l *lattice) peak(t int) float32 {
	s := &l.score[t]
	hi := s[0]
	for _, v := range s[1:] {
		hi = max(hi, v)
	}
	return hi
}

// marginals runs forward-backward over the scores of the first n tokens, puts
// the marginals into resid, adds up expected moves in grad and returns log Z.
func (l *lattice) marginals(n int) float64 {
	logZ := 0.0
	var ends [groups]float64 // forward weight of names that end at t, by group
	for t := range n {
		s, a := &l.score[t], &l.alpha[t]
		hi := l.peak(t)
		logZ += float64(hi)
		*a = [labels]float64{}
		into := l.exp.start
		if t > 0 {
			prev := &l.alpha[t-1]
			ends = groupSums(prev, &closers)
			into = [groups]float64{}
			for x, v := range ends {
				for y := range into {
					into[y] += v * l.exp.cross[x][y]
				}
			}
			for k := range ner.Kinds {
				b, in := 1+4*k, &l.exp.inner[k]
				a[b+1] = prev[b]*in[0][0] + prev[b+1]*in[1][0]
				a[b+2] = prev[b]*in[0][1] + prev[b+1]*in[1][1]
			}
		}
		for g, ys := range openers {
			for _, y := range ys {
				a[y] = into[g]
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
	ends = groupSums(&l.alpha[n-1], &closers)
	z := 0.0
	for g, v := range ends {
		z += v * l.exp.end[g]
	}
	logZ += math.Log(z)
	for g, v := range ends {
		l.grad.end[g] += v * l.exp.end[g] / z
	}
	for t := n - 1; t >= 0; t-- {
		a, b := &l.alpha[t], &l.beta[t]
		*b = [labels]float64{}
		var out [groups]float64
		if t == n-1 {
			for g := range out {
				out[g] = l.exp.end[g] / z
			}
		} else {
			// e is exp(score) × beta of the next token, scaled.
			s, nb := &l.score[t+1], &l.beta[t+1]
			hi, inv := l.peak(t+1), 1/l.scale[t+1]
			var e [labels]float64
			for y := range e {
				if nb[y] != 0 {
					e[y] = expFast(float64(s[y]-hi)) * nb[y] * inv
				}
			}
			starts := groupSums(&e, &openers)
			ends := groupSums(a, &closers)
			for x := range out {
				for y, v := range starts {
					m := l.exp.cross[x][y] * v
					out[x] += m
					l.grad.cross[x][y] += ends[x] * m
				}
			}
			for k := range ner.Kinds {
				o, in, d := 1+4*k, &l.exp.inner[k], &l.grad.inner[k]
				for x := range 2 {
					i, j := in[x][0]*e[o+1], in[x][1]*e[o+2]
					b[o+x] = i + j
					d[x][0] += a[o+x] * i
					d[x][1] += a[o+x] * j
				}
			}
		}
		for g, ys := range closers {
			for _, y := range ys {
				b[y] = out[g]
			}
		}
		r := &l.resid[t]
		for y := range r {
			r[y] = float32(a[y] * b[y])
		}
	}
	for g, ys := range openers {
		for _, y := range ys {
			l.grad.start[g] += float64(l.resid[0][y])
		}
	}
	return logZ
}

// groupSums adds up values over the labels of each group.
func groupSums(v *[labels]float64, of *[groups][]int) (out [groups]float64) {
	for g, ys := range of {
		for _, y := range ys {
			out[g] += v[y]
		}
	}
	return out
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
	for g, ys := range openers {
		for _, y := range ys {
			best[y] = p.start[g] + l.score[0][y]
		}
	}
	for t := 1; t < n; t++ {
		for y := range labels {
			next[y] = never
			for x := range labels {
				if !ner.Follows(ner.Label(x), ner.Label(y)) {
					continue
				}
				if v := best[x] + *p.move(ner.Label(x), ner.Label(y)); v > next[y] {
					next[y] = v
					back[t][y] = uint8(x)
				}
			}
			next[y] += l.score[t][y]
		}
		best = next
	}
	arg, hi := 0, never
	for g, ys := range closers {
		for _, y := range ys {
			if v := best[y] + p.end[g]; v > hi {
				hi, arg = v, y
			}
		}
	}
	for t := n - 1; t >= 0; t-- {
		out[t] = ner.Label(arg)
		arg = int(back[t][arg])
	}
}
