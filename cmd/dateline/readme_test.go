package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/dateline-go/dateline/entities"
)

var update = flag.Bool("update", false, "rewrite what the tests compare with")

// readmeLines is how much of the output README shows.
const readmeLines = 16

// TestReadmeShowsRealOutput compares README's first screen with what the
// command prints.
func TestReadmeShowsRealOutput(t *testing.T) {
	root := filepath.Join("..", "..")
	r := dateline("", "extract", "-published", "2016-11-20", filepath.Join(root, "testdata", "islamabad.txt"))
	r.want(t, exitOK, "", "")
	lines := strings.SplitAfter(r.out, "\n")
	want := "<!-- output -->\n```\n" + strings.Join(lines[:readmeLines], "") + "```\n<!-- end of output -->"
	path := filepath.Join(root, "README.md")
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	start := strings.Index(text, "<!-- output -->")
	const end = "<!-- end of output -->"
	stop := strings.Index(text, end)
	if start < 0 || stop < start {
		t.Fatal("README.md has lost its output block")
	}
	stop += len(end)
	if text[start:stop] == want {
		return
	}
	if !*update {
		t.Errorf("README.md shows\n%s\nbut the command prints\n%s\nrun this test with -update", text[start:stop], want)
		return
	}
	if err := os.WriteFile(path, []byte(text[:start]+want+text[stop:]), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestReadmeProgram runs the body of README's program and compares what it
// prints with the block below it.
func TestReadmeProgram(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(b), "text := \"")
	text, rest, _ := strings.Cut(rest, "\"\n")
	_, rest, _ = strings.Cut(rest, "```\n\n```\n")
	want, _, _ := strings.Cut(rest, "```")
	doc, err := entities.Extract(text, entities.Published(time.Date(2016, 11, 20, 0, 0, 0, 0, time.UTC)))
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, m := range doc.Mentions {
		switch {
		case m.Kind == entities.Date:
			fmt.Fprintln(&got, m.Kind, m.Text, "=", m.Date.Value)
		case m.Kind == entities.Place && m.Place != nil:
			fmt.Fprintf(&got, "%s %s = %s, %s (%.2f, %.2f)\n", m.Kind, m.Text, m.Place.Name, m.Place.Country, m.Place.Lat, m.Place.Lon)
		default:
			fmt.Fprintln(&got, m.Kind, m.Text, "=", doc.Entities[m.Entity].Name)
		}
	}
	if got.String() != want {
		t.Errorf("README.md shows\n%s\nthe program prints\n%s", want, got.String())
	}
}
