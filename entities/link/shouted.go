package link

import (
	"strings"

	"github.com/dateline-go/dateline/entities/kind"
)

// Bounds of what is read in lines of capitals.
const (
	maxShouted   = 6    // words of a name
	shoutedScore = 0.9  // score of a name that the story has as well
	shoutNeeds   = 0.7  // least score of the name in the story
	shoutKeeps   = 0.97 // mentions with a higher score stay as they are
)

// shoutedNames reads the names of lines in capitals, headlines mostly, as the
// story below spells them: there capitals say nothing of where a name begins
// and ends. What the tagger found across such a name gives way to it.
func (l *Linker) shoutedNames(text string, ms []Mention) []Mention {
	lines := shoutedLines(text, l.lines[:0])
	l.lines = lines
	if len(lines) == 0 {
		return ms
	}
	known := make(map[uint64]kind.Kind)
	at := 0
	for i := range ms {
		m := &ms[i]
		for at < len(lines) && lines[at].end <= m.Start {
			at++
		}
		if at < len(lines) && m.Start >= lines[at].start || m.Score < shoutNeeds || m.Kind == kind.Date {
			continue
		}
		l.words = appendWords(l.words[:0], text[m.Start:m.End], m.Start)
		if n := len(l.words); n > 0 && n <= maxShouted {
			known[nameKey(l.words)] = m.Kind
		}
	}
	if len(known) == 0 {
		return ms
	}
	l.extra = l.extra[:0]
	for _, ln := range lines {
		l.words = appendWords(l.words[:0], text[ln.start:ln.end], ln.start)
		for i := 0; i < len(l.words); {
			n, k := longestName(l.words[i:], known)
			if n > 1 || n == 1 && l.words[i].letters > 3 {
				l.extra = append(l.extra, Mention{Start: l.words[i].start, End: wordEnd(text, l.words[i+n-1]), Kind: k, Score: shoutedScore})
			}
			i += max(n, 1)
		}
	}
	return replaceMentions(text, ms, l.extra)
}

// longestName is how many words at the head of ws are a known name, and its
// kind.
func longestName(ws []word, known map[uint64]kind.Kind) (n int, k kind.Kind) {
	key := uint64(0)
	for i := range ws[:min(len(ws), maxShouted)] {
		if i == 0 {
			key = ws[0].hash
		} else {
			key = mix(key, ws[i].hash)
		}
		if found, ok := known[key]; ok {
			n, k = i+1, found
		}
	}
	return n, k
}

// replaceMentions puts the new mentions in place of the less sure ones that
// they overlap, and leaves out those that overlap a surer one. Both lists are
// in text order.
func replaceMentions(text string, ms, fresh []Mention) []Mention {
	kept, wanted := ms[:0], fresh[:0]
	j := 0
	for i := range ms {
		m := ms[i]
		for j < len(fresh) && fresh[j].End <= m.Start {
			wanted = append(wanted, fresh[j])
			j++
		}
		if j == len(fresh) || fresh[j].Start >= m.End {
			kept = append(kept, m)
			continue
		}
		// One word proves nothing about a longer name around it ("BERLIN", the
		// "BERLIN MARATHON"), nor about the kind ("DETROIT" the club).
		one := strings.IndexByte(text[fresh[j].Start:fresh[j].End], ' ') < 0
		if m.Score > shoutKeeps || one || m.Start == fresh[j].Start && m.End == fresh[j].End {
			kept = append(kept, m)
			for j < len(fresh) && fresh[j].Start < m.End {
				j++
			}
		}
	}
	wanted = append(wanted, fresh[j:]...)
	return mergeMentions(kept, wanted)
}

// nameKey is the key of a name's words.
func nameKey(ws []word) uint64 {
	key := ws[0].hash
	for j := range ws[1:] {
		key = mix(key, ws[j+1].hash)
	}
	return key
}

// shoutedWords is how many words of two letters or more make a line one.
const shoutedWords = 3

// shoutedLines appends the lines that have capitals and no lower-case letter.
// It leaves a line at its first lower-case letter, so it costs little.
func shoutedLines(text string, dst []span) []span {
	for p := 0; p < len(text); {
		start, words, letters := p, 0, 0
		shouted := true
		for p < len(text) && text[p] != '\n' {
			c := text[p]
			switch {
			case 'a' <= c && c <= 'z':
				shouted = false
			case 'A' <= c && c <= 'Z':
				if letters++; letters == 2 {
					words++
				}
			default:
				letters = 0
			}
			if !shouted {
				break
			}
			p++
		}
		if shouted && words >= shoutedWords {
			dst = append(dst, span{start, p})
		}
		if n := strings.IndexByte(text[p:], '\n'); n >= 0 {
			p += n + 1
		} else {
			p = len(text)
		}
	}
	return dst
}
