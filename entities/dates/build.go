package dates

import "strings"

// A lexiconBuilder gathers words from the tables and from the literals of the
// patterns. A word that several tables name gets all their classes.
type lexiconBuilder struct {
	entries []entry
	index   map[string]int
}

func (b *lexiconBuilder) add(word string, e entry) uint16 {
	if i, ok := b.index[word]; ok {
		old := &b.entries[i]
		old.cls |= e.cls
		old.proper |= e.proper
		old.flags |= e.flags
		if old.unit == 0 {
			old.unit = e.unit
		}
		if old.n == 0 {
			old.n = e.n
		}
		return old.id
	}
	e.word = word
	e.id = uint16(len(b.entries) + 1)
	b.index[word] = len(b.entries)
	b.entries = append(b.entries, e)
	return e.id
}

func (b *lexiconBuilder) list(l wordList) {
	for i, words := range l.items {
		for _, w := range strings.Fields(words) {
			e := entry{cls: l.cls, flags: l.flags, n: int16(l.first + i)}
			if l.flags&needCap != 0 {
				e.proper = l.cls
			}
			if strings.HasSuffix(w, "days") {
				e.cls |= cPlural
			}
			b.add(w, e)
		}
	}
}

func (b *lexiconBuilder) numbers(cls class, list []numbered) {
	for _, x := range list {
		for _, w := range strings.Fields(x.words) {
			b.add(w, entry{cls: cls, n: int16(x.n)})
		}
	}
}

func (b *lexiconBuilder) words(cls class, list string) {
	for _, w := range strings.Fields(list) {
		b.add(w, entry{cls: cls})
	}
}

// tables adds all the word tables.
func (b *lexiconBuilder) tables() {
	b.numbers(cNumWord, cardinals)
	b.numbers(cOrd, ordinals)
	b.list(monthNames)
	b.list(ambiguousMonths)
	b.list(monthAbbreviations)
	b.list(weekdayNames)
	b.list(weekdayAbbreviations)
	for _, u := range units {
		for _, w := range strings.Fields(u.words) {
			b.add(w, entry{cls: cUnit | cTrigger, unit: u.unit})
		}
		for _, w := range strings.Fields(u.plurals) {
			b.add(w, entry{cls: cUnit | cTrigger | cPlural, unit: u.unit})
		}
	}
	b.numbers(cSeason|cTrigger, seasons)
	b.numbers(cPart|cTrigger, partsOfDay)
	b.words(cPlural, "mornings afternoons evenings nights")
	b.numbers(cDir, directions)
	b.numbers(cDeictic|cTrigger, deictics)
	b.numbers(cFreq|cTrigger, frequencies)
	b.numbers(cEarly, earlies)
	b.numbers(cTimes, []numbered{{"once", 1}, {"twice", 2}, {"thrice", 3}})
	b.numbers(cVague, vagueNumbers)
	for i, z := range zones {
		b.add(z.word, entry{cls: cZone | cTrigger, proper: cZone | cTrigger, flags: needCap, n: int16(i)})
	}
	b.numbers(cDecade|cTrigger, decadeNames)
	b.words(cFuture, futureCues)
	b.words(cPast, pastCues)
	b.words(cModal, "will would shall should may might must ll")
	b.words(cPlan, planned)
	b.words(cCounted, counted)
	b.words(cPrep, prepositions)
	b.words(cOwner, owners)
	b.words(cHonoured, honoured)
	b.words(cHours, "working office business opening visiting peak rush trading")
	b.words(cDegrees, "temperature temperatures highs lows mercury degrees")
	b.words(cLabel, labels)
	b.words(cTitle, "mr mrs ms dr chief sir pastor prof")
	b.words(cFunction, functionWords)
	b.words(cTrigger, triggerWords)
	b.add("a", entry{cls: cA, n: 1})
	b.add("an", entry{cls: cA, n: 1})
	for _, x := range []numbered{{"bc", 1}, {"bce", 1}, {"ad", 2}, {"ce", 2}} {
		b.add(x.words, entry{cls: cEra | cTrigger, proper: cEra | cTrigger, flags: needCap, n: int16(x.n)})
	}
}

// build lays out the hash table.
func (b *lexiconBuilder) build() *lexicon {
	l := &lexicon{shift: 64, oclock: b.add("o'clock", entry{}), the: b.add("the", entry{})}
	l.entries = b.entries
	size := 1
	for size < 3*len(b.entries) {
		size *= 2
		l.shift--
	}
	l.slots = make([]uint16, size)
	for i := range l.entries {
		w := l.entries[i].word
		if len(w) > 1 {
			l.lengths[w[0]&31][w[1]&31] |= 1 << uint(len(w))
		}
		var h uint64
		for i := 0; i < len(w); i++ {
			h = (h ^ uint64(w[i]|0x20)) * 0x9E3779B97F4A7C15
		}
		k := h >> l.shift & uint64(size-1)
		for l.slots[k] != 0 {
			k = (k + 1) & uint64(size-1)
		}
		l.slots[k] = uint16(i + 1)
	}
	return l
}
