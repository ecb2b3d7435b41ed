package token

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jdkato/prose/v2"
)

// words returns the words of the tokens of text.
func words(text string) []string {
	d := Split(text)
	w := make([]string, len(d.Tokens))
	for i := range d.Tokens {
		w[i] = d.Word(i)
	}
	return w
}

// wantWords checks that text is cut into want, words joined by spaces.
func wantWords(t *testing.T, text, want string) {
	t.Helper()
	if got := strings.Join(words(text), " "); got != want {
		t.Errorf("%q: got\n\t%s\nwant\n\t%s", text, got, want)
	}
	if err := check(Split(text)); err != nil {
		t.Errorf("%q: %v", text, err)
	}
}

// proseWords returns what prose by itself makes of text, "panic" if it panics.
func proseWords(text string) (s string) {
	defer func() {
		if recover() != nil {
			s = "panic"
		}
	}()
	doc, err := prose.NewDocument(text, prose.WithSegmentation(false), prose.WithTagging(false), prose.WithExtraction(false))
	if err != nil {
		return err.Error()
	}
	var w []string
	for _, t := range doc.Tokens() {
		w = append(w, t.Text)
	}
	return strings.Join(w, " ")
}

// The tests named Prose… are for the defects of prose v2.0.0: each shows that
// prose by itself has the defect, so that a release that has not can be told,
// and that no caller of Split sees it.

func TestProseLosesTextAfterClitic(t *testing.T) {
	for _, c := range []struct{ text, prose, want string }{
		{"‘Sorry’ says minister as ‘massive’ flood", "says minister as flood", "‘ Sorry ’ says minister as ‘ massive ’ flood"},
		{"McDonald's.", "McDonald", "McDonald 's ."},
		{"St Paul's, London", "St Paul London", "St Paul 's , London"},
		{"(the Observer's)", "( the Observer", "( the Observer 's )"},
		{"“We’re,” it’s.", `" We it`, "“ We ’re , ” it ’s ."},
		{"O'Sullivan met O'Reilly", "O met O", "O'Sullivan met O'Reilly"},
		{"the D'Souzas' house", "the D house", "the D'Souzas ' house"},
	} {
		if got := proseWords(c.text); got != c.prose {
			t.Errorf("prose cuts %q into %s, not %s: has it changed?", c.text, got, c.prose)
		}
		wantWords(t, c.text, c.want)
	}
	// A quotation is lost to its end when the chunk begins like a clitic.
	if got := proseWords("'says it,'"); strings.Contains(got, "says") {
		t.Errorf("prose keeps %s: has it changed?", got)
	}
	wantWords(t, "'says it,'", "' says it , '")
}

func TestProseStraightensQuotes(t *testing.T) {
	const text = "“Pakistan’s ‘best’ &rsquo; hope”"
	if got := proseWords(text); !strings.HasPrefix(got, `" Pakistan 's`) {
		t.Errorf("prose cuts %q into %s: has it changed?", text, got)
	}
	wantWords(t, text, "“ Pakistan ’s ‘ best ’ & rsquo ; hope ”")
}

func TestProseHasNoOffsets(t *testing.T) {
	const text = "“No,” said Karzai. \u00a0“No,” said O’Neill’s aide."
	d := Split(text)
	at := 0
	for i, tok := range d.Tokens {
		start := strings.Index(text[at:], d.Word(i)) + at
		if int(tok.Start) != start {
			t.Errorf("token %d %q is at %d, want %d", i, d.Word(i), tok.Start, start)
		}
		at = int(tok.End)
	}
}

func TestProseSharesPointerOfIdenticalTokens(t *testing.T) {
	d := Split("No, no, no, no,")
	for i, want := range []Token{{0, 2}, {2, 3}, {4, 6}, {6, 7}, {8, 10}, {10, 11}, {12, 14}, {14, 15}} {
		if d.Tokens[i] != want {
			t.Errorf("token %d is %v, want %v", i, d.Tokens[i], want)
		}
	}
	d.Tokens[0].End = 1 // is not seen in another token
	if d.Tokens[2] != (Token{4, 6}) {
		t.Error("identical words share a token")
	}
}

