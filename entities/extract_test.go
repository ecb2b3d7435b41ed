package entities_test

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/entities/tag"
	"github.com/dateline-go/dateline/entities/token"
)

func TestTooLongTextIsRefused(t *testing.T) {
	x := extractor(t, entities.WithMaxBytes(10))
	if _, err := x.Extract("0123456789"); err != nil {
		t.Errorf("text of the limit's length: %v", err)
	}
	if _, err := x.Extract("0123456789a"); !errors.Is(err, entities.ErrTooLong) {
		t.Errorf("longer text: %v", err)
	}
}

func TestResolveRefusesBadSpans(t *testing.T) {
	for _, spans := range [][]entities.Span{
		{{Start: -1, End: 2}}, {{Start: 2, End: 2}}, {{Start: 0, End: 99}}, {{Start: 4, End: 6}, {Start: 0, End: 2}}, {{Start: 0, End: 4}, {Start: 3, End: 6}},
	} {
		if _, err := entities.Resolve("Lahore and Quetta", spans); !errors.Is(err, entities.ErrBadSpan) {
			t.Errorf("%v: %v", spans, err)
		}
	}
}

// taggerFunc is a Tagger made of a function.
type taggerFunc func(d *token.Doc) ([]tag.Span, error)

func (f taggerFunc) Tag(_ context.Context, d *token.Doc) ([]tag.Span, error) { return f(d) }

func TestTaggersMistakesAreReported(t *testing.T) {
	for _, spans := range [][]tag.Span{
		{{Start: 0, End: 99, Kind: entities.Org}},
		{{Start: 5, End: 6, Kind: entities.Org}, {Start: 0, End: 2, Kind: entities.Org}},
		{{Start: 0, End: 2, Kind: entities.Date}},
		{{Start: 0, End: 2}},
	} {
		x := extractor(t, entities.WithTagger(taggerFunc(func(*token.Doc) ([]tag.Span, error) { return spans, nil })))
		if _, err := x.Extract("some text"); !errors.Is(err, entities.ErrBadSpan) {
			t.Errorf("%v: %v", spans, err)
		}
	}
	broken := errors.New("no connection")
	x := extractor(t, entities.WithTagger(taggerFunc(func(*token.Doc) ([]tag.Span, error) { return nil, broken })))
	if _, err := x.Extract("some text"); !errors.Is(err, broken) {
		t.Errorf("tagger's error became %v", err)
	}
}

// inputs yields n short texts and counts how many were asked for.
func inputs(n int, asked *int) iter.Seq[entities.Input] {
	return func(yield func(entities.Input) bool) {
		for i := range n {
			*asked++
			if !yield(entities.Input{ID: strconv.Itoa(i), Text: "Rain fell in Quetta on Monday. " + strings.Repeat("It rained. ", i%7*50)}) {
				return
			}
		}
	}
}

func TestExtractAllKeepsOrder(t *testing.T) {
	x := extractor(t)
	for _, workers := range []int{0, 1, 2, 9} {
		next, asked := 0, 0
		for doc, err := range x.ExtractAll(context.Background(), inputs(100, &asked), workers) {
			if err != nil {
				t.Fatal(err)
			}
			if doc.ID != strconv.Itoa(next) {
				t.Fatalf("%d workers: document %s comes as number %d", workers, doc.ID, next)
			}
			next++
		}
		if next != 100 {
			t.Errorf("%d workers: %d documents of 100", workers, next)
		}
	}
}

func TestExtractAllGoesOnAfterABadText(t *testing.T) {
	x := extractor(t, entities.WithMaxBytes(50))
	asked, good, bad := 0, 0, 0
	for _, err := range x.ExtractAll(context.Background(), inputs(14, &asked), 3) {
		var where *entities.DocumentError
		switch {
		case err == nil:
			good++
		case errors.As(err, &where) && errors.Is(err, entities.ErrTooLong) && where.ID != "":
			bad++
		default:
			t.Fatal(err)
		}
	}
	if good != 2 || bad != 12 {
		t.Errorf("%d good and %d bad texts, want 2 and 12", good, bad)
	}
}

// TestExtractAllHoldsBack: no more texts are asked for than may be in flight.
func TestExtractAllHoldsBack(t *testing.T) {
	x := extractor(t)
	asked, seen := 0, 0
	const workers = 3
	for _, err := range x.ExtractAll(context.Background(), inputs(1000, &asked), workers) {
		if err != nil {
			t.Fatal(err)
		}
		if seen++; seen == 5 {
			break
		}
	}
	if asked > 5+2*workers {
		t.Errorf("asked for %d texts to yield 5 with %d workers", asked, workers)
	}
}

func TestExtractAllLeavesNoGoroutines(t *testing.T) {
	x := extractor(t)
	before := runtime.NumGoroutine()
	for range 20 {
		ctx, cancel := context.WithCancel(context.Background())
		asked, seen := 0, 0
		for range x.ExtractAll(ctx, inputs(1000, &asked), 4) {
			if seen++; seen == 3 {
				cancel()
			}
		}
		cancel()
		if asked == 1000 {
			t.Fatal("cancelling did not end the stream")
		}
	}
	deadline := time.Now().Add(5 * time.Second)
	for runtime.NumGoroutine() > before && time.Now().Before(deadline) {
		time.Sleep(time.Millisecond)
	}
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("%d goroutines, %d before", n, before)
	}
}

func TestCancelledContextIsReported(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	x := extractor(t)
	if _, err := x.ExtractContext(ctx, "Rain fell in Quetta."); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := x.Resolve(ctx, "Rain fell in Quetta.", []entities.Span{{Start: 13, End: 19}}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// TestDatelineDateIsTheReference: where the caller gives no date, the
// dateline's own serves.
func TestDatelineDateIsTheReference(t *testing.T) {
	doc, err := entities.Extract("LIMA, 12 March 2019 (Reuters) - Police said on Monday that they had found the car.")
	if err != nil {
		t.Fatal(err)
	}
	for m := range doc.Of(entities.Date) {
		if m.Text == "Monday" && m.Date.Value != "2019-03-11" {
			t.Errorf("Monday is %s", m.Date.Value)
		}
	}
	if doc.Dateline == nil || doc.Dateline.Agency != "Reuters" || doc.Dateline.Place == nil || doc.Dateline.Place.Country != "PE" ||
		doc.Dateline.Date == nil || doc.Dateline.Date.Value != "2019-03-12" {
		t.Errorf("dateline %+v", doc.Dateline)
	}
}
