package dates

// clock resolves a time of the day on the day that the expression or else the
// text before it names.
func (p *parser) clock(f *frame) (point, bool) {
	pt, ok := p.dayOf(f)
	if !ok {
		return pt, false
	}
	if f.unit == uHalf && f.hasClock && f.min < 0 {
		f.min = 30 // half past three
	}
	switch {
	case !f.hasClock && f.part == noon:
		f.hour, f.min = 12, -1
	case !f.hasClock && f.part == midnight:
		f.hour, f.min = 24, -1
	case !f.hasClock:
		return pt, false
	}
	h := f.hour
	switch {
	case f.ampm == 2 && h < 12:
		h += 12
	case f.ampm == 1 && h == 12:
		h = 0
	case f.ampm == 0 && h < 12 && (f.deictic == deicticTonight || f.part == afternoon || f.part == evening || f.part == night):
		h += 12
	}
	if h > 24 {
		return pt, false
	}
	pt.gran, pt.hour, pt.min, pt.sec = uMinute, h, max(f.min, 0), f.sec
	if f.min < 0 {
		pt.gran = uHour
	}
	if f.sec >= 0 && f.hasClock && f.min >= 0 {
		pt.gran = uSecond
	}
	if f.zone > 0 {
		pt.zoned, pt.offset = true, zones[f.zone-1].minutes+f.offset
	}
	return pt, true
}

// dayOf returns the day a time of the day lies on.
func (p *parser) dayOf(f *frame) (point, bool) {
	switch {
	case f.weekday != 0 && f.month == 0:
		return p.weekday(f)
	case f.month != 0:
		return p.date(f)
	case f.deictic == deicticTonight:
		return p.today(), true
	case f.deictic != 0:
		return p.deictic(f)
	}
	if p.lastDay.gran != uNone && p.lastDay.dayKnown() {
		d := p.lastDay
		if n, _ := d.first(); n > p.now && p.pastDay.gran != uNone && p.tense(f) < 0 {
			d = p.pastDay
		}
		return point{gran: uDay, year: d.year, month: d.month, day: d.day}, true
	}
	return p.today(), true
}

// partOfDay resolves Monday night, this morning, last night.
func (p *parser) partOfDay(f *frame) (point, bool) {
	if f.part == 0 || f.part > dusk {
		return point{}, false
	}
	var pt point
	ok := true
	switch {
	case f.weekday != 0 || f.month != 0 || f.deictic != 0:
		pt, ok = p.dayOf(f)
	case f.hasNum:
		pt = p.shifted(p.today(), uDay, -f.num.n)
	case f.arg != 0:
		pt = p.shifted(p.then0(), uDay, f.arg)
	case f.dir == dirLast:
		pt = p.shifted(p.today(), uDay, -1)
	case f.dir == dirThis:
		pt = p.today()
	case f.dir == dirNext || f.dir == dirFoll:
		pt = p.shifted(p.then0(), uDay, 1)
	case f.dir == dirPrev:
		pt = p.shifted(p.then0(), uDay, -1)
	default:
		f.dir = 0
		pt, ok = p.dayOf(f)
	}
	pt.gran, pt.part = uPart, f.part
	return pt, ok
}
