package link

import "strings"

// maxRoles bounds the roles kept for one person.
const maxRoles = 16

// addRoles adds the roles beside mention i to a person: the title, the words
// before the name and the appositive behind it.
func (l *Linker) addRoles(e *Entity, text string, ms []Mention, i int) {
	t := l.titles[i]
	if t != "" && !honorific(t) {
		addRole(e, t)
	} else if t == "" {
		if s := roleBefore(text, ms, i); s.end > s.start {
			addRole(e, text[s.start:s.end])
		}
	}
	if s := roleAfter(text, ms[i].End); s.end > s.start {
		addRole(e, text[s.start:s.end])
	}
}

func addRole(e *Entity, role string) {
	if len(e.Roles) >= maxRoles {
		return
	}
	role = oneLine(role)
	for _, r := range e.Roles {
		if r == role {
			return
		}
	}
	e.Roles = append(e.Roles, role)
}

// honorific reports whether a title says nothing but how to address somebody.
func honorific(t string) bool {
	switch strings.TrimSuffix(t, ".") {
	case "Mr", "Mrs", "Ms", "Miss", "Mx", "Messrs", "Madam", "Madame", "Mme", "Monsieur", "Herr", "Frau", "Señor", "Señora", "Don", "Doña",
		"Shri", "Smt", "Sri", "Encik", "Cik", "Puan", "Pak", "Daw", "Uncle", "Aunt", "Aunty", "Mama", "Dr", "Sir", "Hon", "Mzee", "Ko", "Ma":
		return true
	}
	return false
}

// roleBefore returns the words before a name that say what the person is:
// "senior counterterrorism commander" Raja Umer. The last word must be a role.
func roleBefore(text string, ms []Mention, i int) span {
	floor := 0
	if end := ms[i].Start; end > 90 {
		floor = end - 90
	}
	stop := ms[i].Start
	if stop == 0 || text[stop-1] != ' ' && text[stop-1] != '\n' {
		return span{}
	}
	end := stop - 1
	if end > 0 && text[end-1] == ',' { // "A former commander, Hafiz Khan, …"
		end--
	}
	start := end
	for n := 0; n < 7; n++ {
		p := start
		if n > 0 {
			if p <= floor || text[p-1] != ' ' && text[p-1] != '\n' {
				break
			}
			p--
		}
		s := p
		for s > floor && roleByte(text[s-1]) {
			s--
		}
		if s == p || s == floor && s > 0 {
			break
		}
		w := text[s:p]
		if n == 0 {
			if !roleNoun(w) {
				return span{}
			}
		} else if !roleModifier(w) {
			break
		}
		start = s
	}
	// A role cut off from its own beginning by "of" or a preposition is none.
	return span{start, end}
}

