// Command dateline reads English news text and writes the people,
// organisations, places and dates it names. Run "dateline help" for its
// commands.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
)

// Exit statuses.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

// A command is one subcommand of the program.
type command struct {
	name    string
	summary string // one line for the overview
	run     func(ctx context.Context, e *env, args []string) error
}

// env is what a command may touch of the world outside.
type env struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
}

// commands lists the subcommands in the order of the overview.
func commands() []*command {
	return []*command{
		{"extract", "find people, organisations, places and dates in articles", runExtract},
		{"tag", "label tokens with names in BIO form", runTag},
		{"resolve", "resolve place names found by another program", runResolve},
		{"eval", "score against hand-annotated text", runEval},
		{"train", "train a name model", runTrain},
		{"gazetteer", "look places up, or build a gazetteer from tables", runGazetteer},
		{"completion", "print shell completion for bash, zsh or fish", runCompletion},
		{"version", "print the versions of the program and its data", runVersion},
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	e := &env{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv}
	os.Exit(run(ctx, e, os.Args[1:]))
}

// run executes one command line and returns its exit status.
func run(ctx context.Context, e *env, args []string) int {
	if len(args) == 0 {
		overview(e.stderr)
		return exitUsage
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		return help(e, args[1:])
	case "-version", "--version":
		args = []string{"version"}
	}
	c := find(args[0])
	if c == nil {
		fmt.Fprintf(e.stderr, "dateline: unknown command %q; \"dateline help\" lists the commands\n", args[0])
		return exitUsage
	}
	err := c.run(ctx, e, args[1:])
	var usage *usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, flag.ErrHelp):
		return exitOK
	case errors.As(err, &usage):
		fmt.Fprintf(e.stderr, "dateline %s: %v\nRun \"dateline %s -h\" for usage.\n", c.name, err, c.name)
		return exitUsage
	default:
		fmt.Fprintf(e.stderr, "dateline %s: %v\n", c.name, err)
		return exitFailed
	}
}

func find(name string) *command {
	for _, c := range commands() {
		if c.name == name {
			return c
		}
	}
	return nil
}

func help(e *env, args []string) int {
	if len(args) == 0 {
		overview(e.stdout)
		return exitOK
	}
	c := find(args[0])
	if c == nil {
		fmt.Fprintf(e.stderr, "dateline: unknown command %q; \"dateline help\" lists the commands\n", args[0])
		return exitUsage
	}
	return run(context.Background(), e, []string{c.name, "-h"})
}

func overview(w io.Writer) {
	fmt.Fprint(w, "dateline reads English news text and writes the people, organisations, places\nand dates it names.\n\nUsage: dateline COMMAND [flags] [FILE…]\n\n")
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-11s %s\n", c.name, c.summary)
	}
	fmt.Fprint(w, "\n\"dateline COMMAND -h\" shows a command's flags and examples.\n\n"+
		"Example:\n  dateline extract -published 2016-11-20 article.txt\n")
}

// A usageError is a mistake in the command line: exit status 2.
type usageError struct{ msg string }

func (e *usageError) Error() string { return e.msg }

func usagef(format string, args ...any) error { return &usageError{fmt.Sprintf(format, args...)} }

// flags is a flag set that explains itself where asked to, and only there.
type flags struct {
	*flag.FlagSet
	out   io.Writer
	usage string
}

// newFlags returns the flags of a command. usage is its synopsis, description
// and examples; the flags are listed below it.
func newFlags(e *env, name, usage string) *flags {
	fs := &flags{flag.NewFlagSet(name, flag.ContinueOnError), e.stdout, usage}
	fs.SetOutput(io.Discard)
	return fs
}

// parse reads flags, which may stand between and after the other arguments too,
// and returns those others. With -h it prints the help and returns flag.ErrHelp.
func (fs *flags) parse(args []string) ([]string, error) {
	var rest []string
	for {
		err := fs.Parse(args)
		if errors.Is(err, flag.ErrHelp) {
			fs.help()
			return nil, err
		}
		if err != nil {
			return nil, usagef("%v", err)
		}
		// What follows "--" is all file names.
		if n := len(args) - fs.NArg(); n > 0 && args[n-1] == "--" {
			return append(rest, fs.Args()...), nil
		}
		if fs.NArg() == 0 {
			return rest, nil
		}
		rest = append(rest, fs.Arg(0))
		args = fs.Args()[1:]
	}
}

func (fs *flags) help() {
	fmt.Fprintf(fs.out, "%s\n", strings.TrimSpace(fs.usage))
	first := true
	fs.VisitAll(func(f *flag.Flag) {
		if first {
			fmt.Fprintln(fs.out, "\nFlags:")
			first = false
		}
		name, text := flag.UnquoteUsage(f)
		if name != "" {
			name = " " + name
		}
		def := ""
		if f.DefValue != "" && f.DefValue != "0" && f.DefValue != "false" {
			def = " (default " + f.DefValue + ")"
		}
		fmt.Fprintf(fs.out, "  -%s%s\n      %s%s\n", f.Name, name, text, def)
	})
}
