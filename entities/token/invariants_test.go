package token

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// check returns what of the contract of Doc d does not keep.
func check(d *Doc) error {
	text, at := d.Text, 0
	valid := utf8.ValidString(text)
	for i, t := range d.Tokens {
		if t.Start < int32(at) || t.End <= t.Start || int(t.End) > len(text) {
			return fmt.Errorf("token %d is [%d,%d) after %d of %d", i, t.Start, t.End, at, len(text))
		}
		if err := blank(text[at:t.Start]); err != nil {
			return fmt.Errorf("before token %d: %w", i, err)
		}
		for k := int(t.Start); k < int(t.End); k++ {
			if spaceAt(text, k) > 0 && utf8.RuneStart(text[k]) {
				return fmt.Errorf("token %d %q holds white space", i, d.Word(i))
			}
		}
		if valid && !utf8.ValidString(d.Word(i)) {
			return fmt.Errorf("token %d %q parts a character", i, d.Word(i))
		}
		at = int(t.End)
	}
	if err := blank(text[at:]); err != nil {
		return fmt.Errorf("after the last token: %w", err)
	}
	next := int32(0)
	for i, s := range d.Sentences {
		if s.First != next || s.Last <= s.First {
			return fmt.Errorf("sentence %d is [%d,%d) after %d", i, s.First, s.Last, next)
		}
		next = s.Last
	}
	if int(next) != len(d.Tokens) {
		return fmt.Errorf("sentences end at %d of %d tokens", next, len(d.Tokens))
	}
	return nil
}

// blank says whether s is all white space.
func blank(s string) error {
	for i := 0; i < len(s); {
		size := spaceAt(s, i)
		if size == 0 {
			return fmt.Errorf("%q is in no token", s)
		}
		i += size
	}
	return nil
}

var oddTexts = []string{
	"", " ", "\n", ".", "'", "’", "\x00", "\xff", "\xe2\x80", "a\x80b", "\xc3", "a\u0301b", "\u0301", "\u200b", "\ufeffKABUL", "x\u200by",
	"((((((((((((((((((((", "\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"", "''''''''''", "''s", "'s's's's", "n't", "don't've", "--", "-", "---a", "a-", "a--b",
	"ȺȺȺȺ's", "\xff\xfe's", "x\xff's.", "McDonald's.", "www.", "www.a", "http://", "http://))))", "a@", "@a", "@", "a@b@c", "U.S.", "U.S.-", "U.S.-l",
	"U.S.'s", "U.S.’s.", "$", "$$$", "US$", "US$5", "&", "&a", "a&", "a&b", "a\u00a0b", "a\u2028b", "…", "....", "a....b", "\u2010", "a\u2010b", "’90s", "'90s'",
	":)", "(:", ":(", ":]", "=(", "8D", "a:)", "¬_¬", "👍🏽👍", "日本語。", "a\r\nb\rc\n\nd", "l·l", "30°C", "°", "\f", "a\fb",
}

func TestInvariants(t *testing.T) {
	for _, s := range oddTexts {
		for _, s := range []string{s, s + s, "a " + s + " b", "(" + s + ")", s + ".", "“" + s + "”", strings.Repeat(s+" ", 5)} {
			if err := check(Split(s)); err != nil {
				t.Errorf("%q: %v", s, err)
			}
		}
	}
}

// FuzzSplit checks that every byte that is no white space is in one token,
// that every token is in one sentence, and that the tokens of a paragraph do
// not depend on what surrounds it, unless that makes it count as hard-wrapped.
func FuzzSplit(f *testing.F) {
	for _, s := range oddTexts {
		f.Add(s)
	}
	for _, s := range hostile {
		f.Add(s)
	}
	f.Add("KABUL (AP) — U.S.-led forces said Oct. 26 that Pakistan’s army didn't reply. “We don’t know,” he said.\nGen. Musharraf left.")
	f.Fuzz(func(t *testing.T, s string) {
		d := Split(s)
		if err := check(d); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		const before, after = "He met Ann J.\n\n", "\n\n5 Mr. Lee"
		if widthOf(before+s+after) != widthOf(s) {
			return
		}
		tokens := Split(before + s + after).Tokens
		head, tail := len(Split(before).Tokens), len(Split(after).Tokens)
		if len(tokens) != head+len(d.Tokens)+tail {
			t.Fatalf("%q has %d tokens, among others %d", s, len(d.Tokens), len(tokens)-head-tail)
		}
		for i, tok := range d.Tokens {
			if got := tokens[head+i]; got != (Token{tok.Start + int32(len(before)), tok.End + int32(len(before))}) {
				t.Fatalf("%q: token %d is %v, among others %v", s, i, tok, got)
			}
		}
	})
}

// FuzzFromWords checks that the words come back.
func FuzzFromWords(f *testing.F) {
	f.Add("U.S.-led forces\n\nleft .")
	f.Add("\n\n \xff")
	f.Fuzz(func(t *testing.T, s string) {
		var sents [][]string
		for _, line := range strings.Split(s, "\n") {
			sents = append(sents, strings.Split(line, " "))
		}
		d := FromWords(sents)
		if d.Text != s {
			t.Fatalf("the text is %q, want %q", d.Text, s)
		}
		i := 0
		for k, sent := range sents {
			for _, w := range sent {
				if d.Word(i) != w {
					t.Fatalf("token %d is %q, want %q", i, d.Word(i), w)
				}
				i++
			}
			if int(d.Sentences[k].Last) != i {
				t.Fatalf("sentence %d ends at token %d, want %d", k, d.Sentences[k].Last, i)
			}
		}
	})
}
