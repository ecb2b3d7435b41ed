package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/entities/link"
	"github.com/dateline-go/dateline/internal/corpus"
	"github.com/dateline-go/dateline/internal/score"
)

func evalLinks(ctx context.Context, e *env, args []string) error {
	fs := newFlags(e, "eval", evalUsage)
	split := fs.String("split", "", "only articles of this `split`: dev or heldout")
	worst := fs.Int("errors", 0, "also print `n` entities that differ, and all datelines that do")
	x, sets, err := fs.evaluation(e, args)
	if err != nil {
		return err
	}
	l := linkEval{x: x}
	for _, set := range sets {
		if set.articles == nil {
			return fmt.Errorf("%s: links need an article, a .json file", set.name)
		}
		for i := range set.articles {
			a := &set.articles[i]
			if *split != "" && a.Split != *split {
				continue
			}
			if err := l.add(ctx, a); err != nil {
				return fmt.Errorf("%s: %w", a.File, err)
			}
		}
	}
	return l.write(e.stdout, *worst)
}

// linkEval scores what the document as a whole shows: who is who, and the parts
// of the page.
type linkEval struct {
	x *entities.Extractor

	whole score.Links // with the names that Extract finds
	given score.Links // with the gold names

	articles             int
	headlines, datelines int // right
	places, agencies     int // right, where the gold has a dateline or Extract finds one
	heads                int // articles where either has a dateline
	lines, foundLines    int // furniture of the gold, and how much of it was found
	extraLines           int // furniture that the gold has not
	inFurniture          int // mentions inside the gold's furniture
	titles, goldTitles   int
	roles, gold, found   int // roles right, in the gold and found, given the gold names
	problems             []string
	groups               []string
}

func (l *linkEval) add(ctx context.Context, a *corpus.Article) error {
	doc, err := l.x.ExtractContext(ctx, a.Text, entities.Published(a.Published))
	if err != nil {
		return err
	}
	l.articles++
	l.addHead(a, doc)
	l.addFurniture(a, doc)

	var gold, found, given []score.LinkItem
	titles := map[int]string{}
	for _, m := range a.Mentions {
		gold = append(gold, score.LinkItem{Start: m.Start, End: m.End, Kind: m.Kind, Entity: m.Entity})
		if m.Kind == entities.Person && m.Title != "" {
			titles[m.Start] = m.Title
			l.goldTitles++
		}
	}
	for _, m := range doc.Mentions {
		if !inSpans(m.Start, a.Furniture) {
			found = append(found, score.LinkItem{Start: m.Start, End: m.End, Kind: m.Kind, Entity: m.Entity})
		}
		if m.Title != "" && titles[m.Start] == m.Title {
			l.titles++
		} else if m.Title != titles[m.Start] {
			l.problems = append(l.problems, fmt.Sprintf("%s: title of %s %q, gold %q", a.ID, m.Text, m.Title, titles[m.Start]))
		}
	}
	l.whole.Add(gold, found)

	ms := linkMentions(a)
	links := link.Group(a.Text, ms, nil)
	for i, m := range ms {
		given = append(given, score.LinkItem{Start: m.Start, End: m.End, Kind: m.Kind, Entity: links.Of[i]})
	}
	l.given.Add(gold, given)
	l.compare(a, links)
	return nil
}

// linkMentions are the gold mentions with the evidence that places give.
func linkMentions(a *corpus.Article) []link.Mention {
	ms := make([]link.Mention, len(a.Mentions))
	for i, m := range a.Mentions {
		ms[i] = link.Mention{Start: m.Start, End: m.End, Kind: m.Kind, Score: 1, Country: m.Country}
		if m.Kind == entities.Place && m.Place != nil {
			ms[i].Place = m.Place.Ref
		}
	}
	return ms
}

func inSpans(pos int, spans []corpus.ArticleSpan) bool {
	for _, s := range spans {
		if s.Start <= pos && pos < s.End {
			return true
		}
	}
	return false
}

