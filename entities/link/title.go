package link

import "strings"

// titleBefore returns the title before mention i, "" where there is none: the
// capitalised words right before the name that titles are made of.
func titleBefore(text string, ms []Mention, i int) string {
	floor := 0
	if i > 0 {
		floor = ms[i-1].End
	}
	end := ms[i].Start
	if end-floor > 48 {
		floor = end - 48
	}
	stop := end
	start := end
	for first := true; ; first = false {
		// One space, then one word.
		p := stop
		if p <= floor || text[p-1] != ' ' {
			break
		}
		e := p - 1
		if !first && e-floor > 4 && text[e-4:e] == " and" {
			// "Chairman and CEO": two titles
			stop = e - 3
			continue
		}
		s := e
		for s > floor && titleByte(text[s-1]) {
			s--
		}
		if s == e || s > 0 && s == floor && titleByte(text[s-1]) {
			break
		}
		role := titleWord(text[s:e])
		if role == notTitle || first && role == titlePart {
			break
		}
		start, stop = s, s
		if role == titleHonorific {
			break
		}
	}
	if start == end {
		return ""
	}
	t := strings.TrimSpace(text[start:end])
	// A part alone at the front of a sentence is no title; the head is checked
	// above, as it stands last.
	return t
}

func titleByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '.' || c == '-' || c >= 0x80 && c != 0x93 && c != 0x94
}

type titleRole uint8

const (
	notTitle       titleRole = iota
	titleHead                // can stand right before a name: President, Gen.
	titlePart                // only before a head: Vice, Foreign, Brig.
	titleHonorific           // begins a title: Mr., Dr.
)

