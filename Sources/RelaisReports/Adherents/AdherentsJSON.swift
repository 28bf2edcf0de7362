package import CoverageEngine
import RelaisFormats
import RelaisGeo

/// `relais adherents list --json`: schema `relais.adherents/1`, without contacts.
package enum AdherentsJSON {
  /// In the order given, every field present, `null` where unknown.
  package static func bytes(_ establishments: [Establishment]) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("schema")
    json.string("relais.adherents/1")
    json.key("count")
    json.integer(establishments.count)
    json.key("adherents")
    json.beginArray()
    for one in establishments {
      json.breakLine()
      json.beginObject()
      json.key("id")
      json.string(one.id)
      json.key("code")
      json.string(one.code)
      for field in EstablishmentField.allCases where field != .position {
        json.key(field.rawValue)
        if let value = one.text(field) { json.string(value) } else { json.null() }
      }
      json.key("lon")
      if let position = one.position { json.number(position.x) } else { json.null() }
      json.key("lat")
      if let position = one.position { json.number(position.y) } else { json.null() }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.finish()
  }
}
