// OpenStreetMap XML as servers and editors write it, for libosmium's readers.
//
// libosmium's own parser stops at any element the base format does not have: Overpass writes <center>,
// <bounds> and places of nodes into ways, editors add theirs. This one takes what the model knows and
// skips whatever else stands between, so that an addition of one program never makes a file unreadable.
#ifndef RELAIS_XML_OBJECTS_H
#define RELAIS_XML_OBJECTS_H

#include <cstring>
#include <exception>
#include <memory>
#include <optional>
#include <string>

#include <expat.h>

#include <osmium/builder/osm_object_builder.hpp>
#include <osmium/io/detail/input_format.hpp>
#include <osmium/io/error.hpp>
#include <osmium/io/file_format.hpp>
#include <osmium/io/header.hpp>
#include <osmium/osm/changeset.hpp>
#include <osmium/osm/entity_bits.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/types_from_string.hpp>
#include <osmium/osm/way.hpp>
#include <osmium/thread/util.hpp>

namespace relais {

// The key under which a server's remark is handed on, as the tag of a changeset: nothing else of
// libosmium's model can stand after the objects.
constexpr const char *remark_key = "remark";

class XMLObjects final : public osmium::io::detail::ParserWithBuffer {
 public:
  explicit XMLObjects(osmium::io::detail::parser_arguments &arguments)
      : ParserWithBuffer(arguments) {}

  void run() override {
    osmium::thread::set_thread_name("_osmium_xml_in");
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser{
        XML_ParserCreate(nullptr), XML_ParserFree};
    if (!parser) throw osmium::io_error{"no memory"};
    parser_ = parser.get();
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(parser_, on_start, on_end);
    XML_SetEntityDeclHandler(parser_, on_entity);
    while (!input_done()) {
      const std::string data{get_input()};
      if (XML_Parse(parser_, data.data(), static_cast<int>(data.size()), input_done()) ==
          XML_STATUS_ERROR) {
        if (failure_) std::rethrow_exception(failure_);
        throw osmium::io_error{"XML, line " + std::to_string(XML_GetCurrentLineNumber(parser_)) +
                               ": " + XML_ErrorString(XML_GetErrorCode(parser_))};
      }
      if (read_types() == osmium::osm_entity_bits::nothing && header_is_done()) break;
    }
    set_header_value(header_);
    flush_final_buffer();
  }

 private:
  // No C frame of expat may be crossed by an exception.
  template <typename Work>
  void guarded(Work &&work) noexcept {
    if (failure_) return;
    try {
      work();
    } catch (...) {
      failure_ = std::current_exception();
      XML_StopParser(parser_, XML_FALSE);
    }
  }

  static void on_start(void *self, const XML_Char *name, const XML_Char **attributes) noexcept {
    auto &parser = *static_cast<XMLObjects *>(self);
    parser.guarded([&] { parser.start(name, attributes); });
  }

  static void on_end(void *self, const XML_Char *) noexcept {
    auto &parser = *static_cast<XMLObjects *>(self);
    parser.guarded([&] { parser.end(); });
  }

  static void on_text(void *self, const XML_Char *text, int length) noexcept {
    auto &parser = *static_cast<XMLObjects *>(self);
    parser.guarded([&] {
      // What a server says is short; the rest of a long one says nothing more.
      if (parser.remark_.size() < 1000) parser.remark_.append(text, length);
    });
  }

  // Entities may name one another until a few bytes are gigabytes; OpenStreetMap has none.
  static void on_entity(void *self, const XML_Char *, int, const XML_Char *, int, const XML_Char *,
                        const XML_Char *, const XML_Char *, const XML_Char *) noexcept {
    auto &parser = *static_cast<XMLObjects *>(self);
    parser.guarded([] { throw osmium::io_error{"XML entities are not supported"}; });
  }

  static bool is(const XML_Char *name, const char *other) { return std::strcmp(name, other) == 0; }

  void start(const XML_Char *name, const XML_Char **attributes) {
    ++depth_;
    if (depth_ == 1) return start_file(name, attributes);
    // Inside what is skipped, or inside a tag: nothing counts there.
    if (skipped_ > 0) return;
    if (depth_ == 2) return start_object(name, attributes);
    // A member's geometry, and the like.
    if (depth_ > 3) return;
    if (is(name, "tag")) {
      add_tag(attributes);
    } else if (way_ && is(name, "nd")) {
      add_node(attributes);
    } else if (relation_ && is(name, "member")) {
      add_member(attributes);
    }
  }

  void start_file(const XML_Char *name, const XML_Char **attributes) {
    if (!is(name, "osm")) {
      throw osmium::io_error{std::string{"Unknown top-level element: "} + name};
    }
    for (; *attributes != nullptr; attributes += 2) {
      if (is(attributes[0], "version")) {
        header_.set("version", attributes[1]);
        if (!is(attributes[1], "0.6")) {
          throw osmium::io_error{std::string{"Can not read file with version "} + attributes[1]};
        }
      } else if (is(attributes[0], "generator")) {
        header_.set("generator", attributes[1]);
      }
    }
  }

  void start_object(const XML_Char *name, const XML_Char **attributes) {
    namespace bits = osmium::osm_entity_bits;
    using osmium::item_type;
    if (is(name, "node")) {
      begin(node_, bits::node, item_type::node, attributes);
    } else if (is(name, "way")) {
      begin(way_, bits::way, item_type::way, attributes);
    } else if (is(name, "relation")) {
      begin(relation_, bits::relation, item_type::relation, attributes);
    } else if (is(name, "remark")) {
      is_remark_ = true;
      XML_SetCharacterDataHandler(parser_, on_text);
    } else {
      skipped_ = depth_;
    }
  }

