public import CoverageEngine
public import RelaisGeo

/// `relais prospect --json`: schema `relais.prospect/1`. Demand in weighted metres, to its last unit.
public enum ProspectJSON {
  /// The answer on streets.
  public static func bytes(_ result: ProspectionResult, system: ReferenceSystem) -> [UInt8] {
    let problem = result.problem
    return bytes(
      list: result.list, unit: problem.unit, count: result.count,
      ids: result.candidates.map(\.id),
      head: { json in
        json.member("crs", system.description)
        json.member("distance_m", result.parameters.mainBudget)
      },
      tail: { json in
        json.member("demand", problem.demand, problem.unit)
        json.member("covered_before", problem.demand - problem.open, problem.unit)
        json.members(result.curve, problem.unit, isOnStreets: true)
      },
      isAttached: { problem.snaps[$0] != nil })
  }

  /// The answer on a matrix of candidates and demand points.
  public static func bytes(
    _ instance: CoverageInstance, _ list: RecruitmentList, curve: RecruitmentCurve, count: Int
  ) -> [UInt8] {
    bytes(
      list: list, unit: instance.unit, count: count, ids: instance.candidates,
      head: { json in
        json.key("distance_m")
        json.null()
      },
      tail: { json in
        json.member("demand", instance.demand, instance.unit)
        json.member("covered_before", instance.coveredBefore, instance.unit)
        json.members(curve, instance.unit, isOnStreets: false)
      })
  }

  private static func bytes(
    list: RecruitmentList, unit: DemandUnit, count: Int, ids: [String],
    head: (inout JSONWriter) -> Void, tail: (inout JSONWriter) -> Void,
    isAttached: ((Int) -> Bool)? = nil
  ) -> [UInt8] {
    var json = JSONWriter(capacity: 1024 + ids.count * 48)
    json.beginObject()
    json.member("schema", "relais.prospect/1")
    head(&json)
    json.member("count", count)
    json.key("selected")
    json.beginArray()
    for (index, recruit) in list.recruits.enumerated() {
      json.breakLine()
      json.beginObject()
      json.member("rank", index + 1)
      json.member("id", ids[recruit.candidate])
      json.member("gain", recruit.gain, unit)
      json.member("cumulative", recruit.cumulative, unit)
      json.endObject()
    }
    json.endArray()
    json.member("objective", list.optimality.objective, unit)
    json.member("upper_bound", list.optimality.upperBound, unit)
    json.member("optimality_gap", list.optimality.gap)
    tail(&json)
    json.key("candidates")
    json.beginArray()
    for (index, id) in ids.enumerated() {
      json.breakLine()
      json.beginObject()
      json.member("id", id)
      json.member("gain", list.gains[index], unit)
      if let isAttached { json.member("attached", isAttached(index)) }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.finish()
  }
}

extension JSONWriter {
  /// Demand, exactly.
  mutating func member(_ name: String, _ demand: Int64, _ unit: DemandUnit) {
    key(name)
    fixed(demand, decimals: unit.decimals)
  }
}
