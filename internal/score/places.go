package score

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/gazetteer"
	"github.com/dateline-go/dateline/internal/corpus"
)

// RightKm is the distance within which a place counts as right: 100 miles, the
// customary bound of geoparsing studies.
const RightKm = 161

// A PlaceAnswer is a system's mention with the place it was given.
type PlaceAnswer struct {
	Start, End int // bytes, half-open
	Kind       kind.Kind
	Place      *gazetteer.Place // nil where none was given
}

// Places scores places against gold toponyms that have coordinates. Toponyms
// without them count nowhere: a mention that overlaps nothing else is ignored.
//
// A toponym that names a country or a first-level unit is right when that very
// unit is given; every other is right within RightKm. Where the gold has ids,
// its feature says which toponyms those are; where it links to articles, the
// article's title does, see Units.
//
// The zero value is ready for use.
type Places struct {
	// Units finds countries and first-level units by name, for gold that has
	// titles and no ids. nil means that distance alone decides there.
	Units func(name string) []gazetteer.Place
	// Candidates lists every place that a name may stand for. With it, wrong
	// answers are told apart by whether the right place was among them.
	Candidates func(name string) []gazetteer.Place

	Given  GivenPlaces // spans given, places asked
	Text   TextPlaces  // nothing given but the text
	Errors []PlaceError
}

// GivenPlaces counts answers to given spans.
type GivenPlaces struct {
	Toponyms int // with coordinates
	Right    int // by identity or distance
	Near     int // by distance alone
	None     int // no place given
	Km       []float64
}

// TextPlaces counts mentions found in raw text.
type TextPlaces struct {
	Gold      int // toponyms with coordinates
	Found     int // of these, overlapped by a mention
	Located   int // of these, overlapped by a mention with the right place
	Mentions  int // PLACE mentions, and others that overlap the gold
	Matched   int // of these, overlapping a toponym with coordinates
	Correct   int // of these, with the right place
	Unplaced  int // PLACE mentions without a place that overlap no toponym
	NoPoint   int // PLACE mentions that overlap only toponyms without coordinates; in none of the counts above
	Documents int
}

// A PlaceError is one toponym that was got wrong, or one false mention.
type PlaceError struct {
	Doc, Name string
	Start     int
	Cause     Cause
	Raw       bool // whether the spans were found in raw text
	Gold      corpus.Toponym
	Got       *gazetteer.Place
	Km        float64 // from the gold's point, NaN where no place was given
}

// Cause is the reason of an error.
type Cause uint8

// The causes of errors.
const (
	NoCandidate   Cause = iota // the gazetteer has no such place under that name
	WrongRanking               // it has, and another was preferred
	Withheld                   // it has, and no place was given
	GoldOdd                    // the place given seems right, but the gold's point or unit is another
	NotRecognised              // no mention overlaps the toponym
	False                      // a PLACE mention that overlaps no toponym
	causes
)

var causeNames = [causes]string{"no candidate", "wrong ranking", "none given", "gold odd", "not recognised", "false mention"}

func (c Cause) String() string {
	if c < causes {
		return causeNames[c]
	}
	return fmt.Sprintf("Cause(%d)", uint8(c))
}

// AddGiven scores the places given to the toponyms of doc, in their order, nil
// for none.
func (s *Places) AddGiven(doc *corpus.PlaceText, places []*gazetteer.Place) error {
	if len(places) != len(doc.Toponyms) {
		return fmt.Errorf("document %s: %d places for %d toponyms", doc.ID, len(places), len(doc.Toponyms))
	}
	for i, t := range doc.Toponyms {
		if !t.HasPoint {
			continue
		}
		s.Given.Toponyms++
		p := places[i]
		km := math.NaN()
		if p == nil {
			s.Given.None++
		} else {
			km = Km(t.Lat, t.Lon, p.Lat, p.Lon)
			s.Given.Km = append(s.Given.Km, km)
			if km <= RightKm {
				s.Given.Near++
			}
		}
		if s.right(&t, p) {
			s.Given.Right++
			continue
		}
		s.Errors = append(s.Errors, PlaceError{Doc: doc.ID, Name: t.Name, Start: t.Start, Cause: s.cause(&t, p), Gold: t, Got: p, Km: km})
	}
	return nil
}

