#include "relais_pieces.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <zlib.h>

#include "fast_inflate.hpp"
#include "guarded.hpp"
#include "queues.hpp"

#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/timestamp.hpp>
#include <osmium/osm/way.hpp>
#include <osmium/thread/pool.hpp>
#include <protozero/pbf_writer.hpp>

#include "xml_edits.hpp"

namespace {

using Units = std::vector<uint32_t>;

// Objects of a block, as PBF files have them by custom.
constexpr size_t block_objects = 8000;
// Bytes that wait in all pieces together: blocks that are open, and those that are closed and not yet in their files.
constexpr size_t open_limit = size_t{512} << 20;
constexpr size_t closed_limit = size_t{64} << 20;

// Keys asked for.
class Keys {
 public:
  Keys(const char *const *keys, int32_t count) : keys_(keys, keys + count) {}

  bool are_in(const osmium::TagList &tags) const {
    return std::any_of(tags.begin(), tags.end(),
                       [&](const osmium::Tag &tag) { return keys_.count(tag.key()) > 0; });
  }

 private:
  std::unordered_set<std::string> keys_;
};

// Which boxes hold a place: those that touch its cell are looked at.
class BoxIndex {
 public:
  BoxIndex(const relais_osm_piece *pieces, int64_t count) : pieces_(pieces) {
    for (int64_t p = 0; p < count; ++p) {
      const auto &box = pieces[p].box;
      for (auto x = cell(box.min_longitude); x <= cell(box.max_longitude); ++x) {
        for (auto y = cell(box.min_latitude); y <= cell(box.max_latitude); ++y) {
          cells_[key(x, y)].push_back(static_cast<uint32_t>(p));
        }
      }
    }
  }

  // Adds the pieces whose boxes hold a place; one may be added twice by several calls.
  void add(const osmium::Location &place, Units &units) {
    const auto here = key(cell(place.x()), cell(place.y()));
    if (here != last_key_ || !has_last_) {
      const auto found = cells_.find(here);
      last_ = found == cells_.end() ? nullptr : &found->second;
      last_key_ = here;
      has_last_ = true;
    }
    if (last_ == nullptr) return;
    for (const auto p : *last_) {
      const auto &box = pieces_[p].box;
      if (place.x() >= box.min_longitude && place.x() <= box.max_longitude &&
          place.y() >= box.min_latitude && place.y() <= box.max_latitude) {
        units.push_back(p);
      }
    }
  }

 private:
  // A twentieth of a degree: about a commune.
  static constexpr int32_t cell_size = 500000;

  static int64_t cell(int32_t value) {
    return static_cast<int64_t>(std::floor(static_cast<double>(value) / cell_size));
  }
  static int64_t key(int64_t x, int64_t y) { return (x << 32) ^ (y & 0xFFFFFFFF); }

  const relais_osm_piece *pieces_;
  std::unordered_map<int64_t, Units> cells_;
  const Units *last_ = nullptr;
  int64_t last_key_ = 0;
  bool has_last_ = false;
};

void make_unique(Units &units) {
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
}

// The texts of a block, each once; the first is empty by the format's rule.
class Strings {
 public:
  Strings() { clear(); }

  uint32_t number(const char *text) {
    const auto found = numbers_.find(text);
    if (found != numbers_.end()) return found->second;
    const auto next = static_cast<uint32_t>(texts_.size());
    texts_.emplace_back(text);
    numbers_.emplace(texts_.back(), next);
    return next;
  }

  void clear() {
    texts_.assign(1, std::string{});
    numbers_.clear();
  }

  void write(protozero::pbf_writer &block) const {
    protozero::pbf_writer table{block, 1};
    for (const auto &text : texts_) table.add_bytes(1, text);
  }

