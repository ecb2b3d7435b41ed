package locate

import (
	"math"

	"github.com/dateline-go/dateline/gazetteer"
)

// rounds is how often the model is applied. The first round knows nothing of
// the other names' places, each later one what the round before found.
const rounds = 3

// A feature is one number about a candidate, or about the possibility that a
// name has no place in the gazetteer. weights.go holds a weight for each.
type feature int

const (
	// How the name relates to the place; the primary name is the base case.
	fEnglish feature = iota
	fAbbreviation
	fCode
	fVariant
	fAlias
	fDemonym
	fSecond // another place bears the name as its primary one: that one's prominence

	// How well known the place is.
	fProminence // 0 to 2.55
	fBehind     // by how much a namesake is better known, 0 to 2.55
	fFirst      // none is better known
	fHamlet     // no inhabitants known and no unit

	// Its feature class; a plain town is the base case.
	fCapital
	fSeat
	fSeat2
	fSection
	fCountry
	fAdm1
	fAdm1Twin  // a first-level unit whose seat bears the name, too
	fInCountry // a place in a country that bears the name, too
	fAdm2
	fAdm3
	fWater
	fLand
	fRegion
	fSpotty

	// What the words beside the name say of its class.
	fCue      // the class is one they speak for
	fCueOther // they speak for others

	// From here on, features depend on the choices for other names.

	fCountrySupport // log of the mass of other names in the same country
	fCountryShare   // its share of the mass of all other names
	fUnitSupport    // the same for the first-level unit
	fUnitShare
	fLevel       // log of the mass of other names in the same country and of a like class
	fNear        // log of the mass of other names in reach
	fClose       // the same within a third of it
	fLinkNear    // mass of linked names in reach
	fLinkCountry // mass of linked names in the same country
	fLinkUnit    // and in the same first-level unit
	fLinkType    // mass of linked names of a like class
	fWithin      // mass of what the text says contains it and does
	fNotWithin   // the text says something contains it, and that does not
	fOffAnchor   // it lies outside a unit that the text names behind it and another bearer lies in
	fContains    // some place of a linked name lies in it
	fAnchors     // the text names it behind a name that some bearer in it has: "London, Ontario"
	fContainsP   // mass of what the text says it contains and it does
	fLonger      // mass of a longer form of the name in the document that is this place
	fStray       // little known, in a country that nothing else in the document is in
	fAlone       // there is no other evidence at all

	// About the possibility that there is no such place in the gazetteer.
	nBias
	nAlias    // the name is but an untyped alias or a variant of any place
	nProm     // prominence of the best-known place, 0 to 2.55
	nStripped // the name was found only without a part of it
	nPerson   // a person of the document bears the name
	nWords    // the name has more than one word
	nOrg      // it stands only within names of organisations
	nCue      // the words beside the name speak for a class that no candidate has
	nNorp     // it is a nationality word
	nUnit     // some candidate is a country or first-level unit by a proper name
	nAdmin    // it is the full name of administrative units only: lists of these are complete
	nHeaven   // it is a planet's name
	nMany     // log of the number of candidates

	numFeatures

	firstDynamic = fCountrySupport
	firstNone    = nBias
)

type features [numFeatures]float32

// A vector holds the few features of a kind that are not zero.
type vector struct {
	n int
	f [16]feature
	v [16]float32
}

func (x *vector) set(f feature, v float32) {
	if x.n < len(x.f) {
		x.f[x.n], x.v[x.n] = f, v
		x.n++
	}
}

// dot is the sum of the features times their weights.
func (x *vector) dot(w *features) float32 {
	var sum float32
	for i := range x.n {
		sum += float32(x.v[i] * w[x.f[i]])
	}
	return sum
}

// addTo writes the features into a full vector.
func (x *vector) addTo(f *features) {
	for i := range x.n {
		f[x.f[i]] = x.v[i]
	}
}

