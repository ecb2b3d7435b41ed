package dates

// families returns the grammar. Each family of expressions has a file of its own
// with its rules; phrases that several families use stand here. At one place of
// the text the rule with the longest match wins, of those the first.
func families() [][]rule {
	return [][]rule{
		calendarRules,
		clockRules,
		periodRules,
		deicticRules,
		relativeRules,
		durationRules,
		setRules,
		holidayRules(),
	}
}

var phrases = []phrase{
	// How exactly a number is meant.
	{"ABOUT", "about|around|approximately|roughly|some", "APPROX"},
	{"ABOUT", "nearly|almost", "LESS_THAN"},
	{"ABOUT", "less|fewer than", "LESS_THAN"},
	{"ABOUT", "under", "LESS_THAN"},
	{"ABOUT", "more than", "MORE_THAN"},
	{"ABOUT", "<for|in|of|after|than|just|and|lasted|spent over", "MORE_THAN"},
	{"ABOUT", "well over", "MORE_THAN"},
	{"ABOUT", "at least", "EQUAL_OR_MORE"},
	{"ABOUT", "no less|fewer than", "EQUAL_OR_MORE"},
	{"ABOUT", "up to", "EQUAL_OR_LESS"},
	{"ABOUT", "at most", "EQUAL_OR_LESS"},
	{"ABOUT", "no more than", "EQUAL_OR_LESS"},
	{"ABOUT", "as much|many|long as", "EQUAL_OR_LESS"},

	// Which part of the time that follows is meant.
	{"PHASE", "early|earliest|mid|late -?", ""},
	{"PHASE", "the? early|late part of", ""},
	{"PHASE", "the? beginning|start of", "START"},
	{"PHASE", "the? middle of", "MID"},
	{"PHASE", "the? end|close of", "END"},
	{"PHASE", "the? very? early part|days|months|weeks|years of", "START"},
	{"PHASE", "the? latter|later part of", "END"},
	{"PHASE", "the? last part of", "END"},
	{"PHASE", "the? first part of", "START"},

	// A day, as it stands beside a time of the day.
	{"DAYPHRASE", "WEEKDAY", ""},
	{"DAYPHRASE", "last|next|this WEEKDAY", ""},
	{"DAYPHRASE", "today|yesterday|tomorrow|tonight", ""},
	{"DAYPHRASE", "WEEKDAY ,? MONTH DAY|ORD", ""},
	{"DAYPHRASE", "WEEKDAY ,? MONTH DAY|ORD ,? YEAR", ""},
	{"DAYPHRASE", "MONTH DAY|ORD", ""},
	{"DAYPHRASE", "MONTH DAY|ORD ,? YEAR", ""},
	{"DAYPHRASE", "WEEKDAY ,? the? DAY|ORD of? MONTH", ""},
	{"DAYPHRASE", "WEEKDAY ,? the? DAY|ORD of? MONTH ,? YEAR", ""},
	{"DAYPHRASE", "DAY|ORD MONTH", ""},
	{"DAYPHRASE", "DAY|ORD MONTH ,? YEAR", ""},
	{"DAYPHRASE", "ISO", ""},

	// A time of the day.
	{"TIMEPHRASE", "CLOCK AMPM?", ""},
	{"TIMEPHRASE", "CLOCK AMPM? ZONEPHRASE", ""},
	{"TIMEPHRASE", "CLOCK hours|hrs", ""},
	{"TIMEPHRASE", "HOUR AMPM", ""},
	{"TIMEPHRASE", "HOUR AMPM ZONEPHRASE", ""},
	{"TIMEPHRASE", "NUMWORD AMPM", ""},
	{"TIMEPHRASE", "HHMM hours? ZONEPHRASE", ""},
	{"TIMEPHRASE", "<at|by|until|around|about|from|since HHMM hours|hrs !of", ""},
	{"TIMEPHRASE", "HOUR|NUMWORD o'clock", ""},
	{"TIMEPHRASE", "half past HOUR|NUMWORD AMPM?", ""},
	{"TIMEPHRASE", "noon|midday|noontime|midnight", ""},

	{"ZONEPHRASE", "ZONE", ""},
	{"ZONEPHRASE", "( ZONE )", ""},
	{"ZONEPHRASE", "ZONEWORD time", ""},
	{"ZONEPHRASE", "( ZONEWORD time )", ""},
	{"ZONEWORD", "CAP", ""}, // Baghdad time
	{"ZONEWORD", "local|eastern|central|mountain|pacific", ""},
	{"ZONEWORD", "eastern|central|mountain|pacific standard|daylight", ""},

	// A part of the day by its name.
	{"PARTPHRASE", "PART", ""},
	{"PARTPHRASE", "early|mid|late -? PART", ""},

	// A year in words, as it is spoken.
	{"YEARWORDS", "nineteen|eighteen NUMWORD -? NUMWORD?", ""},
	{"YEARWORDS", "the year two thousand", ""},
	{"YEARWORDS", "<in|of|since|until|by|MONTHNAME two thousand and? NUMWORD?", ""},
	{"YEARWORDS", "<in|of|since|until|by|MONTHNAME twenty NUMWORD", ""},
	{"FISCALYEAR", "fiscal|financial YEAR", ""},
	{"FISCALYEAR", "the? fiscal|financial year YEAR", ""},
	{"YEARPOSS", "last|this|next year POSS", ""},
	{"YEARPOSS", "YEAR POSS?", ""},
	{"KINDOFDAY", "trading|business|working|calendar|consecutive|straight|full|fiscal|more|additional|successive", ""},
}
