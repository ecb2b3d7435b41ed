package dates

import (
	"fmt"
	"strings"
	"sync"
)

// A rule says that text of a certain pattern means a certain thing.
//
// A pattern is a list of elements separated by blanks. An element is one or
// more alternatives joined by "|":
//
//	word      that word in any case
//	CLASS     a token of that class; see classNames
//	CLASS+C   a token of both classes
//	PHRASE    a phrase of that name; see phrases
//	NUM       a number phrase: two, 2 1/2, a couple of, several
//	, - ~     a comma, a hyphen between words, another dash
//
// "?" after an element makes it optional. "!" before it stands for a place
// where it does not come next, "&" for one where it does; "<" and "<!" look at
// the token before. These four consume nothing.
//
// What the elements match fills a frame, which the rule's op turns into a value
// (see resolve.go).
type rule struct {
	pattern string
	op      op
	arg     int
}

// A phrase is a named sub-pattern. Of the phrases of one name the longest that
// matches is taken. mod is the TIMEX3 modifier it stands for, if any.
type phrase struct {
	name, pattern string
	mod           string
}

// classNames are the names of the classes in patterns.
var classNames = [...]struct {
	name string
	cls  class
}{
	{"INT", cInt}, {"DEC", cDec}, {"DAY", cDay}, {"HOUR", cHour}, {"YEAR", cYear}, {"HHMM", cHHMM},
	{"ORD", cOrd}, {"MONTH", cMonth}, {"MONTHNAME", cMonthName}, {"WEEKDAY", cWeekday},
	{"WEEKDAYNAME", cWeekdayName}, {"UNIT", cUnit}, {"SEASON", cSeason}, {"PART", cPart}, {"AMPM", cAmPm},
	{"ZONE", cZone}, {"DIR", cDir}, {"FREQ", cFreq}, {"TIMES", cTimes}, {"DECADE", cDecade}, {"ISO", cISO},
	{"SLASH", cSlash}, {"CODE", cCode}, {"TRIGGER", cTrigger}, {"CLOCK", cClock}, {"ERA", cEra}, {"A", cA},
	{"POSS", cPoss}, {",", cComma}, {"-", cHyphen}, {"~", cDash}, {"(", cOpen}, {")", cClose}, {"CAP", cCap},
	{"PLURAL", cPlural}, {"NUMWORD", cNumWord}, {"COUNTED", cCounted}, {"LETTERS", cLetter},
}

// className returns the class of a name, 0 for none.
func className(name string) class {
	for _, c := range classNames {
		if c.name == name {
			return c.cls
		}
	}
	return 0
}

type elemKind uint8

const (
	one elemKind = iota // a token
	num                 // a number phrase
	sub                 // a named phrase
	ahead
	notAhead
	behind
	notBehind
)

// An elem is one element of a compiled pattern.
type elem struct {
	kind  elemKind
	opt   bool
	cls   class // any of these
	all   class // and all of these
	words []uint16
	sub   int // index into grammar.phrases
}

type compiledPhrase struct {
	mod   string
	elems []elem
}

type compiledRule struct {
	elems []elem
	op    op
	arg   int
}

// A grammar is the compiled rules and the words they know.
type grammar struct {
	lex     *lexicon
	names   []string // of the phrases
	phrases [][]compiledPhrase
	rules   []compiledRule
	opens   [][]bool      // by phrase and word id: whether the word can begin the phrase; 0 for tokens without one
	byWord  [][]candidate // rules that a word of the lexicon can begin, by its id
	noWord  []candidate   // rules that other tokens can begin
	of, and uint16        // ids of words the code asks for
}

// numeric are the classes of tokens that are no words.
const numeric = cCode | cInt | cDec | cDay | cHour | cYear | cHHMM | cOrd | cDecade | cISO | cSlash | cFrac | cClock | cAmPm | cOpen

// maxElems bounds the elements of a pattern.
const maxElems = 14

// theGrammar compiles the rules on first use.
var theGrammar = sync.OnceValue(func() *grammar {
	g, err := compile(phrases, families())
	if err != nil {
		panic(err) // a mistake in the tables of this package; its tests compile them
	}
	return g
})

