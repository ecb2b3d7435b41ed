package entities_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/corpus"
)

func extractor(t testing.TB, opts ...entities.Option) *entities.Extractor {
	t.Helper()
	x, err := entities.New(opts...)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func articles(t testing.TB) []corpus.Article {
	t.Helper()
	docs, err := corpus.ReadArticles(filepath.Join("..", "testdata", "articles"))
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) < 20 {
		t.Fatalf("only %d articles", len(docs))
	}
	return docs
}

// check reports what a document breaks of the rules that hold for every input.
func check(text string, doc *entities.Document) error {
	last := 0
	inEntity := map[int]int{}
	for i, m := range doc.Mentions {
		switch {
		case m.Start < last || m.End <= m.Start || m.End > len(text):
			return fmt.Errorf("mention %d, bytes %d to %d of %d, after %d", i, m.Start, m.End, len(text), last)
		case text[m.Start:m.End] != m.Text:
			return fmt.Errorf("mention %d is %q, its bytes are %q", i, m.Text, text[m.Start:m.End])
		case m.Kind < entities.Person || m.Kind > entities.Date:
			return fmt.Errorf("mention %d has kind %v", i, m.Kind)
		case !(m.Score >= 0 && m.Score <= 1) || !(m.PlaceScore >= 0 && m.PlaceScore <= 1):
			return fmt.Errorf("mention %d has scores %v and %v", i, m.Score, m.PlaceScore)
		case (m.Kind == entities.Date) != (m.Date != nil) || (m.Kind == entities.Date) != (m.Entity < 0):
			return fmt.Errorf("mention %d of kind %v has date %v and entity %d", i, m.Kind, m.Date, m.Entity)
		case m.Date != nil && m.Date.Value == "":
			return fmt.Errorf("date %q has no value", m.Text)
		case m.Date != nil && !m.Date.Start.IsZero() && !m.Date.Start.Before(m.Date.End):
			return fmt.Errorf("date %q: %v is not before %v", m.Text, m.Date.Start, m.Date.End)
		case m.Entity >= len(doc.Entities):
			return fmt.Errorf("mention %d has entity %d of %d", i, m.Entity, len(doc.Entities))
		case m.Place != nil && !(m.Place.Lat >= -90 && m.Place.Lat <= 90 && m.Place.Lon >= -180 && m.Place.Lon <= 180):
			return fmt.Errorf("%q lies at %v, %v", m.Text, m.Place.Lat, m.Place.Lon)
		}
		last = m.End
		if m.Entity >= 0 {
			inEntity[i] = m.Entity
		}
	}
	first := -1
	for id, e := range doc.Entities {
		if e.ID != id || e.Name == "" || len(e.Mentions) == 0 || !slices.IsSorted(e.Mentions) {
			return fmt.Errorf("entity %d: id %d, name %q, mentions %v", id, e.ID, e.Name, e.Mentions)
		}
		if e.Mentions[0] <= first {
			return fmt.Errorf("entity %d is out of order", id)
		}
		first = e.Mentions[0]
		for _, i := range e.Mentions {
			if at, ok := inEntity[i]; !ok || at != id {
				return fmt.Errorf("entity %d lists mention %d, which is of %d", id, i, at)
			}
			delete(inEntity, i)
		}
	}
	if len(inEntity) > 0 {
		return fmt.Errorf("%d mentions are in no entity's list", len(inEntity))
	}
	spans := slices.Clone(doc.Furniture)
	for i, s := range spans {
		if s.Start < 0 || s.End <= s.Start || s.End > len(text) || i > 0 && s.Start < spans[i-1].End {
			return fmt.Errorf("furniture %d: bytes %d to %d of %d", i, s.Start, s.End, len(text))
		}
	}
	if h := doc.Headline; h != nil && (h.Start < 0 || h.End <= h.Start || h.End > len(text)) {
		return fmt.Errorf("headline: bytes %d to %d of %d", h.Start, h.End, len(text))
	}
	if d := doc.Dateline; d != nil && (d.Start < 0 || d.End <= d.Start || d.End > len(text)) {
		return fmt.Errorf("dateline: bytes %d to %d of %d", d.Start, d.End, len(text))
	}
	total := 0.0
	for _, f := range doc.Focus {
		if len(f.Country) != 2 || !(f.Share >= 0 && f.Share <= 1) {
			return fmt.Errorf("focus %+v", f)
		}
		total += f.Share
	}
	if total > 1.001 {
		return fmt.Errorf("focus shares add up to %v", total)
	}
	return nil
}

