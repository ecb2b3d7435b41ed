package dates_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/dateline-go/dateline/entities/dates"
)

func ExampleFind() {
	text := "The talks, which began on Oct. 26, will resume on Friday, two years after the cease-fire."
	published := time.Date(2016, 11, 20, 0, 0, 0, 0, time.UTC)
	for _, e := range dates.Find(text, published) {
		fmt.Println(text[e.Start:e.End], "=", e.Type, e.Value.Value)
	}
	// Output:
	// Oct. 26 = DATE 2016-10-26
	// Friday = DATE 2016-11-25
	// two years = DURATION P2Y
}

// Without a publication date the first full date of the text takes its place.
func ExampleFind_unknownDate() {
	for _, text := range []string{
		"OSLO, 3 March 2009 - The king left for Bergen on Sunday.",
		"The king left for Bergen on Sunday.",
	} {
		for _, e := range dates.Find(text, time.Time{}) {
			fmt.Println(text[e.Start:e.End], "=", e.Value.Value)
		}
	}
	// Output:
	// 3 March 2009 = 2009-03-03
	// Sunday = 2009-03-01
	// Sunday = XXXX-WXX-7
}

func ExampleWithDayFirst() {
	text := "signed on 10/12/2016"
	fmt.Println(dates.Find(text, time.Time{})[0].Value.Value)
	fmt.Println(dates.Find(text, time.Time{}, dates.WithDayFirst())[0].Value.Value)
	// Output:
	// 2016-10-12
	// 2016-12-10
}

func ExampleAppendFind() {
	var buf []dates.Expression // used again for each text
	for _, text := range []string{"every Tuesday", "no date at all"} {
		buf = dates.AppendFind(buf[:0], text, time.Time{})
		fmt.Println(len(buf))
	}
	// Output:
	// 1
	// 0
}

func ExampleValue_MarshalJSON() {
	ref := time.Date(2016, 11, 20, 0, 0, 0, 0, time.UTC)
	e := dates.Find("late last year", ref)[0]
	b, _ := json.Marshal(e.Value)
	fmt.Println(string(b))
	e = dates.Find("at 2 p.m. EST on Friday", ref)[0]
	b, _ = json.Marshal(e.Value)
	fmt.Println(string(b))
	// Output:
	// {"type":"DATE","value":"2015","mod":"END","start":"2015-01-01","end":"2016-01-01","granularity":"year"}
	// {"type":"TIME","value":"2016-11-18T14:00","start":"2016-11-18T14:00:00-05:00","end":"2016-11-18T15:00:00-05:00","granularity":"hour"}
}
