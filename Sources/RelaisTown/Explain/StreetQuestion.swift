public import CoverageEngine
import RelaisGeo
import RelaisReports
public import RelaisWording

/// A street whole: what of it is covered, stretch by stretch, and who would help.
public struct StreetQuestion: Sendable {
  public var subject: Subject
  public var measure = Measure()
  public var time = TimeRequest()
  /// The street as somebody wrote it, and as the address base calls it, where it knows it; the first that is found counts.
  public var names: [String]

  public init(_ names: [String], of subject: Subject) {
    self.names = names
    self.subject = subject
  }

  /// Every file that is read.
  public var inputs: [String] { subject.files + time.schoolHolidays }

  /// - Returns: `nil` where no street to cover is called so.
  /// - Throws: what readers throw; `TerritoryError`, `RegistryError`; ``RequestError/severalStreets(_:among:)`` where a part of
  ///   a name is that of several.
  public func answer(_ work: Work) throws -> StreetAnswer? {
    var (files, parameters) = try subject.inputs(measure, work)
    files.readsCandidates = true
    let time = try time.read(over: files)
    let inputs = try Inputs.read(files, work)
    try work.cancellation.check()
    var analysis = inputs.analysis(parameters)
    analysis.calendar = time.calendar
    let live = LiveCoverage(
      LiveStreets(analysis), relays: inputs.facilities, candidates: inputs.candidates)
    let question = LiveQuestion(parameters.budgets, at: time.moment)
    for name in names {
      if let found = live.explanation(ofStreet: name, question) {
        return StreetAnswer(explanation: found, live: live)
      }
    }
    guard let name = names.first else { return nil }
    let alike = live.streetNames(like: name, limit: 10)
    if alike.count > 1 { throw RequestError.severalStreets(name, among: alike) }
    return nil
  }
}

/// What there is to say of a street, with the town it was asked of.
public struct StreetAnswer: Sendable {
  public let explanation: StreetExplanation
  public let live: LiveCoverage

  /// Schema `relais.explain/1`.
  public func json(_ wording: Wording) -> [UInt8] {
    StreetExplanationJSON.bytes(explanation, of: live, wording)
  }

  /// In words, as a terminal shows it.
  public func text(_ wording: Wording) -> String {
    wording.explain(explanation, of: live)
  }
}
