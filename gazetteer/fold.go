package gazetteer

import "unicode/utf8"

// Replacements of the letters of Latin-1, Latin Extended-A and -B (U+00C0 to
// U+024F) and of Latin Extended Additional (U+1E00 to U+1EFF): the base letter
// of the Unicode decomposition, or of the closest English spelling. A dot
// keeps the letter as it is, a digit stands for an entry of ligatures.
const (
	latinFirst = 0xC0
	latinFold  = "aaaaaa2ceeeeiiiidnooooo.ouuuuy31aaaaaa2ceeeeiiiidnooooo.ouuuuy3y" + // U+00C0
		"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii55jjkkkllllll." + // U+0100
		".llnnnnnn.nnoooooo44rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" + // U+0140
		".b....o..dd....aeff.g..ikk...n..oo.............uu.vyyzz........." + // U+0180
		".............aaiioouuuuuuuuuu.aaaa22..ggkkoooo..j...gg..nnaa22oo" + // U+01C0
		"aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............" + // U+0200
		"....u..........." // U+0240
	additionalFirst = 0x1E00
	additionalFold  = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" + // U+1E00
		"mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" + // U+1E40
		"wwwwwwwwwwxxxxyyzzzzzzhtwy.s..1.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" + // U+1E80
		"eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......" // U+1EC0
)

const ligatures = "??ssaethoeij" // '1' is ss, '2' ae, '3' th, '4' oe, '5' ij

// What asciiFold and foldRune say besides a letter, a digit or a ligature.
const (
	foldKeep  = '.'
	foldSpace = ' '
	foldDrop  = 0
	foldMore  = 1
)

// Fold returns the form under which the gazetteer files a name; see AppendFold.
func Fold(name string) string { return string(AppendFold(nil, name)) }

// AppendFold appends the form under which the gazetteer files a name, and
// allocates nothing when dst has room.
//
// Case, diacritics, apostrophes and full stops go; hyphens, dashes, commas,
// brackets, slashes and white space become one space each run; "&" becomes
// "and"; a leading "the" goes; "st", "ste", "mt" and "ft" before another word
// become saint, sainte, mount and fort, and a leading single n, s, e or w a
// compass word. Letters of other scripts and invalid bytes stay as they are.
func AppendFold(dst []byte, name string) []byte {
	start := len(dst)
	word := start // where the current word begins in dst
	gap := false  // something that parts words was seen since the last letter
	for i := 0; i < len(name); {
		c, size := asciiFold[name[i]], 1
		switch c {
		case foldDrop:
			i++
			continue
		case foldSpace:
			gap = gap || len(dst) > word
			i++
			continue
		case foldMore:
			if name[i] < utf8.RuneSelf { // the ampersand
				gap, c = gap || len(dst) > word, '&'
				break
			}
			var r rune
			r, size = utf8.DecodeRuneInString(name[i:])
			c = foldRune(r)
			if c == foldSpace || c == foldDrop {
				gap = gap || c == foldSpace && len(dst) > word
				i += size
				continue
			}
		}
		if gap {
			dst = endWord(dst, start, word)
			if len(dst) > start {
				dst = append(dst, ' ')
			}
			word, gap = len(dst), false
		}
		switch {
		case c >= 'a' || size == 1 && c >= '0':
			dst = append(dst, c)
		case c == foldKeep:
			dst = append(dst, name[i:i+size]...)
		case c == '&':
			dst = append(dst, "and"...)
			gap = true
		default:
			dst = append(dst, ligatures[2*(c-'0')], ligatures[2*(c-'0')+1])
		}
		i += size
	}
	return dst
}

// asciiFold says what becomes of a byte: a letter or digit, foldSpace, foldDrop,
// or foldMore for a byte that needs a closer look.
const asciiFold = "                                " +
	"  \x00   \x01\x00      \x00 0123456789      " + // space to question mark
	" abcdefghijklmnopqrstuvwxyz     " + // at sign to underscore
	"\x00abcdefghijklmnopqrstuvwxyz     " + // backquote to delete
	more32 + more32 + more32 + more32

const more32 = "\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01"

// endWord spells out the abbreviated word dst[word:], which another word follows.
func endWord(dst []byte, start, word int) []byte {
	switch len(dst) - word {
	case 1:
		if word != start {
			return dst
		}
		switch dst[word] {
		case 'n':
			return append(dst, "orth"...)
		case 's':
			return append(dst, "outh"...)
		case 'e':
			return append(dst, "ast"...)
		case 'w':
			return append(dst, "est"...)
		}
	case 2:
		switch string(dst[word:]) {
		case "st":
			return append(dst[:word], "saint"...)
		case "mt":
			return append(dst[:word], "mount"...)
		case "ft":
			return append(dst[:word], "fort"...)
		}
	case 3:
		switch {
		case word == start && string(dst[word:]) == "the":
			return dst[:word]
		case string(dst[word:]) == "ste":
			return append(dst[:word], "sainte"...)
		}
	}
	return dst
}

// foldRune says what becomes of a rune beyond ASCII: a letter, a digit that
// names a ligature, foldSpace, foldDrop or foldKeep.
func foldRune(r rune) byte {
	switch {
	case latinFirst <= r && r < latinFirst+rune(len(latinFold)):
		return latinFold[r-latinFirst]
	case additionalFirst <= r && r < additionalFirst+rune(len(additionalFold)):
		return additionalFold[r-additionalFirst]
	case 0x02B0 <= r && r <= 0x036F: // modifier letters, used as apostrophes; combining marks
		return foldDrop
	case 0x2010 <= r && r <= 0x2015, r == 0x2212, 0x2000 <= r && r <= 0x200A, r == 0xA0, r == 0x202F, r == 0x3000:
		return foldSpace
	case 0x2018 <= r && r <= 0x201F, r == 0xB4, r == 0x2032, r == 0xAD, 0x200B <= r && r <= 0x200D, r == 0xFEFF:
		return foldDrop
	}
	return foldKeep
}
