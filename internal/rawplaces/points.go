package rawplaces

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// A point is a place on the globe in degrees.
type point struct{ lat, lon float64 }

const earthRadius = 6371 // km

// km is the great-circle distance between two points.
func (a point) km(b point) float64 {
	const rad = math.Pi / 180
	h := sq(math.Sin((b.lat-a.lat)*rad/2)) + math.Cos(a.lat*rad)*math.Cos(b.lat*rad)*sq(math.Sin((b.lon-a.lon)*rad/2))
	return 2 * earthRadius * math.Asin(math.Sqrt(min(1, h)))
}

func sq(x float64) float64 { return x * x }

// middle is the mean of points taken as vectors, so that the date line does no harm.
func middle(points []point) point {
	const rad = math.Pi / 180
	var x, y, z float64
	for _, p := range points {
		x += math.Cos(p.lat*rad) * math.Cos(p.lon*rad)
		y += math.Cos(p.lat*rad) * math.Sin(p.lon*rad)
		z += math.Sin(p.lat * rad)
	}
	return point{math.Atan2(z, math.Hypot(x, y)) / rad, math.Atan2(y, x) / rad}
}

// boxMiddle is the middle of the box that holds the middle 95 % of the points
// in latitude and in longitude. For settlements that fill a country unevenly
// it lies nearer to the middle of the land than their mean.
func boxMiddle(points []point) point {
	m := middle(points)
	lats, lons := make([]float64, len(points)), make([]float64, len(points))
	for i, p := range points {
		lats[i] = p.lat
		lons[i] = wrap(p.lon - m.lon) // around the mean, for the date line
	}
	slices.Sort(lats)
	slices.Sort(lons)
	lo, hi := len(points)/40, len(points)-1-len(points)/40
	return point{(lats[lo] + lats[hi]) / 2, wrap(m.lon + (lons[lo]+lons[hi])/2)}
}

// wrap brings a longitude into -180 to 180.
func wrap(lon float64) float64 {
	for lon > 180 {
		lon -= 360
	}
	for lon < -180 {
		lon += 360
	}
	return lon
}

// nearest returns the distance in km from p to the nearest of the points.
func nearest(p point, points []point) float64 {
	d := math.Inf(1)
	for _, q := range points {
		d = min(d, p.km(q))
	}
	return d
}

// reach returns the 90th percentile of the distances in km from p to the points.
func reach(p point, points []point) float64 {
	d := make([]float64, len(points))
	for i, q := range points {
		d[i] = p.km(q)
	}
	slices.Sort(d)
	return d[len(d)*9/10]
}

const (
	maxEmpty   = 150 // km from a unit's point to its nearest settlement, for a recomputed point
	maxAlone   = 400 // km from a unit's point to its nearest settlement, for any
	minMembers = 5   // settlements from which a unit's point may be computed
)

// soundPoint returns the point for a country or first-level unit, given the
// settlements in it: its own point unless that was an average to begin with or
// lies far outside of them; then the middle of their box, or where nobody lives
// near that, as in scattered islands, the settlement nearest to their mean.
func soundPoint(p *place, members []point) point {
	if len(members) < minMembers {
		if len(members) > 0 && nearest(p.point(), members) > maxEmpty {
			return members[0]
		}
		return p.point()
	}
	mean := middle(members)
	far := p.point().km(mean) > 2*reach(mean, members)+200
	if !far && !strings.Contains(p.sources, "gn-members") {
		return p.point()
	}
	box := boxMiddle(members)
	if nearest(box, members) <= maxEmpty {
		return box
	}
	return slices.MinFunc(members, func(a, b point) int { return cmp.Compare(a.km(mean), b.km(mean)) })
}

func (p *place) point() point { return point{p.lat, p.lon} }

// A grid files points by cells of one degree, to find what is near.
type grid[T any] map[[2]int][]T

func cellOf(p point) [2]int { return [2]int{int(math.Floor(p.lat)), int(math.Floor(p.lon))} }

func (g grid[T]) add(p point, v T) { g[cellOf(p)] = append(g[cellOf(p)], v) }

// around calls use for all values in the nine cells around p: within about 111
// km in latitude, and that times the cosine of the latitude in longitude.
func (g grid[T]) around(p point, use func(T)) {
	c := cellOf(p)
	for y := c[0] - 1; y <= c[0]+1; y++ {
		for x := c[1] - 1; x <= c[1]+1; x++ {
			for _, v := range g[[2]int{y, (x+180+360)%360 - 180}] {
				use(v)
			}
		}
	}
}
