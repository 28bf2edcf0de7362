package import CoverageEngine
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// `relais hours --json`: an entry for every value and instant, values in their order.
package enum HoursJSON {
  /// An entry for every value and instant, values in their order.
  package static func bytes(
    _ answers: [HoursAnswer], at instants: [LocalInstant], _ wording: Wording
  ) -> [UInt8] {
    var json = JSONWriter()
    json.array { json in
      for answer in answers {
        for (index, instant) in instants.enumerated() {
          json.breakLine()
          json.object { json in
            json.member("value", answer.value)
            json.member("understood_as", answer.understoodAs)
            json.member("at", instant.iso)
            switch answer.reading {
            case .hours:
              let evaluation = answer.evaluations[index]
              json.member("state", evaluation.state.rawValue)
              json.member("comment", wording.comment(evaluation))
              json.member("rule", answer.rule(of: evaluation))
              json.member("reason", evaluation.doubt.map(wording.sentence))
            case .refused(let error):
              json.member("state", "invalid")
              json.member("comment", nil as String?)
              json.member("problem", wording.sentence(error, in: answer.value))
              json.member("offset", error.offset)
              json.member("expected", error.expected.rawValue)
            }
          }
        }
      }
    }
    return json.finish()
  }
}
