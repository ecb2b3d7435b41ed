package link

// A class is a set of roles that a word plays in names.
type class uint8

const (
	function  class = 1 << iota // of, the, and: no part of what tells names apart
	particle                    // bin, al, van, de: part of a person's name that comes and goes
	legal                       // Inc, Ltd, GmbH: legal form of a company
	suffix                      // Jr., III
	adjective                   // national, united: cannot stand for the name alone
	common                      // ministry, court: names a kind of body
	organ                       // council, committee: a part of a body that has a name of its own
	kindred                     // group, bank: left out when the name is shortened
)

// classOf returns the class of a folded word.
func classOf(w []byte) class {
	if len(w) > 14 {
		return 0
	}
	switch string(w) {
	case "of", "the", "for", "in", "on", "at", "to", "by", "with", "und", "et", "&":
		return function
	case "and":
		return function
	case "de", "del", "della", "di", "da", "do", "dos", "das", "du", "des", "la", "le", "les", "los", "y", "e":
		return function | particle
	case "al", "el", "ad", "as", "an", "ar", "ash", "az", "bin", "ibn", "bint", "binti", "ben", "van", "von", "der", "den",
		"ter", "ten", "zu", "zum", "zur", "af", "av", "ap", "ould", "st", "lo", "dal", "dalla", "degli", "ul", "ur", "oglu":
		return particle
	case "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "llp", "lp", "plc", "ag", "gmbh",
		"sa", "sas", "nv", "bv", "ab", "asa", "oyj", "spa", "srl", "kk", "pty", "pvt", "pte", "bhd", "sdn", "tbk", "jsc", "ojsc", "pjsc", "kgaa", "se":
		return legal
	case "jr", "sr", "ii", "iii", "iv", "junior", "senior", "snr", "jnr", "vi", "vii", "viii", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xxiii":
		return suffix
	case "national", "international", "american", "british", "united", "royal", "first", "islamic", "central", "federal", "supreme", "world",
		"european", "african", "asian", "new", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "democratic",
		"great", "greater", "saint", "old", "upper", "lower", "public", "local", "special", "joint", "social", "christian",
		"muslim", "arab", "global", "grand", "big", "san", "santa", "sao", "foreign", "defense", "defence", "interior", "home", "health",
		"economic", "financial", "general", "civil", "free", "real", "red", "white", "black", "blue", "green", "high", "standard", "premier",
		"german", "french", "russian", "chinese", "indian", "israeli", "iranian", "iraqi", "japanese", "turkish", "spanish", "italian", "australian", "canadian":
		return adjective
	case "ministry", "department", "court", "parliament", "council", "committee", "commission", "board", "office", "bureau",
		"command", "tribunal", "administration", "prosecutor", "prosecutors", "chamber", "team", "house", "secretariat", "panel",
		"mission", "division", "brigade", "academy", "wing", "branch", "taskforce", "directorate", "delegation", "embassy", "army",
		"caucus", "police", "regiment", "battalion", "unit", "brigades", "cabinet", "senate", "assembly":
		return common | organ
	case "bank", "party", "group", "club", "airlines", "airways", "university", "network", "holdings", "movement", "organization",
		"organisation", "front", "stores", "industries", "technologies", "motors", "motor", "fc", "sc", "cf", "afc":
		return common | kindred
	case "airline", "aerospace", "automotive", "breweries", "brewery", "brewing", "cement", "chemical", "chemicals", "electronics", "energy",
		"entertainment", "foods", "gaming", "insurance", "logistics", "media", "mining", "oil", "petroleum", "pharma", "pharmaceutical", "pharmaceuticals",
		"pictures", "records", "semiconductor", "semiconductors", "shipping", "software", "steel", "studios", "telecom", "telecommunications", "textiles":
		return kindred
	case "congress", "navy", "government", "state", "college", "school", "hospital", "agency", "authority", "center", "centre",
		"institute", "institution", "union", "association", "federation", "foundation", "society", "company-", "force", "forces",
		"guard", "corps", "church", "museum", "service", "league", "city", "county", "fund", "press", "times", "news", "justice",
		"treasury", "constitutional", "finance", "air", "armed", "security", "education", "trade", "agriculture", "transport",
		"transportation", "labor", "labour", "commerce", "tourism", "environment", "affairs", "election", "electoral", "fire",
		"meteorological":
		return common
	}
	return 0
}

