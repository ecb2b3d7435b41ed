package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/entities/kind"
)

// TestArticles reads all articles of testdata, with every check of the reader,
// and looks at what the set as a whole must hold.
func TestArticles(t *testing.T) {
	docs, err := ReadArticles("../../testdata/articles")
	if err != nil {
		t.Fatal(err)
	}
	splits, genres := map[string]int{}, map[string]int{}
	splitWords, splitMentions := map[string]int{}, map[string]int{}
	var kinds [kind.Count]int
	words, datelines, furniture, ambiguous := 0, 0, 0, 0
	for _, a := range docs {
		if want := a.ID + ".json"; filepath.Base(a.File) != want {
			t.Errorf("%s: the file of %q is %s", a.File, a.ID, want)
		}
		splits[a.Split]++
		genres[a.Genre]++
		n := len(strings.Fields(a.Text))
		if n < 150 || n > 450 {
			t.Errorf("%s: %d words, want 150 to 450", a.File, n)
		}
		words += n
		splitWords[a.Split] += n
		splitMentions[a.Split] += len(a.Mentions)
		if a.Dateline != nil {
			datelines++
		}
		furniture += len(a.Furniture)
		surnames := map[string]int{}
		for _, e := range a.Entities {
			if e.Kind == kind.Person {
				f := strings.Fields(e.Name)
				surnames[f[len(f)-1]]++
			}
		}
		for _, n := range surnames {
			if n > 1 {
				ambiguous++
			}
		}
		for _, m := range a.Mentions {
			kinds[m.Kind]++
		}
	}
	t.Logf("%d articles, %d words, splits %v, genres %v", len(docs), words, splits, genres)
	for k := kind.Person; int(k) < kind.Count; k++ {
		t.Logf("%-6s %d", k, kinds[k])
		if kinds[k] < 20 {
			t.Errorf("%d mentions of kind %s, want at least 20", kinds[k], k)
		}
	}
	t.Logf("%d datelines, %d lines of furniture, %d surnames of two people of an article", datelines, furniture, ambiguous)
	if splits[SplitDev] < 12 || splits[SplitHeldOut] < 6 {
		t.Errorf("splits %v, want at least 12 dev and 6 heldout", splits)
	}
	if len(genres) < 8 || datelines < 8 || furniture < 8 || ambiguous < 4 {
		t.Error("the set lacks variety")
	}
	readme, err := os.ReadFile("../../testdata/articles/README.md")
	if err != nil {
		t.Fatal(err)
	}
	thousands := func(n int) string {
		if n < 1000 {
			return fmt.Sprint(n)
		}
		return fmt.Sprintf("%d,%03d", n/1000, n%1000)
	}
	for s, n := range splits {
		row := fmt.Sprintf("| %s | %d | %s | %s |", s, n, thousands(splitWords[s]), thousands(splitMentions[s]))
		if !strings.Contains(string(readme), row) {
			t.Errorf("README.md lacks the row %s", row)
		}
	}
}

// TestPlainArticle keeps the plain-text copy of an article, for the command
// line, the same as the text of its gold.
func TestPlainArticle(t *testing.T) {
	docs, err := ReadArticles("../../testdata/articles/islamabad-militants.json")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("../../testdata/islamabad.txt")
	if err != nil {
		t.Fatal(err)
	}
	if string(text) != docs[0].Text {
		t.Error("testdata/islamabad.txt differs from the text of its gold")
	}
}

