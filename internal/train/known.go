package train

import (
	"embed"
	"fmt"
	"maps"
	"path"
	"strings"

	"github.com/dateline-go/dateline/entities/token"
	"github.com/dateline-go/dateline/internal/ner"
)

// Well-known names, written for this project: one thing a line, its forms
// parted by " | ". The first part of a file's name says what its names are.
//
//go:embed known/*.txt
var known embed.FS

// knownKinds maps the first part of the name of a file to what its phrases
// and single words are marked with.
var knownKinds = map[string]struct {
	types ner.Types
	bits  ner.Bits
}{
	"person": {ner.PersonPhrase, ner.KnownPerson},
	"org":    {ner.OrgPhrase, ner.KnownOrg},
	"misc":   {ner.WorkPhrase, ner.KnownMisc},
	"people": {0, ner.PeopleWord},
	"none":   {ner.ThingPhrase, ner.KnownNone},
}

// knownNames enters the well-known names. What they say of a phrase stands in
// place of what the other lists say.
func (b *lexiconBuilder) knownNames() error {
	files, err := known.ReadDir("known")
	if err != nil {
		return err
	}
	phrases := map[uint64]ner.Types{}
	for _, f := range files {
		text, err := known.ReadFile(path.Join("known", f.Name()))
		if err != nil {
			return err
		}
		what, _, _ := strings.Cut(strings.TrimSuffix(f.Name(), ".txt"), "-")
		k, ok := knownKinds[what]
		if !ok {
			return fmt.Errorf("known/%s: no kind of name is called %q", f.Name(), what)
		}
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			for form := range strings.SplitSeq(line, " | ") {
				b.known(phrases, form, k.types, k.bits)
			}
		}
	}
	maps.Copy(b.phrases, phrases)
	return nil
}

// known enters one form of a well-known name.
func (b *lexiconBuilder) known(phrases map[uint64]ner.Types, form string, types ner.Types, bits ner.Bits) {
	doc := token.Split(form)
	words := make([]string, len(doc.Tokens))
	for i := range words {
		words[i] = doc.Word(i)
	}
	if !b.enter(phrases, words, types|ner.KnownPhrase, bits) {
		return
	}
	if types != 0 {
		b.roles(words, types)
	}
	if types == ner.PersonPhrase {
		b.word(ner.NewWord(words[len(words)-1], ner.Running).Norm).bits |= bits
	}
}