func compile(phrases []phrase, families [][]rule) (*grammar, error) {
	g := &grammar{}
	b := &lexiconBuilder{index: map[string]int{}}
	b.tables()
	for _, p := range phrases {
		if g.phrase(p.name) < 0 {
			g.names = append(g.names, p.name)
		}
	}
	if len(g.names) > maxPhrases {
		return nil, fmt.Errorf("dates: more than %d phrases", maxPhrases)
	}
	g.phrases = make([][]compiledPhrase, len(g.names))
	for _, p := range phrases {
		elems, err := g.elems(b, p.pattern)
		if err != nil {
			return nil, err
		}
		k := g.phrase(p.name)
		g.phrases[k] = append(g.phrases[k], compiledPhrase{p.mod, elems})
	}
	for _, family := range families {
		for _, r := range family {
			elems, err := g.elems(b, r.pattern)
			if err != nil {
				return nil, err
			}
			g.rules = append(g.rules, compiledRule{elems, r.op, r.arg})
		}
	}
	g.of, g.and = b.add("of", entry{}), b.add("and", entry{})
	g.lex = b.build()
	// The indices: which phrases and rules can a token begin?
	g.opens = make([][]bool, len(g.phrases))
	for k := range g.phrases {
		g.opens[k] = make([]bool, len(g.lex.entries)+1)
		for _, p := range g.phrases[k] {
			g.opens[k][0] = g.opens[k][0] || g.begins(p.elems, numeric, 0)
			first := g.first(p.elems)
			for i := range g.lex.entries {
				e := &g.lex.entries[i]
				if first.cls&(e.cls|cLetter|cCap) == 0 && first.words>>(e.id&63)&1 == 0 {
					continue
				}
				g.opens[k][e.id] = g.opens[k][e.id] || g.begins(p.elems, e.cls|cLetter|cCap, e.id)
			}
		}
	}
	g.byWord = make([][]candidate, len(g.lex.entries)+1)
	for i := range g.rules {
		first := g.first(g.rules[i].elems)
		for k := range g.lex.entries {
			e := &g.lex.entries[k]
			if first.cls&(e.cls|cLetter|cCap) == 0 && first.words>>(e.id&63)&1 == 0 {
				continue
			}
			if cls := e.cls | cLetter | cCap; g.begins(g.rules[i].elems, cls, e.id) {
				g.byWord[e.id] = append(g.byWord[e.id], candidate{uint16(i), g.second(g.rules[i].elems, cls, e.id)})
			}
		}
		if g.begins(g.rules[i].elems, numeric, 0) {
			g.noWord = append(g.noWord, candidate{uint16(i), g.second(g.rules[i].elems, numeric, 0)})
		}
	}
	return g, nil
}

func (g *grammar) phrase(name string) int {
	for i, n := range g.names {
		if n == name {
			return i
		}
	}
	return -1
}

func (g *grammar) elems(b *lexiconBuilder, pattern string) ([]elem, error) {
	fields := strings.Fields(pattern)
	if len(fields) > maxElems {
		return nil, fmt.Errorf("dates: pattern %q has more than %d elements", pattern, maxElems)
	}
	var elems []elem
	for _, f := range fields {
		var e elem
		switch {
		case strings.HasPrefix(f, "<!"):
			e.kind, f = notBehind, f[2:]
		case f[0] == '<':
			e.kind, f = behind, f[1:]
		case f[0] == '!':
			e.kind, f = notAhead, f[1:]
		case f[0] == '&':
			e.kind, f = ahead, f[1:]
		}
		if len(f) > 1 && f[len(f)-1] == '?' {
			e.opt, f = true, f[:len(f)-1]
		}
		for _, alt := range strings.Split(f, "|") {
			if c := className(alt); c != 0 {
				e.cls |= c
			} else if c, all, ok := strings.Cut(alt, "+"); ok && className(c) != 0 && className(all) != 0 {
				e.cls, e.all = className(c), className(all)
			} else if alt == "NUM" {
				if e.kind == one {
					e.kind = num
				} else {
					e.cls |= cInt | cDec | cNumWord | cVague | cFrac
				}
			} else if k := g.phrase(alt); k >= 0 {
				e.kind, e.sub = sub, k
			} else if alt != "" && alt == strings.ToLower(alt) {
				e.words = append(e.words, b.add(alt, entry{}))
			} else {
				return nil, fmt.Errorf("dates: pattern %q: unknown class %q", pattern, alt)
			}
		}
		if e.kind == sub && (e.cls != 0 || len(e.words) > 0) {
			return nil, fmt.Errorf("dates: pattern %q: %q joins a phrase with other alternatives", pattern, f)
		}
		elems = append(elems, e)
	}
	return elems, nil
}

// begins reports whether a token of the given classes and word can be the
// first of a match.
func (g *grammar) begins(elems []elem, cls class, word uint16) bool {
	for i := range elems {
		e := &elems[i]
		switch e.kind {
		case one:
			if e.accepts(cls, word) {
				return true
			}
		case num:
			if cls&numberStart != 0 || e.accepts(cls, word) {
				return true
			}
		case sub:
			for _, p := range g.phrases[e.sub] {
				if g.begins(p.elems, cls, word) {
					return true
				}
			}
		default:
			continue
		}
		if !e.opt {
			return false
		}
	}
	return false
}

// A candidate is a rule that a token can begin, with the tokens that can come
// second. Most rules fall by their second token.
type candidate struct {
	rule uint16
	next tokenSet
}

// A tokenSet is a set of tokens, a few more than those meant: words are told
// apart by their ids modulo 64 only.
type tokenSet struct {
	cls   class
	words uint64
	end   bool // no token is needed
}

func (s *tokenSet) add(t tokenSet) {
	s.cls |= t.cls
	s.words |= t.words
	s.end = s.end || t.end
}

