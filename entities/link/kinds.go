package link

import (
	"strings"

	"github.com/dateline-go/dateline/entities/kind"
)

// Kinds corrects the kinds of mentions that the document itself shows to be
// wrong, before places are resolved, and returns the mentions. It changes them
// where they lie. An acronym in brackets takes the kind of the name before it
// that it abbreviates.
func Kinds(text string, ms []Mention, known *Names) []Mention {
	return new(Linker).Kinds(text, ms, known)
}

// Kinds corrects kinds; see the function of that name.
func (l *Linker) Kinds(text string, ms []Mention, known *Names) []Mention {
	for i := 0; i+1 < len(ms); i++ {
		a, b := &ms[i], &ms[i+1]
		if a.Kind == b.Kind || b.Start-a.End > 8 || a.Kind == kind.Date || b.Kind == kind.Date {
			continue
		}
		if bracketGap(text[a.End:b.Start]) && spells(text[a.Start:a.End], text[b.Start:b.End]) {
			b.Kind = a.Kind
		}
	}
	if known != nil {
		var buf [16]word
		ws := buf[:0]
		for i := range ms {
			if e := known.find(&ws, text[ms[i].Start:ms[i].End], kind.None); e != nil && e.Kind != kind.None {
				ms[i].Kind = e.Kind
			}
		}
	}
	return ms
}

// spells reports whether short is an acronym of the capitalised words of long.
func spells(long, short string) bool {
	if strings.IndexByte(short, ' ') >= 0 || len(short) < 2 {
		return false
	}
	n := 0
	next := func() byte {
		for n < len(short) {
			c := short[n]
			n++
			if c != '.' {
				return c
			}
		}
		return 0
	}
	begin := true
	count := 0
	for i := 0; i < len(long); i++ {
		c := long[i]
		if begin && 'A' <= c && c <= 'Z' {
			if next() != c {
				return false
			}
			count++
		}
		begin = c == ' ' || c == '-' || c == '/'
	}
	return count >= 2 && next() == 0
}
