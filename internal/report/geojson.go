package report

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"math"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/gazetteer"
)

// GeoJSON writes the places of the documents as one FeatureCollection after
// RFC 7946. See GeoJSONWriter.
func GeoJSON(w io.Writer, docs iter.Seq[*entities.Document]) error {
	g := NewGeoJSON(w)
	for d := range docs {
		if err := g.Add(d); err != nil {
			return err
		}
	}
	return g.Close()
}

// A GeoJSONWriter writes one FeatureCollection, document by document. There is
// one Feature for each distinct place that PLACE mentions of a document were
// resolved to, in order of first mention: a Point with longitude and latitude
// to five decimals, about a metre. Places named inside an organisation's name
// are left out, and so are mentions that were not resolved.
type GeoJSONWriter struct {
	w     *bufio.Writer
	err   error
	open  bool
	comma bool
}

// NewGeoJSON returns a writer of a FeatureCollection. Nothing is written
// before the first Add or Close.
func NewGeoJSON(w io.Writer) *GeoJSONWriter {
	return &GeoJSONWriter{w: bufio.NewWriterSize(w, 1<<16)}
}

// A feature is a GeoJSON Feature.
type feature struct {
	Type       string     `json:"type"`
	Geometry   *geometry  `json:"geometry"` // null where the place has no valid position
	Properties properties `json:"properties"`
}

type geometry struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"` // longitude, latitude
}

// properties are what a GIS shows as columns.
type properties struct {
	Doc        string   `json:"doc"`                  // id of the document
	Published  string   `json:"published,omitempty"`  // its publication date, YYYY-MM-DD
	Name       string   `json:"name"`                 // name of the place in the gazetteer
	Ref        string   `json:"ref,omitempty"`        // the gazetteer's id of the place
	GeoNameID  int64    `json:"geonameid,omitempty"`  // its GeoNames id
	Country    string   `json:"country,omitempty"`    // ISO 3166-1 alpha-2
	Admin1     string   `json:"admin1,omitempty"`     // name of the first-level unit
	Feature    string   `json:"feature,omitempty"`    // GeoNames feature code
	Population int64    `json:"population,omitempty"` // inhabitants
	Score      float64  `json:"score"`                // highest probability among its mentions that the place is right
	Mentions   int      `json:"mentions"`             // how often the document mentions it
	Texts      []string `json:"texts"`                // the wordings, in order of first use
	Spans      [][2]int `json:"spans"`                // start and end of each mention, in bytes of the text
}

// Add writes the features of one document. After an error all further calls
// return it.
func (g *GeoJSONWriter) Add(d *entities.Document) error {
	g.begin()
	for _, f := range features(d) {
		if g.err != nil {
			break
		}
		b, err := json.Marshal(f)
		if err != nil {
			g.err = err
			break
		}
		if g.comma {
			g.w.WriteString(",")
		}
		g.comma = true
		g.w.WriteString("\n")
		g.w.Write(b)
	}
	if g.err == nil {
		g.err = g.w.Flush()
	}
	return g.err
}

// Close ends the collection. It does not close the underlying writer.
func (g *GeoJSONWriter) Close() error {
	g.begin()
	if g.err != nil {
		return g.err
	}
	g.w.WriteString("\n]}\n")
	if g.err = g.w.Flush(); g.err != nil {
		return g.err
	}
	g.err = errClosed
	return nil
}

func (g *GeoJSONWriter) begin() {
	if !g.open {
		g.open = true
		g.w.WriteString(`{"type":"FeatureCollection","features":[`)
	}
}

var errClosed = errors.New("report: already closed")

// features returns the distinct places of a document.
func features(d *entities.Document) []*feature {
	var fs []*feature
	index := map[placeKey]*feature{}
	seen := map[placeKey]map[string]bool{}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Kind != kind.Place || m.Place == nil {
			continue
		}
		k := keyOf(m.Place)
		f, ok := index[k]
		if !ok {
			f = newFeature(d, m.Place)
			index[k], seen[k] = f, map[string]bool{}
			fs = append(fs, f)
		}
		p := &f.Properties
		p.Mentions++
		p.Spans = append(p.Spans, [2]int{m.Start, m.End})
		p.Score = max(p.Score, probability(m.PlaceScore))
		if !seen[k][m.Text] {
			seen[k][m.Text] = true
			p.Texts = append(p.Texts, m.Text)
		}
	}
	return fs
}

func newFeature(d *entities.Document, pl *gazetteer.Place) *feature {
	f := &feature{Type: "Feature", Properties: properties{
		Doc: d.ID, Name: pl.Name, Ref: pl.Ref, GeoNameID: pl.ID, Country: pl.Country, Admin1: pl.Admin1,
		Feature: pl.Feature, Population: pl.Population,
	}}
	if !d.Published.IsZero() {
		f.Properties.Published = d.Published.Format("2006-01-02")
	}
	if validPosition(pl) {
		f.Geometry = &geometry{"Point", [2]float64{round(pl.Lon, 1e5), round(pl.Lat, 1e5)}}
	}
	return f
}

// round rounds v to 1/unit, and -0 to 0.
func round(v, unit float64) float64 { return math.Round(v*unit)/unit + 0 }

// probability is v rounded to three decimals within 0 and 1; 0 for NaN.
func probability(v float64) float64 {
	if !(v > 0) {
		return 0
	}
	return round(min(v, 1), 1e3)
}
