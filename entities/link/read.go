package link

import (
	"strings"

	"github.com/dateline-go/dateline/entities/kind"
)

// read cuts every mention into words and finds the distinct names.
func (l *Linker) read(text string, ms []Mention, known *Names) {
	firstLine := strings.IndexByte(text, '\n') // -1 where there is none
	l.titles = append(l.titles[:0], make([]string, len(ms))...)
	for i := range ms {
		if l.stopped(i) {
			return
		}
		m := &ms[i]
		if m.Kind == kind.Date || m.Kind == kind.None {
			l.nameOf = append(l.nameOf, -1)
			continue
		}
		look := classes
		if m.Kind == kind.Person {
			look = givenNames
		}
		l.words = foldWords(l.words[:0], text[m.Start:m.End], m.Start, look)
		n := name{kind: m.Kind, parts: int32(len(l.parts)), mention: int32(i), first: int32(i), entity: -1, last: -1, bearer: -1, body: -1}
		if m.Start > firstLine {
			n.body = int32(i)
		}
		switch m.Kind {
		case kind.Person:
			l.readPerson(text, ms, i, &n)
		case kind.NORP:
			l.readGroup(text, m, &n)
		default:
			l.readBody(text, ms, i, &n)
		}
		n.shouted = shouted(l.words)
		id := l.internName(text, ms, n)
		l.nameOf = append(l.nameOf, id)
		if known != nil {
			if k := known.find(&l.words, text[m.Start:m.End], m.Kind); k >= 0 {
				l.uniteBy(mix(mix(knownKey, uint64(k)), uint64(m.Kind)), id)
			}
		}
		if m.Kind == kind.Org && islamicState(text[m.Start:m.End]) {
			l.uniteBy(islamicStateKey, id)
		}
	}
}

// internName returns the number of a name, a new one where the document has
// not had it yet.
func (l *Linker) internName(text string, ms []Mention, n name) int32 {
	n.n = int32(len(l.parts)) - n.parts
	key := mix(hashSeed, uint64(n.kind)) ^ n.qualifier
	for _, p := range l.parts[n.parts:] {
		key = mix(key, p.hash)
	}
	key = mix(key, uint64(n.junior))
	if n.kind == kind.Person && n.n == 1 {
		key = mix(key, uint64(n.gender)) // Mr. Clinton is not Mrs. Clinton
	}
	m := &ms[n.mention]
	if n.n == 0 {
		// No letter to tell names by: the text itself does.
		for i := m.Start; i < m.End; i++ {
			key = mix(key, uint64(text[i]))
		}
	}
	var ref uint64
	if m.Kind == kind.Place && m.Place != "" && !(m.Area && facility(text[m.Start:m.End])) {
		ref = textHash(m.Place)
		key = mix(key, ref)
		n.placed = true
	}
	if id := l.intern.get(key); id >= 0 {
		old := &l.names[id]
		l.parts = l.parts[:n.parts]
		if old.shouted && !n.shouted || old.implied && !n.implied {
			old.mention, old.shouted, old.implied = n.mention, n.shouted, n.implied
		}
		if n.gender != 0 && (old.gender == 0 || old.gender == 'F') {
			old.gender = n.gender
		}
		if old.body < 0 {
			old.body = n.body
		}
		return id
	}
	id := int32(len(l.names))
	n.parent = id
	n.apart = m.Start > 0 && text[m.Start-1] == '('
	l.names = append(l.names, n)
	l.intern.put(key, id)
	if ref != 0 {
		// One gazetteer entry is one place, whatever it is called.
		l.uniteBy(ref, id)
	}
	return id
}

// uniteBy unites all names that have a key in common.
func (l *Linker) uniteBy(key uint64, id int32) {
	if first := l.refs.get(key); first >= 0 {
		l.unite(first, id)
	} else {
		l.refs.put(key, id)
	}
}

// Keys of uniteBy beside those of places.
const (
	knownKey        = 0x6b6e6f776e
	islamicStateKey = 0x69732d6973
)

