package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/entities"
)

// result is what one run of the program left.
type result struct {
	status      int
	out, errors string
}

// dateline runs the program on standard input.
func dateline(stdin string, args ...string) result {
	var out, errs bytes.Buffer
	e := &env{stdin: strings.NewReader(stdin), stdout: &out, stderr: &errs, getenv: func(string) string { return "" }}
	return result{run(context.Background(), e, args), out.String(), errs.String()}
}

func (r result) want(t *testing.T, status int, inOut, inErrors string) {
	t.Helper()
	if r.status != status || !strings.Contains(r.out, inOut) || !strings.Contains(r.errors, inErrors) {
		t.Errorf("status %d, want %d with %q in the output and %q in the errors\noutput: %s\nerrors: %s", r.status, status, inOut, inErrors, r.out, r.errors)
	}
	if inErrors == "" && r.errors != "" {
		t.Errorf("unexpected errors: %s", r.errors)
	}
}

// write makes a file of the test's own.
func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

const article = "QUETTA, Pakistan (AP) — Hafiz Saeed Khan visited Karachi on Oct. 26."

func TestExtractText(t *testing.T) {
	r := dateline(article, "extract", "-published", "2016-11-20")
	r.want(t, exitOK, "", "")
	lines := strings.Split(strings.TrimSuffix(r.out, "\n"), "\n")
	want := [][]string{
		{"0", "6", "PLACE", "QUETTA"}, {"8", "16", "PLACE", "Pakistan"}, {"18", "20", "ORG", "AP"},
		{"26", "42", "PERSON", "Hafiz Saeed Khan"}, {"51", "58", "PLACE", "Karachi"}, {"62", "69", "DATE", "Oct. 26", "2016-10-26"},
	}
	if len(lines) != len(want) {
		t.Fatalf("%d lines, want %d:\n%s", len(lines), len(want), r.out)
	}
	for i, line := range lines {
		columns := strings.Split(line, "\t")
		if len(columns) != 5 {
			t.Errorf("line %d has %d columns: %q", i+1, len(columns), line)
		}
		for j, w := range want[i] {
			if columns[j] != w {
				t.Errorf("line %d, column %d is %q, want %q", i+1, j+1, columns[j], w)
			}
		}
	}
}

func TestExtractJSON(t *testing.T) {
	one := write(t, "one.txt", article)
	r := dateline("", "extract", "-format", "json", one)
	r.want(t, exitOK, "", "")
	var doc entities.Document
	if err := json.Unmarshal([]byte(r.out), &doc); err != nil || doc.ID != one || len(doc.Mentions) != 6 {
		t.Errorf("one file: id %q, %d mentions, %v", doc.ID, len(doc.Mentions), err)
	}
	two := write(t, "two.txt", "Rain fell in Lima.")
	r = dateline("", "extract", "-format", "json", one, two)
	r.want(t, exitOK, "", "")
	var docs []entities.Document
	if err := json.Unmarshal([]byte(r.out), &docs); err != nil || len(docs) != 2 || docs[0].ID != one || docs[1].ID != two {
		t.Errorf("two files: %d documents, %v", len(docs), err)
	}
	r = dateline("Rain.", "extract", "-format", "json")
	r.want(t, exitOK, `"id": "-"`, "")
	dateline("", "extract", "-format", "json", "-input", "jsonl").want(t, exitOK, "[]", "")
}

func TestExtractJSONL(t *testing.T) {
	in := `{"id":"a","text":"Rain fell in Lima on Monday.","published":"2016-11-20"}

{"id":7,"text":"Rain \ud83d\ude00 fell in Quetta on Monday."}
{"text":"No id."}
`
	r := dateline(in, "extract", "-input", "jsonl", "-format", "jsonl", "-published", "2019-01-02")
	r.want(t, exitOK, "", "")
	lines := strings.Split(strings.TrimSpace(r.out), "\n")
	if len(lines) != 3 {
		t.Fatalf("%d lines:\n%s", len(lines), r.out)
	}
	wantIDs := []string{"a", "7", "-:4"}
	wantDates := []string{"2016-11-14", "2018-12-31", ""}
	for i, line := range lines {
		var doc entities.Document
		if err := json.Unmarshal([]byte(line), &doc); err != nil {
			t.Fatal(err)
		}
		if doc.ID != wantIDs[i] {
			t.Errorf("line %d has id %q, want %q", i+1, doc.ID, wantIDs[i])
		}
		got := ""
		for m := range doc.Of(entities.Date) {
			got = m.Date.Value
		}
		if got != wantDates[i] {
			t.Errorf("line %d: Monday is %q, want %q", i+1, got, wantDates[i])
		}
	}
}

