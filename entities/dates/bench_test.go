package dates

import (
	"strings"
	"testing"
)

// newsText is written for the benchmark: about one expression in thirty words,
// as in news.
const newsText = `ALMATY, Kazakhstan -- Officials said Tuesday that the border crossing, which was closed
last month after a landslide, will reopen before the end of the year. The governor told reporters that
work on the road had begun in March 2015 and that some 2,000 people live in the villages beyond it.
"Nobody here may leave the valley without a car," he said. The ministry put the cost of the repair at
$14.5 million, nearly twice the sum set aside two years ago, and blamed contractors from the capital.

A spokeswoman for the company, which employs 340 workers and runs the only ferry on the lake, declined
to comment on the figures. Its shares fell 3 percent to 1,204 tenge at the close of trading in the third
quarter. Villagers have waited for several weeks. The first trucks are expected at 6 a.m. on Friday.
`

// plainText has no expression and no trigger.
const plainText = `The governor told reporters that work on the road had started and that some people live
in the villages beyond it. A spokeswoman for the company, which employs 340 workers and runs the only
ferry on the lake, declined to comment on the figures or on the contractors from the capital city.
`

func benchmark(b *testing.B, text string) {
	text = strings.Repeat(text, 1+1<<16/len(text))
	var buf []Expression
	buf = AppendFind(buf[:0], text, ref)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		buf = AppendFind(buf[:0], text, ref)
	}
}

func BenchmarkNews(b *testing.B)  { benchmark(b, newsText) }
func BenchmarkPlain(b *testing.B) { benchmark(b, plainText) }
