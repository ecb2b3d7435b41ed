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
	HamletWord  // a small populated place of the gazetteer
	BigWord     // a city of more than 50,000
	MetroWord   // a city of more than 500,000
	TitleWord   // stands before names of people: a title, rank or role
	PeopleWord  // a people, language, faith or camp
	OrgHead     // says that the name it is in is one of an organisation
	PlaceHead   // … of a place
	MiscHead    // … of something else
	SportWord   // says that the text is about sport
	TradeWord   // … about business
	ArtsWord    // … about arts and entertainment
	PhraseStart // some longer phrase starts with it
	Linker      // a lower-case word seen inside names
	Opener      // a lower-case word seen as the first word of names
	Always      // a word without capitals that is mostly part of a name
	KnownPerson // the name, or the last name, of a well-known person
	KnownOrg    // a well-known organisation
	KnownMisc   // a well-known name of another kind
	KnownNone   // written with a capital, but no name
)

// A Role says what the phrases are that have a word at one place, first or
// last: the most frequent type, its share and the number of phrases, each on
// a short scale. 0 is no phrase.
type Role uint8

// MakeRole returns the role of a word from how many person, place,
// organisation and other phrases have it at the place.
func MakeRole(counts [4]int) Role {
	best, sum := 0, 0
	for t, n := range counts {
		sum += n
		if n > counts[best] {
			best = t
		}
	}
	if sum == 0 {
		return 0
	}
	share, size := 0, 0
	switch s := 100 * counts[best] / sum; {
	case s >= 95:
		share = 3
	case s >= 80:
		share = 2
	case s >= 55:
		share = 1
	}
	switch {
	case sum >= 60:
		size = 3
	case sum >= 12:
		size = 2
	case sum >= 3:
		size = 1
	}
	// A single phrase is no share at all.
	if size == 0 {
		share = min(share, 1)
	}
	return Role(best<<4|size<<2|share) + 1
}

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
	KnownPhrase // with another type: a well-known name; alone: a people
)

// MaxPhrase is the number of words of the longest phrase that is looked up.
const MaxPhrase = 6

// A Lexicon answers what is known of words and phrases.
type Lexicon interface {
	// Word fills in Cluster, Bits, Caps and the roles of w.
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