func (s *tokenSet) has(t *token) bool {
	return s.end || s.cls&t.cls != 0 || t.word != 0 && s.words>>(t.word&63)&1 != 0
}

// numberStart and numberRest are the classes of the tokens of a number phrase.
const (
	numberStart = cInt | cDec | cNumWord | cVague | cFrac | cA
	numberRest  = cNumWord | cHyphen | cFrac | cVague | cUnit
)

// first returns the tokens that a match of elems can begin with.
func (g *grammar) first(elems []elem) tokenSet {
	var s tokenSet
	for i := range elems {
		e := &elems[i]
		switch e.kind {
		case one, num:
			s.cls |= e.cls
			for _, w := range e.words {
				s.words |= 1 << (w & 63)
			}
			if e.kind == num {
				s.cls |= numberStart
			}
		case sub:
			for _, p := range g.phrases[e.sub] {
				s.add(g.first(p.elems))
			}
		default:
			continue
		}
		if !e.opt {
			s.end = false
			return s
		}
	}
	s.end = true
	return s
}

// second returns the tokens that can follow a first token in a match of elems.
func (g *grammar) second(elems []elem, cls class, word uint16) tokenSet {
	var s tokenSet
	for i := range elems {
		e := &elems[i]
		switch e.kind {
		case one, num:
			if e.accepts(cls, word) {
				s.add(g.first(elems[i+1:]))
			}
			if e.kind == num && cls&numberStart != 0 {
				s.cls |= numberRest
				s.words |= 1<<(g.of&63) | 1<<(g.and&63)
				s.add(g.first(elems[i+1:]))
			}
		case sub:
			for _, p := range g.phrases[e.sub] {
				t := g.second(p.elems, cls, word)
				if t.end {
					t.end = false
					s.add(g.first(elems[i+1:]))
				}
				s.add(t)
			}
		default:
			continue
		}
		if !e.opt {
			break
		}
	}
	return s
}

func (e *elem) accepts(cls class, word uint16) bool {
	if e.cls&cls != 0 {
		return e.all&cls == e.all
	}
	if word != 0 {
		for _, w := range e.words {
			if w == word {
				return true
			}
		}
	}
	return false
}

// A phraseMemo remembers what a phrase matched at a place, for many rules ask
// for the same phrases there.
type phraseMemo struct {
	at    int // token plus one
	end   int
	which *compiledPhrase
}

// maxPhrases bounds the names of phrases.
const maxPhrases = 16

// A trace holds, for each element of a pattern, where its match ended; -1 for
// those that matched nothing.
type trace [maxElems]int16

// seq matches elems from token i on and returns the end, -1 for no match.
// Optional elements are taken where that leads to a match.
func (p *parser) seq(elems []elem, k, i int, t *trace) int {
	if k == len(elems) {
		return i
	}
	e := &elems[k]
	t[k] = -1
	switch e.kind {
	case one:
		if i < p.s.n && e.accepts(p.s.buf[i].cls, p.s.buf[i].word) {
			if r := p.seq(elems, k+1, i+1, t); r >= 0 {
				t[k] = int16(i + 1)
				return r
			}
		}
	case num:
		if j, _ := p.number(i); j > i {
			if r := p.seq(elems, k+1, j, t); r >= 0 {
				t[k] = int16(j)
				return r
			}
		}
		if i < p.s.n && e.accepts(p.s.buf[i].cls, p.s.buf[i].word) {
			if r := p.seq(elems, k+1, i+1, t); r >= 0 {
				t[k] = int16(i + 1)
				return r
			}
		}
	case sub:
		if j, _ := p.phrase(e.sub, i); j > i {
			if r := p.seq(elems, k+1, j, t); r >= 0 {
				t[k] = int16(j)
				return r
			}
		}
	case ahead, notAhead:
		if (i < p.s.n && e.accepts(p.s.buf[i].cls, p.s.buf[i].word)) == (e.kind == ahead) {
			return p.seq(elems, k+1, i, t)
		}
		return -1
	case behind, notBehind:
		if (i > 0 && e.accepts(p.s.buf[i-1].cls, p.s.buf[i-1].word)) == (e.kind == behind) {
			return p.seq(elems, k+1, i, t)
		}
		return -1
	}
	if e.opt {
		t[k] = -1
		return p.seq(elems, k+1, i, t)
	}
	return -1
}

// phrase matches the longest phrase of a name at token i.
func (p *parser) phrase(name, i int) (end int, which *compiledPhrase) {
	end = -1
	if i >= p.s.n || !p.g.opens[name][p.s.buf[i].word] {
		return end, nil
	}
	m := &p.memo[name]
	if m.at == i+1 {
		return m.end, m.which
	}
	for k := range p.g.phrases[name] {
		ph := &p.g.phrases[name][k]
		var t trace
		if j := p.seq(ph.elems, 0, i, &t); j > end {
			end, which = j, ph
		}
	}
	*m = phraseMemo{i + 1, end, which}
	return end, which
}
