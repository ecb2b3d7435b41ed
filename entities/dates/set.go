package dates

// Recurring times.
var setRules = []rule{
	{"every|each UNIT|WEEKDAY|MONTHNAME|SEASON|PART", opEvery, 0},
	{"every|each WEEKDAY PART", opEvery, 0},
	{"every other UNIT|WEEKDAY", opEvery, 2},
	{"every NUM UNIT", opEvery, 0},
	{"FREQ", opFreq, 0},
	{"TIMES A|each|every|per|daily|weekly UNIT?", opTimes, 0},
	{"NUM times A|each|every|per UNIT", opTimes, 0},
	{"<INT|NUMWORD|DEC|share|times|percent A|per UNIT", opRate, 0},
}
