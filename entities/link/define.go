package link

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/entities/kind"
)

// A definition is an acronym that the text introduces in brackets behind the
// name it stands for: "the Islamic State group (IS)".
type definition struct {
	short string
	kind  kind.Kind
}

// Bounds of what is read as a definition.
const (
	maxShort       = 10   // bytes of an acronym
	maxDefinitions = 16   // acronyms of one document
	definedScore   = 0.95 // score of their mentions
	definerNeeds   = 0.5  // least score of the name they stand for
)

// define makes the acronyms that the text introduces mentions, wherever they
// stand just so. The tagger may know nothing of them, or take them for words:
// "IS has a presence". Lines in capitals are left alone, for there a word says
// nothing by its capitals.
func (l *Linker) define(text string, ms []Mention) []Mention {
	defs := l.defs[:0]
	for i := range ms {
		m := &ms[i]
		if m.Score < definerNeeds || m.Kind != kind.Org && m.Kind != kind.Misc && m.Kind != kind.Place || len(defs) == maxDefinitions {
			continue
		}
		if short := introduced(text, m); short != "" {
			defs = append(defs, definition{short, m.Kind})
		}
	}
	l.defs = defs
	if len(defs) == 0 {
		return ms
	}
	l.extra = l.extra[:0]
	for _, d := range defs {
		l.spotDefined(text, d)
	}
	slices.SortFunc(l.extra, func(a, b Mention) int { return cmp.Compare(a.Start, b.Start) })
	// What lies in a mention is a part of it, and the mention that is just the
	// acronym takes its kind.
	free, i := l.extra[:0], 0
	for _, x := range l.extra {
		for i < len(ms) && ms[i].End <= x.Start {
			i++
		}
		if i == len(ms) || ms[i].Start >= x.End {
			free = append(free, x)
			continue
		}
		if m := &ms[i]; m.Start == x.Start && m.End == x.End && m.Score < definedScore && m.Kind != kind.Date && m.Kind != x.Kind {
			m.Kind, m.Score = x.Kind, definedScore
		}
	}
	l.extra = free
	return mergeMentions(ms, l.extra)
}

// introduced returns the acronym in brackets right behind a name, with at most
// one word such as "group" between, or "".
func introduced(text string, m *Mention) string {
	rest := text[m.End:min(len(text), m.End+maxShort+16)]
	open := strings.IndexByte(rest, '(')
	if open < 1 || rest[open-1] != ' ' {
		return ""
	}
	between := strings.TrimSpace(rest[:open])
	for i := 0; i < len(between); i++ {
		if between[i] < 'a' || between[i] > 'z' {
			return ""
		}
	}
	rest = rest[open+1:]
	end := 0
	for end < len(rest) && end <= maxShort && rest[end] >= 'A' && rest[end] <= 'Z' {
		end++
	}
	if end < 2 || end > maxShort || end == len(rest) || rest[end] != ')' && rest[end] != ',' && rest[end] != ';' {
		return ""
	}
	short := rest[:end]
	name := text[m.Start:m.End]
	// Letters that are not the initials may be another language's ("Kurdistan
	// Workers' Party (PKK)"); that is believed of organisations only, and only
	// where nothing stands between and the bracket holds nothing else.
	if spells(name, short) || m.Kind == kind.Org && between == "" && rest[end] == ')' && (strings.IndexByte(name, ' ') > 0 || holds(name, short)) {
		return short
	}
	return ""
}

// holds reports whether a word has the letters of an acronym in order, its
// first letter first: "Kuomintang (KMT)".
func holds(name, short string) bool {
	if name == "" || name[0] != short[0] {
		return false
	}
	n := 0
	for i := 0; i < len(name) && n < len(short); i++ {
		if name[i] == short[n] || name[i] == short[n]|0x20 {
			n++
		}
	}
	return n == len(short)
}

// spotDefined notes where a defined acronym stands as a word of its own.
func (l *Linker) spotDefined(text string, d definition) {
	for p := 0; ; {
		i := strings.Index(text[p:], d.short)
		if i < 0 {
			return
		}
		start, end := p+i, p+i+len(d.short)
		p = end
		if start > 0 && (wordByte(text[start-1]) || text[start-1] == '-' || text[start-1] == '.') ||
			end < len(text) && wordByte(text[end]) || capsLine(text, start) {
			continue
		}
		l.extra = append(l.extra, Mention{Start: start, End: end, Kind: d.kind, Score: definedScore})
	}
}

// capsReach bounds how far around a word capsLine looks.
const capsReach = 120

// capsLine reports whether the line around p has no lower-case letter nearby.
func capsLine(text string, p int) bool {
	for i := p; i < len(text) && i < p+capsReach && text[i] != '\n'; i++ {
		if 'a' <= text[i] && text[i] <= 'z' {
			return false
		}
	}
	for i := p - 1; i >= 0 && i > p-capsReach && text[i] != '\n'; i-- {
		if 'a' <= text[i] && text[i] <= 'z' {
			return false
		}
	}
	return true
}

func hasLower(s string) bool {
	for i := 0; i < len(s); i++ {
		if 'a' <= s[i] && s[i] <= 'z' {
			return true
		}
	}
	return false
}
