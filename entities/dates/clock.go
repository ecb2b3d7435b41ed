package dates

// Times of the day.
var clockRules = []rule{
	{"TIMEPHRASE", opTime, 0},
	{"ABOUT TIMEPHRASE", opTime, 0},
	{"TIMEPHRASE ,? DAYPHRASE", opTime, 0},
	{"TIMEPHRASE on|of? DAYPHRASE", opTime, 0},
	{"TIMEPHRASE ,? ZONEPHRASE? ,? DAYPHRASE", opTime, 0},
	{"TIMEPHRASE ( TIMEPHRASE ) on? DAYPHRASE", opTime, 0},
	{"DAYPHRASE TIMEPHRASE", opTime, 0},
	{"ISO TIMEPHRASE", opTime, 0},
	{"DAYPHRASE ,? at TIMEPHRASE", opTime, 0},
	{"DAYPHRASE PARTPHRASE", opPart, 0},
	{"the? PARTPHRASE of DAYPHRASE", opPart, 0},
	{"the|on? PARTPHRASE on DAYPHRASE", opPart, 0},
	{"this|that|last|next PARTPHRASE", opPart, 0},
	{"the next|following|previous|same PARTPHRASE", opPart, 0},
	{"PHASE this|last|that PART", opPart, 0},
	{"TIMEPHRASE this|that|last|tomorrow|yesterday PART", opTime, 0},
	{"TIMEPHRASE DAYPHRASE PART", opTime, 0},
	{"TIMEPHRASE in the PART", opTime, 0},
	{"tonight", opTonight, 0},
	{"PHASE tonight", opTonight, 0},
	{"overnight", opPart, 0},
}