// TestBadLinesAreReportedAtTheEnd: the others still come out.
func TestBadLinesAreReportedAtTheEnd(t *testing.T) {
	in := `{"id":"a","text":"Rain fell in Lima."}
{"id":"b","text":"Rain` + "\n" + `{"id":"c"}
{"id":"d","text":"Snow fell.","published":"soon"}
{"id":["e"],"text":"x"}
{"id":"f","text":5}
[1]
{"id":"g","text":"Rain fell in Quetta."}
`
	r := dateline(in, "extract", "-input", "jsonl", "-format", "jsonl")
	if r.status != exitFailed || strings.Count(r.out, "\n") != 2 || !strings.Contains(r.out, `"id":"g"`) {
		t.Errorf("status %d, output %s", r.status, r.out)
	}
	for _, where := range []string{"-:2: malformed JSON", "-:3: no \"text\"", "-:4: published date", "-:5: id", "-:6:", "-:7:", "6 inputs failed"} {
		if !strings.Contains(r.errors, where) {
			t.Errorf("no %q in the errors:\n%s", where, r.errors)
		}
	}
}

func TestUnreadableFileIsNamed(t *testing.T) {
	good := write(t, "good.txt", "Rain fell in Lima.")
	missing := filepath.Join(t.TempDir(), "missing.txt")
	r := dateline("", "extract", "-format", "jsonl", missing, good)
	r.want(t, exitFailed, "Lima", missing)
	notZip := write(t, "x.gz", "plain")
	dateline("", "extract", notZip).want(t, exitFailed, "", notZip)
}

func TestGzipDirectoryAndGlob(t *testing.T) {
	dir := t.TempDir()
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	w.Write([]byte("Rain fell in Lima."))
	w.Close()
	for name, data := range map[string][]byte{"b.txt.gz": z.Bytes(), "a.txt": []byte("Rain fell in Quetta."), "README.md": []byte("Rain fell in Paris.")} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, arg := range []string{dir, filepath.Join(dir, "*.txt*")} {
		r := dateline("", "extract", arg)
		r.want(t, exitOK, "", "")
		quetta, lima := strings.Index(r.out, "Quetta"), strings.Index(r.out, "Lima")
		if quetta < 0 || lima < quetta || strings.Contains(r.out, "Paris") {
			t.Errorf("%s: %s", arg, r.out)
		}
	}
	dateline("", "extract", filepath.Join(dir, "*.none")).want(t, exitFailed, "", "no file matches")
}

func TestWrongUsage(t *testing.T) {
	for _, args := range [][]string{
		{}, {"nonsense"}, {"extract", "-nonsense"}, {"extract", "-format", "xml"}, {"extract", "-input", "csv"}, {"extract", "-published", "soon"},
		{"extract", "-home", "nowhere"}, {"extract", "-home", "ZZ"}, {"extract", "-workers", "-1"}, {"extract", "-alternatives", "-1"}, {"eval"}, {"eval", "tea"}, {"eval", "names"}, {"eval", "names", "-scheme", "x", "y"}, {"train"},
		{"gazetteer"}, {"gazetteer", "x"}, {"gazetteer", "lookup"}, {"gazetteer", "build"}, {"completion"}, {"completion", "cmd"}, {"help", "x"},
	} {
		r := dateline("", args...)
		if r.status != exitUsage || r.out != "" || r.errors == "" {
			t.Errorf("%q: status %d, output %q, errors %q", args, r.status, r.out, r.errors)
		}
	}
}

func TestHelpShowsExamples(t *testing.T) {
	dateline("", "help").want(t, exitOK, "Usage: dateline COMMAND", "")
	for _, c := range commands() {
		r := dateline("", c.name, "-h")
		r.want(t, exitOK, "Usage: dateline "+c.name, "")
		if c.name != "version" && !strings.Contains(r.out, "Example") {
			t.Errorf("%s -h has no example", c.name)
		}
		if again := dateline("", "help", c.name); again.out != r.out {
			t.Errorf("help %s differs from %s -h", c.name, c.name)
		}
	}
}

func TestTag(t *testing.T) {
	in := "-DOCSTART- -X- O\n\nAngela\tNNP\nMerkel NNP x\nmet\nU.S.-led\ntroops\n.\n\n\n-DOCSTART-\n\nRain\n"
	want := "-DOCSTART- -X- O\n\nAngela\tB-PERSON\nMerkel\tI-PERSON\nmet\tO\nU.S.-led\tB-PLACE\ntroops\tO\n.\tO\n\n\n-DOCSTART-\n\nRain\tO\n"
	r := dateline(in, "tag")
	r.want(t, exitOK, "", "")
	if r.out != want {
		t.Errorf("got\n%s\nwant\n%s", r.out, want)
	}
	dateline("", "tag").want(t, exitOK, "", "")
}

