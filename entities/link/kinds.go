package link

import (
	"context"

	"github.com/dateline-go/dateline/entities/kind"
)

// Kinds corrects the mentions of a text where the rest of the document shows
// that a tagger, which sees little more than a sentence, got them wrong, and
// returns them in text order:
//
//   - a bracketed acronym takes the kind of the name that it abbreviates, and is
//     a mention wherever it stands just so;
//   - a line in capitals has the names that the story spells out;
//   - a mention takes another kind where the same name elsewhere, or a longer
//     name that it is short for, speaks for that kind more strongly;
//   - a capitalised word outside all mentions becomes one where it is a name
//     elsewhere in the document.
//
// Names that the caller knows take the caller's kinds. Mentions need their
// scores and kinds only, so this runs before places are resolved; ms is changed
// in place where no mention is added.
func Kinds(text string, ms []Mention, known *Names) []Mention {
	return new(Linker).Kinds(text, ms, known)
}

// How much the document's evidence weighs. The scores of mentions of the same
// name count once; the rest was set on the held-out part of the shipped gold.
const (
	surnameWeight = 8    // a lone word that ends the longer name of a person
	givenWeight   = 1.5  // one that begins it
	acronymWeight = 4    // one that spells the initials of an organisation
	ownWeight     = 2    // what the mention's own kind has ahead of others
	changeBelow   = 0.95 // mentions with a higher score keep their kinds
	changedScore  = 0.9  // the most that a changed mention scores
	missedScore   = 0.5  // score of a mention that was added
	missedNeeds   = 0.9  // summed score of the name elsewhere, for one to be added
	missedShare   = 0.3  // of it for each place where the tagger saw no name
)

// evidence is what a document says about one name.
type evidence struct {
	equal    [kind.Count]float32 // scores of the mentions that are just this name
	acronym  [kind.Count]float32 // of longer names whose initials it spells
	surname  float32             // of longer names of people that end with it
	given    float32             // of longer names of people that begin with it
	unnamed  float32             // how often the word stands capitalised outside all mentions
	elsewise bool                // a longer name that is no person's holds it
	mixed    bool                // some mention of just this name has a lower-case letter
}

// Kinds corrects kinds; see the function of that name.
func (l *Linker) Kinds(text string, ms []Mention, known *Names) []Mention {
	ms, _ = l.KindsContext(context.Background(), text, ms, known) // cannot fail
	return ms
}

// KindsContext is Kinds that gives up soon after ctx is cancelled, with the
// context's error.
func (l *Linker) KindsContext(ctx context.Context, text string, ms []Mention, known *Names) ([]Mention, error) {
	l.ctx = ctx
	defer func() { l.ctx = nil }()
	bracketed(text, ms)
	ms = l.define(text, ms)
	ms = l.shoutedNames(text, ms)
	trimTitles(text, ms)
	l.gather(text, ms)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for i := range ms {
		if id := l.nameOf[i]; id >= 0 && ms[i].Score < changeBelow {
			if k := l.evid[id].kind(ms[i].Kind, l.lone[i]); k != ms[i].Kind {
				ms[i].Kind = k
				ms[i].Score = min(ms[i].Score, changedScore)
			}
		}
	}
	ms = l.addMissed(text, ms)
	if known != nil {
		ms = known.spot(text, ms, &l.words)
	}
	return ms, ctx.Err()
}

// bracketed gives acronyms in brackets the kind of the name before.
func bracketed(text string, ms []Mention) {
	for i := 0; i+1 < len(ms); i++ {
		a, b := &ms[i], &ms[i+1]
		if a.Kind == b.Kind || b.Start-a.End > 8 || a.Kind == kind.Date || b.Kind == kind.Date || a.Kind == kind.Person {
			continue
		}
		if bracketGap(text[a.End:b.Start]) && spells(text[a.Start:a.End], text[b.Start:b.End]) {
			b.Kind = a.Kind
		}
	}
}

