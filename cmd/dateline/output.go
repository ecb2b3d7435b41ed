package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/report"
)

// A writer writes documents in one format.
type writer interface {
	Add(d *entities.Document) error
	Close() error // writes what stands after the last document
}

// newWriter returns the writer of a format. many says that there may be more
// than one document.
func newWriter(format string, w *bufio.Writer, many, colour bool) (writer, error) {
	switch format {
	case "text":
		return &textWriter{w: w, titled: many, colour: colour}, nil
	case "json":
		return &jsonWriter{w: w, array: many}, nil
	case "jsonl":
		return &jsonWriter{w: w, lines: true}, nil
	case "html":
		return report.NewHTML(w), nil
	case "geojson":
		return report.NewGeoJSON(w), nil
	}
	return nil, usagef("-format %q is none of text, json, jsonl, html, geojson", format)
}

// textWriter writes one line a mention.
type textWriter struct {
	w      *bufio.Writer
	titled bool // a line names each document
	colour bool
	n      int
}

func (t *textWriter) Add(d *entities.Document) error {
	if t.titled {
		if t.n > 0 {
			fmt.Fprintln(t.w)
		}
		fmt.Fprintf(t.w, "==> %s <==\n", report.Visible(d.ID))
	}
	t.n++
	for i := range d.Mentions {
		m := &d.Mentions[i]
		text := report.Visible(m.Text)
		if t.colour {
			text = colours[m.Kind] + text + "\x1b[0m"
		}
		if _, err := fmt.Fprintf(t.w, "%d\t%d\t%s\t%s\t%s\n", m.Start, m.End, m.Kind, text, report.Visible(resolution(d, m))); err != nil {
			return err
		}
	}
	return nil
}

func (t *textWriter) Close() error { return nil }

// colours are the terminal colours of the kinds.
var colours = map[entities.Kind]string{
	entities.Person: "\x1b[35m", entities.Org: "\x1b[34m", entities.Place: "\x1b[32m",
	entities.NORP: "\x1b[36m", entities.Misc: "\x1b[33m", entities.Date: "\x1b[31m",
}

// resolution says in a few words what a mention resolves to.
func resolution(d *entities.Document, m *entities.Mention) string {
	switch {
	case m.Date != nil:
		s := m.Date.Value
		if m.Date.Mod != "" {
			s += " " + m.Date.Mod
		}
		return s
	case m.Place != nil && (m.Kind == entities.Place || m.Kind == entities.NORP):
		p := m.Place
		parts := []string{p.Name}
		if p.Admin1 != "" && p.Admin1 != p.Name {
			parts = append(parts, p.Admin1)
		}
		if p.Country != "" {
			parts = append(parts, p.Country)
		}
		ref := p.Ref
		if ref == "" {
			ref = fmt.Sprint(p.ID)
		}
		return fmt.Sprintf("%s (%.4f, %.4f) %s", strings.Join(parts, ", "), p.Lat, p.Lon, ref)
	case m.Country != "":
		return m.Country
	case m.Entity >= 0:
		return d.Entities[m.Entity].Name
	}
	return ""
}

// jsonWriter writes objects: one, an array, or one a line.
type jsonWriter struct {
	w     *bufio.Writer
	array bool
	lines bool
	n     int
	buf   bytes.Buffer
}

func (j *jsonWriter) Add(d *entities.Document) error {
	j.buf.Reset()
	enc := json.NewEncoder(&j.buf)
	enc.SetEscapeHTML(false)
	if !j.lines {
		enc.SetIndent("", "  ")
	}
	if err := enc.Encode(d); err != nil {
		return err
	}
	b := j.buf.Bytes()
	if j.array {
		before := ",\n"
		if j.n == 0 {
			before = "[\n"
		}
		if _, err := j.w.WriteString(before); err != nil {
			return err
		}
		b = bytes.TrimSuffix(b, []byte("\n"))
	}
	j.n++
	_, err := j.w.Write(b)
	return err
}

func (j *jsonWriter) Close() error {
	if !j.array {
		return nil
	}
	end := "\n]\n"
	if j.n == 0 {
		end = "[]\n"
	}
	_, err := io.WriteString(j.w, end)
	return err
}
