#include "relais_osmium.h"

#include <algorithm>
#include <cstring>
#include <deque>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/way.hpp>

namespace {

struct NodeLocation {
  int64_t id;
  int32_t longitude;
  int32_t latitude;
};

// Chunks of a fixed size: growing one vector would hold the nodes twice while it moves.
constexpr size_t chunk_size = 1u << 18;

void say(char *message, const char *text) {
  std::strncpy(message, text, RELAIS_OSM_MESSAGE - 1);
  message[RELAIS_OSM_MESSAGE - 1] = '\0';
}

bool carries_any(const osmium::TagList &tags, const std::vector<std::string> &keys,
                 int32_t count) {
  return std::any_of(keys.begin(), keys.begin() + count,
                     [&](const std::string &key) { return tags.has_key(key.c_str()); });
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

}  // namespace

struct relais_osm {
  osmium::io::File file;
  std::vector<int64_t> way_ids;
  std::vector<uint64_t> first_node{0};
  std::vector<int64_t> node_ids;
  std::vector<uint32_t> tags;
  TextTable texts;

  std::vector<int64_t> point_ids;
  std::vector<int32_t> point_longitudes;
  std::vector<int32_t> point_latitudes;
  std::vector<uint32_t> point_tags;

  std::vector<std::vector<NodeLocation>> kept;
  int64_t kept_count = 0;
  bool keeps_nodes = true;

  explicit relais_osm(osmium::io::File source) : file(std::move(source)) {}

  void add_way(const osmium::Way &way, const std::vector<std::string> &keys,
               std::vector<uint32_t> &values) {
    read_tags(way.tags(), keys, values);
    way_ids.push_back(way.id());
    for (const auto &node : way.nodes()) node_ids.push_back(node.ref());
    first_node.push_back(node_ids.size());
    tags.insert(tags.end(), values.begin(), values.end());
  }

  void read_tags(const osmium::TagList &from, const std::vector<std::string> &keys,
                 std::vector<uint32_t> &values) {
    std::fill(values.begin(), values.end(), 0);
    for (const auto &tag : from) {
      for (size_t k = 0; k < keys.size(); ++k) {
        if (keys[k] == tag.key()) {
          values[k] = texts.number(tag.value());
          break;
        }
      }
    }
  }

  void add_point(const osmium::Node &node, const std::vector<std::string> &keys,
                 std::vector<uint32_t> &values) {
    read_tags(node.tags(), keys, values);
    const auto place = located(node);
    point_ids.push_back(place.id);
    point_longitudes.push_back(place.longitude);
    point_latitudes.push_back(place.latitude);
    point_tags.insert(point_tags.end(), values.begin(), values.end());
  }

  void keep_node(const osmium::Node &node, int64_t limit) {
    if (!keeps_nodes) return;
    if (kept_count >= limit) {
      keeps_nodes = false;
      kept.clear();
      kept.shrink_to_fit();
      return;
    }
    if (kept.empty() || kept.back().size() == chunk_size) {
      kept.emplace_back();
      kept.back().reserve(chunk_size);
    }
    kept.back().push_back(located(node));
    ++kept_count;
  }

  static NodeLocation located(const osmium::Node &node) {
    const auto place = node.location();
    if (!place.valid()) return {node.id(), RELAIS_OSM_NOWHERE, RELAIS_OSM_NOWHERE};
    return {node.id(), place.x(), place.y()};
  }
};

extern "C" relais_osm *relais_osm_read(const char *path, const char *format,
                                       const char *const *keys, int32_t key_count,
                                       int32_t any_count, int64_t kept_nodes, char *message) {
  try {
    auto osm = std::make_unique<relais_osm>(osmium::io::File{path, format});
    const std::vector<std::string> wanted(keys, keys + key_count);
    std::vector<uint32_t> values(wanted.size());
    osmium::io::Reader reader{osm->file,
                              osmium::osm_entity_bits::node | osmium::osm_entity_bits::way,
                              osmium::io::read_meta::no};
    while (osmium::memory::Buffer buffer = reader.read()) {
      for (const auto &item : buffer) {
        if (item.type() == osmium::item_type::node) {
          osm->keep_node(static_cast<const osmium::Node &>(item), kept_nodes);
        } else if (item.type() == osmium::item_type::way) {
          const auto &way = static_cast<const osmium::Way &>(item);
          if (carries_any(way.tags(), wanted, any_count)) osm->add_way(way, wanted, values);
        }
      }
    }
    reader.close();
    return osm.release();
  } catch (const std::exception &error) {
    say(message, error.what());
  } catch (...) {
    say(message, "unknown error");
  }
  return nullptr;
}

extern "C" relais_osm_ways relais_osm_ways_of(const relais_osm *osm) {
  relais_osm_ways ways;
  ways.way_count = static_cast<int64_t>(osm->way_ids.size());
  ways.way_ids = osm->way_ids.data();
  ways.first_node = osm->first_node.data();
  ways.node_ids = osm->node_ids.data();
  ways.tags = osm->tags.data();
  ways.text_count = osm->texts.count();
  return ways;
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

}  // namespace

extern "C" int64_t relais_osm_locate(relais_osm *osm, const int64_t *ids, int64_t count,
                                     int32_t *longitudes, int32_t *latitudes, char *message) {
  try {
    Locator locator{ids, count, longitudes, latitudes};
    if (osm->keeps_nodes) {
      for (const auto &chunk : osm->kept) {
        for (const auto &node : chunk) locator.take(node);
      }
      return locator.found();
    }
    osmium::io::Reader reader{osm->file, osmium::osm_entity_bits::node,
                              osmium::io::read_meta::no};
    while (osmium::memory::Buffer buffer = reader.read()) {
      for (const auto &node : buffer.select<osmium::Node>()) {
        locator.take(relais_osm::located(node));
      }
    }
    reader.close();
    return locator.found();
  } catch (const std::exception &error) {
    say(message, error.what());
  } catch (...) {
    say(message, "unknown error");
  }
  return -1;
}

extern "C" int32_t relais_osm_read_points(relais_osm *osm, const char *const *keys,
                                          int32_t key_count, int32_t any_count, char *message) {
  try {
    const std::vector<std::string> wanted(keys, keys + key_count);
    std::vector<uint32_t> values(wanted.size());
    osmium::io::Reader reader{osm->file, osmium::osm_entity_bits::node,
                              osmium::io::read_meta::no};
    while (osmium::memory::Buffer buffer = reader.read()) {
      for (const auto &node : buffer.select<osmium::Node>()) {
        if (node.tags().empty()) continue;
        if (carries_any(node.tags(), wanted, any_count)) osm->add_point(node, wanted, values);
      }
    }
    reader.close();
    return 0;
  } catch (const std::exception &error) {
    say(message, error.what());
  } catch (...) {
    say(message, "unknown error");
  }
  return -1;
}

extern "C" relais_osm_points relais_osm_points_of(const relais_osm *osm) {
  relais_osm_points points;
  points.count = static_cast<int64_t>(osm->point_ids.size());
  points.ids = osm->point_ids.data();
  points.longitudes = osm->point_longitudes.data();
  points.latitudes = osm->point_latitudes.data();
  points.tags = osm->point_tags.data();
  return points;
}

extern "C" void relais_osm_free(relais_osm *osm) { delete osm; }
