package locate

var fitted = [rounds]features{
	0: {fEnglish: -.3, fAbbreviation: 0, fCode: 0, fVariant: -2, fAlias: -3, fDemonym: 0, fProminence: 4, fBehind: -1, fFirst: 0.5, fCountry: 2, fAdm1: .5, fAdm2: -.5, fAdm3: -1, fCue: 1, fCueOther: -1, nBias: 2, nProm: 1},
	1: {fEnglish: -.3, fAbbreviation: 0, fCode: 0, fVariant: -2, fAlias: -3, fDemonym: 0, fProminence: 4, fBehind: -1, fFirst: 0.5, fCountry: 2, fAdm1: .5, fAdm2: -.5, fAdm3: -1, fCue: 1, fCueOther: -1, nBias: 2, nProm: 1, fCountrySupport: 1, fCountryShare: 2, fUnitSupport: 1, fUnitShare: 2, fNear: 2, fWithin: 4, fContains: 1},
	2: {fEnglish: -.3, fAbbreviation: 0, fCode: 0, fVariant: -2, fAlias: -3, fDemonym: 0, fProminence: 4, fBehind: -1, fFirst: 0.5, fCountry: 2, fAdm1: .5, fAdm2: -.5, fAdm3: -1, fCue: 1, fCueOther: -1, nBias: 2, nProm: 1, fCountrySupport: 1, fCountryShare: 2, fUnitSupport: 1, fUnitShare: 2, fNear: 2, fWithin: 4, fContains: 1},
}
