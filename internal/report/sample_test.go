package report

import (
	"strings"
	"testing"
	"time"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/entities/dates"
	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/gazetteer"
)

// build makes a document of a text in which mentions stand in brackets with
// their kind and entity name: [Mullah Omar|PERSON|Mohammed Omar]. Dates give
// their value in place of the entity. Places are looked up in places by entity name.
func build(t testing.TB, id, src string, places map[string]*gazetteer.Place) *entities.Document {
	t.Helper()
	d := &entities.Document{ID: id}
	var text strings.Builder
	index := map[string]int{}
	for src != "" {
		before, rest, ok := strings.Cut(src, "[")
		text.WriteString(before)
		if !ok {
			break
		}
		inner, after, ok := strings.Cut(rest, "]")
		parts := strings.Split(inner, "|")
		if !ok || len(parts) < 2 {
			t.Fatalf("bad mark-up at %q", rest)
		}
		src = after
		k, ok := kind.Parse(parts[1])
		if !ok {
			t.Fatalf("bad kind in %q", inner)
		}
		m := entities.Mention{Start: text.Len(), Text: parts[0], Kind: k, Score: 0.97, Entity: -1}
		text.WriteString(parts[0])
		m.End = text.Len()
		name := parts[0]
		if len(parts) > 2 {
			name = parts[2]
		}
		if k == kind.Date {
			m.Score = 1
			m.Date = dateValue(t, name)
		} else {
			key := k.String() + name
			e, ok := index[key]
			if !ok {
				e = len(d.Entities)
				index[key] = e
				d.Entities = append(d.Entities, entities.Entity{ID: e, Kind: k, Name: name, Names: []string{name}})
			}
			ent := &d.Entities[e]
			ent.Mentions = append(ent.Mentions, len(d.Mentions))
			if m.Text != name {
				found := false
				for _, n := range ent.Names {
					found = found || n == m.Text
				}
				if !found {
					ent.Names = append(ent.Names, m.Text)
				}
			}
			if pl := places[name]; pl != nil {
				if k == kind.NORP {
					m.Country = pl.Country
				} else {
					m.Place, m.PlaceScore, ent.Place = pl, 0.9, pl
				}
			}
			m.Entity = e
		}
		d.Mentions = append(d.Mentions, m)
	}
	d.Text = text.String()
	return d
}

// dateValue makes a value of "2016-10-26", "2016-10", "2016" or any other TIMEX3 value.
func dateValue(t testing.TB, s string) *dates.Value {
	t.Helper()
	v := &dates.Value{Type: dates.Date, Value: s}
	for _, u := range []struct {
		layout, unit string
		y, m, d      int
	}{{"2006-01-02", "day", 0, 0, 1}, {"2006-01", "month", 0, 1, 0}, {"2006", "year", 1, 0, 0}} {
		if at, err := time.Parse(u.layout, s); err == nil {
			v.Start, v.End, v.Granularity = at, at.AddDate(u.y, u.m, u.d), u.unit
			return v
		}
	}
	if strings.HasPrefix(s, "P") && !strings.HasSuffix(s, "_REF") {
		v.Type = dates.Duration
	}
	return v
}

func place(id int64, name, country, admin1, feature string, lat, lon float64) *gazetteer.Place {
	return &gazetteer.Place{ID: id, Name: name, Country: country, Admin1: admin1, Feature: feature, Lat: lat, Lon: lon}
}

var samplePlaces = map[string]*gazetteer.Place{
	"Karachi":     place(1174872, "Karachi", "PK", "Sindh", "PPLA", 24.8608, 67.0104),
	"Sindh":       place(1164807, "Sindh", "PK", "Sindh", "ADM1", 26, 69),
	"Hyderabad":   place(1176734, "Hyderabad", "PK", "Sindh", "PPL", 25.39242, 68.37366),
	"Thatta":      place(1163959, "Thatta", "PK", "Sindh", "PPL", 24.7475, 67.92353),
	"Badin":       place(1183880, "Badin", "PK", "Sindh", "PPL", 24.656, 68.837),
	"Islamabad":   place(1176615, "Islamabad", "PK", "Islamabad", "PPLC", 33.72148, 73.04329),
	"Pakistan":    place(1168579, "Pakistan", "PK", "", "PCLI", 30, 70),
	"Arabian Sea": place(0, "Arabian Sea", "", "", "SEA", 16, 63),
	"Gujarat":     place(1270770, "Gujarat", "IN", "Gujarat", "ADM1", 22.75, 71.75),
	"India":       place(1269750, "India", "IN", "", "PCLI", 22, 79),
	"Geneva":      place(2660646, "Geneva", "CH", "Geneva", "PPLA", 46.20222, 6.14569),
	"London":      place(2643743, "London", "GB", "England", "PPLC", 51.50853, -0.12574),
	"Lancaster":   place(5197079, "Lancaster", "US", "Pennsylvania", "PPLA2", 40.03788, -76.30551),
	"York":        place(4562407, "York", "US", "Pennsylvania", "PPLA2", 39.9626, -76.72774),
	"Harrisburg":  place(5192726, "Harrisburg", "US", "Pennsylvania", "PPLA", 40.2737, -76.88442),
	"Lititz":      place(5198558, "Lititz", "US", "Pennsylvania", "PPL", 40.15731, -76.3069),
	"Suva":        place(2198148, "Suva", "FJ", "Central", "PPLC", -18.14161, 178.44149),
	"Apia":        place(4035413, "Apia", "WS", "Tuamasaga", "PPLC", -13.83333, -171.76666),
	"Tonga":       place(4032283, "Tonga", "TO", "", "PCLI", -20, -175),
	"Auckland":    place(2193733, "Auckland", "NZ", "Auckland", "PPLA", -36.84853, 174.76349),
	"Tokyo":       place(1850147, "Tokyo", "JP", "Tokyo", "PPLC", 35.6895, 139.69171),
	"Nairobi":     place(184745, "Nairobi", "KE", "Nairobi", "PPLC", -1.28333, 36.81667),
	"Washington":  place(4140963, "Washington", "US", "District of Columbia", "PPLC", 38.89511, -77.03637),
	"Brasilia":    place(3469058, "Brasília", "BR", "Federal District", "PPLC", -15.77972, -47.92972),
}

