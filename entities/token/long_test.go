package token

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// A countdown is a context that is cancelled after it has been asked n times.
type countdown struct {
	context.Context
	n int
}

func (c *countdown) Err() error {
	if c.n--; c.n < 0 {
		return context.Canceled
	}
	return nil
}

// TestResetContext cancels at every place where the context is asked.
func TestResetContext(t *testing.T) {
	text := strings.Repeat(strings.Join(articles(t), "\n\n"), 2)
	var d Doc
	n := 0
	for ; ; n++ {
		err := d.ResetContext(&countdown{context.Background(), n}, text)
		if err == nil {
			break
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		if d.Text != text {
			t.Fatal("the text is another")
		}
	}
	if least := len(text) / pollBytes; n < least {
		t.Errorf("the context was asked %d times in %d bytes, want at least %d", n, len(text), least)
	}
	want := Split(text)
	if !slices.Equal(d.Tokens, want.Tokens) || !slices.Equal(d.Sentences, want.Sentences) {
		t.Error("after it was cancelled a Doc is not as good as new")
	}
}

// TestLongUnitsAreInterrupted: even where a text is one chunk or one sentence.
func TestLongUnitsAreInterrupted(t *testing.T) {
	for _, unit := range []string{"(", "a-(", "a, ", "a\n", "A?"} {
		text := strings.Repeat(unit, 1<<18)
		asked := &countdown{context.Background(), 1 << 30}
		new(Doc).ResetContext(asked, text)
		if n := 1<<30 - asked.n; n < len(text)/pollBytes {
			t.Errorf("%q…: asked %d times", unit, n)
		}
	}
}

// TestMemoryOfLongTexts: a token takes eight bytes and a sentence too, and while
// a text is cut little more than that is asked for.
func TestMemoryOfLongTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector, which tests run short under, asks for memory of its own")
	}
	Split("He didn't say “no”.") // what is loaded once
	texts := map[string]string{"articles": strings.Repeat(strings.Join(articles(t), "\n\n"), 40)}
	for _, unit := range []string{"(", "a ", "a\n", "A?", "👍", "é(", "\xff ", "U.S. ", "a-b,", " "} {
		texts[unit] = strings.Repeat(unit, (2<<20)/len(unit))
	}
	for name, text := range texts {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		d := Split(text)
		runtime.ReadMemStats(&after)
		if err := check(d); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		took := int(after.TotalAlloc - before.TotalAlloc)
		// Beside tokens and sentences there is the first guess.
		if most := 9*(atMostTokens(text)+len(d.Sentences)) + longText*5/2; took > most {
			t.Errorf("%s: %d tokens and %d sentences of %d bytes took %d bytes", name, len(d.Tokens), len(d.Sentences), len(text), took)
		}
	}
}
