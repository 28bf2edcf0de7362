package import CoverageEngine
import RelaisFormats
package import RelaisGeo

/// `relais explain --json`: schema `relais.explain/1`.
package enum ExplanationJSON {
  /// - Parameter address: How the place was found, where it was given as an address.
  package static func bytes(
    _ explanation: PlaceExplanation, facilities: [Facility], address: GeocodingMatch? = nil
  ) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("schema", "relais.explain/1")
    json.key("place")
    json.beginArray()
    json.number(explanation.position.x)
    json.number(explanation.position.y)
    json.endArray()
    if let address {
      json.key("address")
      json.object { json in
        json.member("label", address.label)
        json.member("type", address.kind?.rawValue)
        json.member("score", address.score)
        json.member("id", address.id)
        json.member("sure", address.isSure)
      }
    }
    if let moment = explanation.moment { TimeJSON.write(moment, to: &json) }
    json.member("verdict", verdict(explanation.verdict))
    json.member("edge", explanation.edge)
    json.member("street", explanation.street)
    json.member("offset_m", explanation.snap?.offset)
    json.member("connector_m", explanation.snap?.connector)
    json.member("relay", explanation.facility.map { facilities[$0].id })
    json.member("distance_m", explanation.distance)
    if explanation.isOver { json.member("distance_over", true) }
    json.member("relay_connector_m", explanation.facilityConnector)
    json.member("relay_hours", explanation.facility.flatMap { facilities[$0].openingHours })
    if case .tooFar(let by) = explanation.verdict { json.member("too_far_by_m", by) }
    if case .beyondSnap(let by) = explanation.verdict { json.member("beyond_snap_by_m", by) }
    if case .island(let length) = explanation.verdict { json.member("island_m", length) }
    if case .covered(let budget) = explanation.verdict { json.member("budget_m", budget) }
    json.key("way")
    json.beginArray()
    for leg in explanation.legs {
      json.beginObject()
      json.member("street", leg.street)
      json.member("length_m", leg.length)
      json.member("across", leg.isAcross)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.finish()
  }

  private static func verdict(_ verdict: PlaceExplanation.Verdict) -> String {
    switch verdict {
    case .covered: "covered"
    case .tooFar: "too-far"
    case .island: "island"
    case .beyondReach: "beyond-reach"
    case .beyondSnap: "beyond-snap"
    case .noStreet: "no-street"
    case .noRelay: "no-relay"
    case .noOpenRelay: "no-open-relay"
    }
  }
}
