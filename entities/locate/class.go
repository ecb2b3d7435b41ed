package locate

// featureClass groups GeoNames feature codes by what matters for choosing.
type featureClass uint8

const (
	town    featureClass = iota // populated place without a seat
	capital                     // PPLC, PPLG
	seat                        // PPLA
	seat2                       // PPLA2 and below
	section                     // PPLX
	country                     // PCL*, TERR
	adm1
	adm2
	adm3 // ADM3 and below, ADMD
	water
	land   // islands, mountains, regions
	region // continents and macro-regions
	spotty // airports and other points
	featureClasses
)

func classOf(code string) featureClass {
	switch code {
	case "PPLC", "PPLG":
		return capital
	case "PPLA":
		return seat
	case "PPLA2", "PPLA3", "PPLA4", "PPLA5":
		return seat2
	case "PPLX":
		return section
	case "TERR":
		return country
	case "ADM1", "ADM1H":
		return adm1
	case "ADM2", "ADM2H":
		return adm2
	case "CONT", "RGN", "ZN", "AREA", "RGNE", "RGNL":
		return region
	case "OCN", "SEA", "GULF", "BAY", "STRT", "CHN", "CHNM", "LK", "LKS", "RSV", "STM", "STMS", "CNL", "DLTA", "SD", "FJD", "LGN", "INLT", "HBR", "STMX", "SEAS":
		return water
	case "AIRP", "AIRB", "PRT", "MIL", "HSP", "UNIV", "STDM":
		return spotty
	}
	switch {
	case len(code) >= 3 && code[:3] == "PPL", code == "STLMT":
		return town
	case len(code) >= 3 && code[:3] == "PCL":
		return country
	case len(code) >= 3 && code[:3] == "ADM":
		return adm3
	}
	return land
}

// isUnit says whether a place of the class is a country or first-level unit,
// whose point says little about where things in it are.
func (c featureClass) isUnit() bool { return c == country || c == adm1 }

// spread says whether the place is too large for distances from its point.
func (c featureClass) spread() bool { return c == country || c == adm1 || c == region || c == water }

// countries is the size of a table indexed by countryIndex.
const countries = 26*26 + 1

// countryIndex maps an ISO 3166-1 alpha-2 code to 1…676, all else to 0.
func countryIndex(code string) uint16 {
	if len(code) != 2 {
		return 0
	}
	a, b := code[0]-'A', code[1]-'A'
	if a >= 26 || b >= 26 {
		return 0
	}
	return uint16(a)*26 + uint16(b) + 1
}

// countryCode is the inverse of countryIndex.
func countryCode(i int) string {
	if i <= 0 {
		return ""
	}
	i--
	return string([]byte{'A' + byte(i/26), 'A' + byte(i%26)})
}

// level numbers countries and, of each country, its towns, its first-level
// units and its other units, for names that are mentioned in one breath.
func (c *cand) level() int {
	switch {
	case c.feature == country:
		return 0
	case c.feature <= section:
		return 2 + 3*int(c.country)
	case c.feature == adm1:
		return 3 + 3*int(c.country)
	case c.feature == adm2 || c.feature == adm3:
		return 4 + 3*int(c.country)
	}
	return 1
}
