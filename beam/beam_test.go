package beam

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/gazetteer"
)

func TestMain(m *testing.M) { ptest.Main(m) }

// collected takes what a pipeline's sinks see: Prism runs the workers in this
// process.
var collected struct {
	sync.Mutex
	annotated []Annotated
	failed    []Failure
}

func collectAnnotated(a Annotated) {
	collected.Lock()
	defer collected.Unlock()
	collected.annotated = append(collected.annotated, a)
}

func collectFailed(f Failure) {
	collected.Lock()
	defer collected.Unlock()
	collected.failed = append(collected.failed, f)
}

func init() {
	register.Function1x0(collectAnnotated)
	register.Function1x0(collectFailed)
}

// runPipeline runs build on Prism and returns what it made, by id.
func runPipeline(t *testing.T, build func(s beam.Scope) (annotated, failed beam.PCollection)) ([]Annotated, []Failure, beam.PipelineResult) {
	t.Helper()
	collected.annotated, collected.failed = nil, nil
	p, s := beam.NewPipelineWithRoot()
	annotated, failed := build(s)
	beam.ParDo0(s, collectAnnotated, annotated)
	beam.ParDo0(s, collectFailed, failed)
	result := ptest.RunAndValidate(t, p)
	slices.SortFunc(collected.annotated, func(a, b Annotated) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(collected.failed, func(a, b Failure) int { return strings.Compare(a.Raw, b.Raw) })
	return collected.annotated, collected.failed, result
}

// TestFeedOnPrism sends thousands of documents through, bad ones among them:
// each good one comes out once, as Extract alone would give it, and each bad
// one is a dead letter.
func TestFeedOnPrism(t *testing.T) {
	const n = 3000
	lines := feed(n)
	annotated, failed, result := runPipeline(t, func(s beam.Scope) (beam.PCollection, beam.PCollection) {
		docs, unreadable := Parse(s, beam.CreateList(s, lines))
		annotated, failed := Extract(s, docs, WithMaxBytes(longest))
		return annotated, beam.Flatten(s, unreadable, failed)
	})

	want := map[string]Document{}
	for i := range n {
		d := article(i)
		want[d.ID] = d
	}
	for _, o := range oddLines {
		d, err := parseDocument(o.line)
		if err != nil || d.ID != o.id {
			t.Fatalf("%.60q: id %q, %v; want id %q", o.line, d.ID, err, o.id)
		}
		want[o.id] = d
	}
	x, err := entities.New(entities.WithMaxBytes(longest))
	if err != nil {
		t.Fatal(err)
	}
	var size, mentions int64
	for _, a := range annotated {
		d, ok := want[a.ID]
		if !ok {
			t.Fatalf("document %q came out twice or was never put in", a.ID)
		}
		delete(want, a.ID)
		alone, err := extractAlone(x, d)
		if err != nil {
			t.Fatal(err)
		}
		if a.JSON != alone {
			t.Errorf("%s: the pipeline gives\n%s\nthe extractor\n%s", a.ID, a.JSON, alone)
		}
		var doc entities.Document
		if err := json.Unmarshal([]byte(a.JSON), &doc); err != nil {
			t.Fatalf("%s: %v", a.ID, err)
		}
		size += int64(len(d.Text))
		mentions += int64(len(doc.Mentions))
	}
	if len(want) > 0 {
		t.Errorf("%d documents were lost", len(want))
	}
	if mentions < 5*n {
		t.Errorf("only %d mentions in %d documents", mentions, len(annotated))
	}

	if len(failed) != len(badLines) {
		t.Errorf("%d dead letters for %d bad lines", len(failed), len(badLines))
	}
	for _, b := range badLines {
		i := slices.IndexFunc(failed, func(f Failure) bool {
			return f.ID == b.id && strings.Contains(f.Error, b.reason) && sameRecord(f.Raw, b.line)
		})
		if i < 0 {
			t.Errorf("no dead letter for %.60q with id %q and %q; there are %.300q", b.line, b.id, b.reason, failed)
		}
	}

	counts := counters(result)
	for name, want := range map[string]int64{"documents": int64(len(annotated)), "bytes": size, "mentions": mentions, "failures": int64(len(badLines))} {
		if counts[name] != want {
			t.Errorf("metric %s is %d, want %d", name, counts[name], want)
		}
	}
	var latencies int64
	for _, d := range result.Metrics().AllMetrics().Distributions() {
		if d.Namespace() == Namespace && d.Name() == "latency_us" {
			latencies += d.Result().Count
			if v := d.Result(); v.Min < 0 || v.Max < v.Min || v.Sum < v.Max {
				t.Errorf("latencies %+v", v)
			}
		}
	}
	// Of the bad lines, two reach Extract.
	if latencies != counts["documents"]+2 {
		t.Errorf("%d latencies for %d documents and 2 failures", latencies, counts["documents"])
	}
}

// sameRecord says whether a dead letter holds the line, or the document of it.
func sameRecord(raw, line string) bool {
	if raw == line {
		return true
	}
	var a, b Document
	return json.Unmarshal([]byte(raw), &a) == nil && json.Unmarshal([]byte(line), &b) == nil && a == b
}

func extractAlone(x *entities.Extractor, d Document) (string, error) {
	opts := []entities.DocOption{entities.ID(d.ID)}
	if d.Published != "" {
		t, err := entities.ParsePublished(d.Published)
		if err != nil {
			return "", err
		}
		opts = append(opts, entities.Published(t))
	}
	doc, err := x.Extract(d.Text, opts...)
	if err != nil {
		return "", err
	}
	return encode(doc)
}

func counters(result beam.PipelineResult) map[string]int64 {
	counts := map[string]int64{}
	for _, c := range result.Metrics().AllMetrics().Counters() {
		if c.Namespace() == Namespace {
			counts[c.Name()] += c.Result()
		}
	}
	return counts
}

func TestOptionsReachTheWorkers(t *testing.T) {
	d := Document{ID: "1", Text: "Zorblat Industries hired Jane Smith in Grimsvold Junction and in Birmingham. A longer text fails."}
	name := entities.Name{Name: "Jane Smith", Kind: entities.Person, Ref: "crm:17"}
	place := gazetteer.Entry{Place: gazetteer.Place{Ref: "own:1", Name: "Grimsvold Junction", Lat: 44.5, Lon: -89.5, Country: "US"},
		Names: []gazetteer.Name{{Text: "Grimsvold", Class: gazetteer.English}}}
	home := entities.Home{Country: "US", Lat: 33.5, Lon: -86.8, HasPoint: true}
	annotated, failed, _ := runPipeline(t, func(s beam.Scope) (beam.PCollection, beam.PCollection) {
		return Extract(s, beam.CreateList(s, []Document{d, {ID: "2", Text: d.Text + "!"}}),
			WithNames(name), WithPlaces(place), WithHome(home), WithAlternatives(3), WithMaxBytes(len(d.Text)))
	})
	if len(annotated) != 1 || len(failed) != 1 {
		t.Fatalf("%v, failed %v", annotated, failed)
	}
	x, err := entities.New(entities.WithNames(name), entities.WithPlaces(place), entities.WithHome(home), entities.WithAlternatives(3))
	if err != nil {
		t.Fatal(err)
	}
	want, err := extractAlone(x, d)
	if err != nil {
		t.Fatal(err)
	}
	if got := annotated[0].JSON; got != want || !strings.Contains(got, `"ref":"crm:17"`) || !strings.Contains(got, `"ref":"own:1"`) {
		t.Errorf("the pipeline gives\n%s\nthe extractor\n%s", got, want)
	}
}

func TestUnusableOptionFailsThePipeline(t *testing.T) {
	p, s := beam.NewPipelineWithRoot()
	Extract(s, beam.CreateList(s, []Document{{ID: "1", Text: "Rain fell."}}), WithPlaces(gazetteer.Entry{Place: gazetteer.Place{Name: "Nowhere", Lat: 400}}))
	if err := ptest.Run(p); err == nil || !strings.Contains(err.Error(), "WithPlaces") {
		t.Errorf("a place at latitude 400: %v", err)
	}
}

// TestExtractorIsSharedWithinAWorker runs two instances of one function, as
// Beam makes them out of its JSON, and one with another option.
func TestExtractorIsSharedWithinAWorker(t *testing.T) {
	var wg sync.WaitGroup
	functions := make([]extractFn, 9)
	for i := range functions {
		wg.Go(func() {
			config, err := json.Marshal(&extractFn{Config: config{MaxBytes: 1000, Names: []entities.Name{{Name: "A", Kind: entities.Org}}}})
			if err == nil {
				err = json.Unmarshal(config, &functions[i])
			}
			if i == 8 {
				functions[i].Config.MaxBytes = 2000
			}
			if err == nil {
				err = functions[i].Setup()
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	for i := range 8 {
		if functions[i].extractor == nil || functions[i].extractor != functions[0].extractor {
			t.Errorf("instance %d has an extractor of its own", i)
		}
	}
	if functions[8].extractor == functions[0].extractor {
		t.Error("functions with other options share the extractor")
	}
}

func TestFailureJSONKeepsEveryByte(t *testing.T) {
	for _, f := range []Failure{{}, {ID: "a", Raw: `{"text":"x"}`, Error: "e"}, {Raw: "\xff\xfe\x00", Error: "not JSON"}} {
		b, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		var back Failure
		if err := json.Unmarshal(b, &back); err != nil || !reflect.DeepEqual(back, f) {
			t.Errorf("%q became %s and %q, %v", f, b, back, err)
		}
	}
}

// FuzzParse: a line is blank, a document or an error, never a panic, and a
// document that was read and written is read alike.
func FuzzParse(f *testing.F) {
	for _, b := range badLines {
		f.Add(b.line[:min(len(b.line), 100)])
	}
	for _, o := range oddLines {
		f.Add(o.line[:min(len(o.line), 100)])
	}
	f.Add(jsonLine(article(1)))
	f.Fuzz(func(t *testing.T, line string) {
		d, err := parseDocument(line)
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without a reason")
			}
			return
		}
		again, err := parseDocument(jsonLine(d))
		if err != nil || again != d {
			t.Errorf("%q gives %q, and that %q, %v", line, d, again, err)
		}
	})
}
