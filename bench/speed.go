package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A speed is how fast one setting was, in its best round.
type speed struct {
	system
	tokens float64 // a second of processor time
	bytes  float64 // a second of processor time
	slower float64 // times as long as the first system, median of the rounds
	failed int     // documents of the best round that ended in an error

	allocs, allocated float64 // allocations and bytes a document
}

// measureSpeed lets the systems take turns, so that what slows the machine down
// slows all of them, on one core.
func measureSpeed(ctx context.Context, docs []document, rounds int, each time.Duration) ([]speed, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	speeds := make([]speed, len(systems))
	ratios := make([][]float64, len(systems))
	turns := make([]turn, len(systems))
	for i, s := range systems {
		f, err := s.load()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.setting, err)
		}
		speeds[i].system = s
		turns[i] = turn{finder: f, docs: docs}
		f.run(docs[0].text) // what is loaded on first use is not what is measured here
	}
	for range rounds {
		var reference float64
		for i := range systems {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			got := turns[i].take(each)
			if i == 0 {
				reference = got.tokens
			}
			ratios[i] = append(ratios[i], reference/got.tokens)
			s := &speeds[i]
			if got.tokens > s.tokens {
				s.tokens, s.bytes, s.failed = got.tokens, got.bytes, got.failed
				s.allocs, s.allocated = got.allocs, got.allocated
			}
		}
	}
	for i := range speeds {
		slices.Sort(ratios[i])
		speeds[i].slower = ratios[i][len(ratios[i])/2]
	}
	return speeds, nil
}

// A turn runs a system on one document after another; each turn goes on where
// the last one ended.
type turn struct {
	finder finder
	docs   []document
	next   int
}

func (t *turn) take(atLeast time.Duration) speed {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var s speed
	docs, tokens, bytes := 0, 0, 0
	cpu := cpuTime()
	for docs == 0 || cpuTime()-cpu < atLeast {
		d := t.docs[t.next]
		if t.finder.run(d.text) != nil {
			s.failed++
		}
		t.next = (t.next + 1) % len(t.docs)
		docs, tokens, bytes = docs+1, tokens+d.tokens, bytes+len(d.text)
	}
	busy := (cpuTime() - cpu).Seconds()
	runtime.ReadMemStats(&after)
	s.tokens, s.bytes = float64(tokens)/busy, float64(bytes)/busy
	s.allocs = float64(after.Mallocs-before.Mallocs) / float64(docs)
	s.allocated = float64(after.TotalAlloc-before.TotalAlloc) / float64(docs)
	return s
}

// firstRuns is how often measureFirst starts a process; the fastest counts.
const firstRuns = 5

// measureFirst measures by the clock how long a fresh process needs for its
// first document in each setting, loading included.
func measureFirst(ctx context.Context) ([]time.Duration, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	best := make([]time.Duration, len(systems))
	for run := range firstRuns {
		for i, s := range systems {
			c := exec.CommandContext(ctx, program, "-first", s.setting)
			c.Stderr = os.Stderr
			out, err := c.Output()
			if err != nil {
				return nil, fmt.Errorf("%s: first document: %w", s.setting, err)
			}
			n, err := strconv.ParseInt(strings.TrimSpace(string(out)), 10, 64)
			if err != nil {
				return nil, fmt.Errorf("%s: first document: %w", s.setting, err)
			}
			if d := time.Duration(n); run == 0 || d < best[i] {
				best[i] = d
			}
		}
	}
	return best, nil
}

// printFirst is what measureFirst runs in the fresh process.
func printFirst(setting, text string) error {
	s, err := systemFor(setting)
	if err != nil {
		return err
	}
	start := time.Now()
	f, err := s.load()
	if err != nil {
		return err
	}
	if err := f.run(text); err != nil {
		return err
	}
	fmt.Println(time.Since(start).Nanoseconds())
	return nil
}
