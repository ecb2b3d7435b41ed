package tag

import "github.com/dateline-go/dateline/internal/flat"

// Reasons for which Open refuses a file; its errors wrap one of them.
var (
	ErrMagic     = flat.ErrMagic     // it is no model file
	ErrVersion   = flat.ErrVersion   // it is of a version that this package does not read
	ErrTruncated = flat.ErrTruncated // it is shorter or longer than its header says
	ErrCorrupt   = flat.ErrCorrupt   // its contents do not fit its checksum or its kind
)
