package train

import (
	"embed"
	"strings"

	"github.com/dateline-go/dateline/internal/ner"
)

// Word lists written for this project: titles, peoples, words that say what
// kind of name they are in or what a text is about, and the lower-case words
// that names may hold.
//
//go:embed lists/*.txt
var lists embed.FS

// listBits says which list the words of a file, and in it of a line that
// starts with a name of a list, belong to.
var listBits = map[string]ner.Bits{
	"titles.txt": ner.TitleWord, "peoples.txt": ner.PeopleWord,
	"org": ner.OrgHead, "place": ner.PlaceHead, "misc": ner.MiscHead,
	"sport": ner.SportWord, "business": ner.TradeWord, "culture": ner.ArtsWord,
	"start": ner.Opener | ner.Linker, "inside": ner.Linker,
}

// ownLists enters the project's own lists.
func (b *lexiconBuilder) ownLists() error {
	for _, f := range []string{"titles.txt", "peoples.txt", "heads.txt", "particles.txt", "topics.txt"} {
		text, err := lists.ReadFile("lists/" + f)
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(text)) {
			if line[0] == '#' {
				continue
			}
			words := strings.Fields(line)
			bit, whole := listBits[f]
			if !whole {
				bit = listBits[words[0]]
				words = words[1:]
			}
			for _, w := range words {
				b.word(ner.NewWord(w, ner.Running).Norm).bits |= bit
			}
		}
	}
	return nil
}
