package train

import (
	"math"
	"slices"
	"unicode"

	"github.com/dateline-go/dateline/internal/ner"
)

// Passes and step of the fit of the spelling model.
const (
	spellingPasses = 4
	spellingRate   = 0.1
	spellingDecay  = 1e-4
)

// fitSpelling fits the spelling model to the words of the lists.
func (b *lexiconBuilder) fitSpelling() []byte {
	type example struct {
		slots  []uint32
		target [ner.Spellings]float32
	}
	norms := make([]string, 0, len(b.words))
	for n := range b.words {
		if plainWord(n) {
			norms = append(norms, n)
		}
	}
	slices.Sort(norms)
	var all []example
	for _, n := range norms {
		w := b.words[n]
		var t [ner.Spellings]float32
		if w.bits&ner.FirstName != 0 {
			t[0]++
		}
		t[0] += root(w.first[0])
		if w.bits&ner.Surname != 0 {
			t[1]++
		}
		t[1] += root(w.last[0])
		if w.bits&(ner.HamletWord|ner.CityWord|ner.CountryWord|ner.PlaceWord) != 0 {
			t[2]++
		}
		if w.bits&ner.OrgWord != 0 {
			t[3]++
		}
		if w.lower > w.caps || w.bits&ner.JobWord != 0 || w.lower == 0 && w.caps == 0 && w.cluster != 0 && w.bits == 0 {
			t[4]++
		}
		sum := float32(0)
		for _, v := range t {
			sum += v
		}
		if sum == 0 {
			continue
		}
		for c := range t {
			t[c] /= sum
		}
		all = append(all, example{ner.LetterSlots(nil, n), t})
	}
	weights := make([][ner.Spellings]float32, ner.SpellingSlots)
	grads := make([][ner.Spellings]float32, ner.SpellingSlots)
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	for pass := range spellingPasses {
		shuffle(order, uint64(pass)+17)
		for _, i := range order {
			x := &all[i]
			var z [ner.Spellings]float32
			for _, k := range x.slots {
				for c := range z {
					z[c] += weights[k][c]
				}
			}
			p := softmax(z)
			for _, k := range x.slots {
				w, g := &weights[k], &grads[k]
				for c := range w {
					d := p[c] - x.target[c] + spellingDecay*w[c]
					g[c] += d * d
					w[c] -= spellingRate * d / float32(math.Sqrt(float64(g[c]+1e-2)))
				}
			}
		}
	}
	out := make([]byte, 0, ner.SpellingSlots*ner.Spellings)
	for _, w := range weights {
		for _, v := range w {
			q := math.Round(float64(v) * ner.SpellingStep)
			out = append(out, byte(int8(min(max(q, -127), 127))))
		}
	}
	return out
}

func root(n int) float32 { return float32(math.Sqrt(float64(min(n, 25)))) }

func softmax(z [ner.Spellings]float32) (p [ner.Spellings]float32) {
	hi := slices.Max(z[:])
	sum := float32(0)
	for c, v := range z {
		p[c] = float32(math.Exp(float64(v - hi)))
		sum += p[c]
	}
	for c := range p {
		p[c] /= sum
	}
	return p
}

// plainWord reports whether s is letters only, at least three.
func plainWord(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.IsLetter(r) {
			return false
		}
		n++
	}
	return n >= 3
}
