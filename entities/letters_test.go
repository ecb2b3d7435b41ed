package entities

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestJoinLetters(t *testing.T) {
	for _, c := range []struct {
		in, want string
		at       []int
	}{
		{"The U . S . army", "The U.S. army", []int{0, 1, 5, 6}},
		{"George W . Bush and J . J . Abrams", "George W. Bush and J.J. Abrams", []int{0, 1, 3, 4, 5, 9, 10}},
		{"in B . C .", "in B.C.", []int{0, 1, 5}},
		{"Plan B .", "Plan B .", nil},
		{"Vitamin C . ok", "Vitamin C . ok", nil},
		{"", "", nil},
		{". . .", ". . .", nil},
	} {
		words, at := joinLetters(strings.Fields(c.in))
		if got := strings.Join(words, " "); got != c.want || !slices.Equal(at, c.at) {
			t.Errorf("%q: got %q %v, want %q %v", c.in, got, at, c.want, c.at)
		}
	}
}

// Spans of Names are over the caller's words however these are cut.
func TestNamesOfCutAbbreviations(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Fields("Officials of the U . S . met Yoon Suk - yeol in Seoul on Monday .")
	out, err := x.Names(t.Context(), [][]string{words})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range out[0] {
		got = append(got, fmt.Sprint(s.Kind, " ", strings.Join(words[s.First:s.Last], " ")))
	}
	if want := []string{"PLACE U . S .", "PERSON Yoon Suk - yeol", "PLACE Seoul"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
