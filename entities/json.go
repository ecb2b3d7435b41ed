package entities

import (
	"encoding/json"
	"fmt"
	"math"
	"time"

	"github.com/dateline-go/dateline/entities/dates"
	"github.com/dateline-go/dateline/gazetteer"
)

// The JSON forms below fix names and order of the fields; document.schema.json
// describes them.

type documentJSON struct {
	ID        string    `json:"id"`
	Published string    `json:"published,omitempty"`
	Dateline  *Dateline `json:"dateline,omitempty"`
	Headline  *Span     `json:"headline,omitempty"`
	Furniture []Span    `json:"furniture,omitempty"`
	Mentions  []Mention `json:"mentions"`
	Entities  []Entity  `json:"entities"`
	Focus     []Focus   `json:"focus"`
}

type mentionJSON struct {
	Start        int              `json:"start"`
	End          int              `json:"end"`
	Text         string           `json:"text"`
	Kind         Kind             `json:"kind"`
	Score        float64          `json:"score"`
	Entity       *int             `json:"entity,omitempty"`
	Title        string           `json:"title,omitempty"`
	Country      string           `json:"country,omitempty"`
	Place        *gazetteer.Place `json:"place,omitempty"`
	PlaceScore   float64          `json:"place_score,omitempty"`
	Alternatives []PlaceCandidate `json:"alternatives,omitempty"`
	Date         *dates.Value     `json:"date,omitempty"`
}

type datelineJSON struct {
	Start  int              `json:"start"`
	End    int              `json:"end"`
	Place  *gazetteer.Place `json:"place"`
	Date   *dates.Value     `json:"date"`
	Agency string           `json:"agency,omitempty"`
}

// MarshalJSON writes the document as one JSON object, the text left out.
func (d *Document) MarshalJSON() ([]byte, error) {
	j := documentJSON{
		ID: d.ID, Dateline: d.Dateline, Headline: d.Headline, Furniture: d.Furniture,
		Mentions: d.Mentions, Entities: d.Entities, Focus: d.Focus,
	}
	if !d.Published.IsZero() {
		j.Published = formatPublished(d.Published)
	}
	// Lists are never null in the JSON.
	if j.Mentions == nil {
		j.Mentions = []Mention{}
	}
	if j.Entities == nil {
		j.Entities = []Entity{}
	}
	if j.Focus == nil {
		j.Focus = []Focus{}
	}
	return json.Marshal(j)
}

// UnmarshalJSON reads what MarshalJSON wrote. Text stays empty: the JSON does
// not hold it.
func (d *Document) UnmarshalJSON(b []byte) error {
	var j documentJSON
	if err := json.Unmarshal(b, &j); err != nil {
		return err
	}
	*d = Document{
		ID: j.ID, Dateline: j.Dateline, Headline: j.Headline, Furniture: j.Furniture,
		Mentions: j.Mentions, Entities: j.Entities, Focus: j.Focus,
	}
	if j.Published != "" {
		t, err := ParsePublished(j.Published)
		if err != nil {
			return err
		}
		d.Published = t
	}
	return nil
}

// MarshalJSON implements json.Marshaler.
func (m Mention) MarshalJSON() ([]byte, error) {
	j := mentionJSON{
		Start: m.Start, End: m.End, Text: m.Text, Kind: m.Kind, Score: round(m.Score),
		Title: m.Title, Country: m.Country, Place: m.Place, PlaceScore: round(m.PlaceScore),
		Alternatives: m.Alternatives, Date: m.Date,
	}
	if m.Entity >= 0 {
		j.Entity = &m.Entity
	}
	return json.Marshal(j)
}

// UnmarshalJSON implements json.Unmarshaler.
func (m *Mention) UnmarshalJSON(b []byte) error {
	var j mentionJSON
	if err := json.Unmarshal(b, &j); err != nil {
		return err
	}
	*m = Mention{
		Start: j.Start, End: j.End, Text: j.Text, Kind: j.Kind, Score: j.Score, Entity: -1,
		Title: j.Title, Country: j.Country, Place: j.Place, PlaceScore: j.PlaceScore,
		Alternatives: j.Alternatives, Date: j.Date,
	}
	if j.Entity != nil {
		m.Entity = *j.Entity
	}
	return nil
}

// MarshalJSON implements json.Marshaler.
func (d Dateline) MarshalJSON() ([]byte, error) { return json.Marshal(datelineJSON(d)) }

// UnmarshalJSON implements json.Unmarshaler.
func (d *Dateline) UnmarshalJSON(b []byte) error { return json.Unmarshal(b, (*datelineJSON)(d)) }

// MarshalJSON implements json.Marshaler.
func (c PlaceCandidate) MarshalJSON() ([]byte, error) {
	type plain PlaceCandidate
	c.Score = round(c.Score)
	return json.Marshal(plain(c))
}

// MarshalJSON implements json.Marshaler.
func (f Focus) MarshalJSON() ([]byte, error) {
	type plain Focus
	f.Share = round(f.Share)
	return json.Marshal(plain(f))
}

// round keeps three decimals: scores are no more exact than that.
func round(x float64) float64 { return math.Round(x*1000) / 1000 }

// formatPublished writes a day as YYYY-MM-DD and a moment as RFC 3339.
func formatPublished(t time.Time) string {
	if h, m, s := t.Clock(); h == 0 && m == 0 && s == 0 && t.Nanosecond() == 0 && t.Location() == time.UTC {
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339)
}

// ParsePublished reads a publication date as YYYY-MM-DD or RFC 3339.
func ParsePublished(s string) (time.Time, error) {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t, nil
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}, fmt.Errorf("published date %q is neither YYYY-MM-DD nor RFC 3339", s)
	}
	return t, nil
}
