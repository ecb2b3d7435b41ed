package flat

import (
	"bytes"
	"errors"
	"testing"
)

const testMagic = "DLTEST!\n"

func encode(t testing.TB) []byte {
	t.Helper()
	b, err := Encode(testMagic, 3, []Section{{"one", []byte("abc")}, {"sixteen-bytes-ab", nil}, {"three", bytes.Repeat([]byte{7}, 100000)}})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestRoundTrip(t *testing.T) {
	b := encode(t)
	f, err := Open(string(b), testMagic, 3)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Verify(); err != nil {
		t.Error(err)
	}
	if f.Len() != len(b) {
		t.Errorf("Len is %d, want %d", f.Len(), len(b))
	}
	for name, want := range map[string]int{"one": 3, "sixteen-bytes-ab": 0, "three": 100000} {
		if s, err := f.Section(name); err != nil || len(s) != want {
			t.Errorf("section %s has %d bytes (%v), want %d", name, len(s), err, want)
		}
	}
	if _, err := f.Section("none"); !errors.Is(err, ErrCorrupt) {
		t.Errorf("missing section: %v", err)
	}
}

// TestRefused checks that each kind of damage is named by its error.
func TestRefused(t *testing.T) {
	good := encode(t)
	change := func(at int) []byte {
		b := bytes.Clone(good)
		b[at] ^= 1
		return b
	}
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"empty", nil, ErrTruncated},
		{"header only", good[:headerLen], ErrTruncated},
		{"cut short", good[:len(good)-1], ErrTruncated},
		{"too long", append(bytes.Clone(good), 0), ErrTruncated},
		{"magic", change(0), ErrMagic},
		{"version", change(8), ErrVersion},
		{"number of sections", change(15), ErrCorrupt},
		{"body checksum field", change(24), ErrCorrupt},
		{"section name", change(headerLen + entryLen), ErrCorrupt},
		{"section offset", change(headerLen + entryLen + nameLen), ErrCorrupt},
	} {
		if _, err := Open(string(c.data), testMagic, 3); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	f, err := Open(string(change(len(good)-9)), testMagic, 3)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Verify(); !errors.Is(err, ErrCorrupt) {
		t.Errorf("changed section: %v", err)
	}
}

func TestEncodeRefuses(t *testing.T) {
	for _, s := range []Section{{"", nil}, {"seventeen-bytes-a", nil}, {tableName, nil}} {
		if _, err := Encode(testMagic, 1, []Section{s}); err == nil {
			t.Errorf("section name %q was taken", s.Name)
		}
	}
	if _, err := Encode("short", 1, nil); err == nil {
		t.Error("a short magic was taken")
	}
}

// FuzzOpen opens files with bytes changed and checksums made to fit.
func FuzzOpen(f *testing.F) {
	good := encode(f)
	f.Add([]byte{12, 0, 255}, false)
	f.Add([]byte{80, 0, 1, 81, 0, 9}, true)
	f.Fuzz(func(t *testing.T, changes []byte, reseal bool) {
		b := bytes.Clone(good[:400])
		for ; len(changes) >= 3; changes = changes[3:] {
			b[(int(changes[0])|int(changes[1])<<8)%len(b)] = changes[2]
		}
		if reseal {
			Reseal(b)
		}
		file, err := Open(string(b), testMagic, 3)
		if err != nil {
			return
		}
		_ = file.Verify()
		for name := range file.sections {
			if s, err := file.Section(name); err != nil || len(s) > len(b) {
				t.Fatalf("section %q: %d bytes, %v", name, len(s), err)
			}
		}
	})
}
