package import CoverageEngine
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// The list of relays a town publishes, as files: the columns named here and no other.
package enum PublicList {
  private enum Column: String, CaseIterable {
    case id
    case name
    case kind
    case address
    case postcode
    case city
    case insee
    case lon
    case lat
    case openingHours = "opening_hours"
    case updatedOn = "updated_on"
    /// Whether lon and lat are the door, or stand for its street.
    case precision = "position_precision"

    var type: String {
      switch self {
      case .lon, .lat: "number"
      case .updatedOn: "date"
      case .id, .name, .kind, .address, .postcode, .city, .insee, .precision, .openingHours:
        "string"
      }
    }

    var field: EstablishmentField? {
      switch self {
      case .name: .name
      case .kind: .kind
      case .address: .address
      case .postcode: .postcode
      case .city: .city
      case .insee: .insee
      case .openingHours: .openingHours
      case .id, .lon, .lat, .precision, .updatedOn: nil
      }
    }

    func text(_ relay: PublicRelay) -> String? {
      switch self {
      case .id: relay.id
      case .name: relay.name
      case .kind: relay.kind?.text
      case .address: relay.address.line
      case .postcode: relay.address.postcode
      case .city: relay.address.city
      case .insee: relay.address.cityCode
      case .openingHours: relay.openingHours
      case .precision:
        relay.position == nil ? nil : relay.isApproximate ? "street" : "point"
      case .updatedOn: relay.updatedOn?.iso
      case .lon, .lat: nil
      }
    }
  }

  /// The adherents of a day, from the registry's histories.
  package static func csv(_ histories: [EstablishmentHistory], on day: CalendarDay) -> [UInt8] {
    csv(PublicRelay.all(in: histories, on: day))
  }

  /// The adherents of a day, from the registry's histories.
  package static func geoJSON(_ histories: [EstablishmentHistory], on day: CalendarDay) -> [UInt8] {
    geoJSON(PublicRelay.all(in: histories, on: day))
  }

  /// CSV as open data portals expect it: UTF-8 without mark, commas, decimal points.
  package static func csv(_ relays: [PublicRelay]) -> [UInt8] {
    var writer = CSVWriter(
      headers: Column.allCases.map(\.rawValue), delimiter: .comma, decimalComma: false, mark: false)
    for relay in relays {
      writer.append(
        Column.allCases.map { column in
          switch column {
          case .lon: side(relay.position?.x, of: relay)
          case .lat: side(relay.position?.y, of: relay)
          case .id, .name, .kind, .address, .postcode, .city, .insee, .precision, .openingHours,
            .updatedOn:
            column.text(relay).map { .text($0) } ?? .empty
          }
        })
    }
    return writer.bytes
  }

  /// As many digits as are known.
  private static func side(_ number: Double?, of relay: PublicRelay) -> CSVWriter.Cell {
    number.map { .decimal($0, decimals: relay.isApproximate ? 3 : 7) } ?? .empty
  }

  /// Points in degrees with the same facts as the CSV.
  package static func geoJSON(_ relays: [PublicRelay]) -> [UInt8] {
    var writer = GeoJSONWriter(name: "relais")
    for relay in relays {
      writer.append(
        relay.position.map { .point($0) }, id: relay.id,
        attributes: Column.allCases.filter { $0 != .lon && $0 != .lat }.map { column in
          (column.rawValue, column.text(relay).map { .text($0) } ?? .null)
        })
    }
    return writer.finish()
  }

  /// The Table Schema of the CSV (Frictionless Data), to be published beside it.
  package static func schema(_ wording: Wording) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("fields")
    json.beginArray()
    for column in Column.allCases {
      json.breakLine()
      json.beginObject()
      json.key("name")
      json.string(column.rawValue)
      json.key("type")
      json.string(column.type)
      json.key("description")
      json.string(description(column, wording))
      if column == .id || column == .name {
        json.key("constraints")
        json.beginObject()
        json.key("required")
        json.bool(true)
        if column == .id {
          json.key("unique")
          json.bool(true)
        }
        json.endObject()
      }
      json.endObject()
    }
    json.endArray()
    json.key("primaryKey")
    json.string(Column.id.rawValue)
    json.key("missingValues")
    json.beginArray()
    json.string("")
    json.endArray()
    json.endObject()
    return json.finish()
  }

  private static func description(_ column: Column, _ wording: Wording) -> String {
    switch column {
    case .id: wording.say("adherents.description.id")
    case .lon: wording.say("adherents.description.lon")
    case .lat: wording.say("adherents.description.lat")
    case .updatedOn: wording.say("adherents.description.updatedOn")
    case .precision: wording.say("adherents.description.precision")
    case .name, .kind, .address, .postcode, .city, .insee, .openingHours:
      column.field.map { wording.name($0) } ?? column.rawValue
    }
  }
}
