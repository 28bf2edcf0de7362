public import CoverageEngine
import RelaisGeo

/// `relais explain --json`: schema `relais.explain/1`.
public enum ExplanationJSON {
  public static func bytes(_ explanation: PlaceExplanation, facilities: [Facility]) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("schema")
    json.string("relais.explain/1")
    json.key("place")
    json.beginArray()
    json.number(explanation.position.x)
    json.number(explanation.position.y)
    json.endArray()
    func metres(_ key: String, _ length: Length?) {
      json.key(key)
      if let length { json.metres(length) } else { json.null() }
    }
    func text(_ key: String, _ text: String?) {
      json.key(key)
      if let text { json.string(text) } else { json.null() }
    }
    text("verdict", verdict(explanation.verdict))
    text("edge", explanation.edge)
    text("street", explanation.street)
    metres("offset_m", explanation.snap?.offset)
    metres("connector_m", explanation.snap?.connector)
    text("relay", explanation.facility.map { facilities[$0].id })
    metres("distance_m", explanation.distance)
    metres("relay_connector_m", explanation.facilityConnector)
    if case .tooFar(let by) = explanation.verdict { metres("too_far_by_m", by) }
    if case .beyondSnap(let by) = explanation.verdict { metres("beyond_snap_by_m", by) }
    if case .island(let length) = explanation.verdict { metres("island_m", length) }
    if case .covered(let budget) = explanation.verdict { metres("budget_m", budget) }
    json.key("way")
    json.beginArray()
    for leg in explanation.legs {
      json.beginObject()
      text("street", leg.street)
      metres("length_m", leg.length)
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
    case .beyondSnap: "beyond-snap"
    case .noStreet: "no-street"
    case .noRelay: "no-relay"
    }
  }
}
