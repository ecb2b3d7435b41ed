package train

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/ner"
)

// A Lexicon holds the three sections of the lexicon that goes into a model.
type Lexicon struct {
	Words, Values, Phrases, Paths []byte
	Spelling                      []byte
}

// Open returns the lexicon for queries.
func (l *Lexicon) Open() (*ner.Packed, error) {
	return ner.OpenLexicon(string(l.Words), string(l.Values), string(l.Phrases), string(l.Paths), string(l.Spelling))
}

// word is what the builder gathers of one normal form.
type word struct {
	cluster     uint16
	bits        ner.Bits
	lower, caps int    // occurrences inside sentences, without and with a capital
	first, last [4]int // phrases by type that start and end with it
}

type lexiconBuilder struct {
	words   map[string]*word
	phrases map[uint64]ner.Types
	paths   []string
}

func (b *lexiconBuilder) word(norm string) *word {
	w := b.words[norm]
	if w == nil {
		w = &word{}
		b.words[norm] = w
	}
	return w
}

// BuildLexicon compiles the word lists under dir (lexica and places as the
// data folder has them) and counts of capitals in text, with the links seen
// inside the names of gold.
func BuildLexicon(dir string, text, gold []Document) (*Lexicon, error) {
	b := &lexiconBuilder{words: map[string]*word{}, phrases: map[uint64]ner.Types{}}
	steps := []struct {
		file string
		read func(*lexiconBuilder, io.Reader) error
	}{
		{"lexica/brown_clusters.tsv", (*lexiconBuilder).clusters},
		{"lexica/name_phrases.tsv", (*lexiconBuilder).namePhrases},
		{"lexica/first_names.txt", func(b *lexiconBuilder, r io.Reader) error { return b.list(r, ner.FirstName) }},
		{"lexica/surnames_us.txt", func(b *lexiconBuilder, r io.Reader) error { return b.list(r, ner.Surname) }},
		{"lexica/demonyms.csv", (*lexiconBuilder).demonyms},
		{"places/raw/places.tsv.gz", (*lexiconBuilder).places},
	}
	for _, s := range steps {
		if err := b.readFile(filepath.Join(dir, s.file), s.read); err != nil {
			return nil, fmt.Errorf("%s: %w", s.file, err)
		}
	}
	if err := b.ownLists(); err != nil {
		return nil, err
	}
	if err := b.knownNames(); err != nil {
		return nil, err
	}
	b.countCapitals(text)
	b.links(gold)
	return b.pack()
}

func (b *lexiconBuilder) readFile(path string, read func(*lexiconBuilder, io.Reader) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if strings.HasSuffix(path, ".gz") {
		z, err := gzip.NewReader(f)
		if err != nil {
			return err
		}
		return read(b, z)
	}
	return read(b, f)
}

func eachLine(r io.Reader, f func(line string) error) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<24)
	for n := 1; sc.Scan(); n++ {
		if err := f(sc.Text()); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return sc.Err()
}

func (b *lexiconBuilder) clusters(r io.Reader) error {
	index := map[string]uint16{}
	type entry struct{ norm, path string }
	var all []entry
	err := eachLine(r, func(line string) error {
		w, path, ok := strings.Cut(line, "\t")
		if !ok {
			return fmt.Errorf("want WORD<TAB>PATH, have %q", line)
		}
		if c := w[0]; c == '#' && len(w) > 1 || c == '@' && len(w) > 1 {
			return nil // names of accounts and topics
		}
		norm := ner.NewWord(w, ner.Running).Norm
		all = append(all, entry{norm, path})
		if index[path] == 0 {
			index[path] = 1
			b.paths = append(b.paths, path)
		}
		return nil
	})
	if err != nil {
		return err
	}
	slices.Sort(b.paths)
	for i, p := range b.paths {
		index[p] = uint16(i + 1)
	}
	for _, e := range all {
		if w := b.word(e.norm); w.cluster == 0 {
			w.cluster = index[e.path]
		}
	}
	return nil
}

// phraseTypes maps the types of name_phrases.tsv to what a phrase or a single
// word of that type is marked with.
var phraseTypes = map[string]struct {
	types ner.Types
	bits  ner.Bits
}{
	"person": {ner.PersonPhrase, ner.PersonWord}, "surname": {ner.PersonPhrase, ner.Surname},
	"place": {ner.PlacePhrase, ner.PlaceWord}, "place_abbr": {ner.PlacePhrase, ner.PlaceWord},
	"state_abbr": {ner.PlacePhrase, ner.PlaceWord},
	"org":        {ner.OrgPhrase, ner.OrgWord}, "company": {ner.OrgPhrase, ner.OrgWord},
	"work": {ner.WorkPhrase, ner.WorkWord}, "show": {ner.WorkPhrase, ner.WorkWord}, "work_old": {ner.WorkPhrase, ner.WorkWord},
	"event": {ner.EventPhrase, ner.EventWord}, "thing": {ner.ThingPhrase, ner.ThingWord},
	"job": {0, ner.JobWord}, "demonym": {0, ner.DemonymWord}, "currency": {0, ner.ThingWord},
}

