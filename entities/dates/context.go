package dates

// memory is what the text has said so far.
type memory struct {
	last          point // last date or time
	lastDay       point // last one of day granularity or finer
	pastDay       point // the last of them that is not to come
	lastQuart     point // last quarter
	quartPos      int   // where it stood
	dated         point // last date by the calendar
	story         point // last date with a year of its own in the text or told from one
	storyPos      int
	told, present int // how many dates of other years, how many of the present
}

// remember notes an expression for those that refer back to it.
func (p *parser) remember(f *frame, v *Value, pt point) {
	pos := p.s.buf[f.first].start
	if f.unit == uMonth && f.op == opDuration && f.num.n%3 == 0 && f.num.n > 3 || f.unit == uYear && f.op == opUnitThe {
		p.quartPos = pos - quarterReach // figures of the half year, nine months or year follow
	}
	if pt.gran == uNone || pt.year == unknownYear {
		return
	}
	if f.op == opShift || f.op == opShiftThen && f.arg < 0 || f.op == opSameLastYear {
		return // a comparison does not move the time of the story
	}
	if pt.gran >= uDecade {
		return // too wide for a time to refer back to
	}
	p.last = pt
	switch {
	case f.op == opDate || f.op == opMonth || f.op == opYear || f.op == opSeason || f.op == opTime && f.month != 0:
		p.dated = pt
		if pt.year < p.today().year {
			if pt.gran <= uMonth {
				p.told++
				p.story, p.storyPos = pt, pos
			}
		}
	case f.op == opDeictic || f.op == opWeekday || f.op == opWord || f.op == opUnit && f.dir != 0:
		p.present++
		if !p.history() {
			p.story = point{} // back in the present
		}
	}
	if pt.gran <= uDay {
		p.lastDay = pt
		if n, ok := pt.first(); ok && n <= p.now {
			p.pastDay = pt
		}
	}
	if pt.gran == uQuarter {
		// A quarter that is yet to come is none that one compares with.
		if _, end, ok := pt.span(); !ok || end <= p.now || !p.future(f) {
			p.lastQuart, p.quartPos = pt, pos
		}
	}
}

// thenYear is the year of the time talked of.
func (p *parser) thenYear() int {
	if p.last.gran != uNone {
		return p.last.year
	}
	return p.today().year
}

// cueReach is how far from an expression a verb is looked for.
const cueReach = 24

// future reports whether the words around an expression look ahead.
func (p *parser) future(f *frame) bool { return p.tense(f) > 0 }

// tense returns 1 where the words around an expression look ahead, -1 where
// they look back and 0 where they tell neither. The nearest cue before it
// decides; where there is none, the nearest behind.
func (p *parser) tense(f *frame) int {
	b := p.s.buf[:p.s.n]
	if f.last < len(b) && b[f.last].cls&cPoss != 0 {
		// Wednesday's ruling, but Wednesday's vote will decide
		for i := f.last + 1; i < f.last+5; i++ {
			if p.isWord(i, "will") {
				return 1
			}
		}
		return 0
	}
	if p.isWord(f.first-1, "as") && p.isWord(f.first-3, "as") && (p.isWord(f.first-2, "early") || p.isWord(f.first-2, "soon")) {
		return 1
	}
	for i, k := f.first-1, 0; i >= 0 && k < cueReach && b[i].cls&cStop == 0; i, k = i-1, k+1 {
		if i > 0 && b[i-1].cls&cStop != 0 || i == 0 {
			if p.isWord(i, "until") {
				break
			}
		}
		if c := p.cue(i); c != 0 {
			return c
		}
	}
	for i, k := f.last, 0; i < len(b) && k < cueReach && b[i].cls&cStop == 0; i, k = i+1, k+1 {
		if b[i].cls&cDir != 0 || p.isWord(i, "until") || p.isWord(i, "soon") || p.isWord(i, "planned") {
			continue // belongs to a time of its own
		}
		if c := p.cue(i); c != 0 {
			return c
		}
	}
	return 0
}

