package train

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/internal/ner"
)

// A pool holds single words that names of each kind are made of, to swap into
// training copies, so that the model learns contexts and not who was in the
// news when its gold was written.
type pool struct {
	first, last, place, org []string
}

// chance is a stream of pseudo-random numbers that depends on its seed alone.
type chance uint64

func (c *chance) next() uint64 {
	*c = chance(ner.Mix(uint64(*c), 0x5851F42D4C957F2D))
	return uint64(*c)
}

func (c *chance) below(n int) int { return int(c.next() >> 11 % uint64(n)) }

func (c *chance) pick(s []string) string { return s[c.below(len(s))] }

// splice joins the head of one word with the tail of another: a name that no
// list holds but that looks like those that do.
func (c *chance) splice(words []string) string {
	a, b := []rune(c.pick(words)), []rune(c.pick(words))
	head := a[:min(len(a), 2+c.below(3))]
	tail := b[max(0, len(b)-2-c.below(3)):]
	return string(head) + strings.ToLower(string(tail))
}

// word returns a substitute: half of the time one of the list, else a splice.
func (c *chance) word(words []string) string {
	if c.next()>>20&1 == 0 {
		return c.pick(words)
	}
	return c.splice(words)
}

// substitute returns a copy of a document in which words of names are swapped
// for others, the same for the same throughout.
func (p *pool) substitute(d *Document, lex *extractor, seed uint64) Document {
	c := chance(ner.Mix(seed, ner.Hash(d.File+"/"+d.ID)))
	swap := map[string]string{}
	out := Document{File: d.File, ID: d.ID, Weight: d.Weight}
	for _, s := range d.Sentences {
		words := s.Words
		copied := false
		for i, l := range s.Labels {
			if l == ner.Out {
				continue
			}
			w := lex.word(words[i], ner.Running)
			if w.Class != ner.Capital || utf8.RuneCountInString(words[i]) < 3 || strings.ContainsAny(words[i], "-'’") {
				continue
			}
			var from []string
			switch part := l.Part(); l.Kind() {
			case kind.Person:
				from = p.last
				if part == ner.Begin {
					from = p.first
				}
			case kind.Place:
				// Words that are also common nouns say what the thing is: keep them.
				if w.Caps != 0 && w.Caps < 6 {
					continue
				}
				from = p.place
			case kind.Org:
				if part != ner.Unit {
					continue
				}
				from = p.org
			default:
				continue
			}
			key := words[i] + "/" + l.Kind().String()
			sub, ok := swap[key]
			if !ok {
				if c.next()>>20&3 != 0 {
					sub = c.word(from)
				}
				swap[key] = sub
			}
			if sub == "" {
				continue
			}
			if !copied {
				words = append([]string(nil), words...)
				copied = true
			}
			words[i] = sub
		}
		out.Sentences = append(out.Sentences, Sentence{words, s.Labels})
	}
	return out
}

// capitalise returns a lower-case word with a capital first letter.
func capitalise(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// plainWord reports whether s is letters only, at least three.
func plainWord(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.IsLetter(r) {
			return false
		}
		n++
	}
	return n >= 3
}
