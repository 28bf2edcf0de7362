// Areas of closed ways and multipolygons, put together by libosmium.
#ifndef RELAIS_AREA_ASSEMBLY_H
#define RELAIS_AREA_ASSEMBLY_H

#include <cstdint>
#include <vector>

#include <osmium/area/assembler.hpp>
#include <osmium/builder/osm_object_builder.hpp>
#include <osmium/memory/buffer.hpp>
#include <osmium/osm/area.hpp>

struct relais_osm_area {
  std::vector<uint8_t> inner;
  std::vector<uint64_t> first_node{0};
  std::vector<int64_t> node_ids;

  void add(const osmium::NodeRefList &ring, bool is_inner) {
    inner.push_back(is_inner ? 1 : 0);
    for (const auto &node : ring) node_ids.push_back(node.ref());
    first_node.push_back(node_ids.size());
  }
};

namespace relais {

// Each outer ring with the inner ones in it; no ring where the ways make no valid area.
inline void assemble(const uint64_t *first_node, int64_t way_count, const int64_t *node_ids,
                     const int32_t *longitudes, const int32_t *latitudes, relais_osm_area &area) {
  using osmium::memory::Buffer;
  Buffer objects{1u << 16, Buffer::auto_grow::yes};
  std::vector<size_t> offsets;
  for (int64_t w = 0; w < way_count; ++w) {
    {
      osmium::builder::WayBuilder way{objects};
      way.set_id(w + 1).set_visible(true).set_version(1);
      way.set_user("");
      osmium::builder::WayNodeListBuilder nodes{way};
      for (auto n = first_node[w]; n < first_node[w + 1]; ++n) {
        nodes.add_node_ref(osmium::NodeRef{node_ids[n], {longitudes[n], latitudes[n]}});
      }
    }
    offsets.push_back(objects.commit());
  }
  {
    osmium::builder::RelationBuilder relation{objects};
    relation.set_id(1).set_visible(true).set_version(1);
    relation.set_user("");
    osmium::builder::RelationMemberListBuilder members{relation};
    for (int64_t w = 0; w < way_count; ++w) {
      members.add_member(osmium::item_type::way, w + 1, "");
    }
  }
  const auto last = objects.commit();
  std::vector<const osmium::Way *> ways;
  for (const auto offset : offsets) ways.push_back(&objects.get<osmium::Way>(offset));
  osmium::area::AssemblerConfig config;
  config.create_empty_areas = false;
  osmium::area::Assembler assembler{config};
  Buffer out{1u << 16, Buffer::auto_grow::yes};
  if (!assembler(objects.get<osmium::Relation>(last), ways, out)) return;
  for (const auto &found : out.select<osmium::Area>()) {
    for (const auto &outer : found.outer_rings()) {
      area.add(outer, false);
      for (const auto &inner : found.inner_rings(outer)) area.add(inner, true);
    }
  }
}

}  // namespace relais

#endif
