package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/entities/dates"
	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/gazetteer"
	"github.com/dateline-go/dateline/internal/worldmap"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares got with testdata/name, or rewrites that.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(got, want) {
		return
	}
	g, w := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s:%d differs (-update rewrites it):\n got %s\nwant %s", path, i+1, g[i], append(w, "")[min(i, len(w))])
		}
	}
	t.Fatalf("%s: %d lines, want %d", path, len(g), len(w))
}

func page(t testing.TB, docs ...*entities.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := HTML(&b, slices.Values(docs)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// without cuts the first part of s from open to end.
func without(s, open, end string) string {
	before, rest, ok1 := strings.Cut(s, open)
	_, after, ok2 := strings.Cut(rest, end)
	if !ok1 || !ok2 {
		return s
	}
	return before + after
}

// body is what differs between pages: no style, no script, no hashes of them,
// no shared outline.
func body(t testing.TB, html string) string {
	t.Helper()
	_, b, ok := strings.Cut(html, "<main>")
	if !ok {
		t.Fatal("no <main>")
	}
	b, _, _ = strings.Cut(b, "\n<script>")
	return b
}

func small(t testing.TB) *entities.Document {
	d := build(t, "brief.txt", "[Lancaster|PLACE] & [York|PLACE] agree\n\n[Ann Weaver|PERSON] of [York|PLACE] said on [Monday|DATE|2020-03-02] that “<all> is well”.\n", samplePlaces)
	d.Headline = &entities.Span{Start: 0, End: strings.IndexByte(d.Text, '\n')}
	d.Published = time.Date(2020, 3, 3, 0, 0, 0, 0, time.UTC)
	return d
}

func TestHTMLGolden(t *testing.T) {
	golden(t, "small.html", []byte(body(t, page(t, small(t)))))
	golden(t, "several.html", []byte(body(t, page(t, storm(t), small(t), &entities.Document{Text: "Nothing here."}))))
	golden(t, "none.html", []byte(body(t, page(t))))
}

// elements are those that the body of a page may have.
var elements = map[string]bool{}

func init() {
	for _, e := range strings.Fields("html head meta title style script body a header h1 h2 h3 h4 span label input svg defs path main section article p aside bdi ul ol li details summary figure rect g use circle text figcaption nav footer div button b q") {
		elements[e] = true
	}
}

// check fails the test where a page is not well-formed, has an element,
// attribute or link that it should not, or does not show the documents' text.
func check(t testing.TB, html string, docs ...*entities.Document) {
	t.Helper()
	html = without(strings.TrimPrefix(html, "<!DOCTYPE html>\n"), "<style>", "</style>")
	i := strings.LastIndex(html, "\n<script>")
	dec := xml.NewDecoder(strings.NewReader(html[:i] + without(html[i:], "<script>", "</script>")))
	dec.Strict = false
	dec.AutoClose = []string{"meta", "input"}
	ids := map[string]bool{}
	var refs []string
	var articles []string
	depth := 0
	var text strings.Builder
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if !elements[tok.Name.Local] {
				t.Fatalf("element <%s>", tok.Name.Local)
			}
			if tok.Name.Local == "article" {
				depth++
				text.Reset()
			}
			for _, a := range tok.Attr {
				switch name := a.Name.Local; {
				case name == "id":
					if ids[a.Value] {
						t.Fatalf("id %q twice", a.Value)
					}
					ids[a.Value] = true
				case name == "href", name == "aria-labelledby":
					if strings.HasPrefix(a.Value, "#") != (name == "href") {
						t.Fatalf("%s=%q", name, a.Value)
					}
					refs = append(refs, strings.TrimPrefix(a.Value, "#"))
				case strings.HasPrefix(name, "on"), name == "style", name == "src", name == "srcdoc", name == "action":
					t.Fatalf("attribute %s=%q", name, a.Value)
				}
			}
		case xml.EndElement:
			if tok.Name.Local == "article" {
				depth--
				articles = append(articles, text.String())
			}
		case xml.CharData:
			if depth > 0 {
				text.Write(tok)
			}
			for _, r := range string(tok) {
				if isControl(r) && !isSpace(r) {
					t.Fatalf("control character %U in the page", r)
				}
			}
		}
	}
	for _, r := range refs {
		if !ids[r] && !(r == "d1" && len(docs) == 0) {
			t.Fatalf("link to %q, which is not on the page", r)
		}
	}
	if len(articles) != len(docs) {
		t.Fatalf("%d articles, want %d", len(articles), len(docs))
	}
	for i, d := range docs {
		if got, want := squeeze(articles[i]), squeeze(spelled(d.Text)); !strings.HasSuffix(got, want) {
			t.Fatalf("article %d: text is\n%q, want the end to be\n%q", i, got, want)
		}
	}
}