func TestArticlesKeepTheRules(t *testing.T) {
	x := extractor(t)
	for _, a := range articles(t) {
		doc, err := x.Extract(a.Text, entities.Published(a.Published))
		if err != nil {
			t.Fatal(err)
		}
		if err := check(a.Text, doc); err != nil {
			t.Errorf("%s: %v", a.ID, err)
		}
	}
}

// TestBlankTexts: texts without a word give empty documents.
func TestBlankTexts(t *testing.T) {
	for _, text := range []string{"", " ", "\n\n\n", "\u00a0\t\r\n", strings.Repeat("\n", 1000)} {
		doc, err := entities.Extract(text)
		if err != nil || len(doc.Mentions)+len(doc.Entities)+len(doc.Focus) != 0 || doc.Headline != nil || doc.Dateline != nil {
			t.Errorf("%q: %+v, %v", text, doc, err)
		}
	}
}

func compileSchema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	b, err := os.ReadFile("document.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("document.schema.json", v); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("document.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestJSONFitsSchema also reads the JSON back and writes it again.
func TestJSONFitsSchema(t *testing.T) {
	schema := compileSchema(t)
	x := extractor(t, entities.WithAlternatives(3))
	texts := []string{"", "\xff\xfe<script>", "In \x00 Paris\x00 on <b>Monday</b>"}
	for _, a := range articles(t) {
		texts = append(texts, a.Text)
	}
	for _, text := range texts {
		doc, err := x.Extract(text, entities.ID("x"), entities.Published(published))
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(doc)
		if err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%.60q: %v", text, err)
		}
		var back entities.Document
		if err := json.Unmarshal(b, &back); err != nil {
			t.Fatal(err)
		}
		again, err := json.Marshal(&back)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(b, again) {
			t.Errorf("%.60q: JSON changed on its way\n%s\n%s", text, b, again)
		}
	}
}

// TestConcurrentUse shares one Extractor among 64 goroutines.
func TestConcurrentUse(t *testing.T) {
	x := extractor(t)
	docs := articles(t)
	want := make([]*entities.Document, len(docs))
	for i, a := range docs {
		var err error
		if want[i], err = x.Extract(a.Text, entities.Published(a.Published)); err != nil {
			t.Fatal(err)
		}
	}
	var wg sync.WaitGroup
	for g := range 64 {
		wg.Go(func() {
			for k := range docs {
				i := (g + k) % len(docs)
				doc, err := x.Extract(docs[i].Text, entities.Published(docs[i].Published))
				if err != nil || !reflect.DeepEqual(doc, want[i]) {
					t.Errorf("%s differs when extracted beside others (%v)", docs[i].ID, err)
					return
				}
			}
		})
	}
	wg.Wait()
}

var words = []string{
	"Obama", "Karachi", "Paris", "Texas", "the", "said", "Oct.", "26", "2016", "Monday", "two years earlier", "U.S.-led",
	"Lashkar-e-Jhangvi", "(IMU)", "Islamic Movement of Uzbekistan", "President", "’s", "“", "”", ".", ",", "—", "\n", "\n\n",
	"IS", "ISLAMABAD", "(AP)", "Uzbek", "\xff", "\x00", "é", "ȺȺȺȺ's", "((((", "1984", "5 p.m.", "last month", "Read more:",
	"Mullah Omar", "Omar", "Georgia", "Jr.", "Bill and Hillary Clinton", "of", "near", "province", "\u200b", "\u202e", "😀",
}

func textGenerator() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		for _, w := range rapid.SliceOfN(rapid.SampledFrom(words), 0, 60).Draw(t, "words") {
			b.WriteString(w)
			if rapid.IntRange(0, 9).Draw(t, "gap") > 0 {
				b.WriteByte(' ')
			}
		}
		return b.String()
	})
}

func TestAnyTextKeepsTheRules(t *testing.T) {
	x := extractor(t, entities.WithAlternatives(2))
	rapid.Check(t, func(t *rapid.T) {
		text := textGenerator().Draw(t, "text")
		doc, err := x.Extract(text, entities.Published(published))
		if err != nil {
			t.Fatal(err)
		}
		if err := check(text, doc); err != nil {
			t.Fatal(err)
		}
		again, err := x.Extract(strings.Clone(text), entities.Published(published))
		if err != nil || !reflect.DeepEqual(doc, again) {
			t.Fatalf("a second look differs (%v)", err)
		}
		for m := range doc.Of(entities.Place) {
			if m.Place == nil {
				continue
			}
			if p, ok := x.Gazetteer().ByRef(m.Place.Ref); !ok || p != *m.Place {
				t.Fatalf("place %+v of %q is not in the gazetteer", *m.Place, m.Text)
			}
		}
	})
}

