package layout

import "strings"

// maxFurniture is the length in bytes of the longest line that is looked at as
// furniture; longer ones are paragraphs.
const maxFurniture = 220

// maxTeasers is how many link titles below a heading such as "Related stories"
// are taken to belong to it.
const maxTeasers = 12

// furniture collects the lines that are page furniture.
func (l *Layout) furniture(text string) {
	sc := scanner{text: text}
	for sc.next() {
		ln := sc.line
		if ln == l.Headline || ln.End-ln.Start > maxFurniture {
			continue
		}
		m := match(text[ln.Start:ln.End])
		if m == notFurniture {
			continue
		}
		l.Furniture = append(l.Furniture, ln)
		if m == teaserHeading {
			l.teasers(text, &sc)
		}
	}
}

// teasers takes the link titles under a heading: the lines that follow it
// without a blank line between, as long as they are short and end like titles.
// After one blank line only items with a bullet are taken.
func (l *Layout) teasers(text string, sc *scanner) {
	bullets := false
	for n := 0; n < maxTeasers; n++ {
		peek := *sc
		if !peek.next() {
			return
		}
		s := text[peek.line.Start:peek.line.End]
		gap := blankLine(text, sc.pos, peek.line.Start)
		item := bulleted(s)
		if gap && (n > 0 || !item) || bullets && !item || len(s) > 140 || !item && titleEnds(s) {
			return
		}
		if n == 0 {
			bullets = item
		}
		l.Furniture = append(l.Furniture, peek.line)
		*sc = peek
	}
}

// titleEnds reports whether s ends as sentences and headings do and link
// titles do not.
func titleEnds(s string) bool {
	c := s[len(s)-1]
	return c == '.' || c == ':' || strings.HasSuffix(s, ".”") || strings.HasSuffix(s, ".\"")
}

// bulleted reports whether a line begins with the mark of a list item.
func bulleted(s string) bool {
	if len(s) > 2 && (s[0] == '*' || s[0] == '-' || s[0] == '+' || s[0] == '>') && s[1] == ' ' {
		return true
	}
	for _, b := range [...]string{"• ", "•\t", "· ", "› ", "» ", "→ ", "▶ ", "► ", "■ ", "– ", "— "} {
		if strings.HasPrefix(s, b) {
			return true
		}
	}
	return false
}

type verdict uint8

const (
	notFurniture  verdict = iota
	furnitureLine         // the line is furniture
	teaserHeading         // it is, and heads a list of links
)

func isFurniture(s string) bool { return len(s) <= maxFurniture && match(s) != notFurniture }

// A how says what of a line a pattern must match.
type how uint8

const (
	whole     how = iota // all of it, marks at the ends aside
	opening              // its beginning, up to the end of a word
	heading              // all of it, and links follow
	leading              // its beginning up to a colon or bar, or all of it; links follow a bare one
	title                // its beginning, where the line does not end like a sentence
	dated                // its beginning, with two more digits of a year
	asking               // its beginning, where the line also says what pages say to readers
	published            // its beginning, where the line says where the story came out
)

type pattern struct {
	text string // lower case, straight apostrophes, single spaces
	how  how
}

