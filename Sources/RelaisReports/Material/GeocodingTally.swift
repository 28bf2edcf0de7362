import RelaisFormats
public import RelaisGeo
package import RelaisWording

/// How many rows of a file came out how.
public struct GeocodingTally: Sendable {
  /// Rows counted so far.
  public private(set) var rows = 0
  /// Rows found, by the kind of match.
  public private(set) var kinds: [GeocodingMatch.Kind: Int] = [:]
  /// Rows without a match.
  public private(set) var notFound = 0
  /// Rows with something for a person to check.
  public private(set) var toCheck = 0

  /// A tally of no rows.
  public init() {}

  /// Counts one more row.
  public mutating func add(_ match: GeocodingMatch) {
    rows += 1
    if let kind = match.kind { kinds[kind, default: 0] += 1 } else { notFound += 1 }
    if !match.checks.isEmpty { toCheck += 1 }
  }

  /// `relais geocode --json`: schema `relais.geocode/1`.
  public var jsonBytes: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("schema", "relais.geocode/1")
    json.member("rows", rows)
    json.key("types")
    json.beginObject()
    for kind in GeocodingMatch.Kind.allCases { json.member(kind.rawValue, kinds[kind] ?? 0) }
    json.endObject()
    json.member("not_found", notFound)
    json.member("to_check", toCheck)
    json.endObject()
    return json.finish()
  }
}

extension Wording {
  /// How many rows came out how.
  package func geocoded(_ tally: GeocodingTally) -> String {
    var parts = GeocodingMatch.Kind.allCases.compactMap { kind in
      tally.kinds[kind].map {
        say("geocoding.geocoded.kind", ["kind": .text(name(kind)), "number": .integer($0)])
      }
    }
    if tally.notFound > 0 {
      parts.append(say("geocoding.geocoded.notFound", ["number": .integer(tally.notFound)]))
    }
    return say(
      "geocoding.geocoded",
      [
        "rows": .integer(tally.rows), "kinds": .list(parts), "toCheck": .integer(tally.toCheck),
      ])
  }
}
