package report

import (
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/worldmap"
)

// Size of a map in units of its viewBox, which are pixels on most screens.
const (
	mapWidth  = 440
	mapHeight = 300
	mapPad    = 44 // kept free around the marks
)

// What decides how far a map zooms in.
const (
	minSpan      = 5.0  // degrees of latitude that a map shows at least: the outlines are coarse
	maxSpan      = 200  // degrees of longitude in view beyond which the whole world is shown
	worldNorth   = 84.  // edges of a map of the world
	worldSouth   = -58. // where nothing lies in Antarctica
	clusterShare = 0.75 // of the mentions that a map of the main cluster shows at least
	clusterGain  = 0.4  // how much narrower the bounds must be for places to be left out
	areaRoom     = 1.25 // how much wider a map may become to show the points of states and provinces
)

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
// where nothing else does; states and provinces are kept in view where there is
// room.
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
		if m.wide {
			continue
		}
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
