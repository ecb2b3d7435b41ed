package dates

// The scanner turns text into tokens, one segment at a time. A segment is a
// paragraph, or as much of it as fits the buffer; nothing is matched across
// the border of two segments.

const segmentTokens = 256

// A scanner holds the place in the text and the tokens of one segment.
type scanner struct {
	text    string
	pos     int // next byte to read
	lex     *lexicon
	n       int  // tokens in buf
	trigger bool // whether any of them is a trigger
	buf     [segmentTokens]token
}

// next fills buf with the tokens of the next segment and reports whether there
// is one.
func (s *scanner) next() bool {
	s.n, s.trigger = 0, false
	text := s.text
	i := s.pos
	gap := cSpace // flags of the next token
	lineStart := i
	for i < len(text) {
		if s.n == segmentTokens {
			i = s.cut(i)
			break
		}
		c := text[i]
		switch byteKind[c] {
		case letter:
			if k, w := markAt(text, i); w > 0 {
				i, gap = s.wideMark(i, gap, k, w)
				continue
			}
			i = s.word(i, gap)
			gap = 0
		case digit:
			i = s.number(i, gap)
			gap = 0
		case space:
			i++
			gap |= cSpace
		case newline:
			j, blank := lineBreak(text, i)
			if s.n > 0 && (blank || !wrapped(text, lineStart, i, j)) {
				s.pos = j
				return true
			}
			gap |= cSpace
			i, lineStart = j, j
		default:
			i = s.mark(i, gap)
			gap = 0
		}
	}
	s.pos = i
	return s.n > 0
}

// wideMark adds a mark beyond ASCII, of class k and w bytes, or passes over a
// space, for which k is 0. It returns the place to read on from and the flags
// of the next token.
func (s *scanner) wideMark(i int, gap, k class, w int) (int, class) {
	if k == 0 {
		return i + w, gap | cSpace
	}
	t := token{start: i, end: i + w, cls: k | gap}
	if p := possessive(s.text, i); p > 0 {
		t.cls, t.end = cPoss|gap, i+p
	} else if apostrophe(s.text, i) > 0 {
		s.short(&t, gap)
	}
	s.add(t)
	return t.end, 0
}

// lineBreak returns the end of the white space at text[i:] and whether it holds
// an empty line.
func lineBreak(text string, i int) (end int, blank bool) {
	lines := 0
	for end = i; end < len(text) && (byteKind[text[end]] == newline || byteKind[text[end]] == space); end++ {
		if text[end] == '\n' || text[end] == '\r' && (end+1 == len(text) || text[end+1] != '\n') {
			lines++
		}
	}
	return end, lines > 1
}

// Lines of hard-wrapped text are about this long. A line that is shorter was
// broken on purpose, a longer one is a whole paragraph.
const wrapMin, wrapMax = 45, 110

// wrapped reports whether the line break at text[end:next] is a place where
// hard-wrapped text went to the next line, and not the end of a title or an
// item of a list.
func wrapped(text string, start, end, next int) bool {
	n := end - start
	if n < wrapMin || n > wrapMax || next >= len(text) {
		return false
	}
	switch text[end-1] {
	case '.', '!', '?', ':', ';':
		return false
	}
	return true
}

// cut ends a segment whose buffer is full, at the end of a sentence in its
// second half where there is one, and returns the place to read on from.
func (s *scanner) cut(i int) int {
	for k := s.n - 2; k > segmentTokens/2; k-- {
		if s.buf[k].cls&cStop != 0 {
			s.n = k + 1
			return s.buf[k].end
		}
	}
	return i
}

func (s *scanner) add(t token) {
	if t.cls&cTrigger != 0 {
		s.trigger = true
	}
	s.buf[s.n] = t
	s.n++
}

// markAt classifies the punctuation marks and spaces beyond ASCII that news
// text uses. It returns the width 0 where text[i:] begins with none of them
// and the class 0 for a space.
func markAt(text string, i int) (class, int) {
	switch text[i] {
	case 0xC2:
		if i+1 < len(text) && text[i+1] == 0xA0 {
			return 0, 2 // no-break space
		}
	case 0xE2:
		if i+2 < len(text) && text[i+1] == 0x80 {
			switch c := text[i+2]; {
			case c <= 0x8A, c == 0xAF:
				return 0, 3 // typographic spaces
			case c == 0x90, c == 0x91:
				return cHyphen, 3
			case 0x92 <= c && c <= 0x95:
				return cDash, 3
			case 0x98 <= c && c <= 0x9F, c == 0xA6:
				return cMark, 3
			}
		}
	}
	return 0, 0
}

