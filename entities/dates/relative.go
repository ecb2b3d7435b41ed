package dates

// Expressions that count from another time.
var relativeRules = []rule{
	{"ABOUT? NUM|A UNIT ago", opShift, -1},
	{"NUM|A UNIT or so ago|earlier", opShift, -1},
	{"A UNIT or two|so ago", opShift, -1},
	{"ABOUT? NUM|A more? UNIT ago", opShift, -1},
	{"ABOUT? NUM|A UNIT earlier|before|previously !LETTERS", opShiftThen, -1},
	{"ABOUT? NUM|A UNIT earlier", opShiftThen, -1},
	{"ABOUT? NUM|A UNIT later", opShiftThen, 1},
	{"ABOUT? NUM|A UNIT from now|today", opShift, 1},
	{"ABOUT? NUM|A UNIT hence", opShift, 1},
	{"year - ago|earlier", opShiftThen, -1},
	{"the year - ago|earlier period|quarter|month|week|half", opShiftThen, -1},
	{"the? same period|quarter|month|day|week|time ABOUT? NUM|A UNIT ago|earlier|before", opShiftThen, -1},
	{"the same|corresponding|comparable period|quarter|month|week of? last year", opSameLastYear, 0},
	{"the same|corresponding|comparable period|quarter|month|week of? YEAR", opSameLastYear, 0},
	{"that|the same UNIT", opThen, 0},
	{"earlier|later that|the same UNIT", opThen, 0},
	{"the following|next|previous|preceding|prior UNIT", opThen, 1},
	{"the UNIT before|after", opThen, 2},
	{"the latest|recent UNIT", opLatest, 0},
	{"the latest|current|most period", opLatest, 0},
	{"the UNIT !-", opUnitThe, 0},
	{"the UNIT ended|ending", opUnitThe, 0},
	{"the YEAR period|quarter", opLatest, 0},
}
