// Package report writes what Dateline found for people and maps to read: an
// HTML page that stands on its own, GeoJSON, and text that is safe on a terminal.
//
// Documents come from outside, and so does every string in them: ids, texts,
// names of places. All of it is shown as text and none of it can act, neither
// in the page, whose Content-Security-Policy admits nothing but the page's own
// style and script by their hashes, nor on a terminal.
package report
