// The present state of objects that several files know, or one file several times.
#ifndef RELAIS_PRESENT_STATE_H
#define RELAIS_PRESENT_STATE_H

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <osmium/io/file.hpp>
#include <osmium/io/header.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/osm/object.hpp>

#include "relais_osmium.h"
#include "xml_edits.hpp"

namespace relais {

// One copy of an object: the how manieth of its kind, in a file.
struct Copy {
  uint32_t version;
  uint32_t file;
  uint32_t order;
  bool exists;

  bool is(const Copy &other) const { return file == other.file && order == other.order; }
};

// Which copy of each object counts: the newest version; where versions are equal or not given, that
// of the file read last, and in a file the last one.
class PresentState {
 public:
  struct Node {
    int64_t id;
    int32_t longitude;
    int32_t latitude;
    Copy copy;
  };

  // `wanted` says of a node's place whether it matters; a node that is no more has none.
  // `in_hand` is the file being read, for who catches what is thrown.
  template <typename Wanted>
  PresentState(const std::vector<osmium::io::File> &files, osmium::thread::Pool &workers,
               int32_t &in_hand, Wanted &&wanted) {
    for (const auto &file : files) {
      in_hand = static_cast<int32_t>(edits_.size());
      edits_.push_back(file.format() == osmium::io::file_format::xml ? XMLEdits{file}
                                                                    : XMLEdits{});
    }
    for (const auto f : oldest_first(files, in_hand)) {
      in_hand = static_cast<int32_t>(f);
      Counter counter{*this, f};
      osmium::io::Reader reader{files[f], osmium::osm_entity_bits::nwr,
                                osmium::io::read_meta::yes, workers};
      while (osmium::memory::Buffer buffer = reader.read()) {
        for (const auto &object : buffer.select<osmium::OSMObject>()) {
          const auto copy = counter.next(object);
          if (object.type() == osmium::item_type::node) {
            const auto place = static_cast<const osmium::Node &>(object).location();
            const bool is_somewhere = copy.exists && place.valid();
            const Node node{object.id(), is_somewhere ? place.x() : RELAIS_OSM_NOWHERE,
                            is_somewhere ? place.y() : RELAIS_OSM_NOWHERE, copy};
            if (!copy.exists || wanted(node.longitude, node.latitude)) nodes_.push_back(node);
          } else {
            auto &known = object.type() == osmium::item_type::way ? ways_ : relations_;
            const auto found = known.emplace(object.id(), copy);
            if (!found.second) found.first->second = newer(found.first->second, copy);
          }
        }
      }
      reader.close();
    }
    settle_nodes();
  }

  // Numbers the objects of a file in its order.
  class Counter {
   public:
    Counter(const PresentState &state, uint32_t file) : state_(state), file_(file) {}

    Copy next(const osmium::OSMObject &object) {
      const auto &edits = state_.edits_[file_];
      const bool is_gone = edits.deleted(object.type(), object.id());
      const bool is_changed = is_gone || edits.changed(object.type(), object.id());
      // What an editor changed is the version that follows.
      return {object.version() + (is_changed ? 1 : 0), file_,
              order_[static_cast<size_t>(object.type()) & 3]++, object.visible() && !is_gone};
    }

   private:
    const PresentState &state_;
    uint32_t file_;
    uint32_t order_[4] = {0, 0, 0, 0};
  };

  // By id, each once; those that are no more lie nowhere.
  const std::vector<Node> &nodes() const { return nodes_; }

  // The copy that counts; NULL for what is not known.
  const Copy *node(int64_t id) const {
    const auto found =
        std::lower_bound(nodes_.begin(), nodes_.end(), id,
                         [](const Node &node, int64_t wanted) { return node.id < wanted; });
    return found == nodes_.end() || found->id != id ? nullptr : &found->copy;
  }
  const Copy *way(int64_t id) const { return copy(ways_, id); }
  const Copy *relation(int64_t id) const { return copy(relations_, id); }

  // Why a copy does not count; RELAIS_OSM_COUNTS where it does.
  static uint8_t reason(const Copy &copy, const Copy &current) {
    if (!current.exists) return RELAIS_OSM_DELETED;
    if (copy.is(current)) return RELAIS_OSM_COUNTS;
    if (copy.file != current.file) return RELAIS_OSM_IN_OTHER_FILE;
    return copy.version == current.version ? RELAIS_OSM_TWICE : RELAIS_OSM_FORMER_VERSION;
  }

 private:
  using Copies = std::unordered_map<int64_t, Copy>;

  static const Copy *copy(const Copies &copies, int64_t id) {
    const auto found = copies.find(id);
    return found == copies.end() ? nullptr : &found->second;
  }

  static const Copy &newer(const Copy &known, const Copy &next) {
    const bool is_older = known.version > 0 && next.version > 0 && next.version < known.version;
    return is_older ? known : next;
  }

  // By the instant the files speak of where all give one, else as they are named.
  std::vector<uint32_t> oldest_first(const std::vector<osmium::io::File> &files,
                                     int32_t &in_hand) const {
    std::vector<std::string> instants;
    for (size_t f = 0; f < files.size(); ++f) {
      in_hand = static_cast<int32_t>(f);
      auto instant = edits_[f].instant();
      if (instant.empty() && files.size() > 1) {
        osmium::io::Reader reader{files[f], osmium::osm_entity_bits::nothing};
        instant = reader.header().get("timestamp");
        reader.close();
      }
      instants.push_back(instant);
    }
    std::vector<uint32_t> order(files.size());
    std::iota(order.begin(), order.end(), 0);
    const bool are_known = std::none_of(instants.begin(), instants.end(),
                                        [](const std::string &text) { return text.empty(); });
    if (are_known) {
      std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
        return instants[a] < instants[b];
      });
    }
    return order;
  }

  void settle_nodes() {
    std::stable_sort(nodes_.begin(), nodes_.end(),
                     [](const Node &a, const Node &b) { return a.id < b.id; });
    size_t kept = 0;
    for (const auto &node : nodes_) {
      if (kept == 0 || nodes_[kept - 1].id != node.id) {
        nodes_[kept++] = node;
      } else if (newer(nodes_[kept - 1].copy, node.copy).is(node.copy)) {
        nodes_[kept - 1] = node;
      }
    }
    nodes_.resize(kept);
    nodes_.shrink_to_fit();
  }

  std::vector<XMLEdits> edits_;
  std::vector<Node> nodes_;
  Copies ways_;
  Copies relations_;
};

}  // namespace relais

#endif
