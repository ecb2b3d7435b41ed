package rawplaces

import (
	"archive/zip"
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// maxLine is the longest line of a table in bytes.
const maxLine = 1 << 26

// eachLine calls use for each line of a table, which may be a plain, .gz or
// .zip file; header skips the first line. Empty lines and comments are passed
// over. An error of use goes to badRow with the file and line before it; where
// badRow is nil or says no, that ends the reading.
func eachLine(path string, header bool, badRow func(error) bool, use func(line string) error) (err error) {
	r, err := open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 1<<16), maxLine)
	for n := 1; s.Scan(); n++ {
		line := s.Text()
		if header && n == 1 || line == "" || line[0] == '#' {
			continue
		}
		if err := use(line); err != nil {
			err = fmt.Errorf("%s:%d: %w", path, n, err)
			if badRow == nil || !badRow(err) {
				return err
			}
		}
	}
	if err := s.Err(); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// open opens a plain file, a .gz file, or the largest text file in a .zip file.
func open(path string) (io.ReadCloser, error) {
	switch filepath.Ext(path) {
	case ".zip":
		z, err := zip.OpenReader(path)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		var best *zip.File
		for _, f := range z.File {
			if strings.HasSuffix(f.Name, ".txt") && (best == nil || f.UncompressedSize64 > best.UncompressedSize64) {
				best = f
			}
		}
		if best == nil {
			return nil, errors.Join(fmt.Errorf("%s: no .txt file in it: %w", path, ErrRow), z.Close())
		}
		r, err := best.Open()
		if err != nil {
			return nil, errors.Join(fmt.Errorf("%s: %w", path, err), z.Close())
		}
		return both{r, z}, nil
	case ".gz":
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		r, err := gzip.NewReader(bufio.NewReaderSize(f, 1<<20))
		if err != nil {
			return nil, errors.Join(fmt.Errorf("%s: %w", path, err), f.Close())
		}
		return both{r, f}, nil
	}
	return os.Open(path)
}

// both is a reader that closes what it reads from, too.
type both struct {
	io.ReadCloser
	under io.Closer
}

func (b both) Close() error { return errors.Join(b.ReadCloser.Close(), b.under.Close()) }
