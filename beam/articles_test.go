package beam

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
)

// The parts of generated articles.
var (
	cities    = []string{"Karachi", "Lima", "Nairobi", "Oslo", "Manila", "Quetta", "Toronto", "Lagos", "Padang", "Tbilisi"}
	people    = []string{"Maria Alvarez", "Tariq Mehsud", "Grace Mwangi", "Lars Halvorsen", "Chen Wei", "Nino Beridze"}
	bodies    = []string{"the Interior Ministry", "Halvorsen Foods", "the World Bank", "the Red Cross", "Lagos State University"}
	days      = []string{"on Tuesday", "on Oct. 26", "last week", "in March 2015", "two days ago"}
	events    = []string{"opened a bridge", "closed the harbour", "counted the votes again", "flew in tents and water", "signed a contract"}
	published = []string{"2016-11-20", "2019-02-01T08:30:00Z", ""}
)

func pick(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

// article makes up a document; the same number makes the same document.
func article(number int) Document {
	r := rand.New(rand.NewPCG(1, uint64(number)))
	var b strings.Builder
	fmt.Fprintf(&b, "%s — ", strings.ToUpper(pick(r, cities)))
	for range 2 + r.IntN(6) {
		who := pick(r, people)
		fmt.Fprintf(&b, "%s of %s %s in %s %s. ", who, pick(r, bodies), pick(r, events), pick(r, cities), pick(r, days))
		if r.IntN(3) == 0 {
			fmt.Fprintf(&b, "“It took us %d weeks,” %s said.\n\n", 2+r.IntN(30), who[strings.IndexByte(who, ' ')+1:])
		}
	}
	return Document{ID: fmt.Sprintf("doc-%05d", number), Text: b.String(), Published: pick(r, published)}
}

func jsonLine(d Document) string {
	b, err := json.Marshal(d)
	if err != nil {
		panic(err) // strings always have a JSON form
	}
	return string(b)
}

// longest is the limit that the tests set with WithMaxBytes.
const longest = 20_000

// badLines are records that must fail, with a part of the reason. Some have an
// id that can be read.
var badLines = []struct{ line, id, reason string }{
	{`{"id":"cut","text":"Rain fell in Li`, "", "malformed JSON"},
	{`not JSON at all`, "", "malformed JSON"},
	{`["a","list"]`, "", "is a array"},
	{`{"id":"textless"}`, "textless", `no "text"`},
	{`{"id":"number","text":17}`, "", `field "text" is a number`},
	{`{"id":{"a":1},"text":"Rain fell."}`, "", "id is neither"},
	{`{"id":"odd date","text":"Rain fell.","published":"next Tuesday"}`, "odd date", "next Tuesday"},
	{`{"id":"long","text":"` + strings.Repeat("Rain fell in Lima. ", longest/19+1) + `"}`, "long", "too long"},
	{"\xff\xfe{", "", "malformed JSON"},
}

// oddLines are records that look bad and yet must succeed, with their ids.
var oddLines = []struct{ line, id string }{
	{`{"id":"empty","text":""}`, "empty"},
	{`{"id":42,"text":"Rain fell in Oslo.","extra":[1,2]}`, "42"},
	{`{"id":null,"text":"Rain fell in Lima.","published":null}`, ""},
	{"{\"id\":\"bytes\",\"text\":\"Rain \xff\xfe\\u0000 fell in Manila.\"}\r", "bytes"},
	{`{"id":"brackets","text":"` + strings.Repeat("([{“", 1000) + `"}`, "brackets"},
}

// feed is a file of n articles with all the bad and odd lines among them, and
// a blank line.
func feed(n int) []string {
	lines := make([]string, 0, n+len(badLines)+len(oddLines)+1)
	for i := range n {
		lines = append(lines, jsonLine(article(i)))
	}
	lines = append(lines, "  ")
	for _, b := range badLines {
		lines = append(lines, b.line)
	}
	for _, o := range oddLines {
		lines = append(lines, o.line)
	}
	rand.New(rand.NewPCG(2, 2)).Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	return lines
}
