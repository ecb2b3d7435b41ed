package main

import (
	"fmt"
	"io"
)

// scoreBins counts names by tenths of their score: a score means what it says
// if about as large a share of its names is right.
type scoreBins [10]struct {
	names, right int
	sum          float64 // of scores
}

func (b *scoreBins) add(score float64, right bool) {
	bin := &b[min(max(int(score*10), 0), 9)]
	bin.names++
	bin.sum += score
	if right {
		bin.right++
	}
}

func (b *scoreBins) write(w io.Writer) error {
	if _, err := fmt.Fprintf(w, "\n%-9s %7s %7s %7s\n", "score", "names", "mean", "right"); err != nil {
		return err
	}
	for i, bin := range b {
		if bin.names == 0 {
			continue
		}
		n := float64(bin.names)
		if _, err := fmt.Fprintf(w, "%.1f–%.1f   %7d %7.3f %7.3f\n", float64(i)/10, float64(i+1)/10, bin.names, bin.sum/n, float64(bin.right)/n); err != nil {
			return err
		}
	}
	return nil
}