func (b *lexiconBuilder) namePhrases(r io.Reader) error {
	return eachLine(r, func(line string) error {
		phrase, typ, ok := strings.Cut(line, "\t")
		t, known := phraseTypes[typ]
		if !ok || !known {
			return fmt.Errorf("want PHRASE<TAB>TYPE, have %q", line)
		}
		words := strings.Fields(phrase)
		b.phrase(words, t.types, t.bits)
		return nil
	})
}

// phrase enters a phrase, by its words, with types if it has several and bits
// if it has one.
func (b *lexiconBuilder) phrase(words []string, types ner.Types, bits ner.Bits) {
	if b.enter(b.phrases, words, types, bits) {
		b.roles(words, types)
	}
}

// enter adds types to what a table says of a phrase; a single word gets bits
// instead. It reports whether the phrase stands in the table now.
func (b *lexiconBuilder) enter(table map[uint64]ner.Types, words []string, types ner.Types, bits ner.Bits) bool {
	if len(words) == 0 || len(words) > ner.MaxPhrase {
		return false
	}
	first := b.word(ner.NewWord(words[0], ner.Running).Norm)
	if len(words) == 1 {
		first.bits |= bits
		return false
	}
	if types == 0 {
		return false
	}
	h := uint64(0)
	for _, w := range words {
		h = ner.ExtendPhrase(h, ner.NewWord(w, ner.Running).Phrase)
	}
	table[h] |= types
	first.bits |= ner.PhraseStart
	return true
}

// roles counts a phrase for its first and last words.
func (b *lexiconBuilder) roles(words []string, types ner.Types) {
	t := 3
	switch types {
	case ner.PersonPhrase:
		t = 0
	case ner.PlacePhrase, ner.GazetteerPhrase:
		t = 1
	case ner.OrgPhrase:
		t = 2
	}
	if i := slices.Index(words, ","); i > 1 {
		words = words[:i] // "Springfield , Illinois"
	}
	b.word(ner.NewWord(words[0], ner.Running).Norm).first[t]++
	b.word(ner.NewWord(words[len(words)-1], ner.Running).Norm).last[t]++
}

func (b *lexiconBuilder) list(r io.Reader, bit ner.Bits) error {
	return eachLine(r, func(line string) error {
		if f := strings.Fields(line); len(f) == 1 {
			b.word(ner.NewWord(f[0], ner.Running).Norm).bits |= bit
		}
		return nil
	})
}

func (b *lexiconBuilder) demonyms(r io.Reader) error {
	rows, err := csv.NewReader(r).ReadAll()
	for _, row := range rows {
		b.phrase(strings.Fields(row[0]), ner.PlacePhrase, ner.PlaceWord)
		for _, cell := range row[1:] {
			b.phrase(strings.Fields(cell), 0, ner.DemonymWord)
		}
	}
	return err
}

// Columns of places.tsv.gz.
const (
	colName, colAliases, colFeature, colPopulation = 2, 3, 4, 11
	colWikidata, colSources, colEnglish            = 12, 14, 15
	placeColumns                                   = 21
)

// minPopulation keeps out hamlets, whose names are mostly those of people.
const (
	minPopulation   = 1000
	bigPopulation   = 50_000
	metroPopulation = 500_000
)

func (b *lexiconBuilder) places(r io.Reader) error {
	head := true
	return eachLine(r, func(line string) error {
		if head {
			head = false
			return nil
		}
		c := strings.Split(line, "\t")
		if len(c) < placeColumns {
			return fmt.Errorf("%d columns, want %d", len(c), placeColumns)
		}
		pop, _ := strconv.Atoi(c[colPopulation])
		feature := c[colFeature]
		bit := ner.CityWord
		switch {
		case strings.HasPrefix(feature, "A.PCL") || feature == "A.ADM1":
			bit = ner.CountryWord
		case pop < minPopulation && !strings.Contains(c[colSources], "ne"):
			if pop == 0 && c[colWikidata] == "" {
				return nil
			}
			bit = ner.HamletWord
		case pop >= metroPopulation:
			bit = ner.CityWord | ner.BigWord | ner.MetroWord
		case pop >= bigPopulation:
			bit = ner.CityWord | ner.BigWord
		}
		names := []string{c[colName]}
		english, _ := strconv.Atoi(c[colEnglish])
		if c[colAliases] != "" {
			aliases := strings.Split(c[colAliases], "|")
			names = append(names, aliases[:min(english, len(aliases))]...)
		}
		for _, n := range names {
			if first, _ := utf8.DecodeRuneInString(n); !unicode.IsUpper(first) || len(n) < 3 {
				continue
			}
			words := strings.Fields(strings.ReplaceAll(n, ",", " ,"))
			if bit == ner.HamletWord && len(words) > 1 {
				b.roles(words, ner.GazetteerPhrase)
				continue
			}
			b.phrase(words, ner.GazetteerPhrase, bit)
		}
		return nil
	})
}

