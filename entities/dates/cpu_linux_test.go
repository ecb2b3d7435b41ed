package dates

import (
	"syscall"
	"time"
)

// cpuTime returns the processor time of the calling thread, which does not
// count the time that other programs took.
func cpuTime() time.Duration {
	const thread = 1 // RUSAGE_THREAD
	var u syscall.Rusage
	if err := syscall.Getrusage(thread, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
