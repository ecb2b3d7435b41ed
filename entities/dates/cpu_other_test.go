//go:build !linux

package dates

import "time"

var start = time.Now()

// cpuTime returns the wall time where no better clock is at hand.
func cpuTime() time.Duration { return time.Since(start) }
