package gazetteer

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/flat"
)

// An Entry is a place to be put into a gazetteer, with the names it is found by.
// An entry without a Name holds nationality words that refer to no place.
type Entry struct {
	Place             // Ref may stay empty for a place with an ID
	Admin1Code string // GeoNames code of the first-level unit, such as PK.05
	Names      []Name // names besides Place.Name, which counts as Primary
	Prominence uint8  // how well known, 1 to 255; 0 stands for Prominence(Feature, Population)
}

// A Name is one name of an Entry.
type Name struct {
	Text  string
	Class NameClass
}

// ErrEntry is wrapped by the error for an entry that cannot be stored.
var ErrEntry = errors.New("bad gazetteer entry")

// Encode returns the gazetteer file with the entries. The same entries in any
// order give the same bytes. version is what DataVersion will return.
func Encode(entries []Entry, version string) ([]byte, error) {
	e := &encoder{strIndex: map[string]uint32{}}
	if strings.ContainsAny(version, "\r\n") {
		return nil, fmt.Errorf("gazetteer: version %q has a line break: %w", version, ErrEntry)
	}
	for i := range entries {
		en := &entries[i]
		if en.Name == "" {
			e.orphans = append(e.orphans, en)
			continue
		}
		if err := check(en); err != nil {
			return nil, err
		}
		e.rows = append(e.rows, encRow{en, int32(math.Round(en.Lat * coordUnit)), int32(math.Round(en.Lon * coordUnit))})
	}
	if len(e.rows) >= noRow {
		return nil, fmt.Errorf("gazetteer: %d entries are too many: %w", len(e.rows), ErrEntry)
	}
	slices.SortFunc(e.rows, func(a, b encRow) int {
		return cmp.Or(
			cmp.Compare(cellOf(a.lat, a.lon), cellOf(b.lat, b.lon)),
			cmp.Compare(a.Country, b.Country), cmp.Compare(a.Admin1Code, b.Admin1Code), cmp.Compare(a.Admin2, b.Admin2),
			cmp.Compare(a.Feature, b.Feature), cmp.Compare(a.lat, b.lat), cmp.Compare(a.lon, b.lon),
			cmp.Compare(a.ID, b.ID), cmp.Compare(a.Ref, b.Ref), cmp.Compare(a.Name, b.Name))
	})
	rows, err := e.encodeRows()
	if err != nil {
		return nil, err
	}
	buckets, keys, postings, err := e.encodeNames()
	if err != nil {
		return nil, err
	}
	ids, refs := e.encodeIDs()
	cells := e.encodeCells()
	return flat.Encode(fileMagic, fileVersion, []flat.Section{
		{Name: "meta", Data: fmt.Appendf(nil, "version: %s\n", version)},
		{Name: "strings", Data: e.strs}, {Name: "rows", Data: rows}, {Name: "cells", Data: cells},
		{Name: "id", Data: e.id}, {Name: "names", Data: e.names}, {Name: "name16", Data: e.name16}, {Name: "people", Data: e.people}, {Name: "admin2of", Data: e.admin2of},
		{Name: "buckets", Data: buckets}, {Name: "keys", Data: keys}, {Name: "postings", Data: postings},
		{Name: "ids", Data: ids}, {Name: "refs", Data: refs}, {Name: "features", Data: e.features},
		{Name: "country", Data: e.countries}, {Name: "admin1", Data: e.admin1}, {Name: "admin2", Data: e.admin2},
	})
}

// check refuses what the format cannot hold.
func check(en *Entry) error {
	bad := func(what string, v any) error {
		return fmt.Errorf("gazetteer: entry %q (%s): %s %v: %w", en.Name, refOf(en), what, v, ErrEntry)
	}
	switch {
	case !(en.Lat >= -90 && en.Lat <= 90):
		return bad("latitude", en.Lat)
	case !(en.Lon >= -180 && en.Lon <= 180):
		return bad("longitude", en.Lon)
	case en.ID < 0 || en.ID >= highBit:
		return bad("id", en.ID)
	case en.ID == 0 && strings.HasPrefix(en.Ref, geonamesPrefix), en.ID != 0 && en.Ref != "" && en.Ref != fmt.Sprint(geonamesPrefix, en.ID):
		return bad("ref that contradicts id", en.Ref)
	case len(en.Country) != 0 && len(en.Country) != 2:
		return bad("country", en.Country)
	case en.Population < 0:
		return bad("population", en.Population)
	}
	for _, s := range []string{en.Name, en.Ref, en.Admin1, en.Admin1Code, en.Admin2, en.Feature} {
		if len(s) > 255 {
			return bad("string longer than 255 bytes", s[:20]+"…")
		}
	}
	return nil
}

