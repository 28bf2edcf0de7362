#include "relais_osmium.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

#include "fast_inflate.hpp"

#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/osm/changeset.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>
#include <osmium/thread/pool.hpp>
#include <osmium/version.hpp>

#include "area_assembly.hpp"
#include "bzip2_streams.hpp"
#include "guarded.hpp"
#include "present_state.hpp"
#include "queues.hpp"
#include "way_places.hpp"
#include "xml_objects.hpp"

namespace {

const bool reads_xml = relais::register_xml_objects();
const bool reads_bzip2 = relais::register_bzip2_streams();

struct NodeLocation {
  int64_t id;
  int32_t longitude;
  int32_t latitude;
};

// Chunks of a fixed size: growing one vector would hold the nodes twice while it moves.
constexpr size_t chunk_size = 1u << 18;

// The keys asked for, distinguished by their first letter: most tags of a file have other keys.
class KeyTable {
 public:
  KeyTable(const char *const *keys, int32_t count) : keys_(keys, keys + count) {
    for (int32_t k = 0; k < count; ++k) starting(keys_[k].c_str()).push_back(k);
  }

  int32_t count() const { return static_cast<int32_t>(keys_.size()); }

  // The first such key's number, or -1.
  int32_t number(const char *key) const {
    for (const auto k : by_first_[static_cast<unsigned char>(*key)]) {
      if (std::strcmp(keys_[k].c_str(), key) == 0) return k;
    }
    return -1;
  }

  bool has_any(const osmium::TagList &tags, int32_t limit) const {
    return std::any_of(tags.begin(), tags.end(), [&](const osmium::Tag &tag) {
      const auto k = number(tag.key());
      return k >= 0 && k < limit;
    });
  }

 private:
  std::vector<int32_t> &starting(const char *key) {
    return by_first_[static_cast<unsigned char>(*key)];
  }

  std::vector<std::string> keys_;
  std::array<std::vector<int32_t>, 256> by_first_;
};

// Spaces alone, no-break ones too, which editors leave behind: the tag says nothing.
bool is_blank(const char *value) {
  while (true) {
    switch (static_cast<unsigned char>(*value)) {
      case ' ':
      case '\t':
      case '\n':
      case '\r':
        ++value;
        break;
      case 0xC2:
        if (static_cast<unsigned char>(value[1]) != 0xA0) return false;
        value += 2;
        break;
      case 0xE2:
        // U+2000 to U+200B, and U+202F.
        if (static_cast<unsigned char>(value[1]) != 0x80) return false;
        if (static_cast<unsigned char>(value[2]) > 0x8B &&
            static_cast<unsigned char>(value[2]) != 0xAF) {
          return false;
        }
        value += 3;
        break;
      default:
        return *value == '\0';
    }
  }
}

// Values repeat ("residential", a street's name): each is kept once.
class TextTable {
 public:
  TextTable() { texts_.emplace_back(); }

  uint32_t number(const char *value) {
    const auto found = numbers_.find(std::string_view{value});
    if (found != numbers_.end()) return found->second;
    const auto next = static_cast<uint32_t>(texts_.size());
    texts_.emplace_back(value);
    // A deque never moves its elements, so the view stays valid.
    numbers_.emplace(std::string_view{texts_.back()}, next);
    return next;
  }

  const std::string &at(uint32_t number) const { return texts_[number]; }
  uint32_t count() const { return static_cast<uint32_t>(texts_.size()); }

 private:
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, uint32_t> numbers_;
};

NodeLocation located(const osmium::Node &node) {
  const auto place = node.location();
  if (!place.valid()) return {node.id(), RELAIS_OSM_NOWHERE, RELAIS_OSM_NOWHERE};
  return {node.id(), place.x(), place.y()};
}

// The nodes inside a box, by id.
class InsideNodes {
 public:
  explicit InsideNodes(const relais_osm_box &box) : box_(box), marks_(mark_count / 64) {}

  bool holds(const NodeLocation &node) const {
    return node.longitude != RELAIS_OSM_NOWHERE && node.longitude >= box_.min_longitude &&
           node.longitude <= box_.max_longitude && node.latitude >= box_.min_latitude &&
           node.latitude <= box_.max_latitude;
  }

  void add(int64_t id) {
    is_sorted_ = is_sorted_ && (ids_.empty() || ids_.back() <= id);
    ids_.push_back(id);
    const auto mark = mark_of(id);
    marks_[mark / 64] |= uint64_t{1} << (mark % 64);
  }