func TestResolve(t *testing.T) {
	in := `{"id":"a","text":"Police in Lahore, Punjab.","more":{"x":[1, 2]},"toponyms":[{"start":10,"end":16,"note":"n"},{"start":18,"end":24}]}
{"id":"b","text":"Lima"}
{"id":"c","text":"Lima","toponyms":[{"start":2,"end":99}]}
{"id":"e","text":"Quetta, New York City","toponyms":[{"start":8,"end":21},{"start":0,"end":6},{"start":8,"end":16}]}
{"id":"d","text":"Xqzt","toponyms":[{"start":0,"end":4}]}
`
	r := dateline(in, "resolve")
	r.want(t, exitFailed, "", "-:3:")
	lines := strings.Split(strings.TrimSpace(r.out), "\n")
	if len(lines) != 4 {
		t.Fatalf("%d lines:\n%s", len(lines), r.out)
	}
	if strings.Count(lines[2], `"country":"US"`) != 2 || strings.Count(lines[2], `"country":"PK"`) != 1 {
		t.Errorf("spans out of order and overlapping: %s", lines[2])
	}
	var a struct {
		More     json.RawMessage
		Toponyms []struct {
			Start, End int
			Note       string
			Place      *struct{ Country, Feature string }
		}
	}
	if err := json.Unmarshal([]byte(lines[0]), &a); err != nil {
		t.Fatal(err)
	}
	if string(a.More) != `{"x":[1, 2]}` && string(a.More) != `{"x":[1,2]}` || len(a.Toponyms) != 2 || a.Toponyms[0].Note != "n" ||
		a.Toponyms[0].Place == nil || a.Toponyms[0].Place.Country != "PK" || a.Toponyms[1].Place == nil || a.Toponyms[1].Place.Feature != "ADM1" {
		t.Errorf("%s", lines[0])
	}
	if lines[1] != `{"id":"b","text":"Lima"}` {
		t.Errorf("%s", lines[1])
	}
	if !strings.Contains(lines[3], `"place":null`) {
		t.Errorf("%s", lines[3])
	}
}

func TestEvalOfArticles(t *testing.T) {
	gold := filepath.Join("..", "..", "testdata", "articles")
	for _, what := range []string{"names", "dates", "places", "links"} {
		r := dateline("", "eval", what, gold)
		r.want(t, exitOK, "F1", "")
	}
	out := filepath.Join(t.TempDir(), "sys.jsonl")
	dateline("", "eval", "dates", "-out", out, gold).want(t, exitOK, "F1", "")
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	var first struct {
		ID      string
		Timexes []struct{ Text, Type, Value string }
	}
	line, _, _ := bytes.Cut(b, []byte("\n"))
	if err := json.Unmarshal(line, &first); err != nil || first.ID == "" || len(first.Timexes) == 0 || first.Timexes[0].Value == "" {
		t.Errorf("%s: %v", line, err)
	}
}

func TestMalformedGoldIsNamed(t *testing.T) {
	bad := write(t, "bad.tsv", "Lima\tB-PLACE\nLima\n")
	dateline("", "eval", "names", bad).want(t, exitFailed, "", bad+":2:")
	bad = write(t, "bad.jsonl", "{\"id\":\"x\",\"text\":\"Lima\",\"toponyms\":[{\"start\":0,\"end\":9}]}\n")
	dateline("", "eval", "places", bad).want(t, exitFailed, "", bad+":1:")
	bad = write(t, "dates.jsonl", "{}\n{\"id\":\n")
	dateline("", "eval", "dates", bad).want(t, exitFailed, "", bad+":2:")
	bad = write(t, "article.json", "{\"id\":5}")
	dateline("", "eval", "links", bad).want(t, exitFailed, "", bad+":1:")
}

func TestGazetteerLookup(t *testing.T) {
	dateline("", "gazetteer", "lookup", "Karachi").want(t, exitOK, "gn:1174872\tKarachi", "")
	dateline("", "gazetteer", "lookup", "-json", "Karachi").want(t, exitOK, `{"id":1174872,`, "")
	dateline("", "gazetteer", "lookup", "Xqztville").want(t, exitFailed, "", "Xqztville")
}

func TestOwnNamesAndPlaces(t *testing.T) {
	names := write(t, "names.csv", "kind,ref,name,alias\nORG,company/42,Acme Holdings plc,Acme\n")
	places := write(t, "places.csv", "my:17,Camp Marigold,31.5,65.9,AF,INSM,\n")
	r := dateline("Shells hit Camp Marigold. Shares in Acme fell.", "extract", "-format", "jsonl", "-names", names, "-places", places)
	r.want(t, exitOK, `"ref":"company/42"`, "")
	bad := write(t, "bad.csv", "ORG,1,Acme\nSHIP,2,Mary\n")
	dateline("", "extract", "-names", bad).want(t, exitFailed, "", bad+": line 2: kind \"SHIP\"")
	bad = write(t, "bad.csv", "my:1,Camp,north,65,AF,,\n")
	dateline("", "extract", "-places", bad).want(t, exitFailed, "", bad+": line 1: latitude")
}

