package ner

// A Segment is a run of tokens [First, Last) of a sentence that names can lie
// in; names never cross its ends.
type Segment struct{ First, Last int }

// MaxSegment bounds the length of a segment, so that memory stays bounded on
// texts all in capitals.
const MaxSegment = 200

// maxLink is the number of words without capitals that may stand in a row
// inside a name ("of the", ", and the").
const maxLink = 4

type role uint8

const (
	never  role = iota
	link        // only between words that can be in a name
	open        // also at the start of one
	number      // only next to a word that can be in a name
	can
)

func roleOf(w *Word) role {
	switch w.Class {
	case Capital, AllCaps, Mixed, Initial, Abbrev, Letter, CapNumber, Compound, UpperLine, TitleLine:
		return can
	}
	switch {
	case w.Bits&Always != 0:
		return can
	case w.Bits&Opener != 0:
		return open
	case w.Class == Number || w.Class == LowNumber:
		return number
	case w.Bits&Linker != 0:
		return link
	}
	return never
}

// Segments appends the segments of a sentence to dst. A segment starts and
// ends with a word that can be at the edge of a name; words without capitals
// are inside only as links between such words.
func Segments(dst []Segment, words []*Word) []Segment {
	for i := 0; i < len(words); {
		r := roleOf(words[i])
		if r < open {
			i++
			continue
		}
		first := i
		last := -1 // end of the segment so far
		strong := false
		if r == number || r == open {
			// Must lead to a word with a capital at once.
			j := i
			for j < len(words) && j < i+maxLink && (roleOf(words[j]) == open || roleOf(words[j]) == number) {
				j++
			}
			if j == len(words) || roleOf(words[j]) != can {
				i++
				continue
			}
		}
		gap := 0
		for i < len(words) && i-first < MaxSegment {
			r := roleOf(words[i])
			if (r == never || r == number && gap == 1) && last == i-1 && joined(words, i) {
				r = can
			}
			if r == never {
				break
			}
			if r == can || r == number && gap == 0 {
				strong = strong || r == can
				gap = 0
				i++
				last = i
				continue
			}
			gap++
			if gap > maxLink {
				break
			}
			i++
		}
		if last < 0 {
			continue
		}
		if strong {
			dst = append(dst, Segment{first, last})
		}
		i = last
	}
	return dst
}

// joined reports whether a lower-case word or a number goes on with the word
// before it after a hyphen that is a token of its own, as in "Yoon Suk - yeol"
// and "Covid - 19".
func joined(words []*Word, i int) bool {
	if c := words[i].Class; i < 2 || c != Lower && c != Number && c != LowNumber {
		return false
	}
	switch words[i-1].Text {
	case "-", "‐", "‑":
		return true
	}
	return false
}
