package dates

import (
	"context"
	"time"
)

// An Option changes how dates are read.
type Option func(*config)

type config struct {
	dayFirst bool
}

// WithDayFirst reads 10/12/2016 as 10 December, the way most of the world does.
// Without it the month comes first unless it cannot: 26/10/2016 is the same day
// in either.
func WithDayFirst() Option {
	return func(c *config) { c.dayFirst = true }
}

// Find returns the temporal expressions of text in text order; they do not
// overlap. ref is the date of publication; its calendar day in its own
// location counts. The zero time stands for a date that is not known: then the
// first full date of the text takes its place, and values that need a date stay
// underspecified (XXXX-10-26) where the text has none.
//
// Any text is safe: Find takes time linear in its length and never panics.
func Find(text string, ref time.Time, opts ...Option) []Expression {
	return AppendFind(nil, text, ref, opts...)
}

// AppendFind appends what [Find] would return to dst. It allocates nothing but
// the values of what it finds.
func AppendFind(dst []Expression, text string, ref time.Time, opts ...Option) []Expression {
	dst, _ = AppendFindContext(context.Background(), dst, text, ref, opts...) // cannot fail
	return dst
}

// AppendFindContext is [AppendFind] that gives up soon after ctx is cancelled,
// with the context's error.
func AppendFindContext(ctx context.Context, dst []Expression, text string, ref time.Time, opts ...Option) ([]Expression, error) {
	var p parser
	if len(opts) > 0 {
		p.cfg = configure(opts)
	}
	p.g = theGrammar()
	if !ref.IsZero() {
		y, m, d := ref.Date()
		p.setNow(dayNumber(y, int(m), d))
	} else if n, ok := p.firstFullDate(ctx, text); ok {
		p.setNow(n)
	}
	p.start(text)
	for p.s.next() {
		if err := ctx.Err(); err != nil {
			return dst, err
		}
		if p.s.trigger {
			dst = p.segment(dst)
		}
	}
	return dst, ctx.Err()
}

func configure(opts []Option) config {
	var c config
	for _, o := range opts {
		o(&c)
	}
	return c
}

// A parser holds the state of reading one text.
type parser struct {
	s   scanner
	g   *grammar
	cfg config

	now    int // day number of the publication date
	hasNow bool
	memory

	memo        [maxPhrases]phraseMemo // of the segment
	prevEnd     int                    // token behind the last expression of the segment
	prevPoint   point
	prevYearly  bool // whether it was "each year", or a month of each
	prevWeekday bool // whether that was a weekday
}

func (p *parser) setNow(n int) {
	p.now, p.hasNow = n, true
}

func (p *parser) start(text string) {
	p.s.text, p.s.pos, p.s.lex = text, 0, p.g.lex
	p.memory = memory{}
}

// firstFullDate returns the first date of the text that names a day, month and
// year.
func (p *parser) firstFullDate(ctx context.Context, text string) (int, bool) {
	p.start(text)
	for p.s.next() {
		if ctx.Err() != nil {
			break
		}
		if !p.s.trigger {
			continue
		}
		p.memo = [maxPhrases]phraseMemo{}
		for i := 0; i < p.s.n; {
			m, f := p.match(i)
			if m <= i {
				i++
				continue
			}
			if f.op == opDate && f.year > 0 && f.month > 0 && (f.day > 0 || f.ord > 0) {
				if pt, ok := f.calendarDay(); ok {
					n, _ := pt.first()
					return n, true
				}
			}
			i = m
		}
	}
	return 0, false
}

// lookAhead is how many tokens a match may reach beyond its first trigger.
const lookAhead = 8

