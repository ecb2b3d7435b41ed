package gazetteer

import (
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"Karachi", "karachi"},
		{"São Paulo", "sao paulo"},
		{"Sana'a", "sanaa"},
		{"Sana’a", "sanaa"},
		{"N'Djamena", "ndjamena"},
		{"Port-au-Prince", "port au prince"},
		{"Port–au–Prince", "port au prince"},
		{"St. Louis", "saint louis"},
		{"St Louis", "saint louis"},
		{"Saint Louis", "saint louis"},
		{"East St. Louis", "east saint louis"},
		{"Sault Ste. Marie", "sault sainte marie"},
		{"Mt. Vernon", "mount vernon"},
		{"Ft. Worth", "fort worth"},
		{"ST", "st"},
		{"N. Korea", "north korea"},
		{"U.S.", "us"},
		{"D.C.", "dc"},
		{"U.N.", "un"},
		{"The Hague", "hague"},
		{"The", "the"},
		{"THE GAMBIA", "gambia"},
		{"Bosnia & Herzegovina", "bosnia and herzegovina"},
		{"Bosnia&Herzegovina", "bosnia and herzegovina"},
		{"  Sri \t Lanka ", "sri lanka"},
		{"Washington, D.C.", "washington dc"},
		{"Æbeltoft", "aebeltoft"},
		{"Gießen", "giessen"},
		{"Łódź", "lodz"},
		{"Đà Nẵng", "da nang"},
		{"Café", "cafe"},
		{"Ra‘anana", "raanana"},
		{"Diyarbakır", "diyarbakir"},
		{"İzmir", "izmir"},
		{"Москва", "Москва"},
		{"a\xffb", "a\xffb"},
		{"---", ""},
		{"&", "and"},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestAppendFoldAllocates(t *testing.T) {
	var buf [64]byte
	if n := testing.AllocsPerRun(100, func() { AppendFold(buf[:0], "São Tomé & Príncipe") }); n != 0 {
		t.Errorf("AppendFold allocates %v times", n)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"The St. Mt. N. & ’", "São\xff\x00Paulo", "the the", "Æ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := AppendFold([]byte("x"), s)
		if got[0] != 'x' || string(got[1:]) != Fold(s) {
			t.Fatalf("AppendFold(%q) = %q differs from Fold", s, got)
		}
		if len(got) > 8*len(s)+8 {
			t.Fatalf("%q folds to %d bytes", s, len(got))
		}
		if utf8.ValidString(s) && !utf8.Valid(got) {
			t.Fatalf("%q folds to invalid %q", s, got)
		}
	})
}
