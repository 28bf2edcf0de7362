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
    func metres(_ units: Int64) -> String { distance(Length(metres: problem.unit.metres(units))) }
    let covered = problem.demand - problem.open
    func part(_ units: Int64) -> String {
      share(problem.demand > 0 ? Double(units) / Double(problem.demand) : 0)
    }
    var lines = [
      say("prospection.summary.relays") + integer(result.facilities.count)
        + say("prospection.summary.candidates") + integer(result.candidates.count)
        + say("prospection.summary.ofWhich") + integer(attached)
        + (result.agreed.isEmpty
          ? ""
          : say("prospection.summary.countedAs")
            + integer(result.agreed.count)),
      say("prospection.summary.at") + budget(result.parameters.mainBudget)
        + say("prospection.summary.coveredToday") + metres(covered)
        + say("prospection.summary.of") + metres(problem.demand) + " (" + part(covered) + ")",
      outcome(of: result),
    ]
    if let inTime = result.inTime { lines.insert(contentsOf: summary(of: inTime, metres), at: 1) }
    if let line = demand(result.profile) { lines.insert(line, at: 1) }
    if !result.candidates.isEmpty {
      lines += targets(result.curves.main.recruits) + outOfReach(result.curves.main.unreachable)
    }
    let rows = table(
      result.list.recruits.map { recruit in
        let candidate = result.candidates[recruit.candidate]
        let name = candidate.place.name.map { "\($0) (\(candidate.id))" } ?? candidate.id
        return (metres(recruit.gain), name + (candidate.address.line.map { ", " + $0 } ?? ""))
      })
    // Beyond a round's worth the list is in prospects.csv; the terminal keeps to one line each.
    for (index, row) in rows.enumerated() {
      lines.append(row)
      guard index < VisitRounds.limit else { continue }
      let pick = doors.plan.picks[index]
      lines += doors.clauses(of: pick.candidate, pick: index).map { "       " + $0 }
      if !pick.alternatives.isEmpty {
        lines.append(
          "       " + ifRefused
            + pick.alternatives.map {
              doors.name($0.candidate) + " (" + doors.candidate($0.candidate).id + ")"
            }.joined(separator: ", "))
      }
    }
    lines += summary(of: doors.plan.rounds, doors)
    return lines.joined(separator: "\n")
  }

  /// The terminal's lines on rounds.
  func summary(of rounds: VisitRounds?, _ doors: DoorTeller) -> [String] {
    guard let rounds else { return [] }
    var lines = rounds.rounds.enumerated().map { index, round in
      roundName(index + 1) + say("punctuation.colon")
        + say("count.doors", ["number": .integer(round.stops.count)]) + ", "
        + distance(round.walk) + ", " + minutes(round.minutes)
        + say("punctuation.open") + minutes(round.minutesIfRefused)
        + say("prospection.summary.ifAll")
        + startName(rounds.start) + say("punctuation.colon")
        + round.stops.map { String($0.pick + 1) }.joined(separator: ", ")
    }
    if !rounds.beyond.isEmpty {
      lines.append(
        say("prospection.summary.tooFar")
          + rounds.beyond.map { doors.name(doors.plan.picks[$0.pick].candidate) }
          .joined(separator: ", "))
    }
    return lines
  }
}
