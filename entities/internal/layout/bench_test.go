package layout

import (
	"strings"
	"testing"
)

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("The council voted on Monday to close two schools and a library, officials said after a long debate.\n"+
		"“Nobody asked us,” said a parent who had waited outside since noon with four others.\n", 30)
	text = "Council votes to close schools\n\nDURHAM, N.C. (AP) — " + text + "Read more: Parents march\n"
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(text)
	}
}