// apostrophe returns the width of an apostrophe at text[i:], 0 for none.
func apostrophe(text string, i int) int {
	if i < len(text) {
		if text[i] == '\'' || text[i] == '`' {
			return 1
		}
		if text[i] == 0xE2 && i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] == 0x99 || text[i+2] == 0x98) {
			return 3
		}
	}
	return 0
}

// word scans a run of letters and digits that begins with a letter.
func (s *scanner) word(i int, gap class) int {
	text := s.text
	j := i + 1
	mixed := false
	for j < len(text) {
		k := byteKind[text[j]]
		if k == digit {
			mixed = true
		} else if k != letter {
			break
		} else if text[j] >= 0x80 {
			if _, w := markAt(text, j); w > 0 {
				break
			}
		}
		j++
	}
	t := token{start: i, end: j, cls: gap | cLetter}
	if c := text[i]; 'A' <= c && c <= 'Z' {
		t.cls |= cCap
	}
	if c := text[i] | 0x20; j-i == 2 && (c == 'a' || c == 'p') && text[i+1]|0x20 == 'm' && s.n > 0 && s.buf[s.n-1].cls&(cInt|cClock|cNumWord|cDec) != 0 {
		t.cls |= cAmPm | cTrigger
		if c == 'p' {
			t.n = 1
		}
		s.add(t)
		return j
	}
	if c := text[i] | 0x20; mixed && (c == 'q' || c == 'h') && j-i == 2 && text[i+1] >= '1' && text[i+1] <= '4' && (c == 'q' || text[i+1] <= '2') {
		t.cls |= cCode | cTrigger
		t.n, t.m = int32(text[i+1]-'0'), int16(c)
		s.add(t)
		return j
	}
	if mixed && j-i <= 6 && equalFold("fy", text[i:i+2]) {
		if n, end := digits(text, i+2); end == j && (j-i == 4 || j-i == 6 && n >= 1900 && n < 2200) {
			if j-i == 4 {
				n = int32(fullYear(int(n)))
			}
			t.cls |= cYear | cTrigger // FY2016
			t.n = n
			s.add(t)
			return j
		}
	}
	if j-i == 1 {
		// The letter of "9 a.m.", and "o'clock".
		if c := text[i] | 0x20; (c == 'a' || c == 'p') && s.n > 0 && s.buf[s.n-1].cls&(cInt|cClock|cNumWord|cDec) != 0 {
			if w := meridiem(text, j); w > 0 {
				t.end = j + w
				t.cls |= cAmPm | cTrigger
				if c == 'p' {
					t.n = 1
				}
				s.add(t)
				return t.end
			}
		} else if w := eraLetters(text, i); w > 0 {
			t.end = i + w
			t.cls |= cEra | cTrigger
			t.n = 1
			if c == 'a' {
				t.n = 2
			}
			s.add(t)
			return t.end
		} else if w := apostrophe(text, j); c == 'o' && w > 0 && j+w+5 <= len(text) && equalFold("clock", text[j+w:j+w+5]) {
			t.end = j + w + 5
			t.cls |= cTrigger
			t.word = s.lex.oclock
			s.add(t)
			return t.end
		}
	}
	if !mixed && j-i <= maxWord {
		if e := s.lex.find(text[i:j]); e != nil {
			s.known(&t, e)
		}
	}
	s.add(t)
	return t.end
}

// known fills in what the lexicon says of a word.
func (s *scanner) known(t *token, e *entry) {
	text := s.text
	cls := e.cls
	if e.flags&needCap != 0 && t.cls&cCap == 0 {
		cls &^= e.proper
	}
	if e.flags&needCap != 0 && t.cls&cCap != 0 {
		cls &^= cFuture | cModal // May is no "may"
	}
	if e.flags&dotted != 0 {
		// An abbreviation takes its dot in; without one it is only good
		// beside a number.
		if t.end < len(text) && text[t.end] == '.' {
			t.end++
		} else {
			cls &^= cMonthName | cWeekdayName
			cls |= cAbbr
		}
	}
	t.cls |= cls
	t.word, t.unit, t.n = e.id, e.unit, int32(e.n)
	if cls&cZone != 0 && zones[e.n].minutes == 0 {
		w, minutes := zoneOffset(text, t.end)
		t.end, t.m = t.end+w, int16(minutes)
	}
}