// spelled is s as a page shows it: control characters as code points.
func spelled(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == '\f':
			b.WriteByte(' ')
		case isControl(r):
			fmt.Fprintf(&b, "%U", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// squeeze drops all white space and invisible characters.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func TestHTMLIsSound(t *testing.T) {
	check(t, page(t))
	check(t, page(t, storm(t)), storm(t))
	docs := []*entities.Document{storm(t), small(t), {Text: "Nothing here."}, {}}
	check(t, page(t, docs...), docs...)
}

// hostile has something to break out with in every string of a document.
func hostile(t testing.TB) *entities.Document {
	t.Helper()
	const x = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg onload=alert(1)>\x00\x1b[2J\u202e\xff"
	pl := &gazetteer.Place{Ref: x, Name: x, Country: x, Admin1: x, Admin2: x, Feature: x, Lat: 10, Lon: 10}
	text := x + "\n\n" + x + " " + x + "\n"
	second := len(x) + 2
	return &entities.Document{
		ID: x, Text: text,
		Headline: &entities.Span{Start: 0, End: len(x)},
		Dateline: &entities.Dateline{Place: pl, Agency: x},
		Focus:    []entities.Focus{{Country: x, Share: 1}},
		Mentions: []entities.Mention{
			{Start: 0, End: len(x), Text: x, Kind: kind.Place, Entity: 0, Title: x, Country: x, Place: pl},
			{Start: second, End: second + len(x), Text: x, Kind: kind.Person, Entity: 1, Title: x, Score: math.NaN()},
			{Start: second + len(x) + 1, End: second + 2*len(x) + 1, Text: x, Kind: kind.Date, Entity: -1,
				Date: &dates.Value{Type: x, Value: x, Mod: x, Quant: x, Freq: x, Granularity: x}},
		},
		Entities: []entities.Entity{
			{Kind: kind.Place, Name: x, Names: []string{x, x + "a"}, Roles: []string{x}, Ref: x, Place: pl, Mentions: []int{0}},
			{Kind: kind.Person, Name: x, Names: []string{x, x + "a"}, Roles: []string{x}, Ref: x, Mentions: []int{1}},
		},
	}
}

func TestHTMLEscapesEverything(t *testing.T) {
	d := hostile(t)
	html := page(t, d, d)
	check(t, html, d, d)
	if n := strings.Count(html, "<script>"); n != 1 {
		t.Errorf("%d scripts, want 1", n)
	}
	if strings.Contains(html, "<img") || strings.Contains(html, "<svg onload") {
		t.Error("an element came out of the text")
	}
}

// TestHTMLPolicy checks that the policy admits the page's own style and script
// and that neither can end early.
func TestHTMLPolicy(t *testing.T) {
	html := page(t, small(t))
	for tag, src := range map[string]string{"style": pageCSS, "script": pageJS} {
		if !strings.Contains(html, "<"+tag+">"+src+"</"+tag+">") {
			t.Errorf("%s is not in the page as it was hashed", tag)
		}
		if want := tag + "-src 'sha256-" + hash(src) + "'"; !strings.Contains(html, want) {
			t.Errorf("policy lacks %s", want)
		}
		if strings.Contains(src, "</") || strings.Contains(src, "\r") {
			t.Errorf("%s has </ or a carriage return, which the parser changes", tag)
		}
		if strings.Contains(src, "http:") || strings.Contains(src, "https:") || strings.Contains(src, "url(") {
			t.Errorf("%s refers to the network", tag)
		}
	}
	if !strings.Contains(html, "default-src 'none'") || strings.Contains(html, "unsafe-") {
		t.Error("policy admits too much")
	}
	for _, s := range []string{"innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "fetch("} {
		if strings.Contains(pageJS, s) {
			t.Errorf("script uses %s", s)
		}
	}
}

// TestHTMLUnsoundDocuments gives what a custom tagger may get wrong.
func TestHTMLUnsoundDocuments(t *testing.T) {
	place := samplePlaces["York"]
	for name, ms := range map[string][]entities.Mention{
		"out of the text": {{Start: 5, End: 500, Kind: kind.Person}, {Start: -1, End: 3, Kind: kind.Person}},
		"out of order":    {{Start: 8, End: 12, Kind: kind.Person}, {Start: 0, End: 3, Kind: kind.Person}},
		"overlapping":     {{Start: 0, End: 8, Kind: kind.Org}, {Start: 4, End: 12, Kind: kind.Place, Place: place}},
		"empty":           {{Start: 3, End: 3, Kind: kind.Misc}},
		"unknown kind":    {{Start: 0, End: 3, Kind: 99}},
		"bad entity":      {{Start: 0, End: 3, Kind: kind.Person, Entity: 7}, {Start: 4, End: 5, Kind: kind.Person, Entity: -3}},
		"blank":           {{Start: 9, End: 11, Kind: kind.Person}},
		"across a break":  {{Start: 4, End: 14, Kind: kind.Person, Entity: -1}},
		"no date value":   {{Start: 0, End: 3, Kind: kind.Date}},
		"no position":     {{Start: 0, End: 3, Kind: kind.Place, Place: &gazetteer.Place{Name: "X", Lat: math.NaN(), Lon: 400}}},
	} {
		t.Run(name, func(t *testing.T) {
			d := &entities.Document{Text: "One two3.\n\nFour five.", Mentions: ms,
				Headline:  &entities.Span{Start: 2, End: 900},
				Furniture: []entities.Span{{Start: 7, End: 13}, {Start: 3, End: -1}, {Start: 1, End: 5}}}
			check(t, page(t, d), d)
		})
	}
}

func TestHTMLIsDeterministic(t *testing.T) {
	if a, b := page(t, storm(t), small(t)), page(t, storm(t), small(t)); a != b {
		t.Error("same documents, different pages")
	}
}

type failingWriter struct{ left int }

func (w *failingWriter) Write(b []byte) (int, error) {
	if w.left -= len(b); w.left < 0 {
		return 0, io.ErrShortWrite
	}
	return len(b), nil
}

func TestWritersReportErrors(t *testing.T) {
	docs := slices.Values([]*entities.Document{storm(t), storm(t)})
	for _, left := range []int{0, 100, 30_000} {
		if err := HTML(&failingWriter{left}, docs); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("HTML with room for %d bytes: error %v", left, err)
		}
	}
	for _, left := range []int{0, 100, 2000} {
		if err := GeoJSON(&failingWriter{left}, docs); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("GeoJSON with room for %d bytes: error %v", left, err)
		}
	}
	for name, w := range map[string]interface {
		Add(*entities.Document) error
		Close() error
	}{"HTML": NewHTML(io.Discard), "GeoJSON": NewGeoJSON(io.Discard)} {
		if err := w.Close(); err != nil {
			t.Errorf("%s: Close: %v", name, err)
		}
		if err := w.Add(small(t)); err == nil {
			t.Errorf("%s: Add after Close: no error", name)
		}
		if err := w.Close(); err == nil {
			t.Errorf("%s: second Close: no error", name)
		}
	}
}

func TestParagraphs(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"blank lines", "One.\n\nTwo.\n \t\nThree.", "p:One. p:Two. p:Three."},
		{"windows", "One.\r\n\r\nTwo.\r\n", "p:One. p:Two."},
		{"many blank lines", "\n\n\nOne.\n\n\n\nTwo.\n\n", "p:One. p:Two."},
		{"lines kept", "Dow 27,110\nNikkei 21,001", "p:Dow 27,110\nNikkei 21,001"},
		{"columns", "Team   W  L\nLeeds    3  1\nHull     2  2", "columns:Team   W  L\nLeeds    3  1\nHull     2  2"},
		{"hard-wrapped", strings.Repeat("The harbour was closed to all ships by nightfall\n", 3) + "and stayed so.",
			"wrapped:" + strings.Repeat("The harbour was closed to all ships by nightfall\n", 3) + "and stayed so."},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := newView(&entities.Document{Text: c.text}, 1)
			var got []string
			for _, b := range v.blocks() {
				got = append(got, map[blockSort]string{plain: "p", columns: "columns", wrapped: "wrapped"}[b.sort]+":"+c.text[b.start:b.end])
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("got  %q\nwant %q", s, c.want)
			}
		})
	}
}