func TestDamagedModelAndGazetteerAreRefused(t *testing.T) {
	bad := write(t, "bad.bin", "nothing of the sort, but long enough to hold a header of any file of this kind, as it seems")
	dateline("", "extract", "-model", bad).want(t, exitFailed, "", bad)
	dateline("", "extract", "-gazetteer", bad).want(t, exitFailed, "", bad)
}

func TestHTMLAndGeoJSON(t *testing.T) {
	dateline(article, "extract", "-format", "html").want(t, exitOK, "<!DOCTYPE html>", "")
	r := dateline(article, "extract", "-format", "geojson")
	r.want(t, exitOK, `"FeatureCollection"`, "")
	if !json.Valid([]byte(r.out)) {
		t.Error("GeoJSON is not JSON")
	}
}

func TestCompletionKnowsFlags(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish"} {
		dateline("", "completion", shell).want(t, exitOK, "published", "")
	}
}

func TestVersion(t *testing.T) {
	dateline("", "version").want(t, exitOK, "gazetteer ", "")
}

// TestTerminalStaysWhole: control characters of a text or a file name do not
// reach the terminal.
func TestTerminalStaysWhole(t *testing.T) {
	r := dateline("{\"id\":\"a\\u001b[2Jb\",\"text\":\"Rain fell in Lima.\"}\n", "extract", "-input", "jsonl")
	r.want(t, exitOK, "Lima", "")
	if strings.ContainsRune(r.out, '\x1b') {
		t.Errorf("%q", r.out)
	}
}

func FuzzJSONLReader(f *testing.F) {
	f.Add([]byte(`{"id":"a","text":"Rain fell in Lima.","published":"2016-11-20"}`))
	f.Add([]byte("{\"id\":[\n\n{}\r\n\x00\xff"))
	f.Fuzz(func(t *testing.T, in []byte) {
		r := dateline(string(in), "extract", "-input", "jsonl", "-format", "jsonl")
		good := 0
		for line := range strings.Lines(r.out) {
			if !json.Valid([]byte(line)) {
				t.Fatalf("not JSON: %q", line)
			}
			good++
		}
		if (r.status == exitOK) != (r.errors == "") || r.status == exitUsage {
			t.Fatalf("status %d with errors %q", r.status, r.errors)
		}
		filled := 0
		for line := range bytes.Lines(in) {
			if len(bytes.TrimSpace(line)) > 0 {
				filled++
			}
		}
		if good > filled || r.status == exitOK && good != filled {
			t.Fatalf("%d documents of %d lines, status %d", good, filled, r.status)
		}
	})
}

// TestGazetteerFromGeoNames builds from rows in GeoNames' format and extracts
// with the result; a bad row is named and left out.
func TestGazetteerFromGeoNames(t *testing.T) {
	row := func(columns ...string) string { return strings.Join(columns, "\t") + "\n" }
	places := write(t, "PK.txt",
		row("77", "Marigold", "Marigold", "Merigold", "31.5", "65.9", "P", "PPL", "PK", "", "05", "", "", "", "52000", "", "12", "Asia/Karachi", "2024-01-01")+
			row("78", "Nowhere", "Nowhere", "", "north", "65.9", "P", "PPL", "PK", "", "05", "", "", "", "1", "", "12", "Asia/Karachi", "2024-01-01"))
	countries := write(t, "countryInfo.txt",
		row("PK", "PAK", "586", "PK", "Pakistan", "Islamabad", "803940", "212215030", "AS", ".pk", "PKR", "Rupee", "92", "#####", "", "ur-PK", "1168579", "IN,IR,CN,AF", ""))
	out := filepath.Join(t.TempDir(), "pk.dlgaz")
	dateline("", "gazetteer", "build", "-places", places, "-countries", countries, "-out", out).want(t, exitOK, "", places+":2")
	dateline("", "gazetteer", "lookup", "-gazetteer", out, "Marigold").want(t, exitOK, "gn:77\tMarigold\tPK\tPPL", "")
	dateline("Rain fell in Marigold, Pakistan.", "extract", "-gazetteer", out).want(t, exitOK, "gn:77", "")
	bad := dateline("", "gazetteer", "build", "-strict", "-places", places, "-countries", countries, "-out", out)
	bad.want(t, exitFailed, "", places+":2")
	if _, err := os.Stat(out); err == nil {
		t.Error("a build that failed left a file")
	}
}
