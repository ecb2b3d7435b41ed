package tag

import (
	"strings"

	"github.com/dateline-go/dateline/entities/token"
	"github.com/dateline-go/dateline/internal/ner"
)

// appendSpans turns a name over whole tokens into byte spans: the name parts of
// hyphenated tokens at its ends are cut free of the rest of the word.
func (m *Model) appendSpans(spans []Span, d *token.Doc, f found) []Span {
	first, last := d.Tokens[f.first], d.Tokens[f.last-1]
	start, end := first.Start, last.End
	if w := d.Word(f.first); strings.IndexByte(w, '-') > 0 {
		start += int32(prefixLen(w))
	}
	if w := d.Word(f.last - 1); strings.IndexByte(w, '-') > 0 {
		end -= int32(suffixLen(w))
	}
	if start >= end {
		start, end = first.Start, last.End
	}
	if f.last-f.first == 1 {
		if i := m.twoNames(d.Text[start:end]); i > 0 {
			return append(spans,
				Span{start, start + int32(i), f.kind, f.score},
				Span{start + int32(i) + 1, end, f.kind, f.score})
		}
	}
	return append(spans, Span{start, end, f.kind, f.score})
}

// prefixes are the lower-case beginnings of hyphenated words that are no part
// of the name after them; others, such as "al-" and "el-", are.
var prefixes = map[string]bool{
	"anti": true, "pro": true, "non": true, "ex": true, "pre": true, "post": true, "mid": true, "inter": true,
	"trans": true, "pan": true, "neo": true, "sub": true, "ultra": true, "semi": true, "then": true, "former": true,
	"late": true, "un": true, "all": true, "cross": true, "half": true, "self": true, "intra": true, "near": true,
}

func prefixLen(w string) int {
	i := strings.IndexByte(w, '-')
	if i > 0 && i+1 < len(w) && prefixes[strings.ToLower(w[:i])] {
		return i + 1
	}
	return 0
}

// suffixLen is the length of the lower-case parts after the last part with a
// capital, hyphens included: 4 for "U.S.-led".
func suffixLen(w string) int {
	end := len(w)
	for {
		i := strings.LastIndexByte(w[:end], '-')
		if i <= 0 {
			return len(w) - end
		}
		part := w[i+1 : end]
		if len(part) < 2 || hasCapital(part) || part[0] >= '0' && part[0] <= '9' || !hasCapital(w[:i]) {
			return len(w) - end
		}
		end = i
	}
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
// places or peoples ("Israeli-Palestinian", "Iran-Iraq"), 0 in other words.
func (m *Model) twoNames(w string) int {
	i := strings.IndexByte(w, '-')
	if i <= 0 || i+1 == len(w) || strings.IndexByte(w[i+1:], '-') >= 0 {
		return 0
	}
	const known = ner.DemonymWord | ner.CountryWord
	whole, a, b := m.entry(w, ner.Running).word, m.entry(w[:i], ner.Running).word, m.entry(w[i+1:], ner.Running).word
	if whole.Bits&(known|ner.CityWord|ner.PlaceWord) == 0 && a.Bits&known != 0 && b.Bits&known != 0 {
		return i
	}
	return 0
}
