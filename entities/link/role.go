package link

import (
	"strings"

	"github.com/dateline-go/dateline/entities/kind"
)

// maxRoles bounds the roles kept for one person.
const maxRoles = 16

// addRoles adds the roles beside mention i to a person: the title, the words
// before the name and the appositive behind it.
func (l *Linker) addRoles(e *Entity, text string, ms []Mention, i int) {
	t := l.titles[i]
	before := ms[i].Start
	if t != "" {
		before -= len(t) + 1
	}
	if s := roleBefore(text, ms, i, before); s.end > s.start && (t == "" || honorific(t) || text[s.end] == ',') {
		addRole(e, text[s.start:s.end])
	}
	if t != "" && !honorific(t) {
		addRole(e, t)
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
		"Shri", "Smt", "Sri", "Encik", "Cik", "Puan", "Pak", "Daw", "Uncle", "Aunt", "Aunty", "Mama", "Dr", "Sir", "Hon", "Mzee", "Ko", "Ma", "U", "Tuan":
		return true
	}
	return false
}

// roleBefore returns the words before a name, or its title, at stop that say
// what the person is: "senior counterterrorism commander" Raja Umer. The last
// word must be a role, or the last before "of" where the sentence begins with
// the role: "The head of the agency, Raja Umer".
func roleBefore(text string, ms []Mention, i, stop int) span {
	floor := max(0, stop-120)
	if stop == 0 || text[stop-1] != ' ' && text[stop-1] != '\n' {
		return span{}
	}
	end := stop - 1
	comma := end > 0 && text[end-1] == ','
	if comma {
		end--
	}
	start := end
	k := i - 1
	for n := 0; n < 7; n++ {
		p := start
		if n > 0 {
			if p <= floor || text[p-1] != ' ' && text[p-1] != '\n' {
				break
			}
			p--
		}
		for k >= 0 && ms[k].End > p {
			k--
		}
		if n > 0 && k >= 0 && ms[k].End == p && ms[k].Start >= floor && ms[k].Kind != kind.Person && ms[k].Kind != kind.Date {
			start = ms[k].Start // "University of Victoria" political scientist
			continue
		}
		s := p
		for s > floor && roleByte(text[s-1]) {
			s--
		}
		s += afterQuote(text[s:p])
		if s == p || s == floor && s > 0 {
			break
		}
		w := text[s:p]
		if n == 0 {
			if !roleNoun(w) {
				if comma {
					return roleOf(text, floor, end)
				}
				return span{}
			}
		} else if !roleModifier(w) {
			if comma && (w == "of" || w == "for" || w == "at" || w == "in") {
				return roleOf(text, floor, end)
			}
			break
		}
		start = s
	}
	return span{start, end}
}

// roleOf returns the role that a sentence begins with and that ends at end.
func roleOf(text string, floor, end int) span {
	start := end
	for start > floor {
		c := text[start-1]
		if c == '\n' || c == ',' || c == ';' || c == ':' || c == '(' || c == '"' ||
			c == '.' && start-2 >= 0 && text[start-2] >= 'a' && text[start-2] <= 'z' {
			break
		}
		start--
	}
	if start == floor && floor > 0 {
		return span{}
	}
	start += afterQuote(text[start:end])
	for start < end && text[start] == ' ' {
		start++
	}
	if start == end || text[start] < 'A' || text[start] > 'Z' { // inside a sentence: no role stands by itself
		return span{}
	}
	for _, article := range [...]string{"The ", "A ", "An ", "His ", "Her ", "Their ", "Its ", "Our ", "One "} {
		if strings.HasPrefix(text[start:end], article) {
			if s := phrase(text, start+len(article), end, true); s.end == end {
				return s
			}
		}
	}
	return span{}
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
	for _, article := range [...]string{"a ", "an ", "the ", "another ", "then ", "now ", "his ", "her ", "their ", "its ", "our ", "my "} {
		if strings.HasPrefix(text[start:limit], article) {
			return phrase(text, start+len(article), limit, true)
		}
	}
	return phrase(text, start, limit, false)
}

