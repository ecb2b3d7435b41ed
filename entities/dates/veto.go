package dates

// What looks like a temporal expression and is none. Each family has a function
// that is told the tokens before and behind the match.

// absent stands for the tokens outside of a segment. It is never changed.
var absent token

// at returns token i, or one of no class.
func (p *parser) at(i int) *token {
	if i >= 0 && i < p.s.n {
		return &p.s.buf[i]
	}
	return &absent
}

// vetoed reports whether the surroundings show that a match is no temporal
// expression.
func (p *parser) vetoed(f *frame) bool {
	prev, next := p.at(f.first-1), p.at(f.last)
	alone := f.last-f.first == 1
	switch f.op {
	case opYear:
		return alone && p.notYear(f, prev, next)
	case opMonth:
		return alone && p.notMonth(f, prev, next)
	case opWeekday:
		return p.accord(f.last) || alone && (f.abbr || prev.cls&cTitle != 0) // Mr Friday
	case opHoliday:
		return p.accord(f.last) || !p.capitalised(f) // led them in thanksgiving
	case opWord:
		if p.isWord(f.last-1, "past") && next.cls&cLetter != 0 && next.word == 0 {
			return true // the past government
		}
		return prev.cls&cHyphen != 0 || next.cls&cHyphen != 0 // Swift-Current, the now-defunct
	case opDeictic:
		return alone && isName(p.at(f.first)) && (prev.cls&(cLetter|cCap) == cLetter && isName(next) || p.broadcast(f, prev))
	case opSeason:
		// the Winter Olympics; the fall of Berlin, the fall in prices
		return isName(p.at(f.last-1)) && isName(next) && next.word == 0 && f.year == 0 ||
			f.season == autumn && f.year == 0 && f.dir == 0 && f.phase == 0 && (next.word == p.g.of || p.isWord(f.last, "in"))
	case opDecade:
		return f.abbr && p.notDecade(f, prev)
	case opFreq:
		// newspapers: China Daily, the party daily Granma
		return p.at(f.first).cls&cCap != 0 && isName(prev) || isName(next) && next.word == 0
	case opUnitThe:
		// player of the year, Person of the Year
		return p.titled(f) || prev.word == p.g.of && p.at(f.first-2).cls&cHonoured != 0
	case opUnit:
		return p.titled(f)
	case opTime:
		return alone && p.notTime(f, prev)
	case opDuration, opVagueUnits:
		if p.isWord(f.first, "last") && (prev.cls&cModal != 0 || p.isWord(f.first-1, "to")) {
			return true // to last two weeks
		}
		return p.notLength(f, prev, next) || p.titled(f)
	}
	return false
}

// isName reports whether a token is a word with a capital.
func isName(t *token) bool { return t.cls&(cCap|cLetter) == cCap|cLetter }

// broadcast reports whether a word for a day ends the name of a paper or
// programme: USA Today. In Tomorrow Group it begins one.
func (p *parser) broadcast(f *frame, prev *token) bool {
	t := p.at(f.first)
	if !isName(t) || !isName(prev) || prev.end-prev.start < 2 {
		return false
	}
	last := p.s.text[t.end-1]
	first := p.s.text[prev.end-1]
	return 'a' <= last && last <= 'z' && 'A' <= first && first <= 'Z'
}

// accord reports whether a day is part of the name of a treaty.
func (p *parser) accord(i int) bool { return p.isWord(i, "agreement") || p.isWord(i, "accord") }

func (p *parser) capitalised(f *frame) bool {
	for i := f.first; i < f.last; i++ {
		if isName(p.at(i)) {
			return true
		}
	}
	return false
}

// notYear judges four digits on their own.
func (p *parser) notYear(f *frame, prev, next *token) bool {
	t := p.at(f.first)
	owned := prev.cls&(cOwner|cPoss) != 0 || p.isWord(f.first-1, "the")
	behind := p.at(f.last + 1)
	switch {
	case t.cls&cFrac != 0: // 1989/90
		return true
	case t.cls&cAbbr != 0 && (prev.cls&cPrep == 0 || t.cls&cSpace == 0): // '42 needs "in" or the like
		return true
	case (f.year < 1900 || f.year > 2100) && !owned && prev.cls&(cPrep|cOpen) == 0 && next.cls&(cDash|cHyphen|cClose) == 0:
		return true
	case prev.cls&cLabel != 0, // Flight 1549
		prev.end-prev.start == 2 && p.s.text[prev.start:prev.end] == "©",
		prev.cls&cStop == 0 && prev.end > 0 && p.s.text[prev.start] == '.' && p.at(f.first-2).cls&cLabel != 0, // No. 1998
		prev.cls&(cHyphen|cDash) != 0 && p.at(f.first-3).cls&cLabel != 0:                                      // pages 1990-1995
		return true
	case !owned && next.cls&cCounted != 0: // killed 1982 people
		return true
	case f.year%100 == 0 && !owned && prev.cls&cPrep == 0 && next.cls&(cLetter|cCap) == cLetter && next.word == 0 && p.s.text[next.end-1] == 's': // 2000 pieces
		return true
	case next.cls&(cSpace|cHyphen) == cHyphen && behind.cls&(cInt|cYear) == cInt && p.shortYear(f.year, f.last+1) == 0: // 2016-555
		return true
	case next.end > 0 && p.s.text[next.start] == '%':
		return true
	case prev.end == 0:
		return false
	case prev.cls&cHyphen != 0 && p.at(f.first-2).cls&cInt != 0 && (p.at(f.first-2).cls&cYear == 0 || p.at(f.first-3).cls&cHyphen != 0): // a phone number
		return true
	}
	switch p.s.text[prev.end-1] {
	case '$', '#', '/', ':', '+':
		return true
	}
	return false
}

