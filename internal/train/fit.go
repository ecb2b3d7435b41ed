package train

import (
	"fmt"
	"io"
	"math"
	"sync"

	"github.com/dateline-go/dateline/internal/ner"
)

// Options of the optimiser.
type Options struct {
	Passes   int     // over the training data
	Rate     float64 // AdaGrad step
	Blind    float64 // share of documents that do without evidence, each pass anew
	Hide     float64 // share of tokens whose word identities are hidden, each pass anew
	MinCount int32   // features seen less often are left out
	Average  int     // weights are the mean over the last so many passes
	Seed     uint64
	Log      io.Writer
}

// batch is how many sequences are scored with the same weights; it fixes the
// result, so it does not depend on the machine.
const batch = 48

// workers share each batch; their number does not change the result.
const workers = 2

// fit trains the weights by AdaGrad on mini-batches in a fixed random order.
func fit(nf int, identity []bool, seqs []sequence, o Options) *params {
	p := &params{emit: make([]float32, nf*labels)}
	g := make([]float32, nf*labels)
	var squares moves[float64]
	sum := &params{emit: make([]float32, nf*labels)}
	order := make([]int, len(seqs))
	for i := range order {
		order[i] = i
	}
	lats := make([]*lattice, batch)
	for i := range lats {
		lats[i] = &lattice{}
	}
	rate := float32(o.Rate)
	hide := uint64(o.Hide * (1 << 32))
	blind := uint64(o.Blind * (1 << 32))
	averaged := 0
	for pass := 1; pass <= o.Passes; pass++ {
		shuffle(order, o.Seed+uint64(pass))
		loss := 0.0
		for at := 0; at < len(order); at += batch {
			part := order[at:min(at+batch, len(order))]
			shared := &lattice{}
			shared.refresh(p)
			losses := make([]float64, len(part))
			// hidden reports whether word identities are hidden from a token in this pass.
			hidden := func(k, t int) bool {
				return ner.Mix(ner.Mix(o.Seed+uint64(pass), uint64(k)), uint64(t))&(1<<32-1) < hide
			}
			// sees reports whether a sequence has its evidence in this pass.
			sees := func(q *sequence) bool {
				return q.extra != nil && ner.Mix(o.Seed+uint64(pass), uint64(q.doc))&(1<<32-1) >= blind
			}
			parallel(func(w int) {
				for j := w; j < len(part); j += workers {
					l, q := lats[j], &seqs[part[j]]
					l.exp, l.grad = shared.exp, moves[float64]{}
					l.grow(len(q.feats))
					for t, fs := range q.feats {
						s := &l.score[t]
						*s = [labels]float32{}
						h := hidden(part[j], t)
						for _, f := range fs {
							if h && identity[f] {
								continue
							}
							row := (*[labels]float32)(p.emit[int(f)*labels:])
							for y := range s {
								s[y] += row[y]
							}
						}
						if sees(q) {
							for _, f := range q.extra[t] {
								row := (*[labels]float32)(p.emit[int(f)*labels:])
								for y := range s {
									s[y] += row[y]
								}
							}
						}
					}
					logZ := l.marginals(len(q.feats))
					first, last := q.gold[0].Group(), q.gold[len(q.gold)-1].Group()
					gold := float64(p.start[first] + p.end[last])
					l.grad.start[first]--
					l.grad.end[last]--
					for t, y := range q.gold {
						gold += float64(l.score[t][y])
						l.resid[t][y]--
						if t > 0 {
							gold += float64(*p.move(q.gold[t-1], y))
							*l.grad.move(q.gold[t-1], y)--
						}
					}
					losses[j] = (logZ - gold) * float64(q.weight)
				}
			})
			parallel(func(w int) {
				for j := range part {
					l, q := lats[j], &seqs[part[j]]
					for t, fs := range q.feats {
						var ys [labels]int
						n := 0
						for y, r := range l.resid[t][:] {
							if r > 1e-4 || r < -1e-4 {
								ys[n] = y
								n++
							}
						}
						if n == 0 {
							continue
						}
						h := hidden(part[j], t)
						update := func(f int32) {
							wr := (*[labels]float32)(p.emit[int(f)*labels:])
							gr := (*[labels]float32)(g[int(f)*labels:])
							for _, y := range ys[:n] {
								d := l.resid[t][y] * q.weight
								gr[y] += d * d
								wr[y] -= rate * d / float32(math.Sqrt(float64(gr[y]+1e-3)))
							}
						}
						for _, f := range fs {
							if int(f)%workers != w || h && identity[f] {
								continue
							}
							update(f)
						}
						if sees(q) {
							for _, f := range q.extra[t] {
								if int(f)%workers == w {
									update(f)
								}
							}
						}
					}
				}
			})
			for j := range part {
				l, weight := lats[j], float64(seqs[part[j]].weight)
				loss += losses[j]
				p.each(&l.grad, func(_ *float32, d *float64) { *d *= weight })
				p.step(&l.grad, &squares, o.Rate)
			}
		}
		if o.Log != nil {
			fmt.Fprintf(o.Log, "pass %d: loss %.1f\n", pass, loss)
		}
		if pass > o.Passes-o.Average {
			averaged++
			add(sum, p)
		}
	}
	if averaged > 0 {
		divide(sum, float32(averaged))
		return sum
	}
	return p
}

// step moves the weights of moves against their gradients.
func (m *moves[T]) step(grads, squares *moves[float64], rate float64) {
	var ds []float64
	m.each(grads, func(_ *T, d *float64) { ds = append(ds, *d) })
	m.each(squares, func(w *T, g *float64) {
		d := ds[0]
		ds = ds[1:]
		*g += d * d
		*w -= T(rate * d / math.Sqrt(*g+1e-3))
	})
}

func add(sum, p *params) {
	for i, v := range p.emit {
		sum.emit[i] += v
	}
	var m moves[float64]
	p.each(&m, func(w *float32, d *float64) { *d = float64(*w) })
	sum.each(&m, func(w *float32, d *float64) { *w += float32(*d) })
}

func divide(p *params, n float32) {
	for i := range p.emit {
		p.emit[i] /= n
	}
	var m moves[float64]
	p.each(&m, func(w *float32, _ *float64) { *w /= n })
}

// parallel runs f for each worker and waits for all.
func parallel(f func(worker int)) {
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() { f(w) })
	}
	wg.Wait()
}

// shuffle puts order into a random order that depends on its contents and the
// seed alone.
func shuffle(order []int, seed uint64) {
	for i := len(order) - 1; i > 0; i-- {
		seed = ner.Mix(seed, uint64(i))
		j := int(seed % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
}