  bool has_any(const osmium::WayNodeList &nodes) {
    return std::any_of(nodes.begin(), nodes.end(),
                       [&](const osmium::NodeRef &node) { return has(node.ref()); });
  }

  bool has(int64_t id) {
    if (!is_sorted_) {
      std::sort(ids_.begin(), ids_.end());
      is_sorted_ = true;
    }
    return is_marked(id) && std::binary_search(ids_.begin(), ids_.end(), id);
  }

 private:
  // Two megabytes that stay in the cache: most nodes of a large file are told apart there.
  static constexpr uint32_t mark_bits = 24;
  static constexpr uint64_t mark_count = uint64_t{1} << mark_bits;

  static uint64_t mark_of(int64_t id) {
    return (static_cast<uint64_t>(id) * 0x9E3779B97F4A7C15u) >> (64 - mark_bits);
  }

  bool is_marked(int64_t id) const {
    const auto mark = mark_of(id);
    return (marks_[mark / 64] >> (mark % 64)) & 1;
  }

  relais_osm_box box_;
  std::vector<uint64_t> marks_;
  std::vector<int64_t> ids_;
  bool is_sorted_ = true;
};

// Locations of all nodes, up to a limit beyond which none is kept.
class KeptNodes {
 public:
  KeptNodes(int64_t limit, const relais_osm_box *box) : limit_(limit) {
    if (box != nullptr) inside_.emplace(*box);
  }

  // Places that ways give of their nodes.
  relais::WayPlaces &way_places() { return way_places_; }

  // What the server said of its answer, by file.
  void note_remark(size_t file, const char *text) {
    if (text == nullptr) return;
    if (remarks_.size() <= file) remarks_.resize(file + 1);
    remarks_[file] = text;
  }
  const std::string &remark(size_t file) const {
    return file < remarks_.size() ? remarks_[file] : no_remark_;
  }

  // Whether a way gives a place inside the box itself.
  bool is_wanted(const osmium::Way &way) const {
    return std::any_of(way.nodes().begin(), way.nodes().end(), [&](const osmium::NodeRef &node) {
      const auto place = node.location();
      return place.valid() && is_wanted(NodeLocation{node.ref(), place.x(), place.y()});
    });
  }

  // Those of the box; nothing where everything is read.
  std::optional<InsideNodes> &inside() { return inside_; }

  bool is_wanted(const NodeLocation &node) const { return !inside_ || inside_->holds(node); }

  bool has_all() const { return has_all_; }
  const std::vector<std::vector<NodeLocation>> &chunks() const { return chunks_; }

  // Files are read again where the limit is passed; not so for what was gathered from several.
  void keep_any_number() { limit_ = INT64_MAX; }

  void keep(const NodeLocation &node) {
    if (!has_all_) return;
    if (count_ >= limit_) {
      has_all_ = false;
      chunks_.clear();
      chunks_.shrink_to_fit();
      return;
    }
    if (chunks_.empty() || chunks_.back().size() == chunk_size) {
      chunks_.emplace_back();
      chunks_.back().reserve(chunk_size);
    }
    chunks_.back().push_back(node);
    ++count_;
  }

 private:
  int64_t limit_;
  int64_t count_ = 0;
  bool has_all_ = true;
  std::vector<std::vector<NodeLocation>> chunks_;
  std::optional<InsideNodes> inside_;
  relais::WayPlaces way_places_;
  std::vector<std::string> remarks_;
  std::string no_remark_;
};

}  // namespace

namespace {

// The nodes of ways nobody asked for, in some three bytes each: a relation that follows may need them.
class SpareWays {
 public:
  void keep(const osmium::Way &way) {
    starts_.emplace_back(way.id(), bytes_.size());
    put(way.nodes().size());
    int64_t last = 0;
    for (const auto &node : way.nodes()) {
      const auto step = node.ref() - last;
      put((static_cast<uint64_t>(step) << 1) ^ static_cast<uint64_t>(step >> 63));
      last = node.ref();
    }
  }

  // Appends the nodes of a way; nothing for one that was not kept.
  void find(int64_t id, std::vector<int64_t> &nodes) {
    if (!is_sorted_) std::stable_sort(starts_.begin(), starts_.end());
    is_sorted_ = true;
    const auto found = std::lower_bound(starts_.begin(), starts_.end(), std::pair{id, size_t{0}});
    if (found == starts_.end() || found->first != id) return;
    auto place = found->second;
    const auto count = get(place);
    int64_t last = 0;
    for (uint64_t n = 0; n < count; ++n) {
      const auto folded = get(place);
      last += static_cast<int64_t>(folded >> 1) ^ -static_cast<int64_t>(folded & 1);
      nodes.push_back(last);
    }
  }