 private:
  std::vector<std::string> texts_;
  std::unordered_map<std::string, uint32_t> numbers_;
};

// A blob with its head, compressed.
void append_blob(std::string &to, const char *type, const std::string &content) {
  auto size = compressBound(static_cast<uLong>(content.size()));
  std::string packed(size, '\0');
  // Anything but Z_OK is a failure.
  if (compress2(reinterpret_cast<Bytef *>(&packed[0]), &size,
                reinterpret_cast<const Bytef *>(content.data()), static_cast<uLong>(content.size()),
                1) != Z_OK) {
    throw std::runtime_error{"a block could not be compressed"};
  }
  packed.resize(size);
  std::string blob;
  protozero::pbf_writer body{blob};
  body.add_int32(2, static_cast<int32_t>(content.size()));
  body.add_bytes(3, packed);
  std::string head;
  protozero::pbf_writer header{head};
  header.add_string(1, type);
  header.add_int32(3, static_cast<int32_t>(blob.size()));
  const auto length = static_cast<uint32_t>(head.size());
  for (int shift = 24; shift >= 0; shift -= 8) to.push_back(static_cast<char>(length >> shift & 0xFF));
  to += head;
  to += blob;
}

// One extract while it is made.
class Piece {
 public:
  size_t open_bytes() const { return open_bytes_; }
  size_t closed_bytes() const { return closed_.size(); }

  void begin(const std::string &head) { closed_ += head; }

  void add(const osmium::Node &node) {
    begin_kind(Kind::nodes);
    ids_.push_back(node.id());
    const auto place = node.location();
    longitudes_.push_back(place.is_defined() ? place.x() : 0);
    latitudes_.push_back(place.is_defined() ? place.y() : 0);
    for (const auto &tag : node.tags()) {
      node_tags_.push_back(static_cast<int32_t>(strings_.number(tag.key())));
      node_tags_.push_back(static_cast<int32_t>(strings_.number(tag.value())));
      open_bytes_ += 64;
    }
    has_tags_ = has_tags_ || !node.tags().empty();
    node_tags_.push_back(0);
    versions_.push_back(static_cast<int32_t>(node.version()));
    visibles_.push_back(node.visible());
    has_meta_ = has_meta_ || node.version() != 0 || !node.visible();
    open_bytes_ += 32;
    end_object();
  }

  void add(const osmium::Way &way) {
    begin_kind(Kind::ways);
    protozero::pbf_writer group{group_};
    protozero::pbf_writer object{group, 3};
    write_common(object, way);
    {
      protozero::packed_field_sint64 refs{object, 8};
      int64_t last = 0;
      for (const auto &node : way.nodes()) {
        refs.add_element(node.ref() - last);
        last = node.ref();
      }
    }
    const bool has_places =
        std::any_of(way.nodes().begin(), way.nodes().end(),
                    [](const osmium::NodeRef &node) { return node.location().valid(); });
    if (has_places) write_places(object, way);
    open_bytes_ += 32 + 4 * way.nodes().size();
    end_object();
  }

  void add(const osmium::Relation &relation) {
    begin_kind(Kind::relations);
    protozero::pbf_writer group{group_};
    protozero::pbf_writer object{group, 4};
    write_common(object, relation);
    {
      protozero::packed_field_int32 roles{object, 8};
      for (const auto &member : relation.members()) {
        roles.add_element(static_cast<int32_t>(strings_.number(member.role())));
      }
    }
    {
      protozero::packed_field_sint64 ids{object, 9};
      int64_t last = 0;
      for (const auto &member : relation.members()) {
        ids.add_element(member.ref() - last);
        last = member.ref();
      }
    }
    {
      protozero::packed_field_int32 types{object, 10};
      for (const auto &member : relation.members()) {
        types.add_element(member.type() == osmium::item_type::node  ? 0
                          : member.type() == osmium::item_type::way ? 1
                                                                    : 2);
      }
    }
    open_bytes_ += 32 + 16 * relation.members().size();
    end_object();
  }