// islamicState knows the names of the one group that news calls by six names,
// often in one story and without saying so.
func islamicState(s string) bool {
	switch len(s) {
	case 2:
		return s == "IS"
	case 4:
		return s == "ISIS" || s == "ISIL" || s == "I.S."
	case 5:
		return s == "Daesh" || s == "Daish" || s == "Da'esh" || s == "DAESH"
	case 7, 8:
		return s == "Da’esh" || s == "I.S.I.S."
	}
	return len(s) >= 13 && strings.EqualFold(s[:13], "Islamic State") && (len(s) == 13 || strings.HasPrefix(s[13:], " of Iraq") || strings.HasPrefix(s[13:], " in Iraq") || strings.HasPrefix(s[13:], " group"))
}

// facility reports whether a name ends with the word for a building or site. A
// place resolved to the town that it lies in is not that town.
func facility(s string) bool {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return false
	}
	switch s[i+1:] {
	case "Airport", "airport", "Zoo", "zoo", "Center", "Centre", "Stadium", "stadium", "Park", "Parks", "Reservoir", "Hospital", "School", "University", "College",
		"Street", "Road", "Avenue", "Boulevard", "Lane", "Drive", "Square", "Bridge", "Tunnel", "Prison", "prison", "Jail", "Camp", "camp", "Base", "base", "Barracks",
		"Church", "Cathedral", "Mosque", "Temple", "Synagogue", "Cemetery", "Hotel", "Inn", "Mall", "Market", "Museum", "Theatre", "Theater", "Library", "Courthouse",
		"Hall", "Tower", "Towers", "Building", "House", "Palace", "Castle", "Arena", "Field", "Ground", "Garden", "Gardens", "Station", "station", "Terminal", "Port", "Harbor", "Harbour",
		"Dam", "Plant", "Mine", "Farm", "Ranch", "Lab", "Laboratory", "Observatory", "Club", "Restaurant", "Bar", "Cafe", "Gate", "Plaza", "Arcade", "Highway", "Expressway", "Interstate", "Route", "Checkpoint", "Crossing", "Monument", "Memorial", "Shrine":
		return true
	}
	return false
}

func textHash(s string) uint64 {
	h := uint64(hashSeed)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return h
}

// shouted reports whether a name is written in capitals throughout, acronyms
// aside.
func shouted(ws []word) bool {
	for i := range ws {
		if !ws[i].caps {
			return false
		}
	}
	return len(ws) > 1 || len(ws) == 1 && ws[0].letters > 4
}

// readPerson takes the parts of a person's name: particles and what follows
// the name are left out, initials are cut apart.
func (l *Linker) readPerson(text string, ms []Mention, i int, n *name) {
	ws := l.words
	mains := 0
	for j := range ws {
		w := &ws[j]
		if w.class&suffix != 0 && j > 0 && j == len(ws)-1 {
			n.junior = juniorOf(text[w.start:w.end])
			continue
		}
		given := false // "Al Gore", "Ben Bernanke", but "Al-Zubair"
		if w.class&particle != 0 && len(ws) > 1 && (w.lower || w.caps || j < len(ws)-1) {
			if given = j == 0 && !w.lower && givenParticle(text[w.start:w.end]) && text[w.end] == ' '; !given {
				continue
			}
		}
		if w.quoted && j > 0 {
			l.parts = append(l.parts, part{hash: w.hash, alt: w.alt, first: w.first, flags: nickname})
			continue
		}
		if w.letters == 1 || w.dotted && w.caps && w.letters <= 3 {
			for k := w.start; k < w.end; k++ {
				if c := text[k] | 0x20; 'a' <= c && c <= 'z' {
					h := (uint64(hashSeed) ^ uint64(c)) * hashPrime
					l.parts = append(l.parts, part{hash: h, alt: h, first: c, flags: initial})
					mains++
				}
			}
			continue
		}
		if mains == 0 {
			n.gender = w.gender
			if c := text[w.end-1]; w.gender == 0 && c == 'a' && w.letters >= 4 {
				n.gender = 'F' // a guess
			}
		}
		mains++
		p := part{hash: w.hash, alt: w.alt, first: w.first}
		if given {
			p.flags |= likeParticle
		}
		if j > 0 && ws[j-1].class&particle != 0 && !given {
			p.flags |= particled
			if patronymicParticle(text[ws[j-1].start:ws[j-1].end]) {
				p.flags |= patronymic
			}
		}
		l.parts = append(l.parts, p)
	}
	if mains == 0 {
		l.parts = l.parts[:n.parts]
		for j := range ws {
			l.parts = append(l.parts, part{hash: ws[j].hash, alt: ws[j].alt, first: ws[j].first})
		}
	}
	title := titleBefore(text, ms, i)
	l.titles[i] = title
	if g := titleGender(title); g != 0 || mains == 1 {
		n.gender = g // a lone "James" may be a surname, only a title tells
	}
	if mains == 1 {
		l.borrowSurname(text, ms, i, n)
	}
}

