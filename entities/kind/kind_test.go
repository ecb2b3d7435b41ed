package kind_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/dateline-go/dateline/entities/kind"
)

func TestNamesReadBack(t *testing.T) {
	for k := kind.Person; int(k) < kind.Count; k++ {
		if got, ok := kind.Parse(k.String()); !ok || got != k {
			t.Errorf("%v reads back as %v, %t", k, got, ok)
		}
		b, err := json.Marshal(k)
		var back kind.Kind
		if err != nil || json.Unmarshal(b, &back) != nil || back != k {
			t.Errorf("%v becomes %s and %v in JSON (%v)", k, b, back, err)
		}
	}
}

func TestUnknownNamesAndValues(t *testing.T) {
	for _, s := range []string{"", "person", "LOC"} {
		if k, ok := kind.Parse(s); ok {
			t.Errorf("%q is %v", s, k)
		}
	}
	var k kind.Kind
	if err := k.UnmarshalText([]byte("LOC")); err == nil {
		t.Error("LOC is accepted")
	}
	if _, err := kind.Kind(99).MarshalText(); err == nil {
		t.Error("99 has a name")
	}
	if s := kind.Kind(99).String(); s != "Kind(99)" {
		t.Error(s)
	}
}

func ExampleParse() {
	k, ok := kind.Parse("NORP")
	fmt.Println(k, ok)
	// Output: NORP true
}
