package token

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestTokens fixes the habits of the Penn Treebank, as the annotated corpora
// have them, for what news is made of.
func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// Abbreviations keep their dot.
		{"U.S.-led forces", "U.S.-led forces"},
		{"anti-U.S. protests in the U.S.", "anti-U.S. protests in the U.S."},
		{"the U.S.'s and the U.N.’s", "the U.S. 's and the U.N. ’s"},
		{"the U.S.A, the U.S.A. and the U.S..", "the U.S.A , the U.S.A. and the U.S. ."},
		{"(U.S.)", "( U.S. )"},
		{"U.S.Army", "U.S. Army"},
		{"Oct. 26, Sept. 3, Sun. 4 and the sun. Nov.5", "Oct. 26 , Sept. 3 , Sun. 4 and the sun . Nov. 5"},
		{"Gen. Musharraf, Mr.Hale, Lt. Col. Ruiz, GEN. HALE, ST. LOUIS", "Gen. Musharraf , Mr. Hale , Lt. Col. Ruiz , GEN. HALE , ST. LOUIS"},
		{"No. 5, no.10, No.1-ranked. No. That", "No. 5 , no. 10 , No. 1-ranked . No . That"},
		{"Springfield, Ill. Mayor. She was ill. He", "Springfield , Ill. Mayor . She was ill . He"},
		{"W.Va., Ph.D., M.Sc. and e.g. i.e. a.k.a. etc.", "W.Va. , Ph.D. , M.Sc. and e.g. i.e. a.k.a. etc."},
		{"George W. Bush, J.Smith, J.K. Rowling", "George W. Bush , J. Smith , J.K. Rowling"},
		{"John J. \"Jack\" Hale, Ann J. “Wee Ann” Lee", "John J. \" Jack \" Hale , Ann J. “ Wee Ann ” Lee"},
		{"Plan B. The end of Group A.", "Plan B . The end of Group A ."},
		{"Sony Corp. and Acme Inc.", "Sony Corp. and Acme Inc."},
		{"King Jr. (1929), Sr., Jr.’s", "King Jr. ( 1929 ) , Sr. , Jr. ’s"},
		{"Jl. Sudirman, Kh. Bold. Hmm. Pröll. Well", "Jl. Sudirman , Kh. Bold . Hmm. Pröll . Well"},
		{"7 a.m.-3 p.m. Monday", "7 a.m. - 3 p.m. Monday"},
		{"Sen. Ann Ruiz met Hun Sen. The two", "Sen. Ann Ruiz met Hun Sen . The two"},
		{"He sat beside the Republican Sen.\nAnn Ruiz and George W.\nBush. A stork on X.\nBerlin", "He sat beside the Republican Sen . Ann Ruiz and George W . Bush . A stork on X . Berlin"},
		{"On that day in June the whole delegation met Sen.\nAnn Ruiz, who leads the\ncommittee.", "On that day in June the whole delegation met Sen . Ann Ruiz , who leads the committee ."},
		{"On that day in June the whole delegation met Sen.\nAnn Ruiz, who leads the committee of the house, and\nothers.", "On that day in June the whole delegation met Sen. Ann Ruiz , who leads the committee of the house , and others ."},
		// Clitics.
		{"Pakistan’s Pakistan's PAKISTAN'S", "Pakistan ’s Pakistan 's PAKISTAN 'S"},
		{"don’t don't DON'T can't won’t ain't", "do n’t do n't DO N'T ca n't wo n’t ai n't"},
		{"I’m you're we’ve he'll they’d She'd", "I ’m you 're we ’ve he 'll they ’d She 'd"},
		{"“Titanic”’s crew, Yahoo!'s, (AP)'s", "“ Titanic ” ’s crew , Yahoo ! 's , ( AP ) 's"},
		{"the Reds' 1990's ’90s '90s", "the Reds ' 1990 's ’90s '90s"},
		{"Pakistan\u0092s \u0093hope\u0094", "Pakistan \u0092s \u0093 hope \u0094"},
		// Apostrophes inside names.
		{"O'Neill O’Neill Sana'a N'Djamena Shi'ite Qur’an Xi'an d'Ivoire Sa'd Ka‘ba D’Souza", "O'Neill O’Neill Sana'a N'Djamena Shi'ite Qur’an Xi'an d'Ivoire Sa'd Ka‘ba D’Souza"},
		{"O'Neill's and D’Souza’s", "O'Neill 's and D’Souza ’s"},
		{"Guns N' Roses, rock 'n' roll, 'em, ’til", "Guns N' Roses , rock 'n' roll , 'em , ’til"},
		// Quotes.
		{"‘Sorry,’ he said. 'Go.' \"Stop!\" “Why?” ``Yes,'' «no»", "‘ Sorry , ’ he said . ' Go . ' \" Stop ! \" “ Why ? ” `` Yes , '' « no »"},
		{"“‘No’”, she said", "“ ‘ No ’ ” , she said"},
		// Hyphens and dashes.
		{"al-Qaida Israeli-Palestinian 10-year-old cease-fire", "al-Qaida Israeli-Palestinian 10-year-old cease-fire"},
		{"al\u2010Qaida al\u2011Qaida", "al\u2010Qaida al\u2011Qaida"},
		{"KABUL (AP) — Two—no, three -- or four--died – the Israel–Hamas war, 1990–95 - 5", "KABUL ( AP ) — Two — no , three -- or four -- died – the Israel – Hamas war , 1990 – 95 - 5"},
		{"pre- and post-war, -5 degrees, (-3) -based", "pre- and post-war , -5 degrees , ( -3 ) - based"},
		{"PARIS- The GOLD—Lee", "PARIS - The GOLD — Lee"},
		// Numbers and money.
		{"$5 $1.2bn US$5 US$ 5 A$3.5m €20 £1,000 ¥5 C$2", "$ 5 $ 1.2bn US$ 5 US$ 5 A$ 3.5m € 20 £ 1,000 ¥ 5 C$ 2"},
		{"10,000 2,00,000 3:30 5% 3.5% .22-caliber 9/11 1/2 2016.The 6-4,7-5", "10,000 2,00,000 3:30 5 % 3.5 % .22-caliber 9/11 1/2 2016 . The 6-4 , 7-5"},
		{"30°C 6’2” 1º #1 #MeToo +5 9+ Disney+", "30°C 6’2 ” 1º # 1 #MeToo +5 9+ Disney+"},
		// Names with marks inside.
		{"AT&T Q&A P&O's Smith & Co. Yahoo! HIV/AIDS and/or", "AT&T Q&A P&O 's Smith & Co. Yahoo ! HIV / AIDS and / or"},
		// Addresses.
		{"See http://www.example.org/a(b)?c=d, www.example.org. (https://example.org/x)", "See http://www.example.org/a(b)?c=d , www.example.org . ( https://example.org/x )"},
		{"BBC.co.uk/news, Amazon.com, Radar.Info: desk@example.org.", "BBC.co.uk/news , Amazon.com , Radar.Info : desk@example.org ."},
		{"@handle, (@a_b)", "@handle , ( @a_b )"},
		// Brackets, ellipses and the rest.
		{"(AP) [sic] {x} <y> member(s) (the S)he", "( AP ) [ sic ] { x } < y > member ( s ) ( the S ) he"},
		{"wait... what… no ... [...] so.... etc..", "wait ... what … no ... [ ... ] so .... etc. ."},
		{"ended.The next, Kabul,Afghanistan", "ended . The next , Kabul , Afghanistan"},
		{"What?! No!! 1:2; a:b", "What ? ! No ! ! 1:2 ; a : b"},
		{"• item * item ** x = y | z ___", "• item * item ** x = y | z ___"},
		{"St Paul's, London", "St Paul 's , London"},
		// Beyond ASCII, and bytes that are no text.
		{"Erdoğan’s Nguyễn, São Paulo; e\u0301te\u0301.", "Erdoğan ’s Nguyễn , São Paulo ; e\u0301te\u0301 ."},
		{"a\u00a0b\u2003c\u200bd\ufeffe\u3000f", "a b c d e f"},
		{"co\u00adop zero\u200dwidth", "co\u00adop zero\u200dwidth"},
		{"S.'U\nU. 'V\n\nW", "S . ' U U . ' V W"},
		{"a\x00b \xff\xfe, x\x80.", "a \x00 b \xff\xfe , x\x80 ."},
	} {
		wantWords(t, c.text, c.want)
	}
}