 private:
  void put(uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_.push_back(static_cast<uint8_t>(value | 0x80));
    bytes_.push_back(static_cast<uint8_t>(value));
  }

  uint64_t get(size_t &place) const {
    uint64_t value = 0;
    for (int shift = 0;; shift += 7) {
      const auto byte = bytes_[place++];
      value |= static_cast<uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
  }

  std::vector<std::pair<int64_t, size_t>> starts_;
  std::vector<uint8_t> bytes_;
  bool is_sorted_ = false;
};

}  // namespace

struct relais_osm {
  std::vector<osmium::io::File> files;
  // NULL where every object of the one file stands there once.
  std::shared_ptr<const relais::PresentState> state;
  KeyTable keys;
  int32_t way_keys;
  // By such key: the value that counts; empty for any.
  std::vector<std::string> way_values;
  int32_t point_keys;
  bool reads_areas;
  bool keeps_whole;
  SpareWays spare_ways;
  std::shared_ptr<KeptNodes> nodes;
  // Of the element in hand, by key.
  std::vector<uint32_t> values;

  std::vector<int64_t> way_ids;
  std::vector<uint64_t> first_node{0};
  std::vector<int64_t> node_ids;
  std::vector<uint32_t> tags;
  std::vector<int32_t> way_files;
  std::vector<int64_t> beyond_counts;
  std::vector<relais_osm_copy> copies;
  TextTable texts;

  std::vector<int64_t> point_ids;
  std::vector<int32_t> point_longitudes;
  std::vector<int32_t> point_latitudes;
  std::vector<uint32_t> point_tags;
  std::vector<int32_t> point_files;

  std::vector<int64_t> area_ids;
  std::vector<uint32_t> area_tags;
  std::vector<int32_t> area_files;
  std::vector<uint64_t> area_first_member{0};
  // The way of each member; 0 for a member relation.
  std::vector<int64_t> area_members;
  std::vector<uint8_t> area_roles;
  std::vector<uint64_t> area_first_node{0};
  std::vector<int64_t> area_nodes;

  relais_osm(std::vector<osmium::io::File> sources, const relais_osm_question &question,
             std::shared_ptr<KeptNodes> kept)
      : files(std::move(sources)),
        keys(question.keys, question.key_count),
        way_keys(question.way_keys),
        way_values(question.way_keys),
        point_keys(question.point_keys),
        reads_areas(question.reads_areas != 0),
        keeps_whole(question.keeps_whole != 0),
        nodes(std::move(kept)),
        values(question.key_count),
        beyond_counts(files.size()) {
    for (int32_t k = 0; question.way_values != nullptr && k < way_keys; ++k) {
      if (question.way_values[k] != nullptr) way_values[k] = question.way_values[k];
    }
  }

  bool asks_for(const osmium::OSMObject &object) const {
    return std::any_of(object.tags().begin(), object.tags().end(), [&](const osmium::Tag &tag) {
      const auto k = keys.number(tag.key());
      return k >= 0 && k < way_keys && (way_values[k].empty() || way_values[k] == tag.value());
    });
  }

  // `reason` is why this copy does not count, if so.
  void add_way(const osmium::Way &way, int32_t file = 0, uint8_t reason = RELAIS_OSM_COUNTS) {
    if (way_keys == 0) return;
    if (!asks_for(way)) {
      if (reads_areas && reason == RELAIS_OSM_COUNTS) spare_ways.keep(way);
      return;
    }
    if (nodes->inside() && !nodes->inside()->has_any(way.nodes()) && !nodes->is_wanted(way)) {
      ++beyond_counts[file];
      if (reads_areas && keeps_whole && reason == RELAIS_OSM_COUNTS) spare_ways.keep(way);
      return;
    }
    if (reason != RELAIS_OSM_COUNTS) {
      copies.push_back({way.id(), file, reason, 1});
      return;
    }
    if (files.size() > 1) way_files.push_back(file);
    nodes->way_places().add(way);
    read_tags(way.tags(), keys, values);
    way_ids.push_back(way.id());
    for (const auto &node : way.nodes()) node_ids.push_back(node.ref());
    first_node.push_back(node_ids.size());
    tags.insert(tags.end(), values.begin(), values.end());
  }

