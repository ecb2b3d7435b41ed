package layout

import (
	"fmt"
	"strings"
	"testing"
)

// body is a story's first sentence for datelines to stand before.
const body = "The ferry sank on Monday with nobody aboard, the harbour master said."

func spanOf(text string, s Span) string { return text[s.Start:s.End] }

func placesOf(text string, d *Dateline) string {
	var out []string
	for _, p := range d.Places {
		out = append(out, spanOf(text, p))
	}
	return strings.Join(out, "; ")
}

func TestDatelineStyles(t *testing.T) {
	for _, c := range []struct{ in, whole, places, date, agency string }{
		// Agencies.
		{"ISLAMABAD — " + body, "ISLAMABAD —", "ISLAMABAD", "", ""},
		{"ISLAMABAD (AP) — " + body, "ISLAMABAD (AP) —", "ISLAMABAD", "", "AP"},
		{"ISLAMABAD, Pakistan (AP) -- " + body, "ISLAMABAD, Pakistan (AP) --", "ISLAMABAD; Pakistan", "", "AP"},
		{"KARACHI, Pakistan, Nov 3 (Reuters) - " + body, "KARACHI, Pakistan, Nov 3 (Reuters) -", "KARACHI; Pakistan", "Nov 3", "Reuters"},
		{"LONDON/PARIS, March 1 (Reuters) - " + body, "LONDON/PARIS, March 1 (Reuters) -", "LONDON; PARIS", "March 1", "Reuters"},
		{"Kabul (AFP) – " + body, "Kabul (AFP) –", "Kabul", "", "AFP"},
		{"BEIJING, Oct. 26 (Xinhua) -- " + body, "BEIJING, Oct. 26 (Xinhua) --", "BEIJING", "Oct. 26", "Xinhua"},
		{"ISLAMABAD, Pakistan, Nov. 20 (UPI) -- " + body, "ISLAMABAD, Pakistan, Nov. 20 (UPI) --", "ISLAMABAD; Pakistan", "Nov. 20", "UPI"},
		{"Mainz (dpa) - " + body, "Mainz (dpa) -", "Mainz", "", "dpa"},
		{"(dpa) Mainz - " + body, "(dpa) Mainz -", "Mainz", "", "dpa"},
		{"(ANSA) - Rome, October 26 - " + body, "(ANSA) - Rome, October 26 -", "Rome", "October 26", "ANSA"},
		{"MOSCOW, October 26. /TASS/. " + body, "MOSCOW, October 26. /TASS/.", "MOSCOW", "October 26", "TASS"},
		{"Madrid, Oct 26 (EFE).- " + body, "Madrid, Oct 26 (EFE).-", "Madrid", "Oct 26", "EFE"},
		{"New Delhi, Oct 26 (PTI) " + body, "New Delhi, Oct 26 (PTI)", "New Delhi", "Oct 26", "PTI"},
		{"TOKYO, Oct. 26, Kyodo - " + body, "TOKYO, Oct. 26, Kyodo -", "TOKYO", "Oct. 26", "Kyodo"},
		{"NEW YORK, Oct. 26, 2016 /PRNewswire/ -- " + body, "NEW YORK, Oct. 26, 2016 /PRNewswire/ --", "NEW YORK", "Oct. 26, 2016", "PRNewswire"},
		{"Oct 26 (Reuters) - " + body, "Oct 26 (Reuters) -", "", "Oct 26", "Reuters"},
		{"(Reuters) - " + body, "(Reuters) -", "", "", "Reuters"},
		{"WARSAW 1996-09-09\n" + body, "WARSAW 1996-09-09", "WARSAW", "1996-09-09", ""},
		{"NAIROBI, Kenya (AP) _ " + body, "NAIROBI, Kenya (AP) _", "NAIROBI; Kenya", "", "AP"},
		{"INDIANAPOLIS (AP) \u0097 " + body, "INDIANAPOLIS (AP) \u0097", "INDIANAPOLIS", "", "AP"},
		// Broadcasters and papers.
		{"By M. Iqbal Shah\nBBC News, Islamabad\n\n" + body, "BBC News, Islamabad", "Islamabad", "", "BBC News"},
		{"JERUSALEM — \n" + body, "JERUSALEM —", "JERUSALEM", "", ""},
		{"(Lima, 12 March) " + body, "(Lima, 12 March)", "Lima", "12 March", ""},
		{"DUBAI // " + body, "DUBAI //", "DUBAI", "", ""},
		{"NEW DELHI: " + body, "NEW DELHI:", "NEW DELHI", "", ""},
		{"KATHMANDU, Dec 25: " + body, "KATHMANDU, Dec 25:", "KATHMANDU", "Dec 25", ""},
		{"LINCOLN, Neb. — " + body, "LINCOLN, Neb. —", "LINCOLN; Neb.", "", ""},
		{"ST. LOUIS—" + body, "ST. LOUIS—", "ST. LOUIS", "", ""},
		{"CHARLESTON, W.Va. -- " + body, "CHARLESTON, W.Va. --", "CHARLESTON; W.Va.", "", ""},
		{"McALLEN, Texas – " + body, "McALLEN, Texas –", "McALLEN; Texas", "", ""},
		{"THE HAGUE, Netherlands (AP) — " + body, "THE HAGUE, Netherlands (AP) —", "THE HAGUE; Netherlands", "", "AP"},
		{"N'DJAMENA, Chad — " + body, "N'DJAMENA, Chad —", "N'DJAMENA; Chad", "", ""},
		{"SÃO PAULO (AP) — " + body, "SÃO PAULO (AP) —", "SÃO PAULO", "", "AP"},
		{"TURIN, Italy (Feb. 7) - " + body, "TURIN, Italy (Feb. 7) -", "TURIN; Italy", "Feb. 7", ""},
		{"Associated Press:\n\nISLAMABAD — " + body, "Associated Press:\n\nISLAMABAD —", "ISLAMABAD", "", "Associated Press"},
		{"THE CANADIAN PRESS\n\nOTTAWA — " + body, "THE CANADIAN PRESS\n\nOTTAWA —", "OTTAWA", "", "CANADIAN PRESS"},
		{"By Ana Ruiz, The Associated Press\n\nOTTAWA — " + body, "OTTAWA —", "OTTAWA", "", "Associated Press"},
		{"By ANA RUIZ\nAssociated Press Writer\n\nOTTAWA — " + body, "OTTAWA —", "OTTAWA", "", "Associated Press"},
		{"By Ana Ruiz | The Delta Ledger | LABWEH, Bekaa Valley\n\n" + body, "By Ana Ruiz | The Delta Ledger | LABWEH, Bekaa Valley", "LABWEH; Bekaa Valley", "", "The Delta Ledger"},
		{"Reuters\n\n" + body, "Reuters", "", "", "Reuters"},
		{"\ufeffISLAMABAD — " + body, "ISLAMABAD —", "ISLAMABAD", "", ""},
	} {
		for _, head := range []string{"", "Ferry sinks in harbour\n\n"} {
			text := head + c.in + "\nA second paragraph follows, as long as the first one was, to no end.\n"
			d := Find(text).Dateline
			if d == nil {
				t.Errorf("%q: no dateline", text[:min(len(text), 80)])
				continue
			}
			if got := [4]string{spanOf(text, d.Span), placesOf(text, d), spanOf(text, d.Date), spanOf(text, d.Agency)}; got != [4]string{c.whole, c.places, c.date, c.agency} {
				t.Errorf("%q:\n got %q\nwant %q", text[:min(len(text), 80)], got, [4]string{c.whole, c.places, c.date, c.agency})
			}
		}
	}
}

