// Package dates finds temporal expressions in English news text and gives them
// TIMEX3 values against a reference date. It scans the text itself.
package dates

import "time"

// A Type is a TIMEX3 type.
type Type string

// The TIMEX3 types.
const (
	Date     Type = "DATE"
	Time     Type = "TIME"
	Duration Type = "DURATION"
	Set      Type = "SET"
)

// A Value is the normalised meaning of a temporal expression after TimeML.
type Value struct {
	Type  Type
	Value string // TIMEX3 value: 2016-10-26, 2016-W43, P2Y, PRESENT_REF, XXXX-WXX-6
	Mod   string // TIMEX3 mod: START, MID, END, APPROX, …; "" for none
	Quant string // TIMEX3 quant of a SET: EVERY, EACH, …; "" for none
	Freq  string // TIMEX3 freq of a SET: 2X, …; "" for none

	// Start and End bound the half-open calendar interval; both are the zero
	// time where the value fixes none.
	Start, End  time.Time
	Granularity string // unit of the value: "day", "month", …; "" where there is none
}

// An Expression is a temporal expression found in a text: text[Start:End],
// half-open byte offsets.
type Expression struct {
	Start, End int
	Value
}