// eraLetters returns the length of "B.C." or "A.D." at text[i:].
func eraLetters(text string, i int) int {
	if i+4 > len(text) || text[i+1] != '.' || text[i+3] != '.' {
		return 0
	}
	if s := text[i : i+3]; s == "B.C" || s == "A.D" {
		return 4
	}
	return 0
}

// zoneOffset returns the length and minutes of the offset behind the name of a
// zone at text[i:]: +8, +05:30.
func zoneOffset(text string, i int) (width, minutes int) {
	j := i
	if j < len(text) && text[j] == ' ' {
		j++
	}
	if j+1 >= len(text) || text[j] != '+' && text[j] != '-' || byteKind[text[j+1]] != digit {
		return 0, 0
	}
	h, k := digits(text, j+1)
	m := int32(0)
	if k-j-1 > 2 || h > 14 {
		return 0, 0
	}
	if k+2 < len(text) && text[k] == ':' && byteKind[text[k+1]] == digit && byteKind[text[k+2]] == digit {
		m, k = digits(text, k+1)
	}
	minutes = int(h*60 + m)
	if text[j] == '-' {
		minutes = -minutes
	}
	return k - i, minutes
}

// meridiem returns the length of what follows the letter of "a.m." or "p.m.".
func meridiem(text string, i int) int {
	j := i
	if j < len(text) && text[j] == '.' {
		j++
		if j < len(text) && text[j] == ' ' {
			j++
		}
	}
	if j >= len(text) || text[j]|0x20 != 'm' || j+1 < len(text) && byteKind[text[j+1]] != other && byteKind[text[j+1]] <= digit {
		return 0
	}
	j++
	if j < len(text) && text[j] == '.' {
		j++
	}
	return j - i
}

// mark scans one punctuation mark or other byte.
func (s *scanner) mark(i int, gap class) int {
	text := s.text
	t := token{start: i, end: i + 1, cls: gap}
	switch c := text[i]; c {
	case '\'', '`':
		if w := possessive(text, i); w > 0 {
			t.end = i + w
			t.cls |= cPoss
			break
		}
		if c == '\'' {
			s.short(&t, gap)
		}
	case ',':
		t.cls |= cComma
	case '-':
		if gap == 0 && i+1 < len(text) && (byteKind[text[i+1]] == letter || byteKind[text[i+1]] == digit || text[i+1] == '$') {
			t.cls |= cHyphen
		} else {
			for t.end < len(text) && text[t.end] == '-' {
				t.end++
			}
			t.cls |= cDash
		}
	case '.', '!', '?':
		for t.end < len(text) && (text[t.end] == '.' || text[t.end] == '!' || text[t.end] == '?') {
			t.end++
		}
		if t.end == len(text) || byteKind[text[t.end]] > digit || text[t.end] == '"' || text[t.end] == '\'' || text[t.end] == ')' {
			t.cls |= cStop
			if c == '.' && s.n > 0 && s.abbreviated(&s.buf[s.n-1]) {
				t.cls &^= cStop
			}
		}
	case '(', '[':
		t.cls |= cOpen
	case ')', ']':
		t.cls |= cClose
	}
	s.add(t)
	return t.end
}

// abbreviated reports whether a dot after t most likely marks an abbreviation:
// an initial, or a title.
func (s *scanner) abbreviated(t *token) bool {
	if t.cls&cCap == 0 || t.end-t.start > 4 {
		return false
	}
	if t.end-t.start == 1 {
		return true
	}
	switch s.text[t.start:t.end] {
	case "Mr", "Mrs", "Ms", "Dr", "Gov", "Sen", "Rep", "Gen", "Col", "Lt", "Sgt", "Maj", "Capt", "St", "Rev", "Prof", "No", "Jr":
		return true
	}
	return false
}

// possessive returns the length of an apostrophe with or without an s that ends
// the word before text[i:].
func possessive(text string, i int) int {
	w := apostrophe(text, i)
	if w == 0 || text[i] == '`' || i == 0 || byteKind[text[i-1]] != letter && byteKind[text[i-1]] != digit {
		return 0
	}
	letterAt := func(k int) bool { return k < len(text) && (byteKind[text[k]] == letter || byteKind[text[k]] == digit) }
	if i+w < len(text) && text[i+w]|0x20 == 's' && !letterAt(i+w+1) {
		return w + 1
	}
	if text[i-1]|0x20 == 's' && !letterAt(i+w) {
		return w
	}
	return 0
}

