package entities

// joinLetters puts back together what some tokenizers cut: abbreviations of
// single capitals ("U . S .") and initials ("George W . Bush"). It returns the
// words and, for each of them and the end, the index in sentence of its first
// part; a sentence without such parts comes back as it is, with nil.
func joinLetters(sentence []string) (words []string, at []int) {
	for i := 0; i < len(sentence); {
		n := lettersAt(sentence, i)
		if n > 1 && at == nil {
			words = append(make([]string, 0, len(sentence)), sentence[:i]...)
			at = make([]int, i, len(sentence)+1)
			for j := range at {
				at[j] = j
			}
		}
		if at != nil {
			w := sentence[i]
			for _, part := range sentence[i+1 : i+n] {
				w += part
			}
			words, at = append(words, w), append(at, i)
		}
		i += n
	}
	if at == nil {
		return sentence, nil
	}
	return words, append(at, len(sentence))
}

// lettersAt returns how many words from i on are one abbreviation or initial,
// 1 for a word that is none.
func lettersAt(s []string, i int) int {
	n := 0
	for i+n+1 < len(s) && capitalLetter(s[i+n]) && s[i+n+1] == "." && n < maxLetters {
		n += 2
	}
	switch {
	case n == 0:
		return 1
	case n == 2 && (i+2 == len(s) || s[i+2] == "" || s[i+2][0] < 'A' || s[i+2][0] > 'Z'):
		return 1 // more likely the end of something than an initial
	}
	return n
}

// maxLetters bounds the words of one abbreviation.
const maxLetters = 12

func capitalLetter(w string) bool { return len(w) == 1 && w[0] >= 'A' && w[0] <= 'Z' }