  void add_point(const osmium::Node &node, const NodeLocation &place, int32_t file = 0,
                 uint8_t reason = RELAIS_OSM_COUNTS) {
    if (!keys.has_any(node.tags(), point_keys)) return;
    if (reason != RELAIS_OSM_COUNTS) {
      copies.push_back({node.id(), file, reason, 0});
      return;
    }
    if (files.size() > 1) point_files.push_back(file);
    read_tags(node.tags(), keys, values);
    point_ids.push_back(place.id);
    point_longitudes.push_back(place.longitude);
    point_latitudes.push_back(place.latitude);
    point_tags.insert(point_tags.end(), values.begin(), values.end());
  }

  // A relation that may be an area.
  void add_relation(const osmium::Relation &relation, int32_t file = 0) {
    if (!reads_areas) return;
    const char *type = relation.tags()["type"];
    if (type == nullptr || std::strcmp(type, "multipolygon") != 0 || !asks_for(relation)) return;
    add_area(relation, keys, values, file);
  }

  // Looks up what members of areas are made of, once all ways are known.
  void find_members() {
    if (area_members.empty()) return;
    std::unordered_map<int64_t, size_t> own;
    for (const auto id : area_members) own.emplace(id, SIZE_MAX);
    for (size_t w = 0; w < way_ids.size(); ++w) {
      const auto found = own.find(way_ids[w]);
      if (found != own.end()) found->second = w;
    }
    for (const auto id : area_members) {
      const auto w = own[id];
      if (id != 0 && w != SIZE_MAX) {
        area_nodes.insert(area_nodes.end(), node_ids.begin() + first_node[w],
                          node_ids.begin() + first_node[w + 1]);
      } else if (id != 0) {
        spare_ways.find(id, area_nodes);
      }
      area_first_node.push_back(area_nodes.size());
    }
    spare_ways = {};
    if (keeps_whole && nodes->inside()) drop_areas_beyond(*nodes->inside());
  }

  // Leaves out the areas of which no node lies inside.
  void drop_areas_beyond(InsideNodes &inside) {
    std::vector<int64_t> ids, members, own_nodes;
    std::vector<uint32_t> own_tags;
    std::vector<int32_t> own_files;
    std::vector<uint64_t> first_member{0}, first_node{0};
    std::vector<uint8_t> roles;
    for (size_t a = 0; a < area_ids.size(); ++a) {
      const auto first = area_first_member[a], last = area_first_member[a + 1];
      const auto begin = area_nodes.begin() + area_first_node[first];
      const auto end = area_nodes.begin() + area_first_node[last];
      if (!std::any_of(begin, end, [&](int64_t id) { return inside.has(id); })) continue;
      ids.push_back(area_ids[a]);
      if (!area_files.empty()) own_files.push_back(area_files[a]);
      const auto tag = area_tags.begin() + a * keys.count();
      own_tags.insert(own_tags.end(), tag, tag + keys.count());
      for (auto m = first; m < last; ++m) {
        members.push_back(area_members[m]);
        roles.push_back(area_roles[m]);
        own_nodes.insert(own_nodes.end(), area_nodes.begin() + area_first_node[m],
                         area_nodes.begin() + area_first_node[m + 1]);
        first_node.push_back(own_nodes.size());
      }
      first_member.push_back(members.size());
    }
    area_ids = std::move(ids);
    area_tags = std::move(own_tags);
    area_files = std::move(own_files);
    area_first_member = std::move(first_member);
    area_members = std::move(members);
    area_roles = std::move(roles);
    area_first_node = std::move(first_node);
    area_nodes = std::move(own_nodes);
  }

  void read_tags(const osmium::TagList &from, const KeyTable &wanted,
                 std::vector<uint32_t> &into) {
    std::fill(into.begin(), into.end(), 0);
    for (const auto &tag : from) {
      const auto k = wanted.number(tag.key());
      if (k >= 0 && !is_blank(tag.value())) into[k] = texts.number(tag.value());
    }
  }

