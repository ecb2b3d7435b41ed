package layout

import "strings"

// A parsed dateline also says how it looked.
type parsed struct {
	Dateline
	end   mark // what closed it
	loose bool // mixed case, or no agency
	whole bool // it is all there is on its line
}

// A mark is what closes a dateline.
type mark uint8

const (
	noMark   mark = iota
	markDash      // — – - -- with spaces or brackets that set it off
	markColon
	markSlashes // "DUBAI // "
	markBar     // "MELBOURNE | "
	markStop    // "Jakarta. "
	markLine    // end of the line
	markNone    // nothing but a space after a closing bracket
)

// maxDateline bounds the bytes of a line that are read as a dateline.
const maxDateline = 160

// parseDateline reads a dateline at the beginning of a line. Its parts stand in
// any order that agencies use: places, then date, then agency, with the date or
// all of it in brackets, or the agency first.
func parseDateline(text string, ln Span) (d parsed, ok bool) {
	limit := min(ln.End, ln.Start+maxDateline)
	p := parser{s: text[:limit], full: ln.End}
	d.Start = ln.Start
	pos := ln.Start

	// "(AP) — ", "(dpa) Mainz - ", "(Lima, 12 March) "
	if pos < limit && p.s[pos] == '(' {
		if a, next, ok := p.bracketAgency(pos); ok {
			p.agency, p.known = a, true
			pos = next
			if m, end := p.closing(pos); m == markDash {
				// "(ANSA) - Rome, October 26 - " goes on after the dash.
				q := p
				if q.items(p.space(end)) && len(q.places) > 0 && !q.date.Empty() {
					if m2, end2 := q.closing(q.pos); m2 == markDash && q.body(end2) {
						return q.result(d, m2, end2)
					}
				}
				if p.body(end) {
					return p.result(d, m, end)
				}
				return d, false
			} else if m == markLine {
				return d, false
			}
			pos = p.space(pos)
			q := p
			if q.items(pos) && len(q.places) > 0 {
				if m, end := q.closing(q.pos); m == markDash && q.body(end) {
					return q.result(d, m, end)
				}
			}
			if p.body(pos) {
				return p.result(d, markNone, trimRight(p.s, pos))
			}
			return d, false
		}
		p.inBracket = true
		if !p.items(pos+1) || p.pos >= limit || p.s[p.pos] != ')' || len(p.places) == 0 ||
			p.date.Empty() && !p.known {
			return d, false
		}
		p.pos++
		m, end := p.closing(p.pos)
		if m == noMark {
			m, end = markNone, p.pos
		}
		if m != markLine && !p.body(end) {
			return d, false
		}
		return p.result(d, m, end)
	}

	if !p.items(pos) {
		return d, false
	}
	m, end := p.closing(p.pos)
	if len(p.places) == 0 {
		// "June 13 (Reuters) — "
		if m == markDash && p.known && !p.date.Empty() && p.body(end) {
			return p.result(d, m, end)
		}
		return d, false
	}
	if m == noMark {
		// "New Delhi, Oct 26 (PTI) Prime Minister …"
		if !p.known || p.s[p.pos-1] != ')' {
			return d, false
		}
		m, end = markNone, p.pos
	}
	if !p.accept(m, end) {
		return d, false
	}
	return p.result(d, m, end)
}

// accept weighs what was read: the case of the place, date, agency and closing
// mark together must be a style that is in use.
func (p *parser) accept(m mark, end int) bool {
	dated, wired := !p.date.Empty(), !p.agency.Empty()
	if m == markLine {
		// "WARSAW 1996-09-09", "Islamabad, 26 October 2016", "BBC News, Islamabad"
		if !dated && !wired && p.caps && p.comma && len(p.places) > 1 { // "SKELLEFTEÅ, Sweden"
			p.weak = true
			return true
		}
		return dated && (p.caps || p.comma) || p.known && p.agencyFirst
	}
	if !p.body(end) {
		return false
	}
	first := p.s[p.places[0].Start:p.places[0].End]
	if !dated && !wired && len(p.places) == 1 && slug(first) {
		return false
	}
	switch m {
	case markDash, markSlashes:
		if p.caps {
			return true
		}
		if dated || p.known {
			return true
		}
		if wired {
			return false // "Smith (Arsenal) - the striker"
		}
		p.weak = true
		return true
	case markColon:
		if dated && (p.caps || p.known) {
			return true
		}
		if p.caps {
			p.weak = true
			return true
		}
		return p.known
	case markBar:
		return p.caps
	case markStop:
		if dated && (p.caps || p.known) || p.known {
			return true
		}
		if !p.caps && !wired && !dated && len(p.places) == 1 && strings.Count(first, " ") <= 2 {
			p.weak = true
			return true
		}
		return false
	case markNone:
		return p.known
	}
	return false
}

