package report

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestVisible(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"Islamabad", "Islamabad"},
		{"New York", "New York"},
		{"New\n  York\t", "New York"},
		{" a", "a"},
		{"a ", "a"},
		{"a  b", "a b"},
		{" \t\r\n", ""},
		{"São Paulo, 東京 👩‍👩‍👧", "São Paulo, 東京 👩‍👩‍👧"},
		{"\x1b[31mred\x1b[0m", `\u001b[31mred\u001b[0m`},
		{"a\x00b\x07\x7f", `a\u0000b\u0007\u007f`},
		{"c1 \u009b31m", `c1 \u009b31m`},
		{"abc\u202edef\u202c", `abc\u202edef\u202c`},
		{"\u2066x\u2069", `\u2066x\u2069`},
		{"\ufeffBOM", `\ufeffBOM`},
		{"line\u2028sep", `line\u2028sep`},
		{"tag\U000e0041", `tag\U000e0041`},
		{"bad\xff\xc3(", `bad\xff\xc3(`},
		{"real \uFFFD", "real \uFFFD"},
		{"no\u00a0break", "no break"},
	} {
		if got := Visible(c.in); got != c.want {
			t.Errorf("Visible(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestVisibleDoesNotCopySafeText(t *testing.T) {
	s := strings.Repeat("Islamabad is safe ", 3) + "x"
	if n := testing.AllocsPerRun(100, func() { Visible(s) }); n != 0 {
		t.Errorf("%v allocations for safe text, want 0", n)
	}
}

func FuzzVisible(f *testing.F) {
	for _, s := range []string{"", "a b", "\x1b]0;title\a", "\u202eevil\xff \n\tx"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v := Visible(s)
		if got := string(AppendVisible([]byte("> "), s)); got != "> "+v {
			t.Fatalf("AppendVisible gives %q, Visible %q", got, v)
		}
		if !utf8.ValidString(v) {
			t.Fatalf("%q is not UTF-8", v)
		}
		for _, r := range v {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' {
				t.Fatalf("%q still has %U", v, r)
			}
		}
		if strings.Contains(v, "  ") || strings.TrimSpace(v) != v && strings.Trim(v, " ") != v {
			t.Fatalf("%q has spaces to spare", v)
		}
		if w := Visible(v); w != v {
			t.Fatalf("not stable: %q, then %q", v, w)
		}
	})
}
