package link

import (
	"strings"

	"github.com/dateline-go/dateline/entities/kind"
)

// equate unites names that the text itself says are one: "Islamic Movement of
// Uzbekistan (IMU)", "the Islamic State group, also known as ISIS".
func (l *Linker) equate(text string, ms []Mention) {
	open := -1 // mention before the bracket that a cue has opened a list of names in
	for i := 0; i+1 < len(ms); i++ {
		a, b := l.nameOf[i], l.nameOf[i+1]
		if a < 0 || b < 0 {
			open = -1
			continue
		}
		gap := text[ms[i].End:ms[i+1].Start]
		if len(gap) > 80 {
			open = -1
			continue
		}
		if open >= 0 {
			// "(also known as ISIS, ISIL or Daesh)"
			switch gap {
			case ", ", " or ", ", or ", "/":
				if ms[i+1].Kind == ms[i].Kind {
					l.unite(l.nameOf[open], b)
					continue
				}
			}
			open = -1
		}
		if ms[i].Kind != ms[i+1].Kind {
			// "Doctors Without Borders, known by its French initials MSF"
			if i+2 < len(ms) && ms[i+1].Kind == kind.NORP && ms[i+2].Kind == ms[i].Kind && l.nameOf[i+2] >= 0 {
				if gap := text[ms[i].End:ms[i+2].Start]; len(gap) <= 80 && aliasGap(gap) {
					l.unite(a, l.nameOf[i+2])
				}
			}
			continue
		}
		if bracketGap(gap) && l.abbreviates(text, ms, i) {
			l.unite(a, b)
			open = i
			continue
		}
		if aliasGap(gap) {
			l.unite(a, b)
			open = i
		}
	}
	for i := range ms {
		if l.nameOf[i] >= 0 && ms[i].Kind != kind.Person {
			l.equateBack(text, ms, i)
		}
	}
}

// maxBack is how many mentions equateBack looks back over.
const maxBack = 4

// equateBack unites mention i with a one-word name that the text before has
// just used for it: "“There is no Daesh here,” he said, using the Arabic
// acronym for the Islamic State group".
func (l *Linker) equateBack(text string, ms []Mention, i int) {
	from := max(0, ms[i].Start-40)
	if i > 0 {
		from = max(from, ms[i-1].End)
	}
	t := strings.TrimSuffix(strings.TrimRight(text[from:ms[i].Start], " "), " the")
	if !strings.HasSuffix(t, " for") {
		return
	}
	t = t[:len(t)-len(" for")]
	for _, cue := range [...]string{"acronym", "abbreviation", "initials", "another name", "name", "term", "shorthand"} {
		if !strings.HasSuffix(t, cue) {
			continue
		}
		for j := i - 1; j >= 0 && j >= i-maxBack && ms[i].Start-ms[j].End < 200; j-- {
			if id := l.nameOf[j]; id >= 0 && ms[j].Kind == ms[i].Kind && l.names[id].n == 1 {
				l.unite(l.nameOf[i], id)
				return
			}
		}
		return
	}
}

// bracketGap reports whether the text between two names opens a bracket.
func bracketGap(gap string) bool {
	switch gap {
	case " (", " [", " (the ", " (or ", " (or the ", " – ", " — ", "(":
		return gap[len(gap)-1] != ' ' || strings.Contains(gap, "(")
	case " group (", " party (", " movement (", " network (", " militia (", " organization (", " organisation (":
		return true
	}
	return false
}

// abbreviates reports whether mention i+1, which stands in a bracket behind
// mention i, is its short form or its long one.
func (l *Linker) abbreviates(text string, ms []Mention, i int) bool {
	if ms[i].Kind == kind.Person || ms[i].Kind == kind.NORP {
		return false
	}
	a, b := &l.names[l.nameOf[i]], &l.names[l.nameOf[i+1]]
	if l.initialsMatch(a, b) || l.initialsMatch(b, a) {
		return true
	}
	if b.n != 1 || ms[i].Kind == kind.Place ||
		a.n < 2 && !holds(text[ms[i].Start:ms[i].End], text[ms[i+1].Start:ms[i+1].End]) {
		return false
	}
	// Initials of the name in another language: only organisations and such,
	// and only where the bracket holds nothing else.
	end := ms[i+1].End
	if end >= len(text) || text[end] != ')' && text[end] != ']' {
		return false
	}
	return b.acronym || capitals(text[ms[i+1].Start:end]) >= 2
}

// initialsMatch reports whether a short name spells the initials of a long one.
func (l *Linker) initialsMatch(long, short *name) bool {
	if short.n != 1 || long.initials == 0 {
		return false
	}
	h := l.parts[short.parts].hash
	return h == long.initials || h == long.allInitials
}

func capitals(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' {
			n++
		}
	}
	return n
}

// cueEnding rules most gaps out by their last two bytes.
func cueEnding(s string) bool {
	switch s {
	case "as", "ka", "a.", "ly", "re", "ed", "\xc3\xa9", "\xa9e", "rn", "ym", "ms", "ls", "on", "to", "me", "or":
		return true
	}
	return false
}

// aliasGap reports whether the text between two names says that the second is
// another name of the first: ", also known as ", ", the former guerrilla leader
// better known as ". It stays inside one sentence.
func aliasGap(gap string) bool {
	if len(gap) < 5 || gap[0] != ' ' && gap[0] != ',' {
		return false
	}
	t := strings.TrimRight(gap, " \"'`(")
	for strings.HasSuffix(t, "“") || strings.HasSuffix(t, "‘") {
		t = strings.TrimRight(t[:len(t)-len("“")], " ")
	}
	t = strings.TrimSuffix(t, " the")
	if len(t) < 3 || !cueEnding(t[len(t)-2:]) {
		return false
	}
	if strings.ContainsAny(t, ".;:!?\n") && !strings.HasSuffix(t, "a.k.a.") {
		return false
	}
	for _, cue := range [...]string{
		"known as", "aka", "a.k.a.", "alias", "formerly", "nom de guerre", "nicknamed", "né", "née", "born", "renamed",
		"acronym", "acronyms", "initials", "abbreviation", "abbreviated as", "abbreviated to", "real name", "stage name", "pen name", "whose real name is", "also called", "or simply", "short for",
	} {
		if !strings.HasSuffix(t, cue) {
			continue
		}
		lead := t[:len(t)-len(cue)]
		if lead == "" || lead[len(lead)-1] != ' ' && lead[len(lead)-1] != '(' {
			return false
		}
		lead = strings.Trim(lead, " ,(")
		// What stands before the cue: nothing, one adverb, a word that says what
		// it is ("group, also"), or an appositive that a comma opened.
		if strings.HasPrefix(lead, "and ") || strings.Contains(lead, " and ") || strings.Contains(lead, ",") && !strings.HasPrefix(gap, ",") {
			return strings.HasSuffix(lead, "also") && strings.Count(lead, " ") <= 1
		}
		switch cue {
		case "formerly", "né", "née", "born", "renamed":
			return lead == "" || lead == "group" || lead == "and"
		}
		return gap[0] == ',' || strings.HasPrefix(gap, " (") || strings.Count(lead, " ") <= 1
	}
	return false
}