// phrase returns the role that text[start:limit] begins with: a noun phrase
// whose head is a role, with what belongs to it, up to a mark or a clause.
// determined says that an article stands before it.
func phrase(text string, start, limit int, determined bool) span {
	aged := false             // "22-year-old Sikh"
	head, headEnd := false, 0 // the head is the word before the first preposition, or the last one
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
		p -= len(text[s:p]) - beforeQuote(text[s:p])
		if p == s {
			break
		}
		w := text[s:p]
		if w[len(w)-1] == '.' && !abbreviated(w) {
			w = w[:len(w)-1]
			p--
		}
		words++
		if words > 14 || w == "" {
			return span{}
		}
		switch w {
		case "of", "for", "at", "in", "with", "from", "on", "to", "and", "or", "under", "during":
			if words == 1 || !head && w != "and" && w != "or" {
				return span{}
			}
		case "who", "Who", "whose", "which", "that", "when", "where", "while", "but", "is", "was", "were", "are", "has", "had", "have", "said", "says", "told", "will", "would":
			break scan
		default:
			if !head || headEnd == s-1 {
				if roleNoun(w) || aged && words == 2 {
					head, headEnd = true, p
				} else if head && w[0] >= 'A' && w[0] <= 'Z' && titleWord(w) == notTitle {
					return span{} // "Stamford Mayor Dan Malloy": the next of a list
				} else if !head && !determined && (words > 6 || !startsRole(w) && !describes(w)) {
					return span{}
				}
				aged = aged || words == 1 && strings.HasSuffix(w, "-year-old")
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
	if !head || end <= start || !closed && p >= limit && limit < len(text) && text[limit] != ',' {
		return span{}
	}
	if p < len(text) && closed {
		switch c := text[p]; c {
		case ',', '.', ';', ':', ')', '\n', '\r', '"', '\'', '?', '!', '(', '-':
		default:
			if c < 0x80 {
				return span{}
			}
		}
	}
	return span{start, end}
}

// afterQuote returns where the part of a word behind its last quotation mark or
// dash begins; roleByte takes their bytes for letters.
func afterQuote(w string) int {
	for i := len(w) - 3; i >= 0; i-- {
		if w[i] == 0xE2 && w[i+1] == 0x80 && !(w[i+2] == 0x99 && i+3 < len(w)) {
			return i + 3
		}
	}
	return 0
}

// beforeQuote returns where the part of a word before its first quotation mark
// or dash ends.
func beforeQuote(w string) int {
	for i := 0; i+2 < len(w); i++ {
		if w[i] == 0xE2 && w[i+1] == 0x80 && !(w[i+2] == 0x99 && i > 0 && i+3 < len(w)) {
			return i
		}
	}
	return len(w)
}

// abbreviated reports whether a word keeps its full stop: "Gen.", "U.S.".
func abbreviated(w string) bool {
	if len(w) <= 2 {
		return true // an initial
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

// describes reports whether a word in lower case may stand before the head of
// an appositive without an article: "district head of …", but no participle.
func describes(w string) bool {
	return len(w) > 3 && w[0] >= 'a' && w[0] <= 'z' && roleModifier(w) && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ly")
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
	if c := w[0]; !wordByte(c) {
		return false // a dash
	}
	c := w[len(w)-1]
	if c == 'g' && len(w) > 4 && w[len(w)-3:] == "ing" && w[0] >= 'a' && w[0] <= 'z' && !participle(w) {
		return false // "taking Portugal midfielder"
	}
	return c != '.' || abbreviated(w)
}

// participle reports whether a word in -ing may describe a person's post.
func participle(w string) bool {
	switch w {
	case "acting", "leading", "founding", "managing", "visiting", "outgoing", "incoming", "sitting", "reigning", "serving", "ruling", "rising", "retiring",
		"defending", "commanding", "presiding", "aspiring", "attacking", "marketing", "engineering", "mining", "banking", "shipping", "racing", "boxing", "skating",
		"cycling", "fishing", "training", "housing", "planning", "opening", "wrestling", "swimming", "nursing", "broadcasting", "manufacturing", "publishing", "advertising", "investing", "filming", "building", "working", "long-serving", "award-winning":
		return true
	}
	return false
}

// roleNoun reports whether a word names what somebody is or does.
func roleNoun(w string) bool {
	if i := strings.LastIndexByte(w, '-'); i >= 0 {
		w = w[i+1:] // "co-founder", "vice-president", "singer-songwriter"
	}
	if len(w) < 3 {
		return w == "MP" || w == "PM"
	}
	switch w { // surnames and names as well
	case "Archer", "Baker", "Barber", "Bishop", "Butcher", "Carpenter", "Cook", "Dean", "Driver", "Elder", "Fisher", "Forward", "Gardener", "Guard", "Guide", "Host", "Hunter",
		"Judge", "Justice", "King", "Lock", "Man", "Marshal", "Miner", "Model", "Monk", "Pope", "Porter", "Priest", "Prince", "Prop", "Queen", "Ranger", "Rider", "Shepherd", "Star", "Steward",
		"Tailor", "Walker", "Warden", "Widow", "Woman", "Youth", "Champion", "Head", "Chair", "Seed", "Lama", "Hooker", "Sailor", "Pilot", "Abbot", "Twin", "National", "Native", "Centre":
		return false
	case "person":
		return false
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
		"businessman", "businesswoman", "entrepreneur", "tycoon", "magnate", "billionaire", "millionaire", "philanthropist", "industrialist", "executive", "ceo", "cfo", "coo", "developer", "contractor", "merchant", "shopkeeper", "sapper", "gunner", "trustee", "landlord", "landowner", "restaurateur", "chef", "baker", "butcher", "carpenter", "plumber", "electrician", "mechanic", "tailor", "barber", "hairdresser", "farmer", "fisherman", "rancher", "miner", "welder", "builder", "gardener", "grower", "breeder", "waiter", "waitress", "cook", "bartender", "cashier", "clerk", "librarian", "curator", "student", "pupil", "graduate", "intern", "retiree", "pensioner", "widow", "widower", "housewife", "homemaker", "resident", "villager", "neighbor", "neighbour", "shepherd", "herder", "elder", "chieftain", "candidate", "nominee", "frontrunner", "incumbent", "challenger", "contender", "rival", "opponent", "successor", "predecessor", "heir", "ally", "supporter", "backer", "member", "colleague", "friend",
		"husband", "wife", "son", "daughter", "father", "mother", "brother", "sister", "uncle", "aunt", "nephew", "niece", "cousin", "grandson", "granddaughter", "grandfather", "grandmother", "fiancee", "fiance", "girlfriend", "boyfriend", "stepson", "stepfather", "twin", "spouse", "daughter-in-law", "son-in-law",
		"coordinator", "administrator", "supervisor", "principal", "headmaster", "headmistress", "dean", "rector", "provost", "chaplain", "treasurer", "registrar", "coroner", "ombudsman", "auctioneer", "dealer", "collector", "restorer", "vendor", "seller", "salesman", "hawker", "guide", "ranger", "warden", "guard", "firefighter", "paramedic", "lifeguard", "diver", "rescuer", "policeman", "policewoman", "postman", "cabbie", "fisher", "hunter", "trucker", "umpire", "referee", "linesman", "scout", "emissary", "consul", "attache", "statesman", "monarch", "dictator", "strongman", "ruler", "caliph", "mufti", "theologian", "missionary", "preacher", "evangelist", "patriarch", "abbot", "guru", "lama", "secretary-general", "whip", "vice-chancellor", "technician", "programmer", "hacker", "inventor", "pioneer", "creator", "crystallographer", "nutritionist", "dietitian", "pharmacist", "dentist", "vet", "veterinarian", "psychiatrist", "cardiologist", "oncologist", "pathologist", "paediatrician", "pediatrician", "midwife", "therapist", "carer", "caretaker", "janitor", "cleaner", "maid", "nanny", "babysitter", "porter", "bellhop", "steward", "stewardess", "attendant", "dispatcher", "navigator", "co-pilot", "copilot", "realtor", "marksman", "scorer", "all-rounder", "wicketkeeper", "wrestler", "weightlifter", "judoka", "fencer", "archer", "shooter", "climber", "mountaineer", "explorer", "surfer", "skateboarder", "snowboarder", "heptathlete", "decathlete", "vaulter", "jumper", "hurdler", "thrower", "marathoner", "walker", "paddler", "canoeist", "flanker", "prop", "hooker", "fullback", "centre", "lock", "fly-half", "scrum-half", "linebacker", "receiver", "outfielder", "shortstop", "catcher", "goaltender", "defenseman", "defenceman", "seed", "teenager", "youngster", "youth", "man", "woman", "boy", "girl", "native", "national", "citizen", "immigrant", "migrant", "refugee", "exile":
		return true
	}
	return roleEnding(string(buf[:n]), w[0] >= 'a')
}

// roleEnding knows people by the ends of their words: glaciologist, stockman,
// oceanographer. Only words in lower case are judged so.
func roleEnding(w string, lower bool) bool {
	if !lower || len(w) < 6 {
		return false
	}
	switch w {
	case "assist", "consist", "insist", "persist", "resist", "enlist", "subsist", "desist", "minimalist", "communist", "socialist", "nationalist", "islamist", "leftist", "rightist", "populist", "racist", "sexist", "fascist", "marxist", "maoist", "feminist", "ottoman", "talisman", "roman":
		return false
	}
	for _, e := range [...]string{"ist", "man", "woman", "person", "ographer", "ician", "smith", "monger", "maker", "keeper", "master", "worker", "holder", "winner", "player", "leader", "owner", "driver"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}