// kind returns the kind that the evidence speaks for, given that of a mention.
// lone says that the mention is a single word.
func (e *evidence) kind(own kind.Kind, lone bool) kind.Kind {
	person := lone && e.surname > 0 && !e.elsewise
	// float32() keeps a product apart from a sum, which some processors fuse.
	best, top := own, float32(ownWeight*e.equal[own])
	if own == kind.Person && person {
		top += float32(ownWeight * e.surname)
	}
	for k := kind.Person; k <= kind.Misc; k++ {
		if k == own {
			continue
		}
		v := e.equal[k]
		switch {
		case k == kind.Person && person:
			v = float32(surnameWeight*(v+e.surname)) + float32(givenWeight*e.given)
		case k == kind.Person && lone && !e.elsewise:
			v += float32(givenWeight * e.given)
		case lone && (k == kind.Org || k == kind.Misc):
			v += float32(acronymWeight * e.acronym[k])
		}
		if v > top {
			best, top = k, v
		}
	}
	return best
}

// gather collects the evidence of all mentions. It leaves the number of the
// evidence for mention i in nameOf[i], -1 for dates and wordless mentions, and
// whether the mention is one word in lone[i].
func (l *Linker) gather(text string, ms []Mention) {
	l.nameOf, l.lone, l.evid = l.nameOf[:0], l.lone[:0], l.evid[:0]
	l.intern.reset(2 * len(ms))
	for i := range ms {
		if l.stopped(i) {
			return
		}
		m := &ms[i]
		l.words = l.words[:0]
		if m.Kind != kind.Date && m.Kind != kind.None {
			l.words = appendWords(l.words, text[m.Start:m.End], m.Start)
		}
		ws := l.words
		l.lone = append(l.lone, len(ws) == 1)
		if len(ws) == 0 {
			l.nameOf = append(l.nameOf, -1)
			continue
		}
		key := ws[0].hash
		for j := range ws[1:] {
			key = mix(key, ws[j+1].hash)
		}
		id := l.entry(key)
		l.nameOf = append(l.nameOf, id)
		l.evid[id].equal[m.Kind] += m.Score
		l.evid[id].mixed = l.evid[id].mixed || len(ws) > 1 || !ws[0].caps
		switch {
		case len(ws) == 1:
		case m.Kind == kind.Person:
			last := len(ws) - 1
			if ws[last].class&suffix != 0 && last > 1 {
				last--
			}
			l.evid[l.entry(ws[last].hash)].surname += m.Score
			l.evid[l.entry(ws[0].hash)].given += m.Score
		default:
			initials, n := uint64(hashSeed), 0
			for j := range ws {
				if !ws[j].lower {
					initials = (initials ^ uint64(ws[j].first)) * hashPrime
					n++
				}
				if ws[j].class == 0 {
					l.evid[l.entry(ws[j].hash)].elsewise = true
				}
			}
			if n >= 2 {
				l.evid[l.entry(initials)].acronym[m.Kind] += m.Score
			}
		}
	}
}

// mergeMentions merges two lists in text order. It works from the end, so that
// no mention is moved before it is read.
func mergeMentions(ms, extra []Mention) []Mention {
	if len(extra) == 0 {
		return ms
	}
	i := len(ms) - 1
	ms = append(ms, extra...)
	for j, at := len(extra)-1, len(ms)-1; j >= 0; at-- {
		if i >= 0 && ms[i].Start > extra[j].Start {
			ms[at] = ms[i]
			i--
			continue
		}
		ms[at] = extra[j]
		j--
	}
	return ms
}

// entry returns the number of the evidence for a name.
func (l *Linker) entry(key uint64) int32 {
	id := l.intern.get(key)
	if id < 0 {
		id = int32(len(l.evid))
		l.evid = append(l.evid, evidence{})
		l.intern.put(key, id)
	}
	return id
}

// A missed word may be a mention that the tagger did not see.
type missed struct {
	start, end int
	evid       int32
}