// cue returns 1 for a word that looks ahead, -1 for one that looks back.
func (p *parser) cue(i int) int {
	t := &p.s.buf[i]
	switch {
	case p.isWord(i, "next") && p.isWord(i+1, "to"):
		return 0 // beside
	case t.cls&cFuture != 0:
		return 1
	case t.cls&cPlan != 0 && p.isWord(i-1, "to"):
		// A plan, unless it was one: "had been due to end Friday".
		for k := i - 2; k >= 0 && k >= i-5; k-- {
			if p.isWord(k, "had") || p.isWord(k, "was") || p.isWord(k, "were") || p.isWord(k, "refused") || p.isWord(k, "failed") {
				return -1
			}
		}
		return 1
	case p.isWord(i, "set") && (p.isWord(i+1, "to") || p.isWord(i+1, "for")) && !p.isWord(i-1, "had"):
		return 1
	}
	past := t.cls&cPast != 0
	if !past && t.cls&(cLetter|cCap) == cLetter && t.end-t.start > 3 && p.s.text[t.end-2:t.end] == "ed" {
		// A participle before a noun tells no time: in planned fuel duties.
		past = i == 0 || p.s.buf[i-1].cls&(cPrep|cOwner|cA) == 0 && !p.isWord(i-1, "the")
	}
	if !past {
		return 0
	}
	// "will be announced", "to be held": the participle does not look back.
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		c := p.s.buf[k].cls
		if c&cModal != 0 || p.isWord(k, "be") && p.isWord(k-1, "to") {
			return 1
		}
		if c&(cStop|cComma|cPast) != 0 {
			break
		}
	}
	return -1
}

// storyReach is how many bytes back a dated event of another year makes a
// month without a year part of its story.
const storyReach = 2000

// history reports whether the text so far goes from one date of years past to
// the next and hardly speaks of the present.
func (p *parser) history() bool { return p.told >= 4 && p.told >= 4*p.present }

// narrativeYear returns the year of a month, and day or 0, in a history: a text
// that goes from one date of years past to the next and hardly speaks of the
// present. It returns 0 elsewhere, for in news a month without a year is one
// near the publication date whatever was told before.
func (p *parser) narrativeYear(f *frame, month, day int) int {
	y := p.story.year
	if y == 0 || !p.history() || p.future(f) || p.s.buf[f.first].start-p.storyPos > storyReach {
		return 0
	}
	// From November on to January the year turns; from June back to March the
	// story looks back.
	if p.story.month-month > 6 {
		y++
	}
	if y >= p.today().year {
		return 0
	}
	return y
}

// yearOfNeighbour returns the year that the next date of an enumeration or a
// range gives to this one: "between May and July 2014", "May 3 to July 4, 2014",
// "May 3-5, 2014". It returns 0 where there is none.
func (p *parser) yearOfNeighbour(f *frame) int {
	b := p.s.buf[:p.s.n]
	i := f.last
	has := func(c class) bool { return i < len(b) && b[i].cls&c != 0 }
	switch {
	case has(cHyphen | cDash):
	case p.isWord(i, "and"), p.isWord(i, "or"), p.isWord(i, "to"), p.isWord(i, "until"), p.isWord(i, "till"), p.isWord(i, "through"):
	default:
		return 0
	}
	i++
	start := i
	if has(cDay) {
		i++
	}
	if has(cMonth) {
		i++
		if has(cDay | cOrd) {
			i++
		}
	}
	if i == start {
		return 0
	}
	if has(cComma) {
		i++
	}
	if has(cYear) {
		return int(b[i].n)
	}
	return 0
}

// isWord reports whether token i is a word, given in lower case.
func (p *parser) isWord(i int, w string) bool {
	if i < 0 || i >= p.s.n {
		return false
	}
	t := &p.s.buf[i]
	return t.end-t.start == len(w) && equalFold(w, p.s.text[t.start:t.end])
}
