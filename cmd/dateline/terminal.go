package main

import (
	"fmt"
	"io"
	"os"
	"sync/atomic"
	"time"
)

// isTerminal says whether w is a character device that a person may look at.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// useColour says whether output may hold colour codes: only on a terminal, and
// never where NO_COLOR is set or the terminal is a dumb one.
func useColour(e *env) bool {
	return e.getenv("NO_COLOR") == "" && e.getenv("TERM") != "dumb" && isTerminal(e.stdout)
}

// progress shows on a terminal how far a run over many articles has come. On
// anything else it is silent.
type progress struct {
	w     io.Writer // nil when silent
	total int64     // bytes of all files, 0 where unknown
	read  atomic.Int64
	docs  int
	start time.Time
	last  time.Time
	shown bool
}

// showAfter keeps short runs quiet; showEvery keeps long ones calm.
const (
	showAfter = time.Second
	showEvery = 200 * time.Millisecond
)

func newProgress(e *env, files []string) *progress {
	p := &progress{start: time.Now()}
	// Progress among the results on one screen would be noise.
	if !isTerminal(e.stderr) || isTerminal(e.stdout) {
		return p
	}
	p.w = e.stderr
	for _, name := range files {
		info, err := os.Stat(name)
		if err != nil || !info.Mode().IsRegular() {
			p.total = 0
			break
		}
		p.total += info.Size()
	}
	return p
}

// count notes n more bytes read.
func (p *progress) count(n int) { p.read.Add(int64(n)) }

// document notes one more finished article.
func (p *progress) document() {
	p.docs++
	if p.w == nil {
		return
	}
	now := time.Now()
	if now.Sub(p.start) < showAfter || now.Sub(p.last) < showEvery {
		return
	}
	p.last, p.shown = now, true
	elapsed := now.Sub(p.start).Seconds()
	read := p.read.Load()
	fmt.Fprintf(p.w, "\r\x1b[K%d documents, %.1f MB/s", p.docs, float64(read)/1e6/elapsed)
	if p.total > 0 && read > 0 {
		left := time.Duration(elapsed / float64(read) * float64(p.total-read) * float64(time.Second))
		fmt.Fprintf(p.w, ", %s left", left.Round(time.Second))
	}
}

// done clears the line.
func (p *progress) done() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}