func TestDatelineWeak(t *testing.T) {
	for in, weak := range map[string]bool{
		"Jakarta. " + body:             true,
		"Jakarta - " + body:            true,
		"JAKARTA: " + body:             true,
		"JAKARTA - " + body:            false,
		"Jakarta, Oct. 3 - " + body:    false,
		"Jakarta (ANTARA) - " + body:   false,
		"JAKARTA, Indonesia\n" + body:  true,
		"JAKARTA, 3 October\n" + body:  false,
		"Jakarta, 3 October:\n" + body: false,
	} {
		text := "Ferry sinks in harbour\n\n" + in
		d := Find(text).Dateline
		if d == nil {
			if in != "Jakarta, 3 October:\n"+body {
				t.Errorf("%q: no dateline", in)
			}
			continue
		}
		if d.Weak != weak {
			t.Errorf("%q: weak is %t", in, d.Weak)
		}
	}
}

func TestNoDateline(t *testing.T) {
	for _, in := range []string{
		body,
		"",
		"SOCCER - POLISH AND CZECH RESULTS",
		"BREAKING — " + body,
		"LIVE: " + body,
		"The sister (Anna) - " + body,
		"Smith (Arsenal) - " + body,
		"He said - and nobody doubted it - that the ferry had sunk in the harbour.",
		"In 2016 — after long debate — " + body,
		"TWO DIE — AND NOBODY KNOWS WHY",
		"DENMARK: Ferries stay in port.\nSWEDEN: Ferries run as usual.\nNORWAY: One ferry sank in the harbour.",
		"On Jan. 12, 2010, at 4:53 p.m., the ferry sank in the harbour with nobody aboard.",
		"Oct. 26 was a Wednesday, and the ferry sank in the harbour with nobody aboard.",
		"NASA said on Monday that it had lost a ferry.",
		"AP photographer Ana Ruiz saw the ferry sink.",
		"( ( ( (",
		"By Ana Ruiz, Reuters\n\n" + body,
		"By Ana Ruiz\nBBC Sport\n\n" + body,
		"— — —",
	} {
		for _, head := range []string{"", "Ferry sinks in harbour\n\n"} {
			text := head + in
			if d := Find(text).Dateline; d != nil {
				t.Errorf("%q: dateline %q", text, spanOf(text, d.Span))
			}
		}
	}
}

