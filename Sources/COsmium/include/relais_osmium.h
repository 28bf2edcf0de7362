// Ways and node locations of an OpenStreetMap file, read by libosmium, as flat arrays.
//
// Every function that can fail returns NULL or a negative number and writes a message of at most
// RELAIS_OSM_MESSAGE bytes, ended by a zero. No C++ exception crosses this boundary.
#ifndef RELAIS_OSMIUM_H
#define RELAIS_OSMIUM_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { RELAIS_OSM_MESSAGE = 512 };

/// A node location that is absent or not on the earth.
#define RELAIS_OSM_NOWHERE INT32_MAX

typedef struct relais_osm relais_osm;

/// Ways a question asks for, in file order. Arrays live as long as the handle.
typedef struct {
  int64_t way_count;
  /// One per way.
  const int64_t *way_ids;
  /// way_count + 1 positions in `node_ids`.
  const uint64_t *first_node;
  const int64_t *node_ids;
  /// key_count per way: a number of `relais_osm_text`, 0 where the way lacks the key or its value is blank.
  const uint32_t *tags;
  uint32_t text_count;
  /// One per file: ways asked for that have no node inside the box; 0 without one.
  const int64_t *beyond_counts;
  /// One per way: the number of its file. NULL where there is one file.
  const int32_t *files;
} relais_osm_ways;

/// Why a copy of an object is not the one that counts.
enum {
  RELAIS_OSM_COUNTS = 0,
  /// It stands in the same file again, in the same version or without any.
  RELAIS_OSM_TWICE = 1,
  /// The same file has a later version.
  RELAIS_OSM_FORMER_VERSION = 2,
  /// Another file has it too.
  RELAIS_OSM_IN_OTHER_FILE = 3,
  /// The object is no more.
  RELAIS_OSM_DELETED = 4
};

/// A copy of a way or node asked for that does not count.
typedef struct {
  int64_t id;
  int32_t file;
  uint8_t reason;
  uint8_t is_way;
} relais_osm_copy;

/// File after file, in the order of each: nodes and ways as they stand. Lives as long as the handle.
typedef struct {
  int64_t count;
  const relais_osm_copy *copies;
} relais_osm_copies;

/// What is asked of a file.
typedef struct {
  /// Those whose values are wanted.
  const char *const *keys;
  int32_t key_count;
  /// Ways are read that carry any of so many first keys.
  int32_t way_keys;
  /// One per such key: the one value that counts; NULL for any. NULL where any value of every key does.
  const char *const *way_values;
  /// Likewise nodes; 0 for none.
  int32_t point_keys;
  /// Whether multipolygon relations are read that ask as ways do.
  int32_t reads_areas;
  /// Whether shapes that cross the sides of a box are read whole: `relais_osm_locate` looks for their nodes beyond it too, and
  /// of relations those are left out of which no node lies inside.
  int32_t keeps_whole;
} relais_osm_question;

/// A box on the earth, sides included, in 1e-7 degrees.
typedef struct {
  int32_t min_longitude;
  int32_t min_latitude;
  int32_t max_longitude;
  int32_t max_latitude;
} relais_osm_box;

/// A file, and libosmium's name of its format: pbf, osm, osm.gz, osm.bz2.
typedef struct {
  const char *path;
  const char *format;
} relais_osm_file;

/// Reads files for several questions; each gets the handle of its answer, to be freed by itself.
///
/// One file whose objects stand in the order of their ids is read once. Others, and several together,
/// are read for their present state: of an object known several times only the newest version counts,
/// and none of an object that is no more. Versions are compared where both copies give one; else the
/// file that speaks of the later instant is newer where all files give theirs, else the one named last.
///
/// With a `box`, nodes outside it are as if the file lacked them, and ways without a node inside are
/// left out: an answer is then that of an extract cut at the box, however large the file. A file whose
/// ways stand before their nodes is then read again. NULL for everything.
///
/// Node locations met on the way are kept for all handles while there are at most `kept_nodes` of them;
/// beyond, `relais_osm_locate` reads again. Returns 0, or -1 on failure, with the number of the file in `failed`.
int32_t relais_osm_read(const relais_osm_file *files, int32_t file_count,
                        const relais_osm_question *questions, int32_t question_count,
                        int64_t kept_nodes, const relais_osm_box *box, relais_osm **handles,
                        int32_t *failed, char *message);

