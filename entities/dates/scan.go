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
	gap := cSpace | cBreak // flags of the next token
	lineStart := i
	for i < len(text) {
		if s.n == segmentTokens {
			i = s.cut(i)
			break
		}
		c := text[i]
		switch byteKind[c] {
		case letter:
			if c >= 0x80 {
				if k, w := markAt(text, i); w > 0 {
					if k == 0 { // a kind of space
						gap |= cSpace
						i += w
						continue
					}
					if p := possessive(text, i); p > 0 {
						k, w = cPoss, p
					} else if n, d := short(text, i+w); apostrophe(text, i) > 0 && d == 3 {
						s.add(token{start: i, end: i + w + d, cls: gap | cDecade | cTrigger, n: int32(1900 + n)})
						gap = 0
						i += w + d
						continue
					}
					s.add(token{start: i, end: i + w, cls: k | gap})
					gap = 0
					i += w
					continue
				}
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
			j, lines := i, 0
			for j < len(text) && (byteKind[text[j]] == newline || byteKind[text[j]] == space) {
				if text[j] == '\n' || text[j] == '\r' && (j+1 == len(text) || text[j+1] != '\n') {
					lines++
				}
				j++
			}
			if lines > 1 || !wrapped(text, lineStart, i, j) {
				if s.n > 0 {
					s.pos = j
					return true
				}
				gap |= cBreak
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
				return cAny, 3
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
		// '90s and '08
		if n, w := short(text, i+1); w > 0 && c == '\'' {
			t.end = i + 1 + w
			t.n = int32(1900 + n)
			if text[t.end-1] == 's' {
				t.cls |= cDecade | cTrigger
			} else {
				t.n = int32(fullYear(n))
				t.cls |= cYear | cTrigger | cAbbr
			}
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

// short reads the two digits of a shortened year or decade: 90s, 08.
func short(text string, i int) (n, width int) {
	if i+2 > len(text) || byteKind[text[i]] != digit || byteKind[text[i+1]] != digit {
		return 0, 0
	}
	n = int(text[i]-'0')*10 + int(text[i+1]-'0')
	if i+2 == len(text) {
		return n, 2
	}
	switch k := byteKind[text[i+2]]; {
	case text[i+2] == 's' && (i+3 == len(text) || byteKind[text[i+3]] != letter && byteKind[text[i+3]] != digit) && n%10 == 0:
		return n, 3
	case k == digit || k == letter && text[i+2] < 0x80:
		return 0, 0
	}
	return n, 2
}

// number scans what begins with a digit.
func (s *scanner) number(i int, gap class) int {
	text := s.text
	n, j := digits(text, i)
	width := j - i
	t := token{start: i, end: j, cls: gap | cInt, n: n}
	at := func(k int) byte {
		if k < len(text) {
			return text[k]
		}
		return 0
	}
	isDigit := func(k int) bool { return k < len(text) && byteKind[text[k]] == digit }
	if width > 9 {
		t.cls = gap
		for j < len(text) && byteKind[text[j]] == digit {
			j++
		}
		t.end = j
		s.add(t)
		return j
	}
	switch c := at(j); {
	case c == ',' && width <= 3 && isDigit(j+1):
		k := j
		for at(k) == ',' && isDigit(k+1) && isDigit(k+2) && isDigit(k+3) && !isDigit(k+4) && k-i < 12 {
			v := int32(text[k+1]-'0')*100 + int32(text[k+2]-'0')*10 + int32(text[k+3]-'0')
			if t.n < 2000000 {
				t.n = t.n*1000 + v
			}
			k += 4
		}
		if k > j {
			t.end = k
			s.add(t)
			return k
		}
	case c == '.' && isDigit(j+1):
		if t.end, t.m = dotted3(text, i, n); t.end > 0 {
			// 26.10.2016
			t.cls = gap | cSlash | cTrigger
			_, k := digits(text, t.end-4)
			y, _ := digits(text, t.end-4)
			t.n, t.s = n, int16(y)
			t.end = k
			s.add(t)
			return k
		}
		k := j
		dots := 0
		for at(k) == '.' && isDigit(k+1) {
			dots++
			_, k = digits(text, k+1)
		}
		t.end = k
		if dots == 1 && k-j == 3 && width <= 2 && n <= 24 && text[j+1] < '6' && (isMeridiem(text, k) || zoneFollows(text, k)) {
			t.cls = gap | cClock
			t.m = int16(text[j+1]-'0')*10 + int16(text[j+2]-'0')
			t.s = -1
		} else if dots == 1 {
			t.cls = gap | cDec
			t.m = int16(text[j+1] - '0') // first decimal
			if k-j > 2 {
				t.m = t.m*10 + int16(text[j+2]-'0')
			} else {
				t.m *= 10
			}
		} else {
			t.cls = gap
		}
		s.add(t)
		return k
	case c == ':' && width <= 2 && n <= 24 && isDigit(j+1) && isDigit(j+2) && !isDigit(j+3) && at(j+1) < '6':
		t.cls = gap | cClock | cTrigger
		t.m = int16(text[j+1]-'0')*10 + int16(text[j+2]-'0')
		t.s = -1
		t.end = j + 3
		if at(j+3) == ':' && isDigit(j+4) && isDigit(j+5) && !isDigit(j+6) && at(j+4) < '6' {
			t.s = int16(text[j+4]-'0')*10 + int16(text[j+5]-'0')
			t.end = j + 6
		}
		s.add(t)
		return t.end
	case c == '/' && isDigit(j+1) && width <= 4:
		return s.slash(t, gap)
	case c == '-' && width == 4 && isDigit(j+1) && isDigit(j+2):
		if s.iso(&t, gap) {
			return t.end
		}
	}
	// 70's and the 1970's are decades; 2010's without an article is a possessive.
	if w := apostrophe(text, j); w > 0 && n%10 == 0 && possessive(text, j) == w+1 {
		after := s.n > 0 && (s.lex.the == s.buf[s.n-1].word || s.buf[s.n-1].cls&cEarly != 0)
		switch {
		case width == 2 && n >= 20 && after:
			t.cls, t.n, t.end = gap|cDecade|cTrigger, 1900+n, j+w+1
			s.add(t)
			return t.end
		case width == 4 && n >= 1000 && n < 2010 && after:
			t.cls, t.end = gap|cDecade|cTrigger, j+w+1
			s.add(t)
			return t.end
		}
	}
	// Letters that run on from the digits.
	if j < len(text) && byteKind[text[j]] == letter && text[j] < 0x80 {
		k := j
		for k < len(text) && (byteKind[text[k]] == letter && text[k] < 0x80 || byteKind[text[k]] == digit) {
			k++
		}
		switch suffix := text[j:k]; {
		case ordinalSuffix(n, suffix):
			t.cls = gap | cOrd
			if width <= 2 && n >= 1 && n <= 31 {
				t.cls |= cTrigger
			}
			t.end = k
			s.add(t)
			return k
		case suffix == "s" && width == 4 && n%10 == 0 && n >= 1000 && n < 2200:
			t.cls, t.end = gap|cDecade|cTrigger, k
			s.add(t)
			return k
		case suffix == "s" && width == 2 && n%10 == 0 && n >= 20:
			t.cls, t.end, t.n = gap|cDecade|cTrigger|cAbbr, k, 1900+n
			s.add(t)
			return k
		case (suffix[0]|0x20 == 'a' || suffix[0]|0x20 == 'p') && (len(suffix) == 1 && at(k) == '.' || len(suffix) == 2) && meridiem(text, j+1) > 0,
			isZone(suffix) && (width == 4 || width == 2):
			// 9pm, 1430GMT: the letters are the next token.
		default:
			t.cls = gap
			t.end = k
			s.add(t)
			return k
		}
	}
	switch {
	case width <= 2:
		if n >= 1 && n <= 31 {
			t.cls |= cDay
		}
		if n <= 24 {
			t.cls |= cHour
		}
	case width == 4:
		if n >= 1000 && n < 2200 {
			t.cls |= cYear | cTrigger
		}
		if n%100 < 60 && n < 2400 {
			t.cls |= cHHMM
		}
	}
	s.add(t)
	return t.end
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

func ordinalSuffix(n int32, s string) bool {
	switch s {
	case "th", "TH", "st", "nd", "rd", "ST", "ND", "RD":
		return true
	}
	return false
}

// slash scans 10/26/2016, 10/26, 2016/10/26, 1989/90 and 1/2. The numbers
// stand in n, m and s of the token; reading them as day and month is left to
// the grammar, which knows the locale.
func (s *scanner) slash(t token, gap class) int {
	text := s.text
	first, j := t.n, t.end
	b, k := digits(text, j+1)
	if k-j-1 > 4 {
		t.cls, t.end = gap, k
		s.add(t)
		return k
	}
	t.cls = gap
	if k+1 < len(text) && text[k] == '/' && byteKind[text[k+1]] == digit {
		c, e := digits(text, k+1)
		if e-k-1 <= 4 && (e == len(text) || byteKind[text[e]] != letter && text[e] != '/') {
			y, a, b2 := c, first, b
			if j-t.start == 4 { // 2016/10/26
				y, a, b2 = first, b, c
			} else if e-k-1 == 2 {
				y = int32(fullYear(int(c)))
			}
			if (e-k-1 == 4 || e-k-1 == 2) && a >= 1 && a <= 31 && b2 >= 1 && b2 <= 31 && (a <= 12 || b2 <= 12) && y >= 1000 && y < 2200 {
				t.cls = gap | cSlash | cTrigger
				t.n, t.m, t.s = a, int16(b2), int16(y)
				if j-t.start == 4 {
					t.cls |= cISO // month first whatever the locale
				}
			}
		}
		t.end = e
		s.add(t)
		return e
	}
	switch {
	case first < b && b <= 10 && j-t.start == 1:
		t.cls = gap | cFrac
		t.n, t.m = first, int16(b)
	case j-t.start == 4 && k-j-1 == 2 && first >= 1000 && int(first+1)%100 == int(b):
		t.cls = gap | cYear | cTrigger | cFrac // fiscal 1989/90
		t.n, t.m = first, int16(b)
	default:
		t.cls = gap
		t.n, t.m, t.s = first, int16(b), 0
		if first >= 1 && first <= 31 && b >= 1 && b <= 31 && (first <= 12 || b <= 12) && k-j-1 <= 2 && j-t.start <= 2 {
			t.cls |= cSlash | cAbbr
		}
	}
	t.end = k
	s.add(t)
	return k
}

// fullYear gives two digits of a year their century: those up to 49 are of
// this one.
func fullYear(n int) int {
	if n < 50 {
		return 2000 + n
	}
	return 1900 + n
}

// iso scans 2016-10-26, 2016-10-26T14:30:00Z and 2016-10.
func (s *scanner) iso(t *token, gap class) bool {
	text := s.text
	m, k := digits(text, t.end+1)
	if k-t.end-1 != 2 || m < 1 || m > 12 || t.n < 1000 || t.n >= 2200 || k >= len(text) || text[k] != '-' {
		return false
	}
	d, e := digits(text, k+1)
	if e-k-1 != 2 || d < 1 || d > 31 {
		return false
	}
	t.m, t.s, t.end = int16(m), int16(d), e
	t.cls = gap | cISO | cTrigger
	s.add(*t)
	if e+1 < len(text) && text[e] == 'T' && byteKind[text[e+1]] == digit {
		// The T joins date and clock; the clock is the next token.
		t.end = e + 1
	}
	return true
}