  void add_area(const osmium::Relation &relation, const KeyTable &wanted,
                std::vector<uint32_t> &own, int32_t file) {
    if (files.size() > 1) area_files.push_back(file);
    read_tags(relation.tags(), wanted, own);
    area_ids.push_back(relation.id());
    area_tags.insert(area_tags.end(), own.begin(), own.end());
    for (const auto &member : relation.members()) {
      if (member.type() == osmium::item_type::node) continue;
      area_members.push_back(member.type() == osmium::item_type::way ? member.ref() : 0);
      area_roles.push_back(std::strcmp(member.role(), "inner") == 0 ? RELAIS_OSM_INNER
                                                                    : RELAIS_OSM_OUTER);
    }
    area_first_member.push_back(area_members.size());
  }
};

namespace {

using Answers = std::vector<std::unique_ptr<relais_osm>>;

Answers empty_answers(const std::vector<osmium::io::File> &files,
                      const relais_osm_question *questions, int32_t question_count,
                      int64_t kept_nodes, const relais_osm_box *box) {
  const auto nodes = std::make_shared<KeptNodes>(kept_nodes, box);
  Answers answers;
  for (int32_t q = 0; q < question_count; ++q) {
    answers.push_back(std::make_unique<relais_osm>(files, questions[q], nodes));
  }
  return answers;
}

// A worker for each core; libosmium leaves two of them idle, and hands the blocks on in order.
int worker_count() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); }

// How a file turned out that was read as if each object stood in it once.
enum class Taken {
  whole,
  // The answers are void: a node inside the box stands after a way that was judged without it.
  nodes_after_ways,
  // The answers are void: objects may stand in it several times, or be no more.
  needs_state
};

// Ids that only increase: each stands once.
class Increasing {
 public:
  bool takes(int64_t id) {
    const bool is_next = id > last_;
    last_ = id;
    return is_next;
  }

 private:
  int64_t last_ = INT64_MIN;
};

// Takes the elements of some types.
Taken take(const osmium::io::File &file, osmium::osm_entity_bits::type types, KeptNodes &nodes,
           Answers &answers) {
  osmium::thread::Pool workers{worker_count()};
  osmium::io::Reader reader{file, types, osmium::io::read_meta::no, workers};
  if (reader.header().has_multiple_object_versions()) return Taken::needs_state;
  Increasing node_ids;
  Increasing way_ids;
  bool has_judged = false;
  while (osmium::memory::Buffer buffer = reader.read()) {
    for (const auto &item : buffer) {
      if (item.type() == osmium::item_type::node) {
        const auto &node = static_cast<const osmium::Node &>(item);
        if (!node_ids.takes(node.id()) || node.deleted()) return Taken::needs_state;
        const auto place = located(node);
        if (!nodes.is_wanted(place)) continue;
        if (has_judged) return Taken::nodes_after_ways;
        if (nodes.inside()) nodes.inside()->add(place.id);
        nodes.keep(place);
        if (node.tags().empty()) continue;
        for (const auto &answer : answers) {
          if (answer->point_keys > 0) answer->add_point(node, place);
        }
      } else if (item.type() == osmium::item_type::way) {
        const auto &way = static_cast<const osmium::Way &>(item);
        if (!way_ids.takes(way.id()) || way.deleted()) return Taken::needs_state;
        has_judged = nodes.inside().has_value();
        for (const auto &answer : answers) answer->add_way(way);
      } else if (item.type() == osmium::item_type::relation) {
        const auto &relation = static_cast<const osmium::Relation &>(item);
        for (const auto &answer : answers) answer->add_relation(relation);
      } else if (item.type() == osmium::item_type::changeset) {
        nodes.note_remark(0, static_cast<const osmium::Changeset &>(item).tags()[relais::remark_key]);
      }
    }
  }
  reader.close();
  return Taken::whole;
}