// TestRelativeDatesHoldTheirReference: the day, week, month and year of
// publication hold the day of publication.
func TestRelativeDatesHoldTheirReference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := time.Date(rapid.IntRange(1900, 2100).Draw(t, "year"), time.January, 1+rapid.IntRange(0, 364).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
		phrase := rapid.SampledFrom([]string{"today", "this week", "this month", "this year"}).Draw(t, "phrase")
		doc, err := entities.Extract("The talks go on "+phrase+".", entities.Published(day))
		if err != nil {
			t.Fatal(err)
		}
		for m := range doc.Of(entities.Date) {
			if m.Date.Start.After(day) || !m.Date.End.After(day) {
				t.Fatalf("%s of %v is %v to %v", phrase, day, m.Date.Start, m.Date.End)
			}
			return
		}
		t.Fatalf("%q is not found", phrase)
	})
}

func TestResolveAnswersEverySpan(t *testing.T) {
	x := extractor(t)
	rapid.Check(t, func(t *rapid.T) {
		text := textGenerator().Draw(t, "text")
		var spans []entities.Span
		for at := 0; at < len(text); {
			start := rapid.IntRange(at, len(text)-1).Draw(t, "start")
			end := rapid.IntRange(start+1, len(text)).Draw(t, "end")
			spans = append(spans, entities.Span{Start: start, End: end})
			at = end
		}
		got, err := x.Resolve(context.Background(), text, spans)
		if err != nil {
			t.Fatal(err)
		}
		if len(got) != len(spans) {
			t.Fatalf("%d answers for %d spans", len(got), len(spans))
		}
		for i, m := range got {
			if m.Start != spans[i].Start || m.End != spans[i].End {
				t.Fatalf("answer %d is for bytes %d to %d, not %d to %d", i, m.Start, m.End, spans[i].Start, spans[i].End)
			}
		}
	})
}

func FuzzExtract(f *testing.F) {
	f.Add("ISLAMABAD (AP) — Mullah Omar met Uzbek fighters on Oct. 26, 2016.")
	f.Add("\xff\xfe\x00('''((((\u202eȺȺȺȺ's\xff's")
	f.Add("next next next 26/10/2016 ’s “U.S.-led” X, X, X")
	x := extractor(f, entities.WithAlternatives(2))
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := x.Extract(text, entities.Published(published))
		if err != nil {
			t.Fatal(err)
		}
		if err := check(text, doc); err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(doc)
		if err != nil || !utf8.Valid(b) {
			t.Fatalf("JSON: %v, valid UTF-8 %v", err, utf8.Valid(b))
		}
	})
}

// TestParagraphsStandForThemselves: what does not depend on the document, such
// as full dates, is the same in a paragraph alone and among others.
func TestParagraphsStandForThemselves(t *testing.T) {
	x := extractor(t)
	paragraphs := []string{
		"The court in Lima met on 26 October 2016 and adjourned.",
		"“We signed on March 3, 2014,” said Amina Yusuf, who leads the council of Kano.",
		"Prices rose 3 percent between January 2011 and May 2012, the bank said.",
		"Nobody was hurt.",
		"The bridge, opened in 1968, was closed on 2015-06-30 for repairs.",
	}
	type found struct {
		start       int
		text, value string
	}
	dates := func(text string, from, to int) []found {
		doc, err := x.Extract(text, entities.Published(published))
		if err != nil {
			t.Fatal(err)
		}
		var out []found
		for m := range doc.Of(entities.Date) {
			if m.Start >= from && m.End <= to {
				out = append(out, found{m.Start - from, m.Text, m.Date.Value})
			}
		}
		return out
	}
	rapid.Check(t, func(t *rapid.T) {
		chosen := rapid.SliceOfN(rapid.SampledFrom(paragraphs), 1, 6).Draw(t, "paragraphs")
		text := strings.Join(chosen, "\n\n")
		at := 0
		for _, p := range chosen {
			if alone, among := dates(p, 0, len(p)), dates(text, at, at+len(p)); !reflect.DeepEqual(alone, among) {
				t.Fatalf("%q alone has %v, among others %v", p, alone, among)
			}
			at += len(p) + len("\n\n")
		}
	})
}
