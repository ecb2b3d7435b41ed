package main

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/dateline-go/dateline/gazetteer"
)

const versionUsage = `
Usage: dateline version

Prints the version of the program and of the gazetteer. The name model comes
with the program and has no version of its own.
`

func runVersion(_ context.Context, e *env, args []string) error {
	if _, err := newFlags(e, "version", versionUsage).parse(args); err != nil {
		return err
	}
	version := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		version = info.Main.Version
	}
	g, err := gazetteer.World()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(e.stdout, "dateline %s %s %s/%s\ngazetteer %s, %d places\n",
		version, runtime.Version(), runtime.GOOS, runtime.GOARCH, g.DataVersion(), g.Len())
	return err
}
