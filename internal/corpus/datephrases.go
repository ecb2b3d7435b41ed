package corpus

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A DatePhrase is a short input of a phrase corpus with what its authors expect
// a recogniser to find in it.
type DatePhrase struct {
	Source string // part of the corpus
	Input  string
	Ref    time.Time // reference time, zero where the corpus gives none
	Want   []WantedDate
}

// A WantedDate is an expected expression: its span in bytes, and the values
// that the corpus accepts for it, as TIMEX3 values or as the date or date-time
// it begins with. Values is empty where the corpus only fixes the span.
type WantedDate struct {
	Start, End int
	Values     []string
}

// ReadDatePhrases reads recognizers_en.jsonl or duckling_en.jsonl; the name of
// the file tells which.
func ReadDatePhrases(name string) ([]DatePhrase, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	decode := decodeRecognizers
	if strings.HasPrefix(filepath.Base(name), "duckling") {
		decode = decodeDuckling
	}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	var phrases []DatePhrase
	for line := 1; sc.Scan(); line++ {
		p, err := decode(sc.Bytes())
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, line, err)
		}
		phrases = append(phrases, p)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return phrases, nil
}

func decodeRecognizers(b []byte) (DatePhrase, error) {
	var r struct {
		Src, Input, Ref string
		Expected        []struct {
			Start, End int
			Timex      string
			Values     []struct{ Timex, Value, Start string }
			Past       map[string]string
			Future     map[string]string
		}
	}
	if err := json.Unmarshal(b, &r); err != nil {
		return DatePhrase{}, err
	}
	p := DatePhrase{Source: r.Src, Input: r.Input, Ref: phraseTime(r.Ref)}
	for _, e := range r.Expected {
		w := WantedDate{Start: e.Start, End: min(e.End, len(r.Input))}
		w.add(e.Timex)
		for _, v := range e.Values {
			w.add(v.Timex)
			w.add(v.Value)
			w.add(v.Start)
		}
		for _, m := range []map[string]string{e.Past, e.Future} {
			for _, key := range []string{"date", "startDate", "dateTime", "startDateTime", "time", "startTime"} {
				w.add(m[key])
			}
		}
		p.Want = append(p.Want, w)
	}
	return p, nil
}

func decodeDuckling(b []byte) (DatePhrase, error) {
	var r struct {
		Src, Section, Input, Ref string
		Expected                 *struct {
			Kind, Value, From, Unit string
			N                       json.Number
		}
	}
	if err := json.Unmarshal(b, &r); err != nil {
		return DatePhrase{}, err
	}
	p := DatePhrase{Source: r.Src + " " + r.Section, Input: r.Input, Ref: phraseTime(r.Ref)}
	if e := r.Expected; e != nil {
		w := WantedDate{End: len(r.Input)}
		w.add(e.Value)
		w.add(e.From)
		if e.Kind == "duration" && e.Unit != "" {
			unit := strings.ToUpper(e.Unit[:1])
			if strings.Contains("hour minute second", e.Unit) {
				unit = "T" + e.N.String() + unit
			} else {
				unit = e.N.String() + unit
			}
			w.add("P" + unit)
		}
		p.Want = []WantedDate{w}
	}
	return p, nil
}

func (w *WantedDate) add(value string) {
	if value != "" && value != "not resolved" {
		w.Values = append(w.Values, value)
	}
}

// phraseTime reads a reference time, with or without a zone.
func phraseTime(s string) time.Time {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return time.Time{}
}
