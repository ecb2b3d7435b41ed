package link

import (
	"testing"

	"github.com/dateline-go/dateline/entities/kind"
)

func TestTrimTitles(t *testing.T) {
	for name, want := range map[string]string{
		"Daw Mya Thandar": "Mya Thandar", "Lt. Gen. John Abizaid": "John Abizaid", "Mullah Omar": "Omar",
		"President Ó Dálaigh": "Ó Dálaigh",
		// Given names and stage names stay, and no name is left empty.
		"Dean Martin": "Dean Martin", "King Vidor": "King Vidor", "Mr. T": "Mr. T", "Daw": "Daw", "Gen. ": "Gen. ", "Sgt. pepper": "Sgt. pepper",
	} {
		ms := []Mention{{Start: 0, End: len(name), Kind: kind.Person}}
		trimTitles(name, ms)
		if got := name[ms[0].Start:ms[0].End]; got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
	// What is cut off is found again as the title.
	for _, text := range []string{"Atty. Ana Reyes", "Hojatoleslam Hassan Rouhani", "Mzee Jomo Kenyatta", "Sgt Pepper Lane", "Encik Ahmad Zahid"} {
		ms := []Mention{{Start: 0, End: len(text), Kind: kind.Person}}
		trimTitles(text, ms)
		if got, want := titleBefore(text, ms, 0), text[:max(ms[0].Start-1, 0)]; want == "" || got != want {
			t.Errorf("%q: title %q, want %q", text, got, want)
		}
	}
	ms := []Mention{{Start: 0, End: 14, Kind: kind.Org}}
	if trimTitles("President Bank", ms); ms[0].Start != 0 {
		t.Error("an organisation lost a word")
	}
}
