package locate

// grid finds places near a place: a hash table from cells of a cube grid
// around the globe to lists of places.
type grid struct {
	keys  []uint64
	heads []int32
	used  []int32
	next  []int32 // of each entry, the next in its cell
	cand  []int32
	group []int32
	size  []int32
	marks uint64 // a bit for each cell in use, by cellMark
}

const (
	reachKm = 150
	cellKm  = 2 * reachKm // so that what is in reach lies in at most 8 cells
	// maxCell bounds the places kept in a cell, so that a text that names
	// thousands of places in one district still takes linear time.
	maxCell = 64
)

func (g *grid) reset(n int) {
	size := 32
	for size < 2*n {
		size *= 2
	}
	if len(g.keys) < size || len(g.keys) > 64*size {
		g.keys, g.heads, g.size = make([]uint64, size), make([]int32, size), make([]int32, size)
		g.used = g.used[:0]
	}
	for _, i := range g.used {
		g.keys[i] = 0
	}
	g.marks = 0
	g.used, g.next, g.cand, g.group = g.used[:0], g.next[:0], g.cand[:0], g.group[:0]
}

// cellOf is the cell of a coordinate on the unit sphere, and the neighbouring
// one that the reach may run into.
func cellOf(v float32) (cell, neighbour int) {
	f := float32(v*(earthKm/float32(cellKm))) + 64
	cell = int(f)
	if f-float32(cell) < 0.5 {
		return cell, cell - 1
	}
	return cell, cell + 1
}

func cellKey(x, y, z int) uint64 {
	return uint64(x)<<16 | uint64(y)<<8 | uint64(z) | 1<<40
}

// cellMark is one of 64 bits for a cell; most cells in reach are empty.
func cellMark(x, y, z int) uint64 { return 1 << uint((x+7*y+19*z)&63) }

func (g *grid) find(key uint64) (int, bool) {
	mask := uint64(len(g.keys) - 1)
	for i := key * 0x9E3779B97F4A7C15 >> 33 & mask; ; i = (i + 1) & mask {
		switch g.keys[i] {
		case key:
			return int(i), true
		case 0:
			return int(i), false
		}
	}
}

// add enters a place; there must be room for as many as reset was told.
func (g *grid) add(c *cand, ci, group int32) {
	x, _ := cellOf(c.x)
	y, _ := cellOf(c.y)
	z, _ := cellOf(c.z)
	key := cellKey(x, y, z)
	i, ok := g.find(key)
	if !ok {
		g.keys[i], g.heads[i], g.size[i] = key, -1, 0
		g.used = append(g.used, int32(i))
		g.marks |= cellMark(x, y, z)
	}
	if g.size[i] >= maxCell {
		return
	}
	g.size[i]++
	g.next = append(g.next, g.heads[i])
	g.cand = append(g.cand, ci)
	g.group = append(g.group, group)
	g.heads[i] = int32(len(g.next) - 1)
}

// around calls yield for every entry of the cells in reach of c.
func (g *grid) around(c *cand, yield func(ci, group int32)) {
	var x, y, z [2]int
	x[0], x[1] = cellOf(c.x)
	y[0], y[1] = cellOf(c.y)
	z[0], z[1] = cellOf(c.z)
	for k := range 8 {
		if g.marks&cellMark(x[k&1], y[k>>1&1], z[k>>2]) == 0 {
			continue
		}
		i, ok := g.find(cellKey(x[k&1], y[k>>1&1], z[k>>2]))
		if !ok {
			continue
		}
		for e := g.heads[i]; e >= 0; e = g.next[e] {
			yield(g.cand[e], g.group[e])
		}
	}
}