// segment appends the expressions of the segment in the buffer.
func (p *parser) segment(dst []Expression) []Expression {
	p.memo = [maxPhrases]phraseMemo{}
	p.prevEnd = 0
	trigger := -1 // next trigger at or after i
	for i := 0; i < p.s.n; {
		if trigger < i {
			for trigger = i; trigger < p.s.n && p.s.buf[trigger].cls&cTrigger == 0; trigger++ {
			}
			if trigger == p.s.n {
				break
			}
		}
		if trigger-i > lookAhead {
			i = trigger - lookAhead
		}
		end, f := p.match(i)
		if end <= i {
			i++
			continue
		}
		if v, pt, ok := p.resolve(&f); ok {
			e := Expression{Start: p.s.buf[f.first].start, End: p.s.buf[f.last-1].end, Value: v}
			dst = append(dst, e)
			p.remember(&f, &v, pt)
			p.prevYearly = v.Type == Set && f.unit == uYear || p.prevYearly && pt.gran == uMonth && pt.year == unknownYear
			p.prevEnd, p.prevPoint, p.prevWeekday = f.last, pt, f.op == opWeekday
			i = f.last
			if f.op == opDate && f.month > 0 {
				dst, i = p.furtherDays(dst, &f, pt)
			} else if f.op == opYear && i+1 < p.s.n && p.s.buf[i].cls&(cHyphen|cDash) != 0 && p.s.buf[i].cls&cSpace == 0 {
				if y := p.shortYear(f.year, i+1); y != 0 { // the 15 of 2014-15
					pt.year = y
					v := Value{Type: Date}
					p.finish(&v, &pt)
					dst = append(dst, Expression{Start: p.s.buf[i+1].start, End: p.s.buf[i+1].end, Value: v})
					i += 2
				}
			}
		} else {
			// What was no expression may hide a shorter one.
			i++
		}
	}
	return dst
}

var noToken token // never changed: stands behind the last token

// furtherDays appends the days that follow a month and day: the 25 of "April 24
// and 25" and of "April 24-25, 2016". It returns the token to go on from.
func (p *parser) furtherDays(dst []Expression, f *frame, pt point) ([]Expression, int) {
	b := p.s.buf[:p.s.n]
	i := f.last
	for i+1 < len(b) && (b[i].cls&(cHyphen|cDash) != 0 || p.isWord(i, "and") || p.isWord(i, "or") || p.isWord(i, "to") || p.isWord(i, "through")) && p.bareDay(i+1) {
		next := pt
		next.day = int(b[i+1].n)
		if next.gran != uDay || next.year != unknownYear && next.day > daysIn(next.year, next.month) {
			break
		}
		v := Value{Type: Date}
		p.finish(&v, &next)
		i += 2
		e := Expression{Start: b[i-1].start, End: b[i-1].end, Value: v}
		if i+1 < len(b) && b[i].cls&cComma != 0 && b[i+1].cls&cYear != 0 && f.year == 0 && int(b[i+1].n) == next.year {
			i += 2
			e.End = b[i-1].end
		}
		dst = append(dst, e)
	}
	return dst, i
}

// bareDay reports whether token i is the day of a month whose name stands
// elsewhere, and not a number of its own.
func (p *parser) bareDay(i int) bool {
	b := p.s.buf[:p.s.n]
	if b[i].cls&cDay == 0 && (b[i].cls&(cOrd|cTrigger) != cOrd|cTrigger || b[i].cls&cLetter != 0) {
		return false
	}
	if i+1 == len(b) {
		return true
	}
	next := &b[i+1]
	switch {
	case next.cls&(cMonth|cUnit|cAmPm|cNumWord|cCounted) != 0:
		return false
	case next.cls&cLetter != 0:
		return next.cls&(cPrep|cPast|cFuture|cFunction) != 0
	case next.cls&(cComma|cStop|cDash|cClose|cHyphen|cPoss) != 0:
		return true
	}
	return p.s.text[next.start] == '"' || p.s.text[next.start] == ';' || p.s.text[next.start] == '.'
}

// match returns the end of the longest match of a rule at token i and its
// frame, or end -1.
func (p *parser) match(i int) (int, frame) {
	t := &p.s.buf[i]
	var candidates []candidate
	if t.word != 0 {
		candidates = p.g.byWord[t.word]
	} else if t.cls&(cInt|cDec|cDay|cOrd|cDecade|cISO|cSlash|cFrac|cClock|cCode|cYear) != 0 {
		candidates = p.g.noWord
	}
	best := -1
	var rule *compiledRule
	next := &noToken
	if i+1 < p.s.n {
		next = &p.s.buf[i+1]
	}
	for k := range candidates {
		c := &candidates[k]
		if !c.next.has(next) {
			continue
		}
		r := &p.g.rules[c.rule]
		var t trace
		if j := p.seq(r.elems, 0, i, &t); j > best {
			best, rule = j, r
		}
	}
	if best <= i {
		return -1, frame{}
	}
	f := frame{op: rule.op, arg: rule.arg, first: i, last: best, min: -1, sec: -1}
	var tr trace
	p.seq(rule.elems, 0, i, &tr)
	p.fill(&f, rule.elems, &tr, i)
	return best, f
}
