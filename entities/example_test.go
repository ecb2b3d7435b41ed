package entities_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/entities/tag"
	"github.com/dateline-go/dateline/entities/token"
	"github.com/dateline-go/dateline/gazetteer"
)

const story = "QUETTA, Pakistan (AP) — Hafiz Saeed Khan visited Karachi on Oct. 26. Khan met Uzbek traders."

var published = time.Date(2016, 11, 20, 0, 0, 0, 0, time.UTC)

func ExampleExtract() {
	doc, err := entities.Extract(story, entities.Published(published))
	if err != nil {
		panic(err)
	}
	for _, m := range doc.Mentions {
		switch {
		case m.Kind == entities.Place && m.Place != nil:
			fmt.Printf("%s %s: %s, %.2f, %.2f\n", m.Kind, m.Text, m.Place.Country, m.Place.Lat, m.Place.Lon)
		case m.Kind == entities.Date:
			fmt.Println(m.Kind, m.Text+":", m.Date.Value)
		default:
			fmt.Println(m.Kind, m.Text)
		}
	}
	// Output:
	// PLACE QUETTA: PK, 30.18, 67.00
	// PLACE Pakistan: PK, 29.95, 69.37
	// ORG AP
	// PERSON Hafiz Saeed Khan
	// PLACE Karachi: PK, 24.86, 67.01
	// DATE Oct. 26: 2016-10-26
	// PERSON Khan
	// NORP Uzbek
}

func ExampleDocument_Of() {
	doc, err := entities.Extract(story)
	if err != nil {
		panic(err)
	}
	for m := range doc.Of(entities.Person) {
		fmt.Println(m.Text, "is", doc.Entities[m.Entity].Name)
	}
	// Output:
	// Hafiz Saeed Khan is Hafiz Saeed Khan
	// Khan is Hafiz Saeed Khan
}

func ExampleDocument_MarshalJSON() {
	doc, err := entities.Extract("Rain fell on Lake Victoria.", entities.ID("a1"))
	if err != nil {
		panic(err)
	}
	b, err := json.Marshal(doc.Mentions[0].Place)
	if err != nil {
		panic(err)
	}
	var place struct{ Name, Feature string }
	if err := json.Unmarshal(b, &place); err != nil {
		panic(err)
	}
	fmt.Println(place.Name, place.Feature)
	// Output: Lake Victoria LK
}

func ExampleExtractor_ExtractAll() {
	x, err := entities.New()
	if err != nil {
		panic(err)
	}
	feed := slices.Values([]entities.Input{
		{ID: "1", Text: "The minister flew to Nairobi."},
		{ID: "2", Text: "Protests went on in Lima."},
	})
	for doc, err := range x.ExtractAll(context.Background(), feed, 2) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		for m := range doc.Of(entities.Place) {
			fmt.Println(doc.ID, m.Text, m.Place.Country)
		}
	}
	// Output:
	// 1 Nairobi KE
	// 2 Lima PE
}

func ExampleResolve() {
	text := "Police in Lahore, Punjab, arrested two men."
	places, err := entities.Resolve(text, []entities.Span{{Start: 10, End: 16}, {Start: 18, End: 24}})
	if err != nil {
		panic(err)
	}
	for _, m := range places {
		fmt.Println(m.Text, m.Place.Country, m.Place.Feature)
	}
	// Output:
	// Lahore PK PPLA
	// Punjab PK ADM1
}

func ExampleExtractor_Names() {
	x, err := entities.New()
	if err != nil {
		panic(err)
	}
	names, err := x.Names(context.Background(), [][]string{{"Angela", "Merkel", "visited", "U.S.-led", "troops", "."}})
	if err != nil {
		panic(err)
	}
	for _, n := range names[0] {
		fmt.Println(n.First, n.Last, n.Kind)
	}
	// Output:
	// 0 2 PERSON
	// 3 4 PLACE
}

func ExampleWithPlaces() {
	camp := gazetteer.Entry{
		Place: gazetteer.Place{Ref: "my:17", Name: "Camp Marigold", Lat: 31.5, Lon: 65.9, Country: "AF", Feature: "INSM"},
	}
	x, err := entities.New(entities.WithPlaces(camp))
	if err != nil {
		panic(err)
	}
	answers, err := x.Resolve(context.Background(), "Shells hit Camp Marigold at dawn.", []entities.Span{{Start: 11, End: 24}})
	if err != nil {
		panic(err)
	}
	fmt.Println(answers[0].Place.Ref)
	// Output: my:17
}

