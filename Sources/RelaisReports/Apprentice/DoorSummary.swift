import CoverageEngine
import RelaisGeo
package import RelaisWording

/// What the terminal says of a list of doors.
extension Wording {
  /// The list on streets, some lines.
  ///
  /// - Parameter doors: The same list's.
  package func summary(of doors: DoorTeller) -> String {
    let result = doors.plan.prospection
    let problem = result.problem
    let attached = problem.snaps.count { $0 != nil }
    let covered = problem.demand - problem.open
    var lines = [
      result.agreed.isEmpty
        ? say(
          "prospection.summary.relays",
          [
            "relays": .integer(result.facilities.count),
            "candidates": .integer(result.candidates.count), "attached": .integer(attached),
          ])
        : say(
          "prospection.summary.relaysAgreed",
          [
            "relays": .integer(result.facilities.count),
            "candidates": .integer(result.candidates.count), "attached": .integer(attached),
            "agreed": .integer(result.agreed.count),
          ]),
      say(
        "prospection.summary.covered",
        [
          "budget": .budget(result.parameters.mainBudget),
          "covered": .length(doors.length(covered)),
          "demand": .length(doors.length(problem.demand)),
          "share": .number(
            problem.demand > 0 ? Double(covered) / Double(problem.demand) : 0),
        ]),
      outcome(of: result),
    ]
    if let inTime = result.inTime {
      lines.insert(contentsOf: summary(of: inTime, doors.length), at: 1)
    }
    if let line = demand(result.profile) { lines.insert(line, at: 1) }
    if !result.candidates.isEmpty {
      lines += targets(result.curves.main.recruits) + outOfReach(result.curves.main.unreachable)
    }
    let rows = table(
      result.list.recruits.map { recruit in
        let candidate = result.candidates[recruit.candidate]
        let name = candidate.place.name.map { "\($0) (\(candidate.id))" } ?? candidate.id
        return (
          distance(doors.length(recruit.gain)),
          name + (candidate.address.line.map { ", " + $0 } ?? "")
        )
      })
    // Beyond a round's worth the list is in prospects.csv; the terminal keeps to one line each.
    for (index, row) in rows.enumerated() {
      lines.append(row)
      guard index < VisitPlan.middleLimit else { continue }
      let pick = doors.plan.picks[index]
      lines += doors.clauses(of: pick.candidate, pick: index).map { "       " + $0 }
      if !pick.alternatives.isEmpty {
        let others = pick.alternatives.map {
          doors.name($0.candidate) + " (" + doors.candidate($0.candidate).id + ")"
        }
        lines.append("       " + say("prospection.summary.ifRefused", ["doors": .list(others)]))
      }
    }
    lines += summary(of: doors.plan.rounds, doors)
    return lines.joined(separator: "\n")
  }

  /// The terminal's lines on rounds.
  func summary(of rounds: VisitRounds?, _ doors: DoorTeller) -> [String] {
    guard let rounds else { return [] }
    var lines = rounds.rounds.enumerated().map { index, round in
      say(
        "prospection.summary.round",
        [
          "round": .text(roundName(index + 1)), "doors": .integer(round.stops.count),
          "walk": .length(round.walk), "minutes": .number(round.minutes),
          "minutesIfRefused": .number(round.minutesIfRefused),
          "start": .text(startName(rounds.start)),
          "gain": .length(doors.length(round.gain)),
          "stops": .list(round.stops.map { doors.name($0.candidate) }),
        ])
    }
    if !rounds.beyond.isEmpty {
      let names = rounds.beyond.map { doors.name(doors.plan.picks[$0.pick].candidate) }
      lines.append(say("prospection.summary.tooFar", ["doors": .list(names)]))
    }
    return lines
  }
}
