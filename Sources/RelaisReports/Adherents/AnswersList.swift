package import CoverageEngine
import RelaisFormats
package import RelaisWording

/// What became of the answers of a round.
package struct AnswersList {
  private let results: [AnswerResult]

  package init(_ results: [AnswerResult]) {
    self.results = results
  }

  /// A line each, columns aligned; a heading first.
  package func text(_ wording: Wording) -> String {
    AlignedColumns.text(
      [wording.answerColumns]
        + results.map { result in
          [
            String(result.id.prefix(8)), wording.name(result.state),
            result.outcome.map { wording.name($0) } ?? "",
            result.establishment.map { [$0.code, $0.name].joined(separator: " ") } ?? "",
            wording.reason(result.state) ?? "",
          ]
        })
  }

  /// `relais adherents answers --json`, and what the server answers: schema `relais.answers-result/1`.
  package func json(_ wording: Wording) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "relais.answers-result/1")
      json.key("answers")
      json.array { json in
        for result in results {
          json.breakLine()
          json.object { json in
            json.member("id", result.id)
            json.member("state", AnswersList.word(result.state))
            json.member("reason", wording.reason(result.state))
            json.member("code", result.establishment?.code)
            json.member("name", result.establishment?.name)
            json.member("change", result.event.map { String($0) })
          }
        }
      }
    }
    return json.finish()
  }

  /// Stable.
  private static func word(_ state: AnswerResult.State) -> String {
    switch state {
    case .accepted: "accepted"
    case .known: "known"
    case .refused: "refused"
    }
  }
}