// addMissed adds the capitalised words outside all mentions that are names
// elsewhere in the document.
func (l *Linker) addMissed(text string, ms []Mention) []Mention {
	if len(l.evid) == 0 {
		return ms
	}
	l.missed = l.missed[:0]
	pos := 0
	for i := range ms {
		l.scan(text, pos, ms[i].Start)
		pos = ms[i].End
	}
	l.scan(text, pos, len(text))

	l.extra = l.extra[:0]
	for _, w := range l.missed {
		e := &l.evid[w.evid]
		sum := e.surname
		for _, v := range e.equal {
			sum += v
		}
		if sum >= missedShare*e.unnamed {
			l.extra = append(l.extra, Mention{Start: w.start, End: w.end, Kind: e.likeliest(), Score: missedScore})
		}
	}
	return mergeMentions(ms, l.extra)
}

// likeliest is the kind that most mentions of just this name have.
func (e *evidence) likeliest() kind.Kind {
	best := kind.Person
	for k := kind.Person; k <= kind.Misc; k++ {
		if e.equal[k] > e.equal[best] {
			best = k
		}
	}
	return best
}

// scan notes the words of text[from:to], which lies between two mentions, that
// are names elsewhere.
func (l *Linker) scan(text string, from, to int) {
	for p := from; p < to; {
		c := text[p]
		if c < 'A' || c > 'Z' && c < 0xC3 {
			p++
			continue
		}
		if p > 0 && (wordByte(text[p-1]) || text[p-1] == '-') { // inside a word, or the rest of a mention's
			p++
			continue
		}
		start := p
		plain := true // one word of letters
		hash := uint64(hashSeed)
		end := -1
		for p < to {
			c := text[p]
			switch {
			case 'a' <= c && c <= 'z':
			case 'A' <= c && c <= 'Z':
				c |= 0x20
			case c == '\'', c == '-' && p+1 < to && 'a' <= text[p+1] && text[p+1] <= 'z': // "Khan's", "Khan-led"
				if end < 0 {
					end = p
				}
			case c == 0xE2 && p+2 < len(text) && text[p+1] == 0x80:
				if text[p+2] != 0x99 { // a dash or a quotation mark ends the word
					goto done
				}
				if end < 0 {
					end = p
				}
				p += 2
			case c == '-' && p+1 < to && wordByte(text[p+1]), c == '.' && p+1 < to && wordByte(text[p+1]), '0' <= c && c <= '9':
				plain = false
			case c >= 0x80:
				if f, _ := foldRune(text[p:]); f != 0 {
					if c >= 0xE0 {
						p++
					}
					p++
					c = f
				} else {
					plain = false
				}
			default:
				goto done
			}
			if end < 0 {
				hash = (hash ^ uint64(c)) * hashPrime
			}
			p++
		}
	done:
		if p == start {
			p++ // a mark of several bytes
			continue
		}
		p = min(p, to)
		if end < 0 {
			end = p
		}
		if !plain || end-start < 2 ||
			p == to && to < len(text) && wordByte(text[to]) {
			continue
		}
		id := l.intern.get(hash)
		if id < 0 {
			continue
		}
		e := &l.evid[id]
		// "Is" is no mention of IS, nor is it where every word has capitals.
		if !e.mixed && e.surname == 0 && (hasLower(text[start:end]) || capsLine(text, start)) {
			continue
		}
		e.unnamed++
		if best := e.likeliest(); !e.elsewise && (e.surname > 0 && best == kind.Person || e.equal[best] >= missedNeeds) {
			l.missed = append(l.missed, missed{start, end, id})
		}
	}
}

// spells reports whether short is an acronym of the capitalised words of long.
func spells(long, short string) bool {
	if len(short) < 2 {
		return false
	}
	n := 0
	next := func() byte {
		for n < len(short) {
			c := short[n]
			n++
			if c != '.' {
				return c
			}
		}
		return 0
	}
	begin := true
	count := 0
	for i := 0; i < len(long); i++ {
		c := long[i]
		if begin && 'A' <= c && c <= 'Z' {
			if next() != c {
				return false
			}
			count++
		}
		begin = c == ' ' || c == '-' || c == '/'
	}
	return count >= 2 && next() == 0
}
