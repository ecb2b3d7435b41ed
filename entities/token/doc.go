// Package token cuts English news text into words and sentences with byte
// offsets.
//
//	d := token.Split("U.S.-led forces left Kabul on Oct. 26, Pakistan’s army said.")
//	for _, t := range d.Tokens {
//		fmt.Println(t.Start, t.End, d.Text[t.Start:t.End])
//	}
//
// # What holds for every text
//
// A text may hold any bytes: nothing is an error, and the time grows linearly
// with the length. Offsets count bytes of the text as given, not of a cleaned
// copy. Every byte that is not white space belongs to exactly one token, no
// token holds white space, tokens are in the order of the text, and every
// token belongs to exactly one sentence. The same text gives the same result
// everywhere.
//
// White space is what Unicode gives the property White_Space, the no-break
// space U+00A0 among it, and the two characters that part words without
// taking room: the zero width space U+200B and the byte order mark U+FEFF.
// Other invisible characters, such as joiners and the soft hyphen, are part of
// the word that they stand in, and so are bytes that are not UTF-8.
//
// # Tokens
//
// Tokens follow the Penn Treebank (Marcus, Santorini and Marcinkiewicz,
// "Building a Large Annotated Corpus of English", Computational Linguistics
// 19, 1993), with these habits of annotated news corpora:
//
//   - Brackets, quotes and marks are tokens, and quotes stay as they are:
//     “ Go , ” he said.
//   - Clitics are tokens: Pakistan ’s, do n’t, they ’ve. An apostrophe inside a
//     name is not one: O’Neill, Sana’a, Shi’ite.
//   - An abbreviation keeps its dot, at the end of a sentence too, which then
//     has no full stop of its own: Oct., Gen., Inc., U.S., p.m., George W. Bush.
//   - A word with hyphens is one token, U.S.-led and al-Qaida; dashes and
//     slashes part words, Israel – Hamas, HIV / AIDS.
//   - Numbers keep their marks, 10,000 and 3:30 and 9/11; % and currency signs
//     are tokens, $ 5 and US$ 5. Web and mail addresses, handles and hashtags
//     are one token.
//
// White space parts the text into chunks, and most chunks are words. The
// others are read mark by mark, and where a word has marks or clitics about
// it, the tokenizer of github.com/jdkato/prose/v2 takes it apart. It does so on
// a stand-in, a few ASCII characters that show the word as one letter, so that
// none of its known defects can reach the text; what it answers is remembered.
//
// # Sentences
//
// A blank line ends a sentence, and so does the end of a line, because in news
// a line is a paragraph, a heading or an item of a list. In hard-wrapped text,
// where paragraphs take several lines of like width that break inside
// sentences, a line that is full goes on in the next.
//
// Within a line a sentence ends at a full stop, question mark, exclamation
// mark or ellipsis, together with the quotes and brackets that close there, if
// what follows can begin a sentence. After an abbreviation that needs more
// than that: a title (Gen.) never ends a sentence, others (Inc., U.S., Calif.)
// do when a word follows that is written with a capital only at the start of a
// sentence.
package token

// A Token is one word or mark: Doc.Text[t.Start:t.End]. Offsets are bytes,
// half-open. They are 32 bits wide so that a token costs eight bytes; Split
// takes texts of up to MaxText bytes.
type Token struct{ Start, End int32 }

// A Sentence is the half-open range [First, Last) of indices into Doc.Tokens.
type Sentence struct{ First, Last int32 }

// MaxText is the length in bytes of the longest text that can be tokenized.
const MaxText = 1<<31 - 2

// A Doc is a text with its tokens and sentences. Every byte of Text that is
// not white space belongs to exactly one token, tokens are in text order, and
// every token belongs to exactly one sentence. The zero Doc is that of the
// empty text.
type Doc struct {
	Text      string
	Tokens    []Token
	Sentences []Sentence
}

// Word returns the text of token i.
func (d *Doc) Word(i int) string { t := d.Tokens[i]; return d.Text[t.Start:t.End] }
