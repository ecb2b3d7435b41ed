package locate

import (
	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/gazetteer"
)

// spansOnly says whether the caller gave nothing but spans of unknown kind, so
// that names of other kinds in the text have not been looked for.
func (s *scratch) spansOnly() bool {
	for i := range s.mentions {
		if s.mentions[i].Kind != kind.None {
			return false
		}
	}
	return len(s.mentions) > 0
}

// scan looks in a part of the text that holds no mention for names of
// countries and first-level units and for nationality words, which are
// evidence even where they are part of other names: "Ohio State Highway
// Patrol", "the Kenyan government".
func (s *scratch) scan(from, to int) {
	const maxWords = 3
	for i := from; i < to; {
		if !isWordByte(s.text[i]) {
			i++
			continue
		}
		var ends [maxWords]int
		n := 0
		start := i
		for n < maxWords {
			j := i
			for j < to && (isWordByte(s.text[j]) || s.text[j] == '.' && j > i && j-i < 6) {
				j++
			}
			if j == i || s.text[i] < 'A' || s.text[i] > 'Z' {
				break
			}
			ends[n] = j
			n++
			if j+1 >= to || s.text[j] != ' ' {
				break
			}
			i = j + 1
		}
		if n == 0 {
			for i < to && isWordByte(s.text[i]) {
				i++
			}
			continue
		}
		i = ends[0]
		for k := n - 1; k >= 0; k-- {
			if s.evidence(start, ends[k]) {
				i = ends[k]
				break
			}
		}
	}
}

func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c >= 0x80
}

// unitProminence is the prominence from which on a first-level unit is taken
// for meant wherever its name stands.
const unitProminence = 130

// evidence files a name of the text that is no mention, if it is that of a
// country, a well-known first-level unit or a nationality.
func (s *scratch) evidence(start, end int) bool {
	name := s.text[start:end]
	if len(name) < 3 || cueOfWord(name) != 0 || isQualifier(name) {
		return false
	}
	s.found = s.g.Candidates(s.found[:0], name)
	unit := false
	var top uint8
	for _, f := range s.found {
		if f.Row == gazetteer.NoRow || f.Class == gazetteer.Code || f.Class == gazetteer.Variant || f.Class == gazetteer.Alias {
			continue
		}
		top = max(top, f.Prominence)
		switch class := classOf(s.g.Feature(f.Row)); {
		case f.Class == gazetteer.Demonym, class == country, class == adm1 && f.Prominence >= unitProminence:
			unit = unit || f.Prominence >= top
		}
	}
	if !unit || end < len(s.text)-1 && s.text[end] == ' ' && isUpper(s.text[end+1]) && givenName(name) {
		return false
	}
	h := s.hash(name)
	g, ok := s.names.slot(h, int32(len(s.groups)))
	if !ok {
		s.newGroup(h, name, kind.None)
	}
	s.addSpot(g, -1, start, end, fromText)
	return true
}

// givenName says whether a unit's name is a person's, too, so that it says
// little before another capitalized word.
func givenName(name string) bool {
	switch name {
	case "Georgia", "Virginia", "Jordan", "Chad", "Israel", "Kenya", "India", "Victoria", "Washington",
		"Ireland", "England", "Holland", "Carolina", "Dakota", "Montana", "Florida", "Jersey", "French", "German", "Roman":
		return true
	}
	return false
}
