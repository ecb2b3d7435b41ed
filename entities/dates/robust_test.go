package dates

import (
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestLinear: hostile text takes time linear in its length.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("timing")
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for name, unit := range map[string]string{
		"digits":      "1",
		"next":        "next ",
		"the":         "the ",
		"about":       "about at least more than ",
		"hundred":     "hundred and ",
		"half":        "two and a half ",
		"dates":       "October 26, 2016 ",
		"days":        "May 1 and 2 and 3 and 4 to 5 ",
		"cues":        "Friday said will ",
		"slashes":     "1/2/",
		"dots":        "1.2.",
		"brackets":    "((((",
		"newlines":    "May\n",
		"apostrophes": "'s'",
		"invalid":     "\xff\xe2\x80",
		"early":       "early late mid the end of ",
		"weekdays":    "Monday, ",
	} {
		// The same bytes as many short texts and as one long one.
		const short, many = 1 << 13, 64
		run := func(n, times int) time.Duration {
			text := strings.Repeat(unit, n/len(unit))
			begin := cpuTime()
			for range times {
				AppendFind(nil, text, ref)
			}
			return cpuTime() - begin
		}
		small, large := run(short, many), run(short*many, 1)
		if large > 6*small+40*time.Millisecond {
			t.Errorf("%s: %v for %d texts of %d KB, %v for one of %d KB", name, small, many, short>>10, large, short*many>>10)
		}
		t.Logf("%-12s %v, %v", name, small, large)
	}
}

func TestNoAllocation(t *testing.T) {
	theGrammar()
	n := testing.AllocsPerRun(20, func() { Find(plainText, ref) })
	if n != 0 {
		t.Errorf("%v allocations where nothing is found", n)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"", "Oct. 26, 2016", "the 26th", "10/26/2016 14:30:00Z", "2016-10-26T14:30", "two and a half years ago",
		"twenty-five hundred and a half dozens of weeks", "between May and July 2014", "April 24 and 25",
		"at 6:40 p.m. (GMT +8) on Friday the 13th", "Sept. 11 attacks", "490 B.C.", "the '90s and '08", "9 a. m.",
		"the week of March 6", "last week of\u00a0September 2014", "o\u2019clock 5 o'clock", "a week from Monday",
		"1 1/2 a half and a half of last year's Q3 2016-Q4", "the year ended March 31", "3-5 July", "\xff\xe2\x80\x99s May",
		"99999999999999999999 years ago", "Feb. 30 31/31/2016 0/0/0000 February 29", "the 31st century BC", "AD 1 2 AD",
		"80 million years ago", "4 thousand years ago", "twenty centuries ago the following century", "thousand thousand thousand million million years ago", "in 1500 BC",
	} {
		f.Add(s, int64(1479600000))
		f.Add(s, int64(0))
	}
	f.Fuzz(func(t *testing.T, text string, unix int64) {
		var ref time.Time
		if unix != 0 {
			ref = time.Unix(unix%(1<<36), 0).UTC()
		}
		prev := 0
		for _, e := range Find(text, ref) {
			if e.Start < prev || e.End <= e.Start || e.End > len(text) {
				t.Fatalf("bad span [%d,%d) after %d in %q", e.Start, e.End, prev, text)
			}
			prev = e.End
			switch e.Type {
			case Date, Time, Duration, Set:
			default:
				t.Fatalf("type %q of %q", e.Type, text[e.Start:e.End])
			}
			if e.Value.Value == "" || strings.Trim(e.Value.Value, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_:.-") != "" || strings.Contains(e.Value.Value, "--") {
				t.Fatalf("value %q of %q", e.Value.Value, text[e.Start:e.End])
			}
			if !e.Value.End.IsZero() && !e.Value.End.After(e.Value.Start) {
				t.Fatalf("empty interval %v–%v of %q", e.Value.Start, e.Value.End, text[e.Start:e.End])
			}
			b, err := e.Value.MarshalJSON()
			if err != nil {
				t.Fatal(err)
			}
			var v Value
			if err := v.UnmarshalJSON(b); err != nil {
				t.Fatalf("%s: %v", b, err)
			}
		}
	})
}
