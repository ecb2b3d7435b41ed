package ner

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"slices"
)

// Steps is the number of steps of an integer score that make up one unit of
// log-odds. Scores are integers so that every platform adds them up alike.
const Steps = 512

// Weights is the table of feature weights, queried where it lies in a model
// file. An entry holds the weights of one feature of a word at all positions,
// or those of one feature of a token; a model has a table for each of the two,
// so that the one that every token asks stays small. Entries are sorted by hash and cut into
// buckets by its highest bits. A sieve of bits, small enough to stay in a fast
// cache, tells most features that have no weight from those that have.
//
// Layout: byte bucket bits b, byte sieve bits s, 2 zero bytes, uint32 number
// of entries; 2^s uint64 of the sieve; 2^b+1 uint32 offsets of buckets into the
// entries; entries: 16 bits of the hash below those of the bucket, a byte that
// says which positions have weights (the highest bit stands for a token), and
// for each of them 24 bits, of which the low 21 say which labels have a weight
// and the high 3 are an exponent e, and a signed byte v for each of these
// labels, worth v·2^e steps.
type Weights struct {
	sieve, index, rows string
	shift              uint
	mask               uint64
}

// A Row is the weights of one feature before packing.
type Row struct {
	Hash    uint64
	Weights *[Labels]float32
}

const (
	positionMask = 0xE // bits of a feature that tell its position
	maxBucket    = 22
	maxSieve     = 20
)

// base is what the features of one value at all positions share.
func base(h uint64) uint64 { return h &^ positionMask }

func sieveBits(h uint64) (word, bits uint64) {
	return h >> 16, 1<<(h>>4&63) | 1<<(h>>10&63)
}

// PackWeights lays rows out. Weights up to least in size are dropped, and rows
// left without any. It returns the table and the number of rows in it.
func PackWeights(rows []Row, least float32) ([]byte, int) {
	kept := make([]Row, 0, len(rows))
	for _, r := range rows {
		for _, w := range r.Weights {
			if w > least || w < -least {
				kept = append(kept, r)
				break
			}
		}
	}
	slices.SortFunc(kept, func(a, b Row) int {
		switch {
		case a.Hash < b.Hash:
			return -1
		case a.Hash > b.Hash:
			return 1
		}
		return 0
	})
	var groups [][]Row
	for i := 0; i < len(kept); {
		j := i + 1
		for j < len(kept) && base(kept[j].Hash) == base(kept[i].Hash) {
			j++
		}
		groups = append(groups, kept[i:j])
		i = j
	}
	nbits, sbits := uint(1), uint(1)
	for nbits < maxBucket && len(groups)>>nbits > 1 {
		nbits++
	}
	for sbits < maxSieve && 64<<sbits < 8*len(groups) {
		sbits++
	}
	sieve := make([]uint64, 1<<sbits)
	for _, g := range groups {
		w, b := sieveBits(g[0].Hash)
		sieve[w&(1<<sbits-1)] |= b
	}
	head := []byte{byte(nbits), byte(sbits), 0, 0}
	head = binary.LittleEndian.AppendUint32(head, uint32(len(groups)))
	for _, w := range sieve {
		head = binary.LittleEndian.AppendUint64(head, w)
	}
	var body []byte
	next := 0
	for k := uint64(0); k < 1<<nbits; k++ {
		head = binary.LittleEndian.AppendUint32(head, uint32(len(body)))
		for ; next < len(groups) && groups[next][0].Hash>>(64-nbits) == k; next++ {
			g := groups[next]
			key := uint16(g[0].Hash >> (64 - nbits - 16))
			at := len(body) + 2
			body = append(body, byte(key), byte(key>>8), 0)
			for i := range g {
				body[at] |= 1 << (g[i].Hash & positionMask >> 1)
				body = appendRow(body, &g[i], least)
			}
		}
	}
	head = binary.LittleEndian.AppendUint32(head, uint32(len(body)))
	return append(head, body...), len(kept)
}

// denseRow is the number of weights from which a row holds those of all
// labels, zeros included, which is faster to add up.
const denseRow = 8

func appendRow(b []byte, r *Row, least float32) []byte {
	hi := float32(0)
	for _, w := range r.Weights {
		hi = max(hi, max(w, -w))
	}
	e := 0
	for e < 7 && math.Round(float64(hi)*Steps/float64(int(1)<<e)) > 127 {
		e++
	}
	var values [Labels]byte
	n := 0
	for y, w := range r.Weights {
		if w <= least && w >= -least {
			continue
		}
		v := math.Round(float64(w) * Steps / float64(int(1)<<e))
		values[y] = byte(int8(min(max(v, -127), 127)))
		if values[y] != 0 {
			n++
		}
	}
	mask := uint32(e) << Labels
	at := len(b)
	b = append(b, 0, 0, 0)
	for y, v := range values {
		if v != 0 || n >= denseRow {
			mask |= 1 << y
			b = append(b, v)
		}
	}
	b[at], b[at+1], b[at+2] = byte(mask), byte(mask>>8), byte(mask>>16)
	return b
}

