package layout

import "strings"

// agencies are the names under which agencies, broadcasters and papers sign, by
// first letter. Matching keeps case, as "AP" is a signature and "ap" is none, or
// takes a name of five letters or more in capitals.
var agencies = [26][]string{
	0: { // a
		"Associated Press", "AP Online", "AP", "Agence France-Presse", "Agence France Presse",
		"AFP", "ANI", "APP", "Anadolu Agency", "Anadolu", "AA", "ANSA", "AGI", "Adnkronos", "ATS", "APA", "Agerpres",
		"ANA-MPA", "ANA", "APS", "Antara", "AAP", "AKP", "Agencia Brasil", "Agência Brasil", "ABC News", "Al Jazeera",
		"ARY", "Asian News International", "ANP", "Anatolia", "Australian Associated Press", "Associated Press of Pakistan",
		"AzerTac", "Armenpress", "AGERPRES", "ATA", "ANF", "Aswat al-Iraq",
	},
	'b' - 'a': {
		"BBC News", "BBC Sport", "BBC Monitoring", "BBC", "BSS", "BNA", "BTA", "Beta", "BNS", "BelTA", "Bernama", "Bloomberg News",
		"Bloomberg", "Business Wire", "Belga", "Baltic News Service",
	},
	'c' - 'a': {
		"Cihan", "CTK", "ČTK", "CNA", "Canadian Press", "CP", "CMC", "CNN", "CNNMoney", "CNBC", "CBS News", "CBS", "CNS",
		"Cox News Service", "CNA News Agency", "Central News Agency", "Caribbean Media Corporation", "Caribbean News Service",
		"Catholic News Service",
	},
	'd' - 'a': {
		"Deutsche Presse-Agentur", "dpa", "DPA", "dpa-AFX", "dapd", "DHA", "Dow Jones Newswires", "Dow Jones", "Deutsche Welle",
		"DW", "DNA",
	},
	'e' - 'a': {
		"EFE", "Europa Press", "ELTA", "ENA", "ENS", "Emirates News Agency",
	},
	'f' - 'a': {
		"FNA", "Fars", "FENA", "Fox News", "Financial Times",
	},
	'g' - 'a': {
		"GNA", "Gannett News Service", "GlobeNewswire", "GLOBE NEWSWIRE", "Ghana News Agency",
	},
	'h' - 'a': {
		"HINA", "Hina",
	},
	'i' - 'a': {
		"Itar-Tass", "Interfax", "IANS", "INP", "INA", "IRNA", "ISNA", "IHA", "IRIN", "IPS", "Islamic Republic News Agency",
		"InterPress", "Interpressnews", "IPN",
	},
	'j' - 'a': {
		"Jiji Press", "Jiji",
	},
	'k' - 'a': {
		"Kyodo News", "Kyodo", "KCNA", "KUNA", "Kazinform", "KNA", "KBS", "Knight Ridder", "Khaama Press", "Kenya News Agency",
		"Khabar", "Kabar", "KazTAG",
	},
	'l' - 'a': {
		"Lusa", "LUSA", "LETA", "Los Angeles Times",
	},
	'm' - 'a': {
		"MENA", "Mehr", "MTI", "MAP", "MarketWatch", "MSNBC", "McClatchy Newspapers", "McClatchy", "Marketwired", "Mizzima",
		"Maghreb Arab Press", "Middle East News Agency", "Montsame", "MONTSAME", "MIA", "Ma'an",
	},
	'n' - 'a': {
		"NINA", "NNA", "NTB", "NAN", "New Ziana", "NZPA", "Notimex", "NBC News", "NPR", "NHK", "Newsfile Corp", "New York Times",
		"NYT", "Namibia Press Agency", "Nampa", "NAMPA", "News Agency of Nigeria", "New Zealand Press Association",
	},
	'o' - 'a': {
		"ONA", "ots",
	},
	'p' - 'a': {
		"Press Trust of India", "PTI", "PPI", "Petra", "PAP", "PANA", "PNA", "Pacnews", "PA Media", "Press Association",
		"PA", "Prensa Latina", "PBS", "PRNewswire", "PR Newswire", "Pajhwok", "Pacific Press", "Press Trust",
	},
	'q' - 'a': {
		"QNA",
	},
	'r' - 'a': {
		"Reuters Health", "Reuters", "RIA Novosti", "RIA", "RSS", "Ritzau", "RNZ", "RFE/RL", "RFA", "RFI", "RNS", "Radio Free Asia",
		"Radio Free Europe", "Religion News Service", "Rompres", "Rudaw",
	},
	's' - 'a': {
		"Sputnik", "SPA", "SANA", "STA", "STT", "SAPA", "Sapa", "SLENA", "SUNA", "Scripps Howard News Service", "Saudi Press Agency",
		"South African Press Association", "SID", "Stars and Stripes", "Sudan Tribune", "SITA", "Shafaq",
	},
	't' - 'a': {
		"Thomson Reuters Foundation", "Thomson Reuters", "TASS", "Tasnim", "Tanjug", "TT", "TAP", "TNA", "The Canadian Press",
		"Telam", "Télam", "Tribune News Service", "TNS", "The Washington Post", "The New York Times", "The Guardian",
		"TOLOnews", "The Wall Street Journal", "The Times", "Turan", "Trend", "TASR", "Turkmenportal", "TCA",
	},
	'u' - 'a': {
		"United Press International", "UPI", "UNI", "UNB", "Ukrinform", "UNIAN", "US News Wire", "UNN", "UzA",
	},
	'v' - 'a': {
		"Voice of America", "VOA News", "VOA", "VNA", "Variety", "VOA Learning English", "Vietnam News Agency",
	},
	'w' - 'a': {
		"WAM", "Washington Post", "Wall Street Journal", "WAFA", "Wafa",
	},
	'x' - 'a': {
		"Xinhua News Agency", "Xinhua", "Xinhuanet",
	},
	'y' - 'a': {
		"Yonhap News Agency", "Yonhap",
	},
	'z' - 'a': {
		"ZIANA", "Zawya",
	},
}

// agencyAt reads the name of a known agency at pos, as a whole word: the
// longest that fits.
func agencyAt(s string, pos int) (end int, ok bool) {
	if pos >= len(s) {
		return pos, false
	}
	c := s[pos] | 0x20
	if s[pos] == 0xC4 { // ČTK
		c = 'c'
	}
	if !isLower(c) {
		return pos, false
	}
	best := 0
	for _, a := range agencies[c-'a'] {
		if len(a) > best && len(a) <= len(s)-pos && wordEnds(s, pos+len(a)) &&
			(s[pos:pos+len(a)] == a || len(a) >= 5 && capitals(s[pos:pos+len(a)]) && strings.EqualFold(s[pos:pos+len(a)], a)) {
			best = len(a)
		}
	}
	return pos + best, best > 0
}

// capitals reports whether s holds no lower-case letter.
func capitals(s string) bool {
	for i := 0; i < len(s); i++ {
		if isLower(s[i]) {
			return false
		}
	}
	return true
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
	if strings.HasPrefix(s, "The ") || strings.HasPrefix(s, "THE ") {
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
	for _, lead := range [...]string{"By ", "BY ", "From ", "Source: ", "the ", "The ", "THE ", "(", "/", "- ", "— "} {
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
