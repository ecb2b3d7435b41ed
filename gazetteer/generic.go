package gazetteer

import "bytes"

// kind is a set of kinds of places that a generic word such as Province or
// River tells.
type kind uint8

const (
	unit    kind = 1 << iota // country or administrative unit
	town                     // populated place
	stream                   // river
	lake                     // lake or reservoir
	height                   // mountain or range
	island                   // island or group of islands
	desert                   // desert
	anyKind = unit | town | stream | lake | height | island | desert
)

// kindOf returns the kind of a feature code, 0 for others.
func kindOf(feature string) kind {
	switch feature {
	case "STM", "CNL":
		return stream
	case "LK", "LKS", "RSV":
		return lake
	case "MT", "MTS", "PK":
		return height
	case "ISL", "ISLS", "ATOL":
		return island
	case "DSRT":
		return desert
	case "RGN", "ZN", "TERR", "CONT":
		return unit
	}
	if len(feature) >= 3 {
		switch feature[:3] {
		case "PPL":
			return town
		case "ADM", "PCL":
			return unit
		}
	}
	return 0
}

// lastWord returns what a generic word behind a name says of the kind.
func lastWord(w []byte) kind {
	switch string(w) {
	case "province", "state", "region", "governorate", "oblast", "district", "county", "prefecture",
		"department", "republic", "territory", "krai", "emirate", "voivodeship", "parish", "canton", "division", "agency":
		return unit
	case "city", "town", "village", "township", "suburb", "municipality":
		return town | unit
	case "river", "creek", "canal":
		return stream
	case "lake", "reservoir":
		return lake
	case "mountain", "mountains", "range", "hills":
		return height
	case "island", "islands", "isle", "atoll":
		return island
	case "desert":
		return desert
	}
	return 0
}

// firstWord returns what a generic word before a name says of the kind, with
// "of" after it or without.
func firstWord(w []byte) (k kind, of bool) {
	switch string(w) {
	case "province", "state", "region", "governorate", "oblast", "district", "department", "republic",
		"territory", "emirate", "kingdom", "canton", "principality", "commonwealth", "sultanate":
		return unit, true
	case "county":
		return unit, false
	case "city", "town", "village", "port", "municipality":
		return town | unit, true
	case "island", "isle", "islands":
		return island | unit, true
	case "river":
		return stream, false
	case "lake":
		return lake, false
	case "mount":
		return height, false
	case "north", "northern", "south", "southern", "east", "eastern", "west", "western", "central",
		"northeast", "northeastern", "northwest", "northwestern", "southeast", "southeastern", "southwest", "southwestern",
		"upper", "lower", "greater", "inner", "metropolitan", "downtown", "mainland", "rural", "suburban":
		return anyKind, false
	}
	return 0, false
}

// bare returns what is left of a folded name without the generic word at its
// end or beginning, and the kind that the word told; 0 where there is none.
func bare(folded []byte) ([]byte, kind) {
	if i := bytes.LastIndexByte(folded, ' '); i > 0 {
		if k := lastWord(folded[i+1:]); k != 0 {
			return folded[:i], k
		}
	}
	first, rest, ok := bytes.Cut(folded, []byte(" "))
	if !ok {
		return nil, 0
	}
	k, of := firstWord(first)
	if k == 0 {
		return nil, 0
	}
	if of {
		if rest, ok = bytes.CutPrefix(rest, []byte("of ")); !ok {
			return nil, 0
		}
		rest = bytes.TrimPrefix(rest, []byte("the "))
	}
	return rest, k
}