// OpenWeights checks the layout of a weight table.
func OpenWeights(data string) (*Weights, error) {
	if len(data) < tableHeader {
		return nil, fmt.Errorf("table of %d bytes is too short", len(data))
	}
	nbits, sbits := uint(data[0]), uint(data[1])
	if nbits < 1 || nbits > maxBucket || sbits < 1 || sbits > maxSieve {
		return nil, fmt.Errorf("%d bucket bits and %d sieve bits, want 1 to %d and 1 to %d", nbits, sbits, maxBucket, maxSieve)
	}
	mid := tableHeader + 8<<sbits
	end := mid + (1<<nbits+1)*4
	if len(data) < end {
		return nil, fmt.Errorf("table of %d bytes is too short for its index", len(data))
	}
	w := &Weights{sieve: data[tableHeader:mid], index: data[mid:end], rows: data[end:], shift: 64 - nbits, mask: 1<<sbits - 1}
	last := uint32(0)
	for i := 0; i < len(w.index); i += 4 {
		v := u32(w.index, i)
		if v < last || int(v) > len(w.rows) {
			return nil, fmt.Errorf("index is out of order at bucket %d", i/4)
		}
		last = v
	}
	return w, nil
}

// may reports whether the table may hold feature h.
func (t *Weights) may(h uint64) bool {
	w, b := sieveBits(h)
	return u64(t.sieve, int(w&t.mask)*8)&b == b
}

// A lookup is a feature on its way to its entry. The steps of many look-ups
// are taken side by side, so that the waits for memory overlap.
type lookup struct {
	hash       uint64
	start, end uint32 // of the bucket
	first      uint16 // key of its first entry
}

// Lookups is the scratch space of AddToken and AddWord.
type Lookups [maxLookups]lookup

// maxLookups bounds the look-ups that are taken side by side.
const maxLookups = 128

// find fills in the buckets of the features that may have weights and reads
// their first keys. It returns how many there are.
func (t *Weights) find(l *Lookups, feats []uint64, mask uint64) int {
	n := 0
	for _, h := range feats {
		h &= mask
		if t.may(h) {
			l[n].hash = h
			n++
		}
	}
	for i := range l[:n] {
		bucket := int(l[i].hash>>t.shift) * 4
		l[i].start, l[i].end = u32(t.index, bucket), u32(t.index, bucket+4)
	}
	kept := 0
	for _, k := range l[:n] {
		if k.end-k.start >= 3 {
			k.first = uint16(t.rows[k.start]) | uint16(t.rows[k.start+1])<<8
			l[kept] = k
			kept++
		}
	}
	return kept
}

// entry returns the entry of a feature from its positions on, "" for none.
func (t *Weights) entry(l *lookup) string {
	rest := t.rows[l.start:l.end]
	key := uint16(l.hash >> (t.shift - 16))
	if l.first == key {
		return rest[2:]
	}
	for len(rest) >= 3 {
		if uint16(rest[0])|uint16(rest[1])<<8 == key {
			return rest[2:]
		}
		n := 3
		for range bits.OnesCount8(rest[2]) {
			if n+3 > len(rest) {
				return ""
			}
			n += 3 + bits.OnesCount32((uint32(rest[n])|uint32(rest[n+1])<<8|uint32(rest[n+2])<<16)&(1<<Labels-1))
		}
		if n > len(rest) {
			return ""
		}
		rest = rest[n:]
	}
	return ""
}

// addRow adds the weights of the row at the start of s to score and returns
// what follows the row.
func addRow(score *[Labels]int32, s string) string {
	if len(s) < 3 {
		return ""
	}
	mask := uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16
	s = s[3:]
	e := mask >> Labels
	mask &= 1<<Labels - 1
	if mask == 1<<Labels-1 && len(s) >= Labels {
		for y := range score {
			score[y] += int32(int8(s[y])) << (e & 7)
		}
		return s[Labels:]
	}
	if bits.OnesCount32(mask) > len(s) {
		return ""
	}
	i := 0
	for ; mask != 0; mask &= mask - 1 {
		score[bits.TrailingZeros32(mask)&31] += int32(int8(s[i])) << (e & 7)
		i++
	}
	return s[i:]
}

// AddToken adds the weights of features of one token to score.
func (t *Weights) AddToken(score *[Labels]int32, feats []uint64, l *Lookups) {
	for len(feats) > 0 {
		part := feats[:min(len(feats), maxLookups)]
		feats = feats[len(part):]
		n := t.find(l, part, ^uint64(0))
		for i := range l[:n] {
			if s := t.entry(&l[i]); len(s) > 0 && s[0] == 1<<ofToken {
				addRow(score, s[1:])
			}
		}
	}
}

// AddWord adds the weights of the features of one word, as AllWordFeatures
// gives them, to the scores of all positions.
func (t *Weights) AddWord(scores *[Positions][Labels]int32, feats []uint64, l *Lookups) {
	for len(feats) > 0 {
		part := feats[:min(len(feats), maxLookups)]
		feats = feats[len(part):]
		n := t.find(l, part, ^uint64(positionMask))
		for i := range l[:n] {
			s := t.entry(&l[i])
			if s == "" {
				continue
			}
			at := s[0]
			s = s[1:]
			for ; at != 0; at &= at - 1 {
				p := bits.TrailingZeros8(at)
				if p >= Positions {
					break
				}
				s = addRow(&scores[p], s)
			}
		}
	}
}

func u64(s string, i int) uint64 {
	_ = s[i+7]
	return uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
		uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
}