// titleWord says what part a word plays in titles.
func titleWord(w string) titleRole {
	if len(w) < 2 || len(w) > 16 || w[0] < 'A' || w[0] > 'Z' {
		if w == "U" { // Burmese
			return titleHonorific
		}
		return notTitle
	}
	if i := strings.IndexByte(w, '-'); i > 0 && i+1 < len(w) { // "Vice-Minister", "Secretary-General"
		if r := titleWord(w[i+1:]); r == titleHead {
			return r
		}
	}
	switch strings.TrimSuffix(w, ".") {
	case "Mr", "Mrs", "Ms", "Miss", "Mx", "Messrs", "Dr", "Prof", "Sir", "Dame", "Madam", "Madame", "Mme", "Monsieur", "Herr", "Frau",
		"Señor", "Señora", "Don", "Doña", "Lord", "Lady", "Baroness", "Baron", "Hon", "Shri", "Smt", "Sri", "Datuk", "Dato", "Tan", "Tun", "Encik", "Pak",
		"Ustaz", "Cik", "Puan", "U", "Daw", "Ko", "Ma", "Haji", "Hajj", "Alhaji", "Comrade", "Engr", "Barr", "Atty", "Hojatoleslam", "Nana", "Oba", "Mzee", "Mama", "Uncle", "Aunt", "Aunty":
		return titleHonorific
	case "President", "Premier", "Chancellor", "Minister", "Secretary", "Ambassador", "Senator", "Sen", "Sens", "Representative", "Rep", "Reps",
		"Congressman", "Congresswoman", "Governor", "Gov", "Mayor", "Speaker", "Chairman", "Chairwoman", "Chairperson", "Chair", "Director",
		"Judge", "Justice", "General", "Gen", "Colonel", "Col", "Major", "Maj", "Captain", "Capt", "Lieutenant", "Lt", "Sergeant", "Sgt", "Corporal", "Cpl",
		"Private", "Pvt", "Pfc", "Spc", "Admiral", "Adm", "Commander", "Cmdr", "Brigadier", "Brig", "Marshal", "Commodore", "Commissioner", "Inspector", "Insp", "Superintendent", "Supt",
		"Constable", "Detective", "Det", "Sheriff", "Officer", "Deputy", "Marshall", "Pope", "Cardinal", "Archbishop", "Bishop", "Father", "Fr", "Rev", "Reverend",
		"Pastor", "Rabbi", "Imam", "Ayatollah", "Mullah", "Maulana", "Maulvi", "Mufti", "Sheikh", "Sheik", "Shaikh", "Shaykh", "Sayyid", "Sister", "Brother", "Mother", "Saint",
		"King", "Queen", "Prince", "Princess", "Emperor", "Empress", "Emir", "Sultan", "Duke", "Duchess", "Count", "Countess", "Earl", "Crown", "Tsar",
		"Professor", "Doctor", "Coach", "Manager", "Counsel", "Attorney", "Prosecutor", "Solicitor", "Chairmen", "Councillor", "Councilman", "Councilwoman", "Cllr", "Ald", "Alderman", "Delegate", "Assemblyman", "Assemblywoman",
		"Lawmaker", "MP", "MEP", "CEO", "CFO", "COO", "Leader", "Whip", "Spokesman", "Spokeswoman", "Spokesperson", "Correspondent", "Editor", "Author", "Actor", "Actress", "Singer",
		"Executive", "Chief", "Envoy", "PC", "WPC", "DC", "DI", "DCI", "DS", "QC", "KC", "Monsignor", "Msgr", "Warden", "Chaplain", "Marine", "Lcpl", "Bombardier", "Gunner", "Sapper", "Guardsman", "Consul", "Marquess", "Viscount", "Archduke", "Maharaja", "Nawab", "Rana", "Lama", "Dean", "Provost", "Rector", "Principal", "Registrar", "Coroner", "Magistrate", "Ombudsman", "Treasurer",
		"Presidents", "Ministers", "Generals", "Senators", "Governors", "Judges", "Justices", "Princes", "Popes", "Kings", "Prelate", "Patriarch", "Metropolitan", "Hajiya", "Honorable", "Honourable", "Excellency", "Chieftain", "Warlord", "Subedar", "Havildar", "Naik", "Petty", "Seaman", "Airman", "Specialist", "Midshipman", "Ensign", "Trooper", "Agent":
		return titleHead
	case "Operating", "Financial", "Medical", "City", "County", "Town", "Marketing", "Prime", "Vice", "Foreign", "Defense", "Defence", "Interior", "Finance", "Home", "Health", "Education", "Oil", "Energy", "Trade",
		"Assistant", "Associate", "Acting", "Under", "Sub", "Senior", "Junior", "Grand", "Great", "Supreme", "First", "Second", "Third", "Lance", "Staff", "Master",
		"Rear", "Field", "Air", "Wing", "Group", "Squadron", "Flight", "Police", "Press", "State", "Federal", "District", "Environment", "Agriculture", "Labor", "Labour", "Transport",
		"Transportation", "Treasury", "Commerce", "Culture", "Tourism", "Sports", "Information", "Planning", "Economy", "Economic", "Industry", "Development", "Social", "Security", "National", "Cabinet", "Parliament", "Parliamentary", "Opposition", "Majority", "Minority", "House", "Senate", "Very", "Right", "Most", "His", "Her", "Homeland", "Housing", "Veterans", "Affairs", "Communications", "Managing", "Shadow", "Special", "Permanent", "Regional", "Provincial", "Republican", "Democratic", "Independent", "Colour", "Warrant", "Railways", "Water", "Mines", "Mining", "Petroleum", "Investment", "Budget", "Immigration", "Citizenship", "Women", "Youth", "Higher", "Science", "Technology", "Public", "Works", "Religious", "Sport", "Digital", "Climate", "Fisheries", "Emergency", "Emergencies":
		return titlePart
	}
	return notTitle
}

// titleGender is the gender that a title tells, 0 for none.
func titleGender(t string) byte {
	if t == "" {
		return 0
	}
	if i := strings.LastIndexByte(t, ' '); i >= 0 {
		t = t[i+1:]
	}
	switch strings.TrimSuffix(t, ".") {
	case "Mr", "Sir", "Lord", "King", "Prince", "Emperor", "Father", "Fr", "Brother", "Baron", "Duke", "Earl", "Pope", "Cardinal", "Bishop", "Archbishop", "Congressman", "Chairman", "Monsieur", "Herr", "Señor", "Sheikh", "Sheik", "Mullah", "Ayatollah", "Imam", "Uncle":
		return 'm'
	case "Mrs", "Ms", "Miss", "Dame", "Lady", "Queen", "Princess", "Empress", "Sister", "Mother", "Baroness", "Duchess", "Countess", "Congresswoman", "Chairwoman", "Madame", "Mme", "Frau", "Señora", "Daw", "Aunt":
		return 'f'
	}
	return 0
}