// Takes the present state of all files, in two passes more. `in_hand` is the file being read.
void take_state(const std::vector<osmium::io::File> &files, KeptNodes &nodes, Answers &answers,
                int32_t &in_hand) {
  namespace bits = osmium::osm_entity_bits;
  osmium::thread::Pool workers{worker_count()};
  const auto is_wanted = [&](int32_t longitude, int32_t latitude) {
    return nodes.is_wanted({0, longitude, latitude});
  };
  const auto state = std::make_shared<const relais::PresentState>(files, workers, in_hand, is_wanted);
  nodes.keep_any_number();
  for (const auto &node : state->nodes()) {
    if (!node.copy.exists) continue;
    if (nodes.inside()) nodes.inside()->add(node.id);
    nodes.keep({node.id, node.longitude, node.latitude});
  }
  for (const auto &answer : answers) answer->state = state;
  for (size_t f = 0; f < files.size(); ++f) {
    const auto file = in_hand = static_cast<int32_t>(f);
    relais::PresentState::Counter counter{*state, static_cast<uint32_t>(f)};
    osmium::io::Reader reader{files[f], bits::nwr, osmium::io::read_meta::yes, workers};
    while (osmium::memory::Buffer buffer = reader.read()) {
      for (const auto &changeset : buffer.select<osmium::Changeset>()) {
        nodes.note_remark(f, changeset.tags()[relais::remark_key]);
      }
      for (const auto &object : buffer.select<osmium::OSMObject>()) {
        const auto copy = counter.next(object);
        if (object.type() == osmium::item_type::node) {
          if (object.tags().empty()) continue;
          const auto &node = static_cast<const osmium::Node &>(object);
          const auto place = located(node);
          const auto current = state->node(node.id());
          if (current == nullptr || !nodes.is_wanted(place)) continue;
          const auto reason = relais::PresentState::reason(copy, *current);
          for (const auto &answer : answers) {
            if (answer->point_keys > 0) answer->add_point(node, place, file, reason);
          }
        } else if (object.type() == osmium::item_type::relation) {
          const auto current = state->relation(object.id());
          if (current == nullptr ||
              relais::PresentState::reason(copy, *current) != RELAIS_OSM_COUNTS) {
            continue;
          }
          for (const auto &answer : answers) {
            answer->add_relation(static_cast<const osmium::Relation &>(object), file);
          }
        } else if (const auto current = state->way(object.id())) {
          const auto reason = relais::PresentState::reason(copy, *current);
          for (const auto &answer : answers) {
            answer->add_way(static_cast<const osmium::Way &>(object), file, reason);
          }
        }
      }
    }
    reader.close();
  }
}

}  // namespace

extern "C" int32_t relais_osm_read(const relais_osm_file *files, int32_t file_count,
                                   const relais_osm_question *questions, int32_t question_count,
                                   int64_t kept_nodes, const relais_osm_box *box,
                                   relais_osm **handles, int32_t *failed, char *message) {
  return relais::guarded(message, int32_t{-1}, [&]() -> int32_t {
    namespace bits = osmium::osm_entity_bits;
    relais::bound_queues();
    *failed = 0;
    std::vector<osmium::io::File> sources;
    for (int32_t f = 0; f < file_count; ++f) sources.emplace_back(files[f].path, files[f].format);
    const auto start = [&] {
      return empty_answers(sources, questions, question_count, kept_nodes, box);
    };
    auto answers = start();
    if (answers.empty()) return 0;
    const bool reads_areas = std::any_of(answers.begin(), answers.end(),
                                         [](const auto &answer) { return answer->reads_areas; });
    const auto ways = reads_areas ? bits::way | bits::relation : bits::way;
    bool needs_state =
        sources.size() != 1 || (sources[0].format() == osmium::io::file_format::xml &&
                                relais::says_deleted(sources[0]));
    if (!needs_state) {
      const auto &file = sources[0];
      auto taken = take(file, bits::node | ways, *answers[0]->nodes, answers);
      if (taken == Taken::nodes_after_ways) {
        answers = start();
        taken = take(file, bits::node, *answers[0]->nodes, answers);
        if (taken == Taken::whole) taken = take(file, ways, *answers[0]->nodes, answers);
      }
      needs_state = taken == Taken::needs_state;
    }
    if (needs_state) {
      answers = start();
      take_state(sources, *answers[0]->nodes, answers, *failed);
    }
    for (const auto &answer : answers) answer->find_members();
    for (int32_t q = 0; q < question_count; ++q) handles[q] = answers[q].release();
    return 0;
  });
}

extern "C" relais_osm_ways relais_osm_ways_of(const relais_osm *osm) {
  relais_osm_ways ways;
  ways.way_count = static_cast<int64_t>(osm->way_ids.size());
  ways.way_ids = osm->way_ids.data();
  ways.first_node = osm->first_node.data();
  ways.node_ids = osm->node_ids.data();
  ways.tags = osm->tags.data();
  ways.text_count = osm->texts.count();
  ways.beyond_counts = osm->beyond_counts.data();
  ways.files = osm->files.size() > 1 ? osm->way_files.data() : nullptr;
  return ways;
}

extern "C" relais_osm_copies relais_osm_copies_of(const relais_osm *osm) {
  return {static_cast<int64_t>(osm->copies.size()), osm->copies.data()};
}

extern "C" const char *relais_osm_remark(const relais_osm *osm, int32_t file) {
  return osm->nodes->remark(file).c_str();
}