// countCapitals counts how often words stand with and without a capital where
// a capital means something: not first in a sentence, not on lines of capitals.
func (b *lexiconBuilder) countCapitals(docs []Document) {
	known := map[string]*ner.Word{}
	word := func(t string) *ner.Word {
		w := known[t]
		if w == nil {
			w = ner.NewWord(t, ner.Running)
			known[t] = w
		}
		return w
	}
	var ws []*ner.Word
	for _, d := range docs {
		for _, s := range d.Sentences {
			ws = ws[:0]
			for _, t := range s.Words {
				ws = append(ws, word(t))
			}
			if ner.CaseOf(ws) != ner.Running {
				continue
			}
			for i, w := range ws {
				switch w.Class {
				case ner.Lower:
					b.word(w.Norm).lower++
				case ner.Capital, ner.AllCaps, ner.Mixed, ner.Abbrev:
					if i > 0 && s.Words[i-1] != "\"" && s.Words[i-1] != "``" && s.Words[i-1] != "“" {
						b.word(w.Norm).caps++
					}
				}
			}
		}
	}
}

// capsLevel puts the counts of a word on a scale of eight.
func (w *word) capsLevel() uint8 {
	n := w.lower + w.caps
	if n < 4 {
		return 0
	}
	share := 100 * w.caps / n
	switch {
	case w.caps == 0:
		return 1
	case share < 5:
		return 2
	case share < 30:
		return 3
	case share < 70:
		return 4
	case share < 95:
		return 5
	case w.lower > 0:
		return 6
	}
	return 7
}

// linkShare: a word is a link where it is inside a name at least once in so
// many times.
const linkShare = 1500

// links marks the words without capitals that gold shows inside names.
func (b *lexiconBuilder) links(docs []Document) {
	type count struct{ all, in, first int }
	counts := map[string]*count{}
	for _, d := range docs {
		for _, s := range d.Sentences {
			for i, t := range s.Words {
				w := ner.NewWord(t, ner.Running)
				if w.Class != ner.Lower && w.Class != ner.Mark && w.Class != ner.Number && w.Class != ner.LowNumber {
					continue
				}
				c := counts[w.Norm]
				if c == nil {
					c = &count{}
					counts[w.Norm] = c
				}
				c.all++
				if l := s.Labels[i]; l != ner.Out {
					c.in++
					if l.Opens() {
						c.first++
					}
				}
			}
		}
	}
	for norm, c := range counts {
		if c.in*linkShare < c.all || c.in == 0 {
			continue
		}
		w := b.word(norm)
		w.bits |= ner.Linker
		if c.first*20 >= c.all {
			w.bits |= ner.Opener
		}
		if c.in*2 > c.all && c.in > 1 {
			w.bits |= ner.Always
		}
	}
}

func (b *lexiconBuilder) pack() (*Lexicon, error) {
	items := make([]ner.Item, 0, len(b.words))
	for _, norm := range slices.Sorted(maps.Keys(b.words)) {
		w := b.words[norm]
		v := ner.PackWord(w.cluster, w.bits, w.capsLevel(), ner.MakeRole(w.first), ner.MakeRole(w.last))
		if v != 0 {
			items = append(items, ner.Item{Hash: ner.Hash(norm), Value: v})
		}
	}
	phrases := make([]ner.Item, 0, len(b.phrases))
	for _, h := range slices.Sorted(maps.Keys(b.phrases)) {
		t := b.phrases[h]
		phrases = append(phrases, ner.Item{Hash: h, Value: uint64(t)})
	}
	paths, err := ner.PackPaths(b.paths)
	if err != nil {
		return nil, err
	}
	words, values, err := ner.PackWords(items)
	if err != nil {
		return nil, err
	}
	return &Lexicon{words, values, ner.PackPhrases(phrases), paths, b.fitSpelling()}, nil
}
