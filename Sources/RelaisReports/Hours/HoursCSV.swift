package import CoverageEngine
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// `relais hours --csv`: a row for every value and instant.
package enum HoursCSV {
  /// A row for every value and instant, values in their order.
  package static func bytes(
    _ answers: [HoursAnswer], at instants: [LocalInstant], _ wording: Wording
  ) -> [UInt8] {
    var writer = CSVWriter(
      headers: ["value", "understood_as", "at", "state", "comment", "rule", "reason"])
    for answer in answers {
      for (index, instant) in instants.enumerated() {
        switch answer.reading {
        case .hours:
          let evaluation = answer.evaluations[index]
          writer.append([
            .text(answer.value), .text(answer.understoodAs ?? ""), .text(instant.iso),
            .text(evaluation.state.rawValue), .text(wording.comment(evaluation) ?? ""),
            .text(answer.rule(of: evaluation) ?? ""),
            .text(evaluation.doubt.map(wording.sentence) ?? ""),
          ])
        case .refused(let error):
          writer.append([
            .text(answer.value), .empty, .text(instant.iso), .text("invalid"), .empty, .empty,
            .text(wording.sentence(error, in: answer.value)),
          ])
        }
      }
    }
    return writer.bytes
  }
}