func TestHeadline(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Ferry sinks in harbour\n\n" + body, "Ferry sinks in harbour"},
		{"FERRY SINKS IN HARBOUR\n\nISLAMABAD — " + body, "FERRY SINKS IN HARBOUR"},
		{"Ferry sinks in harbour\nISLAMABAD (AP) — " + body, "Ferry sinks in harbour"},
		{"Ferry sinks in harbour\nBy Ana Ruiz\n" + body, "Ferry sinks in harbour"},
		{"Ferry sinks in harbour, divers find no one aboard, owner is sought\nMarch 18, 2014\nAna Ruiz\n\n" + body, "Ferry sinks in harbour, divers find no one aboard, owner is sought"},
		{"Who sank the ferry?\n\n" + body, "Who sank the ferry?"},
		{"\n\n  Ferry sinks \r\n\r\n" + body, "Ferry sinks"},
		{"Skip to content\nMenu\n\nFerry sinks in harbour\n\n" + body, "Ferry sinks in harbour"},
		{"Associated Press:\n\nFerry sinks in harbour\n\nOSLO — " + body, "Ferry sinks in harbour"},
		{"MARKET REPORT: Ferry shares sink\n\n" + body, "MARKET REPORT: Ferry shares sink"},
		{"Tennis - French Open results\n\nPARIS, June 5 (Reuters) - " + body, "Tennis - French Open results"},
		{body, ""},
		{body + "\n\n" + body, ""},
		{"Ferry sinks in harbour", ""},
		{"The ferry sank on Monday with nobody aboard, and the\nharbour master said that he had no idea whose it was.\n", ""},
		{"The ferry sank on Monday with nobody aboard, and the\nHarbour Board said that it had no idea whose it was, as\nit had no papers.\n", ""},
		{"ISLAMABAD — " + body + "\n\n" + body, ""},
		{"", ""},
	} {
		if got := spanOf(c.in, Find(c.in).Headline); got != c.want {
			t.Errorf("%q: headline %q, want %q", c.in, got, c.want)
		}
	}
}

