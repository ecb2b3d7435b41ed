package ner

// Evidence is what a first pass found in a block of text, to be asked in a
// second: how else the same word occurs nearby. A later "Saeed" is a person
// because of an earlier "Hafiz Saeed"; a capitalised "Progress" is none where
// "progress" stands in the next line.
type Evidence struct {
	slots   []slot
	used    []int32
	tallies []tally
	lower   [lowerBits / 64]uint64
	about   topics
	words   int
}

type slot struct {
	key   uint64
	index int32 // into tallies, plus one; 0 is free
}

// A tally adds up how often a word was found as what, in sixteenths of a sure
// mention: alone, as the last word of a longer name, as another word of one.
type tally struct {
	unit, last, other [Kinds]int32
	out               int32 // with a capital, outside names
	pair              [Kinds]int32
}

const lowerBits = 1 << 13

// Sure is the weight of a mention found with certainty.
const Sure = 16

// BlockTokens is how many tokens are looked at together: a block ends with the
// sentence in which it reaches this size.
const BlockTokens = 2000

// topicWords is the length in words of the shortest block that has a topic.
const topicWords = 150

// Reset forgets everything.
func (e *Evidence) Reset() {
	for _, i := range e.used {
		e.slots[i] = slot{}
	}
	e.used, e.tallies = e.used[:0], e.tallies[:0]
	clear(e.lower[:])
	e.about, e.words = topics{}, 0
}

func (e *Evidence) find(key uint64) *tally {
	if len(e.slots) == 0 {
		return nil
	}
	for i := key & uint64(len(e.slots)-1); ; i = (i + 1) & uint64(len(e.slots)-1) {
		s := &e.slots[i]
		if s.index == 0 {
			return nil
		}
		if s.key == key {
			return &e.tallies[s.index-1]
		}
	}
}

func (e *Evidence) get(key uint64) *tally {
	if t := e.find(key); t != nil {
		return t
	}
	if 2*len(e.used) >= len(e.slots) {
		e.enlarge()
	}
	e.tallies = append(e.tallies, tally{})
	e.put(key, int32(len(e.tallies)))
	return &e.tallies[len(e.tallies)-1]
}

func (e *Evidence) put(key uint64, index int32) {
	i := key & uint64(len(e.slots)-1)
	for e.slots[i].index != 0 {
		i = (i + 1) & uint64(len(e.slots)-1)
	}
	e.slots[i] = slot{key, index}
	e.used = append(e.used, int32(i))
}

func (e *Evidence) enlarge() {
	old, used := e.slots, e.used
	e.slots = make([]slot, max(1024, 4*len(old)))
	e.used = make([]int32, 0, len(e.slots)/2)
	for _, i := range used {
		e.put(old[i].key, old[i].index)
	}
}

// Seen takes down a sentence: its words without capitals, and the labels that
// the first pass gave to the tokens of its segments. Weights say how sure each
// label is, in sixteenths.
func (e *Evidence) Seen(words []*Word, segs []Segment, labels []Label, weights []uint8) {
	e.words += len(words)
	for _, w := range words {
		e.about.count(w)
		if w.Class == Lower {
			b := w.Lower % lowerBits
			e.lower[b/64] |= 1 << (b % 64)
		}
	}
	for _, g := range segs {
		for i := g.First; i < g.Last; i++ {
			w := words[i]
			if !telling(w) {
				continue
			}
			l, n := labels[i], int32(weights[i])
			if l == Out {
				if i > 0 && w.Class != UpperLine && w.Class != TitleLine {
					e.get(w.Lower).out += n
				}
				continue
			}
			e.get(w.Lower).add(l, n)
			if i+1 < g.Last && !labels[i].Closes() {
				e.get(pairKey(w, words[i+1])).pair[l.Kind()-1] += n
			}
		}
	}
}

func (t *tally) add(l Label, n int32) {
	k := l.Kind() - 1
	switch l.Part() {
	case Unit:
		t.unit[k] += n
	case Last:
		t.last[k] += n
	default:
		t.other[k] += n
	}
}

func pairKey(a, b *Word) uint64 { return Mix(a.Lower+1, b.Lower) }

// telling reports whether other occurrences of a word say what this one is.
func telling(w *Word) bool {
	switch w.Class {
	case Capital, AllCaps, Mixed, Abbrev, CapNumber, UpperLine, TitleLine:
		return w.runes > 1
	}
	return false
}

// Templates of evidence features, far from those of other features.
const (
	eAll = 1000 + iota
	eUnit
	eLast
	eOther
	eOut
	eAllClass
	ePairNext
	ePairPrev
	eNext
	ePrev
	eRunFirst
	eRunLast
	eUnitLast
	eTopic
	eTopicBits
	eTopicUnit
)

// view is the tally of a word without what the token itself contributed.
type view struct {
	unit, last, other, all [Kinds]int32
	out                    int32
	lower                  bool
}

