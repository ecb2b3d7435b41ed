package corpus

import (
	"strings"
	"testing"
)

// What reads without an error holds its mentions, in order and apart, at the
// bytes where they stand.
func FuzzReadMarkedNames(f *testing.F) {
	for _, s := range []string{
		"### a | 2016-11-20 | brief\n\n{PERSON Ana Lee} flew to {PLACE Köln}.\n\n### b\nNo names.\n",
		"### a\n{ORG }\n", "### a\n{ORG x", "### a\n}", "text", "### \n\n\n", "### a\n{A {B c}}\n", "### a\r\n{NORP Finns}\r\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		docs, err := ReadMarkedNames(strings.NewReader(s), "f.txt")
		if err != nil {
			return
		}
		for _, d := range docs {
			last := 0
			for _, m := range d.Mentions {
				if m.Start < last || m.End <= m.Start || m.End > len(d.Text) || d.Text[m.Start:m.End] != m.Text || m.Kind == "" {
					t.Fatalf("%q: mention %+v of %q", s, m, d.Text)
				}
				last = m.End
			}
		}
	})
}
