package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/gazetteer"
	"github.com/dateline-go/dateline/internal/corpus"
	"github.com/dateline-go/dateline/internal/score"
)

func evalPlaces(ctx context.Context, e *env, args []string) error {
	fs := newFlags(e, "eval", evalUsage)
	worst := fs.Int("errors", 0, "also print errors by cause with `n` examples each")
	x, sets, err := fs.evaluation(e, args)
	if err != nil {
		return err
	}
	lookup := x.Gazetteer().Lookup
	for _, set := range sets {
		docs, err := set.places(x.Gazetteer())
		if err != nil {
			return err
		}
		s := score.Places{Units: lookup, Candidates: lookup}
		for i := range docs {
			if err := addPlaces(ctx, x, &docs[i], &s); err != nil {
				return fmt.Errorf("%s: %s: %w", set.name, docs[i].ID, err)
			}
		}
		fmt.Fprintf(e.stdout, "%s\n", set.name)
		if err := s.Print(e.stdout); err != nil {
			return err
		}
		if *worst > 0 {
			if err := s.PrintErrors(e.stdout, *worst); err != nil {
				return err
			}
		}
	}
	return nil
}

// places returns the gold places. The gold of articles has ids; whether one is
// a unit, which counts by identity, is the gazetteer's to say.
func (g goldSet) places(gaz *gazetteer.Gazetteer) ([]corpus.PlaceText, error) {
	if g.articles == nil {
		f, err := os.Open(g.name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return corpus.ReadPlaces(f, g.name)
	}
	var docs []corpus.PlaceText
	for _, a := range g.articles {
		d := corpus.PlaceText{ID: a.ID, Published: a.Published.Format(time.DateOnly), Text: a.Text}
		for _, m := range a.Mentions {
			if m.Kind != entities.Place || m.Place == nil {
				continue
			}
			t := corpus.Toponym{Start: m.Start, End: m.End, Name: m.Text, ID: m.Place.ID,
				Lat: m.Place.Lat, Lon: m.Place.Lon, HasPoint: true}
			if p, ok := gaz.ByID(m.Place.ID); ok && m.Place.ID != 0 {
				t.Feature = featureClass(p.Feature) + "." + p.Feature
			}
			d.Toponyms = append(d.Toponyms, t)
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// featureClass tells administrative units, whose identity counts, from the rest.
func featureClass(code string) string {
	switch {
	case len(code) >= 3 && (code[:3] == "ADM" || code[:3] == "PCL"), code == "TERR":
		return "A"
	default:
		return "P"
	}
}

func addPlaces(ctx context.Context, x *entities.Extractor, d *corpus.PlaceText, s *score.Places) error {
	var opts []entities.DocOption
	if d.Published != "" {
		t, err := entities.ParsePublished(d.Published)
		if err != nil {
			return err
		}
		opts = append(opts, entities.Published(t))
	}
	spans := make([]entities.Span, len(d.Toponyms))
	for i, t := range d.Toponyms {
		spans[i] = entities.Span{Start: t.Start, End: t.End}
	}
	given, err := x.Resolve(ctx, d.Text, spans, opts...)
	if err != nil {
		return err
	}
	places := make([]*gazetteer.Place, len(given))
	for i := range given {
		places[i] = given[i].Place
	}
	if err := s.AddGiven(d, places); err != nil {
		return err
	}
	doc, err := x.ExtractContext(ctx, d.Text, opts...)
	if err != nil {
		return err
	}
	var found []score.PlaceAnswer
	for _, m := range doc.Mentions {
		found = append(found, score.PlaceAnswer{Start: m.Start, End: m.End, Kind: m.Kind, Place: m.Place})
	}
	s.AddText(d, found)
	return nil
}