// match compares a line with the patterns that begin with its first letter.
func match(s string) verdict {
	// Marks before the first letter: bullets, arrows, brackets, stars.
	for s != "" {
		c := s[0]
		if isUpper(c) || isLower(c) || isDigit(c) {
			break
		}
		if c == 0xC2 && len(s) > 1 && s[1] == 0xA9 { // ©
			return copyright(s[2:])
		}
		if c < 0x80 {
			if c == '"' || c == '\'' || c == '@' || c == '#' || c == '$' {
				return notFurniture
			}
			if c == '(' && len(s) > 2 && (s[1] == 'c' || s[1] == 'C') && s[2] == ')' {
				return copyright(s[3:])
			}
			s = s[1:]
		} else if c == 0xC2 && len(s) > 1 { // », · and the no-break space
			s = s[2:]
		} else if c == 0xE2 && len(s) > 2 { // general punctuation, arrows, dingbats
			if s[1] == 0x80 && s[2] >= 0x98 && s[2] <= 0x9F {
				return notFurniture // quotation marks: somebody speaks
			}
			s = s[3:]
		} else {
			return notFurniture
		}
	}
	if s == "" {
		return notFurniture
	}
	if isDigit(s[0]) {
		if len(s) < 100 && stamp(s) {
			return furnitureLine
		}
		return counter(s)
	}
	if len(s) < 2 {
		return notFurniture
	}
	// Most lines are ruled out by their second and third letter, unfolded.
	var buf [64]byte
	var f []byte
	second, third := s[1]|0x20, byte(0)
	if len(s) > 2 {
		third = s[2] | 0x20
	}
	for _, p := range patterns[s[0]|0x20-'a'] {
		if p.text[1] != second || len(p.text) > 2 && p.text[2]|0x20 != third && third < 0x80 {
			continue
		}
		if f == nil {
			f = fold(&buf, s)
		}
		if len(f) < len(p.text) || string(f[:len(p.text)]) != p.text {
			continue
		}
		rest := f[len(p.text):]
		switch p.how {
		case whole:
			if marksOnly(rest) {
				return furnitureLine
			}
		case heading:
			if marksOnly(rest) {
				return teaserHeading
			}
		case leading:
			if marksOnly(rest) {
				return teaserHeading
			}
			if rest[0] == ':' || rest[0] == '|' || rest[0] == ' ' && len(rest) > 1 && (rest[1] == '|' || rest[1] == '-' || rest[1] == '>') {
				return furnitureLine
			}
		case opening:
			if len(rest) == 0 || !isLetter(rest[0]) && !isDigit(rest[0]) || rest[0] == 0xE2 { // "Continue reading…"
				return furnitureLine
			}
		case title:
			if len(s) <= 120 && !titleEnds(s) {
				return furnitureLine
			}
		case dated:
			if len(rest) >= 2 && isDigit(rest[0]) && isDigit(rest[1]) {
				return furnitureLine
			}
		case published:
			if len(s) <= 160 && (containsFold(s, "first published") || containsFold(s, "originally published") ||
				containsFold(s, "first appeared") || containsFold(s, "originally appeared") || containsFold(s, "has been updated")) {
				return furnitureLine
			}
		case asking:
			if (len(rest) == 0 || !isLetter(rest[0])) && pageWord(s) {
				return furnitureLine
			}
		}
	}
	switch {
	case (s[0]|0x20 == 'f' || s[0]|0x20 == 'l') && follow(s),
		len(s) < 50 && shareBar(fold(&buf, s)),
		len(s) < 100 && stamp(s),
		isLower(s[0]) && (deskInitials(s) || webAddress(s)),
		len(s) <= 160 && contact(s):
		return furnitureLine
	}
	return notFurniture
}

// fold writes the beginning of s into buf: letters in lower case, runs of white
// space as one space, curly apostrophes straight.
func fold(buf *[64]byte, s string) []byte {
	n := 0
	for i := 0; i < len(s) && n < len(buf); i++ {
		c := s[i]
		switch {
		case isUpper(c):
			c |= 0x20
		case c <= ' ':
			if n > 0 && buf[n-1] == ' ' {
				continue
			}
			c = ' '
		case c == 0xC2 && i+1 < len(s) && s[i+1] == 0xA0:
			i++
			if n > 0 && buf[n-1] == ' ' {
				continue
			}
			c = ' '
		case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] == 0x99:
			i += 2
			c = '\''
		}
		buf[n] = c
		n++
	}
	return buf[:n]
}

// marksOnly reports whether nothing but marks, spaces and arrows is left; a
// count in brackets ("Comments (12)") is a mark too.
func marksOnly(f []byte) bool {
	for i := 0; i < len(f); i++ {
		switch c := f[i]; {
		case c == ' ' || c == ':' || c == '.' || c == '*' || c == '!' || c == '>' || c == '<' || c == '|' || c == '+' ||
			c == '-' || c == '_' || c == '=' || c == '[' || c == ']' || c == '(' || c == ')' || c == '#' || c == '?':
		case isDigit(c):
			if i == 0 || f[i-1] != '(' && !isDigit(f[i-1]) {
				return false
			}
		case c == 0xC2 && i+1 < len(f): // » ·
			i++
		case c == 0xE2 && i+2 < len(f): // … → › •
			i += 2
		default:
			return false
		}
	}
	return true
}