extern "C" const char *relais_osm_text(const relais_osm *osm, uint32_t number, uint32_t *length) {
  const auto &text = osm->texts.at(number);
  *length = static_cast<uint32_t>(text.size());
  return text.data();
}

namespace {

// Walks two increasing lists at once while the file is in order, and searches where it is not.
class Locator {
 public:
  Locator(const int64_t *ids, int64_t count, int32_t *longitudes, int32_t *latitudes)
      : ids_(ids), count_(count), longitudes_(longitudes), latitudes_(latitudes) {
    std::fill(longitudes, longitudes + count, RELAIS_OSM_NOWHERE);
    std::fill(latitudes, latitudes + count, RELAIS_OSM_NOWHERE);
  }

  void take(const NodeLocation &node) {
    if (node.id < last_) next_ = std::lower_bound(ids_, ids_ + count_, node.id) - ids_;
    last_ = node.id;
    while (next_ < count_ && ids_[next_] < node.id) ++next_;
    if (next_ >= count_ || ids_[next_] != node.id) return;
    if (node.longitude == RELAIS_OSM_NOWHERE) return;
    if (longitudes_[next_] == RELAIS_OSM_NOWHERE) ++found_;
    longitudes_[next_] = node.longitude;
    latitudes_[next_] = node.latitude;
  }

  int64_t found() const { return found_; }

 private:
  const int64_t *ids_;
  int64_t count_;
  int32_t *longitudes_;
  int32_t *latitudes_;
  int64_t next_ = 0;
  int64_t last_ = INT64_MIN;
  int64_t found_ = 0;
};

// Nodes the file lacks lie where its ways say; returns how many were found so.
int64_t fill_from_ways(relais_osm &osm, const int64_t *ids, int64_t count, int32_t *longitudes,
                       int32_t *latitudes) {
  auto &places = osm.nodes->way_places();
  if (places.is_empty()) return 0;
  int64_t found = 0;
  for (int64_t n = 0; n < count; ++n) {
    if (longitudes[n] != RELAIS_OSM_NOWHERE) continue;
    const auto *place = places.find(ids[n]);
    if (place == nullptr) continue;
    const NodeLocation node{ids[n], place->longitude, place->latitude};
    if (!osm.keeps_whole && !osm.nodes->is_wanted(node)) continue;
    longitudes[n] = node.longitude;
    latitudes[n] = node.latitude;
    ++found;
  }
  return found;
}

}  // namespace

extern "C" int64_t relais_osm_locate(relais_osm *osm, const int64_t *ids, int64_t count,
                                     int32_t *longitudes, int32_t *latitudes, char *message) {
  return relais::guarded(message, int64_t{-1}, [&]() -> int64_t {
    Locator locator{ids, count, longitudes, latitudes};
    if (osm->nodes->has_all()) {
      for (const auto &chunk : osm->nodes->chunks()) {
        for (const auto &node : chunk) locator.take(node);
      }
      const bool looks_beyond = osm->keeps_whole && osm->nodes->inside();
      if (!looks_beyond || locator.found() == count) {
        return locator.found() + fill_from_ways(*osm, ids, count, longitudes, latitudes);
      }
    }
    // Of one file only: the nodes of several are kept, however many; but for those beyond a box.
    const size_t file_count = osm->keeps_whole ? osm->files.size() : 1;
    for (size_t f = 0; f < file_count; ++f) {
      osmium::io::Reader reader{osm->files[f], osmium::osm_entity_bits::node,
                                osmium::io::read_meta::no};
      while (osmium::memory::Buffer buffer = reader.read()) {
        for (const auto &node : buffer.select<osmium::Node>()) {
          const auto place = located(node);
          const bool is_inside = osm->nodes->is_wanted(place);
          // Those inside are known where they are kept.
          if (is_inside ? !osm->nodes->has_all() : osm->keeps_whole && !node.deleted()) {
            locator.take(place);
          }
        }
      }
      reader.close();
    }
    return locator.found() + fill_from_ways(*osm, ids, count, longitudes, latitudes);
  });
}

extern "C" relais_osm_points relais_osm_points_of(const relais_osm *osm) {
  relais_osm_points points;
  points.count = static_cast<int64_t>(osm->point_ids.size());
  points.ids = osm->point_ids.data();
  points.longitudes = osm->point_longitudes.data();
  points.latitudes = osm->point_latitudes.data();
  points.tags = osm->point_tags.data();
  points.files = osm->files.size() > 1 ? osm->point_files.data() : nullptr;
  return points;
}

