package news_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/entities/tag"
	"github.com/dateline-go/dateline/entities/tag/news"
	"github.com/dateline-go/dateline/entities/token"
)

func Example() {
	m, err := news.Model()
	if err != nil {
		fmt.Println(err)
		return
	}
	text := "Ambassador Helen Clarke met Pakistani officials in Karachi before U.S.-led talks."
	for _, s := range m.Tag(token.Split(text)) {
		fmt.Println(s.Kind, text[s.Start:s.End])
	}
	// Output:
	// PERSON Helen Clarke
	// NORP Pakistani
	// PLACE Karachi
	// PLACE U.S.
}

func model(t testing.TB) *tag.Model {
	t.Helper()
	m, err := news.Model()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// names returns "KIND text" for each name of a text.
func names(m *tag.Model, text string) []string {
	var out []string
	for _, s := range m.Tag(token.Split(text)) {
		out = append(out, s.Kind.String()+" "+text[s.Start:s.End])
	}
	return out
}

// The embedded file is whole, and small enough to embed.
func TestModelFile(t *testing.T) {
	b, err := os.ReadFile("news.model")
	if err != nil {
		t.Fatal(err)
	}
	if len(b) > 12<<20 {
		t.Errorf("model of %d bytes is larger than 12 MB", len(b))
	}
	if _, err := tag.Open(string(b)); err != nil {
		t.Error(err)
	}
	for _, at := range []int{0, 9, 40, len(b) / 2, len(b) - 1} {
		bad := slices.Clone(b)
		bad[at] ^= 0x10
		if _, err := tag.Open(string(bad)); err == nil {
			t.Errorf("a model with byte %d changed was opened", at)
		}
	}
	for _, n := range []int{0, 8, 100, len(b) / 3} {
		if _, err := tag.Open(string(b[:n])); err == nil {
			t.Errorf("a model cut to %d bytes was opened", n)
		}
	}
}

// A name part of a hyphenated word is a span of its own.
func TestHyphenatedWords(t *testing.T) {
	m := model(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The Israeli-Palestinian talks ended in Cairo.", []string{"NORP Israeli", "NORP Palestinian", "PLACE Cairo"}},
		{"A U.S.-led force left Kabul on Friday.", []string{"PLACE U.S.", "PLACE Kabul"}},
		{"The Iran-Iraq border was shut.", []string{"PLACE Iran", "PLACE Iraq"}},
		{"The pro-Taliban fighters fled.", []string{"ORG Taliban"}},
		{"South Korean President Roh Moo-hyun spoke to reporters in Seoul.", []string{"NORP South Korean", "PERSON Roh Moo-hyun", "PLACE Seoul"}},
	} {
		if got := names(m, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// Headlines get their names, not every capitalised word.
func TestHeadlines(t *testing.T) {
	m := model(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"FLOODS KILL DOZENS IN PAKISTAN AS RESCUERS SEARCH FOR SURVIVORS\n", []string{"PLACE PAKISTAN"}},
		{"Floods Kill Dozens in Pakistan as Rescuers Search for Survivors\n", []string{"PLACE Pakistan"}},
	} {
		if got := names(m, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// What the first pass learns from a full name, the second gives to short ones.
func TestDocumentEvidence(t *testing.T) {
	text := "Police in Lahore arrested Hafiz Saeed on Monday.\nLawyers for Saeed said he was ill. Saeed has denied the charges."
	got := names(model(t), text)
	want := []string{"PLACE Lahore", "PERSON Hafiz Saeed", "PERSON Saeed", "PERSON Saeed"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A model gives the same result warm as cold, and to many callers at once.
func TestSameForAll(t *testing.T) {
	b, err := os.ReadFile("news.model")
	if err != nil {
		t.Fatal(err)
	}
	cold, err := tag.OpenTrusted(string(b))
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("Angela Merkel met Emmanuel Macron in Paris. The Bank of England cut rates. GENEVA TALKS FAIL AGAIN, SAYS UN\n", 30)
	doc := token.Split(text)
	want := cold.Tag(doc)
	warm := model(t)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 3 {
				if got := warm.Tag(doc); !slices.Equal(got, want) {
					t.Error("results differ between calls")
				}
			}
		})
	}
	wg.Wait()
}

func TestOddInput(t *testing.T) {
	m := model(t)
	for _, text := range []string{
		"", " ", "\n\n", "\x00", "\xff\xfe\xfd", "Ana\xffLee met B\xc3 in Oslo.", "-", "A-", "-A", "A-b-", "--A--b",
		strings.Repeat("A", 5000), strings.Repeat("A-", 3000), strings.Repeat("( ", 3000), strings.Repeat("Oslo ", 5000),
		strings.Repeat("OSLO, ", 3000), strings.Repeat("É", 999),
	} {
		check(t, text, m.Tag(token.Split(text)))
	}
}

// check fails if spans are out of order, overlap, or lie outside the text.
func check(t *testing.T, text string, spans []tag.Span) {
	t.Helper()
	last := int32(0)
	for _, s := range spans {
		if s.Start < last || s.End <= s.Start || int(s.End) > len(text) {
			t.Fatalf("%.80q: span %v after %d in %d bytes", text, s, last, len(text))
		}
		if s.Kind < kind.Person || s.Kind > kind.Misc || !(s.Score >= 0 && s.Score <= 1) {
			t.Fatalf("%.80q: span %v", text, s)
		}
		last = s.End
	}
}

func FuzzTag(f *testing.F) {
	for _, s := range []string{"Angela Merkel met Barack Obama in Berlin.", "U.S.-led", "x-MIAMI 3-Ana Lee", "GOLF-WOODS WINS", "É\xff-a", "Mr. X. of Y-Z"} {
		f.Add(s)
	}
	m := model(f)
	f.Fuzz(func(t *testing.T, text string) {
		d := token.Split(text)
		spans := m.Tag(d)
		check(t, text, spans)
		if n := len(m.Labels(d)); n != len(d.Tokens) {
			t.Fatalf("%d labels for %d tokens", n, len(d.Tokens))
		}
		if again := m.Tag(d); !slices.Equal(again, spans) {
			t.Fatal("a second call differs")
		}
	})
}

func BenchmarkTag(b *testing.B) {
	m := model(b)
	d := token.Split(strings.Repeat("Rescue teams searched the ruins of Balakot on Sunday after an earthquake that killed thousands of people in northern Pakistan. "+
		"Officials of the World Food Programme said that helicopters had begun to reach villages in the Kaghan Valley, where snow is expected this week. ", 40))
	m.Tag(d)
	b.ReportAllocs()
	for b.Loop() {
		m.Tag(d)
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mtokens/s")
}
