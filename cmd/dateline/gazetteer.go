package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/dateline-go/dateline/gazetteer"
	"github.com/dateline-go/dateline/internal/report"
)

const gazetteerUsage = `
Usage: dateline gazetteer lookup [flags] NAME…
       dateline gazetteer build [flags]

lookup prints the places of a name, most prominent first. build makes a
gazetteer file out of the tables of the data folder, or out of GeoNames'
downloads, plain, .gz or .zip; use it with "dateline extract -gazetteer".

Examples:
  dateline gazetteer lookup Karachi
  dateline gazetteer lookup -json "São Paulo"
  dateline gazetteer build -places allCountries.zip -countries countryInfo.txt \
      -admin1 admin1CodesASCII.txt -min-population 100 -out big.dlgaz
`

func runGazetteer(ctx context.Context, e *env, args []string) error {
	if len(args) > 0 {
		switch args[0] {
		case "lookup":
			return gazetteerLookup(e, args[1:])
		case "build":
			return gazetteerBuild(ctx, e, args[1:])
		}
	}
	rest, err := newFlags(e, "gazetteer", gazetteerUsage).parse(args)
	if err != nil {
		return err
	}
	if len(rest) == 0 {
		return usagef("say lookup or build")
	}
	return usagef("%q is neither lookup nor build", rest[0])
}

// openGazetteer opens the gazetteer of -gazetteer, or the world.
func openGazetteer(path string) (*gazetteer.Gazetteer, error) {
	if path == "" {
		return gazetteer.World()
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	g, err := gazetteer.Open(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return g, nil
}

func gazetteerLookup(e *env, args []string) error {
	fs := newFlags(e, "gazetteer", gazetteerUsage)
	file := fs.String("gazetteer", "", "gazetteer `file` in place of the built-in one")
	asJSON := fs.Bool("json", false, "print one JSON object a line")
	args, err := fs.parse(args)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		return usagef("no name given")
	}
	g, err := openGazetteer(*file)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(e.stdout)
	none := 0
	for _, name := range args {
		places := g.Lookup(name)
		if len(places) == 0 {
			none++
			fmt.Fprintf(e.stderr, "dateline: no place is called %q\n", name)
		}
		for _, p := range places {
			if *asJSON {
				b, err := json.Marshal(p)
				if err != nil {
					return err
				}
				out.Write(append(b, '\n'))
				continue
			}
			in := p.Country
			if p.Admin1 != "" {
				in = p.Admin1 + ", " + in
			}
			fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%.5f\t%.5f\t%d\n", p.Ref, report.Visible(p.Name), report.Visible(in), p.Feature, p.Lat, p.Lon, p.Population)
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if none > 0 {
		return fmt.Errorf("no place for %d of %d names", none, len(args))
	}
	return nil
}