// TestSentences fixes where sentences end within a line; | stands for an end.
func TestSentences(t *testing.T) {
	for _, text := range []string{
		"Gen. Musharraf met U.S. officials on Oct. 26.|They flew to Sacramento, Calif.|The talks failed.",
		"He left the U.S.|The army stayed.",
		"The U.S. Secretary of State and the U.N. Security Council met.",
		"George W. Bush and J. K. Rowling met.|I saw it.",
		"Plan B.|The end.",
		"He works for Apple Inc.|He said so.",
		"Apple Inc. Chairman Arthur Lee and Acme Corp. President Ann Ruiz spoke.",
		"“Go,” he said.|“Stay.”|Then they left.",
		"“Go!” he said.|\"Why?\" she asked.|'No.'|He went.",
		"“Who knows?” Mr. Lee asked.|“Nobody!” Ann Ruiz said.|Lee said nothing.",
		"He left (she said.)|The end.",
		"He waited... and waited.|Then…|She came...|He smiled.",
		"“The law [...] Congress passed is void.”|He smiled.",
		"He is No. 5 in the world and No. 1 in Spain.|No. 3 is Ruiz.",
		"Did he?|Yes.|No!|Well.",
		"They met at 5 p.m. Monday.|They met at 5 p.m. EST.|They met at 5 p.m.|Police left at 6 p.m. and came back.",
		"At 5 p.m. Ruiz left the building.",
		"Open 7 a.m. to 3 p.m. Monday-Friday.|Ring twice.",
		"He sold apples, pears, etc.|Customers came.",
		"al-Qaida struck.|al-Qaida denied it.|iPhone sales rose.",
		"He won 3-1.|2016 was a good year.|$5 is a fair price.",
		"1. Ann Ruiz (Spain) 2:03.",
		"Yahoo! said profits rose.|Yahoo! is a company.",
		"Smith v. Jones was heard.|The St. Louis judge left.|He lives on Main St. in Dover.",
		"KABUL, Afghanistan (AP) — Two died.|Three fled.",
		"His son Joel Jr.|The other is King Jr. of Atlanta.",
		"What?!|You.",
		"Visit example.org.|Or write to desk@example.org.|Thanks.",
		"She said: “No.”|“Yes,” he said.",
		"Prices rose 3.5 percent.|Wages fell .5 percent.",
	} {
		want := strings.Split(text, "|")
		for i, s := range want {
			want[i] = strings.Join(words(s), " ")
		}
		if got := split(strings.ReplaceAll(text, "|", " ")); !slices.Equal(got, want) {
			t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
		}
	}
}

