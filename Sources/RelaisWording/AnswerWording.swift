package import CoverageEngine

/// Answers of a round: what became of each, and why.
extension Wording {
  package var answerColumns: [String] {
    [
      say("answers.column.answer"), say("answers.column.state"), say("answers.column.outcome"),
      say("answers.column.establishment"), say("answers.column.reason"),
    ]
  }

  package func name(_ state: AnswerResult.State) -> String {
    switch state {
    case .accepted: say("answers.state.accepted")
    case .known: say("answers.state.known")
    case .refused: say("answers.state.refused")
    }
  }

  /// What is worth knowing of what became of an answer; `nil` for nothing.
  package func reason(_ state: AnswerResult.State) -> String? {
    switch state {
    case .accepted(isOvertaken: false): nil
    case .accepted(isOvertaken: true): say("answers.overtaken")
    case .known: nil
    case .refused(let refusal): sentence(refusal)
    }
  }

  /// Why an answer is refused, and what to do.
  package func sentence(_ refusal: AnswerRefusal) -> String {
    switch refusal {
    case .noIdentifier(""): say("answers.refusal.noIdentifier")
    case .noIdentifier(let text): say("answers.refusal.badIdentifier", ["found": .text(text)])
    case .noPlace: say("answers.refusal.noPlace")
    case .unknownPlace(let code): say("answers.refusal.unknownPlace", ["code": .text(code)])
    case .ambiguousPlace(let code): say("answers.refusal.ambiguousPlace", ["code": .text(code)])
    case .unknownOutcome(""): say("answers.refusal.noOutcome")
    case .unknownOutcome(let word): say("answers.refusal.unknownOutcome", ["word": .text(word)])
    case .unreadInstant(let text): say("answers.refusal.unreadInstant", ["found": .text(text)])
    case .future(let instant): say("answers.refusal.future", ["instant": .text(instant)])
    case .callBackDay(let text): say("answers.refusal.callBackDay", ["found": .text(text)])
    case .badMember(let name): say("answers.refusal.badMember", ["member": .text(name)])
    case .tooLong(let name): say("answers.refusal.tooLong", ["member": .text(name)])
    case .probablyKnown(let doubles):
      say(
        "answers.refusal.probablyKnown",
        ["doubles": .list(doubles.map { "\($0.code) \($0.name)" })])
    }
  }

  package func name(_ reason: StreetAnswer.Reason) -> String {
    switch reason {
    case .noTime: say("answers.reason.noTime")
    case .notInterested: say("answers.reason.notInterested")
    case .decidedElsewhere: say("answers.reason.decidedElsewhere")
    case .fearOfTrouble: say("answers.reason.fearOfTrouble")
    case .tooFewStaff: say("answers.reason.tooFewStaff")
    case .decisionMakerOut: say("answers.reason.decisionMakerOut")
    case .shut: say("answers.reason.shut")
    case .onHoliday: say("answers.reason.onHoliday")
    }
  }

  /// What the history says of an answer besides its outcome; `nil` for nothing.
  package func history(of answer: StreetAnswer) -> String? {
    let parts = [
      answer.reason.map { name($0) },
      answer.conditions[.noBell] == false ? say("answers.bell") : nil, answer.note,
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: clauseSeparator)
  }

  /// Why the answers of a file are those of another town.
  package func foreignAnswers(named: String, own: String) -> String {
    say("answers.foreign", ["named": .text(named), "own": .text(own)])
  }

  /// How many answers became what.
  package func answersTaken(
    accepted: Int, known: Int, refused: Int, isRehearsal: Bool
  ) -> String {
    isRehearsal
      ? say(
        "answers.taken.rehearsal",
        ["accepted": .integer(accepted), "known": .integer(known), "refused": .integer(refused)])
      : say(
        "answers.taken",
        ["accepted": .integer(accepted), "known": .integer(known), "refused": .integer(refused)])
  }

  package var answersAbstract: String { say("answers.abstract") }
  package var answersDiscussion: String { say("answers.discussion") }
  package var answersFilesHelp: String { say("answers.filesHelp") }
}
