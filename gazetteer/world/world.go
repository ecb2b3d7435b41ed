// Package world embeds the gazetteer of the world. It imports nothing, so that
// only programs that use package gazetteer carry the data.
package world

import _ "embed"

//go:embed world.dlgaz
var data string

// Data returns the gazetteer file.
func Data() string { return data }
