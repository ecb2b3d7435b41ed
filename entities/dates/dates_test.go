package dates

import (
	"os/exec"
	"strings"
	"testing"
	"time"
)

// ref is the publication date of the tests: a Sunday.
var ref = time.Date(2016, 11, 20, 0, 0, 0, 0, time.UTC)

// TestIsolation: the package is usable on its own and links neither the
// tokenizer nor the tagger.
func TestIsolation(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").CombinedOutput()
	if err != nil {
		t.Skipf("go list: %v\n%s", err, out)
	}
	for _, dep := range strings.Fields(string(out)) {
		if strings.Contains(dep, ".") && dep != "github.com/dateline-go/dateline/entities/dates" {
			t.Errorf("depends on %s", dep)
		}
	}
}

func TestCompile(t *testing.T) {
	if _, err := compile(phrases, families()); err != nil {
		t.Fatal(err)
	}
}

// render writes expressions as text=TYPE:value pairs.
func render(text string, es []Expression) string {
	var b strings.Builder
	for i, e := range es {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(text[e.Start:e.End] + " = " + string(e.Type) + " " + e.Value.Value)
		for _, s := range []string{e.Mod, e.Quant, e.Freq} {
			if s != "" {
				b.WriteString(" " + s)
			}
		}
	}
	return b.String()
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The talks opened on Oct. 26, 2016 in Oslo.", "Oct. 26, 2016 = DATE 2016-10-26"},
		{"on 26 October 2016", "26 October 2016 = DATE 2016-10-26"},
		{"on 10/26/2016", "10/26/2016 = DATE 2016-10-26"},
		{"on 26/10/2016", "26/10/2016 = DATE 2016-10-26"},
		{"2016-10-26", "2016-10-26 = DATE 2016-10-26"},
		{"They met on Friday.", "Friday = DATE 2016-11-18"},
		{"They will meet on Friday.", "Friday = DATE 2016-11-25"},
		{"two years ago", "two years ago = DATE 2014"},
		{"the third quarter", "the third quarter = DATE 2016-Q3"},
		{"at 2 p.m. EST Friday", "2 p.m. EST Friday = TIME 2016-11-18T14:00"},
		{"at 1430 GMT on Saturday", "1430 GMT on Saturday = TIME 2016-11-19T14:30Z"},
		{"a couple of years", "a couple of years = DURATION P2Y"},
		{"for 2 1/2 years", "2 1/2 years = DURATION P2Y6M"},
		{"a year and a half", "a year and a half = DURATION P1Y6M"},
		{"for half an hour", "half an hour = DURATION PT30M"},
		{"half a century ago", "half a century ago = DATE 1966"},
		{"at 7:30 tonight", "7:30 tonight = TIME 2016-11-20T19:30"},
		{"from 6 to 10 a.m.", "6 = TIME 2016-11-20T06:00; 10 a.m. = TIME 2016-11-20T10:00"},
		{"Oct. 3-5, 2016", "Oct. 3 = DATE 2016-10-03; 5, 2016 = DATE 2016-10-05"},
		{"3-5 July 2014", "3 = DATE 2014-07-03; 5 July 2014 = DATE 2014-07-05"},
		{"between May and July 2014", "May = DATE 2014-05; July 2014 = DATE 2014-07"},
		{"2011-2014", "2011 = DATE 2011; 2014 = DATE 2014"},
		{"the first Tuesday of October", "the first Tuesday of October = DATE 2016-10-04"},
		{"from Friday to Sunday", "Friday = DATE 2016-11-18; Sunday = DATE 2016-11-20"},
		{"in the 1970's and the early 80's", "the 1970's = DATE 197; the early 80's = DATE 198 START"},
		{"in the \u201990s and in \u201908", "the \u201990s = DATE 199; \u201908 = DATE 2008"},
		{"Eid al-Fitr 2013, Eid ul-Adha 2016", "Eid al-Fitr 2013 = DATE 2013-08-08; Eid ul-Adha 2016 = DATE 2016-09-12"},
		{"every Tuesday", "every Tuesday = SET XXXX-WXX-2 EVERY"},
		{"twice a week", "twice a week = SET P1W 2X"},
		{"It may march on the second floor.", ""},
		{"A 25-year-old man", ""},
	} {
		if got := render(c.text, Find(c.text, ref)); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestHolidays(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"Easter Sunday 2016", "2016-03-27"}, {"Easter Sunday 2038", "2038-04-25"}, {"Good Friday 2015", "2015-04-03"},
		{"Thanksgiving 2016", "2016-11-24"}, {"Black Friday 2016", "2016-11-25"}, {"Labor Day 2015", "2015-09-07"},
		{"Memorial Day 2016", "2016-05-30"}, {"Election Day 2016", "2016-11-08"}, {"Mother's Day 2014", "2014-05-11"},
		{"Eid al-Fitr 2019", "2019-06-04"}, {"Eid al-Adha 2013", "2013-10-15"}, {"Presidents Day 2017", "2017-02-20"},
	} {
		es := Find(c.name, ref)
		if len(es) != 1 || es[0].End != len(c.name) || es[0].Value.Value != c.want {
			t.Errorf("%s: %s, want %s", c.name, render(c.name, es), c.want)
		}
	}
}

// TestCalendar checks the arithmetic against package time.
func TestCalendar(t *testing.T) {
	for n := -800000; n < 800000; n += 37 {
		want := time.Unix(int64(n)*86400, 0).UTC()
		y, m, d := civil(n)
		if y != want.Year() || m != int(want.Month()) || d != want.Day() || dayNumber(y, m, d) != n {
			t.Fatalf("day %d is %d-%d-%d, want %v", n, y, m, d, want)
		}
		iy, iw := isoWeek(n)
		wy, ww := want.ISOWeek()
		if iy != wy || iw != ww || weekdayOf(n) != (int(want.Weekday())+6)%7+1 || weekStart(iy, iw) != n-weekdayOf(n)+1 {
			t.Fatalf("week of %v is %d-W%d, want %d-W%d", want, iy, iw, wy, ww)
		}
	}
}
