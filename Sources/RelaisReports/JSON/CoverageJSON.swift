public import CoverageEngine
import RelaisFormats
public import RelaisGeo

/// `relais coverage --json`: schema `relais.coverage/1`. Lengths in metres, to the millimetre.
public enum CoverageJSON {
  /// - Parameter day: The past day whose relays these are; today's if `nil`.
  public static func bytes(
    _ result: AnalysisResult, system: ReferenceSystem, asOf day: CalendarDay? = nil,
    withEdges: Bool
  ) -> [UInt8] {
    let network = result.network
    var json = JSONWriter(capacity: withEdges ? 1024 + network.edgeCount * 96 : 1 << 16)
    json.beginObject()
    json.member("schema", "relais.coverage/1")
    json.member("crs", system.description)
    if let day { json.member("as_of", day.iso) }
    json.key("network")
    write(network, to: &json)
    if let health = result.health { HealthJSON.write(health, to: &json) }
    if let moment = result.moment { TimeJSON.write(moment, to: &json) }
    json.key("relays")
    json.beginArray()
    for (index, (facility, snap)) in zip(result.facilities, result.snaps).enumerated() {
      json.breakLine()
      write(facility, snap, result.moment?.states[index], network, to: &json)
    }
    json.endArray()
    json.key("budgets")
    json.beginArray()
    for summary in result.summaries {
      json.breakLine()
      write(summary, to: &json)
    }
    json.endArray()
    if let possible = result.moment?.possible {
      json.key("budgets_if_unknown_open")
      json.beginArray()
      for summary in possible {
        json.breakLine()
        write(summary, to: &json)
      }
      json.endArray()
    }
    if withEdges {
      json.key("edges")
      writeEdges(result, to: &json)
    }
    json.endObject()
    return json.finish()
  }

  static func write(_ network: StreetNetwork, to json: inout JSONWriter) {
    json.beginObject()
    json.member("nodes", network.nodeCount)
    json.member("edges", network.streetEdgeCount)
    json.member("length_m", network.totalLength)
    json.member("components", network.components.count)
    json.member("square_edges", network.squareEdgeCount)
    json.endObject()
  }

  private static func write(
    _ facility: Facility, _ snap: Snap?, _ state: OpeningState?, _ network: StreetNetwork,
    to json: inout JSONWriter
  ) {
    json.beginObject()
    json.member("id", facility.id)
    json.member("edge", snap.map { network.identifier(of: $0.edge) })
    json.member("offset_m", snap?.offset)
    json.member("connector_m", snap?.connector)
    json.member("attached", snap != nil)
    if let state { json.member("state", state.rawValue) }
    json.endObject()
  }

  static func write(_ summary: BudgetSummary, to json: inout JSONWriter) {
    json.beginObject()
    json.member("distance_m", summary.budget)
    json.member("covered_m", summary.covered)
    json.member("uncovered_m", summary.uncovered)
    json.member("share", summary.share)
    json.member("covered_weight", summary.coveredWeight)
    json.member("streets_m", summary.streets)
    json.member("streets_covered_m", summary.streetsCovered)
    json.member("streets_share", summary.streetsShare)
    json.member("edges_covered", summary.edgesCovered)
    json.member("edges_partly", summary.edgesPartly)
    json.member("edges_uncovered", summary.edgesUncovered)
    json.endObject()
  }

  private static func writeEdges(_ result: AnalysisResult, to json: inout JSONWriter) {
    let network = result.network
    let coverages = result.coverage.map { (key: $0.budget.key, coverage: $0) }
    json.beginArray()
    for index in 0..<network.streetEdgeCount {
      let edge = EdgeID(index)
      json.breakLine()
      json.beginObject()
      json.member("id", network.identifier(of: edge))
      json.member("length_m", network.length(of: edge))
      json.key("covered")
      json.beginObject()
      for (key, coverage) in coverages {
        json.key(key)
        json.beginArray()
        for interval in coverage.intervals(of: edge, in: network) {
          json.beginArray()
          json.metres(interval.from)
          json.metres(interval.to)
          json.endArray()
        }
        json.endArray()
      }
      json.endObject()
      json.endObject()
    }
    json.endArray()
  }
}
