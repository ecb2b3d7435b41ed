package report

import (
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/worldmap"
)

// borderScale is the units per degree beyond which borders, which are coarser
// than the coast, are left out.
const borderScale = 61

// A xy is a position on a map.
type xy struct{ x, y float64 }

// A projection puts positions on a map of a size.
type projection struct {
	w, h     float64
	world    bool
	mid      worldmap.Point // middle of the map; its longitude may lie beyond ±180°
	scale    float64        // units per degree of latitude
	squeeze  float64        // of longitudes: cosine of the middle latitude
	lo, hi   worldmap.Point // bounds of what is visible, a little more than the frame
	yTop     float64        // world: Equal Earth y of the upper edge
	xPerUnit float64        // world: map units per unit of Equal Earth
}

// at returns where a position lies on the map.
func (p *projection) at(pt worldmap.Point) xy {
	if p.world {
		x, y := equalEarth(pt)
		return xy{p.w/2 + x*p.xPerUnit, (p.yTop - y) * p.xPerUnit}
	}
	return xy{p.w/2 + wrap(pt.Lon-p.mid.Lon)*p.squeeze*p.scale, p.h/2 - (pt.Lat-p.mid.Lat)*p.scale}
}

// wrap brings a difference of longitudes between -180° and 180°.
func wrap(d float64) float64 { return d - 360*math.Round(d/360) }

// shows says whether a position is on the map.
func (p *projection) shows(pt worldmap.Point) bool {
	q := p.at(pt)
	return q.x >= 0 && q.x <= p.w && q.y >= 0 && q.y <= p.h
}

// equalEarth is the Equal Earth projection (Šavrič, Patterson and Jenny 2018)
// with Greenwich in the middle: shapes like Robinson's, areas true.
func equalEarth(pt worldmap.Point) (x, y float64) {
	const a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
	t := math.Asin(math.Sqrt(3) / 2 * math.Sin(pt.Lat*math.Pi/180))
	t2 := t * t
	t6 := t2 * t2 * t2
	x = 2 * math.Sqrt(3) * pt.Lon * math.Pi / 180 * math.Cos(t) / (3 * (9*a4*t6*t2 + 7*a3*t6 + 3*a2*t2 + a1))
	y = t * (a4*t6*t2 + a3*t6 + a2*t2 + a1)
	return x, y
}

// worldView is the world from a latitude to the far north, width units wide.
func worldView(width, south float64) *projection {
	p := &projection{w: width, world: true, lo: worldmap.Point{Lon: -180, Lat: south}, hi: worldmap.Point{Lon: 180, Lat: worldNorth}}
	right, _ := equalEarth(worldmap.Point{Lon: 180})
	_, p.yTop = equalEarth(p.hi)
	_, bottom := equalEarth(p.lo)
	p.xPerUnit = width / 2 / right
	p.h = (p.yTop - bottom) * p.xPerUnit
	return p
}

// clip cuts a closed ring to the bounds lo, hi by the Sutherland-Hodgman
// algorithm.
func clip(ring []worldmap.Point, lo, hi worldmap.Point) []worldmap.Point {
	for side := range 4 {
		depth := func(p worldmap.Point) float64 { // positive inside
			switch side {
			case 0:
				return p.Lon - lo.Lon
			case 1:
				return hi.Lon - p.Lon
			case 2:
				return p.Lat - lo.Lat
			}
			return hi.Lat - p.Lat
		}
		var out []worldmap.Point
		for i, b := range ring {
			a := ring[(i+len(ring)-1)%len(ring)]
			da, db := depth(a), depth(b)
			if (da >= 0) != (db >= 0) {
				t := da / (da - db)
				out = append(out, worldmap.Point{Lon: a.Lon + t*(b.Lon-a.Lon), Lat: a.Lat + t*(b.Lat-a.Lat)})
			}
			if db >= 0 {
				out = append(out, b)
			}
		}
		if ring = out; len(ring) == 0 {
			return nil
		}
	}
	return ring
}

