package dates

// An entry is what the lexicon knows of a word.
type entry struct {
	word   string // lower case
	cls    class
	proper class // classes that a capital letter is needed for
	flags  uint8
	unit   int8
	n      int16
	id     uint16
}

const (
	needCap = 1 << iota // some classes only when capitalised
	dotted              // an abbreviation that takes a dot
)

// maxWord is the length of the longest word that the lexicon may hold.
const maxWord = 16

// A wordList is a family of words of one class. Words that share a value are
// separated by spaces; the value of list item i is First+i.
type wordList struct {
	cls   class
	first int
	items []string
	flags uint8
}

// Words with a number of their own follow the list form below.
type numbered struct {
	words string
	n     int
}

var monthNames = wordList{cMonth | cMonthName | cTrigger, 1, []string{
	"january", "february", "", "april", "", "june", "july",
	"", "september", "october", "november", "december"}, 0}

// The months that are words of other meanings as well.
var ambiguousMonths = wordList{cMonth | cMonthName | cTrigger, 3, []string{"march", "", "may", "", "", "august"}, needCap}

var monthAbbreviations = wordList{cMonth | cMonthName | cTrigger, 1, []string{
	"jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sept sep", "oct", "nov", "dec"}, needCap | dotted}

var weekdayNames = wordList{cWeekday | cWeekdayName | cTrigger, 1, []string{
	"monday mondays", "tuesday tuesdays", "wednesday wednesdays", "thursday thursdays",
	"friday fridays", "saturday saturdays", "sunday sundays"}, 0}

var weekdayAbbreviations = wordList{cWeekday | cWeekdayName | cTrigger, 1, []string{
	"mon", "tue tues", "wed weds", "thu thurs thur", "fri", "sat", "sun"}, needCap | dotted}

