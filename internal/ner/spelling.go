package ner

import "fmt"

// Spellings is the number of classes of words that Spelling tells apart:
// first names, other names of people, places, organisations, common words.
const Spellings = 5

// SpellingStep is how many steps of a stored weight make one unit of log-odds.
const SpellingStep = 24

// SpellingSlots is the number of slots that letter sequences are hashed to.
const SpellingSlots = 1 << 16

// Spelling guesses from its letters alone what kind of name a word is: a
// logistic model over letter sequences, fitted to the name lists. It stands in
// for the lists where a word is in none.
//
// Layout: for each slot, one signed byte a class.
type Spelling struct{ weights string }

// OpenSpelling checks the length of the section.
func OpenSpelling(data string) (Spelling, error) {
	if len(data) != SpellingSlots*Spellings {
		return Spelling{}, fmt.Errorf("spelling: %d bytes, want %d", len(data), SpellingSlots*Spellings)
	}
	return Spelling{data}, nil
}

// LetterSlots appends the slots of the letter sequences of a normal form: all
// of two to four bytes, ends of the word marked, and the bias.
func LetterSlots(dst []uint32, norm string) []uint32 {
	var buf [40]byte
	b := append(buf[:0], '^')
	b = append(b, norm[:min(len(norm), len(buf)-2)]...)
	b = append(b, '$')
	dst = append(dst, 0)
	for n := 2; n <= 4; n++ {
		for i := 0; i+n <= len(b); i++ {
			h := uint64(n)
			for _, c := range b[i : i+n] {
				h = h<<8 | uint64(c)
			}
			dst = append(dst, uint32(Mix(h, 7)%(SpellingSlots-1))+1)
		}
	}
	return dst
}

// A Guess is what spelling says: the likeliest class, the next, and the
// distance of each class to the likeliest on a scale of five.
type Guess struct {
	First, Second uint8
	Far           [Spellings]uint8
}

// Guess returns what the letters of a normal form say.
func (s Spelling) Guess(norm string) Guess {
	var slots [128]uint32
	var sum [Spellings]int32
	for _, k := range LetterSlots(slots[:0], norm) {
		row := s.weights[int(k)*Spellings : int(k)*Spellings+Spellings]
		for c := range sum {
			sum[c] += int32(int8(row[c]))
		}
	}
	var g Guess
	for c := range sum {
		if sum[c] > sum[g.First] {
			g.First = uint8(c)
		}
	}
	g.Second = (g.First + 1) % Spellings
	for c := range sum {
		if uint8(c) != g.First && sum[c] > sum[g.Second] {
			g.Second = uint8(c)
		}
		switch d := sum[g.First] - sum[c]; {
		case d < SpellingStep/2:
		case d < 3*SpellingStep/2:
			g.Far[c] = 1
		case d < 3*SpellingStep:
			g.Far[c] = 2
		case d < 5*SpellingStep:
			g.Far[c] = 3
		default:
			g.Far[c] = 4
		}
	}
	return g
}
