//go:build unix

package entities_test

import (
	"syscall"
	"time"
)

// cpuTime is the processor time that the test has taken so far. Unlike the
// clock it does not go on while other programs have the processor.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
