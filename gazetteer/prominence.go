package gazetteer

import (
	"math"
	"strings"
)

// Prominence estimates from feature code and population how well known a place
// is, on a scale from 1 to 255 on which 20 points are a factor of ten in
// population. Countries rank with cities a thousand times as large, capitals
// with cities ten times as large; districts rank below towns of their size.
func Prominence(feature string, population int64) uint8 {
	s := 0.0
	if population > 0 {
		s = 20 * math.Log10(float64(population))
	}
	switch {
	case feature == "CONT":
		s = 235
	case strings.HasPrefix(feature, "PCL") || feature == "TERR":
		s += 60
	case feature == "PPLC":
		s += 20
	case feature == "PPLG":
		s += 15
	case feature == "PPLA", feature == "ADM1":
		s += 10
	case feature == "PPLA2":
		s += 4
	case feature == "ADM2":
		s -= 12
	case feature == "ADM3", feature == "ADM4":
		s -= 24
	}
	return uint8(min(max(math.Round(s), 1), 255))
}