// patronymicParticle reports whether the word after a particle is the father's
// name, for which the son is not called alone.
func patronymicParticle(s string) bool {
	switch s {
	case "bin", "ibn", "bint", "binti", "ben", "Bin", "Ibn", "BIN":
		return true
	}
	return false
}

// givenParticle reports whether a particle at the head of a name may be a given
// name.
func givenParticle(s string) bool {
	switch s {
	case "Al", "Ben", "Van", "An", "Lo", "Ash", "AL", "BEN", "VAN":
		return true
	}
	return false
}

// borrowSurname gives the first of "Bill and Hillary Clinton" the surname of
// the second. Only a common given name borrows: "Obama and Hillary Clinton"
// are two surnames.
func (l *Linker) borrowSurname(text string, ms []Mention, i int, n *name) {
	if i+1 >= len(ms) || ms[i+1].Kind != kind.Person || len(l.words) != 1 || l.words[0].gender == 0 {
		return
	}
	gap := text[ms[i].End:ms[i+1].Start]
	if gap != " and " && gap != " & " {
		return
	}
	if t := l.titles[i]; t != "" && titleGender(t) == 0 {
		return // "President Francis and Mary Smith"
	}
	start := len(l.words)
	l.words = appendWords(l.words, text[ms[i+1].Start:ms[i+1].End], ms[i+1].Start)
	next := l.words[start:]
	if len(next) >= 2 {
		last := &next[len(next)-1]
		if last.class&suffix != 0 && len(next) > 2 {
			last = &next[len(next)-2]
		}
		l.parts = append(l.parts, part{hash: last.hash, alt: last.alt, first: last.first})
		n.implied = true
	}
	l.words = l.words[:start]
}

// juniorOf tells a father from a son: 'j' and 's' for Jr. and Sr., a hash of
// the numeral for others.
func juniorOf(s string) byte {
	switch s[0] {
	case 'J', 'j':
		return 'j'
	case 'S', 's':
		return 's'
	}
	h := byte(0)
	for i := 0; i < len(s); i++ {
		h = h*3 + s[i]
	}
	return h | 0x80
}

// readGroup takes the stem of a nationality or another group: "Uzbek" and
// "Uzbeks" are one, and so are words of like beginning that refer to one
// country ("Polish", "Poles").
func (l *Linker) readGroup(text string, m *Mention, n *name) {
	for j := range l.words {
		w := &l.words[j]
		if w.class&function != 0 {
			continue
		}
		h := w.hash
		if m.Country != "" && len(l.words) == 1 && w.letters >= 4 {
			h = hashSeed
			for k, c := 0, 0; k < len(text[w.start:w.end]) && c < 3; k++ {
				if b := text[w.start+k] | 0x20; b >= 'a' && b <= 'z' || b >= 0x80 {
					h = (h ^ uint64(b)) * hashPrime
					c++
				}
			}
			h = mix(h, textHash(m.Country))
		} else if s := text[w.start:w.end]; len(s) > 3 && (s[len(s)-1] == 's' || s[len(s)-1] == 'S') && s[len(s)-2] != 's' {
			h = l.wordHash(s[:len(s)-1])
		}
		l.parts = append(l.parts, part{hash: h, alt: h, first: w.first})
	}
}