func TestDateText(t *testing.T) {
	day := func(s string) time.Time {
		at, err := time.Parse("2006-01-02", s)
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	for _, c := range []struct {
		v    dates.Value
		want string
	}{
		{dates.Value{Type: dates.Date, Value: "2016-10-26", Start: day("2016-10-26"), End: day("2016-10-27")}, "26 Oct 2016"},
		{dates.Value{Type: dates.Date, Value: "2016-10", Start: day("2016-10-01"), End: day("2016-11-01")}, "Oct 2016"},
		{dates.Value{Type: dates.Date, Value: "2016-Q4", Start: day("2016-10-01"), End: day("2017-01-01")}, "Q4 2016"},
		{dates.Value{Type: dates.Date, Value: "2016", Start: day("2016-01-01"), End: day("2017-01-01")}, "2016"},
		{dates.Value{Type: dates.Date, Value: "2016", Mod: "END", Start: day("2016-01-01"), End: day("2017-01-01")}, "late 2016"},
		{dates.Value{Type: dates.Date, Value: "199", Start: day("1990-01-01"), End: day("2000-01-01")}, "1990s"},
		{dates.Value{Type: dates.Date, Value: "2016-W43", Start: day("2016-10-24"), End: day("2016-10-31")}, "week of 24 Oct 2016"},
		{dates.Value{Type: dates.Date, Value: "2016-SU", Start: day("2016-06-01"), End: day("2016-09-01")}, "Jun 2016 – Aug 2016"},
		{dates.Value{Type: dates.Date, Value: "19", Start: day("1900-01-01"), End: day("2000-01-01")}, "20th century"},
		{dates.Value{Type: dates.Date, Value: "2016-W43-WE", Start: day("2016-10-29"), End: day("2016-10-31")}, "29 Oct 2016 – 30 Oct 2016"},
		{dates.Value{Type: dates.Time, Value: "2016-10-26T21:30", Start: day("2016-10-26"), End: day("2016-10-27")}, "26 Oct 2016, 21:30"},
		{dates.Value{Type: dates.Time, Value: "2016-10-26TNI", Start: day("2016-10-26"), End: day("2016-10-27")}, "26 Oct 2016, night"},
		{dates.Value{Type: dates.Date, Value: "PRESENT_REF"}, "now"},
		{dates.Value{Type: dates.Duration, Value: "P2Y"}, "2 years"},
		{dates.Value{Type: dates.Duration, Value: "P1M", Mod: "APPROX"}, "about 1 month"},
		{dates.Value{Type: dates.Duration, Value: "PT30M"}, "30 minutes"},
		{dates.Value{Type: dates.Duration, Value: "P1DT12H"}, "1 day 12 hours"},
		{dates.Value{Type: dates.Duration, Value: "P3DE"}, "3 decades"},
		{dates.Value{Type: dates.Duration, Value: "P2CE"}, "2 centuries"},
		{dates.Value{Type: dates.Duration, Value: "PXY"}, "some years"},
		{dates.Value{Type: dates.Set, Value: "XXXX-WXX-6", Quant: "EVERY"}, "every Saturday"},
		{dates.Value{Type: dates.Set, Value: "P1W", Freq: "2X"}, "2 times per week"},
		{dates.Value{Type: dates.Set, Value: "P1D"}, "every day"},
		{dates.Value{Type: dates.Date, Value: "XXXX-XX"}, "XXXX-XX"},
		{dates.Value{Type: dates.Duration, Value: "P"}, "P"},
		{dates.Value{Type: dates.Duration, Value: "P\x1b"}, `P\u001b`},
	} {
		if got := dateText(&c.v, false); got != c.want {
			t.Errorf("%s: %q, want %q", c.v.Value, got, c.want)
		}
	}
}

func FuzzHTML(f *testing.F) {
	f.Add("id", "Karachi and York\n\nMonday", "name", "PK", 24.9, 67.0, 0, 7, 12, 16, uint8(3), uint8(1), 0, 8)
	f.Add("<b>", "\x00\xff\u202e<script>", "\"'>", "<>", math.Inf(1), -200.0, 1, 3, 3, 9, uint8(6), uint8(9), 2, 4)
	f.Add("-", "a\n\n b\f\n\nc", "", "", 0.0, 180.0, 0, 1, 4, 9, uint8(2), uint8(3), 1, 5)
	f.Fuzz(func(t *testing.T, id, text, name, country string, lat, lon float64, s1, e1, s2, e2 int, k1, k2 uint8, hs, he int) {
		pl := &gazetteer.Place{Name: name, Ref: country, Country: country, Admin1: id, Lat: lat, Lon: lon, Feature: name}
		at := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, s1%100000)
		v := &dates.Value{Type: dates.Date, Value: name, Mod: "END", Start: at, End: at.AddDate(0, 0, e1%1000)}
		d := &entities.Document{
			ID: id, Text: text, Published: at,
			Headline:  &entities.Span{Start: hs, End: he},
			Furniture: []entities.Span{{Start: he, End: s2}, {Start: e1, End: hs}},
			Dateline:  &entities.Dateline{Place: pl, Date: v, Agency: name},
			Mentions: []entities.Mention{
				{Start: s1, End: e1, Text: name, Kind: kind.Kind(k1), Entity: 0, Place: pl, Date: v, Score: lat},
				{Start: s2, End: e2, Text: name, Kind: kind.Kind(k2), Entity: int(k1) - 1, Place: pl, PlaceScore: lon, Country: country},
			},
			Entities: []entities.Entity{{Kind: kind.Kind(k1), Name: name, Names: []string{name, id}, Roles: []string{id}, Ref: id}},
			Focus:    []entities.Focus{{Country: country, Share: 0.5}},
		}
		html := page(t, d)
		check(t, html, d)
		geo(t, d)
	})
}

