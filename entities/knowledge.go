package entities

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/entities/link"
	"github.com/dateline-go/dateline/gazetteer"
)

// A Name is a person, organisation or other thing that the caller knows.
type Name = link.Known

// ReadNames reads names from CSV: kind, ref, name, then any number of aliases.
// A first line that begins with "kind" is a header. Errors give the line.
func ReadNames(r io.Reader) ([]Name, error) {
	var names []Name
	err := eachRow(r, "kind", 3, func(row []string) error {
		k, ok := kind.Parse(strings.ToUpper(row[0]))
		if !ok || k == Date {
			return fmt.Errorf("kind %q is none of PERSON, ORG, PLACE, NORP, MISC", row[0])
		}
		if row[2] == "" {
			return errors.New("no name")
		}
		names = append(names, Name{Kind: k, Ref: row[1], Name: row[2], Aliases: nonEmpty(row[3:])})
		return nil
	})
	return names, err
}

// ReadPlaces reads places from CSV: ref, name, latitude, longitude, country,
// feature, population, then any number of aliases. Country, feature and
// population may be empty. A first line that begins with "ref" is a header.
// Errors give the line.
func ReadPlaces(r io.Reader) ([]gazetteer.Entry, error) {
	var places []gazetteer.Entry
	err := eachRow(r, "ref", 7, func(row []string) error {
		e := gazetteer.Entry{Place: gazetteer.Place{Ref: row[0], Name: row[1], Country: strings.ToUpper(row[4]), Feature: row[5]}}
		var err error
		if e.Lat, err = strconv.ParseFloat(row[2], 64); err != nil {
			return fmt.Errorf("latitude %q is not a number", row[2])
		}
		if e.Lon, err = strconv.ParseFloat(row[3], 64); err != nil {
			return fmt.Errorf("longitude %q is not a number", row[3])
		}
		if row[6] != "" {
			if e.Population, err = strconv.ParseInt(row[6], 10, 64); err != nil {
				return fmt.Errorf("population %q is not a whole number", row[6])
			}
		}
		for _, a := range nonEmpty(row[7:]) {
			e.Names = append(e.Names, gazetteer.Name{Text: a, Class: gazetteer.English})
		}
		places = append(places, e)
		return nil
	})
	return places, err
}

// eachRow calls f with each row of CSV that has at least n columns, the
// header left out.
func eachRow(r io.Reader, header string, n int, f func(row []string) error) error {
	c := csv.NewReader(r)
	c.FieldsPerRecord = -1
	c.TrimLeadingSpace = true
	for first := true; ; first = false {
		row, err := c.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err // names the line itself
		}
		line, _ := c.FieldPos(0)
		if first {
			row[0] = strings.TrimPrefix(row[0], "\ufeff")
			if strings.EqualFold(row[0], header) {
				continue
			}
		}
		if len(row) < n {
			return fmt.Errorf("line %d: %d columns, want at least %d", line, len(row), n)
		}
		if err := f(row); err != nil {
			return fmt.Errorf("line %d: %w", line, err)
		}
	}
}

func nonEmpty(list []string) []string {
	var out []string
	for _, s := range list {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}
