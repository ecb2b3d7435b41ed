package main

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
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
