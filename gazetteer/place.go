// Package gazetteer holds the world's places in one table that is queried
// where it lies: by name, by id and by position.
package gazetteer

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
