// Package gazetteer holds the world's places in one table that is queried
// where it lies: by name, by id and by position.
//
//	g, err := gazetteer.World()
//	g.Lookup("Karachi")        // places of that name, best first
//	g.ByID(1174872)            // by GeoNames id
//	g.Near(24.86, 67.01)       // places around a point
//
// World has some 440,000 places: countries, administrative units, settlements,
// regions of the world, waters, mountains, islands, airports, and sites that
// news names. Its data are embedded and never decoded, so that it opens in
// microseconds and takes no heap. Package gazetteer/geonames builds other
// gazetteers, and With puts a program's own places on top of one.
//
// Programs that look up many names use Candidates, which tells how each name
// relates to each place and how well known the place is, and allocates nothing.
package gazetteer

// Attribution names the sources of the world's data, as their licences ask.
const Attribution = `Contains data from GeoNames (https://www.geonames.org), CC BY 4.0.
Contains data from Who's On First (https://whosonfirst.org), CC BY 4.0.
Made with Natural Earth (https://www.naturalearthdata.com), public domain.
Contains data of the US Census Bureau, public domain.`

// A Place is one entry of a gazetteer.
type Place struct {
	ID         int64   `json:"id"`                   // GeoNames id, 0 where the entry has none
	Ref        string  `json:"ref,omitempty"`        // the entry's own id: gn:1176615, wof:…, ne:…, us:…, dl:…
	Name       string  `json:"name"`                 // primary name
	Lat        float64 `json:"lat"`                  // WGS 84 degrees, north positive
	Lon        float64 `json:"lon"`                  // WGS 84 degrees, east positive
	Country    string  `json:"country,omitempty"`    // ISO 3166-1 alpha-2, "" for seas and macro-regions
	Admin1     string  `json:"admin1,omitempty"`     // name of the first-level unit
	Admin2     string  `json:"admin2,omitempty"`     // name of the second-level unit
	Feature    string  `json:"feature,omitempty"`    // bare GeoNames feature code, such as PPLC, ADM1, SEA
	Population int64   `json:"population,omitempty"` // inhabitants, 0 where unknown
}
