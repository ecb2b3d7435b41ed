package entities_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// list runs go list.
func list(t *testing.T, args ...string) []string {
	t.Helper()
	goTool, err := exec.LookPath("go")
	if err != nil {
		t.Skip("no go command")
	}
	cmd := exec.Command(goTool, append([]string{"list", "-deps"}, args...)...)
	cmd.Dir = ".."
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(out))
}

// TestWhatPackagesLink: who imports one stage does not pay for the others.
func TestWhatPackagesLink(t *testing.T) {
	const module = "github.com/dateline-go/dateline/"
	for pkg, without := range map[string][]string{
		"./gazetteer":      {module + "entities", module + "internal/ner", "github.com/jdkato/"},
		"./entities/dates": {module + "gazetteer", module + "internal/", module + "entities/t", module + "entities/l", "github.com/jdkato/"},
		"./entities/token": {module + "gazetteer", module + "internal/", module + "entities/tag"},
		"./entities/tag":   {module + "gazetteer", module + "entities/tag/news"},
		"./entities/link":  {module + "gazetteer", module + "entities/tag", "github.com/jdkato/"},
		"./entities":       {module + "internal/train", module + "internal/rawplaces", module + "internal/corpus", "net/http"},
	} {
		for _, dep := range list(t, pkg) {
			for _, w := range without {
				if strings.HasPrefix(dep, w) {
					t.Errorf("%s links %s", pkg, dep)
				}
			}
		}
	}
}

// TestNoticeNamesLinkedModules: the licences of all that is linked are told.
func TestNoticeNamesLinkedModules(t *testing.T) {
	notice, err := os.ReadFile("../NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, path := range list(t, "-f", "{{with .Module}}{{.Path}}{{end}}", "./...") {
		if path != "github.com/dateline-go/dateline" {
			seen++
			if !strings.Contains(string(notice), path) {
				t.Errorf("NOTICE does not name %s", path)
			}
		}
	}
	if seen == 0 {
		t.Error("no modules")
	}
}
