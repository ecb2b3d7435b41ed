package link

import (
	"slices"

	"github.com/dateline-go/dateline/entities/kind"
)

// A Known is a name that the caller knows: its own person, organisation or
// other entity.
type Known struct {
	Name    string    // canonical name, reported as the entity's name
	Aliases []string  // other names for it
	Kind    kind.Kind // None fits mentions of any kind
	Ref     string    // the caller's id
}

// Names are known names, compiled once and then read only; safe for concurrent
// use.
type Names struct {
	list    []Known
	index   map[uint64][]int32 // folded words of a name or alias → list
	first   map[uint64][]spelling
	longest int // words of the longest spelling
}

// A spelling is a name or alias as its words; spellings are listed by their
// first word, longest first.
type spelling struct {
	words []uint64
	known int32
	caps  bool // in capitals: "IS" is not "is"
	upper bool // begins with a capital
}

// NewNames compiles known names. A name that stands under several entries
// belongs to the first whose kind fits.
func NewNames(list []Known) *Names {
	ns := &Names{list: append([]Known(nil), list...), index: make(map[uint64][]int32, 2*len(list)), first: make(map[uint64][]spelling, 2*len(list))}
	var ws []word
	for i := range ns.list {
		k := &ns.list[i]
		k.Aliases = append([]string(nil), k.Aliases...)
		for j := -1; j < len(k.Aliases); j++ {
			s := k.Name
			if j >= 0 {
				s = k.Aliases[j]
			}
			key, ok := wordsKey(&ws, s)
			if !ok {
				continue
			}
			ns.index[key] = append(ns.index[key], int32(i))
			sp := spelling{known: int32(i), caps: true, upper: !ws[0].lower}
			for _, w := range ws {
				sp.words = append(sp.words, w.hash)
				sp.caps = sp.caps && w.caps
			}
			ns.first[sp.words[0]] = append(ns.first[sp.words[0]], sp)
			ns.longest = max(ns.longest, len(sp.words))
		}
	}
	for _, list := range ns.first {
		slices.SortStableFunc(list, func(a, b spelling) int { return len(b.words) - len(a.words) })
	}
	return ns
}

// wordsKey is the hash of all words of a name, false where it has none.
func wordsKey(ws *[]word, s string) (key uint64, ok bool) {
	*ws = appendWords((*ws)[:0], s, 0)
	key = hashSeed
	for i := range *ws {
		key = mix(key, (*ws)[i].hash)
	}
	return key, len(*ws) > 0
}

// find returns the number of the entry for a name of a kind, -1 where there is
// none.
func (ns *Names) find(ws *[]word, s string, k kind.Kind) int32 {
	key, ok := wordsKey(ws, s)
	if !ok {
		return -1
	}
	for _, i := range ns.index[key] {
		if e := &ns.list[i]; e.Kind == kind.None || e.Kind == k {
			return i
		}
	}
	return -1
}

// apply gives an entity the canonical name and id of a known one.
func (ns *Names) apply(e *Entity, form string) {
	var buf [8]word
	ws := buf[:0]
	if i := ns.find(&ws, form, e.Kind); i >= 0 {
		e.Ref = ns.list[i].Ref
		e.Name = ns.list[i].Name
	}
}

// knownScore is the score of a mention that only the caller's names give.
const knownScore = 0.95

// spot makes the caller's names mentions wherever the text holds them, in place
// of mentions that they cover; a longer mention that holds one is kept.
func (ns *Names) spot(text string, ms []Mention, ws *[]word) []Mention {
	sp := spotting{names: ns, text: text, ms: ms}
	for pos := 0; pos < len(text); {
		end := min(len(text), pos+spotBytes)
		for end < len(text) && end > pos+spotBytes/2 && wordByte(text[end]) {
			end--
		}
		*ws = foldWords((*ws)[:0], text[pos:end], pos, hashes)
		stop := len(*ws)
		next := end
		// A name that this piece may cut is left to the next.
		if end < len(text) && stop > 2*ns.longest {
			stop -= ns.longest
			next = (*ws)[stop].start
		}
		if last := sp.scan(*ws, stop); last > next {
			next = last
		}
		pos = next
	}
	if len(sp.out) == 0 {
		return ms
	}
	return append(sp.out, ms[sp.k:]...)
}

// spotBytes is how much of the text is cut into words at a time.
const spotBytes = 8 << 10

// spotting is the state of one search.
type spotting struct {
	names *Names
	text  string
	ms    []Mention
	out   []Mention // empty as long as nothing was found
	k     int       // mentions before k are in out
}

// scan searches words[:stop] and returns where the last name found ends.
func (s *spotting) scan(words []word, stop int) (last int) {
	for i := 0; i < stop; i++ {
		n, known := 0, int32(0)
		for _, sp := range s.names.first[words[i].hash] {
			if sp.matches(s.text, words[i:]) {
				n, known = len(sp.words), sp.known
				break
			}
		}
		if n == 0 {
			continue
		}
		start, end := wordStart(s.text, words[i]), wordEnd(s.text, words[i+n-1])
		if start >= end || s.add(start, end, &s.names.list[known]) {
			last = words[i+n-1].end
			i += n - 1
		}
	}
	return last
}

// add makes text[start:end] a mention; false where a longer mention holds it or
// one crosses it.
func (s *spotting) add(start, end int, e *Known) bool {
	k := s.k
	for k < len(s.ms) && s.ms[k].End <= start {
		k++
	}
	m := Mention{Start: start, End: end, Kind: e.Kind, Score: knownScore}
	j := k
	for j < len(s.ms) && s.ms[j].Start < end {
		o := &s.ms[j]
		if o.Start < start || o.End > end {
			return false
		}
		if m.Kind == kind.None {
			m.Kind = o.Kind
		}
		if o.Start == start && o.End == end {
			m.Score = max(m.Score, o.Score)
		}
		j++
	}
	if m.Kind == kind.None || m.Kind == kind.Date {
		return false
	}
	s.out = append(s.out, s.ms[s.k:k]...)
	s.out = append(s.out, m)
	s.k = j
	return true
}

// matches reports whether the text goes on with the spelling. Its words may
// stand on two lines, but not in two sentences.
func (sp *spelling) matches(text string, words []word) bool {
	if len(words) < len(sp.words) || sp.upper && words[0].lower {
		return false
	}
	for i, h := range sp.words {
		w := &words[i]
		if w.hash != h || sp.caps && !w.caps {
			return false
		}
		if i > 0 && !closeBy(text[words[i-1].end:w.start]) {
			return false
		}
	}
	return true
}

// closeBy reports whether what stands between two words lets them be one name.
func closeBy(gap string) bool {
	lines := 0
	for i := 0; i < len(gap); i++ {
		switch c := gap[i]; {
		case c == '\n':
			if lines++; lines > 1 {
				return false
			}
		case c == '.' && i+1 < len(gap) || c == '?' || c == '!' || c == ';' || c == ':' || c == '(' || c == ')' || c == ',':
			return false
		}
	}
	return len(gap) < 8
}

// wordStart and wordEnd are the bounds of a word without the marks around it
// that appendWords passes over.
func wordStart(text string, w word) int {
	i := w.start
	for i < w.end && !wordByte(text[i]) {
		i++
	}
	return i
}

func wordEnd(text string, w word) int {
	i := w.end
	for i > w.start && !wordByte(text[i-1]) {
		i--
	}
	return i
}
