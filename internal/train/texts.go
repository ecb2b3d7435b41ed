package train

import (
	"embed"
	"path"

	"github.com/dateline-go/dateline/internal/corpus"
)

// Texts written for this project to be trained on; README.md there says more.
//
//go:embed texts/*.txt
var texts embed.FS

// eachText calls f with the documents of each file of texts, in order of name.
func eachText(f func(file string, docs []corpus.NameDocument) error) error {
	files, err := texts.ReadDir("texts")
	if err != nil {
		return err
	}
	for _, e := range files {
		r, err := texts.Open(path.Join("texts", e.Name()))
		if err != nil {
			return err
		}
		docs, err := corpus.ReadMarkedNames(r, e.Name())
		if err != nil {
			return err
		}
		if err := f(e.Name(), docs); err != nil {
			return err
		}
	}
	return nil
}