// refOf returns an entry's ref as it will read.
func refOf(en *Entry) string {
	if en.ID != 0 {
		return fmt.Sprint(geonamesPrefix, en.ID)
	}
	return en.Ref
}

type encoder struct {
	rows    []encRow
	orphans []*Entry

	strs     []byte
	strIndex map[string]uint32

	features, countries, admin1, admin2 []byte
	id, names, name16, people, admin2of []byte
}

type encRow struct {
	*Entry
	lat, lon int32
}

func (r *encRow) prominence() uint8 {
	if r.Prominence != 0 {
		return r.Prominence
	}
	return Prominence(r.Feature, r.Population)
}

// str files a string of at most 255 bytes and returns its offset.
func (e *encoder) str(s string) uint32 {
	if off, ok := e.strIndex[s]; ok {
		return off
	}
	off := uint32(len(e.strs))
	e.strs = append(append(e.strs, byte(len(s))), s...)
	e.strIndex[s] = off
	return off
}

// unitKey names an administrative unit: country, code and name of the first
// level, name of the second.
type unitKey struct{ country, code, name1, name2 string }

func (e *encoder) encodeRows() ([]byte, error) {
	le := binary.LittleEndian
	var features, countries []string
	var units1, units2 []unitKey
	for i := range e.rows {
		r := &e.rows[i]
		features = append(features, r.Feature)
		countries = append(countries, r.Country)
		units1 = append(units1, unitKey{r.Country, r.Admin1Code, r.Admin1, ""})
		units2 = append(units2, unitKey{r.Country, r.Admin1Code, r.Admin1, r.Admin2})
	}
	features = sorted(features, cmp.Compare[string])
	countries = sorted(countries, cmp.Compare[string])
	units1 = sorted(units1, compareUnits)
	units2 = sorted(units2, compareUnits)
	countries = slices.DeleteFunc(countries, func(c string) bool { return c == "" })
	units1 = slices.DeleteFunc(units1, func(u unitKey) bool { return u.code == "" && u.name1 == "" })
	units2 = slices.DeleteFunc(units2, func(u unitKey) bool { return u.name2 == "" })
	for _, lim := range []struct {
		what   string
		n, max int
	}{{"feature codes", len(features), 1 << 16}, {"countries", len(countries), 255}, {"first-level units", len(units1), 1<<16 - 1}, {"second-level units", len(units2), 1<<24 - 1}} {
		if lim.n > lim.max {
			return nil, fmt.Errorf("gazetteer: %d %s, the format holds %d: %w", lim.n, lim.what, lim.max, ErrEntry)
		}
	}

	country1, unit1, unit2 := e.unitRows()
	for _, f := range features {
		e.features = le.AppendUint32(e.features, e.str(f))
	}
	for _, c := range countries {
		e.countries = append(e.countries, c[0], c[1], 0, 0)
		e.countries = le.AppendUint32(e.countries, country1[c])
	}
	for _, u := range units1 {
		e.admin1 = le.AppendUint32(e.admin1, e.str(u.code))
		e.admin1 = le.AppendUint32(e.admin1, e.str(u.name1))
		e.admin1 = le.AppendUint32(e.admin1, unit1[u.code])
	}
	for _, u := range units2 {
		e.admin2 = le.AppendUint32(e.admin2, e.str(u.name2))
		e.admin2 = le.AppendUint32(e.admin2, unit2[unitKey{u.country, u.code, "", u.name2}])
	}

	out := make([]byte, 0, len(e.rows)*rowLen)
	for i := range e.rows {
		r := &e.rows[i]
		f, _ := slices.BinarySearch(features, r.Feature)
		c, hasC := slices.BinarySearch(countries, r.Country)
		a1, has1 := slices.BinarySearchFunc(units1, unitKey{r.Country, r.Admin1Code, r.Admin1, ""}, compareUnits)
		a2, has2 := slices.BinarySearchFunc(units2, unitKey{r.Country, r.Admin1Code, r.Admin1, r.Admin2}, compareUnits)
		id := uint32(r.ID)
		if id == 0 && r.Ref != "" {
			id = highBit | e.str(r.Ref)
		}
		e.id = le.AppendUint32(e.id, id)
		if i%nameStep == 0 {
			e.name16 = le.AppendUint32(e.name16, uint32(len(e.names)))
		}
		e.names = append(append(e.names, byte(len(r.Name))), r.Name...)
		e.people = le.AppendUint32(e.people, uint32(min(r.Population, math.MaxUint32)))
		e.admin2of = appendUint24(e.admin2of, uint32(plusOne(a2, has2)))
		out = le.AppendUint16(out, uint16(plusOne(a1, has1)))
		out = append(out, byte(plusOne(c, hasC)))
		out = le.AppendUint16(out, uint16(f))
		out = append(out, r.prominence())
		out = appendUint24(out, uint32(r.lat))
		out = appendUint24(out, uint32(r.lon))
	}
	if uint64(len(e.strs)+len(e.names)) >= highBit {
		return nil, fmt.Errorf("gazetteer: %d bytes of names are too many: %w", len(e.strs)+len(e.names), ErrEntry)
	}
	return out, nil
}

