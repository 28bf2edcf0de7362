package import CoverageEngine
import RelaisFormats
import RelaisGeo

/// `relais adherents export-person`: schema `relais.person/1`, all the registry holds of a person.
package enum PersonJSON {
  /// - Parameters:
  ///   - names: Of establishments, by identifier.
  ///   - mentions: Other texts in which the person appears.
  package static func bytes(
    _ contacts: [Contact], names: [String: String],
    mentions: [(table: String, column: String, text: String)]
  ) -> [UInt8] {
    var json = JSONWriter()
    func member(_ key: String, _ value: String?) {
      json.key(key)
      if let value { json.string(value) } else { json.null() }
    }
    json.beginObject()
    member("schema", "relais.person/1")
    json.key("contacts")
    json.beginArray()
    for contact in contacts {
      json.breakLine()
      json.beginObject()
      member("establishment", contact.establishment)
      member("establishment_name", names[contact.establishment])
      member("name", contact.name)
      member("phone", contact.phone)
      member("email", contact.email)
      json.endObject()
    }
    json.endArray()
    json.key("mentions")
    json.beginArray()
    for mention in mentions {
      json.breakLine()
      json.beginObject()
      member("table", mention.table)
      member("column", mention.column)
      member("text", mention.text)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.finish()
  }
}
