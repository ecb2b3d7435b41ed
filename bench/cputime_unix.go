//go:build unix

package main

import (
	"syscall"
	"time"
)

// cpuTime is the processor time that this process has used. Unlike the clock
// it does not count what other processes of the machine take.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // there is no other way to call it
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
