package gazetteer

import "encoding/binary"

// The gazetteer file. Its container, with magic, version, section table and
// checksum, is the one of internal/flat; all integers are little-endian.
// Nothing is decoded on open: every answer is read where it lies.
//
//	meta     UTF-8 lines "key: value"; "version" is what DataVersion returns
//	strings  byte strings, each behind a length byte; referred to by offset
//	rows     one record of rowLen bytes a place, ordered by cell, country,
//	         first-level unit, second-level unit and feature
//	id       per row, uint32: GeoNames id, or bit 31 and the string offset of
//	         another ref
//	names    per row the primary name behind a length byte, in row order
//	name16   uint32: offset in names of each 16th row's name
//	people   per row, uint32: population, saturated
//	admin2of per row, uint24: second-level unit + 1
//	cells    uint32 × (360·180+1): number of the first row of each cell of one
//	         degree; cell = (floor(lat)+90)·360 + floor(lon)+180
//	buckets  uint32 × (2^b+1): number of the first key of each bucket
//	keys     per folded name its hash's 32 bits below the top b, and a value:
//	         a posting, or bit 31 and the offset of a list in postings
//	postings uint32 lists: a count, then that many postings, best first
//	ids      row numbers by rising GeoNames id
//	refs     row numbers of the rows without such an id, by rising ref
//	features uint32 string offsets, one a feature code
//	country  per country: code (2 bytes), unused (2), row of the country itself + 1
//	admin1   per first-level unit: code, name (string offsets), row + 1
//	admin2   per second-level unit: name (string offset), row + 1
//
// A record of rows, which holds what choosing between places needs, is
//
//	0 uint16  first-level unit + 1
//	2 uint8   country + 1
//	3 uint16  feature
//	5 uint8   prominence
//	6 int24   latitude in 1e-4 degrees, about 11 m
//	9 int24   longitude in 1e-4 degrees
//
// A posting holds a NameClass in bits 28 to 30 and a row number in the 28 bits
// below; noRow stands where a nationality word belongs to no place.
//
// A name is found by a 64-bit hash of its folded form of which 32 + b bits are
// kept, so a name that is not in a table of 2^20 names is taken for one of them
// once in about 500 million tries. The names themselves would cost twice the
// space.
const (
	fileMagic   = "DLGAZET\n"
	fileVersion = 1

	rowLen  = 12
	rowAdm1 = 0
	rowCtry = 2
	rowFeat = 3
	rowProm = 5
	rowLat  = 6
	rowLon  = 9

	nameStep   = 16
	keyLen     = 8
	countryLen = 8
	admin1Len  = 12
	admin2Len  = 8

	highBit   = 1 << 31
	classBits = 28
	rowMask   = 1<<classBits - 1
	noRow     = rowMask

	lonCells = 360
	latCells = 180
	numCells = lonCells * latCells
)

const coordUnit = 1e4 // stored units a degree

// cellOf returns the cell of a point given in stored units.
func cellOf(lat, lon int32) int {
	y := (int(lat) + 90*coordUnit) / coordUnit
	x := (int(lon) + 180*coordUnit) / coordUnit
	return min(max(y, 0), latCells-1)*lonCells + min(max(x, 0), lonCells-1)
}

// hashName hashes a folded name, eight bytes at a time: each block, the last
// one filled with zeros, is mixed in by a multiplication and a shift, and the
// finalizer of MurmurHash3 spreads the result. The length goes in first.
func hashName(folded []byte) uint64 {
	const k = 0x9e3779b97f4a7c15 // 2^64 divided by the golden ratio
	h := uint64(len(folded)) * k
	for len(folded) >= 8 {
		h = (h ^ binary.LittleEndian.Uint64(folded)) * k
		h ^= h >> 29
		folded = folded[8:]
	}
	var tail uint64
	for i, c := range folded {
		tail |= uint64(c) << (8 * i)
	}
	h = (h ^ tail) * k
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