// AddText scores the mentions that were found in the raw text of doc. They
// must be sorted and must not overlap. NORP and ORG mentions count where they
// overlap a toponym and are never false; PERSON, MISC and DATE do not count.
func (s *Places) AddText(doc *corpus.PlaceText, found []PlaceAnswer) {
	s.Text.Documents++
	goldFound := make([]bool, len(doc.Toponyms))
	goldRight := make([]bool, len(doc.Toponyms))
	got := make([]*gazetteer.Place, len(doc.Toponyms))
	j := 0
	for _, m := range found {
		switch m.Kind {
		case kind.Place:
		case kind.NORP, kind.Org:
			if m.Place == nil {
				continue
			}
		default:
			continue
		}
		for j < len(doc.Toponyms) && doc.Toponyms[j].End <= m.Start {
			j++
		}
		overlap, point, right := false, false, false
		for k := j; k < len(doc.Toponyms) && doc.Toponyms[k].Start < m.End; k++ {
			t := &doc.Toponyms[k]
			overlap = true
			if !t.HasPoint {
				continue
			}
			point, goldFound[k] = true, true
			if got[k] == nil {
				got[k] = m.Place
			}
			if s.right(t, m.Place) {
				right, goldRight[k] = true, true
			}
		}
		switch {
		case point:
			s.Text.Mentions++
			s.Text.Matched++
			if right {
				s.Text.Correct++
			}
		case overlap:
			if m.Kind == kind.Place {
				s.Text.NoPoint++
			}
		case m.Kind == kind.Place:
			s.Text.Mentions++
			if m.Place == nil {
				s.Text.Unplaced++
			}
			s.Errors = append(s.Errors, PlaceError{Doc: doc.ID, Name: doc.Text[m.Start:m.End], Start: m.Start, Cause: False, Raw: true, Got: m.Place, Km: math.NaN()})
		}
	}
	for k := range doc.Toponyms {
		t := &doc.Toponyms[k]
		if !t.HasPoint {
			continue
		}
		s.Text.Gold++
		e := PlaceError{Doc: doc.ID, Name: t.Name, Start: t.Start, Raw: true, Gold: *t, Got: got[k], Km: math.NaN()}
		if got[k] != nil {
			e.Km = Km(t.Lat, t.Lon, got[k].Lat, got[k].Lon)
		}
		switch {
		case !goldFound[k]:
			e.Cause = NotRecognised
			s.Errors = append(s.Errors, e)
		case !goldRight[k]:
			s.Text.Found++
			e.Cause = s.cause(t, got[k])
			s.Errors = append(s.Errors, e)
		default:
			s.Text.Found++
			s.Text.Located++
		}
	}
}

// Accuracy is the share of toponyms with given spans that are right.
func (g *GivenPlaces) Accuracy() float64 { return ratio(g.Right, g.Toponyms) }

// AccuracyKm is the share that lies within RightKm, identity disregarded.
func (g *GivenPlaces) AccuracyKm() float64 { return ratio(g.Near, g.Toponyms) }

// Recognition is precision and recall of spans by overlap.
func (t *TextPlaces) Recognition() (precision, recall float64) {
	return ratio(t.Matched, t.Mentions), ratio(t.Found, t.Gold)
}

// EndToEnd is precision and recall of spans with the right place.
func (t *TextPlaces) EndToEnd() (precision, recall float64) {
	return ratio(t.Correct, t.Mentions), ratio(t.Located, t.Gold)
}

