package tag

import (
	"strings"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/entities/token"
	"github.com/dateline-go/dateline/internal/ner"
)

// appendSpans turns a name over whole tokens into byte spans: the name parts of
// hyphenated tokens at its ends are cut free of the rest of the word.
func (m *Model) appendSpans(spans []Span, d *token.Doc, f found) []Span {
	first, last := d.Tokens[f.first], d.Tokens[f.last-1]
	start, end := first.Start, last.End
	if w := d.Word(f.first); strings.IndexByte(w, '-') > 0 {
		start += int32(prefixLen(w, f))
	}
	if w := d.Word(f.last - 1); strings.IndexByte(w, '-') > 0 {
		end -= int32(suffixLen(w, f))
	}
	if start >= end {
		start, end = first.Start, last.End
	}
	if f.last-f.first == 1 {
		if i, k := m.twoNames(d.Text[start:end], f.kind); i > 0 {
			return append(spans,
				Span{start, start + int32(i), f.kind, f.score},
				Span{start + int32(i) + 1, end, k, f.score})
		}
	}
	return append(spans, Span{start, end, f.kind, f.score})
}

// prefixLen is the length of the part before a name in a hyphenated word,
// hyphen included: 4 for "pro-Taliban", 5 for the slug "GOLF-WOODS".
func prefixLen(w string, f found) int {
	i := strings.IndexByte(w, '-')
	if i <= 0 || i+1 >= len(w) {
		return 0
	}
	p := w[:i]
	switch {
	case (f.kind == kind.Person || f.kind == kind.Org) && len(p) < 3 && digits(p) && len(w)-i > 3:
		return i + 1 // a seed or shirt number, "3-Serena Williams", or a wire's count, "UPDATE 2-Boeing"
	case i == 1 && p[0] >= 'w' && p[0] <= 'z':
		return i + 1 // a mark in a table of standings: "x-MIAMI"
	case isPrefix(strings.ToLower(p)):
		// With a capital it may belong to the name: Anti-Defamation League.
		if hasCapital(p) && (f.last-f.first > 1 || f.kind == kind.Org || f.kind == kind.Misc) {
			return 0
		}
		return i + 1
	case isSlug(p):
		return i + 1
	}
	return 0
}

// isPrefix reports whether a lower-case beginning of a hyphenated word is no
// part of the name after it; others, such as "al-" and "el-", are.
func isPrefix(p string) bool {
	switch p {
	case "anti", "pro", "non", "ex", "pre", "post", "mid", "inter", "trans", "pan", "neo", "sub", "ultra", "semi", "then",
		"former", "late", "un", "all", "cross", "half", "self", "intra", "near", "quasi", "pseudo", "counter", "co":
		return true
	}
	return false
}

// isSlug reports whether p, in capitals, is the subject that news agencies put
// before a headline with a hyphen.
func isSlug(p string) bool {
	switch p {
	case "SOCCER", "FOOTBALL", "GOLF", "TENNIS", "CRICKET", "RUGBY", "BASEBALL", "BASKETBALL", "BOXING", "CYCLING",
		"ATHLETICS", "SWIMMING", "SKIING", "SKATING", "SAILING", "HOCKEY", "RACING", "RALLYING", "MOTOR", "MOTORCYCLING", "OLYMPICS",
		"GYMNASTICS", "ROWING", "SQUASH", "VOLLEYBALL", "BADMINTON", "CHESS", "NFL", "NBA", "NHL", "MLB",
		"FACTBOX", "TIMELINE", "UPDATE", "ANALYSIS", "INTERVIEW", "EXCLUSIVE", "FEATURE", "PREVIEW", "NEWSMAKER",
		"CORRECTED", "REFILE", "RPT", "WRAPUP", "BRIEF", "TEXT", "TABLE", "POLL", "FOCUS", "INSIGHT", "COLUMN",
		"FOREX", "STOCKS", "BONDS", "MARKETS":
		return true
	}
	return false
}

// suffixLen is the length of the lower-case parts after the last part with a
// capital, hyphens included: 4 for "U.S.-led".
func suffixLen(w string, f found) int {
	end := len(w)
	for {
		i := strings.LastIndexByte(w[:end], '-')
		if i <= 0 {
			return len(w) - end
		}
		part := w[i+1 : end]
		if len(part) < 2 || belongs(part) || hasCapital(part) || part[0] >= '0' && part[0] <= '9' || !hasCapital(w[:i]) ||
			f.kind == kind.Person && !describes(part) && (part != "ji" || f.last-f.first > 1) {
			return len(w) - end
		}
		end = i
	}
}

// belongs reports whether a lower-case last part belongs to the name before
// it: an honorific of the east that is not cut, or a word for a street, ward or town.
func belongs(part string) bool {
	switch part {
	case "san", "sama", "kun", "chan", "jan", "saheb", "sahib", "bhai", "da", "ssi", "nim", "ul", "ur", "al",
		"dori", "cho", "machi", "ku", "shi", "gun", "ken", "do", "si", "gu", "dong", "ri", "ro", "gil", "myeon", "eup":
		return true
	}
	return false
}

// describes reports whether a lower-case last part after the name of a person
// is a word of its own ("Obama-era") and not the rest of a given name, as in
// names of Korea and China ("Moo-hyun").
func describes(part string) bool {
	switch part {
	case "led", "era", "style", "like", "born", "run", "esque", "type", "free", "backed", "owned", "based", "designed",
		"inspired", "linked", "headed", "themed", "related":
		return true
	}
	return len(part) > 5 && (strings.HasSuffix(part, "ed") || strings.HasSuffix(part, "ing"))
}

func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

func hasCapital(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' || s[i] >= 0x80 {
			return true
		}
	}
	return false
}

// twoNames returns where the hyphen stands in a word that joins two names of
// places, peoples or organisations ("Israeli-Palestinian", "Iran-Iraq",
// "U.S.-Afghan"), and the kind of the second; 0 for other words.
func (m *Model) twoNames(w string, k kind.Kind) (int, kind.Kind) {
	i := strings.IndexByte(w, '-')
	if i <= 0 || i+1 == len(w) || strings.IndexByte(w[i+1:], '-') >= 0 || k == kind.Person || k == kind.Misc {
		return 0, k
	}
	const (
		people = ner.DemonymWord | ner.PeopleWord
		place  = ner.CountryWord | ner.CityWord
	)
	if m.entry(w, ner.Running).word.Bits&(people|place|ner.PlaceWord|ner.OrgWord) != 0 || citizens(w[i+1:]) {
		return 0, k
	}
	a, b := m.entry(w[:i], ner.Running).word.Bits, m.entry(w[i+1:], ner.Running).word.Bits
	switch {
	case k == kind.Org:
		if a&b&ner.OrgWord != 0 && (a|b)&(people|ner.FirstName|ner.Surname) == 0 {
			return i, k
		}
	case a&(people|place) == 0:
	case b&people != 0:
		return i, kind.NORP
	case b&place != 0:
		return i, kind.Place
	}
	return 0, k
}

// citizens reports whether a word makes one people of it and the word before
// it: an Iranian-Canadian is no Iranian and a Canadian.
func citizens(s string) bool {
	switch s {
	case "American", "Americans", "Canadian", "Canadians", "Australian", "Australians":
		return true
	}
	return false
}