  template <typename Builder>
  void begin(std::optional<Builder> &builder, osmium::osm_entity_bits::type bit,
             osmium::item_type type, const XML_Char **attributes) {
    set_header_value(header_);
    if ((read_types() & bit) == 0) {
      skipped_ = depth_;
      return;
    }
    maybe_new_buffer(type);
    builder.emplace(buffer());
    builder_ = &*builder;
    auto &object = builder->object();
    osmium::Location place;
    const char *user = "";
    for (; *attributes != nullptr; attributes += 2) {
      if (is(attributes[0], "lon")) {
        place.set_lon(attributes[1]);
      } else if (is(attributes[0], "lat")) {
        place.set_lat(attributes[1]);
      } else if (is(attributes[0], "user")) {
        user = attributes[1];
      } else {
        object.set_attribute(attributes[0], attributes[1]);
      }
    }
    if (type == osmium::item_type::node && place) {
      reinterpret_cast<osmium::Node &>(object).set_location(place);
    }
    builder->set_user(user);
  }

  void add_tag(const XML_Char **attributes) {
    if (builder_ == nullptr) return;
    const char *key = "";
    const char *value = "";
    for (; *attributes != nullptr; attributes += 2) {
      if (is(attributes[0], "k")) key = attributes[1];
      if (is(attributes[0], "v")) value = attributes[1];
    }
    // A builder has one list in hand at a time.
    way_nodes_.reset();
    members_.reset();
    if (!tags_) tags_.emplace(*builder_);
    tags_->add_tag(key, value);
  }

  void add_node(const XML_Char **attributes) {
    osmium::NodeRef node;
    for (; *attributes != nullptr; attributes += 2) {
      if (is(attributes[0], "ref")) {
        node.set_ref(osmium::string_to_object_id(attributes[1]));
      } else if (is(attributes[0], "lon")) {
        node.location().set_lon(attributes[1]);
      } else if (is(attributes[0], "lat")) {
        node.location().set_lat(attributes[1]);
      }
    }
    tags_.reset();
    if (!way_nodes_) way_nodes_.emplace(*way_);
    way_nodes_->add_node_ref(node);
  }

  void add_member(const XML_Char **attributes) {
    auto type = osmium::item_type::undefined;
    std::optional<osmium::object_id_type> id;
    const char *role = "";
    for (; *attributes != nullptr; attributes += 2) {
      if (is(attributes[0], "type")) {
        type = osmium::char_to_item_type(attributes[1][0]);
      } else if (is(attributes[0], "ref")) {
        id = osmium::string_to_object_id(attributes[1]);
      } else if (is(attributes[0], "role")) {
        role = attributes[1];
      }
    }
    if (type != osmium::item_type::node && type != osmium::item_type::way &&
        type != osmium::item_type::relation) {
      throw osmium::io_error{"Unknown type on relation <member>"};
    }
    if (!id) throw osmium::io_error{"Missing ref on relation <member>"};
    tags_.reset();
    if (!members_) members_.emplace(*relation_);
    members_->add_member(type, *id, role);
  }

  void end() {
    const auto ended = depth_--;
    if (skipped_ > 0) {
      if (skipped_ == ended) skipped_ = 0;
      return;
    }
    if (ended != 2) return;
    if (is_remark_) {
      hand_on_remark();
      return;
    }
    tags_.reset();
    way_nodes_.reset();
    members_.reset();
    node_.reset();
    way_.reset();
    relation_.reset();
    builder_ = nullptr;
    buffer().commit();
    flush_nested_buffer();
  }

  void hand_on_remark() {
    is_remark_ = false;
    XML_SetCharacterDataHandler(parser_, nullptr);
    set_header_value(header_);
    maybe_new_buffer(osmium::item_type::changeset);
    {
      osmium::builder::ChangesetBuilder changeset{buffer()};
      changeset.set_user("");
      osmium::builder::TagListBuilder tags{changeset};
      tags.add_tag(remark_key, remark_);
    }
    buffer().commit();
    flush_nested_buffer();
    remark_.clear();
  }

  XML_Parser parser_ = nullptr;
  std::exception_ptr failure_;
  osmium::io::Header header_;
  // Elements open; the file's own is at 1.
  int depth_ = 0;
  // The depth of the element whose content is skipped; 0 for none.
  int skipped_ = 0;
  bool is_remark_ = false;
  std::string remark_;
  // The object in hand; its lists are ended before itself.
  std::optional<osmium::builder::NodeBuilder> node_;
  std::optional<osmium::builder::WayBuilder> way_;
  std::optional<osmium::builder::RelationBuilder> relation_;
  osmium::builder::Builder *builder_ = nullptr;
  std::optional<osmium::builder::TagListBuilder> tags_;
  std::optional<osmium::builder::WayNodeListBuilder> way_nodes_;
  std::optional<osmium::builder::RelationMemberListBuilder> members_;
};

// Makes libosmium's readers use it.
inline bool register_xml_objects() {
  return osmium::io::detail::ParserFactory::instance().register_parser(
      osmium::io::file_format::xml, [](osmium::io::detail::parser_arguments &arguments) {
        return std::unique_ptr<osmium::io::detail::Parser>(new XMLObjects{arguments});
      });
}

}  // namespace relais

#endif
