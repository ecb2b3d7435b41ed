package ner

// Bits is what the lexicon knows of a single word, one bit a list.
type Bits uint32

// Lists of single words.
const (
	FirstName Bits = 1 << iota
	Surname
	PersonWord // a person phrase of one word
	PlaceWord
	OrgWord
	WorkWord
	EventWord
	ThingWord
	JobWord
	DemonymWord
	CityWord    // a populated place of the gazetteer
	CountryWord // a country or first-level unit
	PhraseStart // some longer phrase starts with it
	Linker      // a lower-case word seen inside names
	Opener      // a lower-case word seen as the first word of names
	Always      // a word without capitals that is mostly part of a name
)

// Types is what the lexicon knows of a phrase of several words, one bit a type.
type Types uint8

// Types of phrases.
const (
	PersonPhrase Types = 1 << iota
	PlacePhrase
	OrgPhrase
	WorkPhrase
	EventPhrase
	ThingPhrase
	GazetteerPhrase
)

// MaxPhrase is the number of words of the longest phrase that is looked up.
const MaxPhrase = 6

// A Lexicon answers what is known of words and phrases.
type Lexicon interface {
	// Word fills in Cluster, Bits and Caps of w.
	Word(w *Word)
	// Phrase returns the types of the phrase with that hash, 0 for none.
	Phrase(h uint64) Types
	// Path returns the bit string of a cluster as its bits, first bit highest
	// (left-aligned in 32 bits), and its length.
	Path(cluster uint16) (bits uint32, n int)
}

// ExtendPhrase returns the hash of a phrase made longer by one word; the hash
// of a phrase of one word is ExtendPhrase(0, w).
func ExtendPhrase(h uint64, w uint64) uint64 { return Mix(h+1, w) }