const goodArticle = `{
 "id": "a", "split": "dev", "genre": "test",
 "published": "2016-11-20",
 "text": "LIMA, Nov 19 (AP) - President Ana Ruiz met Peruvian Quechua.\nShare",
 "headline": {"start": 0, "end": 4},
 "dateline": {"start": 0, "end": 17, "place": {"id": 3936456, "ref": "gn:3936456"}, "date": {"value": "2016-11-19"}, "agency": "AP"},
 "furniture": [{"start": 61, "end": 66}],
 "mentions": [
  {"start": 0, "end": 4, "text": "LIMA", "kind": "PLACE", "entity": 0, "place": {"id": 3936456, "ref": "gn:3936456", "name": "Lima", "lat": -12.04, "lon": -77.03, "country": "PE"}},
  {"start": 6, "end": 12, "text": "Nov 19", "kind": "DATE", "date": {"type": "DATE", "value": "2016-11-19"}},
  {"start": 14, "end": 16, "text": "AP", "kind": "ORG", "entity": 1},
  {"start": 30, "end": 38, "text": "Ana Ruiz", "kind": "PERSON", "title": "President", "entity": 2},
  {"start": 43, "end": 51, "text": "Peruvian", "kind": "NORP", "entity": 3, "country": "PE"}
 ],
 "entities": [
  {"id": 0, "kind": "PLACE", "name": "LIMA", "place": {"id": 3936456, "ref": "gn:3936456", "name": "Lima", "lat": -12.04, "lon": -77.03, "country": "PE"}},
  {"id": 1, "kind": "ORG", "name": "AP"},
  {"id": 2, "kind": "PERSON", "name": "Ana Ruiz", "roles": ["President"]},
  {"id": 3, "kind": "NORP", "name": "Peruvian", "country": "PE"}
 ]
}
`

func TestReadArticle(t *testing.T) {
	a, err := ReadArticle(strings.NewReader(goodArticle), "good.json")
	if err != nil {
		t.Fatal(err)
	}
	if d := a.Dateline; !d.HasPlace || d.PlaceID != 3936456 || d.Date != "2016-11-19" || d.Agency != "AP" {
		t.Errorf("dateline %+v", *d)
	}
	if m := a.Mentions[1]; m.Entity != -1 || m.Date.Value != "2016-11-19" {
		t.Errorf("date mention %+v", m)
	}
	if m := a.Mentions[3]; m.Title != "President" || a.Entities[m.Entity].Roles[0] != "President" {
		t.Errorf("person %+v", m)
	}
}

