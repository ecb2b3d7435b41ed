package ner

import "math/bits"

// Hashes are 64 bits wide and defined here byte by byte, so that model files
// mean the same on every platform.
const (
	hashSeed  = 0x9E3779B97F4A7C15
	hashPrime = 0xD6E8FEB86659FD93
)

// Hash returns the hash of a string.
func Hash(s string) uint64 { return hash(s) }

// hash is Hash of a string or of its bytes.
func hash[T string | []byte](s T) uint64 {
	h := uint64(hashSeed) ^ uint64(len(s))
	for ; len(s) >= 8; s = s[8:] {
		v := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		h = Mix(h, v)
	}
	var v uint64
	for i := range len(s) {
		v |= uint64(s[i]) << (8 * i)
	}
	return Mix(h, v)
}

// Mix joins two hashes; the order matters.
func Mix(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a^0xA0761D6478BD642F, b^hashPrime)
	return hi ^ lo ^ bits.RotateLeft64(a, 29)
}
