package token_test

import (
	"fmt"

	"github.com/dateline-go/dateline/entities/token"
)

func ExampleSplit() {
	d := token.Split("FERRIES COLLIDE\nHARWICH (AP) — “We can’t see,” Capt. Ruiz said. O’Neill’s ship sank.")
	for _, s := range d.Sentences {
		for i := s.First; i < s.Last; i++ {
			fmt.Print("[", d.Word(int(i)), "]")
		}
		fmt.Println()
	}
	t := d.Tokens[10]
	fmt.Println(t.Start, t.End, d.Text[t.Start:t.End])
	// Output:
	// [FERRIES][COLLIDE]
	// [HARWICH][(][AP][)][—][“][We][ca][n’t][see][,][”][Capt.][Ruiz][said][.]
	// [O’Neill][’s][ship][sank][.]
	// 41 46 n’t
}

// One Doc serves many texts without allocating for each.
func ExampleDoc_Reset() {
	var d token.Doc
	for _, text := range []string{"The U.S. won. Spain lost.", "Rain stopped play."} {
		d.Reset(text)
		fmt.Println(len(d.Tokens), len(d.Sentences))
	}
	// Output:
	// 7 2
	// 4 1
}

// Words that are already cut, such as those of an annotated corpus, keep their
// indices.
func ExampleFromWords() {
	d := token.FromWords([][]string{{"Spain", "won", "."}, {"The", "U.S.", "lost", "."}})
	fmt.Printf("%q\n", d.Text)
	fmt.Println(d.Word(4), d.Tokens[4], d.Sentences)
	// Output:
	// "Spain won .\nThe U.S. lost ."
	// U.S. {16 20} [{0 3} {3 7}]
}

func ExampleDoc_Word() {
	d := token.Split("Pakistan’s army")
	fmt.Println(d.Word(0), d.Word(1), d.Word(2))
	// Output: Pakistan ’s army
}
