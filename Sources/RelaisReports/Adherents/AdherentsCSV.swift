package import CoverageEngine
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// The adherents for a spreadsheet, contacts in it only where asked for.
///
/// The headers are those `relais adherents import` reads, so that the file can come back.
package enum AdherentsCSV {
  /// - Parameter contacts: By establishment; `nil` leaves their columns out.
  package static func bytes(
    _ establishments: [Establishment], contacts: [String: [Contact]]?, _ wording: Wording
  ) -> [UInt8] {
    let fields = EstablishmentField.allCases.filter { $0 != .position }
    var writer = CSVWriter(
      headers: ["id"] + fields.map(\.rawValue) + ["lon", "lat"]
        + (contacts == nil ? [] : ["contact", "phone", "email"]))
    for one in establishments {
      var row: [CSVWriter.Cell] = [.text(one.id)]
      row += fields.map { field in one.text(field).map { .text($0) } ?? .empty }
      row += [one.position?.x, one.position?.y].map { side in
        side.map { .decimal($0, decimals: 7) } ?? .empty
      }
      if let contacts {
        let contact = contacts[one.id]?.first
        row += [contact?.name, contact?.phone, contact?.email].map { text in
          text.map { .text($0) } ?? .empty
        }
      }
      writer.append(row)
    }
    return writer.bytes
  }
}
