package main

import (
	"context"
	"flag"
	"fmt"
	"strings"
)

const completionUsage = `
Usage: dateline completion bash|zsh|fish

Prints a script that completes commands, flags and file names.

Examples:
  source <(dateline completion bash)
  dateline completion zsh > "${fpath[1]}/_dateline"
  dateline completion fish > ~/.config/fish/completions/dateline.fish
`

func runCompletion(_ context.Context, e *env, args []string) error {
	fs := newFlags(e, "completion", completionUsage)
	args, err := fs.parse(args)
	if err != nil {
		return err
	}
	if len(args) != 1 {
		return usagef("want one shell: bash, zsh or fish")
	}
	script, ok := map[string]func() string{"bash": bashCompletion, "zsh": zshCompletion, "fish": fishCompletion}[args[0]]
	if !ok {
		return usagef("no completion for shell %q; bash, zsh and fish have one", args[0])
	}
	_, err = fmt.Fprint(e.stdout, script())
	return err
}

// flagsOf reads a command's flags out of its own -h text, so that completion
// never lists others than there are.
func flagsOf(c *command) []flag.Flag {
	var b strings.Builder
	_ = c.run(context.Background(), &env{stdin: strings.NewReader(""), stdout: &b, stderr: &b, getenv: func(string) string { return "" }}, []string{"-h"})
	var flags []flag.Flag
	_, list, _ := strings.Cut(b.String(), "\nFlags:\n")
	lines := strings.Split(list, "\n")
	for i := 0; i+1 < len(lines); i++ {
		if name, ok := strings.CutPrefix(lines[i], "  -"); ok {
			name, _, _ = strings.Cut(name, " ")
			flags = append(flags, flag.Flag{Name: name, Usage: strings.TrimSpace(lines[i+1])})
		}
	}
	return flags
}

// subjects are the words that some commands want first.
var subjects = map[string][]string{
	"eval":       {"names", "dates", "places", "links"},
	"gazetteer":  {"lookup", "build"},
	"completion": {"bash", "zsh", "fish"},
}

func bashCompletion() string {
	var b strings.Builder
	b.WriteString("_dateline() {\n\tlocal cur=${COMP_WORDS[COMP_CWORD]}\n\tlocal words=\n\tcase ${COMP_WORDS[1]} in\n")
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
		var flags []string
		for _, f := range flagsOf(c) {
			flags = append(flags, "-"+f.Name)
		}
		fmt.Fprintf(&b, "\t%s) words=%q ;;\n", c.name, strings.Join(append(subjects[c.name], flags...), " "))
	}
	fmt.Fprintf(&b, "\tesac\n\tif [ \"$COMP_CWORD\" -eq 1 ]; then words=%q; fi\n", strings.Join(names, " "))
	b.WriteString("\tCOMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n" +
		"\tif [ \"$COMP_CWORD\" -gt 1 ] && [[ $cur != -* ]]; then COMPREPLY+=($(compgen -f -- \"$cur\")); fi\n}\n" +
		"complete -o filenames -F _dateline dateline\n")
	return b.String()
}

func zshCompletion() string {
	var b strings.Builder
	b.WriteString("#compdef dateline\n_dateline() {\n\tif (( CURRENT == 2 )); then\n\t\tlocal -a commands=(\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "\t\t\t%s\n", quote(c.name+":"+c.summary))
	}
	b.WriteString("\t\t)\n\t\t_describe command commands\n\t\treturn\n\tfi\n\tcase $words[2] in\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "\t%s) _arguments", c.name)
		for _, f := range flagsOf(c) {
			usage := strings.NewReplacer("[", "(", "]", ")", ":", " -").Replace(f.Usage)
			fmt.Fprintf(&b, " %s", quote("-"+f.Name+"["+usage+"]"))
		}
		if words := subjects[c.name]; words != nil {
			fmt.Fprintf(&b, " %s", quote("1:what:("+strings.Join(words, " ")+")"))
		}
		b.WriteString(" '*:file:_files' ;;\n")
	}
	b.WriteString("\tesac\n}\n_dateline \"$@\"\n")
	return b.String()
}

func fishCompletion() string {
	var b strings.Builder
	for _, c := range commands() {
		fmt.Fprintf(&b, "complete -c dateline -n __fish_use_subcommand -f -a %s -d %s\n", c.name, quote(c.summary))
		for _, word := range subjects[c.name] {
			fmt.Fprintf(&b, "complete -c dateline -n '__fish_seen_subcommand_from %s' -a %s\n", c.name, word)
		}
		for _, f := range flagsOf(c) {
			fmt.Fprintf(&b, "complete -c dateline -n '__fish_seen_subcommand_from %s' -o %s -d %s\n", c.name, f.Name, quote(f.Usage))
		}
	}
	return b.String()
}

// quote makes s one word of any of the three shells.
func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
