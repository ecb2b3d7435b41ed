package link

import (
	"math/rand"
	"testing"
)

// TestRandom runs the fuzz target's checks on shuffled pieces of names.
func TestRandom(t *testing.T) {
	pieces := []string{"Bill", " and ", "Clinton", ", ", "Kim", "-", "Jong", "al-", " (", ")", "IMU", "U.N.", "Mr. ", "’s", " van ", "É", "\xff", "also known as ",
		"the ", "Foreign Ministry", "Jr.", "“", "”", "'", "\n", "Islamic Movement of Uzbekistan", "J.", " commander ", "45", "\u1ea4", "&", "."}
	for seed := range int64(3000) {
		r := rand.New(rand.NewSource(seed))
		var b []byte
		for range r.Intn(60) {
			b = append(b, pieces[r.Intn(len(pieces))]...)
		}
		text := string(b)
		ms := randomMentions(text, seed)
		var l Linker
		ms = l.Kinds(text, ms, nil)
		checkOrder(t, text, ms)
		check(t, text, ms, l.Group(text, ms, nil))
	}
}
