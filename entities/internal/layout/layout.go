// Package layout finds what the raw text of a news story shows before any
// name is looked for: its headline, its dateline and the lines that are page
// furniture, not story. It reads bytes and lines only, needs no tokens and no
// tables of places, and costs a fraction of a nanosecond a byte of running text.
//
// It is built for precision: a line is furniture only where its words say so,
// and a dateline is one only in a style that news agencies and papers use. All
// offsets are bytes into the caller's string, half-open.
package layout

// A Span is a half-open range of bytes of the text; the zero Span is none.
type Span struct{ Start, End int }

// Empty reports whether the span holds no byte.
func (s Span) Empty() bool { return s.Start >= s.End }

// A Layout is what Find saw in one text.
type Layout struct {
	Headline  Span      // empty where the text has none
	Dateline  *Dateline // nil where the text has none
	Furniture []Span    // whole lines without their line ends, in text order
}

// A Dateline is the place, date and agency at the head of a story.
type Dateline struct {
	Span          // from the first to the last byte, closing dash or colon included
	Places []Span // the place and the units it lies in, in text order: "KARACHI", "Pakistan"
	Date   Span   // the date as written, empty where there is none
	Agency Span   // the agency as written, without brackets; may come from a byline above
	// Weak marks a style that running text shares ("Jakarta. The council …",
	// "DENMARK: …"): take it for a dateline only where Places[0] is a known place.
	Weak bool
}

// maxHead is how many lines with text at most are read in search of a dateline.
const maxHead = 12

// Find reads the layout of a text. It never fails and takes time linear in the
// length of the text.
func Find(text string) Layout {
	var l Layout
	l.head(text)
	l.furniture(text)
	return l
}

// head finds headline and dateline among the first lines.
func (l *Layout) head(text string) {
	var agency Span // from a line of its own or a byline
	var wire Span   // the whole line that holds nothing but an agency
	sc := scanner{text: text}
	byline := false
	for n := 0; n < maxHead && sc.next(); n++ {
		ln := sc.line
		if isFurniture(text[ln.Start:ln.End]) {
			continue
		}
		if _, isDate := wholeDate(text[ln.Start:ln.End]); isDate {
			continue
		}
		if a, place, ok := parseByline(text, ln); ok {
			byline = true
			if !a.Empty() {
				agency = a
			}
			if len(place) > 0 {
				l.Dateline = &Dateline{Span: ln, Places: place, Agency: agency}
				return
			}
			continue
		}
		d, ok := parseDateline(text, ln)
		if ok && n == 0 && (d.whole && d.loose || d.Weak && !sentenceEnd(text[ln.Start:ln.End])) {
			ok = false // the headline: "MARKET REPORT: Footsie slips", "Tennis - French Open results"
		}
		if ok && d.Weak && listed(text, &sc, d) {
			ok = false
		}
		if ok {
			if d.Agency.Empty() {
				d.Agency = agency
				if !wire.Empty() && blank(text[wire.End:d.Start]) {
					d.Start = wire.Start
				}
			}
			l.Dateline = &d.Dateline
			return
		}
		if a, ok := agencyLine(text, ln); ok {
			agency, wire = a, ln
			continue
		}
		if a, ok := agencyAt(text[:ln.End], ln.Start); byline && ok { // "Associated Press Writer"
			agency = Span{ln.Start, a}
			continue
		}
		if l.Headline.Empty() && l.isHeadline(text, ln, sc) {
			l.Headline = ln
			continue
		}
		if ln.End-ln.Start > 160 || sentenceEnd(text[ln.Start:ln.End]) {
			if l.Headline.Empty() && l.runOn(text, ln) {
				return
			}
			break
		}
	}
	// A line of its own names the source of the story. A byline does not: it
	// says whom its writer works for.
	if !wire.Empty() && !byline {
		l.Dateline = &Dateline{Span: wire, Agency: agency}
	}
}

// runOn finds headline and dateline in a line where the story runs on behind
// them, as it does where a page was stripped of its line ends: "Ferry sinks in
// harbour. OSLO, Norway -- A ferry sank …".
func (l *Layout) runOn(text string, ln Span) bool {
	for i := ln.Start; i+2 < ln.End && i < ln.Start+maxRunOn; i++ {
		if c := text[i]; c != '.' && c != '?' && c != '!' || text[i+1] != ' ' || !isUpper(text[i+2]) {
			continue
		}
		if d, ok := parseDateline(text, Span{i + 2, ln.End}); ok && d.end == markDash && !d.Weak && !d.loose {
			l.Headline = Span{ln.Start, i + 1}
			l.Dateline = &d.Dateline
			return true
		}
	}
	return false
}

// maxRunOn is the length of the longest headline that a story runs on behind.
const maxRunOn = 150

// isHeadline reports whether the line stands above the story as its headline.
// sc has just read the line.
func (l *Layout) isHeadline(text string, ln Span, sc scanner) bool {
	s := text[ln.Start:ln.End]
	if len(s) > 250 || !hasLetter(s) {
		return false
	}
	if len(s) > 110 && sentenceEnd(s) {
		return false // a question that opens the story
	}
	switch s[len(s)-1] {
	case ':', ',', ';':
		return false
	case '.':
		if len(s) < 3 || s[len(s)-2] != '.' {
			return false
		}
	}
	gap := sc.pos
	if !sc.next() {
		return false // a single line is a text, not a headline
	}
	next := sc.line
	if blankLine(text, gap, next.Start) {
		return true
	}
	t := text[next.Start:next.End]
	if len(t) < 80 && !sentenceEnd(t) {
		if _, isDate := wholeDate(t); isDate {
			return true
		}
		if _, _, isByline := parseByline(text, next); isByline {
			return true
		}
	}
	if _, isDateline := parseDateline(text, next); isDateline {
		return true
	}
	// No blank line between: the story may be hard-wrapped, its first line
	// broken off inside a sentence.
	if t[0] >= 'a' && t[0] <= 'z' {
		return false
	}
	return len(s) <= 40 || sentenceEnd(t) || len(t) > len(s)+20 || 10*len(t) < 6*len(s)
}

// wholeDate reports whether s is a date and no more.
func wholeDate(s string) (end int, ok bool) {
	end, ok = parseDate(s, 0)
	return end, ok && end == len(s)
}

// listed reports whether the line after a weak dateline begins like one too, as
// in a list of countries or companies, which is no dateline.
func listed(text string, sc *scanner, d parsed) bool {
	peek := *sc
	if !peek.next() {
		return false
	}
	e, ok := parseDateline(text, peek.line)
	return ok && e.Weak && e.end == d.end
}