// copyright judges a line that begins with the copyright sign: the notice of a
// page names a year, or reserves rights.
func copyright(s string) verdict {
	s = strings.TrimLeft(s, " \t")
	if len(s) > 3 && (s[:2] == "19" || s[:2] == "20") && isDigit(s[2]) && isDigit(s[3]) {
		return furnitureLine
	}
	if strings.HasPrefix(s, "Copyright") || strings.HasPrefix(s, "COPYRIGHT") || containsFold(s, "all rights reserved") {
		return furnitureLine
	}
	// "© The Paper 2016"
	if n := len(s); n < 60 && n > 5 && isDigit(s[n-1]) && isDigit(s[n-2]) && (s[n-4:n-2] == "20" || s[n-4:n-2] == "19") {
		return furnitureLine
	}
	return notFurniture
}

// counter judges a line that begins with a number: "3 comments", "12 Shares",
// "5 min read".
func counter(s string) verdict {
	i := 0
	for i < len(s) && (isDigit(s[i]) || s[i] == ',' || s[i] == '.' || s[i] == 'k' || s[i] == 'K') {
		i++
	}
	if i >= len(s) || s[i] != ' ' || i > 7 {
		return notFurniture
	}
	var buf [64]byte
	f := fold(&buf, s[i+1:])
	for _, w := range [...]string{"comments", "comment", "shares", "share", "replies", "likes", "views", "min read", "minute read", "mins read", "minutes read",
		"hours ago", "hour ago", "minutes ago", "days ago", "day ago"} {
		if len(f) >= len(w) && string(f[:len(w)]) == w && marksOnly(f[len(w):]) {
			return furnitureLine
		}
	}
	return notFurniture
}

// follow reports whether a line asks to follow or like somebody on a network:
// "Follow BBC East Midlands on Facebook", "Like the page on X", "Follow @name".
func follow(s string) bool {
	var buf [64]byte
	f := fold(&buf, s)
	if len(f) < 8 || string(f[:7]) != "follow " && string(f[:5]) != "like " {
		return false
	}
	if f[7] == '@' {
		return true
	}
	for _, w := range [...]string{" on facebook", " on twitter", " on instagram", " on whatsapp", " on google", " on linkedin", " on telegram", " on youtube", " on tiktok", " on threads", " on bluesky"} {
		if strings.Contains(string(f), w) {
			return true
		}
	}
	return false
}

// deskInitials reports whether a line is nothing but the initials of those who
// worked on a story: "str-klm/apj/jw".
func deskInitials(s string) bool {
	if len(s) > 30 {
		return false
	}
	slash, run := false, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case isLower(c):
			if run++; run > 5 {
				return false
			}
		case (c == '/' || c == '-') && run > 0 && i+1 < len(s):
			slash = slash || c == '/'
			run = 0
		default:
			return false
		}
	}
	return slash
}

