package worldmap

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/dateline-go/dateline/internal/flat"
)

func load(t testing.TB) *World {
	t.Helper()
	w, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestBounds(t *testing.T) {
	w := load(t)
	for _, lines := range [][][]Point{w.Land, w.Borders} {
		if len(lines) < 100 {
			t.Errorf("only %d lines", len(lines))
		}
		for i, l := range lines {
			if len(l) < 2 {
				t.Errorf("line %d has %d points", i, len(l))
			}
			for _, p := range l {
				if p.Lon < -180 || p.Lon > 180 || p.Lat < -90 || p.Lat > 90 {
					t.Fatalf("line %d: point %v out of bounds", i, p)
				}
			}
		}
	}
}

// onLand says whether an odd number of rings contains p.
func onLand(w *World, p Point) bool {
	in := false
	for _, r := range w.Land {
		for i, a := range r {
			b := r[(i+1)%len(r)]
			if (a.Lat > p.Lat) != (b.Lat > p.Lat) && p.Lon < (b.Lon-a.Lon)*(p.Lat-a.Lat)/(b.Lat-a.Lat)+a.Lon {
				in = !in
			}
		}
	}
	return in
}

func TestLandAndWater(t *testing.T) {
	w := load(t)
	for _, c := range []struct {
		name string
		at   Point
		land bool
	}{
		{"Paris", Point{2.35, 48.85}, true},
		{"Islamabad", Point{73.04, 33.72}, true},
		{"Alice Springs", Point{133.88, -23.70}, true},
		{"Chukotka beyond 180°", Point{-175, 67}, true},
		{"South Pole", Point{0, -89}, true},
		{"Caspian Sea", Point{50.5, 42}, false},
		{"mid-Atlantic", Point{-35, 30}, false},
		{"Gulf of Mexico", Point{-90, 25}, false},
		{"off Ghana", Point{0, 0}, false},
	} {
		if got := onLand(w, c.at); got != c.land {
			t.Errorf("%s: on land = %v, want %v", c.name, got, c.land)
		}
	}
}

func TestLabels(t *testing.T) {
	w := load(t)
	find := func(ls []Label, name string) (int, bool) {
		for i, l := range ls {
			if l.Name == name {
				return i, true
			}
		}
		return 0, false
	}
	for _, name := range []string{"France", "Pakistan", "Norway", "New Zealand"} {
		i, ok := find(w.Countries, name)
		if !ok {
			t.Errorf("no label for %s", name)
		} else if !onLand(w, w.Countries[i].At) {
			t.Errorf("label of %s at %v is in the water", name, w.Countries[i].At)
		}
	}
	tokyo, ok1 := find(w.Cities, "Tokyo")
	pierre, ok2 := find(w.Cities, "Pierre")
	if !ok1 || !ok2 || tokyo > pierre {
		t.Errorf("Tokyo at %d (%v) should come before Pierre at %d (%v)", tokyo, ok1, pierre, ok2)
	}
}

func TestCountryName(t *testing.T) {
	w := load(t)
	for code, want := range map[string]string{
		"PK": "Pakistan", "AD": "Andorra", "ZW": "Zimbabwe", "XK": "Kosovo",
		"": "", "pk": "", "XX": "", "P\n": "", "PAK": "",
	} {
		if got := w.CountryName(code); got != want {
			t.Errorf("CountryName(%q) = %q, want %q", code, got, want)
		}
	}
}

func TestOpenRefusesDamage(t *testing.T) {
	for n := 0; n < len(data); n += len(data)/50 + 1 {
		if _, err := open(data[:n]); err == nil {
			t.Fatalf("cut to %d bytes: no error", n)
		}
		b := []byte(data)
		b[n] ^= 4
		if _, err := open(string(b)); err == nil {
			t.Fatalf("bit flipped in byte %d: no error", n)
		}
	}
	// A sound container with unsound sections.
	bad, err := flat.Encode("DLWORLD\n", 1, []flat.Section{{Name: "land", Data: []byte{0xff, 0xff, 0xff, 0x7f}}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := open(string(bad)); !errors.Is(err, flat.ErrCorrupt) {
		t.Errorf("error = %v, want ErrCorrupt", err)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte{2, 0, 0, 2, 2}, []byte{1, 'a', 0, 0, 0})
	f.Add([]byte{0xff}, []byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, lines, labels []byte) {
		b, err := flat.Encode("DLWORLD\n", 1, []flat.Section{
			{Name: "land", Data: lines}, {Name: "borders", Data: nil},
			{Name: "countries", Data: labels}, {Name: "cities", Data: nil}, {Name: "names", Data: lines},
		})
		if err != nil {
			t.Fatal(err)
		}
		if w, err := open(string(b)); err == nil {
			w.CountryName("PK")
		}
	})
}

// TestGenerated builds the data anew and compares it with the committed file.
func TestGenerated(t *testing.T) {
	if os.Getenv("DATELINE_DATA") == "" {
		t.Skip("DATELINE_DATA is not set")
	}
	if testing.Short() {
		t.Skip("takes seconds")
	}
	dir := t.TempDir()
	if out, err := exec.Command("go", "run", "./gen", "-o", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	got, err := os.ReadFile(filepath.Join(dir, "world.bin"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, []byte(data)) {
		t.Error("world.bin differs from what go generate writes")
	}
}

func BenchmarkOpen(b *testing.B) {
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := open(data); err != nil {
			b.Fatal(err)
		}
	}
}
