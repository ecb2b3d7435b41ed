package link

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/entities/kind"
)

// marked reads a text with its mentions in brackets: "[P:Bill] and [P:Hillary
// Clinton]". P, O, L, N and M are the kinds; L may name a place as "L=ref:".
func marked(s string) (text string, ms []Mention) {
	var b strings.Builder
	kinds := map[byte]kind.Kind{'P': kind.Person, 'O': kind.Org, 'L': kind.Place, 'N': kind.NORP, 'M': kind.Misc}
	for {
		i := strings.IndexByte(s, '[')
		if i < 0 {
			b.WriteString(s)
			return b.String(), ms
		}
		b.WriteString(s[:i])
		s = s[i+1:]
		c := strings.IndexByte(s, ':')
		e := strings.IndexByte(s, ']')
		m := Mention{Start: b.Len(), Kind: kinds[s[0]]}
		if _, ref, ok := strings.Cut(s[:c], "="); ok {
			if s[0] == 'L' {
				m.Place, m.Area = ref, true
			} else {
				m.Country = ref
			}
		}
		b.WriteString(s[c+1 : e])
		m.End = b.Len()
		ms = append(ms, m)
		s = s[e+1:]
	}
}

// grouped writes entities as "name: form@mention …" for comparison.
func grouped(text string, ms []Mention, ls Links) string {
	var out []string
	for _, e := range ls.Entities {
		var forms []string
		for _, m := range e.Mentions {
			forms = append(forms, text[ms[m].Start:ms[m].End])
		}
		out = append(out, e.Name+" = "+strings.Join(forms, " | "))
	}
	return strings.Join(out, "\n")
}

