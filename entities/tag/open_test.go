package tag_test

import (
	"encoding/binary"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/entities/tag"
	"github.com/dateline-go/dateline/entities/token"
	"github.com/dateline-go/dateline/internal/flat"
)

func modelFile(tb testing.TB) []byte {
	data, err := os.ReadFile("news/news.model")
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// TestOpenRefuses: what is not a whole, undamaged model is refused.
func TestOpenRefuses(t *testing.T) {
	good := modelFile(t)
	if _, err := tag.Open(string(good)); err != nil {
		t.Fatal(err)
	}
	changed := func(f func(b []byte) []byte) []byte { return f(slices.Clone(good)) }
	flip := func(at int) []byte { return changed(func(b []byte) []byte { b[at] ^= 0x10; return b }) }
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"empty":            {nil, tag.ErrTruncated},
		"one byte short":   {good[:len(good)-1], tag.ErrTruncated},
		"one byte long":    {append(slices.Clone(good), 0), tag.ErrTruncated},
		"a header":         {good[:64], tag.ErrTruncated},
		"other magic":      {changed(func(b []byte) []byte { copy(b, "DLGAZET\n"); return b }), tag.ErrMagic},
		"later version":    {changed(func(b []byte) []byte { b[8]++; return b }), tag.ErrVersion},
		"big-endian":       {changed(bigEndian), tag.ErrVersion},
		"section table":    {flip(70), tag.ErrCorrupt},
		"first section":    {flip(1000), tag.ErrCorrupt},
		"the middle":       {flip(len(good) / 2), tag.ErrCorrupt},
		"the end":          {flip(len(good) - 9), tag.ErrCorrupt},
		"zeros":            {make([]byte, len(good)), tag.ErrMagic},
		"a page of zeros":  {changed(func(b []byte) []byte { clear(b[1<<20 : 1<<20+4096]); return b }), tag.ErrCorrupt},
		"pages exchanged":  {changed(exchangePages), tag.ErrCorrupt},
		"a text":           {[]byte(strings.Repeat("Kabul ", 100)), tag.ErrMagic},
		"no sections":      {changed(func(b []byte) []byte { binary.LittleEndian.PutUint32(b[12:], 0); return b }), tag.ErrCorrupt},
		"too many of them": {changed(func(b []byte) []byte { binary.LittleEndian.PutUint32(b[12:], 1<<31); return b }), tag.ErrCorrupt},
	} {
		if _, err := tag.Open(string(c.data)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// bigEndian turns the numbers of the header around.
func bigEndian(b []byte) []byte {
	slices.Reverse(b[8:12])
	slices.Reverse(b[12:16])
	slices.Reverse(b[16:24])
	return b
}

func exchangePages(b []byte) []byte {
	page := slices.Clone(b[1<<20 : 1<<20+4096])
	copy(b[1<<20:], b[2<<20:2<<20+4096])
	copy(b[2<<20:], page)
	return b
}

// FuzzOpen changes bytes of a model and makes the checksums fit again: Open may
// refuse it and the names may be wrong, but nothing may panic or run on.
func FuzzOpen(f *testing.F) {
	good := modelFile(f)
	n := binary.LittleEndian.Uint32(good[12:])
	d := token.Split("KABUL (AP) — Mullah Omar met U.S.-led Uzbek fighters near Lashkar-e-Jhangvi on Friday, the New York Times said.\n\nX, X, \xff é 10 \x00")
	f.Add(uint8(1), uint32(0), uint32(0xffffffff))
	f.Add(uint8(2), uint32(8), uint32(0x7fffffff))
	f.Add(uint8(3), uint32(4), uint32(0x80000000))
	f.Add(uint8(5), uint32(12), uint32(1))
	f.Add(uint8(200), uint32(1000), uint32(0xdeadbeef))
	f.Fuzz(func(t *testing.T, section uint8, at, value uint32) {
		b := slices.Clone(good)
		// Most of the file is weights: name a section and an offset in it.
		entry := b[32+32*(1+uint32(section)%(n-1)):]
		start, size := binary.LittleEndian.Uint64(entry[16:]), binary.LittleEndian.Uint64(entry[24:])
		if size < 4 {
			return
		}
		if section < 128 {
			at %= 256 // headers of the sections
		}
		where := start + uint64(at)%(size-3)
		binary.LittleEndian.PutUint32(b[where:], value)
		if !flat.Reseal(b) {
			t.Fatal("the header is damaged")
		}
		m, err := tag.Open(string(b))
		if err != nil {
			if !errors.Is(err, tag.ErrCorrupt) {
				t.Fatal(err)
			}
			return
		}
		last := int32(0)
		for _, s := range m.Tag(d) {
			if s.Start < last || s.End <= s.Start || int(s.End) > len(d.Text) || !(s.Score >= 0 && s.Score <= 1) {
				t.Fatalf("span %+v after %d", s, last)
			}
			last = s.End
		}
	})
}