  // Ends the block in hand.
  void close() {
    if (count_ == 0) return;
    if (kind_ == Kind::nodes) write_nodes();
    std::string block;
    {
      protozero::pbf_writer writer{block};
      strings_.write(writer);
      writer.add_bytes(2, group_);
    }
    append_blob(closed_, "OSMData", block);
    group_.clear();
    strings_.clear();
    ids_.clear();
    longitudes_.clear();
    latitudes_.clear();
    node_tags_.clear();
    versions_.clear();
    visibles_.clear();
    has_tags_ = has_meta_ = false;
    count_ = 0;
    open_bytes_ = 0;
  }

  // Adds what is closed to the file.
  void save(const char *path) {
    if (closed_.empty()) return;
    std::FILE *file = std::fopen(path, "ab");  // NULL on failure
    if (file == nullptr) throw std::system_error{errno, std::generic_category(), path};
    const auto written = std::fwrite(closed_.data(), 1, closed_.size(), file);
    const int code = errno;
    // EOF on failure: the disk may be full only now.
    if (std::fclose(file) != 0) throw std::system_error{errno, std::generic_category(), path};
    if (written != closed_.size()) throw std::system_error{code, std::generic_category(), path};
    closed_.clear();
    closed_.shrink_to_fit();
  }

 private:
  enum class Kind { nodes, ways, relations };

  void begin_kind(Kind kind) {
    if (kind_ != kind) close();
    kind_ = kind;
  }

  void end_object() {
    ++count_;
    if (count_ == block_objects) close();
  }

  void write_common(protozero::pbf_writer &object, const osmium::OSMObject &from) {
    object.add_int64(1, from.id());
    {
      protozero::packed_field_uint32 keys{object, 2};
      for (const auto &tag : from.tags()) keys.add_element(strings_.number(tag.key()));
    }
    {
      protozero::packed_field_uint32 values{object, 3};
      for (const auto &tag : from.tags()) values.add_element(strings_.number(tag.value()));
    }
    for (const auto &tag : from.tags()) {
      open_bytes_ += 16 + std::strlen(tag.key()) + std::strlen(tag.value());
    }
    if (from.version() != 0 || !from.visible()) {
      protozero::pbf_writer info{object, 4};
      info.add_int32(1, static_cast<int32_t>(from.version()));
      if (!from.visible()) info.add_bool(6, false);
    }
  }

  // Places that ways give of their nodes; one without a place gets none that is valid.
  static void write_places(protozero::pbf_writer &object, const osmium::Way &way) {
    const auto write = [&](protozero::pbf_tag_type tag, bool is_latitude) {
      protozero::packed_field_sint64 values{object, tag};
      int64_t last = 0;
      for (const auto &node : way.nodes()) {
        const auto place = node.location();
        const int64_t value = !place.valid()  ? int64_t{2000000000}
                              : is_latitude   ? int64_t{place.y()}
                                              : int64_t{place.x()};
        values.add_element(value - last);
        last = value;
      }
    };
    write(9, true);
    write(10, false);
  }

  void write_nodes() {
    protozero::pbf_writer group{group_};
    protozero::pbf_writer dense{group, 2};
    const auto write = [&](protozero::pbf_tag_type tag, const auto &values) {
      protozero::packed_field_sint64 field{dense, tag};
      int64_t last = 0;
      for (const int64_t value : values) {
        field.add_element(value - last);
        last = value;
      }
    };
    write(1, ids_);
    if (has_meta_) {
      protozero::pbf_writer info{dense, 5};
      info.add_packed_int32(1, versions_.begin(), versions_.end());
      if (std::find(visibles_.begin(), visibles_.end(), false) != visibles_.end()) {
        protozero::packed_field_bool field{info, 6};
        for (const bool is_visible : visibles_) field.add_element(is_visible);
      }
    }
    write(8, latitudes_);
    write(9, longitudes_);
    if (has_tags_) dense.add_packed_int32(10, node_tags_.begin(), node_tags_.end());
  }

