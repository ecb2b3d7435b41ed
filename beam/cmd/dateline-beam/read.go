package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.Function3x0(byPacking)
	register.Function3x1(unpack)
	register.Emitter1[string]()
}

// readLines reads the lines of the files that a pattern names, of which there
// has to be one. Large plain files are read by several workers. The lines are
// dealt out anew, so that the steps to come run on all workers even if there is
// but one file.
func readLines(s beam.Scope, pattern string) beam.PCollection {
	s = s.Scope("readLines")
	plain, packed := beam.ParDo2(s, byPacking, fileio.MatchFiles(s, pattern, fileio.MatchEmptyDisallow()))
	lines := textio.ReadAll(s, plain, textio.ReadUncompressed())
	unpacked := beam.ParDo(s, unpack, packed)
	return beam.Reshuffle(s, beam.Flatten(s, lines, unpacked))
}

// byPacking parts plain files from packed ones: textio stops reading at as many
// bytes as a file has while it is packed.
func byPacking(file fileio.FileMetadata, plain, packed func(string)) {
	if strings.HasSuffix(file.Path, ".gz") {
		packed(file.Path)
	} else {
		plain(file.Path)
	}
}

// unpack reads the lines of a packed file, of any length.
func unpack(ctx context.Context, path string, emit func(string)) error {
	fs, err := filesystem.New(ctx, path)
	if err != nil {
		return err
	}
	defer fs.Close()
	f, err := fs.OpenRead(ctx, path)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	r := bufio.NewReaderSize(z, 1<<16)
	for {
		line, err := r.ReadString('\n')
		if line = strings.TrimSuffix(line, "\n"); line != "" {
			emit(line)
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
}