// PlacedOnly is t with the PLACE mentions left out that overlap nothing and
// were given no place: what a caller sees who drops places without an entry.
func (t TextPlaces) PlacedOnly() TextPlaces {
	t.Mentions -= t.Unplaced
	t.Unplaced = 0
	return t
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func f1(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Print writes the score as text.
func (s *Places) Print(w io.Writer) error {
	var sb strings.Builder
	if g := &s.Given; g.Toponyms > 0 {
		fmt.Fprintf(&sb, "spans given: %d toponyms with coordinates, %d without a place\n", g.Toponyms, g.None)
		fmt.Fprintf(&sb, "  accuracy@%dkm, units by identity  %5.1f %%\n", RightKm, 100*g.Accuracy())
		fmt.Fprintf(&sb, "  accuracy@%dkm, distance alone     %5.1f %%\n", RightKm, 100*g.AccuracyKm())
	}
	if t := s.Text; t.Documents > 0 {
		fmt.Fprintf(&sb, "raw text: %d toponyms with coordinates, %d mentions counted\n", t.Gold, t.Mentions)
		fmt.Fprintf(&sb, "                                      P      R      F1\n")
		for _, v := range []struct {
			name string
			t    TextPlaces
		}{{"", t}, {", with a place", t.PlacedOnly()}} {
			p, r := v.t.Recognition()
			fmt.Fprintf(&sb, "  %-32s %.3f  %.3f  %.3f\n", "recognition"+v.name, p, r, f1(p, r))
			p, r = v.t.EndToEnd()
			fmt.Fprintf(&sb, "  %-32s %.3f  %.3f  %.3f\n", "end to end"+v.name, p, r, f1(p, r))
		}
	}
	_, err := io.WriteString(w, sb.String())
	return err
}

// PrintErrors writes the table of errors by cause and, of each cause, the most
// frequent names with what was given for them.
func (s *Places) PrintErrors(w io.Writer, examples int) error {
	var sb strings.Builder
	for _, raw := range []bool{false, true} {
		var count [causes]int
		total := 0
		for i := range s.Errors {
			if s.Errors[i].Raw == raw {
				count[s.Errors[i].Cause]++
				total++
			}
		}
		if total == 0 {
			continue
		}
		if raw {
			sb.WriteString("errors from raw text\n")
		} else {
			sb.WriteString("errors with spans given\n")
		}
		for c := range causes {
			if count[c] == 0 {
				continue
			}
			fmt.Fprintf(&sb, "  %-15s %5d  %5.1f %%\n", c, count[c], 100*ratio(count[c], total))
			for _, ex := range s.examples(raw, c, examples) {
				fmt.Fprintf(&sb, "      %s\n", ex)
			}
		}
	}
	_, err := io.WriteString(w, sb.String())
	return err
}

func (s *Places) examples(raw bool, c Cause, n int) []string {
	if n <= 0 {
		return nil
	}
	count := map[string]int{}
	for i := range s.Errors {
		e := &s.Errors[i]
		if e.Raw != raw || e.Cause != c {
			continue
		}
		line := fmt.Sprintf("%q", e.Name)
		if c != False {
			if e.Gold.HasPoint {
				line += fmt.Sprintf(" gold %d %s (%.2f, %.2f)", e.Gold.ID, e.Gold.Feature, e.Gold.Lat, e.Gold.Lon)
			}
		}
		if e.Got != nil {
			line += fmt.Sprintf(" got %d %s %s/%s/%s (%.2f, %.2f)", e.Got.ID, e.Got.Feature, e.Got.Name, e.Got.Admin1, e.Got.Country, e.Got.Lat, e.Got.Lon)
		}
		count[line]++
	}
	lines := make([]string, 0, len(count))
	for line := range count {
		lines = append(lines, line)
	}
	slices.SortFunc(lines, func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	for i, line := range lines {
		lines[i] = fmt.Sprintf("%4d× %s", count[line], line)
	}
	return lines[:min(n, len(lines))]
}

// right says whether p is the place that t names.
func (s *Places) right(t *corpus.Toponym, p *gazetteer.Place) bool {
	if p == nil {
		return false
	}
	if t.ID != 0 && p.ID == t.ID {
		return true
	}
	if t.ID != 0 && isUnit(t.Feature) {
		return false
	}
	if t.Title != "" && s.Units != nil && isUnit(p.Feature) {
		if u := s.unit(t); u != nil {
			return u.Ref == p.Ref
		}
	}
	return Km(t.Lat, t.Lon, p.Lat, p.Lon) <= RightKm
}

// isUnit says whether a feature, with or without its class, is that of a
// country, a territory or a first-level unit.
func isUnit(feature string) bool {
	if i := strings.IndexByte(feature, '.'); i >= 0 {
		feature = feature[i+1:]
	}
	return strings.HasPrefix(feature, "PCL") || feature == "ADM1"
}

// How far a unit's point may lie from the gold's.
const (
	countryKm = 3500.0
	unitKm    = 1000.0
)

// unit is the country or first-level unit that the gold's title names, or nil.
// A country's point may lie anywhere in it. First-level units share their
// names with cities, so these must also lie near the gold's point.
func (s *Places) unit(t *corpus.Toponym) *gazetteer.Place {
	title, paren, _ := strings.Cut(t.Title, " (")
	title, _, city := strings.Cut(title, ",")
	if city {
		return nil
	}
	var best *gazetteer.Place
	bestKm := countryKm
	isCountry := false
	for _, p := range s.Units(title) {
		km := Km(t.Lat, t.Lon, p.Lat, p.Lon)
		switch c := strings.HasPrefix(p.Feature, "PCL"); {
		case c && (paren == "" || strings.HasPrefix(paren, "country")):
			if !isCountry || km < bestKm {
				best, bestKm, isCountry = &p, km, km < countryKm
			}
		case isUnit(p.Feature) && !isCountry && km < min(bestKm, unitKm):
			best, bestKm = &p, km
		}
	}
	if bestKm >= countryKm {
		return nil
	}
	return best
}

// largeKm is how far apart two sources may put the points of one sea,
// continent, river or region.
const largeKm = 1500

func isLarge(feature string) bool {
	switch feature {
	case "CONT", "OCN", "SEA", "GULF", "RGN", "ZN", "STM", "MTS", "ISL", "ISLS", "PEN", "DSRT", "LK", "BAY", "STRT":
		return true
	}
	return false
}

func (s *Places) cause(t *corpus.Toponym, p *gazetteer.Place) Cause {
	if p != nil && t.ID == 0 && t.Title != "" && s.Units != nil {
		if u := s.unit(t); u != nil && u.Ref != p.Ref && Km(t.Lat, t.Lon, p.Lat, p.Lon) <= RightKm {
			return GoldOdd // its link and its point name two units
		}
	}
	if p != nil && isLarge(p.Feature) && Km(t.Lat, t.Lon, p.Lat, p.Lon) <= largeKm {
		return GoldOdd
	}
	if s.Candidates != nil {
		any := false
		for _, c := range s.Candidates(t.Name) {
			if c.ID != 0 && c.ID == t.ID && Km(t.Lat, t.Lon, c.Lat, c.Lon) > 3*RightKm && !isUnit(t.Feature) {
				return GoldOdd
			}
			any = any || s.right(t, &c)
		}
		if !any {
			return NoCandidate
		}
	}
	if p == nil {
		return Withheld
	}
	return WrongRanking
}

// Km is the great-circle distance of two points in kilometres.
func Km(lat1, lon1, lat2, lon2 float64) float64 {
	const radius, rad = 6371.0088, math.Pi / 180
	a, b := math.Sin((lat2-lat1)*rad/2), math.Sin((lon2-lon1)*rad/2)
	h := a*a + math.Cos(lat1*rad)*math.Cos(lat2*rad)*b*b
	return 2 * radius * math.Asin(math.Sqrt(min(1, h)))
}