// land returns the outlines of the land on the map, simplified to what can be
// seen, holes as rings of their own.
func (p *projection) land(w *worldmap.World, tolerance float64) [][]xy {
	var rings [][]xy
	for _, r := range w.Land {
		lo, hi := boundsOf(r)
		for _, turn := range []float64{-360, 0, 360} {
			if hi.Lon+turn < p.lo.Lon || lo.Lon+turn > p.hi.Lon || hi.Lat < p.lo.Lat || lo.Lat > p.hi.Lat {
				continue
			}
			ring := r
			if turn != 0 {
				ring = slices.Clone(r)
				for i := range ring {
					ring[i].Lon += turn
				}
			}
			if lo.Lon+turn < p.lo.Lon || hi.Lon+turn > p.hi.Lon || lo.Lat < p.lo.Lat || hi.Lat > p.hi.Lat {
				ring = clip(ring, p.lo, p.hi)
			}
			if q := p.line(ring, tolerance); len(q) >= 3 && spread(q) >= 2*tolerance {
				rings = append(rings, q)
			}
		}
	}
	return rings
}

// borders returns the borders between countries that are on the map.
func (p *projection) borders(w *worldmap.World, tolerance float64) [][]xy {
	var lines [][]xy
	if p.scale > borderScale {
		return nil
	}
	for _, l := range w.Borders {
		lo, hi := boundsOf(l)
		for _, turn := range []float64{-360, 0, 360} {
			if hi.Lon+turn < p.lo.Lon || lo.Lon+turn > p.hi.Lon || hi.Lat < p.lo.Lat || lo.Lat > p.hi.Lat {
				continue
			}
			if q := p.line(l, tolerance); len(q) >= 2 {
				lines = append(lines, q)
			}
			break
		}
	}
	return lines
}

func boundsOf(line []worldmap.Point) (lo, hi worldmap.Point) {
	lo, hi = line[0], line[0]
	for _, p := range line {
		lo = worldmap.Point{Lon: min(lo.Lon, p.Lon), Lat: min(lo.Lat, p.Lat)}
		hi = worldmap.Point{Lon: max(hi.Lon, p.Lon), Lat: max(hi.Lat, p.Lat)}
	}
	return lo, hi
}

// line projects and simplifies a line.
func (p *projection) line(line []worldmap.Point, tolerance float64) []xy {
	if len(line) == 0 {
		return nil
	}
	qs := make([]xy, len(line))
	for i, pt := range line {
		if p.world {
			qs[i] = p.at(pt)
		} else { // not wrapped: a line stays in one piece
			qs[i] = xy{p.w/2 + (pt.Lon-p.mid.Lon)*p.squeeze*p.scale, p.h/2 - (pt.Lat-p.mid.Lat)*p.scale}
		}
	}
	return simplify(qs, tolerance)
}

// spread is the larger side of the bounds of a line.
func spread(line []xy) float64 {
	lo, hi := line[0], line[0]
	for _, q := range line {
		lo, hi = xy{min(lo.x, q.x), min(lo.y, q.y)}, xy{max(hi.x, q.x), max(hi.y, q.y)}
	}
	return max(hi.x-lo.x, hi.y-lo.y)
}

// simplify is the Douglas-Peucker algorithm; end points stay.
func simplify(line []xy, tolerance float64) []xy {
	if len(line) < 3 {
		return line
	}
	keep := make([]bool, len(line))
	keep[0], keep[len(line)-1] = true, true
	stack := [][2]int{{0, len(line) - 1}}
	for len(stack) > 0 {
		lo, hi := stack[len(stack)-1][0], stack[len(stack)-1][1]
		stack = stack[:len(stack)-1]
		a, d := line[lo], xy{line[hi].x - line[lo].x, line[hi].y - line[lo].y}
		length := math.Hypot(d.x, d.y)
		far, at := tolerance, -1
		for i := lo + 1; i < hi; i++ {
			dist := math.Hypot(line[i].x-a.x, line[i].y-a.y)
			if length > 0 {
				dist = math.Abs(d.x*(line[i].y-a.y)-d.y*(line[i].x-a.x)) / length
			}
			if dist > far {
				far, at = dist, i
			}
		}
		if at >= 0 {
			keep[at] = true
			stack = append(stack, [2]int{lo, at}, [2]int{at, hi})
		}
	}
	out := line[:0:0]
	for i, k := range keep {
		if k {
			out = append(out, line[i])
		}
	}
	return out
}
