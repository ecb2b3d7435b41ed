package dates

// Quarters, halves, seasons, weekends and fiscal years.
var periodRules = []rule{
	{"YEARPOSS? ORD -? quarter", opQuarter, 0},
	{"the PHASE? YEARPOSS? fiscal? ORD quarter", opQuarter, 0},
	{"the? PHASE? fiscal? ORD -? quarter of? the? fiscal? YEAR", opQuarter, 0},
	{"the? PHASE? fiscal? ORD -? quarter of? last|this|next|the year", opQuarter, 0},
	{"the? ORD quarter , YEAR", opQuarter, 0},
	{"CODE", opQuarter, 0},
	{"CODE of? YEAR", opQuarter, 0},
	{"YEAR -? CODE", opQuarter, 0},
	{"fiscal ORD -? quarter", opQuarter, 0},
	{"the? FISCALYEAR ORD -? quarter", opQuarter, 0},

	{"the? ORD|last|latter half of YEAR", opHalf, 0},
	{"the? ORD|last|latter half of last|this|next|the year", opHalf, 0},
	// Without a year only of business: football has halves, too.
	{"first|second - half &profit|net|earnings|results|sales|revenue|loss|losses|income|pretax|operating|figures|underlying|report|dividend", opHalf, 0},
	{"the? PHASE? SEASON of? YEAR", opSeason, 0},
	{"the? PHASE? SEASON of YEARWORDS", opSeason, 0},
	{"PHASE? last|this|next SEASON", opSeason, 0},
	{"this|the past|coming SEASON", opSeason, 0},
	{"PHASE SEASON", opSeason, 0},
	{"the PHASE? SEASON", opSeason, 0},
	{"<in|during|until|by|since SEASON !-", opSeason, 0},
	{"that SEASON", opSeason, 0},
	{"the following|next|previous SEASON", opSeasonThen, 0},
	{"the? MONTHNAME - MONTHNAME quarter|period", opMonthsQuarter, 0},

	{"PHASE? FISCALYEAR", opYear, 0},
	{"PHASE? the YEAR fiscal|financial year", opYear, 0},
	{"PHASE? last|this|next|the fiscal|financial year", opUnit, 0},
	{"the current|latest|previous|next|full fiscal|financial year", opUnit, 0},

	{"PHASE? last|this|next|the weekend", opUnit, 0},
	{"this|the past|coming weekend", opUnit, 0},
}
