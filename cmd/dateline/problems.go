package main

import (
	"errors"
	"fmt"
	"io"
	"sync"
)

// problems collects what went wrong while a command went on with the rest. It
// is safe for concurrent use.
type problems struct {
	mu   sync.Mutex
	errs []error
}

func (p *problems) add(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.errs = append(p.errs, err)
}

// report prints every problem and returns an error that counts them, or nil.
func (p *problems) report(w io.Writer) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, err := range p.errs {
		fmt.Fprintf(w, "dateline: %v\n", err)
	}
	switch len(p.errs) {
	case 0:
		return nil
	case 1:
		return errors.New("1 input failed")
	default:
		return fmt.Errorf("%d inputs failed", len(p.errs))
	}
}
