package gazetteer

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/flat"
)

const (
	earthRadius = 6371.0 // km
	degree      = math.Pi / 180
	halfway     = math.Pi * earthRadius // km to the far side of the globe
)

// Distance returns the great-circle distance in km between two points in
// degrees, on a sphere of 6,371 km radius.
func Distance(lat1, lon1, lat2, lon2 float64) float64 {
	y, x := math.Sin((lat2-lat1)*degree/2), math.Sin((lon2-lon1)*degree/2)
	return 2 * earthRadius * math.Asin(math.Sqrt(min(1, y*y+math.Cos(lat1*degree)*math.Cos(lat2*degree)*x*x)))
}

// Near returns the places around a point, nearest first, each with its
// distance in km. The loop ends when the caller breaks out of it, or when all
// places were given. A point outside of -90 to 90, -180 to 180 has none.
func (g *Gazetteer) Near(lat, lon float64) iter.Seq2[Place, float64] {
	return func(yield func(Place, float64) bool) {
		if !(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180) {
			return
		}
		type found struct {
			row Row
			km  float64
		}
		var ring []found
		for inner, outer := -1.0, 25.0; inner < halfway; inner, outer = outer, outer*3 {
			ring = ring[:0]
			g.inCircle(lat, lon, outer, func(r Row, km float64) {
				if km > inner {
					ring = append(ring, found{r, km})
				}
			})
			slices.SortFunc(ring, func(a, b found) int { return cmp.Or(cmp.Compare(a.km, b.km), cmp.Compare(a.row, b.row)) })
			for _, f := range ring {
				if !yield(g.Place(f.row), f.km) {
					return
				}
			}
		}
	}
}

// inCircle calls use for every row within km of a point.
func (g *Gazetteer) inCircle(lat, lon, km float64, use func(Row, float64)) {
	g.base.inCircle(lat, lon, km, func(r int, d float64) {
		if !g.replaced(Row(r)) {
			use(Row(r), d)
		}
	})
	if g.over != nil {
		g.over.inCircle(lat, lon, km, func(r int, d float64) { use(Row(g.base.n+r), d) })
	}
}

func (t *table) inCircle(lat, lon, km float64, use func(int, float64)) {
	angle := km / earthRadius
	south, north := lat-angle/degree, lat+angle/degree
	width := 180.0 // half the width of the circle in degrees of longitude
	if south > -90 && north < 90 {
		width = math.Asin(min(1, math.Sin(angle)/math.Cos(lat*degree))) / degree
	}
	y0, y1 := cellRow(south), cellRow(north)
	x0, x1 := int(math.Floor(lon-width)), int(math.Floor(lon+width))
	if x1-x0 >= lonCells {
		x0, x1 = 0, lonCells-1
	}
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			cell := y*lonCells + (x+180+lonCells)%lonCells
			lo, hi := flat.Uint32(t.cells, 4*cell), flat.Uint32(t.cells, 4*cell+4)
			for r := lo; r < hi && r < uint32(t.n); r++ {
				py, px := t.point(t.row(int(r)))
				if d := Distance(lat, lon, float64(py)/coordUnit, float64(px)/coordUnit); d <= km {
					use(int(r), d)
				}
			}
		}
	}
}

// cellRow returns the row of cells that a latitude is in.
func cellRow(lat float64) int { return min(max(int(math.Floor(lat))+90, 0), latCells-1) }
