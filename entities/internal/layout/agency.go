package layout

import "strings"

// agencies are the names under which agencies and broadcasters sign, longer
// ones before their own beginnings. Matching keeps case, as "AP" is a
// signature and "ap" is none.
var agencies = [...]string{
	"Associated Press Writer", "Associated Press", "ASSOCIATED PRESS", "AP Online", "AP",
	"Thomson Reuters Foundation", "Thomson Reuters", "Reuters Health", "Reuters", "REUTERS",
	"Agence France-Presse", "Agence France Presse", "AFP",
	"Xinhua News Agency", "Xinhua", "XINHUA",
	"United Press International", "UPI",
	"Deutsche Presse-Agentur", "dpa", "DPA", "dpa-AFX", "dapd",
	"BBC News", "BBC Sport", "BBC Monitoring", "BBC",
	"Voice of America", "VOA News", "VOA",
	"ITAR-TASS", "Itar-Tass", "TASS", "RIA Novosti", "RIA", "Interfax", "Sputnik",
	"Kyodo News", "Kyodo", "KYODO", "Jiji Press", "Jiji", "Yonhap News Agency", "Yonhap", "YONHAP", "KCNA",
	"Press Trust of India", "PTI", "IANS", "ANI", "UNI", "APP", "INP", "PPI", "UNB", "BSS", "RSS", "WAM", "SPA", "KUNA", "QNA", "BNA",
	"ONA", "Petra", "MENA", "SANA", "INA", "NINA", "NNA", "IRNA", "ISNA", "FNA", "Fars", "Tasnim", "Mehr", "Anadolu Agency", "Anadolu", "AA",
	"DHA", "IHA", "Cihan", "ANSA", "AGI", "Adnkronos", "EFE", "Europa Press", "Lusa", "LUSA", "ATS", "APA", "PAP", "CTK", "ČTK", "MTI", "Agerpres",
	"BTA", "Tanjug", "TANJUG", "Beta", "HINA", "Hina", "FENA", "STA", "ANA-MPA", "ANA", "Ritzau", "TT", "NTB", "STT", "BNS", "ELTA", "LETA", "BelTA", "Ukrinform",
	"UNIAN", "Kazinform", "APS", "MAP", "TAP", "PANA", "SAPA", "Sapa", "NAN", "GNA", "KNA", "New Ziana", "ZIANA", "SLENA", "ENA", "SUNA", "Xinhuanet",
	"Antara", "ANTARA", "Bernama", "BERNAMA", "VNA", "CNA", "TNA", "PNA", "AAP", "NZPA", "Pacnews", "PACNEWS", "RNZ", "AKP", "LUSA",
	"The Canadian Press", "Canadian Press", "CP", "PA Media", "Press Association", "PA", "Notimex", "Telam", "Télam", "Prensa Latina", "Agencia Brasil", "Agência Brasil", "CMC",
	"Bloomberg News", "Bloomberg", "BLOOMBERG", "Dow Jones Newswires", "Dow Jones", "MarketWatch", "CNN", "CNNMoney", "CNBC", "NBC News", "CBS News", "CBS", "ABC News",
	"NPR", "PBS", "Fox News", "MSNBC", "Al Jazeera", "Deutsche Welle", "DW", "RFE/RL", "RFA", "RFI", "IRIN", "IPS", "ENS", "CNS", "RNS", "KBS", "NHK",
	"McClatchy Newspapers", "McClatchy", "Knight Ridder", "Cox News Service", "Tribune News Service", "TNS", "Gannett News Service", "Scripps Howard News Service",
	"PRNewswire", "PR Newswire", "PRNEWSWIRE", "Business Wire", "BUSINESS WIRE", "GlobeNewswire", "GLOBE NEWSWIRE", "Marketwired", "MARKETWIRED", "Newsfile Corp", "ots", "Variety",
	"VOA Learning English", "Washington Post", "The Washington Post", "The New York Times", "New York Times", "Los Angeles Times", "The Guardian", "NYT",
	"CNA News Agency", "Central News Agency", "Vietnam News Agency", "Saudi Press Agency", "Emirates News Agency", "Pajhwok", "TOLOnews", "ARY", "Khaama Press",
}

// agencyAt reads the name of a known agency at pos, as a whole word.
func agencyAt(s string, pos int) (end int, ok bool) {
	best := 0
	for _, a := range agencies {
		if len(a) > best && strings.HasPrefix(s[pos:], a) && wordEnds(s, pos+len(a)) {
			best = len(a)
		}
	}
	return pos + best, best > 0
}

