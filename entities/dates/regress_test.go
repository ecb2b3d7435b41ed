package dates

import "testing"

// TestRegressions names the mistakes that were made once.
func TestRegressions(t *testing.T) {
	for _, c := range []struct{ bug, text, want string }{
		{"comma behind a day without a year was inside", "On the 28th of October, the mayor left.", "the 28th of October = DATE 2016-10-28"},
		{"May in capitals counted as the modal", "Yoon in May defeated him.", "May = DATE 2016-05"},
		{"until counted as a modal", "He led it until a strike killed him in July.", "July = DATE 2016-07"},
		{"letters of 3pm were lost", "at 3pm and 3:15pm", "3pm = TIME 2016-11-20T15:00; 3:15pm = TIME 2016-11-20T15:15"},
		{"the zone of one time stuck to the next", "at 0600 GMT, then at 6pm", "0600 GMT = TIME 2016-11-20T06:00Z; 6pm = TIME 2016-11-20T18:00"},
		{"plural hours made a recurring time", "at 1430 hours on Monday", "1430 hours on Monday = TIME 2016-11-14T14:30"},
		{"the past took a number behind it", "for the past three years", "the past three years = DURATION P3Y"},
		{"an amount became part of a length", "a loss of $3 million last year", "last year = DATE 2015"},
		{"a three-year period lost its number", "over a three-year period", "a three-year period = DURATION P3Y"},
		{"half an hour was an hour", "after half an hour", "half an hour = DURATION PT30M"},
		{"the year ended was no time at all", "in the year ended March 31", "the year = DURATION P1Y; March 31 = DATE 2016-03-31"},
		{"that day after a year was New Year's Day", "In 1987 they sold; that day they lost.", "1987 = DATE 1987; that day = DATE 1987-XX-XX"},
		{"to last two weeks was the last two weeks", "It is expected to last two weeks.", "two weeks = DURATION P2W"},
		{"the last day of a term was yesterday", "on the last day of his term", ""},
		{"a quarter of the voters was three months", "about a quarter of the voters", ""},
		{"next to looked ahead", "He lives next to the embassy that burned Friday.", "Friday = DATE 2016-11-18"},
		{"Windows and resolutions were years", "Resolution 1973, Windows 2000 and Flight 1549", ""},
		{"Copyright was a year", "Copyright 2016 The Paper", ""},
		{"a possessive weekday looked ahead", "They seek a way around Wednesday's ruling.", "Wednesday = DATE 2016-11-16"},
		{"slashes without a year were read as a day", "Section 12/3 and 3/4 of them", ""},
		{"a newspaper was a frequency", "the China Daily wrote", ""},
		{"the Seven Years' War was a length", "the Seven Years' War", ""},
		{"12 of Oct. 12 to 15 swallowed a count", "On Oct. 12 and 15 people died.", "Oct. 12 = DATE 2016-10-12"},
		{"millions of years ago had no digits", "80 million years ago", "80 million years ago = DATE PAST_REF"},
		{"years before the first had no digits", "four thousand years ago", "four thousand years ago = DATE BC1985"},
		{"ISO with slashes lost its date", "on 2016/10/26", "2016/10/26 = DATE 2016-10-26"},
	} {
		if got := render(c.text, Find(c.text, ref)); got != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.bug, c.text, got, c.want)
		}
	}
}
