package import CoverageEngine

/// What `relais hours` found of one value.
package struct HoursAnswer: Sendable {
  /// As it was given.
  package var value: String
  /// What the value was read as, or why it was refused.
  package var reading: Reading
  /// One for each instant asked for, in that order; none for a value that was refused.
  package var evaluations: [OpeningEvaluation]

  /// The outcome of reading one value.
  package enum Reading: Sendable {
    case hours(OpeningHours)
    case refused(OpeningHoursError)
  }

  /// Reads a value and evaluates it.
  package init(_ value: String, at instants: [LocalInstant], in setting: HoursSetting) {
    self.value = value
    do {
      let hours = try OpeningHours(parsing: value)
      reading = .hours(hours)
      evaluations = instants.map { hours.evaluation(at: $0, in: setting) }
    } catch {
      reading = .refused(error)
      evaluations = []
    }
  }

  /// Whether the value could not be read.
  package var isRefused: Bool { if case .refused = reading { true } else { false } }

  var understoodAs: String? {
    if case .hours(let hours) = reading { hours.understoodAs } else { nil }
  }

  /// The rule that decided, in the value's syntax.
  func rule(of evaluation: OpeningEvaluation) -> String? {
    guard case .hours(let hours) = reading, let rule = evaluation.rule else { return nil }
    return hours.text(ofRule: rule)
  }
}