func (e *Evidence) view(w *Word, l Label, n uint8, first bool) (v view, ok bool) {
	if !telling(w) {
		return v, false
	}
	b := w.Lower % lowerBits
	v.lower = e.lower[b/64]&(1<<(b%64)) != 0
	t := e.find(w.Lower)
	if t == nil {
		return v, v.lower
	}
	own := *t
	if l == Out {
		if !first && w.Class != UpperLine && w.Class != TitleLine {
			own.out -= int32(n)
		}
	} else {
		own.add(l, -int32(n))
	}
	v.unit, v.last, v.other, v.out = own.unit, own.last, own.other, own.out
	sum := v.out
	for k := range v.all {
		v.all[k] = v.unit[k] + v.last[k] + v.other[k]
		sum += v.all[k]
	}
	return v, v.lower || sum > 0
}

// code puts a distribution over kinds on a short scale: the strongest kind,
// its share, and how much there is.
func code(d *[Kinds]int32) uint64 {
	best, sum := 0, int32(0)
	for k, n := range d {
		sum += n
		if n > d[best] {
			best = k
		}
	}
	if sum < Sure/4 {
		return 0
	}
	share, size := uint64(0), uint64(0)
	switch s := 100 * d[best] / sum; {
	case s >= 92:
		share = 2
	case s >= 70:
		share = 1
	}
	switch {
	case sum > 5*Sure/2:
		size = 3
	case sum > 3*Sure/2:
		size = 2
	case sum > 3*Sure/4:
		size = 1
	}
	return 1 + uint64(best)<<4 + share<<2 + size
}

// topic says what the block seems to be about: something, from one telling
// word in fifty; short texts say too little.
func (e *Evidence) topic() uint64 {
	if e.words < topicWords {
		return 0
	}
	return e.about.code(1+e.words/50, 1+e.words/20)
}

// EvidenceFeatures appends the features of token i of the sentence in c that
// rest on what a first pass found elsewhere. labels and weights are what it
// found in this sentence.
func (c *Context) EvidenceFeatures(dst []uint64, e *Evidence, i int, labels []Label, weights []uint8) []uint64 {
	at := func(j int) (v view, ok bool) {
		if j < 0 || j >= len(c.Words) {
			return view{}, false
		}
		return e.view(c.Words[j], labels[j], weights[j], j == 0)
	}
	w := c.Words[i]
	topic := e.topic()
	dst = append(dst, feat(eTopic, topic<<8|uint64(w.Class)), feat(eTopicBits, topic<<32|uint64(w.Bits&nameBits)))
	v, ok := at(i)
	if ok {
		all, unit, last := code(&v.all), code(&v.unit), code(&v.last)
		in := int32(0)
		for _, n := range v.all {
			in += n
		}
		dst = append(dst,
			feat(eAll, all),
			feat(eUnit, unit),
			feat(eLast, last),
			feat(eOther, code(&v.other)),
			feat(eUnitLast, unit<<8|last),
			feat(eTopicUnit, topic<<8|unit),
			feat(eAllClass, all<<8|uint64(w.Class)),
		)
		out := uint64(0)
		if v.lower {
			out = 1
		}
		out |= uint64(min((v.out+Sure/2)/Sure, 3))<<1 | uint64(min((in+Sure/2)/Sure, 3))<<4
		dst = append(dst, feat(eOut, out), feat(eOut, out<<8|uint64(w.Class)|1<<32))
	}
	if i+1 < len(c.Words) {
		dst = e.pair(dst, ePairNext, w, c.Words[i+1], labels[i], weights[i])
	}
	if i > 0 {
		dst = e.pair(dst, ePairPrev, c.Words[i-1], w, labels[i-1], weights[i-1])
	}
	if n, ok := at(i + 1); ok && telling(c.Words[i+1]) {
		dst = append(dst, feat(eNext, code(&n.all)))
	}
	if n, ok := at(i - 1); ok && telling(c.Words[i-1]) {
		dst = append(dst, feat(ePrev, code(&n.all)))
	}
	if r := c.runs[i]; r.last-r.first > 1 {
		if n, ok := at(r.first); ok && i > r.first {
			dst = append(dst, feat(eRunFirst, code(&n.all)))
		}
		if n, ok := at(r.last - 1); ok && i < r.last-1 {
			dst = append(dst, feat(eRunLast, code(&n.all)))
		}
	}
	return dst
}

// pair appends the feature of two words that stood side by side in a name.
func (e *Evidence) pair(dst []uint64, template uint64, a, b *Word, l Label, n uint8) []uint64 {
	if !telling(a) {
		return dst
	}
	t := e.find(pairKey(a, b))
	if t == nil {
		return dst
	}
	d := t.pair
	if l != Out && !l.Closes() {
		d[l.Kind()-1] -= int32(n)
	}
	if c := code(&d); c != 0 {
		dst = append(dst, feat(template, c))
	}
	return dst
}