var cardinals = []numbered{
	{"zero", 0}, {"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7},
	{"eight", 8}, {"nine", 9}, {"ten", 10}, {"eleven", 11}, {"twelve", 12}, {"thirteen", 13}, {"fourteen", 14},
	{"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
	{"thirty", 30}, {"forty", 40}, {"fifty", 50}, {"sixty", 60}, {"seventy", 70}, {"eighty", 80}, {"ninety", 90},
	{"hundred", 100}, {"thousand", 1000}, {"million", 10000}, {"dozen", 12},
}

var ordinals = []numbered{
	{"first", 1}, {"second", 2}, {"third", 3}, {"fourth", 4}, {"fifth", 5}, {"sixth", 6}, {"seventh", 7},
	{"eighth", 8}, {"ninth", 9}, {"tenth", 10}, {"eleventh", 11}, {"twelfth", 12}, {"thirteenth", 13},
	{"fourteenth", 14}, {"fifteenth", 15}, {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18},
	{"nineteenth", 19}, {"twentieth", 20}, {"thirtieth", 30},
}

// Units of time with their plurals.
var units = []struct {
	words, plurals string
	unit           int8
}{
	{"second sec", "seconds secs", uSecond},
	{"minute min", "minutes mins", uMinute},
	{"hour hr", "hours hrs", uHour},
	{"day", "days", uDay},
	{"weekend", "weekends", uWeekend},
	{"week", "weeks", uWeek},
	{"fortnight", "fortnights", uFortnight},
	{"month", "months", uMonth},
	{"quarter", "quarters", uQuarter},
	{"half", "halves", uHalf},
	{"year yr", "years yrs", uYear},
	{"decade", "decades", uDecade},
	{"century", "centuries", uCentury},
	{"millennium", "millennia millenniums", uMillennium},
}

// Seasons. They are named for where the year's news is written: SP is March to
// May.
const (
	spring = iota + 1
	summer
	autumn
	winter
)

var seasonCode = [...]string{spring: "SP", summer: "SU", autumn: "FA", winter: "WI"}

var seasons = []numbered{
	{"spring", spring}, {"summer summertime", summer}, {"fall autumn", autumn}, {"winter wintertime", winter},
}

// Parts of the day. Those from noon on are clock times.
const (
	morning = iota + 1
	afternoon
	evening
	night
	daytime
	dawn
	dusk
	noon
	midnight
)

var partCode = [...]string{morning: "MO", afternoon: "AF", evening: "EV", night: "NI", daytime: "DT", dawn: "MO", dusk: "EV"}

var partHours = [...][2]int{morning: {6, 12}, afternoon: {12, 18}, evening: {18, 24}, night: {18, 30}, daytime: {6, 18}, dawn: {4, 8}, dusk: {17, 21}}

var partsOfDay = []numbered{
	{"morning", morning}, {"mornings", morning}, {"afternoon", afternoon}, {"afternoons", afternoon},
	{"evening", evening}, {"evenings", evening}, {"night nighttime overnight", night}, {"nights", night},
	{"daytime", daytime}, {"dawn daybreak sunrise", dawn}, {"dusk sunset nightfall", dusk},
	{"noon midday noontime", noon}, {"midnight", midnight},
}

// Directions: where the unit that follows lies.
const (
	dirLast = iota + 1 // the one before now
	dirNext            // the one after now
	dirThis            // the one that now lies in
	dirPrev            // the one before the time talked of
	dirThen            // the time talked of
	dirFoll            // the one after the time talked of
)

var directions = []numbered{
	{"last past", dirLast}, {"next coming upcoming", dirNext}, {"this current present", dirThis},
	{"previous prior preceding", dirPrev}, {"same", dirThen}, {"following ensuing subsequent", dirFoll},
}

// Adverbs that stand for a day or a moment of their own.
const (
	deicticNow = iota + 1
	deicticToday
	deicticYesterday
	deicticTomorrow
	deicticTonight
)

var deictics = []numbered{
	{"now nowadays", deicticNow}, {"today", deicticToday}, {"yesterday", deicticYesterday},
	{"tomorrow", deicticTomorrow}, {"tonight", deicticTonight},
}

// Adverbs and adjectives of frequency; the number is the unit.
var frequencies = []numbered{
	{"hourly", uHour}, {"daily nightly", uDay}, {"weekly", uWeek}, {"fortnightly biweekly", uFortnight},
	{"monthly", uMonth}, {"yearly annually annual", uYear},
}

// Prefixes that choose a part of the time that follows.
const (
	modStart = iota + 1
	modMid
	modEnd
)

var earlies = []numbered{{"early earliest", modStart}, {"mid middle", modMid}, {"late", modEnd}}

var modName = [...]string{"", modStart: "START", modMid: "MID", modEnd: "END"}

var zones = []struct {
	word    string
	minutes int // east of UTC
}{
	{"gmt", 0}, {"utc", 0}, {"z", 0}, {"est", -300}, {"edt", -240}, {"et", -300},
	{"cst", -360}, {"cdt", -300}, {"ct", -360}, {"mst", -420}, {"mdt", -360}, {"mt", -420},
	{"pst", -480}, {"pdt", -420}, {"pt", -480}, {"bst", 60}, {"cet", 60}, {"cest", 120},
	{"eet", 120}, {"eest", 180}, {"ist", 330}, {"jst", 540}, {"kst", 540}, {"aest", 600},
	{"aedt", 660}, {"msk", 180}, {"hkt", 480}, {"sgt", 480}, {"nzst", 720}, {"nzdt", 780},
	{"awst", 480}, {"acst", 570}, {"acdt", 630}, {"pkt", 300}, {"npt", 345}, {"wib", 420},
	{"pht", 480}, {"wat", 60}, {"sast", 120}, {"gst", 240},
	{"brt", -180}, {"clt", -240}, {"akst", -540}, {"hst", -600},
}

// Words that tell whether what is told of lies ahead or behind.
const futureCues = "starting beginning if will shall would should supposed planned ll scheduled expected due plan plans planning slated next upcoming going expects hopes hope hoping intends soon tentatively wants seeks effective payable until deadline may might must vows aims " +
	"begins starts opens expires meets arrives leaves resumes reconvenes travels faces heads goes takes ends moves plays hosts visits returns appears debates votes decides releases publishes launches hears speaks stages premieres airs"

const pastCues = "said was were had did told came went took met fell rose sank shot began broke left made found got gave held led lost paid won ran saw sent spoke sold struck thought wrote became brought built bought caught chose cut drew flew grew hit kept knew lay put quit read rode set showed sat slept spent stood stole swore taught threw wore has have been since"

// What an infinitive plans: "to meet Friday".
const planned = "be begin start open resume meet hold visit vote arrive leave return attend travel appear testify speak expire end close take go fly start host play decide announce unveil"

// Function words that cannot belong to the number before them.
const functionWords = "is are when where that which who he she it they we as if while because although"

// People and things that are chosen once in a time: "player of the year".
const honoured = "person man woman player coach car word book film movie song album artist athlete driver team manager rookie partner employee goal game match photo picture story teacher"

// Words before a number that is a name.
const labels = "flight route highway room suite section sections page pages article resolution apartment lot channel bill form box no nos number windows office interstate copyright model gate psalm chapter exit unit bus runway"

// What four digits count when they are no year.
const counted = "people troops soldiers miles kilometers kilometres meters metres feet acres tons tonnes jobs workers employees percent pct dollars pounds euros men women children votes students pages words copies seats points shares homes houses members delegates passengers units cars vehicles hours minutes seconds gallons liters litres barrels watts megawatts yards inches square cubic rpm mph km kg lbs hectares degrees calories residents villagers refugees protesters demonstrators prisoners inmates officers police civilians families tents flights aircraft tanks missiles rounds bodies deaths casualties victims"

const prepositions = "in on at by since until till from to of for during before after between through throughout around within over into as toward towards under despite with and or than but circa amid"

const owners = "its their his her our my your whose"

// lexicon is a hash table of words with a filter in front.
type lexicon struct {
	// lengths[a][b] has bit n set where a word of n bytes begins with the
	// letters a and b: most words of a text stop here.
	lengths [32][32]uint32
	slots   []uint16 // index into entries plus one
	entries []entry
	shift   uint
	oclock  uint16 // id of o'clock
	the     uint16
}

// find returns the entry of a word of any case, nil for words it does not know.
func (l *lexicon) find(w string) *entry {
	if len(w) < 2 {
		if len(w) == 0 {
			return nil
		}
		if c := w[0] | 0x20; c != 'a' && c != 'z' {
			return nil
		}
	} else if l.lengths[w[0]&31][w[1]&31]>>uint(len(w))&1 == 0 {
		return nil
	}
	var h uint64
	for i := 0; i < len(w); i++ {
		h = (h ^ uint64(w[i]|0x20)) * 0x9E3779B97F4A7C15
	}
	for k := h >> l.shift; ; k++ {
		e := l.slots[k&uint64(len(l.slots)-1)]
		if e == 0 {
			return nil
		}
		if equalFold(l.entries[e-1].word, w) {
			return &l.entries[e-1]
		}
	}
}

// equalFold reports whether w, which consists of letters, is lower in lower
// case.
func equalFold(lower, w string) bool {
	if len(lower) != len(w) {
		return false
	}
	for i := 0; i < len(w); i++ {
		if w[i]|0x20 != lower[i] || w[i] >= 0x80 {
			return false
		}
	}
	return true
}

var decadeNames = []numbered{
	{"twenties", 1920}, {"thirties", 1930}, {"forties", 1940}, {"fifties", 1950}, {"sixties", 1960},
	{"seventies", 1970}, {"eighties", 1980}, {"nineties", 1990},
}

// Words of the patterns that can carry an expression without a unit, a name of
// the calendar or a number.
const triggerWords = "christmas easter halloween thanksgiving juneteenth pentecost mardi currently current present recently recent soon future past moment moments nineteen eighteen thousand twenty term time times once eve"