// wordHash returns the hash of one folded word.
func (l *Linker) wordHash(s string) uint64 {
	n := len(l.words)
	l.words = appendWords(l.words, s, 0)
	h := uint64(hashSeed)
	if len(l.words) > n {
		h = l.words[n].hash
	}
	l.words = l.words[:n]
	return h
}

// readBody takes the parts of the name of an organisation, a place or another
// thing: function words and legal forms are left out.
func (l *Linker) readBody(text string, ms []Mention, i int, n *name) {
	ws := l.words
	all, capitals := uint64(hashSeed), uint64(hashSeed)
	nAll, nCapitals := 0, 0
	body := true // nothing but words that many bodies share
	for j := range ws {
		w := &ws[j]
		drop := w.class&function != 0 && (w.lower || w.caps && j > 0 || j == 0 && len(ws) > 1)
		if n.kind == kind.Org && w.class&legal != 0 && j > 0 {
			drop = true
		} else {
			if j > 0 || !drop {
				all = (all ^ uint64(w.first)) * hashPrime
				nAll++
			}
			if !w.lower && !(drop && j == 0) {
				capitals = (capitals ^ uint64(w.first)) * hashPrime
				nCapitals++
			}
		}
		if drop {
			continue
		}
		p := part{hash: w.hash, alt: w.hash, first: w.first}
		if j > 0 && (ws[j-1].class&function != 0 && ws[j-1].lower && text[ws[j-1].start] != 'a' || strings.IndexByte(text[ws[j-1].end:w.start], ',') >= 0) || len(l.parts) > int(n.parts) && l.parts[len(l.parts)-1].flags&complement != 0 {
			p.flags |= complement
		}
		if w.class&organ != 0 {
			p.flags |= organWord
		}
		if w.class&kindred != 0 {
			p.flags |= kindWord
		}
		if s := text[w.start:w.end]; len(ws) == 1 && len(s) > 4 && s[len(s)-1] == 's' && n.kind == kind.Org {
			p.alt = l.wordHash(s[:len(s)-1])
		}
		if w.class&common != 0 {
			p.flags |= generic
		}
		if w.class&adjective != 0 {
			p.flags |= weak
		}
		if w.class&(common|adjective) == 0 {
			body = false
		}
		l.parts = append(l.parts, p)
	}
	if len(l.parts) == int(n.parts) {
		for j := range ws {
			l.parts = append(l.parts, part{hash: ws[j].hash, alt: ws[j].hash, first: ws[j].first})
		}
		body = false
	}
	if nCapitals >= 2 {
		n.initials = capitals
	}
	if nAll >= 2 && nAll != nCapitals {
		n.allInitials = all
	}
	if len(ws) == 1 && ws[0].caps && ws[0].letters >= 2 && ws[0].letters <= 10 || acronymLike(ws) {
		n.acronym = true
	}
	if body && n.kind == kind.Org && len(ws) > 0 {
		n.qualifier = qualifier(text, ms, i)
	}
}

// acronymLike takes short words with two capitals or more for acronyms too:
// "BoE", "COCOBOD", "MoD".
func acronymLike(ws []word) bool {
	return len(ws) == 1 && ws[0].dotted && ws[0].letters <= 6
}

// qualifier tells the Foreign Ministry of one country from that of another by
// the nationality or place that stands before it, 0 where none does.
func qualifier(text string, ms []Mention, i int) uint64 {
	if i == 0 {
		return 0
	}
	p := &ms[i-1]
	if p.Kind != kind.NORP && p.Kind != kind.Place {
		return 0
	}
	switch text[p.End:ms[i].Start] {
	case " ", "'s ", "’s ", "' ", "’ ":
	default:
		return 0
	}
	if p.Country != "" {
		return textHash(p.Country) | 1
	}
	if p.Place != "" {
		return textHash(p.Place) | 1
	}
	return textHash(strings.TrimSuffix(text[p.Start:p.End], "s")) | 1
}
