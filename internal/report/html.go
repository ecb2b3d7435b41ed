package report

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"io"
	"iter"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/entities/kind"
	"github.com/dateline-go/dateline/internal/worldmap"
)

//go:embed page.css
var pageCSS string

//go:embed page.js
var pageJS string

// HTML writes one self-contained page that reports the documents in order. It
// holds one document at a time.
func HTML(w io.Writer, docs iter.Seq[*entities.Document]) error {
	h := NewHTML(w)
	for d := range docs {
		if err := h.Add(d); err != nil {
			return err
		}
	}
	return h.Close()
}

// An HTMLWriter writes one self-contained page, document by document.
type HTMLWriter struct {
	p     printer
	world *worldmap.World
	err   error

	docs   []contentsEntry
	places markSet // of all documents
}

// A contentsEntry is a line of the table of contents.
type contentsEntry struct {
	title, id string
	mentions  int
}

// NewHTML returns a writer of a page. Nothing is written before the first Add
// or Close.
func NewHTML(w io.Writer) *HTMLWriter {
	return &HTMLWriter{p: printer{bufio.NewWriterSize(w, 1<<16)}}
}

// Add writes the report of one document. After an error all further calls
// return it.
func (h *HTMLWriter) Add(d *entities.Document) error {
	if h.err != nil {
		return h.err
	}
	if h.world == nil && !h.open() {
		return h.err
	}
	h.docs = append(h.docs, h.section(newView(d, len(h.docs)+1)))
	h.err = h.p.Flush()
	return h.err
}

// Close writes the table of contents and the end of the page. It does not
// close the underlying writer.
func (h *HTMLWriter) Close() error {
	if h.err != nil {
		return h.err
	}
	if h.world == nil && !h.open() {
		return h.err
	}
	p := h.p
	if len(h.docs) == 0 {
		p.raw(`<p class="empty">No documents.</p>`)
	}
	p.raw("</main>\n")
	if len(h.docs) > 1 {
		h.contents()
	}
	p.raw(`<footer><p>Made by Dateline. Scores are the model’s own estimates, from 0 to 1. `,
		`Outlines: Natural Earth. Places: GeoNames, Who’s On First (CC BY 4.0), Natural Earth, US Census.</p></footer>`,
		`<div id="tip" role="tooltip" hidden></div>`,
		`<div id="bar" role="region" aria-label="Selected name" hidden><div id="what" aria-live="polite"></div>`,
		`<div class="btns"><span id="pos"></span><button type="button" id="prev">Previous</button>`,
		`<button type="button" id="next">Next</button><button type="button" id="close">Close</button></div></div>`)
	p.raw("\n<script>")
	p.WriteString(pageJS)
	p.raw("</script>\n</body>\n</html>\n")
	h.err = p.Flush()
	if h.err == nil {
		h.err = errClosed
		return nil
	}
	return h.err
}

// open writes everything before the first document.
func (h *HTMLWriter) open() bool {
	if h.world, h.err = worldmap.Load(); h.err != nil {
		return false
	}
	p := h.p
	p.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-`)
	p.WriteString(hash(pageCSS))
	p.raw(`'; script-src 'sha256-`)
	p.WriteString(hash(pageJS))
	p.raw("'; base-uri 'none'; form-action 'none'\">\n",
		`<meta name="viewport" content="width=device-width, initial-scale=1">`, "\n",
		`<meta name="referrer" content="no-referrer">`, "\n",
		`<meta name="color-scheme" content="light dark">`, "\n",
		"<title>Dateline report</title>\n<style>")
	p.WriteString(pageCSS)
	p.raw("</style>\n</head>\n<body>\n",
		`<a class="skip" href="#d1">Skip to the text</a>`, "\n")
	p.raw(`<header class="top"><h1>Dateline<span> report</span></h1>`,
		`<div class="kinds" role="group" aria-label="Marked in the text"><span aria-hidden="true">Marked in the text</span>`)
	for k := kind.Person; int(k) < kind.Count; k++ {
		t := kindText[k]
		p.raw(`<label class="`, t.class, `"><input type="checkbox" checked id="show-`, t.class, `"> `, markup(t.many), `</label>`)
	}
	p.raw("</div></header>\n")
	h.worldSymbol()
	p.raw("<main>\n")
	return true
}

// hash is the CSP source of an inline style or script.
func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return base64.StdEncoding.EncodeToString(sum[:])
}

// contents writes the list of documents and the map of all of them. It comes last because documents are
// written as they arrive; the style, and the script where scripts run, put it
// first.
func (h *HTMLWriter) contents() {
	p := h.p
	p.raw(`<nav id="contents" aria-labelledby="contents-h"><h2 id="contents-h">`)
	p.text(plural(len(h.docs), "document", "documents"))
	p.raw("</h2>\n")
	if marks := h.places.sorted(); len(marks) > 0 {
		h.figure(marks, "c")
	}
	p.raw("<ol>\n")
	for i, d := range h.docs {
		p.raw(`<li`)
		h.key(i+1, "c")
		p.raw(`><a href="#d`)
		p.num(i + 1)
		p.raw(`">`)
		p.line(d.title)
		p.raw(`</a> <span class="sub">`)
		if d.id != "" && d.id != d.title {
			p.raw(`<bdi>`)
			p.line(d.id)
			p.raw(`</bdi> · `)
		}
		p.text(plural(d.mentions, "mention", "mentions"))
		p.raw("</span></li>\n")
	}
	p.raw("</ol></nav>\n")
}