func appendUint24(b []byte, v uint32) []byte { return append(b, byte(v), byte(v>>8), byte(v>>16)) }

// plusOne is 1 + i for an index that was found, else 0.
func plusOne(i int, found bool) int {
	if !found {
		return 0
	}
	return i + 1
}

// sorted sorts and removes doubles.
func sorted[T comparable](s []T, compare func(a, b T) int) []T {
	slices.SortFunc(s, compare)
	return slices.Compact(s)
}

func compareUnits(a, b unitKey) int {
	return cmp.Or(cmp.Compare(a.code, b.code), cmp.Compare(a.name1, b.name1), cmp.Compare(a.country, b.country), cmp.Compare(a.name2, b.name2))
}

// unitRows finds the row (+ 1) that stands for each country, first-level unit
// (by code) and second-level unit: the most prominent one of the right feature.
func (e *encoder) unitRows() (country, unit1 map[string]uint32, unit2 map[unitKey]uint32) {
	country, unit1, unit2 = map[string]uint32{}, map[string]uint32{}, map[unitKey]uint32{}
	better := func(old uint32, i int) bool {
		return old == 0 || e.rows[i].prominence() > e.rows[old-1].prominence()
	}
	for i := range e.rows {
		r := &e.rows[i]
		n := uint32(i + 1)
		switch f := r.Feature; {
		case isCountry(f):
			if better(country[r.Country], i) {
				country[r.Country] = n
			}
		case f == "ADM1" && r.Admin1Code != "":
			if better(unit1[r.Admin1Code], i) {
				unit1[r.Admin1Code] = n
			}
		case f == "ADM2":
			name := r.Admin2
			if name == "" {
				name = r.Name
			}
			if k := (unitKey{r.Country, r.Admin1Code, "", name}); better(unit2[k], i) {
				unit2[k] = n
			}
		}
	}
	return country, unit1, unit2
}

// isCountry reports whether a feature code is that of a country or of a
// territory with an ISO code of its own.
func isCountry(feature string) bool {
	return strings.HasPrefix(feature, "PCL") && feature != "PCLH" || feature == "TERR"
}

// encKey is one name of one row.
type encKey struct {
	hash    uint64
	posting uint32
	prom    uint8
}

