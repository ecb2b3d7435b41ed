// Package tag finds names in tokenized text.
package tag

import "github.com/dateline-go/dateline/entities/kind"

// A Span is a name that the tagger found. Start and End are byte offsets into
// the text, half-open; inside a hyphenated token they cover the name part only
// ("U.S." of "U.S.-led"). Score is the calibrated probability that span and
// kind are both right, from 0 to 1.
type Span struct {
	Start, End int32
	Kind       kind.Kind
	Score      float32
}
