// Package dates finds temporal expressions in English news text and gives them
// TIMEX3 values against a reference date. It scans the text itself.
//
// [Find] is the entry point. README.md beside the source describes the grammar
// and the conventions of resolution with their sources.
package dates

import (
	"encoding/json"
	"time"
)

// A Type is a TIMEX3 type.
type Type string

// The TIMEX3 types.
const (
	Date     Type = "DATE"     // a calendar time of day granularity or coarser: Friday, 2016, the third quarter
	Time     Type = "TIME"     // a time of the day: noon, Monday night, 2 p.m. EST
	Duration Type = "DURATION" // a length of time: two years, several weeks
	Set      Type = "SET"      // a recurring time: daily, every Tuesday, twice a week
)

// A Value is the normalised meaning of a temporal expression after TimeML.
type Value struct {
	Type  Type
	Value string // TIMEX3 value: 2016-10-26, 2016-W43, P2Y, PRESENT_REF, XXXX-WXX-6
	Mod   string // TIMEX3 mod: START, MID, END, APPROX, …; "" for none
	Quant string // TIMEX3 quant of a SET: EVERY, EACH, …; "" for none
	Freq  string // TIMEX3 freq of a SET: 2X, …; "" for none

	// Start and End bound the half-open calendar interval; both are the zero
	// time where the value fixes none. They are in UTC, save for clock times
	// whose zone the text names.
	Start, End  time.Time
	Granularity string // unit of the value: "day", "month", …; "" where there is none
}

// An Expression is a temporal expression found in a text: text[Start:End],
// half-open byte offsets.
type Expression struct {
	Start, End int
	Value
}

// jsonValue is the form of a Value in JSON.
type jsonValue struct {
	Type        Type   `json:"type"`
	Value       string `json:"value"`
	Mod         string `json:"mod,omitempty"`
	Quant       string `json:"quant,omitempty"`
	Freq        string `json:"freq,omitempty"`
	Start       string `json:"start,omitempty"`
	End         string `json:"end,omitempty"`
	Granularity string `json:"granularity,omitempty"`
}

// MarshalJSON writes the value as an object with type, value and, where they
// apply, mod, quant, freq, start, end and granularity. start and end are
// YYYY-MM-DD, or RFC 3339 date-times where Type is [Time].
func (v Value) MarshalJSON() ([]byte, error) {
	j := jsonValue{Type: v.Type, Value: v.Value, Mod: v.Mod, Quant: v.Quant, Freq: v.Freq, Granularity: v.Granularity}
	if !v.Start.IsZero() || !v.End.IsZero() {
		layout := time.DateOnly
		if v.Type == Time {
			layout = time.RFC3339
		}
		j.Start, j.End = v.Start.Format(layout), v.End.Format(layout)
	}
	return json.Marshal(j)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (v *Value) UnmarshalJSON(b []byte) error {
	var j jsonValue
	if err := json.Unmarshal(b, &j); err != nil {
		return err
	}
	*v = Value{Type: j.Type, Value: j.Value, Mod: j.Mod, Quant: j.Quant, Freq: j.Freq, Granularity: j.Granularity}
	for _, f := range []struct {
		s string
		t *time.Time
	}{{j.Start, &v.Start}, {j.End, &v.End}} {
		if f.s == "" {
			continue
		}
		layout := time.DateOnly
		if len(f.s) > len(layout) {
			layout = time.RFC3339
		}
		t, err := time.Parse(layout, f.s)
		if err != nil {
			return err
		}
		*f.t = t
	}
	return nil
}