relais_osm_ways relais_osm_ways_of(const relais_osm *osm);

relais_osm_copies relais_osm_copies_of(const relais_osm *osm);

/// What the server said of a file, where it failed half-way; empty where it said nothing. Lives as
/// long as the handle.
const char *relais_osm_remark(const relais_osm *osm, int32_t file);

/// One of the values, UTF-8 as the file has it; `length` gets its bytes. Number 0 is empty.
const char *relais_osm_text(const relais_osm *osm, uint32_t number, uint32_t *length);

/// Looks up node locations in 1e-7 degrees. `ids` must increase strictly.
///
/// A node the file lacks lies where its ways say, if they do: extracts may have places on ways alone.
/// Returns how many were found, or -1. Missing ones get RELAIS_OSM_NOWHERE in both outputs.
int64_t relais_osm_locate(relais_osm *osm, const int64_t *ids, int64_t count, int32_t *longitudes,
                          int32_t *latitudes, char *message);

/// Nodes a question asks for, in file order. Arrays live as long as the handle.
typedef struct {
  int64_t count;
  const int64_t *ids;
  /// 1e-7 degrees; RELAIS_OSM_NOWHERE in both where the node has no place.
  const int32_t *longitudes;
  const int32_t *latitudes;
  /// key_count per node: a number of `relais_osm_text`, 0 where the node lacks the key.
  const uint32_t *tags;
  /// The number of its file. NULL where there is one file.
  const int32_t *files;
} relais_osm_points;

relais_osm_points relais_osm_points_of(const relais_osm *osm);

enum { RELAIS_OSM_OUTER = 0, RELAIS_OSM_INNER = 1 };

/// Multipolygon relations, in file order, and the ways they are made of. Arrays live as long as the
/// handle.
typedef struct {
  int64_t count;
  const int64_t *ids;
  /// key_count per relation: a number of `relais_osm_text`, 0 where the relation lacks the key.
  const uint32_t *tags;
  /// The number of its file. NULL where there is one file.
  const int32_t *files;
  /// count + 1 positions in `roles` and `first_node`.
  const uint64_t *first_member;
  /// RELAIS_OSM_OUTER or RELAIS_OSM_INNER, one per member.
  const uint8_t *roles;
  /// The way of each member; 0 for a member relation.
  const int64_t *ways;
  /// member count + 1 positions in `node_ids`; a member the file lacks has none.
  const uint64_t *first_node;
  const int64_t *node_ids;
} relais_osm_areas;

/// Reads all relations of type=multipolygon that carry keys[0], with their values for every key, and
/// the nodes of their member ways, in passes of their own.
///
/// Member nodes are left out; member relations are members without nodes.
/// Returns 0, or -1 on failure.
int32_t relais_osm_read_areas(relais_osm *osm, const char *const *keys, int32_t key_count,
                              char *message);

/// Those of a question that reads areas, or of `relais_osm_read_areas`.
relais_osm_areas relais_osm_areas_of(const relais_osm *osm);

/// An area of rings. Arrays live as long as the handle.
typedef struct {
  int64_t ring_count;
  /// One per ring: 0 for an outer one, else it is a hole of the last outer one before it.
  const uint8_t *inner;
  /// ring_count + 1 positions in `node_ids`; a ring ends with its first node again.
  const uint64_t *first_node;
  const int64_t *node_ids;
} relais_osm_rings;

typedef struct relais_osm_area relais_osm_area;

/// Puts the area together that ways make, whatever their order and direction: closed ways, or members of a multipolygon.
///
/// `first_node` has way_count + 1 positions in `node_ids`, which have places in 1e-7 degrees. Without a valid area there is no
/// ring. Returns NULL on failure; else to be freed by `relais_osm_area_free`.
relais_osm_area *relais_osm_assemble(const uint64_t *first_node, int64_t way_count,
                                     const int64_t *node_ids, const int32_t *longitudes,
                                     const int32_t *latitudes, char *message);

relais_osm_rings relais_osm_rings_of(const relais_osm_area *area);

void relais_osm_area_free(relais_osm_area *area);

void relais_osm_free(relais_osm *osm);

/// The version of libosmium this was built with; never NULL.
const char *relais_osm_version(void);

#ifdef __cplusplus
}
#endif

#endif
