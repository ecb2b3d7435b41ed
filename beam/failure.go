package beam

import (
	"encoding/json"
	"unicode/utf8"
)

type failureJSON struct {
	ID    string `json:"id,omitempty"`
	Error string `json:"error"`
	Raw   string `json:"raw,omitempty"`
	Bytes []byte `json:"raw_base64,omitempty"`
}

// MarshalJSON writes a dead letter as {"id","error","raw"}. A line that is not
// UTF-8 stands under "raw_base64" in place of "raw", so that no byte is lost.
func (f Failure) MarshalJSON() ([]byte, error) {
	j := failureJSON{ID: f.ID, Error: f.Error}
	if utf8.ValidString(f.Raw) {
		j.Raw = f.Raw
	} else {
		j.Bytes = []byte(f.Raw)
	}
	return json.Marshal(j)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (f *Failure) UnmarshalJSON(b []byte) error {
	var j failureJSON
	if err := json.Unmarshal(b, &j); err != nil {
		return err
	}
	*f = Failure{ID: j.ID, Error: j.Error, Raw: j.Raw}
	if j.Bytes != nil {
		f.Raw = string(j.Bytes)
	}
	return nil
}
