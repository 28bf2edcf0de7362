// Pieces of one OpenStreetMap file, each an extract of its own.
#ifndef RELAIS_PIECES_H
#define RELAIS_PIECES_H

#include "relais_osmium.h"

#ifdef __cplusplus
extern "C" {
#endif

/// An extract to be made: its file (PBF, which must not be there yet) and its box.
typedef struct {
  const char *path;
  relais_osm_box box;
} relais_osm_piece;

/// Which objects pieces keep: ways and multipolygons that carry any of the first keys, nodes that carry any of the second.
typedef struct {
  const char *const *way_keys;
  int32_t way_key_count;
  const char *const *point_keys;
  int32_t point_key_count;
  /// The program that pieces name as their maker.
  const char *generator;
} relais_osm_selection;

/// Cuts one file into pieces that may lie over each other.
///
/// A piece holds, in the order of the file and with all their tags: the nodes inside its box that are asked for or that a
/// way kept goes through; ways asked for, and those a multipolygon asked for is made of, with a node inside; these
/// multipolygons, where a way of theirs is kept. A question asked of a piece, read to its box, has the answer that the file
/// read to the box gives. All versions of an object are kept where one is.
///
/// Memory grows with the nodes of ways asked for (24 bytes each), not with the file, and stays below a bound for what
/// waits to be written. `way_counts` gets the ways of each piece, `beyond` those asked for that lie in none; -1 on failure, with `message`.
int32_t relais_osm_split(const relais_osm_file *file, const relais_osm_piece *pieces,
                         int64_t piece_count, const relais_osm_selection *selection,
                         int64_t *way_counts, int64_t *beyond, char *message);

#ifdef __cplusplus
}
#endif
#endif
