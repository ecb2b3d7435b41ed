package main

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
	"unicode"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/gazetteer"
	"github.com/dateline-go/dateline/internal/score"
)

// A record is one run of the program.
type record struct {
	date    time.Time
	machine string
	cores   int
	load    string // load average of the machine at the start, "" where unknown
	rounds  int

	speed    []setSpeed
	first    []time.Duration // in the order of the systems
	accuracy []accuracy
}

// A setSpeed is the speed of all systems on one set of texts.
type setSpeed struct {
	set    textSet
	speeds []speed
}

func newRecord(o options) *record {
	r := &record{date: time.Now().UTC(), machine: o.machine, cores: runtime.NumCPU(), load: loadAverage(), rounds: o.rounds}
	if r.machine == "" {
		r.machine = processor()
	}
	return r
}

// processor is the name of the machine's processor, or of its kind.
func processor() string {
	info, _ := os.ReadFile("/proc/cpuinfo") // where there is none, the kind will do
	for line := range strings.Lines(string(info)) {
		if name, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return runtime.GOOS + " " + runtime.GOARCH
}

// loadAverage is how many programs wanted to run in the last minute. Where it
// is beyond the number of cores, the speeds are too low: processor time does not
// count waiting, but caches and memory are shared.
func loadAverage() string {
	data, _ := os.ReadFile("/proc/loadavg") // only some systems have it
	load, _, _ := strings.Cut(string(data), " ")
	return load
}

// versions are those of the libraries, in the order of the systems.
func versions() []string {
	modules := map[string]string{}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			modules[m.Path] = m.Version
		}
	}
	var out []string
	for _, s := range systems {
		if !s.scored {
			continue
		}
		version := modules[s.module]
		if version == "" || version == "v0.0.0" {
			version = commit()
		}
		out = append(out, s.module+" "+version)
	}
	if g, err := gazetteer.World(); err == nil {
		out[0] += ", gazetteer " + g.DataVersion()
	}
	return out
}

// commit names the commit of the tree that is measured.
func commit() string {
	out, err := exec.Command("git", "describe", "--always", "--dirty", "--tags").Output()
	if err != nil {
		return "(unknown commit)"
	}
	return strings.TrimSpace(string(out))
}

// markdown returns the tables.
func (r *record) markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Measured on %s: %s, %d cores, %s, %s/%s.\n\n", r.date.Format(time.DateOnly), r.machine, r.cores,
		runtime.Version(), runtime.GOOS, runtime.GOARCH)
	if r.load != "" {
		fmt.Fprintf(&b, "Load average when it began: %s.\n\n", r.load)
	}
	for _, v := range versions() {
		fmt.Fprintf(&b, "- %s\n", v)
	}
	fmt.Fprintf(&b, "\n### Speed\n\nOne core, best of %d rounds.\n", r.rounds)
	for _, set := range r.speed {
		fmt.Fprintf(&b, "\nText: %s, %d documents, %d tokens, %d bytes.\n\n", set.set.name, len(set.set.docs), set.set.tokens(), set.set.bytes())
		b.WriteString("| setting | tokens/s | MB/s | time for a token, dateline = 1 | allocations a document | kB allocated a document |\n")
		b.WriteString("|---|---:|---:|---:|---:|---:|\n")
		for _, s := range set.speeds {
			fmt.Fprintf(&b, "| %s | %s | %.3g | %s | %s | %s |\n", label(s), thousands(s.tokens), s.bytes/1e6,
				times(s.slower), thousands(s.allocs), thousands(s.allocated/1e3))
		}
	}
	b.WriteString("\nThe first document of a fresh process, loading included:\n\n| setting | ms |\n|---|---:|\n")
	for i, d := range r.first {
		fmt.Fprintf(&b, "| %s | %.0f |\n", systems[i].setting, d.Seconds()*1e3)
	}
	b.WriteString("\n### Names\n\nF1 in percent; span and kind have to be exact. CORE is PERSON, ORG and PLACE together.\nprose has no kind for nationalities and calls them places; that is not counted against it.\n\n")
	b.WriteString("| gold | names | library | CORE | precision | recall | PERSON | ORG | PLACE |\n|---|---:|---|---:|---:|---:|---:|---:|---:|\n")
	for _, a := range r.accuracy {
		for i, s := range a.scores {
			name, count := "", ""
			core := s.names.Core()
			if i == 0 {
				name, count = a.gold, fmt.Sprint(core.Gold)
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %.1f | %.1f | %.1f |", name, count, s.library, core.F1(), core.Precision(), core.Recall())
			for _, c := range coreKinds(&s.names) {
				fmt.Fprintf(&b, " %.1f |", c.F1())
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func label(s speed) string {
	name := s.setting
	if s.failed > 0 {
		name += fmt.Sprintf(" (fails on %d documents of the round)", s.failed)
	}
	return name
}

func times(x float64) string {
	if x < 10 {
		return fmt.Sprintf("%.2g", x)
	}
	return thousands(x)
}

// thousands writes a whole number with commas, rounded to three digits.
func thousands(x float64) string {
	if x >= 1000 {
		unit := math.Pow(10, math.Floor(math.Log10(x))-2)
		x = math.Round(x/unit) * unit
	}
	s := fmt.Sprintf("%.0f", x)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// write keeps the tables under the directory of this module: in results/ and
// between the marks of README.md.
func (r *record) write(dir, tables string) error {
	title := fmt.Sprintf("%s-%s", r.date.Format(time.DateOnly), slug(r.machine))
	path := filepath.Join(dir, "results", title+".md")
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	if err := os.WriteFile(path, []byte("## "+title+"\n\n"+tables), 0o666); err != nil {
		return err
	}
	readme := filepath.Join(dir, "README.md")
	old, err := os.ReadFile(readme)
	if err != nil {
		return err
	}
	page, err := replaceResults(old, tables)
	if err != nil {
		return fmt.Errorf("%s: %w", readme, err)
	}
	return os.WriteFile(readme, page, 0o666)
}

const (
	resultsStart = "<!-- results: written by go run . -record -->\n"
	resultsEnd   = "<!-- end of results -->\n"
)

// replaceResults returns the page with the tables between its marks.
func replaceResults(page []byte, tables string) ([]byte, error) {
	before, rest, ok := bytes.Cut(page, []byte(resultsStart))
	_, after, ok2 := bytes.Cut(rest, []byte(resultsEnd))
	if !ok || !ok2 {
		return nil, fmt.Errorf("no marks %q and %q", resultsStart, resultsEnd)
	}
	return bytes.Join([][]byte{before, []byte(resultsStart), []byte("\n" + tables + "\n"), []byte(resultsEnd), after}, nil), nil
}

// slug makes a part of a file name.
func slug(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(words, "-")
}

// coreKinds are the counts of PERSON, ORG and PLACE.
func coreKinds(n *score.Names) []score.Counts {
	return n.ByKind[kind.Person : kind.Place+1]
}
