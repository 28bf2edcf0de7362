// Places of nodes that stand in ways: Overpass writes them so (`out geom`), and PBF files whose nodes
// were left out (LocationsOnWays).
#ifndef RELAIS_WAY_PLACES_H
#define RELAIS_WAY_PLACES_H

#include <algorithm>
#include <cstdint>
#include <vector>

#include <osmium/osm/way.hpp>

namespace relais {

class WayPlaces {
 public:
  struct Place {
    int64_t id;
    int32_t longitude;
    int32_t latitude;
  };

  // Costs a comparison a node where ways give no places.
  void add(const osmium::Way &way) {
    for (const auto &node : way.nodes()) {
      const auto place = node.location();
      if (!place.valid()) continue;
      places_.push_back({node.ref(), place.x(), place.y()});
      is_sorted_ = false;
    }
  }

  bool is_empty() const { return places_.empty(); }

  // The place the first way that has one gives; NULL for none.
  const Place *find(int64_t id) {
    if (!is_sorted_) {
      std::stable_sort(places_.begin(), places_.end(),
                       [](const Place &a, const Place &b) { return a.id < b.id; });
      is_sorted_ = true;
    }
    const auto found =
        std::lower_bound(places_.begin(), places_.end(), id,
                         [](const Place &place, int64_t wanted) { return place.id < wanted; });
    return found == places_.end() || found->id != id ? nullptr : &*found;
  }

 private:
  std::vector<Place> places_;
  bool is_sorted_ = true;
};

}  // namespace relais

#endif