func (p *parser) result(d parsed, m mark, end int) (parsed, bool) {
	d.Places, d.Date, d.Agency = p.places, p.date, p.agency
	d.Weak = p.weak
	d.End = end
	d.end = m
	d.loose = !p.caps
	d.whole = m == markLine
	return d, true
}

// A parser reads the parts of a dateline.
type parser struct {
	s    string // the text up to the limit
	full int    // end of the line, which may lie behind the limit
	pos  int    // behind the last item

	places       []Span
	date, agency Span
	caps         bool // the first place is in capitals
	comma        bool // a comma stands between place and date
	known        bool // the agency is one that the package knows
	agencyFirst  bool // "BBC News, Islamabad"
	inBracket    bool // inside "(Lima, 12 March)"
	weak         bool
}

// items reads places, date and agency from pos on; false where there is none.
func (p *parser) items(pos int) bool {
	p.pos = pos
	for n := 0; n < 8; n++ {
		if !p.item(pos) {
			return n > 0
		}
		pos = p.pos
		next, sep := p.separator(pos)
		if sep == 0 {
			// "WARSAW 1996-09-09"
			if sp := p.space(pos); sp > pos && p.date.Empty() && len(p.places) > 0 {
				if end, ok := parseDate(p.s, sp); ok {
					p.date = Span{sp, end}
					p.pos = end
					pos = end
					if next, sep = p.separator(pos); sep == 0 {
						return true
					}
					pos = next
					continue
				}
			}
			return true
		}
		if sep == ',' {
			p.comma = true
		}
		pos = next
	}
	return true
}

// separator skips what may stand between two items: a comma, a slash between
// places, or the space before a bracket.
func (p *parser) separator(pos int) (next int, sep byte) {
	s := p.s
	if pos >= len(s) {
		return pos, 0
	}
	switch {
	case s[pos] == ',':
		if sp := p.space(pos + 1); sp > pos+1 {
			return sp, ','
		}
	case s[pos] == '/' && pos+1 < len(s) && isUpper(s[pos+1]) && p.date.Empty() && p.agency.Empty():
		return pos + 1, '/'
	case s[pos] == '.' && !p.date.Empty():
		// "MOSCOW, October 26. /TASS/."
		if sp := p.space(pos + 1); sp < len(s) && s[sp] == '/' {
			return sp, '.'
		}
	}
	sp := p.space(pos)
	if sp >= len(s) || sp == pos {
		return pos, 0
	}
	if s[sp] == '(' && !p.inBracket || s[sp] == '/' && sp+1 < len(s) && isLetter(s[sp+1]) {
		return sp, s[sp]
	}
	return pos, 0
}

// item reads one place, date or agency at pos.
func (p *parser) item(pos int) bool {
	s := p.s
	if pos >= len(s) {
		return false
	}
	switch s[pos] {
	case '(':
		if end, ok := parseDate(s, pos+1); ok && end < len(s) && s[end] == ')' && p.date.Empty() {
			p.date = Span{pos + 1, end}
			p.pos = end + 1
			return true
		}
		a, next, ok := p.bracketAgency(pos)
		if !ok || !p.agency.Empty() {
			return false
		}
		p.pos = next
		if desk(s[a.Start:a.End]) {
			p.known = true // "(Special Correspondent)" signs, but names no agency
			return true
		}
		p.agency = a
		p.known = agencyName(s[a.Start:a.End])
		return true
	case '/':
		end := pos + 1
		for end < len(s) && (isLetter(s[end]) || s[end] == ' ' || s[end] == '-') && end-pos < 30 {
			end++
		}
		if end >= len(s) || s[end] != '/' || end == pos+1 || !p.agency.Empty() {
			return false
		}
		p.agency, p.known, p.pos = Span{pos + 1, end}, true, end+1
		return true
	}
	if end, ok := parseDate(s, pos); ok {
		if !p.date.Empty() {
			// "Nov. 3, 2016" is one date; parseDate takes the year itself.
			return false
		}
		p.date = Span{pos, end}
		p.pos = end
		return true
	}
	if p.agency.Empty() {
		if end, ok := agencyAt(s, pos); ok {
			p.agency, p.known, p.pos = Span{pos, end}, true, end
			p.agencyFirst = len(p.places) == 0
			return true
		}
	}
	if !p.date.Empty() || len(p.places) >= 4 {
		return false
	}
	if !p.agency.Empty() && !p.known {
		return false
	}
	end, caps, ok := parsePlace(s, pos)
	if !ok {
		return false
	}
	if len(p.places) == 0 {
		p.caps = caps
	}
	p.places = append(p.places, Span{pos, end})
	p.pos = end
	return true
}

