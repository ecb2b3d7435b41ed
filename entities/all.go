package entities

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"sync"
	"time"
)

// An Input is one text for ExtractAll.
type Input struct {
	ID        string
	Text      string
	Published time.Time // zero where unknown
	Home      *Home     // nil for the extractor's own
}

// A DocumentError says which document of a stream failed.
type DocumentError struct {
	ID  string
	Err error
}

func (e *DocumentError) Error() string { return fmt.Sprintf("document %q: %v", e.ID, e.Err) }

// Unwrap returns the cause.
func (e *DocumentError) Unwrap() error { return e.Err }

// ExtractAll extracts a stream of texts with several goroutines and yields the
// documents in the order of docs. A text that fails yields a nil document and a
// *DocumentError; the stream goes on. When ctx is cancelled, the documents
// begun but not finished yield its error and the stream ends.
//
// workers is the number of goroutines, GOMAXPROCS where it is 0 or less. At
// most twice that many texts are held at a time: docs is asked for the next one
// only when there is room. docs runs in a goroutine of its own, and the stream
// ends only after docs has returned from its current step.
func (x *Extractor) ExtractAll(ctx context.Context, docs iter.Seq[Input], workers int) iter.Seq2[*Document, error] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(*Document, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		var running sync.WaitGroup
		defer running.Wait()
		defer cancel()

		type job struct {
			in   Input
			done chan struct{}
			doc  *Document
			err  error
		}
		// queue keeps the order; its capacity, what the workers hold and the job
		// being awaited make up the bound on texts in flight.
		work := make(chan *job)
		queue := make(chan *job, workers-1)

		for range workers {
			running.Go(func() {
				for j := range work {
					j.doc, j.err = x.extractInput(ctx, j.in)
					close(j.done)
				}
			})
		}
		running.Go(func() {
			defer close(work)
			defer close(queue)
			for in := range docs {
				j := &job{in: in, done: make(chan struct{})}
				select {
				case queue <- j:
				case <-ctx.Done():
					return
				}
				select {
				case work <- j:
				case <-ctx.Done():
					j.err = &DocumentError{ID: in.ID, Err: ctx.Err()}
					close(j.done)
					return
				}
			}
		})
		for j := range queue {
			<-j.done
			if !yield(j.doc, j.err) {
				return
			}
		}
	}
}

func (x *Extractor) extractInput(ctx context.Context, in Input) (*Document, error) {
	opts := []DocOption{ID(in.ID), Published(in.Published)}
	if in.Home != nil {
		opts = append(opts, From(*in.Home))
	}
	doc, err := x.ExtractContext(ctx, in.Text, opts...)
	if err != nil {
		return nil, &DocumentError{ID: in.ID, Err: err}
	}
	return doc, nil
}
