package link

// samePerson reports whether name s, of no more words than name long, may name
// the same person.
func (l *Linker) samePerson(s, long *name) bool {
	if s.junior != long.junior {
		// Donald Trump and Donald Trump Jr. are two, Osei Tutu and Osei Tutu II
		// are one.
		if s.junior != 0 && long.junior != 0 || s.n > 1 && (s.junior|long.junior)&0x80 == 0 {
			return false
		}
	}
	sp, lp := l.parts[s.parts:s.parts+s.n], l.parts[long.parts:long.parts+long.n]
	if len(sp) == 1 {
		if opposite(s.gender, long.gender) {
			return false
		}
		for i := range lp {
			if lp[i].flags&initial == 0 && lp[i].flags&patronymic <= sp[0].flags&patronymic && (lp[i].hash == sp[0].hash || lp[i].alt == sp[0].hash || lp[i].hash == sp[0].alt) {
				return true
			}
		}
		return false
	}
	var sb, lb [16]part
	sp, lp = mains(sb[:0], sp), mains(lb[:0], lp)
	sp, lp = asParticle(sp, lp), asParticle(lp, sp)
	if len(sp) > len(lp) {
		sp, lp = lp, sp
	}
	if len(sp) < 2 {
		return len(sp) == 1 && find(lp, sp[0].hash) != nil
	}
	n, m := len(sp), len(lp)
	// A surname first or last: Orbán Viktor, Jong Un Kim.
	if n == m && (n == 2 || n == 3) {
		turned := true
		for i := range sp {
			if sp[i].hash != lp[(i+1)%n].hash {
				turned = false
			}
		}
		if turned {
			return true
		}
		turned = true
		for i := range sp {
			if lp[i].hash != sp[(i+1)%n].hash {
				turned = false
			}
		}
		if turned {
			return true
		}
	}
	// The end of the longer name: "López Obrador".
	end := true
	for i := range sp {
		if !alike(sp[n-1-i], lp[m-1-i]) {
			end = false
			break
		}
	}
	if end {
		return true
	}
	// Its beginning: "Gabriel García" Márquez; all but the last word, and the
	// last anywhere after.
	for i := 0; i < n-1; i++ {
		if !alike(sp[i], lp[i]) {
			return false
		}
	}
	for j := n - 1; j < m; j++ {
		if sp[n-1].flags&initial == 0 && sp[n-1].hash == lp[j].hash {
			return true
		}
	}
	return false
}

// asParticle leaves out the first word of a name where it may be a particle and
// the other name has the second behind one: "Al Zubair" and "Mohammed al Zubair".
func asParticle(parts, other []part) []part {
	if len(parts) > 1 && parts[0].flags&likeParticle != 0 {
		if p := find(other, parts[1].hash); p != nil && p.flags&particled != 0 {
			return parts[1:]
		}
	}
	return parts
}

// mains copies the parts of a name without its nicknames.
func mains(dst, parts []part) []part {
	for _, p := range parts {
		if p.flags&nickname == 0 && len(dst) < cap(dst) {
			dst = append(dst, p)
		}
	}
	return dst
}

// alike reports whether two words of names may be the same: equal, one the
// initial of the other, or short for the same given name.
func alike(a, b part) bool {
	if a.hash == b.hash || a.alt == b.alt {
		return true
	}
	return (a.flags|b.flags)&initial != 0 && a.first == b.first
}