// bracketAgency reads "(AP)" or "(The Levant Ledger)" at pos.
func (p *parser) bracketAgency(pos int) (agency Span, next int, ok bool) {
	s := p.s
	if pos >= len(s) || s[pos] != '(' {
		return
	}
	end := pos + 1
	for end < len(s) && s[end] != ')' {
		if c := s[end]; c == '(' || c == ',' || end-pos > 40 {
			return
		}
		end++
	}
	if end >= len(s) || end == pos+1 {
		return
	}
	a := s[pos+1 : end]
	if !hasLetter(a) {
		return
	}
	if e, isDate := parseDate(a, 0); isDate && e == len(a) {
		return
	}
	known := agencyName(a)
	if len(p.places) == 0 && !known {
		return
	}
	if !known && !isUpper(a[0]) {
		return
	}
	return Span{pos + 1, end}, end + 1, true
}

// closing reads the mark that closes a dateline, the spaces around it aside.
func (p *parser) closing(pos int) (m mark, end int) {
	s := p.s
	sp := p.space(pos)
	if sp >= len(s) {
		if sp >= p.full {
			return markLine, pos
		}
		return noMark, pos
	}
	bracket := pos > 0 && (s[pos-1] == ')' || s[pos-1] == '/')
	switch c := s[sp]; {
	case c == ':' && sp == pos:
		if e := sp + 1; p.space(e) > e || e == p.full {
			return markColon, e
		}
	case c == '/' && sp > pos && sp+1 < len(s) && s[sp+1] == '/':
		return markSlashes, sp + 2
	case c == '|' && sp > pos:
		return markBar, sp + 1
	case c == '.' && sp == pos:
		e := sp + 1
		if n := dashLen(s, e); n > 0 { // EFE: "Madrid, Oct 26 (EFE).- "
			return markDash, e + n
		}
		if p.space(e) > e {
			if q := p.space(e); q < len(s) {
				if n := dashLen(s, q); n > 0 {
					return markDash, q + n
				}
			}
			return markStop, e
		}
	default:
		n := dashLen(s, sp)
		if n == 0 {
			break
		}
		e := sp + n
		long := n > 1 // "—", "–" or "--" needs no spaces
		if long || (sp > pos || bracket || p.known) && (p.space(e) > e || bracket) {
			return markDash, e
		}
	}
	return noMark, pos
}

// dashLen is the length of the dash at pos: "-", "--", "---", "–", "—" or "―",
// the underscore of old wires, or a dash of Windows-1252 read as Latin-1.
func dashLen(s string, pos int) int {
	if pos >= len(s) {
		return 0
	}
	if s[pos] == '_' {
		return 1
	}
	if s[pos] == 0xC2 && pos+1 < len(s) && (s[pos+1] == 0x96 || s[pos+1] == 0x97) {
		return 2
	}
	if s[pos] == '-' {
		n := 1
		for n < 3 && pos+n < len(s) && s[pos+n] == '-' {
			n++
		}
		return n
	}
	if pos+2 < len(s) && s[pos] == 0xE2 && s[pos+1] == 0x80 && s[pos+2] >= 0x93 && s[pos+2] <= 0x95 {
		return 3
	}
	return 0
}

// body reports whether what follows the dateline at end reads like a story: it
// begins with a capital, a digit or a quotation mark and has lower-case letters.
func (p *parser) body(end int) bool {
	pos := p.space(end)
	if pos >= len(p.s) {
		// The story may begin on the next line.
		return pos >= p.full && (p.known || p.caps)
	}
	c := p.s[pos]
	switch {
	case isUpper(c), isDigit(c), c >= 0x80, c == '"', c == '\'', c == '`', c == '$', c == '[':
	case isLower(c) && (p.known || pos+1 < len(p.s) && isUpper(p.s[pos+1])): // "al Qaeda", "eBay"
	default:
		return false
	}
	lower, upper := 0, 0
	for i := pos; i < len(p.s) && i < pos+60; i++ {
		if isLower(p.s[i]) {
			lower++
		} else if isUpper(p.s[i]) {
			upper++
		}
	}
	return lower > upper
}

// space skips white space from pos on and returns where it ends.
func (p *parser) space(pos int) int {
	for pos < len(p.s) {
		n := spaceLen(p.s[pos:])
		if n == 0 {
			break
		}
		pos += n
	}
	return pos
}

// trimRight moves pos back over white space before it.
func trimRight(s string, pos int) int {
	for pos > 0 && s[pos-1] <= ' ' {
		pos--
	}
	return pos
}