func TestProsePanicsOnLettersThatGrow(t *testing.T) {
	// The small letter of Ⱥ is a byte longer, so that an index into the text
	// in small letters lies outside the text.
	const text = "ȺȺȺȺ's"
	if got := proseWords(text); got != "panic" {
		t.Errorf("prose cuts %q into %s: has it changed?", text, got)
	}
	wantWords(t, text, "ȺȺȺȺ 's")
	wantWords(t, "(ȺȺȺȺ's).", "( ȺȺȺȺ 's ) .")
}

func TestProsePanicsOnInvalidUTF8(t *testing.T) {
	const text = "\xff\xfe\xfd\xfc's"
	if got := proseWords(text); got != "panic" {
		t.Errorf("prose cuts %q into %s: has it changed?", text, got)
	}
	wantWords(t, text, "\xff\xfe\xfd\xfc 's")
	wantWords(t, "Mu\xf1oz's.", "Mu\xf1oz 's .")
}

func TestProseIsQuadraticOnRunsOfMarks(t *testing.T) {
	text := strings.Repeat("(", 1<<20) + strings.Repeat(")", 1<<20)
	start := time.Now()
	if n := len(Split(text).Tokens); n != len(text) {
		t.Errorf("%d tokens of %d brackets", n, len(text))
	}
	// Prose would take hours.
	if d := time.Since(start); d > 20*time.Second {
		t.Errorf("two million brackets took %v", d)
	}
}

func TestProseLoadsNoModel(t *testing.T) {
	// Loading its models takes prose a third of a second and 1.7 million
	// allocations a document.
	r := &rules{ask: askProse}
	if n := testing.AllocsPerRun(10, func() { r.ask("(w).") }); n > 200 {
		t.Errorf("%v allocations for a stand-in", n)
	}
}

func TestProseRunsOverBlankLines(t *testing.T) {
	const text = "FLOODS HIT NORTH\n\nThe river rose"
	doc, err := prose.NewDocument(text, prose.WithTagging(false), prose.WithExtraction(false))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(doc.Sentences()); n != 1 {
		t.Errorf("prose finds %d sentences in %q: has it changed?", n, text)
	}
	if got := split(text); !slices.Equal(got, []string{"FLOODS HIT NORTH", "The river rose"}) {
		t.Errorf("got %q", got)
	}
}

// TestProseDoesTheWork shows that the rules of prose are at work on news: how
// many chunks of the articles reach them, and that without them the tokens
// are others.
func TestProseDoesTheWork(t *testing.T) {
	asked := 0
	count := func(s string) []string {
		asked++
		return askProse(s)
	}
	memo := &rules{ask: count}
	without := &rules{ask: func(s string) []string { return []string{s} }}
	chunks, reach, differ, tokens := 0, 0, 0, 0
	cut := func(text string, r *rules) []Token {
		c := cutter{text: text, rules: r, poll: poll{ctx: context.Background()}}
		c.cut()
		return c.tokens
	}
	for _, text := range articles(t) {
		for _, chunk := range strings.Fields(text) {
			before := asked
			cut(chunk, &rules{ask: count}) // nothing is remembered
			chunks++
			if asked > before {
				reach++
			}
		}
	}
	asked = 0
	for _, text := range articles(t) {
		got := cut(text, memo)
		if !slices.Equal(got, Split(text).Tokens) {
			t.Error("a fresh memo cuts otherwise than the shared one")
		}
		has := make(map[Token]bool)
		for _, tok := range cut(text, without) {
			has[tok] = true
		}
		for _, tok := range got {
			if !has[tok] {
				differ++
			}
		}
		tokens += len(got)
	}
	t.Logf("%d of %d chunks reach the rules of prose, with the memo %d; %d of %d tokens are others without it", reach, chunks, asked, differ, tokens)
	if reach*10 < chunks {
		t.Errorf("only %d of %d chunks reach prose", reach, chunks)
	}
	if differ*10 < tokens {
		t.Errorf("only %d of %d tokens are others without prose", differ, tokens)
	}
	if asked == 0 || asked > reach/10 {
		t.Errorf("with the memo prose was asked %d times for %d chunks", asked, reach)
	}
}

