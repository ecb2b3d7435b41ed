package report

import (
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/worldmap"
)

// Size of a map in units of its viewBox, which are pixels on most screens.
const (
	mapWidth     = 440
	mapHeight    = 300
	mapPad       = 44   // kept free around the marks
	minSpan      = 5.0  // degrees of latitude that a map shows at least: the outlines are coarse
	borderScale  = 61   // units per degree beyond which borders, coarser still, are left out
	maxSpan      = 200  // degrees of longitude in view beyond which the whole world is shown
	worldSouth   = -58. // edge of the world where nothing lies in Antarctica
	clusterShare = 0.75 // of the mentions that a map of the main cluster shows at least
	areaRoom     = 1.25 // how much wider a map may become to show the points of areas
	clusterGain  = 0.4  // how much narrower the bounds must be for places to be left out
)

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
	const north = 84
	p := &projection{w: width, world: true, lo: worldmap.Point{Lon: -180, Lat: south}, hi: worldmap.Point{Lon: 180, Lat: north}}
	right, _ := equalEarth(worldmap.Point{Lon: 180})
	_, p.yTop = equalEarth(p.hi)
	_, bottom := equalEarth(p.lo)
	p.xPerUnit = width / 2 / right
	p.h = (p.yTop - bottom) * p.xPerUnit
	return p
}

// Bounds in degrees; east may lie beyond 180°.
type bounds struct{ west, east, south, north float64 }

func (b bounds) width() float64 { return b.east - b.west }

// touches says whether pt lies on an edge.
func (b bounds) touches(pt worldmap.Point) bool {
	return pt.Lat == b.south || pt.Lat == b.north || math.Abs(wrap(pt.Lon-b.west)) < 1e-9 || math.Abs(wrap(pt.Lon-b.east)) < 1e-9
}

// size compares bounds: the degrees of latitude a map of them would show.
func (b bounds) size() float64 {
	return max(b.north-b.south, b.width()*math.Cos((b.north+b.south)/2*math.Pi/180)*(mapHeight-2*mapPad)/(mapWidth-2*mapPad))
}

// extent returns the smallest bounds of the marks: longitudes are a circle, so
// they leave out the widest gap.
func extent(ms []mapMark) bounds {
	lons := make([]float64, len(ms))
	b := bounds{south: 90, north: -90}
	for i, m := range ms {
		lons[i] = m.at.Lon
		b.south, b.north = min(b.south, m.at.Lat), max(b.north, m.at.Lat)
	}
	slices.Sort(lons)
	n := len(lons)
	gap, west := lons[0]+360-lons[n-1], 0
	for i := 1; i < n; i++ {
		if g := lons[i] - lons[i-1]; g > gap {
			gap, west = g, i
		}
	}
	b.west = lons[west]
	b.east = b.west + 360 - gap
	return b
}

// chooseView zooms to the marks. Where most mentions are of places close
// together and a few are far away, it zooms to the many. Areas count only
// where nothing else does, but are kept in view where there is room.
func chooseView(ms []mapMark) *projection {
	var spots, areas []mapMark // the point of a country need not be on a map of its towns
	for _, m := range ms {
		if m.area {
			areas = append(areas, m)
		} else {
			spots = append(spots, m)
		}
	}
	if len(spots) == 0 {
		spots, areas = areas, nil
	}
	best := mainCluster(spots)
	room := max(best.size()*areaRoom, minSpan)
	for _, m := range areas {
		corners := []mapMark{{at: worldmap.Point{Lon: best.west, Lat: best.south}}, {at: worldmap.Point{Lon: best.east, Lat: best.north}}, m}
		if b := extent(corners); b.size() <= room {
			best = b
		}
	}
	p := &projection{w: mapWidth, h: mapHeight}
	p.mid = worldmap.Point{Lon: (best.west + best.east) / 2, Lat: (best.south + best.north) / 2}
	p.mid.Lat = min(max(p.mid.Lat, -75), 75) // the poles lie beyond an edge
	p.squeeze = math.Cos(p.mid.Lat * math.Pi / 180)
	p.scale = min((mapHeight-2*mapPad)/max(best.north-best.south, 1e-9),
		(mapWidth-2*mapPad)/max(best.width()*p.squeeze, 1e-9),
		mapHeight/minSpan)
	const margin = 10 // units
	dx, dy := (mapWidth/2+margin)/(p.scale*p.squeeze), (mapHeight/2+margin)/p.scale
	if 2*dx > maxSpan {
		south := worldSouth
		for _, m := range ms {
			if m.at.Lat < worldSouth+2 {
				south = -90
			}
		}
		return worldView(mapWidth, south)
	}
	p.lo = worldmap.Point{Lon: p.mid.Lon - dx, Lat: p.mid.Lat - dy}
	p.hi = worldmap.Point{Lon: p.mid.Lon + dx, Lat: p.mid.Lat + dy}
	return p
}

// mainCluster returns the bounds of the marks without those few that are far
// away. It drops them one by one, each time the one at the edge whose loss
// narrows the bounds most for each of its mentions, while most mentions stay,
// and keeps to the last step that narrowed them by much.
func mainCluster(ms []mapMark) bounds {
	rest := slices.Clone(ms)
	total := 0
	for _, m := range ms {
		total += m.count
	}
	spare := int(float64(total) * (1 - clusterShare))
	now := extent(rest)
	best := now
	for best.size() > 2*minSpan {
		drop, gain := -1, 0.0
		for i, m := range rest {
			if m.count > spare || !now.touches(m.at) {
				continue
			}
			without := slices.Concat(rest[:i], rest[i+1:])
			if len(without) == 0 {
				break
			}
			if g := (now.size() - extent(without).size()) / float64(m.count); g > gain {
				drop, gain = i, g
			}
		}
		if drop < 0 {
			break
		}
		spare -= rest[drop].count
		rest = slices.Delete(rest, drop, drop+1)
		now = extent(rest)
		if now.size() < clusterGain*best.size() {
			best = now
		}
	}
	return best
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

// textWidth estimates how wide a system font sets s, for placing labels.
func textWidth(s string, size float64) float64 {
	w := 0.0
	for _, r := range s {
		switch {
		case r > 0x2e80:
			w += 1
		case r == 'i' || r == 'l' || r == 'j' || r == 't' || r == 'f' || r == 'r' || r == 'I' || r == ' ' || r == '.' || r == ',' || r == '\'':
			w += 0.34
		case r == 'm' || r == 'w' || r == 'M' || r == 'W':
			w += 0.88
		case 'A' <= r && r <= 'Z':
			w += 0.68
		default:
			w += 0.57
		}
	}
	return w * size
}
