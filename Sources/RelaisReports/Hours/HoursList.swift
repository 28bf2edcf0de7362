package import CoverageEngine
package import RelaisWording

/// What `relais hours` prints for people.
package enum HoursList {
  /// The value, what it was understood as, then a line per instant; one line where it was refused.
  package static func text(
    _ answers: [HoursAnswer], at instants: [LocalInstant], _ wording: Wording
  ) -> String {
    var lines: [String] = []
    for answer in answers {
      lines.append(answer.value)
      switch answer.reading {
      case .refused(let error):
        lines.append("  " + wording.sentence(error, in: answer.value))
      case .hours(let hours):
        if hours.understoodAs != answer.value {
          lines.append("  " + wording.understood(as: hours.understoodAs))
        }
        for (instant, evaluation) in zip(instants, answer.evaluations) {
          lines.append(
            "  "
              + wording.line(
                instant, evaluation, rule: answer.rule(of: evaluation),
                isOnlyRule: hours.understoodAs == answer.rule(of: evaluation)))
        }
      }
    }
    return lines.joined(separator: "\n")
  }
}