// TestProseOnWholeChunks compares the tokens of each chunk of the articles
// with those that prose makes of the chunk itself: stand-ins and memo change
// nothing where prose is right.
func TestProseOnWholeChunks(t *testing.T) {
	same, other := 0, map[string]bool{}
	for _, text := range articles(t) {
		for _, chunk := range strings.Fields(text) {
			straight := strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'").Replace(strings.Join(words(chunk), " "))
			if straight == proseWords(chunk) {
				same++
			} else {
				other[chunk] = true
			}
		}
	}
	t.Logf("%d chunks are cut as by prose, %d different ones are not", same, len(other))
	if testing.Verbose() {
		var list []string
		for chunk := range other {
			list = append(list, fmt.Sprintf("%s: %s, prose %s", chunk, strings.Join(words(chunk), " "), proseWords(chunk)))
		}
		slices.Sort(list)
		t.Log(strings.Join(list, "\n"))
	}
	if len(other)*10 > same {
		t.Errorf("%d different chunks are cut otherwise than by prose, %d alike", len(other), same)
	}
}

// TestAlign shows that whatever a tokenizer returns for a stand-in, no part of
// it is lost.
func TestAlign(t *testing.T) {
	for _, c := range []struct {
		standIn string
		words   []string
		want    []int
	}{
		{"(w).", []string{"(", "w", ")", "."}, []int{0, 1, 2, 3}},
		{"w's.", []string{"w"}, []int{0, 1, 3}},
		{"(w's),", []string{"(", "w"}, []int{0, 1, 2, 4, 5}},
		{"wn't.", nil, []int{0, 1, 4}},
		{"w,", []string{"x", "y"}, []int{0, 1}},
		{"(w)", []string{"w"}, []int{0, 1, 2}},
		{"(w)", []string{"(w)"}, []int{0}},
		{"(w)", []string{"", "(w)"}, []int{0, 1, 2}},
	} {
		var want uint16
		for _, i := range c.want {
			want |= 1 << i
		}
		if got := align(c.standIn, c.words); got != want {
			t.Errorf("align(%q, %q) = %b, want %b", c.standIn, c.words, got, want)
		}
	}
}

// TestMemo floods a memo from several goroutines with more stand-ins than it
// holds and checks that every answer is that of a memo of its own.
func TestMemo(t *testing.T) {
	shared := &rules{ask: func(s string) []string { return strings.SplitAfter(s, "w") }}
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for n := range 4 * memoSize {
				s := fmt.Sprintf("%0*bw", 2+(n+g)%10, n%512)
				s = strings.NewReplacer("0", "(", "1", "$").Replace(s)
				if len(s) > maxPiece {
					continue
				}
				if got, want := shared.starts([]byte(s)), align(s, shared.ask(s)); got != want {
					t.Errorf("%s: %b, want %b", s, got, want)
					return
				}
			}
		})
	}
	wg.Wait()
}

func TestSplitConcurrently(t *testing.T) {
	texts := articles(t)
	var want []*Doc
	for _, s := range texts {
		want = append(want, Split(s))
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			d := new(Doc)
			for i, s := range texts {
				d.Reset(s)
				if !slices.Equal(d.Tokens, want[i].Tokens) || !slices.Equal(d.Sentences, want[i].Sentences) {
					t.Errorf("article %d is split otherwise", i)
				}
			}
		})
	}
	wg.Wait()
}