func TestFurniture(t *testing.T) {
	for _, line := range []string{
		"Continue reading the main story", "Continue reading below...", "Leave a Reply", "Leave a comment on this story", "Required fields are marked *",
		"Your email address will not be published. Required fields are marked *", "Read more:", "Read more: Ferry owners meet in Oslo", "READ ALSO: Ferry owners meet in Oslo",
		"Read More »", "Related: Ferry owners meet in Oslo", "Related Topics", "Share this article", "Share on Facebook", "Share this:", "Facebook Twitter WhatsApp Email",
		"Print this page | Email this page", "Shop now", "Buy now", "Subscribe to our newsletter", "Subscribe now for full access", "Sign up for the Oslo Briefing newsletter",
		"Sign up for our newsletter", "Follow us on Twitter", "Follow Oslo Live on Facebook", "Follow @osloferry", "Like us on Facebook", "Like the Oslo page on Facebook. Sign up for the newsletter.",
		"We use cookies to improve your experience on this site.", "Accept all cookies", "Privacy Policy", "Terms of Use", "All rights reserved.", "© 2016 The Oslo Times", "© 2016 AFP",
		"Copyright 2013 The Associated Press.", "Copyright © 2016 Oslo Media. All rights reserved.", "Copyright OSLO TIMES. All rights reserved. This material may not be reproduced.",
		"Advertisement", "ADVERTISEMENT", "Article continues below advertisement", "Story continues below", "Skip to main content", "Comments (12)", "12 comments", "1,204 shares",
		"View comments", "Join the conversation", "Most Read", "Trending now", "You may also like", "Recommended for you", "Don’t miss: Oslo at night", "Download the Oslo Times app",
		"Get the latest from Oslo in your inbox", "Already a subscriber? Log in", "By signing up, you agree to our Terms of Service and Privacy Policy.",
		"Image source, Getty Images", "Tags: ferries, Oslo, harbour", "Filed under: Norway", "Report an error", "Note to readers: This is a corrected story.",
		"This report by The Canadian Press was first published May 12, 2017.", "Ana Ruiz covers the harbour. Reach her at 555-0172.", "burs-srm/dv", "str-klm/apj/jw",
		"https://www.example.com/oslo", "Updated 15:05, 3 FEB 2017", "12:40, 3 FEB 2017", "Published: 9:05 a.m. ET, Nov. 3, 2016", "Last updated on March 3, 2016",
		"These are external links and will open in a new window", "Reuse this content", "Click to share on Twitter (Opens in new window)", "Like Loading...", "View this post on Instagram",
		"From the Web", "WATCH: Ferry sinks off Oslo", "Continue reading…", "3 hours ago", "Order Reprints | Today's Paper | Subscribe", "Shop the Oslo Times store", "Buy this photo",
		"» Back to top", "More from Oslo Times", "Sponsored content", "Please enable JavaScript to view the comments.", "Got a story? Email the newsroom", "Related Internet links",
	} {
		text := "Ferry sinks in harbour\n\n" + body + "\n\n" + line + "\n\n" + body + "\n"
		f := Find(text).Furniture
		if len(f) != 1 || spanOf(text, f[0]) != line {
			t.Errorf("%q: furniture %v", line, f)
		}
	}
}