func ExampleWithNames() {
	x, err := entities.New(entities.WithNames(entities.Name{
		Kind: entities.Org, Name: "Acme Holdings plc", Aliases: []string{"Acme"}, Ref: "company/42",
	}))
	if err != nil {
		panic(err)
	}
	doc, err := x.Extract("Shares in Acme fell on Monday.")
	if err != nil {
		panic(err)
	}
	for _, e := range doc.Entities {
		fmt.Println(e.Kind, e.Name, e.Ref)
	}
	// Output: ORG Acme Holdings plc company/42
}

// capitals is a Tagger that takes every word in capitals for an organisation.
// A real one would call a transformer or a remote service.
type capitals struct{}

func (capitals) Tag(_ context.Context, d *token.Doc) ([]tag.Span, error) {
	var spans []tag.Span
	for i, t := range d.Tokens {
		if w := d.Word(i); len(w) > 1 && w[0] >= 'A' && w[0] <= 'Z' && w[1] >= 'A' && w[1] <= 'Z' {
			spans = append(spans, tag.Span{Start: t.Start, End: t.End, Kind: entities.Org, Score: 0.5})
		}
	}
	return spans, nil
}

func ExampleWithTagger() {
	x, err := entities.New(entities.WithTagger(capitals{}))
	if err != nil {
		panic(err)
	}
	doc, err := x.Extract("Talks between NATO and the EU resumed.")
	if err != nil {
		panic(err)
	}
	for m := range doc.Of(entities.Org) {
		fmt.Println(m.Text)
	}
	// Output:
	// NATO
	// EU
}

func ExampleReadNames() {
	names, err := entities.ReadNames(strings.NewReader("kind,ref,name,alias\nPERSON,p/7,Amina Yusuf,Auntie Amina\n"))
	if err != nil {
		panic(err)
	}
	fmt.Println(names[0].Kind, names[0].Name, names[0].Aliases)
	// Output: PERSON Amina Yusuf [Auntie Amina]
}

func ExampleReadPlaces() {
	places, err := entities.ReadPlaces(strings.NewReader("my:17,Camp Marigold,31.5,65.9,AF,INSM,,Marigold\n"))
	if err != nil {
		panic(err)
	}
	fmt.Println(places[0].Ref, places[0].Name, places[0].Lat, places[0].Names[0].Text)
	// Output: my:17 Camp Marigold 31.5 Marigold
}

func ExampleNew() {
	x, err := entities.New(entities.WithMaxBytes(1 << 20))
	if err != nil {
		panic(err)
	}
	_, err = x.Extract(strings.Repeat("Rain fell in Lima. ", 100_000))
	fmt.Println(errors.Is(err, entities.ErrTooLong))
	// Output: true
}

func ExampleWithAlternatives() {
	x, err := entities.New(entities.WithAlternatives(1))
	if err != nil {
		panic(err)
	}
	doc, err := x.Extract("The president of Georgia spoke in Tbilisi.")
	if err != nil {
		panic(err)
	}
	m := doc.Mentions[0]
	fmt.Println(m.Text, m.Place.Feature, "or", m.Alternatives[0].Place.Feature)
	// Output: Georgia PCLI or ADM1
}

func ExampleWithHome() {
	text := "A man from Worcester was fined on Monday."
	for _, country := range []string{"US", "GB"} {
		x, err := entities.New(entities.WithHome(entities.Home{Country: country}))
		if err != nil {
			panic(err)
		}
		places, err := x.Resolve(context.Background(), text, []entities.Span{{Start: 11, End: 20}})
		if err != nil {
			panic(err)
		}
		fmt.Println(places[0].Place.Country, places[0].Place.Admin1)
	}
	// Output:
	// US Massachusetts
	// GB England
}

func ExampleWithGazetteer() {
	world, err := gazetteer.World()
	if err != nil {
		panic(err)
	}
	g, err := world.With(gazetteer.Entry{Place: gazetteer.Place{Ref: "my:1", Name: "Port Marigold", Lat: 1, Lon: 2}, Prominence: 200})
	if err != nil {
		panic(err)
	}
	x, err := entities.New(entities.WithGazetteer(g))
	if err != nil {
		panic(err)
	}
	answers, err := x.Resolve(context.Background(), "Ships left Port Marigold.", []entities.Span{{Start: 11, End: 24}})
	if err != nil {
		panic(err)
	}
	fmt.Println(answers[0].Place.Ref)
	// Output: my:1
}

func ExamplePublished() {
	for _, day := range []int{18, 20} {
		doc, err := entities.Extract("He resigned on Friday.", entities.Published(time.Date(2016, 11, day, 0, 0, 0, 0, time.UTC)))
		if err != nil {
			panic(err)
		}
		for m := range doc.Of(entities.Date) {
			fmt.Println(m.Date.Value)
		}
	}
	// Output:
	// 2016-11-18
	// 2016-11-18
}
