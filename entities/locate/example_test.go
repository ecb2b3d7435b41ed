package locate_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/entities/locate"
	"github.com/dateline-go/dateline/gazetteer"
)

func ExampleLocator_Resolve() {
	g, err := gazetteer.World()
	if err != nil {
		log.Fatal(err)
	}
	text := "The ferry from Hamilton to Kingston, Ontario, stopped in Oakville."
	var mentions []locate.Mention
	for _, name := range []string{"Hamilton", "Kingston", "Ontario", "Oakville"} {
		i := strings.Index(text, name)
		mentions = append(mentions, locate.Mention{Start: i, End: i + len(name), Kind: kind.Place})
	}
	r := locate.New(g).Resolve(text, mentions, locate.Context{})
	for i, m := range mentions {
		p := r.Place(i)
		fmt.Println(text[m.Start:m.End], p.Feature, p.Admin1, p.Country)
	}
	fmt.Println(r.Focus[0].Country, r.Focus[0].Admin1)
	// Output:
	// Hamilton PPL Ontario CA
	// Kingston PPL Ontario CA
	// Ontario ADM1 Ontario CA
	// Oakville PPL Ontario CA
	// CA Ontario
}
