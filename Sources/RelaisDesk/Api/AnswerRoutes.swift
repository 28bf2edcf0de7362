import CoverageEngine
import Hummingbird
import RelaisFormats
import RelaisRegistry
import RelaisReports
import RelaisTown

/// The answers of a round, sent by telephones.
struct AnswerRoutes {
  let state: DeskState

  var routes: [DeskRoute] {
    [
      DeskRoute(
        .post, "/api/v1/answers", .roles([.apprentice, .agent]),
        .json(most: InputBound.answerBytes.most)
      ) { request, context in
        let bytes = try await Incoming.bytes(of: request, most: InputBound.answerBytes.most)
        let results = try await take(bytes, named: "answers", context)
        return Reply.json(AnswersList(results).json(context.wording))
      }
    ]
  }

  /// Takes answers up; those that were taken are on the disk.
  func take(
    _ bytes: [UInt8], named file: String, _ context: DeskContext
  ) async throws -> [AnswerResult] {
    let answers = try StreetAnswers.read(bytes, file: file)
    let results = try await state.changing(
      context, .answersTaken, of: String(answers.entries.count)
    ) { try $0.take(answers) }
    await state.feed.tell(.answers)
    return results
  }
}