// short extends the token of an apostrophe by the two digits of a shortened
// decade or year: '90s, '08.
func (s *scanner) short(t *token, gap class) {
	text, i := s.text, t.end
	if !s.digitAt(i) || !s.digitAt(i+1) || s.digitAt(i+2) {
		return
	}
	n := int(s.twoDigits(i))
	switch letterAt := func(k int) bool { return k < len(text) && byteKind[text[k]] == letter }; {
	case n%10 == 0 && i+2 < len(text) && text[i+2] == 's' && !letterAt(i+3) && !s.digitAt(i+3):
		t.cls, t.n, t.end = gap|cDecade|cTrigger, int32(1900+n), i+3
	case !letterAt(i+2) || text[i+2] >= 0x80:
		t.cls, t.n, t.end = gap|cYear|cTrigger|cAbbr, int32(fullYear(n)), i+2
	}
}

// number scans what begins with a digit. The shapes that numbers take beyond
// plain digits are tried by the mark or letter that follows.
func (s *scanner) number(i int, gap class) int {
	n, j := digits(s.text, i)
	t := token{start: i, end: j, cls: gap | cInt, n: n}
	if j-i > 9 {
		// No number of time is that long.
		for t.end < len(s.text) && byteKind[s.text[t.end]] == digit {
			t.end++
		}
		t.cls = gap
		s.add(t)
		return t.end
	}
	done := false
	if j < len(s.text) {
		switch c := s.text[j]; {
		case c == ',':
			done = s.thousands(&t)
		case c == '.':
			done = s.dotted(&t, gap)
		case c == ':':
			done = s.colon(&t, gap)
		case c == '/' && s.digitAt(j+1):
			done = s.slash(&t, gap)
		case c == '-':
			done = s.iso(&t, gap)
		case c == '\'' || c >= 0x80:
			done = s.decadePossessive(&t, gap)
		case byteKind[c] == letter:
			done = s.suffix(&t, gap)
		}
	}
	if !done {
		t.cls |= plainClasses(n, j-i)
	}
	s.add(t)
	return t.end
}

func (s *scanner) digitAt(i int) bool { return i < len(s.text) && byteKind[s.text[i]] == digit }

// plainClasses returns what digits on their own can be.
func plainClasses(n int32, width int) class {
	var c class
	switch {
	case width <= 2:
		if n >= 1 && n <= 31 {
			c |= cDay
		}
		if n <= 24 {
			c |= cHour
		}
	case width == 4:
		if n >= 1000 && n < 2200 {
			c |= cYear | cTrigger
		}
		if n%100 < 60 && n < 2400 {
			c |= cHHMM
		}
	}
	return c
}

// thousands scans 1,200.
func (s *scanner) thousands(t *token) bool {
	if t.end-t.start > 3 {
		return false
	}
	k := t.end
	for k < len(s.text) && s.text[k] == ',' && s.digitAt(k+1) && s.digitAt(k+2) && s.digitAt(k+3) && !s.digitAt(k+4) && k-t.start < 12 {
		v := int32(s.text[k+1]-'0')*100 + int32(s.text[k+2]-'0')*10 + int32(s.text[k+3]-'0')
		if t.n < 2000000 {
			t.n = t.n*1000 + v
		}
		k += 4
	}
	if k == t.end {
		return false
	}
	t.end = k
	return true
}

// dotted scans 26.10.2016, the clock times 7.30pm and 18.00 CET, the decimal
// 3.5, and passes over version numbers.
func (s *scanner) dotted(t *token, gap class) bool {
	text, j := s.text, t.end
	if !s.digitAt(j + 1) {
		return false
	}
	if end, month := dotted3(text, t.start, t.n); end > 0 {
		y, _ := digits(text, end-4)
		t.cls, t.m, t.s, t.end = gap|cSlash|cTrigger, month, int16(y), end
		return true
	}
	dots := 0
	for t.end < len(text) && text[t.end] == '.' && s.digitAt(t.end+1) {
		dots++
		_, t.end = digits(text, t.end+1)
		for s.digitAt(t.end) {
			t.end++
		}
	}
	first := int16(text[j+1] - '0')
	switch width := t.end - j; {
	case dots > 1:
		t.cls = gap
	case width == 3 && j-t.start <= 2 && t.n <= 24 && first < 6 && (isMeridiem(text, t.end) || zoneFollows(text, t.end)):
		t.cls, t.m, t.s = gap|cClock, first*10+int16(text[j+2]-'0'), -1
	case width > 2:
		t.cls, t.m = gap|cDec, first*10+int16(text[j+2]-'0')
	default:
		t.cls, t.m = gap|cDec, first*10
	}
	return true
}

