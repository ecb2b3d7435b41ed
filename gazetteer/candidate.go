package gazetteer

// NameClass says how a name relates to the place it was found for, from the
// most to the least reliable.
type NameClass uint8

const (
	Primary      NameClass = iota // the place's primary name
	English                       // another English or hand-checked name
	Abbreviation                  // Calif., Que.; counts only with a capital
	Code                          // initials, which count only in capitals: US, U.P., NSW
	Variant                       // untyped alias spelled much like a better name: Nangrahar
	Alias                         // untyped alias of whatever language or sense
	Demonym                       // nationality word: Uzbek, Afghans
	numClasses
)

// String returns the class in lower case.
func (c NameClass) String() string {
	switch c {
	case Primary:
		return "primary"
	case English:
		return "english"
	case Abbreviation:
		return "abbreviation"
	case Code:
		return "code"
	case Variant:
		return "variant"
	case Alias:
		return "alias"
	case Demonym:
		return "demonym"
	}
	return "unknown"
}

// Row is the number of a place in one Gazetteer. It means nothing in another
// one, or in the next version of the data.
type Row uint32

// NoRow is the row of a nationality word that belongs to no place, such as
// Kurdish.
const NoRow Row = 1<<32 - 1

// A Candidate is a place that a name may stand for.
type Candidate struct {
	Row        Row
	Class      NameClass // how the name relates to the place
	Prominence uint8     // how well known the place is, 0 to 255; see Prominence
}
