// Package world embeds the gazetteer of the world. It imports nothing, so that
// only programs that use package gazetteer carry the data.
package world

import _ "embed"

// The table is built from the data folder that DATELINE_DATA names; world.txt
// says from what.
//
//go:generate go run ../../cmd/dateline gazetteer build -version 2026-11-22 -out world.dlgaz

//go:embed world.dlgaz
var data string

// Data returns the gazetteer file.
func Data() string { return data }
