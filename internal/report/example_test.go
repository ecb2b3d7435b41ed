package report_test

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/gazetteer"
	"github.com/dateline-go/dateline/internal/report"
)

func document() *entities.Document {
	quetta := &gazetteer.Place{ID: 1167528, Ref: "gn:1167528", Name: "Quetta", Lat: 30.18414, Lon: 67.00141, Country: "PK", Admin1: "Balochistan", Feature: "PPLA"}
	return &entities.Document{
		ID:   "a1",
		Text: "Police in Quetta <said> so.",
		Mentions: []entities.Mention{
			{Start: 10, End: 16, Text: "Quetta", Kind: entities.Place, Score: 0.99, Place: quetta, PlaceScore: 0.97},
		},
		Entities: []entities.Entity{{Kind: entities.Place, Name: "Quetta", Place: quetta, Mentions: []int{0}}},
	}
}

func ExampleHTML() {
	var page strings.Builder
	if err := report.HTML(&page, slices.Values([]*entities.Document{document()})); err != nil {
		fmt.Println(err)
	}
	for line := range strings.Lines(page.String()) {
		if strings.HasPrefix(line, "<p>Police") {
			fmt.Print(strings.ReplaceAll(line, " title=", "\n title="))
		}
	}
	// Output:
	// <p>Police in <a class="m k3" id="d1m0" href="#d1e0" data-g="e0"
	//  title="Quetta&#10;Place, town or city&#10;Balochistan, Pakistan&#10;30.18°N, 67.00°E · gn:1167528&#10;Score 0.99, place 0.97">Quetta</a> &lt;said&gt; so.</p>
}

func ExampleGeoJSON() {
	if err := report.GeoJSON(os.Stdout, slices.Values([]*entities.Document{document()})); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"type":"FeatureCollection","features":[
	// {"type":"Feature","geometry":{"type":"Point","coordinates":[67.00141,30.18414]},"properties":{"doc":"a1","name":"Quetta","ref":"gn:1167528","geonameid":1167528,"country":"PK","admin1":"Balochistan","feature":"PPLA","score":0.97,"mentions":1,"texts":["Quetta"],"spans":[[10,16]]}}
	// ]}
}

func ExampleVisible() {
	fmt.Println(report.Visible("New\n  York \x1b[31mred\u202e"))
	// Output: New York \u001b[31mred\u202e
}
