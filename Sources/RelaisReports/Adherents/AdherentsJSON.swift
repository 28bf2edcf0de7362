package import CoverageEngine
package import RelaisFormats
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
      json.object { write(one, to: &$0) }
    }
    json.endArray()
    json.endObject()
    return json.finish()
  }

  /// The members of one establishment.
  ///
  /// - Parameter hidden: Facts that are left out.
  package static func write(
    _ one: Establishment, without hidden: Set<EstablishmentField> = [], to json: inout JSONWriter
  ) {
    json.member("id", one.id)
    json.member("code", one.code)
    for field in EstablishmentField.allCases where field != .position && !hidden.contains(field) {
      json.member(field.rawValue, one.text(field))
    }
    json.key("lon")
    if let position = one.position { json.number(position.x) } else { json.null() }
    json.key("lat")
    if let position = one.position { json.number(position.y) } else { json.null() }
  }
}
