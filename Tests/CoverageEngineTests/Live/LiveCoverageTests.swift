import Covering
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Random scenarios on random towns, against the plain analysis of the same relays.
@Suite struct LiveCoverageTests {
  /// A town that is asked, and what it is asked.
  private struct Case {
    var analysis: CoverageAnalysis
    var scenario: Scenario

    init(seed: UInt64) throws {
      var random = SeededRandom(seed: seed &+ 4200)
      var town = Town()
      for street in Town.random(&random).streets {
        town.street(
          street.id, street.from, street.to, street.line.map { ($0.x, $0.y) },
          length: street.length, name: street.name, isDemand: street.isDemand,
          weight: seed % 2 == 0 ? 1 : Double(Int.random(in: 0...40, using: &random)) / 8)
      }
      let hours = [nil, "24/7", "off", "Mo-Fr 08:00-12:00", "Sa 08:00-12:00"]
      func places(_ name: String, _ range: ClosedRange<Int>) -> [Facility] {
        (0..<Int.random(in: range, using: &random)).map { number in
          Facility(
            id: "\(name)\(number)",
            position: Position(
              x: Double.random(in: -2...14, using: &random),
              y: Double.random(in: -2...14, using: &random)),
            openingHours: hours[Int.random(in: 0..<hours.count, using: &random)])
        }
      }
      let relays = places("R", 0...5)
      analysis = CoverageAnalysis(
        network: town.network, facilities: relays,
        parameters: try AnalysisParameters(
          budgets: [1], countsConnector: Bool.random(using: &random), maximumSnap: 2))
      if Bool.random(using: &random) {
        let (x, y) = (
          Double.random(in: 0...6, using: &random), Double.random(in: 0...6, using: &random)
        )
        let corners = [(x, y), (x + 6, y), (x + 6, y + 6), (x, y + 6), (x, y)]
        analysis.studyArea = Area(
          id: "1", name: "Ville",
          shape: MultiPolygon([
            Polygon(shell: corners.map { Position(x: $0.0, y: $0.1) }, holes: [])
          ]))
      }
      let budgets = try Budgets(
        metres: (0..<Int.random(in: 1...2, using: &random)).map { _ in
          Double(Int.random(in: 500...9000, using: &random)) / 1000
        })
      let day = try #require(CalendarDay("2026-11-23"))
      let moment: MomentCoverage.Moment? =
        Bool.random(using: &random) ? .instant(LocalInstant(day: day, minute: 600)) : nil
      scenario = Scenario(
        adding: places("A", 0...3),
        removing: Set(relays.indices.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }),
        LiveQuestion(budgets, at: moment))
    }

    var live: LiveCoverage {
      LiveCoverage(LiveStreets(analysis), relays: analysis.facilities)
    }

