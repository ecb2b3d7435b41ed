package main

import (
	"fmt"

	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/internal/score"
)

// A system is a library under test in one setting.
type system struct {
	library string // name of the library, which the settings share
	module  string // module path, for the version
	setting string // what it does for a document, unique among all
	// load does what a program does once, before its first document.
	load func() (finder, error)
	// scored is set for the one setting of each library in which its accuracy
	// is measured.
	scored bool
	// groupsArePlaces is set where the library has no kind for nationalities
	// and counts them as places.
	groupsArePlaces bool
}

// A finder is a system made ready. Names are half-open ranges in text order,
// without overlaps.
type finder interface {
	// run does the library's work on a text and nothing else.
	run(text string) error
	// inText finds names; offsets are bytes.
	inText(text string) ([]score.NameItem, error)
	// inWords finds names in sentences that are cut into words; offsets are
	// words.
	inWords(sentences [][]string) ([][]score.NameItem, error)
}

// systems are all settings; the first is what the others are compared with.
var systems = []system{
	{"dateline", "github.com/dateline-go/dateline", "Extract: names, places, dates, links", loadDateline, true, false},
	{"prose v3", "github.com/jdkato/prose/v3", "v3: names only, no sentences", loadProse3(false), true, true},
	{"prose v3", "github.com/jdkato/prose/v3", "v3: NewDocument(text)", loadProse3(true), false, true},
	{"prose v2", "github.com/jdkato/prose/v2", "v2: names only, no sentences, one model for all documents", loadProse2(true), true, true},
	{"prose v2", "github.com/jdkato/prose/v2", "v2: NewDocument(text)", loadProse2(false), false, true},
}

func systemFor(setting string) (system, error) {
	for _, s := range systems {
		if s.setting == setting {
			return s, nil
		}
	}
	return system{}, fmt.Errorf("no setting %q", setting)
}

// proseKinds maps the labels of both versions of prose, those of the ACE
// corpora, to kinds.
var proseKinds = map[string]kind.Kind{
	"PERSON":       kind.Person,
	"ORGANIZATION": kind.Org,
	"ORG":          kind.Org,
	"GPE":          kind.Place,
	"LOCATION":     kind.Place,
	"FACILITY":     kind.Place,
	"GSP":          kind.Place, // a country or people that acts
}
