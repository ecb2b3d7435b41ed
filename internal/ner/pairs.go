package ner

// Templates of token features, after those of word features.
const (
	pWords01 = tPair + iota
	pWordsM1
	pClusters01
	pClustersM1
	pClasses3
	pClasses5
	pRunLast
	pRunLastCluster
	pRunBefore
	pRunBeforeCluster
	pRunAfter
	pRunAfterCluster
	pRunAroundCluster
	pRunShape
	pMark
	pMarkEach
	pMarkLength
	pStart
	pStartWord
	pCase
	pNest
	pBits3
	pRunBits
	pRunRoles
	pRunHeads
	pRunHead
	pHeadNear
	pTopic
	pTopicBits
	pRoles01
	pRolesM1
)

// cl is the cluster of a word, or its class where it has none.
func cl(w *Word) uint64 {
	if w.Cluster != 0 {
		return uint64(w.Cluster)
	}
	return uint64(w.Class) | 1<<20
}

// TokenFeatures appends the features of token i that need more than one word:
// neighbours together, the run of capitals it stands in, phrases, position.
// The token must lie in a segment given to Reset.
func (c *Context) TokenFeatures(dst []uint64, i int) []uint64 {
	w, l, r := c.Words[i], c.At(i-1), c.At(i+1)
	l2, r2 := c.At(i-2), c.At(i+2)
	dst = append(dst,
		idFeat(pWordsM1, Mix(l.Lower, w.Lower)),
		idFeat(pWords01, Mix(w.Lower, r.Lower)),
		feat(pClustersM1, Mix(cl(l), cl(w))),
		feat(pClusters01, Mix(cl(w), cl(r))),
	)
	classes3 := uint64(l.Class)<<16 | uint64(w.Class)<<8 | uint64(r.Class)
	dst = append(dst,
		feat(pClasses3, classes3),
		feat(pClasses5, classes3<<16|uint64(l2.Class)<<8|uint64(r2.Class)),
		feat(pBits3, Mix(Mix(uint64(l.Bits&nameBits)<<8|uint64(l.Class), uint64(w.Bits&nameBits)<<8|uint64(w.Class)), uint64(r.Bits&nameBits)<<8|uint64(r.Class))),
	)
	if w.First|w.Last != 0 {
		classes := uint64(l.Class)<<8 | uint64(w.Class)
		dst = append(dst,
			feat(pRolesM1, Mix(uint64(l.First)<<8|uint64(w.Last), classes)),
			feat(pRoles01, Mix(uint64(w.First)<<8|uint64(r.Last), uint64(w.Class)<<8|uint64(r.Class))))
	}
	dst = c.runFeatures(dst, i)
	dst = c.phraseFeatures(dst, i)
	if i == 0 {
		dst = append(dst, feat(pStart, uint64(w.Class)<<8|uint64(w.Caps)), feat(pStartWord, w.Lower))
	}
	dst = append(dst,
		feat(pTopic, c.topic<<8|uint64(w.Class)),
		feat(pTopicBits, c.topic<<32|uint64(w.Bits&nameBits)),
	)
	nest := uint64(0)
	if c.quote[i] {
		nest |= 1
	}
	if c.paren[i] {
		nest |= 2
	}
	dst = append(dst, feat(pNest, nest<<8|uint64(w.Class)), feat(pCase, uint64(c.Case)))
	return dst
}

const (
	nameBits  = FirstName | Surname | PlaceWord | OrgWord | CityWord | CountryWord | DemonymWord | TitleWord | knownBits
	knownBits = KnownPerson | KnownOrg | KnownMisc | KnownNone
	topicBits = SportWord | TradeWord | ArtsWord
	headBits  = TitleWord | PeopleWord | OrgHead | PlaceHead | MiscHead
)

// runFeatures describes the run of capitals around token i: its ends, its
// neighbours, and where in it the token stands.
func (c *Context) runFeatures(dst []uint64, i int) []uint64 {
	run := c.runs[i]
	from, to := min(i-run.first, 3), min(run.last-1-i, 3)
	place := uint64(from)<<4 | uint64(to)
	first, last := c.Words[run.first], c.Words[run.last-1]
	before, after := c.At(run.first-1), c.At(run.last)
	before2 := c.At(run.first - 2)
	if run.last-run.first > 1 {
		dst = append(dst,
			idFeat(pRunLast, Mix(last.Lower, uint64(min(to, 1)))),
			feat(pRunLastCluster, Mix(cl(last), uint64(min(to, 1)))),
			feat(pRunRoles, uint64(first.First)<<40|uint64(last.Last)<<32|place),
			feat(pRunBits, Mix(uint64(first.Bits&nameBits)<<32|uint64(last.Bits&nameBits), place)),
		)
		if from > 0 {
			dst = append(dst, feat(pRunBefore, Mix(before.Lower, 1)), feat(pRunBeforeCluster, Mix(cl(before), 1)))
		}
		if to > 0 {
			dst = append(dst, feat(pRunAfter, Mix(after.Lower, 1)), feat(pRunAfterCluster, Mix(cl(after), 1)))
		}
	}
	heads := Bits(0)
	for j := run.first; j < run.last && j < run.first+8; j++ {
		heads |= c.Words[j].Bits & headBits
	}
	lastHead := last.Bits & headBits
	dst = append(dst,
		feat(pRunHeads, uint64(heads)<<16|place),
		feat(pRunHead, Mix(uint64(lastHead)<<32|uint64(first.Bits&headBits), place)),
		feat(pHeadNear, Mix(uint64(before.Bits&headBits)<<32|uint64(after.Bits&headBits), uint64(lastHead)<<16|place)),
	)
	if from == 0 {
		dst = append(dst, feat(pRunBefore, Mix(before.Lower, before2.Lower+2)))
	}
	size := uint64(min(run.last-run.first, 5))
	return append(dst,
		feat(pRunAroundCluster, Mix(Mix(cl(before), cl(after)), size)),
		feat(pRunShape, place<<8|size<<4|uint64(c.Case)),
	)
}

// phraseFeatures describes the phrases of the lexicon over token i.
func (c *Context) phraseFeatures(dst []uint64, i int) []uint64 {
	m := &c.marks[i]
	if m.length == 0 {
		return dst
	}
	n := uint64(min(m.length, 4))
	dst = append(dst,
		feat(pMark, uint64(m.types[0])<<16|uint64(m.types[1])<<8|uint64(m.types[2])),
		feat(pMarkLength, uint64(m.types[3])<<8|n),
	)
	for part := range 3 {
		known := m.types[part] & KnownPhrase
		if m.types[part] == KnownPhrase {
			dst = append(dst, feat(pMarkEach, uint64(known)<<16|uint64(part)<<8|n))
		}
		for b := m.types[part] &^ KnownPhrase; b != 0; b &= b - 1 {
			dst = append(dst, feat(pMarkEach, uint64(b&-b|known)<<16|uint64(part)<<8|n))
		}
	}
	return dst
}
