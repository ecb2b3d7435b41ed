//go:build !unix

package entities_test

import "time"

var started = time.Now()

// cpuTime stands in for the processor time, which not every system tells.
func cpuTime() time.Duration { return time.Since(started) }
