package gazetteer

import "github.com/dateline-go/dateline/gazetteer/world"

// OpenWorld opens the embedded table anew, as the first call of World does.
func OpenWorld() (*Gazetteer, error) {
	t, err := openTable(world.Data())
	return &Gazetteer{base: t}, err
}