func TestGroup(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"surname", "[P:Hafiz Saeed Khan] spoke. [P:Khan] left.", "Hafiz Saeed Khan = Hafiz Saeed Khan | Khan"},
		{"couple", "[P:Bill] and [P:Hillary Clinton] came. Mrs. [P:Clinton] spoke; Mr. [P:Clinton] slept.",
			"Bill = Bill | Clinton\nHillary Clinton = Hillary Clinton | Clinton"},
		{"two surnames", "[P:George W. Bush] met [P:Laura Bush]. Mr. [P:Bush] spoke.", "George W. Bush = George W. Bush | Bush\nLaura Bush = Laura Bush"},
		{"particles", "[P:Bashar al-Assad] and [P:Alexander Van der Bellen]. [P:Assad] met [P:Van der Bellen]. [P:al-Assad] left.",
			"Bashar al-Assad = Bashar al-Assad | Assad | al-Assad\nAlexander Van der Bellen = Alexander Van der Bellen | Van der Bellen"},
		{"korean", "[P:Kim Jong-un], son of [P:Kim Jong-il]. [P:Kim Jong Un] spoke.", "Kim Jong-un = Kim Jong-un | Kim Jong Un\nKim Jong-il = Kim Jong-il"},
		{"given names like particles", "[P:Al Gore] and [P:Tipper Gore]; [P:Mohammed al Zubair], [P:Al Zubair]; [P:Ben Alexander], [P:Virginia Alexander]; [P:Alexander Van der Bellen], [P:Van der Bellen]",
			"Al Gore = Al Gore\nTipper Gore = Tipper Gore\nMohammed al Zubair = Mohammed al Zubair | Al Zubair\nBen Alexander = Ben Alexander\nVirginia Alexander = Virginia Alexander\nAlexander Van der Bellen = Alexander Van der Bellen | Van der Bellen"},
		{"burmese", "[P:Aung San Suu Kyi] and U [P:Thein Sein]; [P:Suu Kyi] met [P:Thein Sein]. Daw [P:Suu] left.",
			"Aung San Suu Kyi = Aung San Suu Kyi | Suu Kyi | Suu\nThein Sein = Thein Sein | Thein Sein"},
		{"vietnamese", "[P:Nguyen Xuan Phuc] and [P:Nguyen Tan Dung]. [P:Phuc] met [P:Dung].", "Nguyen Xuan Phuc = Nguyen Xuan Phuc | Phuc\nNguyen Tan Dung = Nguyen Tan Dung | Dung"},
		{"chinese", "[P:Xi Jinping] and [P:Ma Ying-jeou]. [P:Ma] met [P:Xi].", "Xi Jinping = Xi Jinping | Xi\nMa Ying-jeou = Ma Ying-jeou | Ma"},
		{"icelandic", "[P:Katrín Jakobsdóttir] won. [P:Katrin] spoke.", "Katrín Jakobsdóttir = Katrín Jakobsdóttir | Katrin"},
		{"arabic", "[P:Abu Bakr al-Baghdadi], [P:Mohammed bin Salman] and King [P:Salman]. [P:Baghdadi] hid.",
			"Abu Bakr al-Baghdadi = Abu Bakr al-Baghdadi | Baghdadi\nMohammed bin Salman = Mohammed bin Salman\nSalman = Salman"},
		{"bin Laden", "[P:Osama bin Laden] died. [P:Bin Laden] hid.", "Osama bin Laden = Osama bin Laden | Bin Laden"},
		{"portuguese", "[P:Luiz Inácio Lula da Silva] won. [P:Lula] spoke.", "Luiz Inácio Lula da Silva = Luiz Inácio Lula da Silva | Lula"},
		{"two surnames of one person", "[P:Gabriel García Márquez]; [P:García Márquez]; [P:Gabriel García]; [P:García]",
			"Gabriel García Márquez = Gabriel García Márquez | García Márquez | Gabriel García | García"},
		{"initials", "[P:George W. Bush], [P:G.W. Bush], [P:George Bush], [P:George H.W. Bush]", "George W. Bush = George W. Bush | G.W. Bush | George Bush\nGeorge H.W. Bush = George H.W. Bush"},
		{"family", "[P:Bill Clinton] came. The [P:Clintons] left.", "Bill Clinton = Bill Clinton\nClintons = Clintons"},
		{"parts of bodies", "The [O:EU]. The [O:EU Commission]. [O:Toshiba] fell. [O:Toshiba Energy Systems] rose. The [O:Bank of England]; the [O:Bank].",
			"EU = EU\nEU Commission = EU Commission\nToshiba = Toshiba\nToshiba Energy Systems = Toshiba Energy Systems\nBank of England = Bank of England | Bank"},
		{"agency and namesake", "[L:LAGOS] ([O:AP]) - [O:Air Peace] flew. The [O:Associated Press] saw it.", "LAGOS = LAGOS\nAssociated Press = AP | Associated Press\nAir Peace = Air Peace"},
		{"hungarian", "[P:Viktor Orbán] won. [P:Orbán Viktor] won.", "Viktor Orbán = Viktor Orbán | Orbán Viktor"},
		{"spanish", "[P:Andrés Manuel López Obrador] won. [P:López Obrador] spoke.", "Andrés Manuel López Obrador = Andrés Manuel López Obrador | López Obrador"},
		{"nickname", "[P:William Jefferson Clinton] is [P:Bill Clinton].", "William Jefferson Clinton = William Jefferson Clinton | Bill Clinton"},
		{"father and son", "[P:Donald Trump] and [P:Donald Trump Jr.]", "Donald Trump = Donald Trump\nDonald Trump Jr. = Donald Trump Jr."},
		{"headline", "[P:KHAN] RESIGNS\n\n[P:Imran Khan] resigned.", "Imran Khan = KHAN | Imran Khan"},
		{"acronym", "[O:Islamic Movement of Uzbekistan] ([O:IMU]). The [O:IMU] said.", "Islamic Movement of Uzbekistan = Islamic Movement of Uzbekistan | IMU | IMU"},
		{"evident acronym", "The [O:World Health Organization] said. [O:WHO] staff", "World Health Organization = World Health Organization | WHO"},
		{"foreign acronym", "the [O:Revolutionary Armed Forces of Colombia] ([O:FARC])", "Revolutionary Armed Forces of Colombia = Revolutionary Armed Forces of Colombia | FARC"},
		{"also known", "the [O:Islamic State] group, also known as [O:ISIS] or [O:Daesh]. [O:IS] said [O:ISIS] won.",
			"Islamic State = Islamic State | ISIS | Daesh | IS | ISIS"},
		{"center", "the [O:Woodrow Wilson International Center for Scholars]. The [O:Wilson Center] said. The [O:Center] said",
			"Woodrow Wilson International Center for Scholars = Woodrow Wilson International Center for Scholars | Wilson Center | Center"},
		{"legal", "[O:Boeing Co] fell. [O:Boeing] rose.", "Boeing Co = Boeing Co | Boeing"},
		{"ministries", "[N=RU:Russian] [O:Foreign Ministry] and [N=UA:Ukrainian] [O:Foreign Ministry]. The [O:Foreign Ministry] said",
			"Russian = Russian\nForeign Ministry = Foreign Ministry\nUkrainian = Ukrainian\nForeign Ministry = Foreign Ministry | Foreign Ministry"},
		{"places", "[L=gn1:U.S.] and [L=gn1:United States]; [L=gn2:Punjab], [L=gn3:Punjab], [L:Hayatabad], [L:Hayatabad]",
			"United States = U.S. | United States\nPunjab = Punjab\nPunjab = Punjab\nHayatabad = Hayatabad | Hayatabad"},
		{"zoo in a town", "[L=gn1:Dresden], [L=gn1:Dresden Zoo]", "Dresden = Dresden\nDresden Zoo = Dresden Zoo"},
		{"norp", "[N=UZ:Uzbek] [N=UZ:Uzbeks] [N=PL:Polish] [N=PL:Poles] [N:Shi'ite] [N:Shiites]", "Uzbek = Uzbek | Uzbeks\nPolish = Polish | Poles\nShi'ite = Shi'ite | Shiites"},
		{"storm", "[M:Typhoon Hagupit] came. [M:Hagupit] left.", "Typhoon Hagupit = Typhoon Hagupit | Hagupit"},
	} {
		text, ms := marked(c.in)
		got := grouped(text, ms, Group(text, ms, nil))
		if got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestRoles(t *testing.T) {
	for _, c := range []struct{ in, title, roles string }{
		{"said [P:Raja Umer Khattab], a senior counterterrorism commander, on", "", "senior counterterrorism commander"},
		{"killed [P:Hafiz Khan], a former Pakistani Taliban commander who joined", "", "former Pakistani Taliban commander"},
		{"senior counterterrorism commander [P:Raja Umer] said", "", "senior counterterrorism commander"},
		{"President [P:Ghani] said", "President", "President"},
		{"Mr. [P:Ghani] said", "Mr.", ""},
		{"Prime Minister [P:Modi] said", "Prime Minister", "Prime Minister"},
		{"Lt. Gen. [P:Asim Bajwa], the army spokesman, said", "Lt. Gen.", "Lt. Gen.;army spokesman"},
		{"[P:Asim], 45, head of the agency.", "", "head of the agency"},
		{"asked [P:Asim], and the", "", ""},
		{"In Paris [P:Asim], in the", "", ""},
		{"said [P:Suharjo], district head of the islands.", "", "district head of the islands"},
		{"said [P:Suharjo], noting police officer Ali was", "", ""},
		{"said [P:Suharjo], when the chief left", "", ""},
		{"[P:Gill], a 22-year-old Sikh from a village near Ludhiana, learnt", "", "22-year-old Sikh from a village near Ludhiana"},
		{"from [P:Marsha Bernstein], Burlington Selectman Richard Miller and Stamford Mayor Dan Malloy", "", ""},
		{"with [P:Chad Foster], Mike Barber and others", "", ""},
		{"CHARLESTON, W.Va. -- Restaurateur [P:Bill Sohovich] is", "", "Restaurateur"},
		{"The sector commander of the Road Corps, Alhaji [P:Musa Danjuma], said", "Alhaji", "sector commander of the Road Corps;Alhaji"},
		{"said his wife, Daw [P:Mya Thandar].", "Daw", "wife"},
		{"“We won,” U.N. envoy [P:Staffan Olsen] said", "", "U.N. envoy"},
		{"[P:Priya Rao], a glaciologist at the University of Leeds in England, said", "", "glaciologist at the University of Leeds in England"},
	} {
		text, ms := marked(c.in)
		ls := Group(text, ms, nil)
		if ls.Titles[0] != c.title || strings.Join(ls.Entities[0].Roles, ";") != c.roles {
			t.Errorf("%s: title %q roles %q", c.in, ls.Titles[0], ls.Entities[0].Roles)
		}
	}
}

func ExampleGroup() {
	text := "President Ashraf Ghani flew to Doha. Ghani said nothing."
	links := Group(text, []Mention{
		{Start: 10, End: 22, Kind: kind.Person},
		{Start: 31, End: 35, Kind: kind.Place},
		{Start: 37, End: 42, Kind: kind.Person},
	}, nil)
	for _, e := range links.Entities {
		fmt.Println(e.Kind, e.Name, e.Mentions, e.Roles)
	}
	// Output:
	// PERSON Ashraf Ghani [0 2] [President]
	// PLACE Doha [1] []
}

func TestKnown(t *testing.T) {
	known := NewNames([]Known{
		{Name: "Ana Ruiz Ferry Company", Aliases: []string{"ARFC", "Ruiz Ferries", "IT"}, Kind: kind.Org, Ref: "org:7"},
		{Name: "Ana Ruiz", Kind: kind.Person, Ref: "person:1"},
		{Name: "Great Storm", Aliases: []string{"the Big Blow"}, Ref: "event:3"},
	})
	text, ms := marked("[L:Ruiz] Ferries sank it. Ana Ruiz wept. The [O:Ana Ruiz Foundation] did not, ARFC said after the [M:Great Storm]. Ana\nRuiz left; it did not.")
	ms = Kinds(text, ms, known)
	ls := Group(text, ms, known)
	var got []string
	for i, m := range ms {
		e := ls.Entities[ls.Of[i]]
		got = append(got, fmt.Sprintf("%s %s=%s %s", m.Kind, text[m.Start:m.End], e.Name, e.Ref))
	}
	want := []string{
		"ORG Ruiz Ferries=Ana Ruiz Ferry Company org:7",
		"PERSON Ana Ruiz=Ana Ruiz person:1",
		"ORG Ana Ruiz Foundation=Ana Ruiz Foundation ",
		"ORG ARFC=Ana Ruiz Ferry Company org:7",
		"MISC Great Storm=Great Storm event:3",
		"PERSON Ana\nRuiz=Ana Ruiz person:1",
	}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if ls.Of[0] != ls.Of[3] {
		t.Error("two names of one known company are two entities")
	}
}

// Names that the cut between two pieces of the search would split are found.
func TestKnownPieces(t *testing.T) {
	known := NewNames([]Known{{Name: "Ana Maria Ruiz Lopez", Kind: kind.Person, Ref: "1"}})
	for pad := spotBytes - 60; pad < spotBytes+20; pad++ {
		text := strings.Repeat("x ", pad/2) + strings.Repeat("y", pad%2) + " Ana Maria Ruiz Lopez " + strings.Repeat("z ", spotBytes)
		ms := Kinds(text, nil, known)
		if len(ms) != 1 || text[ms[0].Start:ms[0].End] != "Ana Maria Ruiz Lopez" {
			t.Fatalf("after %d bytes: %v", pad, ms)
		}
	}
}
