public import CoverageEngine
public import RelaisGeo

/// `relais coverage --json`: schema `relais.coverage/1`. Lengths in metres, to the millimetre.
public enum CoverageJSON {
  public static func bytes(
    _ result: AnalysisResult, system: ReferenceSystem, withEdges: Bool
  ) -> [UInt8] {
    let network = result.network
    var json = JSONWriter(capacity: withEdges ? 1024 + network.edgeCount * 96 : 1 << 16)
    json.beginObject()
    json.key("schema")
    json.string("relais.coverage/1")
    json.key("crs")
    json.string(system.description)
    json.key("network")
    write(network, to: &json)
    json.key("relays")
    json.beginArray()
    for (facility, snap) in zip(result.facilities, result.snaps) {
      json.breakLine()
      write(facility, snap, network, to: &json)
    }
    json.endArray()
    json.key("budgets")
    json.beginArray()
    for summary in result.summaries {
      json.breakLine()
      write(summary, to: &json)
    }
    json.endArray()
    if withEdges {
      json.key("edges")
      writeEdges(result, to: &json)
    }
    json.endObject()
    return json.finish()
  }

  static func write(_ network: StreetNetwork, to json: inout JSONWriter) {
    json.beginObject()
    json.key("nodes")
    json.integer(network.nodeCount)
    json.key("edges")
    json.integer(network.edgeCount)
    json.key("length_m")
    json.metres(network.totalLength)
    json.key("components")
    json.integer(network.components.count)
    json.endObject()
  }

  private static func write(
    _ facility: Facility, _ snap: Snap?, _ network: StreetNetwork, to json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("id")
    json.string(facility.id)
    json.key("edge")
    if let snap { json.string(network.identifier(of: snap.edge)) } else { json.null() }
    json.key("offset_m")
    if let snap { json.metres(snap.offset) } else { json.null() }
    json.key("connector_m")
    if let snap { json.metres(snap.connector) } else { json.null() }
    json.key("attached")
    json.bool(snap != nil)
    json.endObject()
  }

  static func write(_ summary: BudgetSummary, to json: inout JSONWriter) {
    json.beginObject()
    json.key("distance_m")
    json.metres(summary.budget)
    json.key("covered_m")
    json.metres(summary.covered)
    json.key("uncovered_m")
    json.metres(summary.uncovered)
    json.key("share")
    json.number(summary.share)
    json.key("covered_weight")
    json.number(summary.coveredWeight)
    json.key("streets_m")
    json.metres(summary.streets)
    json.key("streets_covered_m")
    json.metres(summary.streetsCovered)
    json.key("streets_share")
    json.number(summary.streetsShare)
    json.key("edges_covered")
    json.integer(summary.edgesCovered)
    json.key("edges_partly")
    json.integer(summary.edgesPartly)
    json.key("edges_uncovered")
    json.integer(summary.edgesUncovered)
    json.endObject()
  }

  private static func writeEdges(_ result: AnalysisResult, to json: inout JSONWriter) {
    let network = result.network
    let budgets = result.coverage.map { budgetKey($0.budget) }
    json.beginArray()
    for index in 0..<network.edgeCount {
      let edge = EdgeID(index)
      json.breakLine()
      json.beginObject()
      json.key("id")
      json.string(network.identifier(of: edge))
      json.key("length_m")
      json.metres(network.length(of: edge))
      json.key("covered")
      json.beginObject()
      for (budget, coverage) in zip(budgets, result.coverage) {
        json.key(budget)
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

  /// A budget as a key: metres without needless decimals, `300` or `12.5`.
  static func budgetKey(_ budget: Length) -> String {
    var text = budget.description
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
