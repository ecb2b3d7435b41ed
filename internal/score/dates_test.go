package score

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/dateline-go/dateline/internal/corpus"
)

// timexes makes expressions from (start, end, value) triples over a text of
// digits, in which every span is written differently.
func timexes(spans ...[3]int) []corpus.Timex {
	var xs []corpus.Timex
	for _, s := range spans {
		xs = append(xs, corpus.Timex{Start: s[0], End: s[1], Text: fmt.Sprint(s[0], s[1]), Type: "DATE", Value: fmt.Sprint(s[2])})
	}
	return xs
}

func TestDatesPairing(t *testing.T) {
	for _, c := range []struct {
		name                           string
		gold, system                   []corpus.Timex
		relaxed, strict, value, strVal int
	}{
		{"same", timexes([3]int{0, 5, 1}), timexes([3]int{0, 5, 1}), 1, 1, 1, 1},
		{"overlap", timexes([3]int{0, 5, 1}), timexes([3]int{3, 8, 1}), 1, 0, 1, 0},
		{"touching is no overlap", timexes([3]int{0, 5, 1}), timexes([3]int{5, 8, 1}), 0, 0, 0, 0},
		{"one to one", timexes([3]int{0, 9, 1}), timexes([3]int{0, 4, 1}, [3]int{5, 9, 1}), 1, 0, 1, 0},
		{"other value", timexes([3]int{0, 5, 1}), timexes([3]int{0, 5, 2}), 1, 1, 0, 0},
		// The sweep forgets the first expression when the second begins.
		{"nested", timexes([3]int{0, 20, 1}, [3]int{5, 10, 2}), timexes([3]int{12, 20, 1}), 0, 0, 0, 0},
		{"unsorted", timexes([3]int{10, 15, 2}, [3]int{0, 5, 1}), timexes([3]int{10, 15, 2}, [3]int{0, 5, 1}), 2, 2, 2, 2},
	} {
		d := Dates{Keep: true}
		d.Add("x", c.gold, c.system)
		if d.Relaxed != c.relaxed || d.Strict != c.strict || d.Value != c.value || d.StrictAndValue != c.strVal {
			t.Errorf("%s: relaxed %d strict %d value %d both %d", c.name, d.Relaxed, d.Strict, d.Value, d.StrictAndValue)
		}
		if want := len(c.gold) + len(c.system) - d.Relaxed - d.StrictAndValue; len(d.Errors) != want {
			t.Errorf("%s: %d errors, want %d", c.name, len(d.Errors), want)
		}
	}
}

// TestDatesOracle compares the measures with those of the reference scorer on
// made-up documents, where both it and Python are at hand.
func TestDatesOracle(t *testing.T) {
	data := os.Getenv("DATELINE_DATA")
	if data == "" {
		t.Skip("DATELINE_DATA is not set")
	}
	script := filepath.Join(data, "..", "tools", "te3score.py")
	if _, err := os.Stat(script); err != nil {
		t.Skip(err)
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip(err)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	random := func() []corpus.Timex {
		xs := []corpus.Timex{}
		for range rng.IntN(12) {
			start := rng.IntN(60)
			xs = append(xs, corpus.Timex{Start: start, End: start + 1 + rng.IntN(9), Text: fmt.Sprint(rng.IntN(3)),
				Type: []string{"DATE", "TIME"}[rng.IntN(2)], Value: fmt.Sprint(rng.IntN(3))})
		}
		return xs
	}
	var d Dates
	var gold, system []corpus.DateDoc
	for i := range 300 {
		id := fmt.Sprint(i)
		g, s := random(), random()
		gold = append(gold, corpus.DateDoc{ID: id, Timexes: g})
		system = append(system, corpus.DateDoc{ID: id, Timexes: s})
		d.Add(id, g, s)
	}
	var files []string
	for i, docs := range [][]corpus.DateDoc{gold, system} {
		name := filepath.Join(t.TempDir(), fmt.Sprint(i))
		f, err := os.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		// The script prints text around errors only on request, but reads the field.
		for _, doc := range docs {
			doc.Text = ""
			fmt.Fprintf(f, `{"id":%q,"text":"","timexes":[`, doc.ID)
			for k, x := range doc.Timexes {
				if k > 0 {
					fmt.Fprint(f, ",")
				}
				fmt.Fprintf(f, `{"start":%d,"end":%d,"text":%q,"type":%q,"value":%q}`, x.Start, x.End, x.Text, x.Type, x.Value)
			}
			fmt.Fprintln(f, "]}")
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		files = append(files, name)
	}
	out, err := exec.Command(python, script, files[0], files[1]).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for measure, right := range map[string]int{"strict": d.Strict, "relaxed": d.Relaxed, "type": d.Type, "value": d.Value, "strict+value": d.StrictAndValue} {
		m := regexp.MustCompile(`\| ` + regexp.QuoteMeta(measure) + ` F1 ([0-9.]+)`).FindSubmatch(out)
		if m == nil {
			t.Fatalf("no %s in %s", measure, out)
		}
		want, _ := strconv.ParseFloat(string(m[1]), 64)
		if got := d.Counts(right).F1(); math.Abs(got-want) > 0.00501 {
			t.Errorf("%s: %.4f, reference %.2f", measure, got, want)
		}
	}
}
