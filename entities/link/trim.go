package link

import (
	"strings"

	"github.com/dateline-go/dateline/entities/kind"
)

// trimTitles cuts titles off the front of people's names that the tagger took
// in. Only words that are never a given name count: "Daw Mya Thandar" loses
// one, "Dean Martin" and "King Vidor" lose nothing.
func trimTitles(text string, ms []Mention) {
	for i := range ms {
		m := &ms[i]
		if m.Kind != kind.Person {
			continue
		}
		for {
			word, rest, ok := strings.Cut(text[m.Start:m.End], " ")
			if !ok || !bareTitle(word) || !nameLike(rest) {
				break
			}
			m.Start = m.End - len(rest)
		}
	}
}

// nameLike reports whether s can be a name on its own: a capital and more.
func nameLike(s string) bool {
	return len(s) > 2 && (s[0] >= 'A' && s[0] <= 'Z' || s[0] >= 0x80)
}

// bareTitle reports whether a word is a title and nothing else.
func bareTitle(w string) bool {
	switch w {
	case "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Prof.", "Rev.", "Fr.", "Hon.", "Sen.", "Sens.", "Rep.", "Reps.", "Gov.", "Atty.",
		"Gen.", "Lt.", "Lt", "Col.", "Maj.", "Capt.", "Sgt.", "Sgt", "Cpl.", "Pvt.", "Spc.", "Adm.", "Brig.", "Cmdr.", "Insp.", "Supt.", "Det.",
		"President", "Senator", "Governor", "Chancellor", "Ambassador", "Congressman", "Congresswoman", "Councilman", "Councilwoman",
		"Lieutenant", "Sergeant", "Admiral", "Brigadier", "Professor", "Archbishop",
		"Mullah", "Maulana", "Maulvi", "Ayatollah", "Hojatoleslam", "Alhaji", "Hajiya", "Daw", "Datuk", "Shri", "Smt", "Encik", "Mzee":
		return true
	}
	return false
}