extern "C" int32_t relais_osm_read_areas(relais_osm *osm, const char *const *keys,
                                         int32_t key_count, char *message) {
  return relais::guarded(message, int32_t{-1}, [&]() -> int32_t {
    const KeyTable wanted{keys, key_count};
    std::vector<uint32_t> values(wanted.count());
    const auto *state = osm->state.get();
    const auto meta = state == nullptr ? osmium::io::read_meta::no : osmium::io::read_meta::yes;
    // Hands on those objects of a type that count, with their file.
    const auto each = [&](osmium::osm_entity_bits::type type, const auto &use) {
      for (size_t f = 0; f < osm->files.size(); ++f) {
        std::optional<relais::PresentState::Counter> counter;
        if (state != nullptr) counter.emplace(*state, static_cast<uint32_t>(f));
        osmium::io::Reader reader{osm->files[f], type, meta};
        while (osmium::memory::Buffer buffer = reader.read()) {
          for (const auto &object : buffer.select<osmium::OSMObject>()) {
            if (counter) {
              const auto copy = counter->next(object);
              const auto *current = object.type() == osmium::item_type::way
                                        ? state->way(object.id())
                                        : state->relation(object.id());
              if (current == nullptr ||
                  relais::PresentState::reason(copy, *current) != RELAIS_OSM_COUNTS) {
                continue;
              }
            }
            use(object, static_cast<int32_t>(f));
          }
        }
        reader.close();
      }
    };
    each(osmium::osm_entity_bits::relation, [&](const osmium::OSMObject &object, int32_t file) {
      const auto &relation = static_cast<const osmium::Relation &>(object);
      const char *type = relation.tags()["type"];
      if (type == nullptr || std::strcmp(type, "multipolygon") != 0) return;
      if (wanted.has_any(relation.tags(), 1)) osm->add_area(relation, wanted, values, file);
    });

    std::unordered_map<int64_t, std::vector<int64_t>> nodes;
    for (const auto way : osm->area_members) {
      if (way != 0) nodes[way];
    }
    if (!nodes.empty()) {
      each(osmium::osm_entity_bits::way, [&](const osmium::OSMObject &object, int32_t) {
        const auto found = nodes.find(object.id());
        if (found == nodes.end()) return;
        found->second.clear();
        const auto &way = static_cast<const osmium::Way &>(object);
        for (const auto &node : way.nodes()) {
          found->second.push_back(node.ref());
        }
        osm->nodes->way_places().add(way);
      });
    }
    for (const auto way : osm->area_members) {
      if (way != 0) {
        const auto &own = nodes[way];
        osm->area_nodes.insert(osm->area_nodes.end(), own.begin(), own.end());
      }
      osm->area_first_node.push_back(osm->area_nodes.size());
    }
    return 0;
  });
}

extern "C" relais_osm_areas relais_osm_areas_of(const relais_osm *osm) {
  relais_osm_areas areas;
  areas.count = static_cast<int64_t>(osm->area_ids.size());
  areas.ids = osm->area_ids.data();
  areas.tags = osm->area_tags.data();
  areas.files = osm->files.size() > 1 ? osm->area_files.data() : nullptr;
  areas.first_member = osm->area_first_member.data();
  areas.roles = osm->area_roles.data();
  areas.ways = osm->area_members.data();
  areas.first_node = osm->area_first_node.data();
  areas.node_ids = osm->area_nodes.data();
  return areas;
}

extern "C" relais_osm_area *relais_osm_assemble(const uint64_t *first_node, int64_t way_count,
                                                const int64_t *node_ids,
                                                const int32_t *longitudes,
                                                const int32_t *latitudes, char *message) {
  relais_osm_area *const none = nullptr;
  return relais::guarded(message, none, [&] {
    auto area = std::make_unique<relais_osm_area>();
    relais::assemble(first_node, way_count, node_ids, longitudes, latitudes, *area);
    return area.release();
  });
}

extern "C" relais_osm_rings relais_osm_rings_of(const relais_osm_area *area) {
  return {static_cast<int64_t>(area->inner.size()), area->inner.data(), area->first_node.data(),
          area->node_ids.data()};
}

extern "C" void relais_osm_area_free(relais_osm_area *area) { delete area; }

extern "C" void relais_osm_free(relais_osm *osm) { delete osm; }

extern "C" const char *relais_osm_version(void) { return LIBOSMIUM_VERSION_STRING; }