// colon scans 14:30 and 14:30:15.
func (s *scanner) colon(t *token, gap class) bool {
	j := t.end
	if j-t.start > 2 || t.n > 24 || !s.sixty(j+1) {
		return false
	}
	t.cls = gap | cClock | cTrigger
	t.m, t.s, t.end = s.twoDigits(j+1), -1, j+3
	if j+3 < len(s.text) && s.text[j+3] == ':' && s.sixty(j+4) {
		t.s, t.end = s.twoDigits(j+4), j+6
	}
	return true
}

// sixty reports whether two digits below 60, and no third, stand at i.
func (s *scanner) sixty(i int) bool {
	return s.digitAt(i) && s.digitAt(i+1) && !s.digitAt(i+2) && s.text[i] < '6'
}

func (s *scanner) twoDigits(i int) int16 {
	return int16(s.text[i]-'0')*10 + int16(s.text[i+1]-'0')
}

// decadePossessive scans the decades 70's and the 1970's; 2010's without an
// article is a possessive.
func (s *scanner) decadePossessive(t *token, gap class) bool {
	w := apostrophe(s.text, t.end)
	if w == 0 || t.n%10 != 0 || possessive(s.text, t.end) != w+1 || s.n == 0 || s.buf[s.n-1].word != s.lex.the && s.buf[s.n-1].cls&cEarly == 0 {
		return false
	}
	switch width := t.end - t.start; {
	case width == 2 && t.n >= 20:
		t.n += 1900
	case width == 4 && t.n >= 1000 && t.n < 2010:
	default:
		return false
	}
	t.cls, t.end = gap|cDecade|cTrigger, t.end+w+1
	return true
}

// suffix scans letters that run on from the digits: 26th, 1990s, 80s. Those of
// 9pm and 1430GMT are left for the next token; others make a word of it all.
func (s *scanner) suffix(t *token, gap class) bool {
	text, j := s.text, t.end
	k := j
	for k < len(text) && (byteKind[text[k]] == letter && text[k] < 0x80 || byteKind[text[k]] == digit) {
		k++
	}
	width := j - t.start
	switch suffix := text[j:k]; {
	case isOrdinal(suffix):
		t.cls = gap | cOrd
		if width <= 2 && t.n >= 1 && t.n <= 31 {
			t.cls |= cTrigger
		}
	case width == 1 && len(suffix) == 1 && t.n >= 1 && t.n <= 4 && (suffix == "Q" || suffix == "H" && t.n <= 2):
		t.cls, t.m = gap|cCode|cTrigger, int16(suffix[0]|0x20) // 3Q
	case suffix == "s" && width == 4 && t.n%10 == 0 && t.n >= 1000 && t.n < 2200:
		t.cls = gap | cDecade | cTrigger
	case suffix == "s" && width == 2 && t.n%10 == 0 && t.n >= 20:
		t.cls, t.n = gap|cDecade|cTrigger|cAbbr, 1900+t.n
	case (suffix[0]|0x20 == 'a' || suffix[0]|0x20 == 'p') && (len(suffix) == 1 && k < len(text) && text[k] == '.' || len(suffix) == 2) && meridiem(text, j+1) > 0,
		isZone(suffix) && (width == 4 || width == 2):
		return false
	default:
		t.cls = gap
	}
	t.end = k
	return true
}

func isZone(w string) bool {
	switch w {
	case "GMT", "gmt", "UTC", "Z", "z", "hrs", "h", "EST", "EDT":
		return true
	}
	return false
}

// zoneFollows reports whether the name of a time zone stands at text[i:].
func zoneFollows(text string, i int) bool {
	if i < len(text) && text[i] == ' ' {
		i++
	}
	k := i
	for k < len(text) && k < i+5 && 'A' <= text[k] && text[k] <= 'Z' {
		k++
	}
	for _, z := range zones {
		if equalFold(z.word, text[i:k]) {
			return true
		}
	}
	return false
}

func isMeridiem(text string, i int) bool {
	if i < len(text) && text[i] == ' ' {
		i++
	}
	return i < len(text) && (text[i]|0x20 == 'a' || text[i]|0x20 == 'p') && meridiem(text, i+1) > 0
}

