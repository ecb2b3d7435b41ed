// Package news embeds the name model for English news. It is a leaf: programs
// that do not import it do not link the model.
package news

import (
	_ "embed"
	"sync"

	"github.com/dateline-go/dateline/entities/tag"
)

//go:embed news.model
var data string

var load = sync.OnceValues(func() (*tag.Model, error) { return tag.OpenTrusted(data) })

// Model returns the embedded model. It is opened once, on first use.
func Model() (*tag.Model, error) { return load() }