// storm is a news story with every kind of mention and all parts of a document.
func storm(t testing.TB) *entities.Document {
	d := build(t, "news/storm.txt", `Cyclone turns away from [Karachi|PLACE], but [Sindh|PLACE] coast still floods

[KARACHI|PLACE|Karachi] ([Reuters|ORG]) — The storm that forced 60,000 people from their homes along the coast of [Sindh|PLACE] province turned north-west on [Thursday|DATE|2019-06-13], sparing [Karachi|PLACE] the worst, but villages around [Thatta|PLACE] and [Badin|PLACE] stood under a metre of water.

[Cyclone Vayu|MISC] formed over the [Arabian Sea|PLACE] on [June 10|DATE|2019-06-10] and was first expected to strike [Gujarat|PLACE] in [India|PLACE]. “We were lucky, and luck is not a plan,” said [Sardar Sarfaraz|PERSON], chief forecaster of the [Pakistan Meteorological Department|ORG].

[Murad Ali Shah|PERSON], the province’s chief minister, visited [Thatta|PLACE] [on Friday morning|DATE|2019-06-14TMO] and promised every family 25,000 rupees within [two weeks|DATE|P2W]. [Shah|PERSON|Murad Ali Shah] said the army would stay in [Badin|PLACE] until the end of [the month|DATE|2019-06].

The opposition [Pakistan Tehreek-e-Insaf|ORG] party called that too little. “They said the same in [1999|DATE], and the same in [August 2010|DATE|2010-08],” its local head, [Haleem Adil Sheikh|PERSON], told reporters in [Hyderabad|PLACE]. Most of the displaced are [Sindhi|NORP]-speaking fishermen; some are [Bengali|NORP].

The [World Meteorological Organization|ORG] in [Geneva|PLACE] said that storms of this strength used to reach [Pakistan|PLACE] once a decade and now come [every two years|DATE|P2Y]. [Sarfaraz|PERSON|Sardar Sarfaraz] said another depression may form [next week|DATE|2019-06-24]. [Karachi|PLACE]’s port reopened [on Friday|DATE|2019-06-14].
`, samplePlaces)
	d.Published = time.Date(2019, 6, 14, 0, 0, 0, 0, time.UTC)
	d.Headline = &entities.Span{Start: 0, End: strings.IndexByte(d.Text, '\n')}
	d.Dateline = &entities.Dateline{Place: samplePlaces["Karachi"], Agency: "Reuters"}
	d.Focus = []entities.Focus{{Country: "PK", Share: 0.81}, {Country: "IN", Share: 0.1}}
	for i := range d.Entities {
		if e := &d.Entities[i]; e.Name == "Murad Ali Shah" {
			e.Roles = []string{"the province’s chief minister"}
		} else if e.Name == "Sardar Sarfaraz" {
			e.Roles = []string{"chief forecaster"}
		}
	}
	for i := range d.Mentions {
		switch m := &d.Mentions[i]; m.Text {
		case "every two years":
			m.Date = &dates.Value{Type: dates.Set, Value: "P2Y", Quant: "EVERY"}
		case "on Friday morning":
			at := time.Date(2019, 6, 14, 0, 0, 0, 0, time.UTC)
			m.Date = &dates.Value{Type: dates.Time, Value: "2019-06-14TMO", Start: at, End: at.AddDate(0, 0, 1), Granularity: "time"}
		case "next week":
			at := time.Date(2019, 6, 17, 0, 0, 0, 0, time.UTC)
			m.Date = &dates.Value{Type: dates.Date, Value: "2019-W25", Start: at, End: at.AddDate(0, 0, 7), Granularity: "week"}
		}
	}
	return d
}
