package tag_test

import (
	"fmt"

	"github.com/dateline-go/dateline/entities/tag/news"
	"github.com/dateline-go/dateline/entities/token"
)

func ExampleModel_Tag() {
	m, err := news.Model()
	if err != nil {
		panic(err)
	}
	d := token.Split("Angela Merkel met U.S.-led troops in Kunduz.")
	for _, s := range m.Tag(d) {
		fmt.Println(s.Kind, d.Text[s.Start:s.End])
	}
	// Output:
	// PERSON Angela Merkel
	// PLACE U.S.
	// PLACE Kunduz
}

func ExampleModel_Labels() {
	m, err := news.Model()
	if err != nil {
		panic(err)
	}
	d := token.FromWords([][]string{{"Angela", "Merkel", "met", "U.S.-led", "troops"}})
	for i, label := range m.Labels(d) {
		fmt.Println(d.Word(i), label)
	}
	// Output:
	// Angela B-PERSON
	// Merkel I-PERSON
	// met O
	// U.S.-led B-PLACE
	// troops O
}