func BenchmarkHTML(b *testing.B) {
	d := storm(b)
	h := NewHTML(io.Discard)
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		h.docs = h.docs[:0]
		if err := h.Add(d); err != nil {
			b.Fatal(err)
		}
	}
}

// TestHTMLIsLinear writes a text of very many names of every kind and checks
// that time does not grow with the square of their number.
func TestHTMLIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	many := func(n int) *entities.Document {
		var text strings.Builder
		d := &entities.Document{}
		for i := range n {
			start := text.Len()
			fmt.Fprintf(&text, "Name%d", i)
			m := entities.Mention{Start: start, End: text.Len(), Text: text.String()[start:], Kind: kind.Kind(i%6 + 1), Entity: -1}
			if m.Kind == kind.Place {
				m.Place = &gazetteer.Place{ID: int64(i + 1), Name: m.Text, Lat: float64(i%170 - 85), Lon: float64(i*7%360 - 180)}
			}
			d.Mentions = append(d.Mentions, m)
			text.WriteString(" \n"[i%2:][:1])
		}
		d.Text = text.String()
		return d
	}
	took := func(n int) time.Duration {
		d := many(n)
		best := time.Hour
		for range 3 {
			start := time.Now()
			if err := HTML(io.Discard, slices.Values([]*entities.Document{d})); err != nil {
				t.Fatal(err)
			}
			best = min(best, time.Since(start))
		}
		return best
	}
	const n, times = 10_000, 10
	a, b := took(n), took(times*n)
	t.Logf("%d names: %v, %d names: %v", n, a, times*n, b)
	if b > 4*times*a {
		t.Error("time grows faster than the number of names")
	}
}

