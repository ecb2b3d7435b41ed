package corpus

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/dateline-go/dateline/entities/kind"
)

// The splits of the articles.
const (
	SplitDev     = "dev"     // read while developing
	SplitHeldOut = "heldout" // for measuring only
)

// An Article is a news text with complete gold. All offsets are bytes of Text,
// half-open.
type Article struct {
	File      string // path as given to ReadArticles
	ID        string
	Split     string // SplitDev or SplitHeldOut
	Genre     string
	Published time.Time // midnight UTC of the day of publication
	Text      string
	Headline  *ArticleSpan     // nil where the text has none
	Dateline  *ArticleDateline // nil where the text has none
	Furniture []ArticleSpan    // whole lines, in text order; no mention lies in one
	Mentions  []ArticleMention // in text order, without overlaps
	Entities  []ArticleEntity  // in order of first mention; Entities[i].ID == i
}

// An ArticleSpan is a half-open range of bytes of the text.
type ArticleSpan struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// An ArticleDateline is the place, date and agency at the head of a story.
type ArticleDateline struct {
	ArticleSpan
	PlaceID  int64  // GeoNames id, 0 where there is none
	PlaceRef string // "" where the place is in no table
	HasPlace bool
	Date     string // TIMEX3 value, "" where there is none
	Agency   string // as it stands in the text, "" where there is none
}

// An ArticleMention is a name or a temporal expression of an article:
// Article.Text[m.Start:m.End] == m.Text.
type ArticleMention struct {
	Start   int           `json:"start"`
	End     int           `json:"end"`
	Text    string        `json:"text"`
	Kind    kind.Kind     `json:"kind"`
	Title   string        `json:"title"`   // people: the title that stands right before the name
	Entity  int           `json:"entity"`  // index into Article.Entities, -1 for dates
	Place   *ArticlePlace `json:"place"`   // nil where the name should resolve to nothing
	Country string        `json:"country"` // NORP: ISO 3166-1 alpha-2, "" where none applies
	Date    *ArticleDate  `json:"date"`    // DATE mentions; nil for all others
}

// An ArticlePlace is the place that a mention names.
type ArticlePlace struct {
	ID      int64   `json:"id"`  // GeoNames id, 0 where there is none
	Ref     string  `json:"ref"` // id in the place tables such as gn:1176615 or ne:lakes478, "" where they lack the place
	Name    string  `json:"name"`
	Lat     float64 `json:"lat"`
	Lon     float64 `json:"lon"`
	Country string  `json:"country"` // ISO 3166-1 alpha-2, "" for seas and macro-regions
}

// An ArticleDate is the meaning of a temporal expression after TimeML.
type ArticleDate struct {
	Type  string `json:"type"`  // DATE, TIME, DURATION or SET
	Value string `json:"value"` // TIMEX3 value
	Mod   string `json:"mod"`
	Quant string `json:"quant"`
	Freq  string `json:"freq"`
}

// An ArticleEntity is what one or more mentions of an article name.
type ArticleEntity struct {
	ID      int           `json:"id"`
	Kind    kind.Kind     `json:"kind"`
	Name    string        `json:"name"`    // the fullest form in the text
	Roles   []string      `json:"roles"`   // people: titles and appositives beside the names, without article
	Place   *ArticlePlace `json:"place"`   // PLACE, and ORG with a place in its name
	Country string        `json:"country"` // NORP
}

// ReadArticles reads the named files; a directory stands for all .json files
// directly in it, in the order of their names. Ids must differ.
func ReadArticles(paths ...string) ([]Article, error) {
	var docs []Article
	seen := map[string]string{}
	for _, path := range paths {
		files := []string{path}
		if st, err := os.Stat(path); err != nil {
			return nil, err
		} else if st.IsDir() {
			if files, err = filepath.Glob(filepath.Join(path, "*.json")); err != nil {
				return nil, err
			}
		}
		for _, file := range files {
			f, err := os.Open(file)
			if err != nil {
				return nil, err
			}
			a, err := ReadArticle(f, file)
			f.Close()
			if err != nil {
				return nil, err
			}
			if other, dup := seen[a.ID]; dup {
				return nil, fmt.Errorf("%s: id %q is also that of %s", file, a.ID, other)
			}
			seen[a.ID] = file
			docs = append(docs, a)
		}
	}
	return docs, nil
}

// ReadArticle reads one article, a JSON object, and checks its gold. name
// stands in error messages, which give the line.
func ReadArticle(r io.Reader, name string) (Article, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return Article{}, fmt.Errorf("%s: %w", name, err)
	}
	p := articleReader{data: data}
	p.a.File = name
	if err := p.read(); err != nil {
		var at *lineError
		var syn *json.SyntaxError
		switch {
		case errors.As(err, &at):
			return Article{}, fmt.Errorf("%s:%d: %w", name, p.line(at.offset), at.err)
		case errors.As(err, &syn):
			return Article{}, fmt.Errorf("%s:%d: %w", name, p.line(int(syn.Offset)), err)
		}
		return Article{}, fmt.Errorf("%s:%d: %w", name, p.line(int(p.dec.InputOffset())), err)
	}
	return p.a, nil
}

