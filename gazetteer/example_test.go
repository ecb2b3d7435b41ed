package gazetteer_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/dateline-go/dateline/gazetteer"
)

func world() *gazetteer.Gazetteer {
	g, err := gazetteer.World()
	if err != nil {
		log.Fatal(err)
	}
	return g
}

func ExampleGazetteer_Lookup() {
	for _, p := range world().Lookup("Georgia")[:2] {
		fmt.Println(p.Ref, p.Name, p.Feature, p.Country)
	}
	// Output:
	// gn:614540 Georgia PCLI GE
	// gn:4197000 Georgia ADM1 US
}

func ExampleGazetteer_ByID() {
	p, ok := world().ByID(1176615)
	fmt.Println(ok, p.Name, p.Lat, p.Lon, p.Population)
	// Output: true Islamabad 33.7215 73.0433 601600
}

func ExampleGazetteer_ByRef() {
	p, ok := world().ByRef("dl:strait-of-hormuz")
	fmt.Println(ok, p.Name, p.Feature)
	// Output: true Strait of Hormuz STRT
}

func ExampleGazetteer_Near() {
	for p, km := range world().Near(24.86, 67.01) {
		if km > 30 {
			break
		}
		if p.Feature == "PPLA" || p.Feature == "AIRP" {
			fmt.Printf("%s, %.0f km\n", p.Name, km)
		}
	}
	// Output:
	// Karachi, 0 km
	// Jinnah International Airport, 16 km
}

func ExampleGazetteer_Demonym() {
	g := world()
	for _, word := range []string{"Uzbek", "Afghans", "African", "Kurdish"} {
		p, known := g.Demonym(word)
		fmt.Printf("%s: %q %v\n", word, p.Name, known)
	}
	// Output:
	// Uzbek: "Uzbekistan" true
	// Afghans: "Afghanistan" true
	// African: "Africa" true
	// Kurdish: "" true
}

func ExampleGazetteer_ParentOf() {
	g := world()
	p, ok := g.ByID(1174872)
	var chain []string
	for ; ok; p, ok = g.ParentOf(p) {
		chain = append(chain, p.Name)
	}
	fmt.Println(strings.Join(chain, " < "))
	// Output: Karachi < Karachi < Sindh < Pakistan
}

func ExampleGazetteer_Within() {
	g := world()
	karachi, _ := g.ByID(1174872)
	fmt.Println(g.Within(karachi, g.Lookup("Sindh")[0]), g.Within(karachi, g.Lookup("India")[0]))
	// Output: true false
}

func ExampleGazetteer_With() {
	g, err := world().With(gazetteer.Entry{
		Place: gazetteer.Place{Ref: "acme:7", Name: "Acme Tower", Lat: 24.85, Lon: 67.02, Country: "PK", Feature: "BLDG"},
		Names: []gazetteer.Name{{Text: "Acme House", Class: gazetteer.English}},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(g.Lookup("acme house")[0].Ref)
	// Output: acme:7
}

func ExampleGazetteer_Candidates() {
	g := world()
	var buf [64]gazetteer.Candidate
	for _, c := range g.Candidates(buf[:0], "Islamabad") {
		if c.Prominence > 100 {
			fmt.Println(g.Name(c.Row), g.Feature(c.Row), c.Class)
		}
	}
	// Output:
	// Islamabad PPLC primary
	// Islamabad ADM1 primary
	// Chattogram PPLA alias
}

func ExampleOpen() {
	file, err := gazetteer.Encode([]gazetteer.Entry{{Place: gazetteer.Place{Ref: "my:1", Name: "Freedonia", Lat: 45, Lon: 20}}}, "2026-01-02")
	if err != nil {
		log.Fatal(err)
	}
	g, err := gazetteer.Open(file)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(g.DataVersion(), g.Len(), g.Lookup("freedonia")[0].Ref)
	// Output: 2026-01-02 1 my:1
}

func ExampleFold() {
	fmt.Println(gazetteer.Fold("São Tomé"), "|", gazetteer.Fold("N’Djamena"), "|", gazetteer.Fold("St. Louis"), "|", gazetteer.Fold("U.S."))
	// Output: sao tome | ndjamena | saint louis | us
}