    /// The plain analysis, of present relays or of those of the scenario.
    func plain(_ isAfter: Bool) -> AnalysisResult {
      var plain = analysis
      plain.parameters = analysis.parameters.asked(for: scenario.question.budgets)
      plain.moment = scenario.question.moment
      if isAfter {
        plain.facilities =
          analysis.facilities.indices.filter { !scenario.removed.contains($0) }
          .map { analysis.facilities[$0] } + scenario.added
      }
      return plain.run(.gaps)
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func figuresAreThoseOfThePlainAnalysis(seed: UInt64) throws {
    let asked = try Case(seed: seed)
    let outcome = asked.live.outcome(asked.scenario)
    for (figures, isAfter) in [(outcome.before, false), (outcome.after, true)] {
      let plain = asked.plain(isAfter)
      #expect(figures.certain == plain.summaries, "seed \(seed), after: \(isAfter)")
      #expect(figures.possible == plain.moment?.possible, "seed \(seed), after: \(isAfter)")
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func whatIsGainedAndLostIsTheDifference(seed: UInt64) throws {
    let asked = try Case(seed: seed)
    let outcome = asked.live.outcome(asked.scenario)
    let (before, after) = (asked.plain(false), asked.plain(true))
    let network = before.network
    var gained = Length.zero
    for edge in 0..<network.edgeCount where network.isDemand[edge] {
      let length = Int64(network.lengths[edge])
      let inside = before.studyClip?.set(of: edge, length: length) ?? IntervalSet(whole: length)
      for isGained in [true, false] {
        let from = (isGained ? before : after).main.coverage.set(of: edge, in: network)
        let to = (isGained ? after : before).main.coverage.set(of: edge, in: network)
        let expected = to.intersection(from.complement(in: length)).intersection(inside)
        let own = outcome.stretches.filter {
          $0.interval.edge.position == edge && $0.isGained == isGained
        }.map(\.interval)
        #expect(
          own.map { [$0.from.millimetres, $0.to.millimetres] }
            == (length > 0 ? expected.portions.map { [$0.from, $0.to] } : []),
          "seed \(seed), edge \(edge)")
        for part in own { gained += isGained ? part.length : Length.zero - part.length }
      }
    }
    #expect(
      gained == after.main.summary.streetsCovered - before.main.summary.streetsCovered,
      "seed \(seed)")
    let byGaps =
      outcome.closed.reduce(.zero) { $0 + $1.changed }
      - outcome.opened.reduce(.zero) { $0 + $1.changed }
    #expect(byGaps == gained, "seed \(seed)")
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func gapsThatChangeAreThoseOfThePlainAnalysis(seed: UInt64) throws {
    let asked = try Case(seed: seed)
    let outcome = asked.live.outcome(asked.scenario)
    let (before, after) = (asked.plain(false), asked.plain(true))
    func expected(_ gaps: [Gap], beyond other: AnalysisResult) -> [ScenarioOutcome.GapChange] {
      let network = other.network
      return gaps.compactMap { gap in
        let changed = gap.pieces.reduce(Int64(0)) { sum, piece in
          let own = IntervalSet(union: [
            .init(from: piece.from.millimetres, to: piece.to.millimetres)
          ])
          return sum
            + own.intersection(other.main.coverage.set(of: piece.edge.position, in: network)).length
        }
        var gap = gap
        gap.rank = 0
        return changed > 0 ? .init(gap: gap, changed: Length(millimetres: changed)) : nil
      }
    }
    func unranked(_ changes: [ScenarioOutcome.GapChange]) -> [ScenarioOutcome.GapChange] {
      changes.map { change in
        var change = change
        change.gap.rank = 0
        return change
      }
    }
    #expect(
      unranked(outcome.closed) == expected(before.main.gaps, beyond: after), "seed \(seed)")
    #expect(
      unranked(outcome.opened) == expected(after.main.gaps, beyond: before), "seed \(seed)")
    if asked.scenario.removed.isEmpty { #expect(outcome.opened.isEmpty, "seed \(seed)") }
    if asked.scenario.added.isEmpty { #expect(outcome.closed.isEmpty, "seed \(seed)") }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func aScenarioChangesNothing(seed: UInt64) throws {
    let asked = try Case(seed: seed)
    let live = asked.live
    let question = asked.scenario.question
    let first = live.result(question).summaries
    let gaps = live.gaps(question)
    let outcome = live.outcome(asked.scenario)
    #expect(live.outcome(asked.scenario).after == outcome.after, "seed \(seed)")
    #expect(live.result(question).summaries == first, "seed \(seed)")
    #expect(live.gaps(question) == gaps, "seed \(seed)")
    #expect(gaps == asked.plain(false).main.gaps, "seed \(seed)")
    let nothing = live.outcome(Scenario(question))
    #expect(nothing.before == nothing.after)
    #expect(nothing.stretches.isEmpty && nothing.closed.isEmpty && nothing.opened.isEmpty)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func theNextRelaysGainWhatTheirScenarioGains(seed: UInt64) throws {
    var asked = try Case(seed: seed * 2)
    asked.scenario.question.moment = nil
    var random = SeededRandom(seed: seed)
    let candidates = (0..<6).map { number in
      Candidate(
        Facility(
          id: "C\(number)",
          position: Position(
            x: .random(in: 0...12, using: &random), y: .random(in: 0...12, using: &random))))
    }
    let live = LiveCoverage(
      LiveStreets(asked.analysis), relays: asked.analysis.facilities, candidates: candidates)
    func covered(_ added: [Candidate]) -> Length {
      var scenario = asked.scenario
      scenario.added += added.map(\.place)
      return live.outcome(scenario).after.certain.main.streetsCovered
    }
    let start = covered([])
    let best = candidates.map { covered([$0]) - start }.max() ?? .zero
    let one = live.next(1, after: asked.scenario, effort: SearchEffort())
    #expect(one.next.first?.gain ?? 0 == best.millimetres, "seed \(seed)")
    let three = live.next(3, after: asked.scenario, effort: SearchEffort())
    #expect(
      three.next.reduce(0) { $0 + $1.gain }
        == (covered(three.next.map { candidates[$0.candidate] }) - start).millimetres,
      "seed \(seed)")
  }

  @Test func aPlaceFarFromEveryStreetIsAFindingAndCoversNothing() throws {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (100, 0)], name: "rue A")
    let live = LiveCoverage(
      LiveStreets(try CoverageAnalysis(town: town, relays: [(10, 0)], budgets: [20])),
      relays: [Facility(id: "R0", position: Position(x: 10, y: 0))])
    let outcome = live.outcome(
      Scenario(
        adding: [Facility(id: "far", position: Position(x: 50, y: 90))],
        LiveQuestion(try Budgets(metres: [20]))))
    #expect(outcome.before == outcome.after)
    #expect(outcome.added[0].snap == nil)
    #expect(
      outcome.findings.map(\.kind) == [
        .placeUnattached(
          .candidate("far"), away: Length(metres: 90), allowed: Length(metres: 60))
      ])
  }
}