// wordEnds reports whether no word goes on at pos.
func wordEnds(s string, pos int) bool {
	if pos >= len(s) {
		return true
	}
	c := s[pos]
	if c == 0xE2 && pos+1 < len(s) && s[pos+1] == 0x80 {
		return true
	}
	if c == '/' || c == '.' {
		return pos+1 >= len(s) || !isLetter(s[pos+1])
	}
	return !isLetter(c) && !isDigit(c) && c != '&'
}

// agencyName reports whether s is a known agency, one with more words behind
// ("AP Sports", "Xinhua Finance"), or several of them ("AP, Reuters").
func agencyName(s string) bool {
	if strings.HasPrefix(s, "The ") {
		s = s[4:]
	}
	end, ok := agencyAt(s, 0)
	if !ok {
		return false
	}
	for end < len(s) {
		switch c := s[end]; {
		case c == ' ' || c == '-' || c == '/' || c == '.' || isLetter(c):
			end++
		default:
			return false
		}
	}
	return len(s) <= 40
}

// desk reports whether a bracket names a job in place of an agency.
func desk(s string) bool {
	for _, w := range [...]string{"Correspondent", "correspondent", "Reporter", "reporter", "Staff", "staff", "Bureau"} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// agencyLine reads a line that holds an agency and no more: "Associated Press:",
// "By The Associated Press", "(Reuters)", "REUTERS |".
func agencyLine(text string, ln Span) (agency Span, ok bool) {
	s := text[ln.Start:ln.End]
	if len(s) > 60 {
		return
	}
	pos := 0
	for _, lead := range [...]string{"By ", "BY ", "From ", "Source: ", "the ", "The ", "(", "/", "- ", "— "} {
		if strings.HasPrefix(s[pos:], lead) {
			pos += len(lead)
		}
	}
	if pos >= len(s) {
		return
	}
	end, known := agencyAt(s, pos)
	if !known {
		return
	}
	// "dpa" and other short lower-case words need brackets around them.
	if isLower(s[pos]) && (pos == 0 || s[pos-1] != '(') {
		return
	}
	for rest := end; rest < len(s); rest++ {
		switch s[rest] {
		case ':', '.', ')', '/', '|', ' ', '-':
		default:
			return
		}
	}
	return Span{ln.Start + pos, ln.Start + end}, true
}

// parseByline reads a line that names the author: "By Asif Shahzad, Associated
// Press", "By Rola Khairallah | The Levant Ledger | LABWEH, Bekaa Valley". ok
// says that it is a byline.
func parseByline(text string, ln Span) (agency Span, places []Span, ok bool) {
	s := text[ln.Start:ln.End]
	if len(s) > 160 || sentenceEnd(s) && !strings.HasSuffix(s, "Jr.") {
		return
	}
	if len(s) < 5 || s[0] != 'B' && s[0] != 'b' || s[1] != 'y' && s[1] != 'Y' || s[2] != ' ' && s[2] != ':' {
		return
	}
	ok = true
	// Parts after commas and bars: an agency, a date-less place in capitals.
	for pos := 3; pos < len(s); {
		sep := strings.IndexAny(s[pos:], ",|/")
		if sep < 0 {
			break
		}
		bar := s[pos+sep] == '|'
		pos += sep + 1
		start, _ := trim(s, pos, len(s))
		if strings.HasPrefix(s[start:], "The ") && start+4 < len(s) {
			if _, known := agencyAt(s, start+4); known {
				start += 4
			}
		}
		if start >= len(s) {
			break
		}
		if end, known := agencyAt(s, start); known && agency.Empty() {
			agency = Span{ln.Start + start, ln.Start + end}
			pos = end
			continue
		}
		if bar && agency.Empty() && len(places) == 0 {
			if end, caps, isPlace := parsePlace(s, start); isPlace && !caps {
				if e, _ := trim(s, end, len(s)); e < len(s) && s[e] == '|' {
					agency = Span{ln.Start + start, ln.Start + end}
					pos = end
					continue
				}
			}
		}
		if bar {
			p := parser{s: s, full: len(s)}
			if p.items(start) && len(p.places) > 0 && p.caps {
				if m, _ := p.closing(p.pos); m == markLine || m == markBar {
					for _, pl := range p.places {
						places = append(places, Span{ln.Start + pl.Start, ln.Start + pl.End})
					}
					return
				}
			}
		}
	}
	return
}
