package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"

	"github.com/dateline-go/dateline/entities"

	datelinebeam "github.com/dateline-go/dateline/beam"
)

func TestMain(m *testing.M) { ptest.Main(m) }

// writeFeed writes n documents to two files, one of them packed, with a bad
// line in each.
func writeFeed(t *testing.T, dir string, n int) {
	t.Helper()
	plain, err := os.Create(filepath.Join(dir, "a.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer plain.Close()
	packedFile, err := os.Create(filepath.Join(dir, "b.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer packedFile.Close()
	packed := gzip.NewWriter(packedFile)
	defer packed.Close()
	for i := range n {
		line := fmt.Sprintf(`{"id":"d%d","text":"Officials of the World Bank met Maria Alvarez in Lima on Oct. %d.","published":"2016-11-20"}`, i, 1+i%28)
		if i%2 == 0 {
			fmt.Fprintln(plain, line)
		} else {
			fmt.Fprintln(packed, line)
		}
	}
	fmt.Fprintln(plain, `{"id":"bad","text":"Rain.","published":"soon"}`)
	fmt.Fprint(packed, "{\xff") // no newline behind the last line
}

func linesOf(t *testing.T, path string) []string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var lines []string
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		lines = append(lines, sc.Text())
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	return lines
}

func TestFilesToFiles(t *testing.T) {
	const n = 1000
	dir := t.TempDir()
	writeFeed(t, dir, n)
	places := filepath.Join(dir, "places.csv")
	if err := os.WriteFile(places, []byte("own:1,Grimsvold,44.5,-89.5,US,,\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	c := settings{input: filepath.Join(dir, "*.jsonl*"), output: filepath.Join(dir, "out"), shards: 3, maxBytes: 1000, places: places}
	var counts bytes.Buffer
	if err := run(context.Background(), &c, &counts); err != nil {
		t.Fatal(err)
	}

	seen := map[string]bool{}
	for shard := range c.shards {
		for _, line := range linesOf(t, fmt.Sprintf("%s-%05d-of-00003", c.output, shard)) {
			var d entities.Document
			if err := json.Unmarshal([]byte(line), &d); err != nil {
				t.Fatalf("shard %d: %v in %s", shard, err, line)
			}
			if seen[d.ID] {
				t.Errorf("document %s stands in the output twice", d.ID)
			}
			seen[d.ID] = true
			if len(d.Mentions) < 3 {
				t.Errorf("only %d mentions: %s", len(d.Mentions), line)
			}
		}
	}
	if len(seen) != n {
		t.Errorf("%d documents of %d in the output", len(seen), n)
	}

	var failed []datelinebeam.Failure
	for _, line := range linesOf(t, c.output+".failed") {
		var f datelinebeam.Failure
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		failed = append(failed, f)
	}
	if len(failed) == 2 && failed[0].ID == "" {
		failed[0], failed[1] = failed[1], failed[0]
	}
	if len(failed) != 2 || failed[0].ID != "bad" || !strings.Contains(failed[0].Error, "soon") || failed[1].Raw != "{\xff" {
		t.Errorf("dead letters are %q", failed)
	}
	if !strings.HasPrefix(counts.String(), "1000 documents, ") || !strings.HasSuffix(counts.String(), "; 2 records failed\n") {
		t.Errorf("counts are %q", counts.String())
	}
}

// TestNoFailureLeavesAnEmptyFile: a dead letters file of an earlier run must
// not be taken for this one's.
func TestNoFailureLeavesAnEmptyFile(t *testing.T) {
	dir := t.TempDir()
	c := settings{input: filepath.Join(dir, "in.jsonl"), output: filepath.Join(dir, "out.jsonl"), deadLetters: filepath.Join(dir, "dead.jsonl"), shards: 1}
	for name, text := range map[string]string{c.input: `{"id":1,"text":"Rain fell in Lima."}` + "\n", c.deadLetters: "an old failure\n"} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := run(context.Background(), &c, &bytes.Buffer{}); err != nil {
		t.Fatal(err)
	}
	if lines := linesOf(t, c.output); len(lines) != 1 || !strings.HasPrefix(lines[0], `{"id":"1"`) {
		t.Errorf("output is %q", lines)
	}
	if lines := linesOf(t, c.deadLetters); len(lines) != 0 {
		t.Errorf("dead letters are %q", lines)
	}
}

func TestBadCSVIsReportedBeforeTheJob(t *testing.T) {
	dir := t.TempDir()
	c := settings{input: "in", output: "out", shards: 1, names: filepath.Join(dir, "names.csv")}
	if err := os.WriteFile(c.names, []byte("PERSON,1,Jane Smith\nPLANET,2,Mars\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	err := run(context.Background(), &c, &bytes.Buffer{})
	if err == nil || !strings.Contains(err.Error(), "names.csv: line 2") {
		t.Errorf("error is %v, want file and line", err)
	}
}

func TestInputThatNamesNoFile(t *testing.T) {
	dir := t.TempDir()
	c := settings{input: filepath.Join(dir, "*.jsonl"), output: filepath.Join(dir, "out"), shards: 1}
	if err := run(context.Background(), &c, &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), "no files matching") {
		t.Errorf("error is %v", err)
	}
}
