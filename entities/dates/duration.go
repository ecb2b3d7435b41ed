package dates

// Lengths of time.
var durationRules = []rule{
	{"ABOUT? NUM UNIT", opDuration, 0},
	{"ABOUT? A UNIT", opDuration, 0},
	{"ABOUT? NUM - UNIT", opDuration, 0},
	{"ABOUT? NUM - UNIT - long", opDuration, 0},
	{"ABOUT? NUM UNIT - long", opDuration, 0},
	{"UNIT - long", opDuration, 0},
	{"ABOUT? NUM KINDOFDAY UNIT", opDuration, 0},
	{"another NUM? UNIT", opDuration, 0},
	{"ABOUT? the? last|past|next|first|final|coming|previous|following NUM UNIT", opDuration, 0},
	{"ABOUT? the? last|past|next|first|final|coming|previous|following NUM KINDOFDAY UNIT", opDuration, 0},
	{"NUM last|past|next UNIT", opDuration, 0},
	{"<!last the past UNIT", opDuration, 0},
	{"<in|over|within|during|for the last|next UNIT", opDuration, 0},
	{"ABOUT? NUM UNIT and|, NUM UNIT", opDuration, 0},
	{"ABOUT? A UNIT and A half", opDuration, 50},
	{"ABOUT? A half UNIT", opDuration, -50},
	{"ABOUT? half A|an UNIT", opDuration, -50},
	{"the NUM UNIT", opDuration, 0},
	{"the? recent UNIT", opVagueUnits, 0},
	{"UNIT", opVagueUnits, 0},
}