// notMonth judges the name of a month on its own. March, April, May, June and
// August are people or other words as well.
func (p *parser) notMonth(f *frame, prev, next *token) bool {
	if f.abbr && prev.cls&cPrep == 0 {
		return true
	}
	switch f.month {
	case 3, 4, 5, 6, 8:
	default:
		return false
	}
	cued := prev.cls&(cPrep|cDir|cEarly) != 0
	switch {
	case isName(prev) && prev.cls&(cPrep|cDir|cEarly|cMonth|cOwner|cPast|cFuture) == 0 && !p.isWord(f.first-1, "the") && !p.isWord(f.first-1, "and"): // Theresa May, the Long March
		return true
	case f.month == 5 && !cued && prev.cls&(cA|cOwner) == 0 && !p.isWord(f.first-1, "the"): // May said
		return true
	case f.month == 3 && !cued && (p.isWord(f.last, "for") || p.isWord(f.last, "of") || p.isWord(f.last, "on")): // the March for Life
		return true
	}
	return !cued && isName(next) && next.cls&cSpace != 0 && next.word == 0 // April Jones
}

// notDecade judges 20s and 80s: ages and temperatures.
func (p *parser) notDecade(f *frame, prev *token) bool {
	if f.decade < 1950 || prev.cls&cOwner != 0 {
		return true
	}
	for i := f.first - 1; i >= 0 && i > f.first-8; i-- {
		if p.at(i).cls&cDegrees != 0 {
			return true
		}
	}
	return false
}

// notTime judges a clock time on its own.
func (p *parser) notTime(f *frame, prev *token) bool {
	t := p.at(f.first)
	if t.cls&cClock != 0 { // the time of a runner, a verse, a score
		return prev.cls&cPrep == 0 && (f.sec >= 0 || f.hour < 10 && p.s.text[t.start] != '0')
	}
	return f.part != 0 && isName(t) && isName(prev) && prev.word == 0 // High Noon
}

// notLength judges lengths of time.
func (p *parser) notLength(f *frame, prev, next *token) bool {
	hyphen := p.at(f.last-2).cls&cHyphen != 0
	switch {
	case p.isWord(f.last, "old"), p.isWord(f.last, "older"), p.isWord(f.last, "younger"),
		next.cls&cHyphen != 0 && (p.isWord(f.last+1, "old") || p.isWord(f.last+1, "olds")):
		return true // ages
	case f.unit == uQuarter && f.plural && (f.op == opVagueUnits || f.hasNum && f.num.n == 3 && (next.word == p.g.of || hyphen)):
		return true // living quarters, three-quarters of
	case f.unit == uQuarter && !f.plural && f.article && !hyphen:
		return true // a quarter of the voters
	case f.unit == uHour && f.article && prev.cls&cCounted != 0 && p.s.text[prev.end-1] == 's':
		return true // 60 miles an hour
	case f.unit == uSecond && !f.plural && p.at(f.first).cls&cA != 0 && next.cls&cLetter != 0:
		return true // a second group
	}
	// opening hours; the early hours of Thursday
	return f.unit == uHour && f.plural && f.op == opVagueUnits &&
		(prev.cls&(cOwner|cHours) != 0 || p.isWord(f.last-2, "early") || f.first == 0 && isName(p.at(f.first)))
}

// shortYear returns the year that two digits behind another year mean, 2015 in
// 2014-15, and 0 where token i is none.
func (p *parser) shortYear(year, i int) int {
	t := p.at(i)
	if t.cls&(cInt|cSpace) != cInt || t.end-t.start != 2 || int(t.n) <= year%100 {
		return 0
	}
	if p.at(i+1).cls&(cHyphen|cSpace) == cHyphen {
		return 0
	}
	return year - year%100 + int(t.n)
}

// titled reports whether the last word of a match is written with a capital in
// running text: "60 Minutes", "This Week", or whether the match is the name of
// a war.
func (p *parser) titled(f *frame) bool {
	k := f.last
	if p.at(k).cls&cPoss != 0 {
		k++
	}
	if p.isWord(k, "war") && isName(p.at(k)) {
		return true // the Hundred Years' War
	}
	t := p.at(f.last - 1)
	if !isName(t) || f.first == 0 {
		return false
	}
	if c := p.s.text[t.end-1]; 'A' <= c && c <= 'Z' {
		return false // all capitals
	}
	prev := p.at(f.first - 1)
	return prev.cls&(cLetter|cCap) == cLetter || prev.cls&(cLetter|cStop|cComma|cDash|cHyphen|cClose|cOpen) == 0
}
