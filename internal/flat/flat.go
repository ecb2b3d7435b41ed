// Package flat reads and writes the container that Dateline's binary files
// share: a header, a table of sections, the sections, and a checksum. Files are
// queried where they lie, so nothing is decoded on open.
//
// Layout, all integers little-endian:
//
//	 0  8 bytes   magic, the file type, such as "DLGAZET\n"
//	 8  uint32    version of the file type
//	12  uint32    number of sections n
//	16  uint64    length of the whole file in bytes
//	24  uint64    CRC-64/ECMA of everything after the header and table
//	32  n × 32    section table: name (16 bytes, NUL-padded), offset uint64, length uint64
//	…             sections, each aligned to 8 bytes
//
// The table itself is covered by a CRC-64 in its own first entry, named
// "#table", whose offset holds that sum and whose length is 0.
package flat

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc64"
)

const (
	headerLen = 32
	entryLen  = 32
	nameLen   = 16
	tableName = "#table"
)

// Reasons for which a file is refused; errors of this package wrap one of them.
var (
	ErrMagic     = errors.New("not a file of this type")
	ErrVersion   = errors.New("unsupported version")
	ErrTruncated = errors.New("truncated")
	ErrCorrupt   = errors.New("corrupt")
)

var crcTable = crc64.MakeTable(crc64.ECMA)

// A Section is a named run of bytes.
type Section struct {
	Name string // at most 16 bytes
	Data []byte
}

// Encode lays the sections out as one file.
func Encode(magic string, version uint32, sections []Section) ([]byte, error) {
	if len(magic) != 8 {
		return nil, fmt.Errorf("flat: magic %q is not 8 bytes", magic)
	}
	n := len(sections) + 1
	size := headerLen + n*entryLen
	offsets := make([]int, len(sections))
	for i, s := range sections {
		if len(s.Name) == 0 || len(s.Name) > nameLen || s.Name == tableName {
			return nil, fmt.Errorf("flat: bad section name %q", s.Name)
		}
		offsets[i] = size
		size += (len(s.Data) + 7) &^ 7
	}
	b := make([]byte, size)
	copy(b, magic)
	binary.LittleEndian.PutUint32(b[8:], version)
	binary.LittleEndian.PutUint32(b[12:], uint32(n))
	binary.LittleEndian.PutUint64(b[16:], uint64(size))
	table := b[headerLen : headerLen+n*entryLen]
	copy(table, tableName)
	for i, s := range sections {
		e := table[(i+1)*entryLen:]
		copy(e[:nameLen], s.Name)
		binary.LittleEndian.PutUint64(e[nameLen:], uint64(offsets[i]))
		binary.LittleEndian.PutUint64(e[nameLen+8:], uint64(len(s.Data)))
		copy(b[offsets[i]:], s.Data)
	}
	seal(b)
	return b, nil
}

// seal writes the checksums of a file whose header and table are in place.
func seal(b []byte) {
	end := headerLen + int(binary.LittleEndian.Uint32(b[12:]))*entryLen
	binary.LittleEndian.PutUint64(b[24:], crc64.Checksum(b[end:], crcTable))
	binary.LittleEndian.PutUint64(b[headerLen+nameLen:], tableSum(string(b[:headerLen]), string(b[headerLen:end])))
}

// Reseal makes the checksums of a file fit its contents again, for tests of
// what readers do with wrong contents. It reports whether the header left room
// for that.
func Reseal(b []byte) bool {
	if len(b) < headerLen+entryLen {
		return false
	}
	if n := uint64(binary.LittleEndian.Uint32(b[12:])); n < 1 || n > uint64(len(b)-headerLen)/entryLen {
		return false
	}
	seal(b)
	return true
}

// tableSum is the checksum of header and section table, the sum's own field left out.
func tableSum(header, table string) uint64 {
	sum := crc64.Update(0, crcTable, []byte(header))
	sum = crc64.Update(sum, crcTable, []byte(table[:nameLen]))
	return crc64.Update(sum, crcTable, []byte(table[nameLen+8:]))
}

// A File is an opened container. Its sections are substrings of the data given
// to Open: nothing is copied.
type File struct {
	data     string
	body     string
	sum      uint64
	sections map[string]string
}

// Open checks magic, version, length and section table, but not the checksum
// of the sections; see Verify.
func Open(data, magic string, version uint32) (*File, error) {
	if len(data) < headerLen+entryLen {
		return nil, fmt.Errorf("flat: %d bytes are too few for a header: %w", len(data), ErrTruncated)
	}
	if data[:8] != magic {
		return nil, fmt.Errorf("flat: magic is %q, want %q: %w", data[:8], magic, ErrMagic)
	}
	if v := Uint32(data, 8); v != version {
		return nil, fmt.Errorf("flat: version is %d, want %d: %w", v, version, ErrVersion)
	}
	if size := Uint64(data, 16); size != uint64(len(data)) {
		return nil, fmt.Errorf("flat: header says %d bytes, have %d: %w", size, len(data), ErrTruncated)
	}
	n := uint64(Uint32(data, 12))
	if n < 1 || n > uint64(len(data)-headerLen)/entryLen {
		return nil, fmt.Errorf("flat: %d sections do not fit: %w", n, ErrCorrupt)
	}
	table := data[headerLen : headerLen+n*entryLen]
	if tableSum(data[:headerLen], table) != Uint64(table, nameLen) {
		return nil, fmt.Errorf("flat: section table checksum differs: %w", ErrCorrupt)
	}
	f := &File{data: data, body: data[headerLen+len(table):], sum: Uint64(data, 24), sections: make(map[string]string, n)}
	for i := 1; i < int(n); i++ {
		e := table[i*entryLen:]
		off, length := Uint64(e, nameLen), Uint64(e, nameLen+8)
		if off > uint64(len(data)) || length > uint64(len(data))-off {
			return nil, fmt.Errorf("flat: section %d lies outside the file: %w", i, ErrCorrupt)
		}
		name := e[:nameLen]
		for len(name) > 0 && name[len(name)-1] == 0 {
			name = name[:len(name)-1]
		}
		f.sections[name] = data[off : off+length]
	}
	return f, nil
}

// Verify compares the sections with the file's checksum. It reads every byte.
func (f *File) Verify() error {
	const chunk = 1 << 16
	var sum uint64
	for rest := f.body; len(rest) > 0; {
		n := min(chunk, len(rest))
		sum = crc64.Update(sum, crcTable, []byte(rest[:n]))
		rest = rest[n:]
	}
	if sum != f.sum {
		return fmt.Errorf("flat: checksum is %016x, want %016x: %w", sum, f.sum, ErrCorrupt)
	}
	return nil
}

// Section returns the bytes of a section, or an error that names it.
func (f *File) Section(name string) (string, error) {
	s, ok := f.sections[name]
	if !ok {
		return "", fmt.Errorf("flat: no section %q: %w", name, ErrCorrupt)
	}
	return s, nil
}

// Len is the length of the file in bytes.
func (f *File) Len() int { return len(f.data) }

// Uint16 reads a little-endian integer at byte i of s.
func Uint16(s string, i int) uint16 { _ = s[i+1]; return uint16(s[i]) | uint16(s[i+1])<<8 }

// Uint32 reads a little-endian integer at byte i of s.
func Uint32(s string, i int) uint32 {
	_ = s[i+3]
	return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
}

// Uint64 reads a little-endian integer at byte i of s.
func Uint64(s string, i int) uint64 {
	return uint64(Uint32(s, i)) | uint64(Uint32(s, i+4))<<32
}