// staticFeatures fills in what does not depend on other choices.
func (s *scratch) staticFeatures(gr *group, c *cand, f *vector) {
	if c.class >= gazetteer.English && c.class <= gazetteer.Demonym {
		f.set(fEnglish+feature(c.class-gazetteer.English), 1)
	}
	if c.class != gazetteer.Primary && c.class <= gazetteer.Alias && gr.primary >= 0 && s.cands[gr.primary].row != c.row {
		f.set(fSecond, float32(s.cands[gr.primary].prom)/100)
	}
	f.set(fProminence, float32(c.prom)/100)
	if c.class <= gazetteer.Code {
		f.set(fBehind, float32(gr.maxProm-c.prom)/100)
		if c.prom == gr.maxProm {
			f.set(fFirst, 1)
		}
	}
	switch c.feature {
	case capital:
		f.set(fCapital, 1)
	case seat:
		f.set(fSeat, 1)
	case seat2:
		f.set(fSeat2, 1)
	case section:
		f.set(fSection, 1)
	case country:
		f.set(fCountry, 1)
	case adm1:
		f.set(fAdm1, 1)
		for i := gr.lo; i < gr.hi && c.class <= gazetteer.English; i++ {
			if d := &s.cands[i]; d.unit == c.unit && d.feature <= seat2 && d.feature >= capital && d.class <= properClass {
				f.set(fAdm1Twin, 1)
				break
			}
		}
	case adm2:
		f.set(fAdm2, 1)
	case adm3:
		f.set(fAdm3, 1)
	case water:
		f.set(fWater, 1)
	case land:
		f.set(fLand, 1)
	case region:
		f.set(fRegion, 1)
	case spotty:
		f.set(fSpotty, 1)
	}
	if gr.nation != 0 && c.country == gr.nation && c.feature != country {
		f.set(fInCountry, 1)
	}
	if c.prom <= 20 && c.feature < country {
		f.set(fHamlet, 1)
	}
	if gr.cue != 0 {
		if gr.cue>>c.feature&1 != 0 {
			f.set(fCue, 1)
		} else {
			f.set(fCueOther, 1)
		}
	}
}

// noneFeatures fills in what speaks for and against there being no place.
func (s *scratch) noneFeatures(gr *group, f *vector) {
	f.set(nBias, 1)
	proper, unit, admin := false, false, true
	var seen cues
	for i := gr.lo; i < gr.hi; i++ {
		c := &s.cands[i]
		seen |= 1 << c.feature
		if c.class <= gazetteer.Code || c.class == gazetteer.Demonym {
			proper = true
			admin = admin && (c.feature.isUnit() || c.feature == adm2) && c.class <= gazetteer.English
			unit = unit || c.feature.isUnit()
		}
	}
	if !proper {
		f.set(nAlias, 1)
	} else if admin && gr.flags&manyWords != 0 {
		f.set(nAdmin, 1)
	}
	if gr.flags&heavenly != 0 {
		f.set(nHeaven, 1)
	}
	if unit {
		f.set(nUnit, 1)
	}
	f.set(nProm, float32(gr.maxProm)/100)
	f.set(nMany, log1p(float32(gr.hi-gr.lo-1)))
	if gr.cue != 0 && gr.cue&seen == 0 {
		f.set(nCue, 1)
	}
	for _, x := range [...]struct {
		flag groupFlags
		f    feature
	}{{stripped, nStripped}, {likePerson, nPerson}, {manyWords, nWords}} {
		if gr.flags&x.flag != 0 {
			f.set(x.f, 1)
		}
	}
	if gr.flags&(fromPlace|fromNORP) == 0 && gr.flags&fromOrg != 0 {
		f.set(nOrg, 1)
	}
	if gr.flags&fromNORP != 0 {
		f.set(nNorp, 1)
	}
}

// log1p is log(1+v) for v from 0 on, to three digits: the exponent of 1+v and
// a polynomial for its mantissa.
func log1p(v float32) float32 {
	b := math.Float32bits(1 + v)
	m := math.Float32frombits(b&(1<<23-1)|127<<23) - 1
	p := float32(m*0.1581) - 0.5827
	p = float32(m*p) + 1.4249
	return float32((float32(int32(b>>23)-127) + float32(m*p)) * math.Ln2)
}
