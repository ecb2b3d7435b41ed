package corpus

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func write(t *testing.T, name, text string) string {
	t.Helper()
	p := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(p, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestReadNamesTokens(t *testing.T) {
	docs, err := ReadNames(write(t, "a.tsv", "-DOCSTART-\tO\n\nAna\tB-PERSON\nLee\tI-PERSON\nmet\tO\nBo\tB-PERSON\nCy\tB-PERSON\n\nOslo\tI-PLACE\n\n-DOCSTART-\tO\n\nend x y O\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []NameDocument{
		{File: "a.tsv", ID: "a.tsv#1", Sentences: []NameSentence{
			{Words: []string{"Ana", "Lee", "met", "Bo", "Cy"}, Names: []NameSpan{{0, 2, "PERSON"}, {3, 4, "PERSON"}, {4, 5, "PERSON"}}, Line: 3},
			{Words: []string{"Oslo"}, Names: []NameSpan{{0, 1, "PLACE"}}, Line: 9},
		}},
		{File: "a.tsv", ID: "a.tsv#2", Sentences: []NameSentence{{Words: []string{"end"}, Line: 13}}},
	}
	if !reflect.DeepEqual(docs, want) {
		t.Errorf("got  %+v\nwant %+v", docs, want)
	}
}

func TestReadNamesTexts(t *testing.T) {
	docs, err := ReadNames(write(t, "a.jsonl", `{"id":"x","text":"Ana in Oslo","mentions":[{"start":0,"end":3,"kind":"PERSON"},{"start":7,"end":11,"text":"Oslo","kind":"PLACE"}]}`+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 1 || docs[0].ID != "x" || len(docs[0].Mentions) != 2 || docs[0].Mentions[1].Kind != "PLACE" {
		t.Errorf("got %+v", docs)
	}
}

func TestReadNamesMarked(t *testing.T) {
	docs, err := ReadNames(write(t, "a.txt", "### x | 2016-11-20 | brief\n\n{PERSON Ana Lee} flew to\n{PLACE Köln}.\n\n### y\nNo names here.\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []NameDocument{
		{File: "a.txt", ID: "x", Text: "Ana Lee flew to\nKöln.", Mentions: []NameMention{{0, 7, "Ana Lee", "PERSON"}, {16, 21, "Köln", "PLACE"}}},
		{File: "a.txt", ID: "y", Text: "No names here."},
	}
	if !reflect.DeepEqual(docs, want) {
		t.Errorf("got  %+v\nwant %+v", docs, want)
	}
}

func TestReadNamesSaysWhere(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a.tsv", "Ana\tB-PERSON\nLee\n", "a.tsv:2: token \"Lee\" has no label"},
		{"a.tsv", "Ana\tPERSON\n", "a.tsv:1: label \"PERSON\""},
		{"a.tsv", "\xff\tO\n", "a.tsv:1: token"},
		{"a.jsonl", "{\"text\":\"Ana\"}\n{\n", "a.jsonl:2: "},
		{"a.jsonl", `{"text":"Ana","mentions":[{"start":1,"end":9}]}`, "a.jsonl:1: mention 1 to 9"},
		{"a.jsonl", `{"text":"Ana","mentions":[{"start":0,"end":2,"text":"Xy"}]}`, "a.jsonl:1: mention 0 to 2 is \"An\""},
		{"a.txt", "\nAna\n", "a.txt:2: text before"},
		{"a.txt", "### x\n{PERSON Ana\n", "a.txt:2: want {KIND name}"},
		{"a.txt", "### x\n{Ana}\n", "a.txt:2: want {KIND name}"},
		{"a.txt", "### x\n{ Ana}\n", "a.txt:2: want {KIND name}"},
		{"a.txt", "### x\nAna}\n", "a.txt:2: \"}\" without {"},
		{"a.txt", "### x\n\xff\n", "a.txt:2: not UTF-8"},
	} {
		_, err := ReadNames(write(t, c.name, c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want one with %q", c.text, err, c.want)
		}
	}
	if _, err := ReadNames("no such file"); err == nil {
		t.Error("missing file read")
	}
}