// A lineError is a fault of the gold at an offset of the file.
type lineError struct {
	offset int
	err    error
}

func (e *lineError) Error() string { return e.err.Error() }

type articleReader struct {
	data []byte
	dec  *json.Decoder
	a    Article

	// Offsets in data of each field and of each element of the lists, for
	// the line in messages about what they hold.
	fields                        map[string]int
	furniture, mentions, entities []int
}

// line returns the number, from 1, of the line that holds data[offset].
func (p *articleReader) line(offset int) int {
	return 1 + bytes.Count(p.data[:min(max(offset, 0), len(p.data))], []byte("\n"))
}

// next returns the offset of the value that the decoder reads next.
func (p *articleReader) next() int {
	i := int(p.dec.InputOffset())
	for i < len(p.data) && strings.IndexByte(" \t\r\n,:", p.data[i]) >= 0 {
		i++
	}
	return i
}

// decode reads the next value; the line of an error is that where it starts.
func (p *articleReader) decode(v any) error {
	at := p.next()
	err := p.dec.Decode(v)
	var syn *json.SyntaxError
	if err == nil || errors.As(err, &syn) {
		return err
	}
	return &lineError{at, err}
}

func (p *articleReader) read() error {
	p.dec = json.NewDecoder(bytes.NewReader(p.data))
	p.dec.DisallowUnknownFields()
	p.fields = map[string]int{}
	if t, err := p.dec.Token(); err != nil {
		return err
	} else if t != json.Delim('{') {
		return errors.New("not a JSON object")
	}
	for p.dec.More() {
		at := p.next()
		t, err := p.dec.Token()
		if err != nil {
			return err
		}
		field := t.(string) // the key of an object is always a string
		if _, twice := p.fields[field]; twice {
			return &lineError{at, fmt.Errorf("field %q stands twice", field)}
		}
		p.fields[field] = at
		if err := p.field(field, at); err != nil {
			return err
		}
	}
	if _, err := p.dec.Token(); err != nil {
		return err
	}
	if at := p.next(); at < len(p.data) {
		return &lineError{at, errors.New("more text after the object")}
	}
	for _, f := range []string{"id", "split", "genre", "published", "text", "furniture", "mentions", "entities"} {
		if _, ok := p.fields[f]; !ok {
			return &lineError{0, fmt.Errorf("field %q is missing", f)}
		}
	}
	return p.check()
}

func (p *articleReader) field(name string, at int) error {
	switch name {
	case "id":
		return p.decode(&p.a.ID)
	case "split":
		return p.decode(&p.a.Split)
	case "genre":
		return p.decode(&p.a.Genre)
	case "text":
		return p.decode(&p.a.Text)
	case "headline":
		return p.decode(&p.a.Headline)
	case "published":
		var s string
		if err := p.decode(&s); err != nil {
			return err
		}
		t, err := time.Parse(time.DateOnly, s)
		if err != nil {
			return &lineError{at, fmt.Errorf("published %q is not a date such as 2016-11-20", s)}
		}
		p.a.Published = t
		return nil
	case "dateline":
		var d struct {
			ArticleSpan
			Place *struct {
				ID  int64  `json:"id"`
				Ref string `json:"ref"`
			} `json:"place"`
			Date *struct {
				Value string `json:"value"`
			} `json:"date"`
			Agency string `json:"agency"`
		}
		if err := p.decode(&d); err != nil {
			return err
		}
		p.a.Dateline = &ArticleDateline{ArticleSpan: d.ArticleSpan, Agency: d.Agency}
		if d.Place != nil {
			p.a.Dateline.HasPlace = true
			p.a.Dateline.PlaceID, p.a.Dateline.PlaceRef = d.Place.ID, d.Place.Ref
		}
		if d.Date != nil {
			p.a.Dateline.Date = d.Date.Value
		}
		return nil
	case "furniture":
		return p.list(&p.furniture, func() error {
			var s ArticleSpan
			err := p.decode(&s)
			p.a.Furniture = append(p.a.Furniture, s)
			return err
		})
	case "mentions":
		return p.list(&p.mentions, func() error {
			m := ArticleMention{Entity: -1}
			err := p.decode(&m)
			p.a.Mentions = append(p.a.Mentions, m)
			return err
		})
	case "entities":
		return p.list(&p.entities, func() error {
			var e ArticleEntity
			err := p.decode(&e)
			p.a.Entities = append(p.a.Entities, e)
			return err
		})
	}
	return &lineError{at, fmt.Errorf("unknown field %q", name)}
}

