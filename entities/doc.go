// Package entities finds the people, organisations, places and dates that
// English news text names, and says what they stand for.
//
//	doc, err := entities.Extract(text, entities.Published(day))
//	for m := range doc.Of(entities.Place) {
//		fmt.Println(m.Text, m.Place)
//	}
//
// [Extract] uses a default [Extractor], made on first use. [New] makes one with
// options: a gazetteer, places and names of your own, another model, or a
// [Tagger] in place of the built-in one. An Extractor is immutable and safe for
// concurrent use; [Extractor.ExtractAll] works on a stream of texts.
//
// # Offsets
//
// All offsets are half-open ranges of bytes of the caller's own string:
// text[m.Start:m.End] == m.Text for every mention. Mentions are in text order
// and do not overlap. Any bytes are a text; what is not UTF-8 is processed, and
// time grows linearly with length.
//
// # What a mention carries
//
// A PLACE carries the gazetteer entry it refers to where the document says
// enough to choose one; so does an ORG whose name contains a place, and a NORP
// its country or region. A DATE carries its TIMEX3 value, resolved against the
// day of publication. Every other mention belongs to an [Entity], which lists
// all mentions of one person, organisation, place or group.
//
// # Scores
//
// Mention.Score is the probability that span and kind are right, calibrated on
// text that the model was not trained on; dates are found by rule and score 1.
// Mention.PlaceScore is the probability that the place is right.
//
// # Where the methods come from
//
// Names: a linear-chain conditional random field; see the model card in
// entities/tag/news. Dates: a grammar after TimeML's TIMEX3. Places: a
// log-linear model over all names of a document; see entities/locate. The
// reference scores are in the README and come from "dateline eval".
package entities
