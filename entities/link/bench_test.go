package link

import (
	"strings"
	"testing"
)

const story = `[L=gn1:KABUL] ([O:AP]) — [N=AF:Afghan] President [P:Ashraf Ghani] met [P:Kim Jong-un] and [P:Bill] and [P:Hillary Clinton] in [L=gn2:Doha] on Monday, said a
spokesman for the [O:Ministry of Foreign Affairs], [P:Najib Azad], who spoke to the [O:Associated Press] by telephone from the capital late in the evening.
[P:Ghani], a former finance minister, had asked the [O:World Bank] and the [O:United Nations Children's Fund] ([O:UNICEF]) for help after floods in [L=gn3:Helmand].
“We need tents,” Mr. [P:Azad] said. [O:UNICEF] sent four hundred of them to [L=gn4:Lashkar Gah], where Gen. [P:Abdul Raziq] was waiting with lorries of the army.
[P:Raziq] said that the [O:Taliban] had left the valley two weeks ago and would not come back before the winter, although nobody in the town believed him.
`

func BenchmarkGroup(b *testing.B) {
	text, ms := marked(strings.Repeat(story, 3))
	tokens := len(strings.Fields(text))
	var l Linker
	b.ReportAllocs()
	for b.Loop() {
		l.Group(text, ms, nil)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
	b.ReportMetric(float64(len(ms)), "mentions")
}

func BenchmarkKinds(b *testing.B) {
	text, ms := marked(strings.Repeat(story, 3))
	for i := range ms {
		ms[i].Score = 0.8
	}
	tokens := len(strings.Fields(text))
	var l Linker
	b.ReportAllocs()
	for b.Loop() {
		l.Kinds(text, ms, nil)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
}