// webAddress reports whether a line is an address and no more.
func webAddress(s string) bool {
	return strings.IndexByte(s, ' ') < 0 &&
		(strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www."))
}

// contact reports whether a line tells how to reach its writer.
func contact(s string) bool {
	if strings.IndexByte(s, '@') < 0 && !hasDigit(s) {
		return false
	}
	i := strings.Index(s, "each ")
	if i < 1 || s[i-1] != 'R' && s[i-1] != 'r' {
		i = strings.Index(s, "ontact ")
		if i < 1 || s[i-1] != 'C' && s[i-1] != 'c' {
			return false
		}
	}
	rest := s[i:]
	if _, to, ok := strings.Cut(rest, " "); ok {
		for _, w := range [...]string{"him at ", "her at ", "them at ", "him on ", "her on ", "me at ", "the reporter at ", "the writer at ", "the author at ", "this reporter at ", "us at "} {
			if strings.HasPrefix(to, w) {
				return true
			}
		}
	}
	return false
}

// stamp reports whether a line is the time of publication and no more: "12:40,
// 3 FEB 2017", "Updated 15:05 GMT", "Published Nov. 3, 2016 at 9:05 a.m. ET". A
// date alone is none, as stories and lists carry such lines too.
func stamp(s string) bool {
	if !hasDigit(s) {
		return false
	}
	lead, clock, date := false, false, false
	for p := 0; p < len(s); {
		c := s[p]
		if !isLetter(c) && !isDigit(c) {
			p++
			continue
		}
		if e, ok := parseDate(s, p); ok {
			date = true
			p = e
			continue
		}
		e := p
		for e < len(s) && (isLetter(s[e]) || isDigit(s[e])) {
			e++
		}
		w := s[p:e]
		if isDigit(c) {
			d := digits(s, p)
			if d <= 2 && p+d < len(s) && (s[p+d] == ':' || s[p+d] == '.') && digits(s, p+d+1) == 2 {
				clock = true
				p += d + 3
				for p < len(s) && (isLower(s[p]) || isUpper(s[p])) { // "9:05pm"
					p++
				}
				continue
			}
			if d == 4 && e == p+4 || d <= 2 && (e == p+d || clockSuffix(s[p+d:e])) {
				p = e
				continue
			}
			return false
		}
		var buf [64]byte
		switch string(fold(&buf, w)) {
		case "updated", "published", "posted", "modified", "created", "first", "last", "on", "at", "by", "date":
			lead = lead || len(w) > 5
		case "am", "pm", "a", "p", "m", "et", "est", "edt", "gmt", "utc", "bst", "ist", "pt", "pst", "pdt", "ct", "cst", "cdt", "mt", "aest", "aedt", "cet", "cest", "hrs", "h", "noon", "ago", "hours", "hour", "minutes", "minute", "mins", "days", "day":
		default:
			if _, ok := weekday(s, p); !ok {
				return false
			}
		}
		p = e
	}
	return lead && (clock || date) || clock && date
}

func hasDigit(s string) bool {
	for i := 0; i < len(s); i++ {
		if isDigit(s[i]) {
			return true
		}
	}
	return false
}

func clockSuffix(s string) bool {
	switch s {
	case "am", "pm", "AM", "PM", "h", "th", "st", "nd", "rd":
		return true
	}
	return false
}

// shareBar reports whether a line is a row of buttons: "Facebook Twitter
// WhatsApp Email", "Share Tweet Pin". One word alone is none.
func shareBar(f []byte) bool {
	n := 0
	for i := 0; i < len(f); {
		if !isLower(f[i]) {
			if isDigit(f[i]) || f[i] == '\'' || f[i] == '&' {
				return false
			}
			i++
			continue
		}
		j := i
		for j < len(f) && isLower(f[j]) {
			j++
		}
		switch string(f[i:j]) {
		case "facebook", "twitter", "whatsapp", "email", "linkedin", "reddit", "pinterest", "telegram", "instagram", "messenger",
			"tumblr", "flipboard", "print", "share", "tweet", "pin", "copy", "link", "save", "bookmark", "youtube", "tiktok",
			"threads", "bluesky", "viber", "google", "plus", "x", "rss", "home", "menu", "search", "login", "subscribe":
			n++
		case "on", "via", "this", "to", "or", "it", "and", "page", "article", "story", "a", "friend":
		default:
			return false
		}
		i = j
	}
	return n >= 3
}

// pageWord reports whether a line holds a word that pages say to their readers.
func pageWord(s string) bool {
	for _, w := range [...]string{"newsletter", "inbox", "e-mail", "email", "alerts", "updates", " app", "subscri", "account", "podcast",
		"free", "www.", "comment", "logged in", "rights reserved", "journalism", "website", "cookie", "channel", "briefing", "digest", "membership",
		"donat", "privacy", "terms of", "social media", "home page", "homepage", "http", "password", "story ideas", "daily", "opinion", "store", "% off", "discount"} {
		if containsFold(s, w) {
			return true
		}
	}
	return false
}

func containsFold(s, lower string) bool {
	for i := 0; i+len(lower) <= len(s); i++ {
		if strings.EqualFold(s[i:i+len(lower)], lower) {
			return true
		}
	}
	return false
}

// patterns are the wordings of page furniture, by first letter. A wording that
// a story could open a sentence with must match the whole line, or carry words
// that only a page says to its reader.
var patterns = [26][]pattern{
	0: { // a
		{"about us", whole}, {"about the author", whole}, {"accept all", whole}, {"accept all cookies", whole}, {"accept cookies", whole},
		{"ad", whole}, {"add a comment", whole}, {"add comment", whole}, {"advertise with us", whole},
		{"advertisement", whole}, {"advertisement - ", opening}, {"advertising", whole}, {"all comments", whole}, {"all rights reserved", opening},
		{"already a subscriber", opening}, {"already have an account", opening}, {"also in news", heading}, {"also on", heading}, {"also read", leading},
		{"around the web", heading}, {"article continues", opening}, {"ask us a question", whole}, {"audio player", whole},
		{"as a subscriber, you", opening}, {"are you on whatsapp", opening},
	},
	'b' - 'a': {
		{"buy photo", whole}, {"buy the print", whole}, {"buy this photo", whole},
		{"back to top", whole}, {"be the first to comment", opening}, {"become a member", opening}, {"become a subscriber", opening},
		{"become a supporter", opening}, {"before you go", whole}, {"breaking news alerts", opening}, {"breaking news email", opening}, {"buy it now", whole},
		{"buy now", whole}, {"buy tickets", whole}, {"buy the book", whole}, {"by clicking ", opening}, {"by continuing to", asking},
		{"by entering your email", opening}, {"by registering", asking}, {"by signing up", opening}, {"by submitting", asking}, {"by subscribing", opening},
	},
	'c' - 'a': {
		{"click to email", opening}, {"click to enlarge", opening}, {"click to expand", opening}, {"click to print", opening}, {"click to share", opening},
		{"cancel reply", whole}, {"change your cookie settings", opening}, {"check out our", asking}, {"click for more", opening}, {"click here", opening},
		{"click on the link", opening}, {"click through for", opening}, {"click to", asking}, {"close", whole}, {"close menu", whole},
		{"comment", whole}, {"comments", whole}, {"comments are closed", opening}, {"comments are now closed", opening}, {"comments have been closed", opening},
		{"commenting on this", opening}, {"contact us", whole}, {"continue reading", opening}, {"continue to site", whole}, {"continue without", opening},
		{"cookie policy", whole}, {"cookie settings", whole}, {"cookies", whole}, {"cookie preferences", whole}, {"copy link", whole},
		{"copyright (c)", opening}, {"copyright \xc2\xa9", opening}, {"copyright 19", dated}, {"copyright 20", dated}, {"copyright", whole}, {"copyright", asking},
		{"create a free account", opening}, {"create an account", whole},
	},
	'd' - 'a': {
		{"discover more from", opening}, {"discuss this article", whole}, {"do not sell my", opening}, {"don't have an account", opening}, {"don't miss", leading},
		{"don't miss out", whole}, {"donate", whole}, {"donate now", asking}, {"download our app", opening}, {"download", asking}, {"download our free", opening}, {"download the app", opening},
		{"download the free", opening}, {"dismiss", whole},
	},
	'e' - 'a': {
		{"e-paper", whole}, {"enjoy this article", opening}, {"epaper", whole},
		{"e-mail this", whole}, {"e-mail this article", opening}, {"editor's picks", heading}, {"editors' picks", heading}, {"email *", whole}, {"email", whole},
		{"email address", whole}, {"email newsletter", opening}, {"email this", whole}, {"email this article", opening}, {"email this story", opening},
		{"enable javascript", opening}, {"enter your email", opening}, {"enjoy unlimited", opening}, {"enjoyed this article", opening},
		{"explore more", heading}, {"explore more on these topics", heading},
	},
	'f' - 'a': {
		{"featured", whole}, {"from the web", heading},
		{"facebook comments", whole}, {"filed under", opening}, {"find out more", whole}, {"find us on", opening}, {"follow us", opening}, {"follow me on", opening},
		{"follow the author", opening}, {"follow the latest", whole}, {"follow topics", whole}, {"font size", opening}, {"for more news", opening}, {"for more stories like this", opening},
		{"for the latest news", opening}, {"for the latest updates", opening}, {"forgot your password", opening}, {"forgot password", opening},
		{"free newsletter", opening}, {"from around the web", heading}, {"full coverage", leading}, {"further reading", leading},
	},
	'g' - 'a': {
		{"gift subscription", whole},
		{"get access to", asking}, {"get all the latest", opening}, {"get breaking news", opening}, {"get daily", asking}, {"get email", asking}, {"get in touch", whole},
		{"get more news", opening}, {"get more of", opening}, {"get notified", opening}, {"get our", asking}, {"get the app", opening}, {"get the best of", opening},
		{"get the day's", opening}, {"get the free", opening}, {"get the latest", opening}, {"get the newsletter", opening}, {"get the top stories", opening},
		{"get unlimited", opening}, {"get updates", opening}, {"get weekly", asking}, {"get your free", opening}, {"getty images", whole}, {"gift this article", opening},
		{"give this article", opening}, {"go to comments", whole}, {"got a story", opening}, {"got a tip", opening}, {"got a news tip", opening},
	},
	'h' - 'a': {
		{"have a news tip", opening},
		{"have a story", opening}, {"have a tip", opening}, {"have an opinion on", opening}, {"have you been affected by", opening}, {"have your say", opening}, {"hide caption", whole},
		{"home", whole}, {"have something to say", opening},
	},
	'i' - 'a': {
		{"image copyright", opening}, {"image credit", leading}, {"image source", opening}, {"image caption", whole}, {"in case you missed it", heading},
		{"in pictures", whole}, {"in this story", whole}, {"if you enjoyed this", opening}, {"if you liked this", opening}, {"in your inbox", opening},
	},
	'j' - 'a': {
		{"javascript is", opening}, {"javascript must", opening}, {"join our", asking}, {"join the conversation", opening}, {"join the debate", opening},
		{"join the discussion", opening}, {"join us on", opening}, {"jump to comments", whole}, {"jump to content", whole}, {"just in", whole},
	},
	'k' - 'a': {
		{"keep reading", leading}, {"keep up with the latest", opening}, {"keep me logged in", whole}, {"know someone who", whole},
	},
	'l' - 'a': {
		{"like loading", opening}, {"listen:", opening}, {"listen now", whole}, {"listen to this story", opening},
		{"latest news", whole}, {"latest stories", whole}, {"latest videos", whole}, {"learn more", leading}, {"leave a comment", opening}, {"leave a reply", opening},
		{"leave your comment", opening}, {"leave comment", whole}, {"like us on", opening}, {"like this", leading}, {"like this article", opening}, {"link copied", whole},
		{"listen to this article", opening}, {"listen to article", opening}, {"live updates", whole}, {"load comments", whole}, {"load more", opening}, {"loading", whole},
		{"log in", whole}, {"log in to", opening}, {"log out", whole}, {"login", whole}, {"login to", opening}, {"logged in as", opening},
	},
	'm' - 'a': {
		{"make a contribution", whole}, {"more in news", whole}, {"more:", opening},
		{"make a donation", whole}, {"manage cookies", whole}, {"manage newsletters", whole}, {"manage preferences", whole}, {"media caption", whole}, {"menu", whole},
		{"more coverage", leading}, {"more for you", heading}, {"more from", title}, {"more headlines", whole}, {"more information", whole}, {"more like this", leading}, {"more news", whole},
		{"more on this", leading}, {"more on this story", leading}, {"more on this topic", leading}, {"more reading", leading}, {"more stories", heading},
		{"more to read", leading}, {"more top stories", heading}, {"more videos", heading}, {"most commented", heading}, {"most popular", heading}, {"most read", heading}, {"most shared", heading},
		{"most viewed", heading}, {"must read", leading}, {"must reads", heading}, {"my account", whole}, {"my profile", whole},
	},
	'n' - 'a': {
		{"name *", whole}, {"name", whole}, {"need help", whole}, {"new here", whole}, {"newsletter", whole}, {"newsletter sign-up", opening}, {"newsletter signup", opening}, {"newsletters", whole},
		{"next article", leading}, {"note to readers", opening}, {"next post", leading}, {"next story", leading}, {"no comments", whole}, {"no comments yet", opening}, {"no thanks", whole}, {"not a member", opening},
		{"not a subscriber", opening}, {"not registered", opening}, {"notify me of", opening}, {"notify me when", opening}, {"now read", leading},
	},
	'o' - 'a': {
		{"order reprints", opening},
		{"on this story", whole}, {"online", whole}, {"on the net", whole}, {"open in app", whole}, {"order now", whole}, {"our journalism", whole}, {"our newsletter", opening}, {"our privacy policy", whole}, {"our standards:", opening},
		{"other stories", heading}, {"other top stories", heading},
	},
	'p' - 'a': {
		{"page 1 of", opening}, {"pause", whole}, {"play", whole}, {"promoted links", heading}, {"purchase reprints", opening},
		{"page not found", whole}, {"paid content", whole}, {"partner content", whole}, {"people also read", heading}, {"photo gallery", leading}, {"pin it", whole}, {"play audio", whole}, {"play video", whole},
		{"please enable javascript", opening}, {"please log in", opening}, {"please login", opening}, {"please sign in", opening}, {"please subscribe", opening}, {"please turn on javascript", opening},
		{"please consider", asking}, {"please read our", opening}, {"popular now", heading}, {"popular stories", heading}, {"post a comment", opening}, {"post comment", whole}, {"post navigation", whole}, {"post your comment", opening}, {"posted in", leading},
		{"powered by", whole}, {"previous article", leading}, {"previous post", leading}, {"previous story", leading}, {"print", whole}, {"print this", opening}, {"print article", whole}, {"privacy", whole}, {"privacy notice", whole}, {"privacy policy", opening}, {"promoted", whole}, {"promoted content", whole},
		{"promoted stories", heading},
	},
	'r' - 'a': {
		{"reuse this content", whole},
		{"read also", leading}, {"read full article", whole}, {"read full story", whole}, {"read in app", whole}, {"read it here", whole}, {"read more", leading}, {"read more about", title}, {"read more at", title}, {"read more from", title}, {"read more here", opening}, {"read more in", title}, {"read more of", title}, {"read more on", title}, {"read next", leading}, {"read or share this story", opening}, {"read the full article", opening}, {"read the full interview", title}, {"read the full report", title}, {"read the full story", opening}, {"read the full text", title},
		{"read this next", leading}, {"readers' comments", whole}, {"reader comments", whole}, {"recommended", leading}, {"recommended by", whole}, {"recommended for you", heading}, {"recommended reading", leading},
		{"recommended stories", heading}, {"register", whole}, {"register for free", opening}, {"register now", asking}, {"related", leading}, {"related article", leading}, {"related articles", leading}, {"related content", leading},
		{"related coverage", leading}, {"related internet links", heading}, {"related links", leading}, {"related news", leading}, {"related posts", leading}, {"related reading", leading}, {"related stories", leading}, {"related story", leading},
		{"related topics", leading}, {"related video", leading}, {"related videos", leading}, {"remember me", whole}, {"remind me later", whole}, {"reply", whole}, {"report a typo", opening}, {"report an error", opening}, {"report this ad", whole}, {"report this comment", whole}, {"reprints", whole},
		{"request reprint", opening}, {"required fields are", opening}, {"return to top", whole}, {"return to homepage", whole},
	},
	's' - 'a': {
		{"see more stories", whole}, {"send tips to", opening}, {"shop our", asking}, {"shop the", asking}, {"show all", whole}, {"sort by:", opening}, {"sponsored stories", heading},
		{"save", whole}, {"save article", whole}, {"save for later", whole}, {"save my name", opening}, {"save this story", opening}, {"scroll down", opening}, {"scroll to continue", opening}, {"search", whole}, {"search for:", opening}, {"see all", whole}, {"see all comments", whole}, {"see also", leading}, {"see more", leading},
		{"see more on", opening}, {"see related", leading}, {"send us your", asking}, {"send us a tip", opening}, {"send your story", asking}, {"share", whole}, {"share on", opening}, {"share story", whole}, {"share this", opening}, {"share via", opening}, {"share with", whole}, {"share your", asking},
		{"shop now", opening}, {"shop the look", whole}, {"show caption", whole}, {"show comments", whole}, {"show more", whole}, {"sign in", whole}, {"sign in to", asking}, {"sign me up", whole}, {"sign up", whole}, {"sign up for our", opening}, {"sign up for the", asking}, {"sign up here", opening}, {"sign up now", opening}, {"sign up to our", opening},
		{"sign up to receive", asking}, {"sign up to get", asking}, {"sign up to the", asking}, {"sign up today", opening}, {"sign up with", asking}, {"sign up for", asking}, {"sign up to", asking}, {"skip ad", whole}, {"skip advertisement", whole}, {"skip past newsletter", opening}, {"skip to content", whole}, {"skip to main", opening}, {"skip to navigation", whole}, {"slideshow", leading},
		{"sponsor message", whole}, {"sponsored", whole}, {"sponsored by", whole}, {"sponsored content", whole}, {"sponsored links", whole}, {"start the conversation", opening}, {"stay connected", whole}, {"stay informed", whole}, {"stay up to date with", opening}, {"story continues", opening}, {"submit", whole},
		{"submit a comment", whole}, {"subscribe", whole}, {"subscribe for", asking}, {"subscribe here", opening}, {"subscribe now", opening}, {"subscribe to", asking}, {"subscribe today", opening}, {"subscribe via", opening}, {"subscriber only", whole}, {"subscribers only", whole}, {"suggested reading", leading}, {"support independent journalism", asking}, {"support local journalism", opening},
		{"support our journalism", opening}, {"support quality journalism", opening}, {"switch to the", asking},
	},
	't' - 'a': {
		{"tagged", leading}, {"tagged with", whole}, {"these are external links", opening}, {"today's top stories", whole},
		{"tags", leading}, {"tap here", opening}, {"tap to", opening}, {"tell us what you think", opening}, {"terms & conditions", opening}, {"terms and conditions", opening}, {"terms of service", opening}, {"terms of use", opening}, {"text size", opening}, {"thank you for reading", opening}, {"thank you for subscribing", opening},
		{"thanks for reading", opening}, {"thanks for signing up", opening}, {"this ad will", opening}, {"this article", published}, {"this story", published}, {"this report", published}, {"this post", published}, {"this piece", published}, {"this interview", published}, {"this content is not available", opening}, {"this copy is for your personal", opening}, {"this email address is being protected", opening}, {"this field is required", opening}, {"this material may not be", opening}, {"this page may contain affiliate", opening}, {"this post may contain affiliate", opening}, {"this site is protected by", opening}, {"this site uses", opening}, {"this video can not be played", opening},
		{"this video cannot be played", opening}, {"this website uses", opening}, {"to continue reading", opening}, {"to leave a comment", opening}, {"to post a comment", opening}, {"to read more", opening}, {"to read the full", opening}, {"to see this", asking}, {"to subscribe", asking}, {"toggle navigation", whole}, {"top picks", heading}, {"top stories", whole}, {"top videos", heading}, {"topics", whole}, {"topics:", opening}, {"trending", heading}, {"trending news", heading}, {"trending now", heading}, {"trending stories", heading},
		{"trending topics", heading}, {"tweet", whole}, {"tweet this", opening}, {"try premium", opening},
	},
	'u' - 'a': {
		{"unlimited access", opening}, {"unlimited digital access", opening}, {"unlock this article", opening}, {"unsubscribe", opening}, {"up next", leading}, {"upgrade to premium", opening}, {"use of this site", opening}, {"user agreement", whole},
	},
	'v' - 'a': {
		{"video:", opening}, {"view as single page", whole}, {"view this post on", opening}, {"visit our shop", whole},
		{"via email", whole}, {"video caption", whole}, {"video player is loading", opening}, {"video unavailable", whole}, {"view all", whole}, {"view all comments", whole}, {"view comments", opening}, {"view gallery", leading}, {"view image in fullscreen", opening}, {"view more", whole}, {"view original", whole}, {"view photos", whole}, {"visit our website", opening}, {"visit our homepage", opening}, {"visit our page", asking},
	},
	'w' - 'a': {
		{"want more news", opening}, {"watch:", opening},
		{"warning: third party", opening}, {"was this article helpful", opening}, {"watch more", leading}, {"watch next", leading}, {"watch now", whole}, {"watch the video", opening}, {"watch video", opening}, {"we and our partners", opening}, {"we use cookies", opening}, {"we value your privacy", opening}, {"we've got you covered", whole}, {"website", whole}, {"what do you think?", opening}, {"what to read next", heading}, {"what's next", whole}, {"with unlimited access", opening}, {"write a comment", opening}, {"why you can trust", opening},
	},
	'y' - 'a': {
		{"you are now subscribed", opening}, {"you can unsubscribe", opening}, {"you have been subscribed", opening}, {"you have reached your", opening}, {"you may also like", heading}, {"you may be interested in", heading}, {"you may have missed", heading}, {"you might also be interested in", heading}, {"you might also like", heading}, {"you might be interested in", heading}, {"you might like", heading}, {"you must be", asking}, {"you need javascript", opening},
		{"your account", whole}, {"your ad choices", whole}, {"your comment", whole}, {"your email", opening}, {"your name", whole}, {"your privacy choices", whole}, {"your subscription", whole},
	},
}
