package rawplaces

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/dateline-go/dateline/gazetteer"
)

//go:embed demonyms.tsv
var demonymsTSV string

// rowsOf calls use for each line of a hand-written table that is neither empty
// nor a comment, split at tabs into exactly n columns.
func rowsOf(file, table string, n int, use func(cols []string) error) error {
	line := 0
	for l := range strings.Lines(table) {
		line++
		l = strings.TrimSuffix(l, "\n")
		if l == "" || l[0] == '#' {
			continue
		}
		cols := strings.Split(l, "\t")
		if len(cols) != n {
			return fmt.Errorf("%s:%d: %d columns, want %d: %w", file, line, len(cols), n, ErrRow)
		}
		if err := use(cols); err != nil {
			return fmt.Errorf("%s:%d: %w", file, line, err)
		}
	}
	return nil
}

// addDemonyms files the nationality words under their places.
func addDemonyms(find func(key string) *gazetteer.Entry) (orphans gazetteer.Entry, err error) {
	err = rowsOf("demonyms.tsv", demonymsTSV, 2, func(cols []string) error {
		e := &orphans
		if cols[0] != "-" {
			if e = find(cols[0]); e == nil {
				return fmt.Errorf("no place %q: %w", cols[0], ErrRow)
			}
		}
		for w := range strings.SplitSeq(cols[1], "|") {
			w, plural := strings.CutSuffix(w, "+")
			e.Names = append(e.Names, gazetteer.Name{Text: w, Class: gazetteer.Demonym})
			if plural {
				e.Names = append(e.Names, gazetteer.Name{Text: w + "s", Class: gazetteer.Demonym})
			}
		}
		return nil
	})
	return orphans, err
}

// finder returns a function that finds an entry by ref, or a country by its code.
func finder(entries []gazetteer.Entry) func(key string) *gazetteer.Entry {
	byKey := map[string]*gazetteer.Entry{}
	for i := range entries {
		e := &entries[i]
		key := e.Ref
		if e.ID != 0 {
			key = fmt.Sprintf("gn:%d", e.ID)
		}
		byKey[key] = e
		if strings.HasPrefix(e.Feature, "PCL") || e.Feature == "TERR" {
			if old := byKey[e.Country]; old == nil || e.ID != 0 && e.Prominence > old.Prominence {
				byKey[e.Country] = e
			}
		}
	}
	return func(key string) *gazetteer.Entry { return byKey[key] }
}
