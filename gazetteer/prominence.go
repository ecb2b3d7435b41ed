package gazetteer

import (
	"math"
	"strings"
)

// Prominence estimates from feature code and population how well known a place
// is, on a scale from 1 to 255 on which 20 points are a factor of ten in
// population.
func Prominence(feature string, population int64) uint8 {
	return PromScore(feature, population, 0)
}

// PromScore is Prominence with extra points for further signs of being known.
func PromScore(feature string, population int64, extra float64) uint8 {
	s := extra
	if population > 0 {
		s += 20 * math.Log10(float64(population))
	}
	switch {
	case feature == "CONT":
		s = 225 + extra/4
	case strings.HasPrefix(feature, "PCL") || feature == "TERR":
		s += 60
	case feature == "PPLC":
		s += 35
	case feature == "PPLG":
		s += 25
	case feature == "PPLA":
		s += 12
	case feature == "ADM1":
		s += 10
	case feature == "PPLA2":
		s += 4
	case feature == "OCN", feature == "SEA":
		s += 60
	case feature == "ADM2":
		s -= 12
	case feature == "ADM3", feature == "ADM4":
		s -= 24
	}
	return uint8(min(max(math.Round(s), 1), 255))
}
