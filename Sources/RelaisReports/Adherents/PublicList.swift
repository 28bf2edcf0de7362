public import CoverageEngine
import RelaisGeo

/// The list of relays a town publishes: adherents only, the columns named here and no other.
///
/// An allow-list, so that a fact added to the registry stays inside until somebody lets it out.
public enum PublicList {
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

    var type: String {
      switch self {
      case .lon, .lat: "number"
      case .updatedOn: "date"
      default: "string"
      }
    }

    var field: EstablishmentField? {
      switch self {
      case .name, .kind, .address, .postcode, .city, .insee, .openingHours:
        EstablishmentField(rawValue: rawValue)
      case .id, .lon, .lat, .updatedOn: nil
      }
    }
  }

  /// The establishments a list shows: adherents, by id.
  private static func shown(_ histories: [EstablishmentHistory], on day: CalendarDay)
    -> [(one: Establishment, updatedOn: CalendarDay)]
  {
    histories.compactMap { history in
      guard let one = history.establishment(on: day), one.state == .adherent else { return nil }
      let days = history.events.filter { $0.holdsFrom <= day && !$0.changes.isEmpty }
        .map(\.holdsFrom)
      return (one, days.max() ?? day)
    }.sorted { $0.one.id < $1.one.id }
  }

  /// CSV as open data portals expect it: UTF-8 without mark, commas, decimal points.
  public static func csv(_ histories: [EstablishmentHistory], on day: CalendarDay) -> [UInt8] {
    var writer = CSVWriter(
      headers: Column.allCases.map(\.rawValue), delimiter: .comma, decimalComma: false, mark: false)
    for (one, updatedOn) in shown(histories, on: day) {
      writer.append(
        Column.allCases.map { column in
          switch column {
          case .id: .text(one.id)
          case .lon: one.position.map { .decimal($0.x, decimals: 7) } ?? .empty
          case .lat: one.position.map { .decimal($0.y, decimals: 7) } ?? .empty
          case .updatedOn: .text(updatedOn.iso)
          default: column.field.flatMap { one[$0] }.map { .text($0) } ?? .empty
          }
        })
    }
    return writer.bytes
  }

  public static func geoJSON(_ histories: [EstablishmentHistory], on day: CalendarDay) -> [UInt8] {
    var writer = GeoJSONWriter(name: "relais")
    for (one, updatedOn) in shown(histories, on: day) {
      writer.append(
        one.position.map { .point($0) }, id: one.id,
        attributes: Column.allCases.compactMap { column in
          switch column {
          case .lon, .lat: return nil
          case .id: return (column.rawValue, .text(one.id))
          case .updatedOn: return (column.rawValue, .text(updatedOn.iso))
          default:
            return (
              column.rawValue, column.field.flatMap { one[$0] }.map { .text($0) } ?? .null
            )
          }
        })
    }
    return writer.finish()
  }

  /// The Table Schema of the CSV (Frictionless Data), to be published beside it.
  public static func schema(_ wording: Wording) -> [UInt8] {
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
    case .id: wording.say("identifiant stable", "stable identifier")
    case .lon: wording.say("longitude, degrés, WGS 84", "longitude, degrees, WGS 84")
    case .lat: wording.say("latitude, degrés, WGS 84", "latitude, degrees, WGS 84")
    case .updatedOn: wording.say("dernière mise à jour", "last update")
    default: column.field.map { wording.name($0) } ?? column.rawValue
    }
  }
}
