package ner

// A Context holds one sentence and what its features need to know beyond
// single words. Its slices are reused from sentence to sentence.
type Context struct {
	Words []*Word
	Case  Case
	marks []mark
	runs  []run
	quote []bool
	paren []bool
	topic uint64 // what the sentence seems to be about
}

// A mark says which phrases of the lexicon cover a token, and how.
type mark struct {
	types  [4]Types // by part: begin, inside, last; the fourth holds types of any
	length uint8
}

// A run is a stretch of capitalised words of a segment, links inside it.
type run struct{ first, last int }

// At returns the word at index i, or the edge word beyond an end.
func (c *Context) At(i int) *Word {
	if i < 0 {
		return Before
	}
	if i >= len(c.Words) {
		return After
	}
	return c.Words[i]
}

// Reset prepares the context for a sentence with the given segments.
func (c *Context) Reset(x Lexicon, words []*Word, cs Case, segs []Segment) {
	c.Words, c.Case = words, cs
	c.marks = resize(c.marks, len(words))
	c.runs = resize(c.runs, len(words))
	c.quote = resize(c.quote, len(words))
	c.paren = resize(c.paren, len(words))
	var about topics
	inQuote, inParen := false, 0
	for i, w := range words {
		c.marks[i] = mark{}
		about.count(w)
		if w.Class == Mark {
			switch w.Norm {
			case `"`:
				inQuote = !inQuote
			case "(", "[":
				inParen = 12
			case ")", "]":
				inParen = 0
			}
		}
		c.quote[i] = inQuote
		c.paren[i] = inParen > 0
		inParen--
	}
	c.topic = about.code(1, 2)
	for _, s := range segs {
		c.findPhrases(x, s)
		c.findRuns(s)
	}
}

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// findPhrases marks the longest phrases that start at each word.
func (c *Context) findPhrases(x Lexicon, s Segment) {
	for i := s.First; i < s.Last; i++ {
		w := c.Words[i]
		if w.Bits&PhraseStart == 0 {
			continue
		}
		h := ExtendPhrase(0, w.Phrase)
		best, length := Types(0), 0
		for j := i + 1; j < s.Last && j < i+MaxPhrase; j++ {
			h = ExtendPhrase(h, c.Words[j].Phrase)
			if t := x.Phrase(h); t != 0 {
				best, length = t, j-i+1
			}
		}
		if length == 0 || int(c.marks[i].length) >= length && c.marks[i].types[0]&best == best {
			continue
		}
		for j := i; j < i+length; j++ {
			part := Inside
			if j == i {
				part = Begin
			} else if j == i+length-1 {
				part = Last
			}
			m := &c.marks[j]
			m.types[part] |= best
			m.types[3] |= best
			m.length = max(m.length, uint8(length))
		}
	}
}

// findRuns cuts a segment into runs of capitalised words.
func (c *Context) findRuns(s Segment) {
	for i := s.First; i < s.Last; {
		j := i
		for j < s.Last && capital(c.Words[j]) {
			j++
		}
		if j == i {
			c.runs[i] = run{i, i + 1}
			i++
			continue
		}
		for k := i; k < j; k++ {
			c.runs[k] = run{i, j}
		}
		i = j
	}
}

func capital(w *Word) bool {
	switch w.Class {
	case Capital, AllCaps, Mixed, Initial, Abbrev, Letter, CapNumber, Compound, UpperLine, TitleLine:
		return true
	}
	return false
}

// ResetRuns prepares the context for EvidenceFeatures alone.
func (c *Context) ResetRuns(words []*Word, cs Case, segs []Segment) {
	c.Words, c.Case = words, cs
	c.runs = resize(c.runs, len(words))
	for _, s := range segs {
		c.findRuns(s)
	}
}

// CaseOf says how a sentence is capitalised. Its words may be those of any case.
func CaseOf(words []*Word) Case {
	var n [lettersCount]int
	for _, w := range words {
		n[w.letters]++
	}
	upper, capital, lower := n[upperWord], n[capitalWord], n[lowerWord]+n[longWord]
	switch {
	case upper >= 2 && upper > 4*(capital+lower):
		return Upper
	case n[longWord] == 0 && capital+upper >= 4 && capital > 2*lower && capital > upper:
		return Title
	}
	return Running
}

// letters says how a word counts for the case of its line.
type letters uint8

const (
	noWord letters = iota // too short, or no letters
	upperWord
	capitalWord
	lowerWord
	longWord // a lower-case word that title case would capitalise
	lettersCount
)

func lettersOf(s string) letters {
	u, l := 0, 0
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b >= 'A' && b <= 'Z':
			u++
		case b >= 'a' && b <= 'z':
			l++
		}
	}
	switch {
	case u+l < 2:
		return noWord
	case l == 0:
		return upperWord
	case s[0] >= 'A' && s[0] <= 'Z':
		return capitalWord
	case len(s) > 4:
		return longWord
	}
	return lowerWord
}

// topics counts the words that say what a text is about.
type topics [3]int

func (t *topics) count(w *Word) {
	if w.Bits&topicBits == 0 {
		return
	}
	if w.Bits&SportWord != 0 {
		t[0]++
	}
	if w.Bits&TradeWord != 0 {
		t[1]++
	}
	if w.Bits&ArtsWord != 0 {
		t[2]++
	}
}

// code puts each count on a scale of three: below few, below many, or more.
func (t *topics) code(few, many int) uint64 {
	code := uint64(0)
	for _, n := range t {
		code <<= 2
		if n >= many {
			code |= 2
		} else if n >= few {
			code |= 1
		}
	}
	return code
}
