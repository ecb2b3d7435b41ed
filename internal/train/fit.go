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
	L2       float64 // weight decay per step, relative to the AdaGrad step
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
	var gt [labels][labels]float64
	var gs, ge [labels]float64
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
	decay := float32(o.L2)
	hide := uint64(o.Hide * (1 << 32))
	averaged := 0
	for pass := 1; pass <= o.Passes; pass++ {
		shuffle(order, o.Seed+uint64(pass))
		loss := 0.0
		for at := 0; at < len(order); at += batch {
			part := order[at:min(at+batch, len(order))]
			shared := &lattice{}
			shared.refresh(p)
			losses := make([]float64, len(part))
			hidden := func(k, t int) bool {
				return hide != 0 && ner.Mix(ner.Mix(o.Seed+uint64(pass), uint64(k)), uint64(t))&(1<<32-1) < hide
			}
			parallel(func(w int) {
				for j := w; j < len(part); j += workers {
					l, q := lats[j], &seqs[part[j]]
					l.tr, l.st, l.en = shared.tr, shared.st, shared.en
					l.dtr, l.dst, l.den = [labels][labels]float64{}, [labels]float64{}, [labels]float64{}
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
					}
					logZ := l.marginals(len(q.feats))
					gold := float64(p.start[q.gold[0]] + p.end[q.gold[len(q.gold)-1]])
					l.dst[q.gold[0]]--
					l.den[q.gold[len(q.gold)-1]]--
					for t, y := range q.gold {
						gold += float64(l.score[t][y])
						l.resid[t][y]--
						if t > 0 {
							gold += float64(p.trans[q.gold[t-1]][y])
							l.dtr[q.gold[t-1]][y]--
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
						for _, f := range fs {
							if int(f)%workers != w || h && identity[f] {
								continue
							}
							wr := (*[labels]float32)(p.emit[int(f)*labels:])
							gr := (*[labels]float32)(g[int(f)*labels:])
							for _, y := range ys[:n] {
								d := l.resid[t][y]*q.weight + decay*wr[y]
								gr[y] += d * d
								wr[y] -= rate * d / float32(math.Sqrt(float64(gr[y]+1e-3)))
							}
						}
					}
				}
			})
			for j := range part {
				l, wt := lats[j], float64(seqs[part[j]].weight)
				loss += losses[j]
				for a := range labels {
					step(&p.start[a], &gs[a], l.dst[a]*wt, o.Rate)
					step(&p.end[a], &ge[a], l.den[a]*wt, o.Rate)
					for b := range labels {
						if l.dtr[a][b] != 0 {
							step(&p.trans[a][b], &gt[a][b], l.dtr[a][b]*wt, o.Rate)
						}
					}
				}
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

func step(w *float32, g *float64, d, rate float64) {
	if d == 0 {
		return
	}
	*g += d * d
	*w -= float32(rate * d / math.Sqrt(*g+1e-3))
}

func add(sum, p *params) {
	for i, v := range p.emit {
		sum.emit[i] += v
	}
	for a := range labels {
		sum.start[a] += p.start[a]
		sum.end[a] += p.end[a]
		for b := range labels {
			sum.trans[a][b] += p.trans[a][b]
		}
	}
}

func divide(p *params, n float32) {
	for i := range p.emit {
		p.emit[i] /= n
	}
	for a := range labels {
		p.start[a] /= n
		p.end[a] /= n
		for b := range labels {
			p.trans[a][b] /= n
		}
	}
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