// TestSentencesWithoutSpace: a missing space does not join two sentences.
func TestSentencesWithoutSpace(t *testing.T) {
	if got := split("It ended.The next began."); !slices.Equal(got, []string{"It ended .", "The next began ."}) {
		t.Errorf("got %q", got)
	}
}

// TestArticles checks the invariants on news.
func TestArticles(t *testing.T) {
	for i, text := range articles(t) {
		if err := check(Split(text)); err != nil {
			t.Errorf("article %d: %v", i, err)
		}
	}
}

// TestReset checks that a used Doc is split as a new one, and that short
// texts after it need no memory.
func TestReset(t *testing.T) {
	d := new(Doc)
	texts := articles(t)
	for _, s := range append(texts, oddTexts...) {
		d.Reset(s)
		want := Split(s)
		if d.Text != s || !slices.Equal(d.Tokens, want.Tokens) || !slices.Equal(d.Sentences, want.Sentences) {
			t.Fatalf("%.40q is split otherwise the second time", s)
		}
	}
	if n := testing.AllocsPerRun(10, func() { d.Reset(texts[0]) }); n > 0 {
		t.Errorf("Reset makes %v allocations", n)
	}
	if n := testing.AllocsPerRun(10, func() { Split(texts[0]) }); n > 4 {
		t.Errorf("Split makes %v allocations", n)
	}
}

func TestFromWords(t *testing.T) {
	sents := [][]string{{"U.S.-led", "forces", "."}, {}, {"a b", "", "\xff"}, {"”"}}
	d := FromWords(sents)
	if want := "U.S.-led forces .\n\na b  \xff\n”"; d.Text != want {
		t.Errorf("text is %q, want %q", d.Text, want)
	}
	if len(d.Sentences) != len(sents) {
		t.Fatalf("%d sentences, want %d", len(d.Sentences), len(sents))
	}
	i := 0
	for k, sent := range sents {
		if s := d.Sentences[k]; int(s.First) != i || int(s.Last) != i+len(sent) {
			t.Errorf("sentence %d is %v", k, s)
		}
		for _, w := range sent {
			if d.Word(i) != w {
				t.Errorf("token %d is %q, want %q", i, d.Word(i), w)
			}
			i++
		}
	}
	for _, none := range [][][]string{nil, {}, {{}}, {{""}}} {
		if d := FromWords(none); len(d.Sentences) != len(none) {
			t.Errorf("%q: %d sentences", none, len(d.Sentences))
		}
	}
}

// hostile are texts in which some rule has much to look at.
var hostile = []string{
	"(", "'", "’", ".", "A.", "A. ", "a's", "'s", "a-", "a\n", "a word\n", `."`, "http://)", "http://a(", "www.a)", "a@", "a. ", "“’ ", "\u0301", "\xff",
	"A.\n \n ", "a,", "1,", "1:", "a&", "a/", "a.a/", "...", "!? ", "U.S. ", "p.m. ", "J. \"A ", "[... ", "\"a ", "-\n", "a,\n", " ", "\t\n", "''", "``", "n't", "#", "\u00a0",
	"A. \"", "etc.. ", "- a word in a line of some length that is broken here\n",
}

// TestLinear checks that sixteen times the text takes nowhere near sixteen
// times sixteen the time.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a few seconds")
	}
	const small = 1 << 13
	d := new(Doc)
	best := func(text string) time.Duration {
		best := time.Hour
		for range 5 {
			start := time.Now()
			d.Reset(text)
			best = min(best, time.Since(start))
		}
		return best
	}
	r := rand.New(rand.NewPCG(1, 2))
	for _, unit := range hostile {
		for _, other := range []string{"", hostile[r.IntN(len(hostile))]} {
			unit := unit + other
			long := strings.Repeat(unit, 16*small/len(unit)+1)
			var one, many time.Duration
			for range 4 { // a busy machine may spoil one measurement
				one, many = best(long[:small]), best(long)
				if many < 100*max(one, 20*time.Microsecond) {
					break
				}
			}
			if many >= 100*max(one, 20*time.Microsecond) {
				t.Errorf("%q: %d bytes take %v, %d bytes %v", unit, small, one, len(long), many)
			}
		}
	}
}
