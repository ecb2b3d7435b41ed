package dates

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden compares what is found in the lines of testdata/expressions.txt
// with the file itself: each line of text is followed by its expressions,
// indented. The publication date is Sunday, 20 November 2016.
func TestGolden(t *testing.T) {
	const name = "testdata/expressions.txt"
	old, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for line := range strings.Lines(string(old)) {
		if line[0] == '\t' {
			continue
		}
		b.WriteString(line)
		text := strings.TrimSuffix(line, "\n")
		for _, e := range Find(text, ref) {
			fmt.Fprintf(&b, "\t[%s] %s %s", text[e.Start:e.End], e.Type, e.Value.Value)
			for _, s := range []struct{ name, value string }{{"mod", e.Mod}, {"quant", e.Quant}, {"freq", e.Freq}} {
				if s.value != "" {
					fmt.Fprintf(&b, " %s=%s", s.name, s.value)
				}
			}
			if !e.Value.End.IsZero() {
				layout := time.DateOnly
				if e.Type == Time {
					layout = "2006-01-02T15:04:05Z07:00"
				}
				fmt.Fprintf(&b, " %s/%s", e.Value.Start.Format(layout), e.Value.End.Format(layout))
			}
			b.WriteByte('\n')
		}
	}
	if *update {
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, want := strings.Split(b.String(), "\n"), strings.Split(string(old), "\n")
	for i := 0; i < min(len(got), len(want)); i++ {
		if got[i] != want[i] {
			t.Fatalf("%s:%d:\n got %s\nwant %s\nRun go test with -update and read the difference.", name, i+1, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s: %d lines, want %d", name, len(got), len(want))
	}
}
