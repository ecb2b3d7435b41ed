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
// file. Entries are sorted by hash and cut into buckets by its highest bits.
//
// Layout: byte bucket bits b, 3 zero bytes, uint32 number of entries, then
// 2^b+1 uint32 offsets of buckets into the entries, then entries: 16 bits of
// the hash below those of the bucket; 24 bits, of which the low 21 say which
// labels have a weight and the high 3 are an exponent e; then a signed byte v
// for each of these labels, worth v·2^e steps.
type Weights struct {
	index, rows string
	shift       uint
}

// A Row is the weights of one feature before packing.
type Row struct {
	Hash    uint64
	Weights *[Labels]float32
}

// PackWeights lays rows out. Weights below least are dropped, and rows left
// without any. It returns the table and the number of rows in it.
func PackWeights(rows []Row, least float32) ([]byte, int) {
	kept := rows[:0]
	for _, r := range rows {
		for _, w := range r.Weights {
			if w > least || w < -least {
				kept = append(kept, r)
				break
			}
		}
	}
	nbits := uint(1)
	for nbits < 24 && len(kept)>>nbits > 4 {
		nbits++
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
	head := []byte{byte(nbits), 0, 0, 0}
	head = binary.LittleEndian.AppendUint32(head, uint32(len(kept)))
	var body []byte
	next := 0
	for k := uint64(0); k < 1<<nbits; k++ {
		head = binary.LittleEndian.AppendUint32(head, uint32(len(body)))
		for ; next < len(kept) && kept[next].Hash>>(64-nbits) == k; next++ {
			body = appendRow(body, &kept[next], nbits, least)
		}
	}
	head = binary.LittleEndian.AppendUint32(head, uint32(len(body)))
	return append(head, body...), len(kept)
}

func appendRow(b []byte, r *Row, nbits uint, least float32) []byte {
	key := uint16(r.Hash >> (64 - nbits - 16))
	b = append(b, byte(key), byte(key>>8))
	hi := float32(0)
	for _, w := range r.Weights {
		hi = max(hi, max(w, -w))
	}
	e := 0
	for e < 7 && math.Round(float64(hi)*Steps/float64(int(1)<<e)) > 127 {
		e++
	}
	mask := uint32(e) << Labels
	at := len(b)
	b = append(b, 0, 0, 0)
	for y, w := range r.Weights {
		if w <= least && w >= -least {
			continue
		}
		v := math.Round(float64(w) * Steps / float64(int(1)<<e))
		v = min(max(v, -127), 127)
		if v != 0 {
			mask |= 1 << y
			b = append(b, byte(int8(v)))
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
	nbits := uint(data[0])
	if nbits < 1 || nbits > 24 {
		return nil, fmt.Errorf("%d bucket bits, want 1 to 24", nbits)
	}
	end := tableHeader + (1<<nbits+1)*4
	if len(data) < end {
		return nil, fmt.Errorf("table of %d bytes is too short for its index", len(data))
	}
	w := &Weights{index: data[tableHeader:end], rows: data[end:], shift: 64 - nbits}
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

// Add adds the weights of feature h to score, if the table holds it.
func (t *Weights) Add(score *[Labels]int32, h uint64) {
	bucket := int(h>>t.shift) * 4
	row := t.rows[u32(t.index, bucket):u32(t.index, bucket+4)]
	key := uint16(h >> (t.shift - 16))
	for len(row) >= 5 {
		mask := uint32(row[2]) | uint32(row[3])<<8 | uint32(row[4])<<16
		e := mask >> Labels
		mask &= 1<<Labels - 1
		n := 5 + bits.OnesCount32(mask)
		if n > len(row) {
			return
		}
		if uint16(row[0])|uint16(row[1])<<8 == key {
			for i := 5; mask != 0; mask &= mask - 1 {
				score[bits.TrailingZeros32(mask)] += int32(int8(row[i])) << e
				i++
			}
			return
		}
		row = row[n:]
	}
}
