package link

// A table maps hashes to small integers by open addressing. Reset keeps the
// memory for the next document.
type table struct {
	keys []uint64
	vals []int32
	mask uint64
	used int
}

// reset empties the table and makes room for n entries.
func (t *table) reset(n int) {
	size := 16
	for size < 2*n {
		size *= 2
	}
	if cap(t.keys) < size {
		t.keys = make([]uint64, size)
		t.vals = make([]int32, size)
	} else {
		t.keys = t.keys[:size]
		t.vals = t.vals[:size]
		clear(t.keys)
	}
	t.mask = uint64(size - 1)
	t.used = 0
}

// at returns the place of a key, and whether the key is there.
func (t *table) at(key uint64) (i uint64, ok bool) {
	i = (key * 0x9E3779B97F4A7C15) >> 20 & t.mask
	for t.keys[i] != 0 {
		if t.keys[i] == key {
			return i, true
		}
		i = (i + 1) & t.mask
	}
	return i, false
}

// get returns the value of a key, -1 where it has none.
func (t *table) get(key uint64) int32 {
	if key == 0 {
		key = 1
	}
	if i, ok := t.at(key); ok {
		return t.vals[i]
	}
	return -1
}

// put sets the value of a key.
func (t *table) put(key uint64, val int32) {
	if key == 0 {
		key = 1
	}
	i, ok := t.at(key)
	if !ok {
		if 2*t.used >= len(t.keys) {
			t.grow()
			i, _ = t.at(key)
		}
		t.used++
		t.keys[i] = key
	}
	t.vals[i] = val
}

func (t *table) grow() {
	keys, vals := t.keys, t.vals
	size := 2 * len(keys)
	t.keys, t.vals, t.mask = make([]uint64, size), make([]int32, size), uint64(size-1)
	for j, k := range keys {
		if k != 0 {
			i, _ := t.at(k)
			t.keys[i], t.vals[i] = k, vals[j]
		}
	}
}

const (
	hashSeed  = 0xcbf29ce484222325
	hashPrime = 0x100000001b3
)

// mix adds a word to a hash.
func mix(h, x uint64) uint64 {
	h ^= x
	h *= hashPrime
	return h ^ h>>29
}
