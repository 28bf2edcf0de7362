import CoverageEngine
package import Covering
import RelaisFormats
package import RelaisGeo

/// `relais prospect --json`: schema `relais.prospect/1`. Demand in weighted metres, to its last unit.
package enum ProspectJSON {
  /// The answer on streets.
  package static func bytes(_ doors: DoorTeller, system: ReferenceSystem) -> [UInt8] {
    let result = doors.plan.prospection
    let problem = result.problem
    return bytes(
      list: result.list, unit: problem.unit, count: result.count,
      ids: result.candidates.map(\.id), doors: doors,
      head: { json in
        json.member("crs", system.description)
        json.member("distance_m", result.parameters.mainBudget)
        write(result.profile, to: &json)
        if let inTime = result.inTime { write(inTime, problem.unit, to: &json) }
      },
      tail: { json in
        writeDemand(result, to: &json)
        VisitJSON.writeRounds(doors, to: &json)
      },
      isAttached: { problem.snaps[$0] != nil })
  }

  /// The list within `summary.json`.
  static func writeSummary(
    _ result: ProspectionResult, _ doors: DoorTeller?, to json: inout JSONWriter
  ) {
    json.beginObject()
    json.member("distance_m", result.parameters.mainBudget)
    json.member("count", result.count)
    json.member("candidates", result.candidates.count)
    write(result.profile, to: &json)
    write(
      result.list, unit: result.problem.unit, ids: result.candidates.map(\.id), doors: doors,
      to: &json)
    writeDemand(result, to: &json)
    if let doors { VisitJSON.writeRounds(doors, to: &json) }
    json.endObject()
  }

  /// The answer on a matrix of candidates and demand points.
  package static func bytes(
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
        json.members(curve, instance.unit)
      })
  }

  private static func bytes(
    list: RecruitmentList, unit: DemandUnit, count: Int, ids: [String], doors: DoorTeller? = nil,
    head: (inout JSONWriter) -> Void, tail: (inout JSONWriter) -> Void,
    isAttached: ((Int) -> Bool)? = nil
  ) -> [UInt8] {
    var json = JSONWriter(capacity: 1024 + ids.count * 48)
    json.beginObject()
    json.member("schema", "relais.prospect/1")
    head(&json)
    json.member("count", count)
    write(list, unit: unit, ids: ids, doors: doors, to: &json)
    tail(&json)
    json.key("candidates")
    json.beginArray()
    for (index, id) in ids.enumerated() {
      json.breakLine()
      json.beginObject()
      json.member("id", id)
      json.member("gain", list.gains[index], unit)
      if list.measure == .expected {
        json.member("gain_if_yes", list.gainsIfYes[index], unit)
      }
      if let isAttached { json.member("attached", isAttached(index)) }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.finish()
  }

  private static func write(_ profile: DemandProfile, to json: inout JSONWriter) {
    json.key("profile")
    json.object { json in
      json.member("street", profile.street)
      json.member("children", profile.children)
      json.member("priority", profile.priority)
    }
  }

  /// The time asked for, and both bounds.
  private static func write(
    _ inTime: ProspectionInTime, _ unit: DemandUnit, to json: inout JSONWriter
  ) {
    TimeJSON.write(inTime.relays, to: &json)
    let states = inTime.candidates.states
    json.member("candidates_open", states.count { $0 == .open })
    json.member("candidates_unknown", states.count { $0 == .unknown })
    json.member("candidates_closed", states.count { $0 == .closed })
    json.member("candidates_presumed_open", inTime.isPresumed.count { $0 })
    for (end, bound) in [("open", inTime.ifOpen), ("closed", inTime.ifClosed)] {
      json.member("covered_before_if_unknown_" + end, bound.coveredBefore, unit)
      json.member("objective_if_unknown_" + end, bound.objective, unit)
    }
  }

  private static func writeDemand(_ result: ProspectionResult, to json: inout JSONWriter) {
    let problem = result.problem
    json.member("demand", problem.demand, problem.unit)
    json.member("agreed", result.agreed.count)
    json.member("covered_before", problem.demand - problem.open, problem.unit)
    let main = result.curves.main
    json.members(main.recruits, problem.unit, unreachable: main.unreachable)
    let others = result.curves.budgets.others
    guard !others.isEmpty else { return }
    json.key("further_budgets")
    json.array { json in
      for budget in others {
        let curve = result.curves[budget]
        json.breakLine()
        json.object { json in
          json.member("distance_m", budget)
          json.members(curve.recruits, problem.unit, unreachable: curve.unreachable)
        }
      }
    }
  }

  /// The recruits, and how good their choice is.
  private static func write(
    _ list: RecruitmentList, unit: DemandUnit, ids: [String], doors: DoorTeller?,
    to json: inout JSONWriter
  ) {
    let isExpected = list.measure == .expected
    json.member("measure", list.measure.rawValue)
    json.key("selected")
    json.beginArray()
    for (index, recruit) in list.recruits.enumerated() {
      json.breakLine()
      json.beginObject()
      json.member("rank", index + 1)
      json.member("id", ids[recruit.candidate])
      json.member("gain", recruit.gain, unit)
      if isExpected { json.member("gain_if_yes", recruit.gainIfYes, unit) }
      json.member("cumulative", recruit.cumulative, unit)
      if let doors { VisitJSON.write(doors, pick: index, to: &json) }
      json.endObject()
    }
    json.endArray()
    json.member("objective", list.optimality.objective, unit)
    json.member("upper_bound", list.optimality.upperBound, unit)
    json.member("optimality_gap", list.optimality.gap)
  }
}

extension JSONWriter {
  /// Demand, exactly, or whole where its unit says so.
  mutating func member(_ name: String, _ demand: Int64, _ unit: DemandUnit) {
    key(name)
    let written = unit.written(demand)
    fixed(written.units, decimals: written.decimals)
  }
}
