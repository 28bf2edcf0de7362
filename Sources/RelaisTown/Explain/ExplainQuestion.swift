public import CoverageEngine
public import RelaisGeo

/// For one spot, the nearest relay and the way there, or why nobody reaches it.
public struct ExplainQuestion: Sendable {
  public var subject: Subject
  public var measure = Measure()
  public var time = TimeRequest()
  public var position: Position
  /// The position as somebody wrote it.
  public var text: String

  public init(_ position: Position, as text: String, of subject: Subject) {
    self.position = position
    self.text = text
    self.subject = subject
  }

  /// Every file that is read.
  public var inputs: [String] { subject.files + time.schoolHolidays }

  /// - Throws: what readers throw; `TerritoryError`, `RegistryError`;
  ///   ``RequestError/noPlace(_:withoutAddresses:)`` for a position that is not on these streets' ground.
  public func answer(_ work: Work) throws -> ExplainAnswer {
    let (files, parameters) = try subject.inputs(measure, work)
    guard files.referenceSystem == .local || position.isGeographic else {
      throw RequestError.noPlace(text, withoutAddresses: false)
    }
    let time = try time.read(over: files)
    let inputs = try Inputs.read(files, work)
    try work.cancellation.check()
    return ExplainAnswer(
      explanation: PlaceExplanation(
        of: position, network: inputs.network, facilities: inputs.facilities,
        parameters: parameters, at: time.moment, calendar: time.calendar),
      facilities: inputs.facilities)
  }
}

/// An explanation, and the relays it speaks of by their number.
public struct ExplainAnswer: Sendable {
  public let explanation: PlaceExplanation
  public let facilities: [Facility]
}
