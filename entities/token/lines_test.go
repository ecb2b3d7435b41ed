package token

import (
	"context"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// split returns the sentences of text, each as its words joined by a space.
func split(text string) []string {
	d := Split(text)
	var sents []string
	for _, s := range d.Sentences {
		var words []string
		for i := s.First; i < s.Last; i++ {
			words = append(words, d.Word(int(i)))
		}
		sents = append(sents, strings.Join(words, " "))
	}
	return sents
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"running text, a line a paragraph",
			"Two ferries collided off Harwich in fog on Tuesday, injuring nine passengers and a pilot, the coastguard said. No one was lost.\n" +
				"The Stella Maris was towed to port with a hole in her side above the waterline\nDivers will look at her hull on Wednesday.",
			[]string{
				"Two ferries collided off Harwich in fog on Tuesday , injuring nine passengers and a pilot , the coastguard said .",
				"No one was lost .",
				"The Stella Maris was towed to port with a hole in her side above the waterline",
				"Divers will look at her hull on Wednesday .",
			}},
		{"headings", "FERRIES COLLIDE OFF HARWICH\nNine hurt in fog\n\nBy Ruth Penny\nHARWICH, England",
			[]string{"FERRIES COLLIDE OFF HARWICH", "Nine hurt in fog", "By Ruth Penny", "HARWICH , England"}},
		{"a list of headlines of like width",
			"Ferries collide in thick fog off Harwich\nPilot of second ship blames radar fault\nInsurers expect a bill of ten millions",
			[]string{"Ferries collide in thick fog off Harwich", "Pilot of second ship blames radar fault", "Insurers expect a bill of ten millions"}},
		{"a list in small letters", "bread\nmilk from the farm shop\ntwo dozen eggs\nbutter",
			[]string{"bread", "milk from the farm shop", "two dozen eggs", "butter"}},
		{"results", "1. J. Koskinen (FIN) 1:02.3\n2. A. Berg (SWE) 1:02.9\n3. L. Novak (CZE) 1:03.3",
			[]string{"1 . J. Koskinen ( FIN ) 1:02.3", "2 . A. Berg ( SWE ) 1:02.9", "3 . L. Novak ( CZE ) 1:03.3"}},
		{"hard-wrapped",
			"Two ferries collided off Harwich in fog on Tuesday, injuring nine\npassengers and a pilot, the coastguard said. No one was lost. Gen.\nMartin Hale, who leads the inquiry, said the first ship had lost\nher radar.\n\nThe Stella Maris was towed to port.",
			[]string{
				"Two ferries collided off Harwich in fog on Tuesday , injuring nine passengers and a pilot , the coastguard said .",
				"No one was lost .",
				"Gen. Martin Hale , who leads the inquiry , said the first ship had lost her radar .",
				"The Stella Maris was towed to port .",
			}},
		{"hard-wrapped below headings",
			"FERRIES COLLIDE\nNine hurt\n\nTwo ferries collided off Harwich in fog on Tuesday, injuring nine\npassengers and a pilot, the coastguard said. No one was lost and\nboth ships stayed afloat.\nRuth Penny",
			[]string{
				"FERRIES COLLIDE", "Nine hurt",
				"Two ferries collided off Harwich in fog on Tuesday , injuring nine passengers and a pilot , the coastguard said .",
				"No one was lost and both ships stayed afloat .", "Ruth Penny",
			}},
		{"hard-wrapped, paragraphs indented, lines end with CR LF",
			"   Two ferries collided off Harwich in fog on Tuesday, injuring\r\nnine passengers and a pilot, the coastguard of the county of Essex\r\n   The Stella Maris was towed to port with a hole in her side, and\r\ndivers will look at her.",
			[]string{
				"Two ferries collided off Harwich in fog on Tuesday , injuring nine passengers and a pilot , the coastguard of the county of Essex",
				"The Stella Maris was towed to port with a hole in her side , and divers will look at her .",
			}},
		{"hard-wrapped items",
			"- Two ferries collided off Harwich in fog on Tuesday, injuring\n  nine passengers and a pilot, said the coastguard of the county\n- The Stella Maris was towed to port with a hole in her side\n  above the line",
			[]string{
				"- Two ferries collided off Harwich in fog on Tuesday , injuring nine passengers and a pilot , said the coastguard of the county",
				"- The Stella Maris was towed to port with a hole in her side above the line",
			}},
		{"hard-wrapped, with a long paragraph on one line",
			"Two ferries collided off Harwich in fog on Tuesday, injuring nine\npassengers and a pilot, the coastguard said after the rescue.\n\n" + strings.Repeat("The sea was calm and the night was cold, ", 8) + "she said",
			[]string{
				"Two ferries collided off Harwich in fog on Tuesday , injuring nine passengers and a pilot , the coastguard said after the rescue .",
				strings.Repeat("The sea was calm and the night was cold , ", 8) + "she said",
			}},
		{"other line ends", "one\rtwo\u2028three\ffour\u2029five\r\rsix\vseven \n \n eight",
			[]string{"one", "two", "three", "four", "five", "six", "seven", "eight"}},
	} {
		if got := split(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s: got\n\t%s\nwant\n\t%s", c.name, strings.Join(got, "\n\t"), strings.Join(c.want, "\n\t"))
		}
	}
}

// wrap breaks each paragraph of text, which is a line, at width characters
// and puts end after it.
func wrap(text string, width int, end string) string {
	var b strings.Builder
	for _, line := range strings.Split(text, "\n") {
		n := 0
		for i, w := range strings.Fields(line) {
			size := utf8.RuneCountInString(w)
			switch {
			case i == 0:
			case n+1+size > width:
				b.WriteByte('\n')
				n = 0
			default:
				b.WriteByte(' ')
				n++
			}
			b.WriteString(w)
			n += size
		}
		if n > 0 {
			b.WriteString(end)
		}
	}
	return b.String()
}

// TestWrappedArticles checks that the sentences of an article stay the same
// when it is hard-wrapped, with and without blank lines.
func TestWrappedArticles(t *testing.T) {
	total, lost := 0, 0
	for i, text := range articles(t) {
		if w := widthOf(text); w > 0 {
			t.Errorf("article %d counts as wrapped at %d", i, w)
		}
		want := split(wrap(text, 1<<20, "\n\n"))
		for _, width := range []int{60, 72, 80} {
			for _, end := range []string{"\n\n", "\n"} {
				wrapped := wrap(text, width, end)
				if widthOf(wrapped) == 0 {
					t.Errorf("article %d wrapped at %d does not count as wrapped", i, width)
				}
				got := split(wrapped)
				for _, s := range want {
					if !slices.Contains(got, s) {
						lost++
						t.Logf("article %d wrapped at %d: lost %s", i, width, s)
					}
				}
				total += len(want)
			}
		}
	}
	t.Logf("%d of %d sentences lost", lost, total)
	if lost*50 > total {
		t.Errorf("%d of %d sentences lost", lost, total)
	}
}

func widthOf(text string) int { return wrapWidth(text, &poll{ctx: context.Background()}) }
