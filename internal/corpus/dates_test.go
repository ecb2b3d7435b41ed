package corpus

import (
	"bytes"
	"strings"
	"testing"
)

func TestDecodeDates(t *testing.T) {
	const in = `{"id":"a","published":"2016-11-20","text":"On Friday.","timexes":[{"start":3,"end":9,"text":"Friday","type":"DATE","value":"2016-11-18"}]}

{"id":"b","published":"2016-11-20T08:00:00Z","text":"Nothing.","timexes":[]}
`
	docs, err := DecodeDates(strings.NewReader(in), "in.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 2 || docs[0].Timexes[0].Value != "2016-11-18" {
		t.Fatalf("got %+v", docs)
	}
	for _, d := range docs {
		if y, m, day := d.Ref().Date(); y != 2016 || m != 11 || day != 20 {
			t.Errorf("%s: ref %v", d.ID, d.Ref())
		}
	}
	var out bytes.Buffer
	if err := EncodeDates(&out, docs); err != nil {
		t.Fatal(err)
	}
	again, err := DecodeDates(&out, "out.jsonl")
	if err != nil || len(again) != 2 || again[0].Timexes[0] != docs[0].Timexes[0] {
		t.Errorf("written and read again: %+v, %v", again, err)
	}
}

func TestDecodeDatesErrors(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"{", "in:1: "},
		{"{}\n\n{\"id\":\"a\",\"text\":\"x\",\"timexes\":[{\"start\":0,\"end\":5}]}", "in:3: "},
		{`{"text":"Friday","timexes":[{"start":0,"end":6,"text":"Monday"}]}`, `in:1: expression [0,6) is "Friday" in the text, not "Monday"`},
	} {
		_, err := DecodeDates(strings.NewReader(c.in), "in")
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.in, err, c.want)
		}
	}
	if _, err := ReadDates("no such file"); err == nil {
		t.Error("no error for a file that does not exist")
	}
}

func FuzzDecodeDates(f *testing.F) {
	f.Add(`{"id":"a","text":"On Friday.","timexes":[{"start":3,"end":9,"text":"Friday"}]}`)
	f.Add("{\"timexes\":[{\"start\":-1}]}\n{}")
	f.Add("null\n[]\n")
	f.Fuzz(func(t *testing.T, in string) {
		docs, err := DecodeDates(strings.NewReader(in), "in")
		if err != nil {
			if !strings.HasPrefix(err.Error(), "in") {
				t.Fatalf("error does not name the input: %v", err)
			}
			return
		}
		for _, d := range docs {
			d.Ref()
			for _, x := range d.Timexes {
				if d.Text != "" && d.Text[x.Start:x.End] != x.Text {
					t.Fatalf("%+v of %q", x, d.Text)
				}
			}
		}
	})
}
