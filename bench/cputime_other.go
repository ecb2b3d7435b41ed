//go:build !unix

package main

import "time"

var processStart = time.Now()

// cpuTime is the time of the clock where that of the processor is not to be
// had; the machine has to be idle otherwise.
func cpuTime() time.Duration { return time.Since(processStart) }
