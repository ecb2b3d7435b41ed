package corpus

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"
)

// A Timex is a temporal expression of a gold or system file. Offsets are
// half-open, in bytes of the text.
type Timex struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	Value string `json:"value"`
	Mod   string `json:"mod,omitempty"`
	Quant string `json:"quant,omitempty"`
	Freq  string `json:"freq,omitempty"`
}

// A DateDoc is a text with its temporal expressions.
type DateDoc struct {
	ID        string  `json:"id"`
	Published string  `json:"published,omitempty"`
	Title     string  `json:"title,omitempty"`
	Text      string  `json:"text,omitempty"`
	Timexes   []Timex `json:"timexes"`
}

// Ref returns the publication date, the zero time where the file gives none.
func (d *DateDoc) Ref() time.Time {
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if t, err := time.Parse(layout, d.Published); err == nil {
			return t
		}
	}
	return time.Time{}
}

// ReadDates reads a file of one DateDoc a line.
func ReadDates(name string) ([]DateDoc, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return DecodeDates(f, name)
}

// DecodeDates reads one DateDoc a line; name is what its errors call the input.
// A document whose text is given must have text[start:end] == text of each
// expression.
func DecodeDates(r io.Reader, name string) ([]DateDoc, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<28)
	var docs []DateDoc
	for line := 1; sc.Scan(); line++ {
		if len(sc.Bytes()) == 0 {
			continue
		}
		var d DateDoc
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, line, err)
		}
		for _, x := range d.Timexes {
			if x.Start < 0 || x.End < x.Start || d.Text != "" && x.End > len(d.Text) {
				return nil, fmt.Errorf("%s:%d: expression [%d,%d) lies outside a text of %d bytes", name, line, x.Start, x.End, len(d.Text))
			}
			if d.Text != "" && d.Text[x.Start:x.End] != x.Text {
				return nil, fmt.Errorf("%s:%d: expression [%d,%d) is %q in the text, not %q", name, line, x.Start, x.End, d.Text[x.Start:x.End], x.Text)
			}
		}
		docs = append(docs, d)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return docs, nil
}

// EncodeDates writes one DateDoc a line, without the texts: the form that the
// reference scorer reads.
func EncodeDates(w io.Writer, docs []DateDoc) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, d := range docs {
		if d.Timexes == nil {
			d.Timexes = []Timex{}
		}
		d.Text, d.Title = "", ""
		if err := enc.Encode(d); err != nil {
			return err
		}
	}
	return nil
}