  Kind kind_ = Kind::nodes;
  size_t count_ = 0;
  size_t open_bytes_ = 0;
  Strings strings_;
  // Ways or relations as the group has them.
  std::string group_;
  std::vector<int64_t> ids_;
  std::vector<int32_t> longitudes_;
  std::vector<int32_t> latitudes_;
  std::vector<int32_t> node_tags_;
  std::vector<int32_t> versions_;
  std::vector<bool> visibles_;
  bool has_tags_ = false;
  bool has_meta_ = false;
  std::string closed_;
};

// A node of a way that is asked for, and where it is.
struct Place {
  int64_t id;
  osmium::Location location;
};

class Splitter {
 public:
  Splitter(const relais_osm_file &file, const relais_osm_piece *pieces, int64_t count,
           const relais_osm_selection &selection, int64_t *way_counts)
      : file_(file.path, file.format),
        ways_(selection.way_keys, selection.way_key_count),
        points_(selection.point_keys, selection.point_key_count),
        generator_(selection.generator),
        index_(pieces, count),
        pieces_(pieces),
        made_(count),
        way_counts_(way_counts),
        workers_(std::max(1, static_cast<int>(std::thread::hardware_concurrency()))) {}

  int64_t split() {
    find_areas();
    find_nodes();
    // Where the file says that its objects stand in order, one pass gives both.
    const bool is_sorted = is_sorted_;
    take(is_sorted ? osmium::osm_entity_bits::nwr : osmium::osm_entity_bits::node);
    if (!is_sorted) take(osmium::osm_entity_bits::way | osmium::osm_entity_bits::relation);
    for (size_t p = 0; p < made_.size(); ++p) {
      made_[p].close();
      made_[p].save(pieces_[p].path);
    }
    return beyond_;
  }

 private:
  template <typename Use>
  void each(osmium::osm_entity_bits::type types, osmium::io::read_meta meta, const Use &use) {
    osmium::io::Reader reader{file_, types, meta, workers_};
    while (osmium::memory::Buffer buffer = reader.read()) {
      for (const auto &object : buffer.select<osmium::OSMObject>()) use(object);
    }
    reader.close();
  }

  bool is_area(const osmium::Relation &relation) const {
    const char *type = relation.tags()["type"];
    return type != nullptr && std::strcmp(type, "multipolygon") == 0 &&
           ways_.are_in(relation.tags());
  }

  // The ways that multipolygons asked for are made of, and what the file says of itself.
  void find_areas() {
    osmium::io::Reader reader{file_, osmium::osm_entity_bits::relation, osmium::io::read_meta::no,
                              workers_};
    const auto header = reader.header();
    is_sorted_ = header.get("sorting") == "Type_then_ID";
    has_versions_ = header.has_multiple_object_versions() ||
                    (file_.format() == osmium::io::file_format::xml && relais::says_deleted(file_));
    begin(header);
    while (osmium::memory::Buffer buffer = reader.read()) {
      for (const auto &relation : buffer.select<osmium::Relation>()) {
        if (!is_area(relation)) continue;
        for (const auto &member : relation.members()) {
          if (member.type() == osmium::item_type::way) members_.insert(member.ref());
        }
      }
    }
    reader.close();
  }

  // The head of every piece: what it needs of a reader, and the instant the file speaks of.
  void begin(const osmium::io::Header &from) {
    std::string block;
    {
      protozero::pbf_writer header{block};
      header.add_string(4, "OsmSchema-V0.6");
      header.add_string(4, "DenseNodes");
      if (has_versions_) header.add_string(4, "HistoricalInformation");
      if (is_sorted_) header.add_string(5, "Sort.Type_then_ID");
      header.add_string(16, generator_);
      for (const char *name : {"osmosis_replication_timestamp", "timestamp"}) {
        const auto text = from.get(name);
        if (text.empty()) continue;
        try {
          header.add_int64(32, static_cast<int64_t>(
                                   osmium::Timestamp{text.c_str()}.seconds_since_epoch()));
          break;
        } catch (const std::invalid_argument &) {
          // A date nobody can read says nothing.
        }
      }
    }
    std::string head;
    append_blob(head, "OSMHeader", block);
    for (auto &piece : made_) piece.begin(head);
  }