func TestNotFurniture(t *testing.T) {
	for _, line := range []string{
		"Shares in Oslo Ferries rose 3 percent on Monday.", "Share prices fell in Oslo.", "Supporters of Brann marched through Bergen.", "Follow-up talks are planned in Geneva.",
		"Follow the money, said Ana Ruiz of Oslo Ferries.", "Read said he would leave Oslo.", "Read more books, Ana Ruiz told pupils in Oslo.", "Related charges against Ana Ruiz were dropped in Oslo.",
		"Advertisement spending fell in Norway.", "Subscribers of Oslo Ferries were told on Monday.", "Sign-up sheets hung in Oslo.", "Sign up to row for Norway, the poster in Bergen said.",
		"Comment: Norway needs its ferries", "Comments by Ana Ruiz angered Oslo.", "Copyright law is Oslo’s next fight.", "Copyright 2.0 is a book by Ana Ruiz.", "Cookies were sold in Bergen.",
		"Share your ferry with Ana Ruiz, Oslo says.", "Most readers learned of it in Oslo.", "Buy a ferry, Ana Ruiz said.", "Get Ana Ruiz on the phone, said Oslo.", "Download speeds in Oslo doubled.",
		"More from Ana Ruiz follows on Monday in Oslo.", "Like Oslo, Bergen has ferries.", "Like Facebook, Oslo Ferries is in Dublin.", "Tags were found on whales off Bergen.", "Topics of the Oslo talks were secret.",
		"Search parties left Oslo at dawn.", "Print runs fell at Oslo Times.", "Home fans cheered Brann in Bergen.", "Photograph: Ana Ruiz", "(Reporting by Ana Ruiz; Editing by Per Dahl)",
		"“Read more: that is my advice,” said Ana Ruiz.", "3 comments by Ana Ruiz were cut.", "2016: Ana Ruiz buys a ferry", "Nov. 3, 2016", "Monday, Nov. 3", "Leave Oslo now, Norway said.",
		"This report by Ana Ruiz angered Oslo.", "Contact was lost at 15:05 off Bergen.", "Recommended dose: two, said Oslo University Hospital.", "What do you think Oslo did?", "AC/DC",
		"Watch sales fell in Oslo.", "Videos of Ana Ruiz spread in Norway.", "Listen to Ana Ruiz, said Oslo.", "Tagged whales left Bergen.", "Featured artists included Ana Ruiz.", "More than 40 people left Oslo.",
		"3 hours ago Ana Ruiz left Oslo.", "Shop the ferry for parts, said Ana Ruiz.", "Play for Norway, Ana Ruiz was told.", "Posted in Oslo since 2010, Ana Ruiz knows Norway.", "Trending upward, said Ana Ruiz of Norway’s exports.", "Published poets met in Oslo.", "Updated plans went to Oslo on Monday.",
	} {
		text := "Ferry sinks in harbour\n\n" + body + "\n\n" + line + "\n\n" + body + "\n"
		for _, f := range Find(text).Furniture {
			t.Errorf("%q is furniture", spanOf(text, f))
		}
	}
}

func TestTeasers(t *testing.T) {
	text := "Ferry sinks\n\n" + body + "\n\nRelated stories:\nOslo buys a ferry\nBergen sells one\nThe council of Bergen met on Monday.\n\nRead more:\n\n* Five ferries\n* Six ferries\n\n* A seventh ferry sank in the storm.\n"
	var got []string
	for _, f := range Find(text).Furniture {
		got = append(got, spanOf(text, f))
	}
	want := "Related stories:|Oslo buys a ferry|Bergen sells one|Read more:|* Five ferries|* Six ferries"
	if strings.Join(got, "|") != want {
		t.Errorf("furniture %q, want %q", got, want)
	}
}

func TestRunOn(t *testing.T) {
	text := "Ferry sinks in harbour. OSLO, Norway -- " + body
	l := Find(text)
	if l.Dateline == nil || spanOf(text, l.Dateline.Span) != "OSLO, Norway --" || spanOf(text, l.Headline) != "Ferry sinks in harbour." {
		t.Errorf("%+v", l)
	}
	for _, text := range []string{
		"The ferry sank. NASA said on Monday that it had lost a ferry.",
		"The ferry sank. Oslo - where it was built - mourned.",
		"The ferry sank. A FERRY.",
	} {
		if l := Find(text); l.Dateline != nil || !l.Headline.Empty() {
			t.Errorf("%q: %+v", text, l)
		}
	}
}

func ExampleFind() {
	text := "Ferry sinks in harbour\n\nOSLO, Norway (AP) — A ferry sank on Monday.\n\nRead more: Ferries of Norway\n"
	l := Find(text)
	fmt.Println(text[l.Headline.Start:l.Headline.End])
	for _, p := range l.Dateline.Places {
		fmt.Println(text[p.Start:p.End])
	}
	fmt.Println(text[l.Dateline.Agency.Start:l.Dateline.Agency.End])
	fmt.Println(text[l.Furniture[0].Start:l.Furniture[0].End])
	// Output:
	// Ferry sinks in harbour
	// OSLO
	// Norway
	// AP
	// Read more: Ferries of Norway
}