func TestChooseView(t *testing.T) {
	spot := func(lat, lon float64, n int) mapMark {
		return mapMark{at: worldmap.Point{Lon: lon, Lat: lat}, count: n}
	}
	country := func(lat, lon float64, n int) mapMark {
		m := spot(lat, lon, n)
		m.area = true
		return m
	}
	karachi, quetta, islamabad := spot(24.86, 67.01, 2), spot(30.18, 67, 2), spot(33.72, 73.04, 3)
	washington, suva, apia, london, tokyo := spot(38.9, -77, 1), spot(-18.14, 178.44, 1), spot(-13.83, -171.77, 1), spot(51.5, -0.13, 1), spot(35.69, 139.69, 1)
	pakistan, us := country(30, 70, 5), country(39.8, -98.5, 5)
	for _, c := range []struct {
		name        string
		marks       []mapMark
		world       bool
		seen, apart []mapMark
	}{
		{"one town", []mapMark{karachi}, false, []mapMark{karachi}, nil},
		{"one country", []mapMark{us}, false, []mapMark{us}, nil},
		{"towns and a far one", []mapMark{karachi, quetta, islamabad, washington}, false, []mapMark{karachi, quetta, islamabad}, []mapMark{washington}},
		{"countries do not widen the view", []mapMark{karachi, quetta, islamabad, pakistan, us}, false, []mapMark{karachi, quetta, islamabad, pakistan}, []mapMark{us}},
		{"across the date line", []mapMark{suva, apia}, false, []mapMark{suva, apia}, nil},
		{"all over the world", []mapMark{london, tokyo, washington, suva, karachi}, true, []mapMark{london, tokyo, washington, suva, karachi}, nil},
		{"far south", []mapMark{london, tokyo, washington, spot(-89, 0, 1)}, true, []mapMark{spot(-89, 0, 1)}, nil},
		{"poles", []mapMark{spot(90, 0, 1), spot(-90, 0, 1)}, true, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := chooseView(c.marks)
			if p.world != c.world {
				t.Errorf("world map = %v, want %v", p.world, c.world)
			}
			for _, m := range c.seen {
				if !p.shows(m.at) {
					t.Errorf("%v is not on the map", m.at)
				}
			}
			for _, m := range c.apart {
				if p.shows(m.at) {
					t.Errorf("%v is on the map", m.at)
				}
			}
		})
	}
}

func TestIsGap(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     bool
	}{
		{"2000-01-01", "2015-01-01", true},
		{"2000-01-01", "2001-01-01", true},
		{"2000-01-02", "2001-01-01", false},
		{"2016-10-24", "2015-01-01", false},
		{"0001-01-01", "2015-01-01", false}, // the zero time: nothing before
		{"0002-01-01", "2015-01-01", true},  // more than a time.Duration holds
	} {
		from, err1 := time.Parse("2006-01-02", c.from)
		to, err2 := time.Parse("2006-01-02", c.to)
		if err := errors.Join(err1, err2); err != nil {
			t.Fatal(err)
		}
		if got := isGap(from, to); got != c.want {
			t.Errorf("%s to %s: %v, want %v", c.from, c.to, got, c.want)
		}
	}
}