// list reads an array, noting where each element starts.
func (p *articleReader) list(offsets *[]int, element func() error) error {
	at := p.next()
	if t, err := p.dec.Token(); err != nil {
		return err
	} else if t != json.Delim('[') {
		return &lineError{at, errors.New("not a list")}
	}
	for p.dec.More() {
		*offsets = append(*offsets, p.next())
		if err := element(); err != nil {
			return err
		}
	}
	_, err := p.dec.Token()
	return err
}

// check reports the first fault of the gold.
func (p *articleReader) check() error {
	a := &p.a
	at := func(offset int, format string, args ...any) error {
		return &lineError{offset, fmt.Errorf(format, args...)}
	}
	switch {
	case a.ID == "" || a.Genre == "":
		return at(p.fields["id"], "id or genre is empty")
	case a.Split != SplitDev && a.Split != SplitHeldOut:
		return at(p.fields["split"], "split %q is neither %q nor %q", a.Split, SplitDev, SplitHeldOut)
	case a.Text == "" || strings.ContainsRune(a.Text, utf8.RuneError):
		return at(p.fields["text"], "text is empty or not UTF-8")
	}
	if h := a.Headline; h != nil {
		if err := checkSpan(a.Text, *h, 0); err != nil {
			return at(p.fields["headline"], "headline: %w", err)
		}
	}
	end := 0
	for i, s := range a.Furniture {
		if err := checkSpan(a.Text, s, end); err != nil {
			return at(p.furniture[i], "furniture: %w", err)
		}
		if s.Start > 0 && a.Text[s.Start-1] != '\n' || s.End < len(a.Text) && a.Text[s.End] != '\n' {
			return at(p.furniture[i], "furniture: %d to %d is not a whole line", s.Start, s.End)
		}
		end = s.End
	}
	end, last := 0, -1
	forms := make([]map[string]bool, len(a.Entities))
	for i := range a.Mentions {
		m := &a.Mentions[i]
		err := checkSpan(a.Text, ArticleSpan{m.Start, m.End}, end)
		if err == nil {
			err = checkMention(a, m)
		}
		if err != nil {
			return at(p.mentions[i], "mention %q: %w", m.Text, err)
		}
		end = m.End
		if m.Entity < 0 {
			continue
		}
		if m.Entity > last+1 {
			return at(p.mentions[i], "mention %q: entity %d comes before %d; ids go by first mention", m.Text, m.Entity, last+1)
		}
		last = max(last, m.Entity)
		if forms[m.Entity] == nil {
			forms[m.Entity] = map[string]bool{}
		}
		forms[m.Entity][m.Text] = true
	}
	for i := range a.Entities {
		e := &a.Entities[i]
		err := checkPlace(e.Place)
		switch {
		case err != nil:
		case e.ID != i:
			err = fmt.Errorf("id %d stands in position %d", e.ID, i)
		case forms[i] == nil:
			err = errors.New("no mention names it")
		case !forms[i][e.Name]:
			err = fmt.Errorf("name %q is the text of none of its mentions", e.Name)
		case len(e.Roles) > 0 && e.Kind != kind.Person:
			err = errors.New("roles on what is no person")
		case e.Country != "" && e.Kind != kind.NORP:
			err = errors.New("country on what is no NORP")
		case e.Place != nil && e.Kind != kind.Place && e.Kind != kind.Org:
			err = errors.New("place on what is neither PLACE nor ORG")
		}
		for _, r := range e.Roles {
			if err == nil && (r == "" || !strings.Contains(strings.ToLower(a.Text), strings.ToLower(r))) {
				err = fmt.Errorf("role %q is not in the text", r)
			}
		}
		if err != nil {
			return at(p.entities[i], "entity %d: %w", e.ID, err)
		}
	}
	if a.Dateline != nil {
		if err := checkDateline(a); err != nil {
			return at(p.fields["dateline"], "dateline: %w", err)
		}
	}
	return nil
}

// checkSpan reports a span that is empty, not inside text, begins before from
// or has white space at an end.
func checkSpan(text string, s ArticleSpan, from int) error {
	switch {
	case s.Start < 0 || s.End <= s.Start || s.End > len(text):
		return fmt.Errorf("%d to %d is empty or outside the text of %d bytes", s.Start, s.End, len(text))
	case s.Start < from:
		return fmt.Errorf("%d to %d overlaps what ends at %d, or is out of order", s.Start, s.End, from)
	}
	if in := text[s.Start:s.End]; strings.TrimSpace(in) != in {
		return fmt.Errorf("%d to %d has white space at its ends", s.Start, s.End)
	}
	return nil
}