// roleAfter returns the appositive behind a name: ", a senior counterterrorism
// commander," or ", head of the agency".
func roleAfter(text string, pos int) span {
	if pos+4 >= len(text) || text[pos] != ',' || text[pos+1] != ' ' {
		return span{}
	}
	start := pos + 2
	limit := min(len(text), start+140)
	// An age may come first: ", 45, a teacher".
	if text[start] >= '0' && text[start] <= '9' {
		p := start
		for p < limit && text[p] >= '0' && text[p] <= '9' {
			p++
		}
		if p+2 >= limit || text[p] != ',' || text[p+1] != ' ' || p-start > 3 {
			return span{}
		}
		start = p + 2
	}
	determined := false
	for _, article := range [...]string{"a ", "an ", "the ", "another ", "then ", "now "} {
		if strings.HasPrefix(text[start:limit], article) {
			start += len(article)
			determined = true
			break
		}
	}
	// The head is the word before the first preposition, or the last one.
	head, headEnd := false, 0
	end := start
	words := 0
	p := start
	closed := false
scan:
	for p < limit {
		s := p
		for p < limit && roleByte(text[p]) {
			p++
		}
		if p == s {
			break
		}
		w := text[s:p]
		if w[len(w)-1] == '.' && !abbreviated(w) {
			w = w[:len(w)-1]
			p--
		}
		words++
		if words > 14 {
			return span{}
		}
		switch w {
		case "of", "for", "at", "in", "with", "from", "on", "to", "and", "or", "under", "during":
			if words == 1 || !head && w != "and" && w != "or" {
				return span{}
			}
		case "who", "whose", "which", "that", "when", "where", "while", "but", "is", "was", "were", "are", "has", "had", "have", "said", "says", "told", "will", "would":
			break scan
		default:
			if !head || headEnd == s-1 {
				if roleNoun(w) {
					head, headEnd = true, p
				} else if !head && words == 1 && !determined && !startsRole(w) {
					return span{}
				}
			}
			end = p
		}
		if w == "of" || w == "and" {
			headEnd = 0
		}
		if p < limit && text[p] == ' ' {
			p++
			continue
		}
		closed = true
		break
	}
	if !head || end <= start || !closed && p >= limit && limit < len(text) {
		return span{}
	}
	if end < len(text) && closed {
		switch c := text[p]; c {
		case ',', '.', ';', ':', ')', '\n', '\r', '"', '\'', '?', '!', '(', '-':
		default:
			if c < 0x80 {
				return span{}
			}
		}
	}
	// Sentences go on after ", the man said": a head alone needs its bounds.
	return span{start, end}
}

// abbreviated reports whether a word keeps its full stop: "Gen.", "U.S.".
func abbreviated(w string) bool {
	if len(w) < 2 {
		return true
	}
	if strings.IndexByte(w[:len(w)-1], '.') >= 0 {
		return true
	}
	switch w {
	case "Gen.", "Lt.", "Col.", "Maj.", "Sgt.", "Sen.", "Rep.", "Gov.", "Dr.", "Mr.", "Mrs.", "Ms.", "St.", "Jr.", "Sr.", "Brig.", "Capt.", "Adm.":
		return true
	}
	return false
}

func roleByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '.' || c == '\'' || c == '&' || c == '/' || c >= 0x80
}

// startsRole reports whether an appositive without an article may begin with a
// word: "former", "head", "professor", a capitalised name or adjective.
func startsRole(w string) bool {
	if w[0] >= 'A' && w[0] <= 'Z' {
		return true
	}
	switch w {
	case "former", "ex", "deputy", "chief", "senior", "vice", "acting", "assistant", "associate", "executive", "founding", "managing", "general", "one",
		"his", "her", "their", "its", "our", "my", "himself", "herself", "currently", "long-time", "longtime", "co-founder", "principal", "lead", "top", "veteran", "retired", "spokesman", "both",
		"interim", "political", "legal", "press", "police", "research", "regional", "national", "security", "human", "foreign", "prime", "finance", "interior", "defense", "defence":
		return true
	}
	return false
}

// roleModifier reports whether a word may stand inside the words before a name:
// any adjective, noun or name, but no function word or verb of saying.
func roleModifier(w string) bool {
	switch w {
	case "a", "an", "the", "A", "An", "The", "his", "her", "their", "its", "our", "my", "His", "Her", "Their", "Its", "Our", "this", "that", "these", "those", "This", "That",
		"of", "for", "at", "in", "with", "from", "on", "to", "and", "or", "by", "as", "but", "under", "between", "against", "about", "after", "before", "into", "over", "than", "like",
		"In", "On", "At", "By", "For", "From", "With", "And", "But", "As", "After", "When", "While", "Where", "If", "Both", "Also", "Meanwhile",
		"is", "was", "were", "are", "be", "been", "has", "had", "have", "said", "says", "told", "tells", "asked", "asks", "named", "called", "accused", "replaced", "replace", "met", "meets", "elected", "appointed", "succeeded", "beat", "defeated",
		"will", "would", "could", "can", "may", "might", "must", "should", "who", "which", "whose", "when", "where", "while", "because", "if", "so", "not", "include", "includes", "included", "including", "killed", "arrested", "sacked", "fired", "hired",
		"he", "she", "it", "they", "we", "I", "you", "him", "them", "there", "then", "also", "only", "just", "even", "both", "according", "two", "three", "four", "five", "Mr", "Mr.", "Mrs.", "became", "become", "becomes", "made":
		return false
	}
	c := w[len(w)-1]
	return c != '.' || abbreviated(w)
}