  bool is_wanted(const osmium::Way &way) const {
    return ways_.are_in(way.tags()) || (!members_.empty() && members_.count(way.id()) > 0);
  }

  void find_nodes() {
    each(osmium::osm_entity_bits::way, osmium::io::read_meta::no, [&](const osmium::OSMObject &object) {
      const auto &way = static_cast<const osmium::Way &>(object);
      if (!is_wanted(way)) return;
      for (const auto &node : way.nodes()) node_ids_.push_back(node.ref());
      // Neighbours share nodes: what comes again is thrown away before it fills the memory.
      if (node_ids_.size() >= next_thinning_) thin();
    });
    thin();
    node_ids_.shrink_to_fit();
  }

  void thin() {
    std::sort(node_ids_.begin(), node_ids_.end());
    node_ids_.erase(std::unique(node_ids_.begin(), node_ids_.end()), node_ids_.end());
    next_thinning_ = std::max<size_t>(size_t{1} << 22, node_ids_.size() * 2);
  }

  // Takes objects; all versions of one together, which stand next to each other.
  void take(osmium::osm_entity_bits::type types) {
    osmium::io::Reader reader{file_, types, osmium::io::read_meta::yes, workers_};
    while (osmium::memory::Buffer buffer = reader.read()) {
      for (const auto &object : buffer.select<osmium::OSMObject>()) {
        if (has_versions_) {
          if (held_ && (held_type_ != object.type() || held_id_ != object.id())) flush_held();
          hold(object);
        } else {
          units_.clear();
          if (find(object, units_)) put(object, units_);
        }
      }
    }
    flush_held();
    reader.close();
  }

  void hold(const osmium::OSMObject &object) {
    if (!held_) {
      held_ = osmium::memory::Buffer{1 << 12, osmium::memory::Buffer::auto_grow::yes};
      units_.clear();
      held_wanted_ = false;
    }
    held_type_ = object.type();
    held_id_ = object.id();
    held_wanted_ = find(object, units_) || held_wanted_;
    held_.add_item(object);
    held_.commit();
  }

  void flush_held() {
    if (!held_) return;
    if (held_wanted_) {
      for (const auto &object : held_.select<osmium::OSMObject>()) put(object, units_);
    }
    held_ = osmium::memory::Buffer{};
  }

  // Adds the pieces an object is for; whether any may want it.
  bool find(const osmium::OSMObject &object, Units &units) {
    switch (object.type()) {
      case osmium::item_type::node: return find(static_cast<const osmium::Node &>(object), units);
      case osmium::item_type::way: return find(static_cast<const osmium::Way &>(object), units);
      case osmium::item_type::relation:
        return find(static_cast<const osmium::Relation &>(object), units);
      default: return false;
    }
  }

  bool find(const osmium::Node &node, Units &units) {
    // Ids come in order for the most part: the next one is near.
    while (next_ < node_ids_.size() && node_ids_[next_] < node.id()) ++next_;
    if (next_ >= node_ids_.size() || node_ids_[next_] > node.id()) {
      next_ = static_cast<size_t>(
          std::lower_bound(node_ids_.begin(), node_ids_.end(), node.id()) - node_ids_.begin());
    }
    const bool is_of_way = next_ < node_ids_.size() && node_ids_[next_] == node.id();
    if (!is_of_way && !points_.are_in(node.tags())) return false;
    const auto place = node.location();
    if (!place.valid()) return is_of_way;
    const auto before = units.size();
    index_.add(place, units);
    if (is_of_way && units.size() > before) {
      are_sorted_ = are_sorted_ && (places_.empty() || places_.back().id <= node.id());
      places_.push_back({node.id(), place});
    }
    make_unique(units);
    return true;
  }

