public import CoverageEngine
import RelaisReports
public import RelaisWording

/// What a scenario would change, with the town it was asked of.
public struct ScenarioAnswer: Sendable {
  public let outcome: ScenarioOutcome
  public let live: LiveCoverage

  /// Schema `relais.scenario/1`.
  public func json(_ wording: Wording) -> [UInt8] {
    ScenarioJSON.bytes(outcome, of: live, wording)
  }
}

/// The best candidates after a scenario, with the town it was asked of.
public struct NextAnswer: Sendable {
  public let choice: NextRelays
  public let question: LiveQuestion
  public let live: LiveCoverage

  /// Schema `relais.next/1`.
  public func json(_ wording: Wording) -> [UInt8] {
    NextJSON.bytes(choice, question, of: live)
  }
}

/// What the bench draws.
public struct LiveMap: Sendable {
  public let live: LiveCoverage
  public let question: LiveQuestion

  init(_ live: LiveCoverage, _ question: LiveQuestion) {
    self.live = live
    self.question = question
  }

  /// Schema `relais.map/1`; its shape is told at ``RelaisReports/LiveMapJSON``.
  ///
  /// - Parameter candidates: Those shown on a map anybody may look at; `nil` for all.
  public func json(_ wording: Wording, showing candidates: Set<String>? = nil) -> [UInt8] {
    LiveMapJSON.bytes(live, question, showing: candidates, wording)
  }
}