// givenName returns the gender of a folded given name, 0 where the word is
// none that is common in English-language news, and the name that it is short
// for or a spelling of, "" where it is full.
func givenName(w []byte) (full string, gender byte) {
	switch string(w) {
	case "bill", "billy", "will", "willie", "liam":
		return "william", 'm'
	case "bob", "bobby", "rob", "robbie":
		return "robert", 'm'
	case "jim", "jimmy", "jamie":
		return "james", 'm'
	case "joe", "joey":
		return "joseph", 'm'
	case "tom", "tommy":
		return "thomas", 'm'
	case "mike", "mick", "mickey":
		return "michael", 'm'
	case "dave", "davey":
		return "david", 'm'
	case "dan", "danny":
		return "daniel", 'm'
	case "steve", "steven":
		return "stephen", 'm'
	case "ted", "teddy", "ed", "eddie", "ned":
		return "edward", 'm'
	case "dick", "rick", "rich", "ricky", "richie":
		return "richard", 'm'
	case "tony":
		return "anthony", 'm'
	case "chris":
		return "christopher", 'm'
	case "matt":
		return "matthew", 'm'
	case "nick", "nicky":
		return "nicholas", 'm'
	case "andy", "drew":
		return "andrew", 'm'
	case "ken", "kenny":
		return "kenneth", 'm'
	case "ron", "ronnie":
		return "ronald", 'm'
	case "don", "donnie":
		return "donald", 'm'
	case "ray":
		return "raymond", 'm'
	case "ben":
		return "benjamin", 'm'
	case "greg":
		return "gregory", 'm'
	case "jeff", "geoff", "geoffrey":
		return "jeffrey", 'm'
	case "jerry":
		return "gerald", 'm'
	case "larry":
		return "lawrence", 'm'
	case "charlie", "chuck":
		return "charles", 'm'
	case "fred", "freddie":
		return "frederick", 'm'
	case "harry", "hank":
		return "henry", 'm'
	case "jack":
		return "john", 'm'
	case "jon":
		return "jonathan", 'm'
	case "pete":
		return "peter", 'm'
	case "phil":
		return "philip", 'm'
	case "phillip":
		return "philip", 'm'
	case "tim":
		return "timothy", 'm'
	case "vince":
		return "vincent", 'm'
	case "walt":
		return "walter", 'm'
	case "abe":
		return "abraham", 'm'
	case "gabe":
		return "gabriel", 'm'
	case "gus":
		return "augustus", 'm'
	case "max":
		return "maximilian", 'm'
	case "nat", "nate":
		return "nathan", 'm'
	case "alec":
		return "alexander", 'm'
	case "stan":
		return "stanley", 'm'
	case "mitch":
		return "mitchell", 'm'
	case "brad":
		return "bradley", 'm'
	case "doug":
		return "douglas", 'm'
	case "mohammad", "mohamed", "muhammad", "muhammed", "mohamad", "mohamud", "muhamad":
		return "mohammed", 'm'
	case "husain", "hussain", "hossein", "husayn", "hosein":
		return "hussein", 'm'
	case "yousef", "youssef", "yusef", "yousuf", "youssouf":
		return "yusuf", 'm'
	case "ahmad":
		return "ahmed", 'm'
	case "abdallah":
		return "abdullah", 'm'
	case "umar":
		return "omar", 'm'
	case "usama":
		return "osama", 'm'
	case "muammar":
		return "moammar", 'm'
	case "sergei":
		return "sergey", 'm'
	case "dmitri", "dmitriy":
		return "dmitry", 'm'
	case "alexei", "aleksei":
		return "alexey", 'm'
	case "aleksandr", "oleksandr":
		return "alexander", 'm'
	case "volodymyr":
		return "vladimir", 'm'
	case "mikhael":
		return "mikhail", 'm'
	case "al":
		return "albert", 'm'
	case "pepe":
		return "jose", 'm'
	case "kate", "katie", "cathy", "kathy", "catherine", "kathleen", "kathryn", "katharine":
		return "katherine", 'f'
	case "liz", "beth", "betty", "betsy", "lizzie":
		return "elizabeth", 'f'
	case "sue", "susie":
		return "susan", 'f'
	case "jen", "jenny":
		return "jennifer", 'f'
	case "maggie", "peggy", "meg":
		return "margaret", 'f'
	case "debbie", "deb", "deborah":
		return "debra", 'f'
	case "becky":
		return "rebecca", 'f'
	case "cindy":
		return "cynthia", 'f'
	case "nikki":
		return "nicole", 'f'
	case "vicky", "vicki":
		return "victoria", 'f'
	case "jackie":
		return "jacqueline", 'f'
	case "abby":
		return "abigail", 'f'
	case "angie":
		return "angela", 'f'
	case "barb":
		return "barbara", 'f'
	case "ginny":
		return "virginia", 'f'
	case "judy":
		return "judith", 'f'
	case "mandy":
		return "amanda", 'f'
	case "pam":
		return "pamela", 'f'
	case "patty", "trish":
		return "patricia", 'f'
	case "sandy":
		return "sandra", 'f'
	case "terri":
		return "theresa", 'f'
	case "adam", "alan", "albert", "alexander", "alexey", "alfred", "andrew", "anthony", "antonio", "arthur", "abdullah", "ahmed", "ali",
		"barack", "benjamin", "bernard", "boris", "brian", "bruce", "bryan", "carl", "carlos", "charles", "christopher", "craig", "daniel",
		"david", "dennis", "diego", "donald", "douglas", "dmitry", "edward", "emmanuel", "eric", "ernest", "felix", "fernando", "fidel",
		"francis", "francisco", "francois", "frank", "frederick", "gabriel", "gary", "george", "gerald", "gerard", "giovanni", "gordon",
		"graham", "gregory", "harold", "hassan", "henry", "howard", "hugh", "hugo", "ian", "ibrahim", "igor", "ivan", "jacob", "jacques",
		"james", "jason", "javier", "jeffrey", "jeremy", "jerome", "jesse", "joel", "johan", "john", "jonathan", "jorge", "jose", "joseph",
		"joshua", "juan", "justin", "karl", "keith", "kenneth", "kevin", "khalid", "klaus", "kurt", "lars", "lawrence", "leo", "leon", "leonard",
		"louis", "luis", "luke", "marco", "mario", "mark", "martin", "matthew", "maurice", "michael", "michel", "miguel", "mikhail", "mohammed",
		"nathan", "neil", "nicholas", "nicolas", "nigel", "oleg", "oliver", "omar", "oscar", "otto", "pablo", "patrick", "paul", "pedro", "peter",
		"philip", "pierre", "rafael", "ralph", "raul", "raymond", "richard", "robert", "roberto", "roger", "roland", "roman", "ronald", "roy",
		"russell", "ryan", "samuel", "scott", "sean", "sergey", "simon", "stanley", "stephen", "stuart", "terry", "theodore", "thomas", "timothy",
		"todd", "trevor", "victor", "viktor", "vincent", "vladimir", "walter", "wayne", "william", "yuri", "yusuf", "hussein", "osama", "hamid",
		"mahmoud", "mustafa", "saeed", "tariq", "nelson", "winston", "sam", "alex":
		return "", 'm'
	case "abigail", "alexandra", "alice", "alison", "amanda", "amy", "andrea", "angela", "anita", "ann", "anna", "anne", "annie", "barbara",
		"brenda", "camilla", "carla", "carmen", "carol", "caroline", "charlotte", "christina", "christine", "claire", "claudia", "cristina",
		"cynthia", "debra", "denise", "diana", "diane", "donna", "dorothy", "eleanor", "elena", "elizabeth", "ellen", "emily", "emma", "eva",
		"fatima", "fiona", "frances", "gloria", "grace", "hannah", "heather", "helen", "hillary", "irina", "isabel", "jacqueline", "jane",
		"janet", "jennifer", "jessica", "jill", "joan", "joanna", "joyce", "judith", "julia", "julie", "karen", "katherine", "laura", "lauren",
		"laurie", "leila", "linda", "lisa", "lucy", "lydia", "margaret", "maria", "marie", "marina", "martha", "mary", "meghan", "melania",
		"melissa", "michelle", "monica", "nancy", "natalia", "natalie", "natasha", "nicole", "nora", "olga", "olivia", "pamela", "patricia",
		"paula", "penelope", "rachel", "rebecca", "rosa", "rose", "ruth", "samantha", "sandra", "sara", "sarah", "sharon", "sheila", "shirley",
		"silvia", "sofia", "sonia", "sophia", "sophie", "stella", "stephanie", "susan", "svetlana", "sylvia", "tatiana", "teresa", "theresa",
		"tina", "ursula", "valerie", "vanessa", "vera", "veronica", "victoria", "virginia", "vivian", "wendy", "yulia", "yvonne", "zainab", "aisha", "agata", "kinga":
		return "", 'f'
	}
	return "", 0
}