func (e *encoder) encodeNames() (buckets, keys, postings []byte, err error) {
	le := binary.LittleEndian
	var all []encKey
	var buf []byte
	add := func(name string, class NameClass, row uint32, prom uint8) {
		if len(name) > maxName || class >= numClasses {
			return
		}
		if buf = AppendFold(buf[:0], name); len(buf) > 0 {
			all = append(all, encKey{hashName(buf), uint32(class)<<classBits | row, prom})
		}
	}
	for i := range e.rows {
		r := &e.rows[i]
		p := r.prominence()
		add(r.Name, Primary, uint32(i), p)
		for _, n := range r.Names {
			add(n.Text, n.Class, uint32(i), p)
		}
	}
	for _, o := range e.orphans {
		for _, n := range o.Names {
			add(n.Text, Demonym, noRow, 0)
		}
	}

	// One posting for each name and row: the one of the best class.
	slices.SortFunc(all, func(a, b encKey) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.posting&rowMask, b.posting&rowMask), cmp.Compare(a.posting, b.posting))
	})
	all = slices.CompactFunc(all, func(a, b encKey) bool {
		return a.hash == b.hash && a.posting&rowMask == b.posting&rowMask
	})
	slices.SortStableFunc(all, func(a, b encKey) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), compareCandidates(a.candidate(), b.candidate()), cmp.Compare(a.posting, b.posting))
	})
	distinct := 0
	for i := range all {
		if i == 0 || all[i].hash != all[i-1].hash {
			distinct++
		}
	}
	b := uint(max(bits.Len(uint(distinct))-3, 0)) // 4 to 8 keys a bucket
	starts := make([]uint32, 1<<b+1)
	count := uint32(0)
	for i := 0; i < len(all); {
		j := i + 1
		fp := all[i].hash << b >> 32
		bucket := all[i].hash >> 1 >> (63 - b)
		for j < len(all) && all[j].hash<<b>>32 == fp && all[j].hash>>1>>(63-b) == bucket {
			j++
		}
		value := all[i].posting
		if j > i+1 {
			off := len(postings) / 4
			if uint64(off) >= highBit {
				return nil, nil, nil, fmt.Errorf("gazetteer: too many names: %w", ErrEntry)
			}
			value = highBit | uint32(off)
			postings = le.AppendUint32(postings, uint32(j-i))
			for _, k := range all[i:j] {
				postings = le.AppendUint32(postings, k.posting)
			}
		}
		keys = le.AppendUint32(keys, uint32(fp))
		keys = le.AppendUint32(keys, value)
		count++
		starts[bucket+1] = count
		i = j
	}
	for i := range starts { // buckets without keys start where the one before them ended
		if i > 0 {
			starts[i] = max(starts[i], starts[i-1])
		}
		buckets = le.AppendUint32(buckets, starts[i])
	}
	return buckets, keys, postings, nil
}

func (k encKey) candidate() Candidate {
	return Candidate{Class: NameClass(k.posting >> classBits), Prominence: k.prom}
}

// encodeIDs lists row numbers by GeoNames id and by other ref.
func (e *encoder) encodeIDs() (ids, refs []byte) {
	var byID, byRef []uint32
	for i := range e.rows {
		switch r := &e.rows[i]; {
		case r.ID != 0:
			byID = append(byID, uint32(i))
		case r.Ref != "":
			byRef = append(byRef, uint32(i))
		}
	}
	slices.SortStableFunc(byID, func(a, b uint32) int { return cmp.Compare(e.rows[a].ID, e.rows[b].ID) })
	slices.SortStableFunc(byRef, func(a, b uint32) int { return cmp.Compare(e.rows[a].Ref, e.rows[b].Ref) })
	for _, i := range byID {
		ids = binary.LittleEndian.AppendUint32(ids, i)
	}
	for _, i := range byRef {
		refs = binary.LittleEndian.AppendUint32(refs, i)
	}
	return ids, refs
}

// encodeCells lists where each cell's rows begin; the rows are in cell order.
func (e *encoder) encodeCells() []byte {
	cells := make([]byte, 0, 4*(numCells+1))
	i := 0
	for c := 0; c <= numCells; c++ {
		for i < len(e.rows) && cellOf(e.rows[i].lat, e.rows[i].lon) < c {
			i++
		}
		cells = binary.LittleEndian.AppendUint32(cells, uint32(i))
	}
	return cells
}