  bool find(const osmium::Way &way, Units &units) {
    if (!is_wanted(way)) return false;
    if (!are_sorted_) {
      std::stable_sort(places_.begin(), places_.end(),
                       [](const Place &a, const Place &b) { return a.id < b.id; });
      are_sorted_ = true;
    }
    for (const auto &node : way.nodes()) {
      if (node.location().valid()) index_.add(node.location(), units);
      const auto first =
          std::lower_bound(places_.begin(), places_.end(), node.ref(),
                           [](const Place &place, int64_t id) { return place.id < id; });
      for (auto at = first; at != places_.end() && at->id == node.ref(); ++at) {
        index_.add(at->location, units);
      }
    }
    make_unique(units);
    if (units.empty()) ++beyond_;
    return true;
  }

  bool find(const osmium::Relation &relation, Units &units) {
    if (!is_area(relation)) return false;
    for (const auto &member : relation.members()) {
      if (member.type() != osmium::item_type::way) continue;
      const auto found = member_units_.find(member.ref());
      if (found != member_units_.end()) {
        units.insert(units.end(), found->second.begin(), found->second.end());
      }
    }
    make_unique(units);
    return true;
  }

  void put(const osmium::OSMObject &object, const Units &units) {
    for (const auto p : units) {
      auto &piece = made_[p];
      open_bytes_ -= piece.open_bytes();
      closed_bytes_ -= piece.closed_bytes();
      switch (object.type()) {
        case osmium::item_type::node: piece.add(static_cast<const osmium::Node &>(object)); break;
        case osmium::item_type::way:
          piece.add(static_cast<const osmium::Way &>(object));
          ++way_counts_[p];
          break;
        default: piece.add(static_cast<const osmium::Relation &>(object)); break;
      }
      open_bytes_ += piece.open_bytes();
      closed_bytes_ += piece.closed_bytes();
    }
    if (object.type() == osmium::item_type::way && members_.count(object.id()) > 0) {
      member_units_[object.id()] = units;
    }
    if (open_bytes_ > open_limit) {
      for (auto &piece : made_) {
        closed_bytes_ -= piece.closed_bytes();
        piece.close();
        closed_bytes_ += piece.closed_bytes();
      }
      open_bytes_ = 0;
    }
    if (closed_bytes_ > closed_limit) {
      for (size_t p = 0; p < made_.size(); ++p) made_[p].save(pieces_[p].path);
      closed_bytes_ = 0;
    }
  }

  osmium::io::File file_;
  Keys ways_;
  Keys points_;
  std::string generator_;
  BoxIndex index_;
  const relais_osm_piece *pieces_;
  std::vector<Piece> made_;
  int64_t *way_counts_;
  osmium::thread::Pool workers_;
  bool is_sorted_ = false;
  bool has_versions_ = false;
  int64_t beyond_ = 0;

  std::unordered_set<int64_t> members_;
  std::unordered_map<int64_t, Units> member_units_;
  // Of ways asked for, increasing once they are all there.
  std::vector<int64_t> node_ids_;
  size_t next_thinning_ = size_t{1} << 22;
  size_t next_ = 0;
  std::vector<Place> places_;
  bool are_sorted_ = true;

  size_t open_bytes_ = 0;
  size_t closed_bytes_ = 0;
  Units units_;
  osmium::memory::Buffer held_;
  osmium::item_type held_type_ = osmium::item_type::undefined;
  int64_t held_id_ = 0;
  bool held_wanted_ = false;
};

}  // namespace

extern "C" int32_t relais_osm_split(const relais_osm_file *file, const relais_osm_piece *pieces,
                                    int64_t piece_count, const relais_osm_selection *selection,
                                    int64_t *way_counts, int64_t *beyond, char *message) {
  return relais::guarded(message, int32_t{-1}, [&]() -> int32_t {
    relais::bound_queues();
    std::fill(way_counts, way_counts + piece_count, 0);
    Splitter splitter{*file, pieces, piece_count, *selection, way_counts};
    *beyond = splitter.split();
    return 0;
  });
}