// TestReadArticleErrors breaks the good article in one way at a time; each
// message must name the file, the line and the fault.
func TestReadArticleErrors(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{`"genre": "test",`, `"genre": "test"`, "bad.json:3: "},
		{`"genre": "test"`, `"genre": "test", "gerne": 1`, `bad.json:2: unknown field "gerne"`},
		{`"split": "dev"`, `"split": "train"`, `bad.json:2: split "train"`},
		{`2016-11-20`, `20 Nov`, `bad.json:3: published "20 Nov"`},
		{`"text": "LIMA`, `"txt": "LIMA`, `bad.json:4: unknown field "txt"`},
		{` "furniture": [{"start": 61, "end": 66}],`, ``, `field "furniture" is missing`},
		{`"start": 61, "end": 66`, `"start": 60, "end": 66`, `bad.json:7: furniture: 60 to 66 has white space`},
		{`"start": 61, "end": 66`, `"start": 62, "end": 66`, `bad.json:7: furniture: 62 to 66 is not a whole line`},
		{`"end": 12, "text": "Nov 19"`, `"end": 13, "text": "Nov 19"`, `bad.json:10: mention "Nov 19": 6 to 13 has white space`},
		{`"end": 12, "text": "Nov 19"`, `"end": 11, "text": "Nov 19"`, `bad.json:10: mention "Nov 19": the text at 6 to 11 is "Nov 1"`},
		{`{"start": 6, "end": 12`, `{"start": 3, "end": 12`, `bad.json:10: mention "Nov 19": 3 to 12 overlaps`},
		{`"end": 16, "text": "AP"`, `"end": 1600, "text": "AP"`, `bad.json:11: mention "AP": 14 to 1600 is empty or outside`},
		{`"kind": "PERSON", "title"`, `"kind": "PERSN", "title"`, `bad.json:12: `},
		{`"title": "President"`, `"title": "Minister"`, `bad.json:12: mention "Ana Ruiz": title "Minister"`},
		{`"kind": "PERSON", "title": "President", "entity": 2`, `"kind": "PERSON", "entity": 9`, `bad.json:12: mention "Ana Ruiz": entity 9`},
		{`"kind": "PERSON", "title": "President", "entity": 2`, `"kind": "ORG", "entity": 2`, `bad.json:12: mention "Ana Ruiz": is ORG, its entity 2 is PERSON`},
		{`"kind": "ORG", "entity": 1}`, `"kind": "ORG"}`, `bad.json:11: mention "AP": entity -1`},
		{`"entity": 3, "country": "PE"`, `"entity": 3, "country": "BO"`, `bad.json:13: mention "Peruvian": country "BO", its entity 3 has "PE"`},
		{`"date": {"type": "DATE", "value": "2016-11-19"}}`, `"entity": 0}`, `bad.json:10: mention "Nov 19": a DATE has a date`},
		{`"type": "DATE"`, `"type": "DURATION"`, `value "2016-11-19" does not suit the type DURATION`},
		{`"type": "DATE", `, `"type": "DATE", "mod": "LATE", `, `date mod "LATE"`},
		{`"entity": 0, "place": {"id": 3936456,`, `"entity": 0, "place": {"id": 7,`, `bad.json:9: mention "LIMA": place 7 has ref`},
		{`{"id": 1, "kind": "ORG", "name": "AP"}`, `{"id": 1, "kind": "ORG", "name": "Reuters"}`, `bad.json:17: entity 1: name "Reuters"`},
		{`{"id": 3, "kind": "NORP"`, `{"id": 4, "kind": "NORP"`, `bad.json:19: entity 4: id 4 stands in position 3`},
		{`"roles": ["President"]`, `"roles": ["mayor"]`, `bad.json:18: entity 2: role "mayor"`},
		{`{"id": 3, "kind": "NORP", "name": "Peruvian", "country": "PE"}`, `{"id": 3, "kind": "NORP", "name": "Peruvian", "country": "PE"}, {"id": 4, "kind": "ORG", "name": "AP"}`, `bad.json:19: entity 4: no mention names it`},
		{`"agency": "AP"`, `"agency": "AFP"`, `bad.json:6: dateline: place, date or agency`},
		{"]\n}\n", "]\n}\n{}", `bad.json:22: more text`},
		{goodArticle, `[]`, `bad.json:1: not a JSON object`},
		{goodArticle, ``, `bad.json:1: EOF`},
	} {
		bad := strings.Replace(goodArticle, c.old, c.new, 1)
		if bad == goodArticle {
			t.Errorf("%q is not in the good article", c.old)
			continue
		}
		_, err := ReadArticle(strings.NewReader(bad), "bad.json")
		if err == nil || !strings.HasPrefix(err.Error(), "bad.json:") || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s -> %s\n got %v\nwant %s", c.old, c.new, err, c.want)
		}
	}
}

func TestReadArticlesSameID(t *testing.T) {
	dir := t.TempDir()
	for _, f := range []string{"a.json", "b.json"} {
		if err := os.WriteFile(filepath.Join(dir, f), []byte(goodArticle), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := ReadArticles(dir); err == nil || !strings.Contains(err.Error(), `id "a" is also that of`) {
		t.Errorf("got %v", err)
	}
	if _, err := ReadArticles(filepath.Join(dir, "none.json")); err == nil {
		t.Error("no error for a file that is not there")
	}
}

func FuzzReadArticle(f *testing.F) {
	f.Add([]byte(goodArticle))
	f.Add([]byte(`{"mentions":[{"start":-1}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := ReadArticle(strings.NewReader(string(data)), "f.json")
		if err != nil {
			return
		}
		for _, m := range a.Mentions {
			if a.Text[m.Start:m.End] != m.Text {
				t.Fatalf("mention %+v", m)
			}
		}
	})
}
