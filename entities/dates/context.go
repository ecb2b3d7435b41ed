package dates

// memory is what the text has said so far.
type memory struct {
	last          point // last date or time
	lastDay       point // last one of day granularity or finer
	lastQuart     point // last quarter
	quartPos      int   // where it stood
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
	if f.op == opShift || f.op == opShiftThen || f.op == opSameLastYear {
		return // a comparison does not move the time of the story
	}
	p.last = pt
	switch {
	case f.op == opDate || f.op == opMonth || f.op == opYear || f.op == opSeason || f.op == opTime && f.month != 0:
		if pt.year < p.today().year {
			p.told++
			if pt.gran <= uMonth {
				p.story, p.storyPos = pt, pos
			}
		}
	case f.op == opDeictic || f.op == opWeekday || f.op == opWord || f.op == opUnit && f.dir != 0:
		p.story = point{} // back in the present
		p.present++
	}
	if pt.gran <= uDay {
		p.lastDay = pt
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
		return 0 // Wednesday's ruling
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
		if b[i].cls&cDir != 0 || p.isWord(i, "until") || p.isWord(i, "soon") {
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
		if c&cFuture != 0 {
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
const storyReach = 400

// narrativeYear returns the year of a month, and day or 0, in a history: a text
// that goes from one date of years past to the next and hardly speaks of the
// present. It returns 0 elsewhere, for in news a month without a year is one
// near the publication date whatever was told before.
func (p *parser) narrativeYear(f *frame, month, day int) int {
	y := p.story.year
	if y == 0 || p.told < 4 || p.told < 4*p.present || p.s.buf[f.first].start-p.storyPos > storyReach {
		return 0
	}
	if p.story.month > month || p.story.month == month && p.story.day > day && day > 0 {
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

// vetoed reports whether the surroundings show that a match is no temporal
// expression.
func (p *parser) vetoed(f *frame) bool {
	b := p.s.buf[:p.s.n]
	at := func(i int) *token {
		if i >= 0 && i < len(b) {
			return &b[i]
		}
		return &token{}
	}
	prev, next := at(f.first-1), at(f.last)
	switch f.op {
	case opYear:
		if f.last-f.first == 1 {
			// A bare number.
			if b[f.first].cls&cAbbr != 0 && (prev.cls&cPrep == 0 || b[f.first].cls&cSpace == 0) {
				return true // '42 needs "in" or the like
			}
			if b[f.first].cls&cFrac != 0 {
				return true
			}
			if f.year < 1900 || f.year > 2100 {
				if prev.cls&(cPrep|cOpen|cStop) == 0 && f.first > 0 && !p.isWord(f.first-1, "the") && next.cls&(cDash|cHyphen|cClose) == 0 {
					return true
				}
			}
			if prev.cls&cLabel != 0 || prev.cls&cStop == 0 && p.s.text[max(prev.start, 0)] == '.' && at(f.first-2).cls&cLabel != 0 || prev.cls&(cHyphen|cDash) != 0 && at(f.first-3).cls&cLabel != 0 {
				return true // Flight 1549, Resolution 1973, pages 1990-1995
			}
			if prev.cls&(cOwner|cPoss) == 0 && !p.isWord(f.first-1, "the") && next.cls&cCounted != 0 {
				return true
			}
			if n := at(f.last + 1); next.cls&(cSpace|cHyphen) == cHyphen && n.cls&(cInt|cYear) == cInt && p.shortYear(f.year, f.last+1) == 0 {
				return true
			}
			if next.start < len(p.s.text) && next.end > next.start && p.s.text[next.start] == '%' {
				return true
			}
			// 2000 pieces
			if f.year%100 == 0 && prev.cls&(cPrep|cPoss|cOwner) == 0 && !p.isWord(f.first-1, "the") && next.cls&(cLetter|cCap) == cLetter && next.word == 0 && p.s.text[next.end-1] == 's' {
				return true
			}
			if prev.end > prev.start {
				switch p.s.text[prev.end-1] {
				case '$', '#', '/', ':', '+':
					return true
				}
				if prev.cls&cHyphen != 0 && at(f.first-2).cls&cInt != 0 && (at(f.first-2).cls&cYear == 0 || at(f.first-3).cls&cHyphen != 0) {
					return true // a phone number
				}
			}
		}
	case opMonth:
		if f.last-f.first == 1 {
			// April, May, June and August are people as well.
			if f.abbr && prev.cls&cPrep == 0 {
				return true
			}
			if prev.cls&(cCap|cLetter) == cCap|cLetter && prev.word == 0 && prev.cls&cStop == 0 {
				return true
			}
			if f.month == 5 && prev.cls&(cPrep|cDir|cA|cOwner|cEarly) == 0 && !p.isWord(f.first-1, "the") {
				return true
			}
			// a march for something
			if f.month == 3 && prev.cls&(cPrep|cDir|cEarly) == 0 && (p.isWord(f.last, "for") || p.isWord(f.last, "of") || p.isWord(f.last, "on")) {
				return true
			}
			if (f.month == 3 || f.month == 4 || f.month == 6 || f.month == 8) && prev.cls&(cPrep|cDir) == 0 && next.cls&(cCap|cLetter|cSpace) == cCap|cLetter|cSpace && next.word == 0 {
				return true
			}
		}
	case opHoliday:
		if p.isWord(f.last, "agreement") || p.isWord(f.last, "accord") {
			return true
		}
		for _, t := range b[f.first:f.last] {
			if t.cls&(cCap|cLetter) == cCap|cLetter {
				return false
			}
		}
		return true // thanksgiving in general
	case opWord:
		return prev.cls&cHyphen != 0
	case opWeekday:
		if p.isWord(f.last, "agreement") || p.isWord(f.last, "accord") {
			return true
		}
		if f.last-f.first == 1 && (f.abbr || prev.cls&cTitle != 0) {
			return true
		}
	case opSeason:
		// the fall of Berlin, the fall in prices
		if f.season == autumn && f.year == 0 && f.dir == 0 && f.phase == 0 && (next.word == p.g.of || p.isWord(f.last, "in")) {
			return true
		}
	case opDecade:
		// "in his 20s", "temperatures in the 80s"
		if f.abbr && (f.decade < 1950 || prev.cls&cOwner != 0) {
			return true
		}
		for k := f.first - 1; f.abbr && k >= 0 && k > f.first-8; k-- {
			for _, w := range [...]string{"temperature", "temperatures", "highs", "lows", "mercury", "degrees"} {
				if p.isWord(k, w) {
					return true
				}
			}
		}
	case opEvery, opFreq:
		// the name of a newspaper: the Communist Party daily Granma
		if f.op == opFreq && b[f.first].cls&cCap != 0 && prev.cls&(cCap|cLetter) == cCap|cLetter {
			return true // China Daily
		}
		if f.op == opFreq && next.cls&(cCap|cLetter) == cCap|cLetter && next.word == 0 {
			return true
		}
	case opUnitThe:
		// player of the year, Person of the Year
		if p.titled(f) || prev.word == p.g.of && at(f.first-2).cls&cHonoured != 0 {
			return true
		}
	case opUnit:
		return p.titled(f)
	case opTime:
		// the time of a runner, a verse, a score
		if f.last-f.first == 1 && b[f.first].cls&cClock != 0 && (f.sec >= 0 || f.hour < 10 && p.s.text[b[f.first].start] != '0') && prev.cls&cPrep == 0 {
			return true
		}
		// High Noon
		if f.last-f.first == 1 && f.part != 0 && b[f.first].cls&cCap != 0 && prev.cls&(cCap|cLetter) == cCap|cLetter && prev.word == 0 {
			return true
		}
	case opDuration, opVagueUnits:
		// a fraction: three-quarters of
		if f.unit == uQuarter && f.plural && (f.op == opVagueUnits || f.hasNum && f.num.n == 3 && (next.word == p.g.of || b[f.last-2].cls&cHyphen != 0)) {
			return true
		}
		// a quarter of the voters
		if f.unit == uQuarter && !f.plural && f.article && p.s.buf[f.last-2].cls&cHyphen == 0 {
			return true
		}
		// a second group
		if f.unit == uSecond && !f.plural && b[f.first].cls&cA != 0 && next.cls&cLetter != 0 {
			return true
		}
		if p.titled(f) {
			return true
		}
		// opening hours; the early hours of Thursday
		if f.unit == uHour && f.plural && f.op == opVagueUnits && (prev.cls&cOwner != 0 || p.isWord(f.last-2, "early") || f.first == 0 && b[f.first].cls&cCap != 0) {
			return true
		}
		// ages
		if next.cls&cHyphen != 0 && (p.isWord(f.last+1, "old") || p.isWord(f.last+1, "olds")) || p.isWord(f.last, "old") || p.isWord(f.last, "older") || p.isWord(f.last, "younger") {
			return true
		}
	}
	return false
}

// shortYear returns the year that two digits behind another year mean, 2015 in
// 2014-15, and 0 where token i is none.
func (p *parser) shortYear(year, i int) int {
	if i >= p.s.n {
		return 0
	}
	t := &p.s.buf[i]
	if t.cls&(cInt|cSpace) != cInt || t.end-t.start != 2 || int(t.n) <= year%100 {
		return 0
	}
	if i+1 < p.s.n && p.s.buf[i+1].cls&(cHyphen|cSpace) == cHyphen {
		return 0
	}
	return year - year%100 + int(t.n)
}

// titled reports whether the last word of a match is written with a capital in
// running text: "60 Minutes", "This Week".
func (p *parser) titled(f *frame) bool {
	b := p.s.buf[:p.s.n]
	t := &b[f.last-1]
	k := f.last
	if k < len(b) && b[k].cls&cPoss != 0 {
		k++
	}
	if p.isWord(k, "war") && b[k].cls&cCap != 0 {
		return true // the Hundred Years' War
	}
	if t.cls&cCap == 0 || f.first == 0 {
		return false
	}
	if c := p.s.text[t.end-1]; 'A' <= c && c <= 'Z' {
		return false // all capitals
	}
	return b[f.first-1].cls&(cLetter|cCap) == cLetter || b[f.first-1].cls&(cLetter|cStop|cComma|cDash|cHyphen|cClose|cOpen) == 0
}
