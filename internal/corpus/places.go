package corpus

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// A Toponym is a hand-annotated place name: PlaceText.Text[t.Start:t.End] == t.Name.
type Toponym struct {
	Start, End int     // bytes, half-open
	Name       string  // as it stands in the text
	ID         int64   // GeoNames id of the place, 0 where the gold gives none
	Lat, Lon   float64 // degrees; meaningless unless HasPoint
	HasPoint   bool    // whether the gold gives coordinates
	Feature    string  // GeoNames class and code such as A.ADM1, "" where not given
	Title      string  // title of the encyclopedia article that the gold links to, "" where it links to none
}

// A PlaceText is a document with its toponyms in text order.
type PlaceText struct {
	ID, Published, Title string
	Text                 string
	Toponyms             []Toponym
}

// number accepts a JSON number, a string that holds one, or null.
type number struct {
	value float64
	set   bool
}

func (n *number) UnmarshalJSON(b []byte) error {
	s := strings.Trim(string(b), `"`)
	if s == "" || s == "null" {
		return nil
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return fmt.Errorf("%s is not a number", b)
	}
	*n = number{v, true}
	return nil
}

// ReadPlaces reads place gold: one JSON object a line with id, text and
// toponyms (start, end, name, lat, lon and optionally geonameid, type, wiki).
// name stands in error messages. Offsets are checked against the text.
func ReadPlaces(r io.Reader, name string) ([]PlaceText, error) {
	var docs []PlaceText
	br := bufio.NewReaderSize(r, 1<<16)
	for line := 1; ; line++ {
		b, err := br.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("%s:%d: %w", name, line, err)
		}
		if len(strings.TrimSpace(string(b))) > 0 {
			doc, perr := parsePlaces(b)
			if perr != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, line, perr)
			}
			docs = append(docs, doc)
		}
		if err != nil {
			return docs, nil
		}
	}
}

func parsePlaces(b []byte) (PlaceText, error) {
	var in struct {
		ID, Published, Title string
		Text                 string
		Toponyms             []struct {
			Start, End int
			Name       string
			GeoNameID  number
			Lat, Lon   number
			Type       string
			Wiki       string
		}
	}
	if err := json.Unmarshal(b, &in); err != nil {
		return PlaceText{}, err
	}
	doc := PlaceText{ID: in.ID, Published: in.Published, Title: in.Title, Text: in.Text}
	end := 0
	for i, t := range in.Toponyms {
		if t.Start < end || t.End <= t.Start || t.End > len(in.Text) {
			return PlaceText{}, fmt.Errorf("toponym %d: span %d–%d is out of order or outside the text of %d bytes", i, t.Start, t.End, len(in.Text))
		}
		end = t.End
		if t.Name != "" && in.Text[t.Start:t.End] != t.Name {
			return PlaceText{}, fmt.Errorf("toponym %d: text at %d–%d is %q, not %q", i, t.Start, t.End, in.Text[t.Start:t.End], t.Name)
		}
		doc.Toponyms = append(doc.Toponyms, Toponym{
			Start: t.Start, End: t.End, Name: in.Text[t.Start:t.End],
			ID:  int64(t.GeoNameID.value),
			Lat: t.Lat.value, Lon: t.Lon.value, HasPoint: t.Lat.set && t.Lon.set,
			Feature: t.Type, Title: articleTitle(t.Wiki),
		})
	}
	return doc, nil
}

// articleTitle is the last path element of an encyclopedia link with its
// underscores as spaces and its percent escapes decoded.
func articleTitle(link string) string {
	if i := strings.LastIndexByte(link, '/'); i >= 0 {
		link = link[i+1:]
	}
	var sb strings.Builder
	for i := 0; i < len(link); i++ {
		if link[i] == '%' && i+2 < len(link) {
			if v, err := strconv.ParseUint(link[i+1:i+3], 16, 8); err == nil {
				sb.WriteByte(byte(v))
				i += 2
				continue
			}
		}
		if link[i] == '_' {
			sb.WriteByte(' ')
		} else {
			sb.WriteByte(link[i])
		}
	}
	return sb.String()
}
