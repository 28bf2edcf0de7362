// What an editor wrote into an OpenStreetMap XML file beside its objects: JOSM keeps what it deleted,
// marked `action="delete"`, which libosmium does not look at.
#ifndef RELAIS_XML_EDITS_H
#define RELAIS_XML_EDITS_H

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <unordered_set>

#include <expat.h>

#include <osmium/io/compression.hpp>
#include <osmium/io/detail/read_write.hpp>
#include <osmium/io/file.hpp>
#include <osmium/osm/item_type.hpp>

namespace relais {

// Hands on the unpacked bytes of a file, piece by piece, while `take` asks for more.
template <typename Take>
void read_bytes(const osmium::io::File &file, Take &&take) {
  const int descriptor = osmium::io::detail::open_for_reading(file.filename());
  const auto unpacked =
      osmium::io::CompressionFactory::instance().create_decompressor(file.compression(), descriptor);
  for (auto piece = unpacked->read(); !piece.empty(); piece = unpacked->read()) {
    if (!take(piece)) break;
  }
  unpacked->close();
}

// Whether any object of an XML file is marked as deleted.
inline bool says_deleted(const osmium::io::File &file) {
  bool found = false;
  std::string rest;
  read_bytes(file, [&](const std::string &piece) {
    // A mark may lie across two pieces.
    constexpr size_t length = sizeof("action=\"delete\"") - 1;
    const auto holds = [](const std::string &text) {
      return text.find("action=\"delete\"") != std::string::npos ||
             text.find("action='delete'") != std::string::npos;
    };
    found = holds(rest + piece.substr(0, length)) || holds(piece);
    rest += piece.size() > length ? piece.substr(piece.size() - length) : piece;
    if (rest.size() > length) rest.erase(0, rest.size() - length);
    return !found;
  });
  return found;
}

// The objects an editor changed since it fetched them, and the instant the file speaks of.
class XMLEdits {
 public:
  XMLEdits() = default;

  explicit XMLEdits(const osmium::io::File &file) {
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser{
        XML_ParserCreate(nullptr), XML_ParserFree};
    XML_SetUserData(parser.get(), this);
    XML_SetStartElementHandler(parser.get(), element);
    // A file that cannot be parsed is refused when its objects are read.
    read_bytes(file, [&](const std::string &piece) {
      return XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), 0) !=
             XML_STATUS_ERROR;
    });
  }

  bool deleted(osmium::item_type type, int64_t id) const { return holds(deleted_, type, id); }
  bool changed(osmium::item_type type, int64_t id) const { return holds(changed_, type, id); }

  // As ISO 8601 writes it; empty where the file gives none.
  const std::string &instant() const { return instant_; }

 private:
  using IDs = std::array<std::unordered_set<int64_t>, 3>;

  static size_t place(osmium::item_type type) {
    return type == osmium::item_type::node ? 0 : type == osmium::item_type::way ? 1 : 2;
  }

  static bool holds(const IDs &ids, osmium::item_type type, int64_t id) {
    const auto &own = ids[place(type)];
    return !own.empty() && own.count(id) > 0;
  }

  static const char *value(const XML_Char **attributes, const char *name) {
    for (; *attributes != nullptr; attributes += 2) {
      if (std::strcmp(attributes[0], name) == 0) return attributes[1];
    }
    return nullptr;
  }

  static void element(void *self, const XML_Char *name, const XML_Char **attributes) {
    auto &edits = *static_cast<XMLEdits *>(self);
    size_t type;
    if (std::strcmp(name, "node") == 0) {
      type = 0;
    } else if (std::strcmp(name, "way") == 0) {
      type = 1;
    } else if (std::strcmp(name, "relation") == 0) {
      type = 2;
    } else {
      const char *instant = std::strcmp(name, "meta") == 0  ? value(attributes, "osm_base")
                            : std::strcmp(name, "osm") == 0 ? value(attributes, "timestamp")
                                                            : nullptr;
      if (instant != nullptr) edits.instant_ = std::max(edits.instant_, std::string{instant});
      return;
    }
    const char *action = value(attributes, "action");
    const char *id = action == nullptr ? nullptr : value(attributes, "id");
    if (id == nullptr) return;
    const auto number = std::strtoll(id, nullptr, 10);
    if (std::strcmp(action, "delete") == 0) edits.deleted_[type].insert(number);
    if (std::strcmp(action, "modify") == 0) edits.changed_[type].insert(number);
  }

  IDs deleted_;
  IDs changed_;
  std::string instant_;
};

}  // namespace relais

#endif
