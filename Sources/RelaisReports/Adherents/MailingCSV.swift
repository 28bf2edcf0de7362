package import CoverageEngine
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// Names and addresses for a mail merge, contacts included: not for publishing.
package enum MailingCSV {
  /// - Parameter contacts: By establishment; the first one is written.
  package static func bytes(
    _ establishments: [Establishment], contacts: [String: [Contact]], _ wording: Wording
  ) -> [UInt8] {
    let fields: [EstablishmentField] = [.name, .address, .postcode, .city]
    var writer = CSVWriter(
      headers: fields.map { wording.name($0) } + [
        "contact", wording.say("adherents.bytes.phone"), wording.say("adherents.bytes.email"),
        wording.name(.sticker), wording.name(.charterOn),
      ])
    for one in establishments {
      let contact = contacts[one.id]?.first
      let address = one.address
      let texts =
        [one.text(.name), address.line, address.postcode, address.city] + [
          contact?.name, contact?.phone, contact?.email,
        ]
        + [one.sticker, one[.charterOn].map { wording.value($0) }]
      writer.append(texts.map { text in text.map { .text($0) } ?? .empty })
    }
    return writer.bytes
  }
}