// roleNoun reports whether a word names what somebody is or does.
func roleNoun(w string) bool {
	if i := strings.LastIndexByte(w, '-'); i >= 0 {
		w = w[i+1:] // "co-founder", "vice-president", "singer-songwriter"
	}
	if len(w) < 3 {
		return w == "MP" || w == "PM"
	}
	var buf [20]byte
	if len(w) > len(buf) {
		return false
	}
	n := 0
	for i := 0; i < len(w); i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		buf[n] = c
		n++
	}
	switch string(buf[:n]) {
	case "president", "premier", "chancellor", "minister", "secretary", "ambassador", "senator", "representative", "congressman", "congresswoman", "governor",
		"mayor", "speaker", "chairman", "chairwoman", "chairperson", "chair", "director", "judge", "justice", "general", "colonel", "captain", "lieutenant",
		"sergeant", "admiral", "commander", "brigadier", "marshal", "commissioner", "inspector", "superintendent", "constable", "detective", "sheriff", "officer",
		"deputy", "pope", "cardinal", "archbishop", "bishop", "priest", "reverend", "pastor", "rabbi", "imam", "cleric", "ayatollah", "monk", "nun", "king",
		"queen", "prince", "princess", "emperor", "emir", "sultan", "duke", "duchess", "professor", "doctor", "physician", "surgeon", "nurse", "teacher", "coach",
		"manager", "trainer", "player", "striker", "midfielder", "defender", "goalkeeper", "forward", "winger", "batsman", "bowler", "pitcher", "quarterback", "skipper", "champion",
		"runner", "swimmer", "boxer", "golfer", "cyclist", "driver", "rider", "jockey", "sprinter", "skater", "skier", "gymnast", "rower", "sailor", "athlete", "footballer", "cricketer",
		"lawyer", "attorney", "prosecutor", "solicitor", "barrister", "counsel", "magistrate", "advocate", "councillor", "councilman", "councilwoman", "counselor", "lawmaker", "legislator", "politician", "parliamentarian",
		"leader", "chief", "head", "boss", "founder", "cofounder", "owner", "partner", "spokesman", "spokeswoman", "spokesperson", "official", "adviser", "advisor", "aide", "envoy", "diplomat", "negotiator", "mediator", "delegate",
		"analyst", "economist", "strategist", "trader", "broker", "banker", "investor", "accountant", "auditor", "consultant", "expert", "researcher", "scientist", "scholar", "academic", "historian", "engineer", "architect", "designer", "planner",
		"astronaut", "cosmonaut", "pilot", "astronomer", "biologist", "physicist", "chemist", "geologist", "meteorologist", "seismologist", "epidemiologist", "virologist", "psychologist", "sociologist", "mathematician", "archaeologist", "forecaster", "ecologist", "climatologist",
		"journalist", "reporter", "correspondent", "editor", "columnist", "broadcaster", "presenter", "anchor", "photographer", "writer", "author", "novelist", "poet", "playwright", "blogger", "critic", "publisher", "translator", "interpreter",
		"actor", "actress", "singer", "musician", "composer", "conductor", "pianist", "violinist", "guitarist", "drummer", "rapper", "dancer", "choreographer", "artist", "painter", "sculptor", "filmmaker", "producer", "comedian", "songwriter", "soprano", "tenor", "cellist", "star", "model", "celebrity", "host",
		"activist", "campaigner", "organizer", "organiser", "protester", "demonstrator", "dissident", "volunteer", "worker", "unionist", "militant", "fighter", "rebel", "insurgent", "jihadist", "terrorist", "warlord", "commando", "soldier", "veteran", "spy", "agent", "bomber", "gunman", "hijacker", "operative", "recruiter", "extremist", "guerrilla",
		"suspect", "defendant", "convict", "prisoner", "detainee", "inmate", "victim", "survivor", "witness", "plaintiff", "fugitive", "hostage", "kingpin", "smuggler", "killer", "murderer", "gangster", "mobster",
		"businessman", "businesswoman", "entrepreneur", "tycoon", "magnate", "billionaire", "millionaire", "philanthropist", "industrialist", "executive", "ceo", "cfo", "coo", "developer", "contractor", "merchant", "shopkeeper", "trustee", "landlord", "landowner", "restaurateur", "chef", "baker", "butcher", "carpenter", "plumber", "electrician", "mechanic", "tailor", "barber", "hairdresser", "farmer", "fisherman", "rancher", "miner", "welder", "builder", "gardener", "grower", "breeder", "waiter", "waitress", "cook", "bartender", "cashier", "clerk", "librarian", "curator", "student", "pupil", "graduate", "intern", "retiree", "pensioner", "widow", "widower", "housewife", "homemaker", "resident", "villager", "neighbor", "neighbour", "shepherd", "herder", "elder", "chieftain", "candidate", "nominee", "frontrunner", "incumbent", "challenger", "contender", "rival", "opponent", "successor", "predecessor", "heir", "ally", "supporter", "backer", "member", "colleague", "friend",
		"husband", "wife", "son", "daughter", "father", "mother", "brother", "sister", "uncle", "aunt", "nephew", "niece", "cousin", "grandson", "granddaughter", "grandfather", "grandmother", "fiancee", "fiance", "girlfriend", "boyfriend", "stepson", "stepfather", "twin", "spouse", "daughter-in-law", "son-in-law",
		"coordinator", "administrator", "supervisor", "principal", "headmaster", "headmistress", "dean", "rector", "provost", "chaplain", "treasurer", "registrar", "coroner", "ombudsman", "auctioneer", "dealer", "collector", "restorer", "vendor", "seller", "salesman", "hawker", "guide", "ranger", "warden", "guard", "firefighter", "paramedic", "lifeguard", "diver", "rescuer", "policeman", "policewoman", "postman", "cabbie", "fisher", "hunter", "trucker", "umpire", "referee", "linesman", "scout", "emissary", "consul", "attache", "statesman", "monarch", "dictator", "strongman", "ruler", "caliph", "mufti", "theologian", "missionary", "preacher", "evangelist", "patriarch", "abbot", "guru", "lama", "secretary-general", "whip", "vice-chancellor", "technician", "programmer", "hacker", "inventor", "pioneer", "creator", "crystallographer", "nutritionist", "dietitian", "pharmacist", "dentist", "vet", "veterinarian", "psychiatrist", "cardiologist", "oncologist", "pathologist", "paediatrician", "pediatrician", "midwife", "therapist", "carer", "caretaker", "janitor", "cleaner", "maid", "nanny", "babysitter", "porter", "bellhop", "steward", "stewardess", "attendant", "dispatcher", "navigator", "co-pilot", "copilot", "realtor", "marksman", "scorer", "all-rounder", "wicketkeeper", "wrestler", "weightlifter", "judoka", "fencer", "archer", "shooter", "climber", "mountaineer", "explorer", "surfer", "skateboarder", "snowboarder", "heptathlete", "decathlete", "vaulter", "jumper", "hurdler", "thrower", "marathoner", "walker", "paddler", "canoeist", "flanker", "prop", "hooker", "fullback", "centre", "lock", "fly-half", "scrum-half", "linebacker", "receiver", "outfielder", "shortstop", "catcher", "goaltender", "defenseman", "defenceman", "seed", "teenager", "youngster", "youth", "man", "woman", "boy", "girl", "native", "national", "citizen", "immigrant", "migrant", "refugee", "exile":
		return true
	}
	return false
}
