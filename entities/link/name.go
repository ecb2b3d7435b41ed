package link

import "github.com/dateline-go/dateline/entities/kind"

// A part is one word of a name, folded: letters in lower case without accents
// or marks.
type part struct {
	hash  uint64
	alt   uint64 // people: hash of the given name that this one is short for, else hash
	first byte   // first letter, folded
	flags partFlags
}

type partFlags uint16

const (
	initial      partFlags = 1 << iota // a single letter
	nickname                           // stood in quotation marks or brackets
	generic                            // a word that many names share
	weak                               // an adjective that cannot stand for the name
	complement                         // stands behind of, for or a comma, or behind a word that does
	organWord                          // names a part of a body
	kindWord                           // is left out when the name is shortened
	patronymic                         // people: follows bin or ibn
	particled                          // people: follows a particle
	likeParticle                       // people: a given name that may be a particle, as in \"Al Gore\" and \"Al Zubair\"
)

// words cuts a name into folded words and appends them to dst. Words end at
// white space, hyphens and slashes; apostrophes and full stops vanish.
type word struct {
	hash       uint64
	start, end int
	first      byte // first letter, folded
	lower      bool // begins with a lower-case letter
	caps       bool // has no lower-case letter
	dotted     bool // letters with full stops between, "J.K."
	quoted     bool
	letters    uint8  // count of letters, up to 255
	class      class  // what kind of word it is, whatever the kind of name
	alt        uint64 // hash of the given name that this one is short for, else hash
	gender     byte   // of a given name: 'm', 'f' or 0
}

func appendWords(dst []word, s string, base int) []word { return foldWords(dst, s, base, classes) }

// A lookup says what is looked up for each word.
type lookup uint8

const (
	hashes     lookup = iota // nothing
	classes                  // the class
	givenNames               // the class, and for given names gender and full form
)

// foldWords is appendWords, which looks up what the words mean only where told
// to.
func foldWords(dst []word, s string, base int, look lookup) []word {
	var buf [24]byte // the word folded, as far as it fits
	quoted := false
	i := 0
	for i < len(s) {
		var w word
		w.hash = hashSeed
		w.start = base + i
		w.caps = true
		dots := 0
		for i < len(s) {
			c := s[i]
			var f byte
			upper := false
			switch {
			case 'a' <= c && c <= 'z':
				f = c
				w.caps = false
			case 'A' <= c && c <= 'Z':
				f = c | 0x20
				upper = true
			case '0' <= c && c <= '9':
				f = c
				upper = true
			case c == '.':
				dots++
				i++
				continue
			case c == '\'' || c == '`':
				// An apostrophe inside a word vanishes; around one it quotes.
				if w.letters == 0 || i+1 >= len(s) || !wordByte(s[i+1]) {
					quoted = w.letters == 0
				}
				i++
				continue
			case c == '&':
				if w.letters > 0 {
					f = '&' // "AT&T"
					upper = true
					break
				}
				i++
				goto done
			case c < 0x80:
				if c == '"' || c == '(' || c == ')' {
					if w.letters > 0 {
						goto done
					}
					quoted = c == '(' || c == '"' && !quoted
				}
				if w.letters > 0 {
					goto done
				}
				i++
				w.start = base + i
				continue
			case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80:
				p := s[i+2]
				if p == 0x99 && w.letters > 0 && i+3 < len(s) && wordByte(s[i+3]) || p == 0x98 && w.letters == 0 && !quoted {
					if p == 0x98 {
						quoted = true
					}
					i += 3
					continue
				}
				if w.letters > 0 {
					goto done
				}
				switch p {
				case 0x9C:
					quoted = true
				case 0x9D, 0x99:
					quoted = false
				}
				i += 3
				w.start = base + i
				continue
			case c == 0xC2 && i+1 < len(s):
				if w.letters > 0 {
					goto done
				}
				i += 2
				w.start = base + i
				continue
			default:
				f, upper = foldRune(s[i:])
				if f == 0 { // not Latin: the bytes are the letter
					w.hash = (w.hash ^ uint64(c)) * hashPrime
					if w.letters == 0 {
						w.first = c
					}
					if w.letters < 255 {
						w.letters = 255 // no word of the tables
					}
					i++
					continue
				}
				if !upper {
					w.caps = false
				}
				if c >= 0xE0 {
					i++
				}
				i++
			}
			if w.letters == 0 {
				w.first = f
				w.lower = !upper
				w.quoted = quoted
			}
			w.hash = (w.hash ^ uint64(f)) * hashPrime
			if int(w.letters) < len(buf) {
				buf[w.letters] = f
			}
			if w.letters < 255 {
				w.letters++
			}
			i++
		}
	done:
		w.end = base + i
		w.dotted = dots > 0
		if w.letters > 0 {
			w.alt = w.hash
			if look > hashes && int(w.letters) <= len(buf) {
				w.class = classOf(buf[:w.letters])
				if look == givenNames {
					if full, gender := givenName(buf[:w.letters]); gender != 0 {
						w.gender = gender
						if full != "" {
							w.alt = hashOf(full)
						}
					}
				}
			}
			dst = append(dst, w)
		}
	}
	return dst
}

func wordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c >= 0x80
}

// foldRune returns the plain letter of the accented Latin letter that s begins
// with, 0 where it is none, and whether the letter is a capital.
func foldRune(s string) (f byte, upper bool) {
	if len(s) < 2 {
		return 0, false
	}
	var i int
	var tab string
	switch c := s[0]; {
	case c >= 0xC3 && c <= 0xC5:
		i, tab = (int(c)-0xC3)<<6+int(s[1]&0x3F), latin
		upper = c == 0xC3 && s[1] <= 0x9E || c > 0xC3 && i&1 == 0
	case c == 0xE1 && len(s) >= 3 && s[1] >= 0xB8 && s[1] <= 0xBB:
		i, tab = (int(s[1])-0xB8)<<6+int(s[2]&0x3F), latinAdditional
		upper = i&1 == 0
	default:
		return 0, false
	}
	if i >= len(tab) || tab[i] == '.' {
		return 0, false
	}
	return tab[i], upper
}

// hashOf is the hash that appendWords gives to a word written in plain lower-
// case letters. It is used for tables of words.
func hashOf(s string) uint64 {
	h := uint64(hashSeed)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return h
}

// A name is one distinct name of a document.
type name struct {
	kind                  kind.Kind
	parts                 int32 // its parts are Linker.parts[parts : parts+n]
	n                     int32
	mention               int32  // the mention whose text shows the name best
	first                 int32  // its first mention
	body                  int32  // its first mention below the first line of the text, -1 for none
	parent                int32  // union-find: the name it is the same entity as; itself at the root
	entity                int32  // at roots: the entity, -1 until its first mention
	last                  int32  // at roots: the last mention seen while reading, -1 before
	bearer                int32  // unsure names: the root that the last mention was decided for, -1 before
	initials, allInitials uint64 // hashes of the initials, 0 for short names
	qualifier             uint64 // what tells two bodies of the same name apart: "Russian" Foreign Ministry
	acronym               bool   // written in capitals, 2 to 10 letters
	joined                bool   // another name was united with it
	placed                bool   // it names a gazetteer place
	apart                 bool   // its first mention stands in a bracket
	unsure                bool   // more than one longer name contains it: decided mention by mention
	implied               bool   // the surname was borrowed: "Bill" of "Bill and Hillary Clinton"
	shouted               bool   // only seen in capitals
	gender                byte   // 'm', 'f', 'F' for a guess by the given name's ending, 0 for unknown
	junior                byte   // 'j' for Jr., 's' for Sr., '2'… for numerals
}
