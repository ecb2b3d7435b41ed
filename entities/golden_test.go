package entities_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/dateline-go/dateline/entities"
)

var update = flag.Bool("update", false, "write testdata/golden anew")

// TestGolden compares the documents of the project's articles with
// testdata/golden, which were written on linux/amd64. That they are the same on
// every platform is a promise, so a difference is an error there, not a matter
// of rounding. After a change of the model, the gazetteer or a rule,
//
//	go test -run Golden ./entities -update
//
// writes them anew.
func TestGolden(t *testing.T) {
	x := extractor(t)
	dir := filepath.Join("..", "testdata", "golden")
	if *update {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		old, _ := filepath.Glob(filepath.Join(dir, "*.json"))
		for _, f := range old {
			if err := os.Remove(f); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, a := range articles(t) {
		doc, err := x.Extract(a.Text, entities.ID(a.ID), entities.Published(a.Published))
		if err != nil {
			t.Fatal(err)
		}
		got, path := golden(t, doc), filepath.Join(dir, a.ID+".json")
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if line, a, b := firstDifference(got, want); line > 0 {
			at := 0
			for at < min(len(a), len(b)) && a[at] == b[at] {
				at++
			}
			from := max(0, at-60)
			t.Errorf("%s:%d:%d:\n got %.120s\nwant %.120s", path, line, at+1, a[min(from, len(a)):], b[min(from, len(b)):])
		}
	}
}

// golden writes a document as JSON with a line for each mention and entity. The
// last line is a hash of the bits of all scores, of which the JSON gives but
// three decimals.
func golden(t *testing.T, doc *entities.Document) []byte {
	t.Helper()
	whole, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	var parts struct{ Mentions, Entities []json.RawMessage }
	if err := json.Unmarshal(whole, &parts); err != nil {
		t.Fatal(err)
	}
	head := *doc
	head.Mentions, head.Entities = nil, nil
	rest, err := json.Marshal(&head)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\"document\":%s,\n\"mentions\":[\n%s\n],\"entities\":[\n%s\n],\n\"bits\":\"%016x\"}\n",
		rest, bytes.Join(raw(parts.Mentions), []byte(",\n")), bytes.Join(raw(parts.Entities), []byte(",\n")), bits(doc))
	if !json.Valid(b.Bytes()) {
		t.Fatalf("%s: not JSON", doc.ID)
	}
	return b.Bytes()
}

func raw(parts []json.RawMessage) [][]byte {
	out := make([][]byte, len(parts))
	for i, p := range parts {
		out[i] = p
	}
	return out
}

func bits(doc *entities.Document) uint64 {
	h := fnv.New64a()
	add := func(v float64) { fmt.Fprintf(h, "%016x", math.Float64bits(v)) }
	for _, m := range doc.Mentions {
		add(m.Score)
		add(m.PlaceScore)
	}
	for _, f := range doc.Focus {
		add(f.Share)
	}
	return h.Sum64()
}

// firstDifference returns the number and the text of the first line in which
// two texts differ, 0 where there is none.
func firstDifference(a, b []byte) (line int, inA, inB []byte) {
	as, bs := bytes.Split(a, []byte("\n")), bytes.Split(b, []byte("\n"))
	for i := range max(len(as), len(bs)) {
		var x, y []byte
		if i < len(as) {
			x = as[i]
		}
		if i < len(bs) {
			y = bs[i]
		}
		if !bytes.Equal(x, y) {
			return i + 1, x, y
		}
	}
	return 0, nil, nil
}
