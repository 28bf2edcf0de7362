public import CoverageEngine
import Covering
import RelaisGeo
public import RelaisWording

/// Says of the doors of a visit plan what people may read: names, reasons, alternatives, in public figures.
public struct DoorTeller: Sendable {
  let plan: VisitPlan
  let wording: Wording
  private let gaps: [Gap]
  private let schools: [School]
  /// One per candidate; none where the study area is not a list of communes.
  private let communes: [Commune?]

  /// - Parameters:
  ///   - result: The analysis the plan was made over.
  ///   - routes: The ways to school it was made with.
  public init(
    _ plan: VisitPlan, _ result: AnalysisResult, routes: RoutePlan?, _ wording: Wording
  ) {
    self.plan = plan
    self.wording = wording
    gaps = result.main.gaps
    schools = routes?.schools ?? []
    communes =
      result.communes.isEmpty
      ? [] : result.communes(of: plan.prospection.candidates.map(\.place.position))
  }

  func candidate(_ index: Int) -> Candidate { plan.prospection.candidates[index] }

  /// The name, or what else the place is known by.
  func name(_ index: Int) -> String {
    let candidate = candidate(index)
    return candidate.place.name ?? candidate.address.line ?? candidate.id
  }

  /// Whether the study area is a list of communes.
  var hasCommunes: Bool { !communes.isEmpty }

  /// The commune of the study area that it stands in; `nil` for one beyond them, and where there is no list.
  func commune(_ index: Int) -> Commune? { communes.isEmpty ? nil : communes[index] }

  /// What it is: what its source or its category calls it; empty where nothing is known.
  func kind(_ index: Int) -> String {
    candidate(index).place.kind.map(wording.relayKind) ?? ""
  }

  /// How likely it says yes, 0 to 1, as the list counts it; `nil` where nobody's likelihood is known.
  func acceptance(_ index: Int) -> Double? {
    let known = candidate(index).acceptance
    return plan.prospection.list.measure == .expected ? known ?? 1 : known
  }

  /// Minutes of a round, as files give them: one decimal.
  func tenths(_ minutes: Double) -> Double { (minutes * 10).rounded() / 10 }

  /// Demand, which is metres of street where these count alike.
  func length(_ units: Int64) -> Length {
    Length(metres: plan.prospection.problem.unit.metres(units))
  }

  /// Whether gains are averages: somebody may say no.
  var isAverage: Bool { plan.prospection.list.measure == .expected }

  /// The same as a number, as files give it.
  func metres(_ units: Int64) -> Double { plan.prospection.problem.unit.metres(units) }

  /// The reasons of a pick or an alternative, each a clause of its own.
  ///
  /// - Parameter pick: The pick's place in the list, `nil` for an alternative.
  func clauses(of index: Int, pick: Int?) -> [String] {
    let reasons = plan.reasons(of: index)
    var clauses = [wording.covers(reasons, left: left(reasons, pick))]
    if let text = wording.helps(reasons, schools: self.schools(reasons), follows: false) {
      clauses.append(text)
    }
    return clauses + furtherClauses(of: index)
  }

  /// Those of a door of a round.
  func clauses(of stop: VisitRounds.Stop) -> [String] {
    clauses(of: stop.candidate, pick: stop.pick)
  }

  func sentence(of stop: VisitRounds.Stop) -> String {
    sentence(of: stop.candidate, pick: stop.pick)
  }

  private func furtherClauses(of index: Int) -> [String] {
    let reasons = plan.reasons(of: index)
    var clauses: [String] = []
    if let opening = reasons.opening {
      clauses.append(
        wording.opens(
          opening, windows: plan.windows,
          isUsuallyOpen: candidate(index).usuallyOpensAtSchoolHours))
    }
    if !candidate(index).usuallyHasStreetFront { clauses.append(wording.oftenWithoutStreetFront) }
    if let text = wording.mends(gaps(reasons)) { clauses.append(text) }
    return clauses
  }

  /// The same in one sentence.
  func sentence(of index: Int, pick: Int?) -> String {
    let reasons = plan.reasons(of: index)
    let covers = wording.covers(reasons, left: left(reasons, pick))
    let helps = wording.helps(reasons, schools: schools(reasons), follows: true)
    return
      ([[covers, helps].compactMap { $0 }.joined(separator: ", ")] + furtherClauses(of: index))
      .joined(separator: wording.clauseSeparator)
  }

  /// `Nom (C-12), regagne 180 m sur 200 m`.
  func sentence(of alternative: Alternative, pick: Int) -> String {
    let candidate = candidate(alternative.candidate)
    let name = candidate.place.name.map { "\($0) (\(candidate.id))" } ?? candidate.id
    let regains = wording.regains(
      length(alternative.regained), of: length(plan.picks[pick].lost))
    return wording.say("prospection.alternative", ["door": .text(name), "regains": .text(regains)])
  }

  /// Schools whose number of children is public, with how many at the busiest place.
  func schools(_ reasons: Reasons) -> [(name: String, children: Int)] {
    reasons.schools.compactMap { share in
      guard let children = PublicCount(share.children, homes: share.homes).children, children > 0
      else { return nil }
      return (schools[share.school].name ?? schools[share.school].id, children)
    }
  }

  /// The gaps that reasons refer to.
  func gaps(_ reasons: Reasons) -> [(gap: Gap, part: Reasons.GapPart)] {
    reasons.gaps.map { (gaps[$0.gap], $0) }
  }

  /// What the picks before, and those who said yes, leave of what a pick newly covers; `nil` where all of it, or
  /// where demand is not street.
  private func left(_ reasons: Reasons, _ pick: Int?) -> Length? {
    guard let pick else { return nil }
    let own = plan.picks[pick]
    let prospection = plan.prospection
    guard prospection.problem.unit == .millimetres,
      prospection.list.gainsIfYes[own.candidate] == reasons.newlyCovered.millimetres
        || !prospection.agreed.isEmpty,
      own.gain < reasons.newlyCovered.millimetres
    else { return nil }
    return Length(millimetres: own.gain)
  }

  /// The round a pick is visited in, from 1.
  func round(of pick: Int) -> Int? {
    plan.rounds?.rounds.firstIndex { $0.stops.contains { $0.pick == pick } }.map { $0 + 1 }
  }
}
