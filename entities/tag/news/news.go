// Package news embeds the name model for English news. It is a leaf: programs
// that do not import it do not link the model. README.md says what the model
// was trained from and what it can do.
package news

import (
	_ "embed"
	"sync"

	"github.com/dateline-go/dateline/entities/tag"
)

// The shipped model is trained on all of the annotated text, by the recipe
// that was measured without the held-out part of it.
//
//go:generate go run github.com/dateline-go/dateline/cmd/dateline train -out news.model

//go:embed news.model
var data string

var load = sync.OnceValues(func() (*tag.Model, error) { return tag.OpenTrusted(data) })

// Model returns the embedded model. It is opened once, on first use.
func Model() (*tag.Model, error) { return load() }
