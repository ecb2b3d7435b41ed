package layout

import "testing"

func FuzzFind(f *testing.F) {
	f.Add("Ferry sinks\n\nOSLO, Norway, Nov. 3 (AP) — A ferry sank.\nRead more:\n* Five\n")
	f.Add("(Lima, 12 March) (ANSA) - Rome - /TASS/. EFE.- D.C. \xff\xe2\x80\x94\xe2\x80\n©\n(c) 20")
	f.Add("By X | Y | LABWEH, Bekaa\n\u00a0\ufeff12:40, 3 FEB\nFollow @x\na/b\n")
	f.Fuzz(func(t *testing.T, text string) {
		l := Find(text)
		check := func(what string, s Span, lo, hi int) {
			if s.Empty() {
				return
			}
			if s.Start < lo || s.End > hi {
				t.Fatalf("%s %v outside %d to %d of %q", what, s, lo, hi, text)
			}
		}
		check("headline", l.Headline, 0, len(text))
		pos := 0
		for _, s := range l.Furniture {
			if s.Empty() {
				t.Fatalf("empty furniture in %q", text)
			}
			check("furniture", s, pos, len(text))
			pos = s.End
		}
		if d := l.Dateline; d != nil {
			if d.Empty() {
				t.Fatalf("empty dateline in %q", text)
			}
			check("dateline", d.Span, 0, len(text))
			pos = d.Start
			for _, p := range d.Places {
				check("place", p, pos, d.End)
				pos = p.End
			}
			check("date", d.Date, d.Start, d.End)
			check("agency", d.Agency, 0, len(text))
		}
	})
}