func (l *linkEval) addHead(a *corpus.Article, doc *entities.Document) {
	if (a.Headline == nil) == (doc.Headline == nil) &&
		(a.Headline == nil || a.Headline.Start == doc.Headline.Start && a.Headline.End == doc.Headline.End) {
		l.headlines++
	} else {
		l.problems = append(l.problems, fmt.Sprintf("%s: headline %s, gold %s", a.ID, spanText(a.Text, doc.Headline), spanText(a.Text, (*entities.Span)(a.Headline))))
	}
	g, d := a.Dateline, doc.Dateline
	if g == nil && d == nil {
		return
	}
	l.heads++
	if g == nil || d == nil {
		l.problems = append(l.problems, fmt.Sprintf("%s: dateline found: %t, in gold: %t", a.ID, d != nil, g != nil))
		return
	}
	place := g.HasPlace == (d.Place != nil) && (d.Place == nil || d.Place.Ref == g.PlaceRef || d.Place.ID != 0 && d.Place.ID == g.PlaceID)
	if place {
		l.places++
	}
	agency := g.Agency == d.Agency
	if agency {
		l.agencies++
	}
	date := ""
	if d.Date != nil {
		date = d.Date.Value
	}
	if place && agency && date == g.Date && g.Start == d.Start && g.End == d.End {
		l.datelines++
		return
	}
	l.problems = append(l.problems, fmt.Sprintf("%s: dateline %q, place right: %t, agency %q, date %q; gold %q, agency %q, date %q", a.ID,
		a.Text[d.Start:d.End], place, d.Agency, date, a.Text[g.Start:g.End], g.Agency, g.Date))
}

func spanText(text string, s *entities.Span) string {
	if s == nil {
		return "none"
	}
	return fmt.Sprintf("%q", text[s.Start:s.End])
}

func (l *linkEval) addFurniture(a *corpus.Article, doc *entities.Document) {
	l.lines += len(a.Furniture)
	for _, f := range doc.Furniture {
		if inSpans(f.Start, a.Furniture) {
			l.foundLines++
		} else {
			l.extraLines++
			l.problems = append(l.problems, fmt.Sprintf("%s: not furniture in gold: %q", a.ID, a.Text[f.Start:f.End]))
		}
	}
	for i := range doc.Mentions {
		if m := &doc.Mentions[i]; inSpans(m.Start, a.Furniture) && m.Kind != entities.Date {
			l.inFurniture++
			l.problems = append(l.problems, fmt.Sprintf("%s: %s %q in furniture", a.ID, m.Kind, m.Text))
		}
	}
}

// compare notes the gold entities whose mentions, given the gold names, came to
// lie in several entities or with those of others.
func (l *linkEval) compare(a *corpus.Article, links link.Links) {
	members := make([][]int, len(a.Entities))
	for i, m := range a.Mentions {
		if m.Entity >= 0 {
			members[m.Entity] = append(members[m.Entity], i)
		}
	}
	for e, mine := range members {
		got := links.Entities[links.Of[mine[0]]].Mentions
		l.addRoles(a, e, links.Entities[links.Of[mine[0]]].Roles)
		if len(got) == len(mine) && links.Of[mine[len(mine)-1]] == links.Of[mine[0]] {
			same := true
			for _, i := range mine {
				same = same && links.Of[i] == links.Of[mine[0]]
			}
			if same {
				continue
			}
		}
		var b strings.Builder
		fmt.Fprintf(&b, "%s: %s %q:", a.ID, a.Entities[e].Kind, a.Entities[e].Name)
		for _, i := range mine {
			fmt.Fprintf(&b, " %s→%s", a.Mentions[i].Text, links.Entities[links.Of[i]].Name)
		}
		l.groups = append(l.groups, b.String())
	}
}

// addRoles compares the roles of gold entity e with those found.
func (l *linkEval) addRoles(a *corpus.Article, e int, found []string) {
	gold := a.Entities[e].Roles
	l.gold += len(gold)
	l.found += len(found)
	for _, r := range gold {
		if slices.Contains(found, r) {
			l.roles++
		}
	}
	if !slices.Equal(gold, found) {
		l.groups = append(l.groups, fmt.Sprintf("%s: roles of %s: %q, gold %q", a.ID, a.Entities[e].Name, found, gold))
	}
}

func (l *linkEval) write(w io.Writer, worst int) error {
	fmt.Fprintf(w, "Entities, names as found\n")
	if err := l.whole.Write(w); err != nil {
		return err
	}
	fmt.Fprintf(w, "\nEntities, names and places as in the gold\n")
	if err := l.given.Write(w); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "\nheadlines right  %d of %d\ndatelines right  %d of %d (place %d, agency %d)\n"+
		"furniture lines  %d of %d found, %d others; %d names inside them\ntitles right     %d of %d\nroles right      %d of %d, %d found\n",
		l.headlines, l.articles, l.datelines, l.heads, l.places, l.agencies,
		l.foundLines, l.lines, l.extraLines, l.inFurniture, l.titles, l.goldTitles, l.roles, l.gold, l.found)
	if worst > 0 && err == nil {
		for _, p := range l.problems {
			fmt.Fprintln(w, p)
		}
		for _, g := range l.groups[:min(worst, len(l.groups))] {
			fmt.Fprintln(w, g)
		}
	}
	return err
}