// digits reads a run of digits. Runs of more than nine stop there.
func digits(text string, i int) (n int32, end int) {
	for end = i; end < len(text) && byteKind[text[end]] == digit && end-i < 10; end++ {
		if end-i < 9 {
			n = n*10 + int32(text[end]-'0')
		}
	}
	return n, end
}

// dotted3 recognises 26.10.2016 at text[i:], whose first number is n. It
// returns the end and the second number, or an end of 0.
func dotted3(text string, i int, n int32) (end int, second int16) {
	_, j := digits(text, i)
	m, k := digits(text, j+1)
	if j-i > 2 || k-j-1 > 2 || k == j+1 || k >= len(text) || text[k] != '.' || n < 1 || n > 31 || m < 1 || m > 31 {
		return 0, 0
	}
	y, e := digits(text, k+1)
	if e-k-1 != 4 || y < 1000 || y >= 2200 {
		return 0, 0
	}
	return e, int16(m)
}

func isOrdinal(s string) bool {
	switch s {
	case "th", "TH", "st", "nd", "rd", "ST", "ND", "RD":
		return true
	}
	return false
}

// slash scans 10/26/2016, 10/26, 2016/10/26, 1989/90 and 1/2. The numbers
// stand in n, m and s of the token; reading them as day and month is left to
// the grammar, which knows the locale.
func (s *scanner) slash(t *token, gap class) bool {
	text, j := s.text, t.end
	width := j - t.start
	b, k := digits(text, j+1)
	t.end = k
	a, cls := t.n, class(0)
	switch {
	case width > 4 || k-j-1 > 4:
	case k < len(text) && text[k] == '/' && s.digitAt(k+1):
		c, e := digits(text, k+1)
		t.end = e
		if e-k-1 > 4 || e < len(text) && (byteKind[text[e]] == letter || text[e] == '/') {
			break
		}
		year, yearWidth := c, e-k-1
		if width == 4 { // 2016/10/26, month first whatever the locale
			year, yearWidth, a, b = a, 4, b, c
			cls = cISO
		} else if yearWidth == 2 {
			year = int32(fullYear(int(c)))
		}
		if (yearWidth == 4 || yearWidth == 2) && monthAndDay(a, b) && year >= 1000 && year < 2200 {
			cls |= cSlash | cTrigger
			t.n, t.m, t.s = a, int16(b), int16(year)
		} else {
			cls = 0
		}
	case a < b && b <= 10 && width == 1:
		cls = cFrac
		t.m = int16(b)
	case width == 4 && k-j-1 == 2 && a >= 1000 && a < 2200 && (a+1)%100 == b:
		cls = cYear | cTrigger | cFrac // fiscal 1989/90
		t.m = int16(b)
	case monthAndDay(a, b) && k-j-1 <= 2 && width <= 2:
		cls = cSlash | cAbbr
		if a == 9 && b == 11 {
			cls |= cTrigger
		}
		t.m = int16(b)
	}
	t.cls = gap | cls
	return true
}

// monthAndDay reports whether two numbers can be a month and a day, in one
// order or the other.
func monthAndDay(a, b int32) bool {
	return a >= 1 && a <= 31 && b >= 1 && b <= 31 && (a <= 12 || b <= 12)
}

// fullYear gives two digits of a year their century: those up to 49 are of
// this one.
func fullYear(n int) int {
	if n < 50 {
		return 2000 + n
	}
	return 1900 + n
}

// iso scans the date of 2016-10-26 and 2016-10-26T14:30:00Z. The T belongs to
// the date; the clock is the next token.
func (s *scanner) iso(t *token, gap class) bool {
	text := s.text
	if t.end-t.start != 4 || t.n < 1000 || t.n >= 2200 || !s.digitAt(t.end+1) {
		return false
	}
	m, k := digits(text, t.end+1)
	if k-t.end-1 != 2 || m < 1 || m > 12 || k >= len(text) || text[k] != '-' {
		return false
	}
	d, e := digits(text, k+1)
	if e-k-1 != 2 || d < 1 || d > 31 {
		return false
	}
	t.m, t.s, t.end = int16(m), int16(d), e
	t.cls = gap | cISO | cTrigger
	if e+1 < len(text) && text[e] == 'T' && byteKind[text[e+1]] == digit {
		t.end++
	}
	return true
}
