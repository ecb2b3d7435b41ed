module github.com/dateline-go/dateline

go 1.25.0
