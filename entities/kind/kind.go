// Package kind names the kinds of mention that Dateline reports. It is the
// leaf that every stage shares: it imports nothing of this module.
package kind

import "fmt"

// Kind says what a mention names. The zero value, None, is no kind at all.
type Kind uint8

// The kinds, in the order of reports and of model labels.
const (
	None   Kind = iota
	Person      // people and families, without titles and honorifics
	Org         // companies, agencies, parties, armed groups, media, clubs, courts
	Place       // countries, regions, cities, waters, mountains, named facilities
	NORP        // nationalities, ethnic, religious and political groups, languages
	Misc        // other names: wars, storms, treaties, tournaments, prizes, works, products
	Date        // temporal expressions, TIMEX3 DATE, TIME, DURATION and SET
)

// Count is the number of kinds, None included; it sizes tables indexed by Kind.
const Count = int(Date) + 1

var names = [Count]string{"", "PERSON", "ORG", "PLACE", "NORP", "MISC", "DATE"}

// String returns the name used in JSON and labels, such as "PERSON"; None is "".
func (k Kind) String() string {
	if int(k) < Count {
		return names[k]
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// Parse returns the kind of that name and whether there is one.
func Parse(name string) (Kind, bool) {
	for i := 1; i < Count; i++ {
		if names[i] == name {
			return Kind(i), true
		}
	}
	return None, false
}

// MarshalText implements encoding.TextMarshaler.
func (k Kind) MarshalText() ([]byte, error) {
	if int(k) >= Count {
		return nil, fmt.Errorf("kind: no name for value %d", uint8(k))
	}
	return []byte(names[k]), nil
}

// UnmarshalText implements encoding.TextUnmarshaler.
func (k *Kind) UnmarshalText(b []byte) error {
	v, ok := Parse(string(b))
	if !ok {
		return fmt.Errorf("kind: unknown kind %q", b)
	}
	*k = v
	return nil
}