func checkMention(a *Article, m *ArticleMention) error {
	if got := a.Text[m.Start:m.End]; got != m.Text {
		return fmt.Errorf("the text at %d to %d is %q", m.Start, m.End, got)
	}
	for _, f := range a.Furniture {
		if m.Start < f.End && f.Start < m.End {
			return fmt.Errorf("lies in the furniture %d to %d", f.Start, f.End)
		}
	}
	if m.Title != "" && (m.Kind != kind.Person || !strings.HasSuffix(a.Text[:m.Start], m.Title+" ")) {
		return fmt.Errorf("title %q does not stand right before a person", m.Title)
	}
	if m.Country != "" && (m.Kind != kind.NORP || !isCountry(m.Country)) {
		return fmt.Errorf("country %q on what is no NORP, or not ISO 3166-1 alpha-2", m.Country)
	}
	if m.Place != nil && m.Kind != kind.Place && m.Kind != kind.Org {
		return errors.New("place on what is neither PLACE nor ORG")
	}
	if err := checkPlace(m.Place); err != nil {
		return err
	}
	if m.Kind == kind.Date {
		if m.Date == nil || m.Entity != -1 {
			return errors.New("a DATE has a date and no entity")
		}
		return checkDate(m.Date)
	}
	if m.Date != nil {
		return errors.New("date on what is no DATE")
	}
	if m.Entity < 0 || m.Entity >= len(a.Entities) {
		return fmt.Errorf("entity %d is not among the %d of the article", m.Entity, len(a.Entities))
	}
	e := &a.Entities[m.Entity]
	switch {
	case e.Kind != m.Kind:
		return fmt.Errorf("is %s, its entity %d is %s", m.Kind, e.ID, e.Kind)
	case m.Country != e.Country:
		return fmt.Errorf("country %q, its entity %d has %q", m.Country, e.ID, e.Country)
	case m.Kind == kind.Place && (m.Place == nil) != (e.Place == nil),
		m.Place != nil && (e.Place == nil || *m.Place != *e.Place):
		return fmt.Errorf("place differs from that of its entity %d", e.ID)
	}
	return nil
}

func checkPlace(p *ArticlePlace) error {
	if p == nil {
		return nil
	}
	switch {
	case p.Name == "":
		return errors.New("place without name")
	case p.ID < 0, p.ID > 0 && p.Ref != fmt.Sprintf("gn:%d", p.ID):
		return fmt.Errorf("place %d has ref %q", p.ID, p.Ref)
	case p.Lat < -90 || p.Lat > 90 || p.Lon < -180 || p.Lon > 180:
		return fmt.Errorf("place lies at %v, %v", p.Lat, p.Lon)
	case p.Country != "" && !isCountry(p.Country):
		return fmt.Errorf("place in country %q", p.Country)
	}
	return nil
}

func isCountry(s string) bool {
	return len(s) == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z'
}

func checkDate(d *ArticleDate) error {
	v := d.Value
	duration := len(v) > 2 && v[0] == 'P' && v[len(v)-1] >= 'A'
	ref := v == "PRESENT_REF" || v == "PAST_REF" || v == "FUTURE_REF"
	calendar := v != "" && (v[0] >= '0' && v[0] <= '9' || v[0] == 'X')
	ok := false
	switch d.Type {
	case "DATE":
		ok = calendar || ref
	case "TIME":
		ok = calendar && strings.Contains(v, "T") || ref
	case "DURATION":
		ok = duration && !ref
	case "SET":
		ok = duration && !ref || calendar
	default:
		return fmt.Errorf("date type %q", d.Type)
	}
	if !ok {
		return fmt.Errorf("value %q does not suit the type %s", v, d.Type)
	}
	switch d.Mod {
	case "", "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER",
		"LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE":
	default:
		return fmt.Errorf("date mod %q", d.Mod)
	}
	if (d.Quant != "" || d.Freq != "") && d.Type != "SET" {
		return fmt.Errorf("quant or freq on a %s", d.Type)
	}
	return nil
}

// checkDateline reports a dateline whose parts are not those of mentions in it.
func checkDateline(a *Article) error {
	d := a.Dateline
	if err := checkSpan(a.Text, d.ArticleSpan, 0); err != nil {
		return err
	}
	place, date, agency := !d.HasPlace, d.Date == "", d.Agency == ""
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if m.Start < d.Start || m.End > d.End {
			continue
		}
		place = place || m.Kind == kind.Place && m.Place != nil && m.Place.ID == d.PlaceID && m.Place.Ref == d.PlaceRef
		date = date || m.Kind == kind.Date && m.Date.Value == d.Date
		agency = agency || m.Kind == kind.Org && m.Text == d.Agency
	}
	if !place || !date || !agency {
		return errors.New("place, date or agency is not that of a mention in it")
	}
	return nil
}
