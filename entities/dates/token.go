package dates

// A class is a set of the categories that the grammar's patterns name in
// capitals. A token may be in several: "second" is an ordinal and a unit.
type class uint64

const (
	cInt       class = 1 << iota // digits, with or without thousands commas
	cDec                         // decimal number
	cDay                         // one or two digits, 1–31
	cHour                        // one or two digits, 0–24
	cYear                        // four digits that can be a year
	cHHMM                        // four digits that can be a time of day
	cOrd                         // first, 26th
	cNumWord                     // one … ninety, hundred, thousand, million
	cVague                       // several, few, many, dozens
	cMonth                       // also abbreviated
	cMonthName                   // spelled out, or abbreviated with a dot
	cWeekday
	cWeekdayName
	cUnit
	cSeason
	cPart // part of the day
	cAmPm
	cZone
	cEarly // early, late, mid
	cDir   // last, this, next
	cDeictic
	cFreq   // daily, annually
	cTimes  // once, twice
	cDecade // 1990s, '90s, nineties
	cISO    // 2016-10-26
	cSlash  // 10/26/2016
	cFrac   // 1/2
	cClock  // 14:30
	cCode   // Q3, H1
	cEra    // BC, AD
	cComma
	cHyphen // between two words without space
	cDash   // any other dash
	cStop   // end of a sentence
	cPoss   // 's
	cOpen
	cClose
	cA        // a, an
	cFunction // is, when, he
	cTitle    // Mr, Chief
	cLabel    // flight, room: a number follows that is a name
	cDegrees  // highs, mercury: numbers about are temperatures
	cHours    // working, opening: hours behind are no length of time
	cHonoured // player, coach: what is chosen "of the year"
	cOwner    // its, their, his
	cFuture   // will, scheduled
	cPast     // said, was
	cPrep     // in, on, since: what stands before a time
	cModal    // will, would
	cPlan     // begin, meet: verbs that "to" makes a plan of
	cCounted  // people, troops, miles: what four digits count when they are no year
	cTrigger  // set on tokens without which there is no expression
	cAbbr     // abbreviated without a dot: Oct, Sat
	cCap      // begins with a capital letter
	cPlural
	cSpace  // white space stands before the token
	cMark   // a quotation mark or ellipsis
	cLetter // made of letters
)

// A token is a word, number or mark of the text being parsed.
type token struct {
	start, end int
	cls        class
	word       uint16 // lexicon id, 0 for words that are not in it
	unit       int8   // unit of a cUnit
	n          int32  // what the class counts: the number, month, weekday, …
	m, s       int16  // further fields: minute and second; month and day
}

// Units of time, from small to large. They are also the granularities of
// points in time.
const (
	uNone = iota
	uSecond
	uMinute
	uHour
	uPart // part of the day
	uDay
	uWeekend
	uWeek
	uFortnight
	uMonth
	uSeason
	uQuarter
	uHalf
	uYear
	uDecade
	uCentury
	uMillennium
)

var granularityName = [...]string{
	uSecond: "second", uMinute: "minute", uHour: "hour", uPart: "part", uDay: "day", uWeekend: "weekend", uWeek: "week",
	uFortnight: "fortnight", uMonth: "month", uSeason: "season", uQuarter: "quarter", uHalf: "half",
	uYear: "year", uDecade: "decade", uCentury: "century", uMillennium: "millennium",
}

// Kinds of byte.
const (
	other = iota
	letter
	digit
	space
	newline
)

// byteKind tells the kind of each byte. Bytes of multi-byte characters count as
// letters; markAt knows the exceptions.
var byteKind = [256]uint8{
	'\t': space, '\v': space, '\f': space, ' ': space,
	'\n': newline, '\r': newline,
	'0': digit, '1': digit, '2': digit, '3': digit, '4': digit, '5': digit, '6': digit, '7': digit,
	'8': digit, '9': digit,
	'A': letter, 'B': letter, 'C': letter, 'D': letter, 'E': letter, 'F': letter, 'G': letter, 'H': letter,
	'I': letter, 'J': letter, 'K': letter, 'L': letter, 'M': letter, 'N': letter, 'O': letter, 'P': letter,
	'Q': letter, 'R': letter, 'S': letter, 'T': letter, 'U': letter, 'V': letter, 'W': letter, 'X': letter,
	'Y': letter, 'Z': letter,
	'a': letter, 'b': letter, 'c': letter, 'd': letter, 'e': letter, 'f': letter, 'g': letter, 'h': letter,
	'i': letter, 'j': letter, 'k': letter, 'l': letter, 'm': letter, 'n': letter, 'o': letter, 'p': letter,
	'q': letter, 'r': letter, 's': letter, 't': letter, 'u': letter, 'v': letter, 'w': letter, 'x': letter,
	'y': letter, 'z': letter,
	0x80: letter, 0x81: letter, 0x82: letter, 0x83: letter, 0x84: letter, 0x85: letter, 0x86: letter, 0x87: letter,
	0x88: letter, 0x89: letter, 0x8A: letter, 0x8B: letter, 0x8C: letter, 0x8D: letter, 0x8E: letter, 0x8F: letter,
	0x90: letter, 0x91: letter, 0x92: letter, 0x93: letter, 0x94: letter, 0x95: letter, 0x96: letter, 0x97: letter,
	0x98: letter, 0x99: letter, 0x9A: letter, 0x9B: letter, 0x9C: letter, 0x9D: letter, 0x9E: letter, 0x9F: letter,
	0xA0: letter, 0xA1: letter, 0xA2: letter, 0xA3: letter, 0xA4: letter, 0xA5: letter, 0xA6: letter, 0xA7: letter,
	0xA8: letter, 0xA9: letter, 0xAA: letter, 0xAB: letter, 0xAC: letter, 0xAD: letter, 0xAE: letter, 0xAF: letter,
	0xB0: letter, 0xB1: letter, 0xB2: letter, 0xB3: letter, 0xB4: letter, 0xB5: letter, 0xB6: letter, 0xB7: letter,
	0xB8: letter, 0xB9: letter, 0xBA: letter, 0xBB: letter, 0xBC: letter, 0xBD: letter, 0xBE: letter, 0xBF: letter,
	0xC0: letter, 0xC1: letter, 0xC2: letter, 0xC3: letter, 0xC4: letter, 0xC5: letter, 0xC6: letter, 0xC7: letter,
	0xC8: letter, 0xC9: letter, 0xCA: letter, 0xCB: letter, 0xCC: letter, 0xCD: letter, 0xCE: letter, 0xCF: letter,
	0xD0: letter, 0xD1: letter, 0xD2: letter, 0xD3: letter, 0xD4: letter, 0xD5: letter, 0xD6: letter, 0xD7: letter,
	0xD8: letter, 0xD9: letter, 0xDA: letter, 0xDB: letter, 0xDC: letter, 0xDD: letter, 0xDE: letter, 0xDF: letter,
	0xE0: letter, 0xE1: letter, 0xE2: letter, 0xE3: letter, 0xE4: letter, 0xE5: letter, 0xE6: letter, 0xE7: letter,
	0xE8: letter, 0xE9: letter, 0xEA: letter, 0xEB: letter, 0xEC: letter, 0xED: letter, 0xEE: letter, 0xEF: letter,
	0xF0: letter, 0xF1: letter, 0xF2: letter, 0xF3: letter, 0xF4: letter, 0xF5: letter, 0xF6: letter, 0xF7: letter,
	0xF8: letter, 0xF9: letter, 0xFA: letter, 0xFB: letter, 0xFC: letter, 0xFD: letter, 0xFE: letter, 0xFF: letter,
}
