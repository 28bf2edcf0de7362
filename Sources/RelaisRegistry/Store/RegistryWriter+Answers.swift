package import CoverageEngine
import GRDB

/// Answers of a round, each taken whole or refused alone.
extension RegistryWriter {
  /// Codes of a registry, to be looked up as often as there are answers.
  package struct Codes {
    /// Identifiers by the eight characters lists show.
    fileprivate let ids: [String: [String]]

    package init(_ histories: [EstablishmentHistory]) {
      ids = Dictionary(grouping: histories.map(\.id)) { String($0.prefix(8)) }
    }

    /// Which places of answers the registry knows, so that they need not be looked for among candidates.
    package func known(
      among places: [String], in histories: [EstablishmentHistory]
    ) -> Set<String> {
      let all = Dictionary(uniqueKeysWithValues: histories.map { ($0.id, $0) })
      return Set(
        places.filter { code in
          (keys(of: code) + (ids[code.lowercased()] ?? []))
            .contains { EstablishmentSearch.present($0, in: all) != nil }
        })
    }

    /// Identifiers a code may stand for, the surest first.
    fileprivate func keys(of code: String) -> [String] {
      [code.lowercased(), CandidateKey.establishment(of: code)] + ListNumber.keys(ofTyped: code)
    }
  }

  /// What else a place may be: gives the identifier of the establishment it is taken up as, `nil` for none.
  package typealias Candidates = (String, inout RegistryWriter, Occasion) throws -> String?

  /// Takes one answer: it, its UUID and what follows from it are written together, or it is refused, and that is written.
  ///
  /// One that is known already changes nothing; one that was refused is tried anew. It holds from its own day: what was changed
  /// since stays. A day before the establishment was known, and one that a telephone's clock has too early, becomes the nearest day
  /// an event may hold from.
  ///
  /// - Parameters:
  ///   - words: What the history says of an answer besides its outcome.
  ///   - candidates: Asked for a place the registry does not know.
  /// - Throws: ``RegistryError`` where the registry fails, and what `candidates` throws.
  package mutating func take(
    _ entry: StreetAnswers.Entry, codes: Codes, words: (StreetAnswer) -> String?,
    candidates: Candidates
  ) throws -> AnswerResult {
    switch entry {
    case .unread(let unread):
      guard let id = unread.id else {
        guard case .noIdentifier(let text) = unread.refusal else {
          return AnswerResult(id: "", .refused(unread.refusal))
        }
        return AnswerResult(id: text, .refused(unread.refusal))
      }
      if let known = try known(id, nil) { return known }
      try AnswerTable.write(kept(unread, id), database)
      noteWriting()
      return AnswerResult(id: id, .refused(unread.refusal))
    case .answer(let answer):
      if let known = try known(answer.id, answer.outcome) { return known }
      do {
        do {
          return try attempt { try $0.record(answer, codes, words(answer), candidates) }
        } catch let error as RegistryError {
          throw AnswerRefusal(error) ?? error
        }
      } catch let refusal as AnswerRefusal {
        try AnswerTable.write(kept(answer, refusal), database)
        noteWriting()
        return AnswerResult(id: answer.id, .refused(refusal), outcome: answer.outcome)
      }
    }
  }

  /// Notes that somebody saw answers.
  ///
  /// - Returns: How many of them had not been seen.
  package mutating func markSeen(answers ids: [String]) throws -> Int {
    noteWriting()
    return try AnswerTable.markSeen(ids, at: stamp.recordedAt, database)
  }

  private func known(_ id: String, _ outcome: VisitOutcome?) throws -> AnswerResult? {
    try AnswerTable.establishment(of: id, database).map { establishment in
      AnswerResult(
        id: id, .known, outcome: outcome,
        establishment: present(id: establishment)?.establishment())
    }
  }

  private mutating func record(
    _ answer: StreetAnswer, _ codes: Codes, _ reason: String?, _ candidates: Candidates
  ) throws -> AnswerResult {
    // A clock that is a day off is a telephone's; what is later is a mistake.
    guard answer.at.day.number <= stamp.today.number + 1 else {
      throw AnswerRefusal.future(answer.at.text)
    }
    var occasion = Occasion(day: min(answer.at.day, stamp.today), reason: reason)
    let id: String
    switch answer.place {
    case .known(let code): id = try establishment(code, codes, candidates, occasion)
    case .new(let new): id = try add(new, of: answer, occasion)
    }
    let history = present(id: id)
    occasion.day = [occasion.day, history?.standing.first?.holdsFrom].compactMap { $0 }.max()
    var seen: [EstablishmentField: Bool] = [:]
    for (condition, isMet) in answer.conditions {
      if let field = condition.field { seen[field] = isMet }
    }
    func visit(keepsState: Bool) throws -> RegistryEvent? {
      try self.visit(
        history?.id ?? id, answer.outcome, callBackOn: answer.callBackOn, seen: seen,
        today: stamp.today, keepsState: keepsState, occasion)
    }
    overtaken = []
    var isOvertaken = false
    var event: RegistryEvent?
    do { event = try visit(keepsState: false) } catch RegistryError.stateForbidden {
      // What somebody recorded of a later day cannot follow from this answer: it stays, and the visit is kept.
      event = try visit(keepsState: true)
      isOvertaken = true
    }
    guard let event else { throw AnswerRefusal.noPlace }
    try AnswerTable.write(kept(answer, event), database)
    return AnswerResult(
      id: answer.id, .accepted(isOvertaken: isOvertaken || !overtaken.isEmpty),
      outcome: answer.outcome, establishment: present(id: event.establishment)?.establishment(),
      event: event.sequence)
  }

  /// The establishment a code names, exactly: a telephone sends what it was given.
  private mutating func establishment(
    _ code: String, _ codes: Codes, _ candidates: Candidates, _ occasion: Occasion
  ) throws -> String {
    for id in codes.keys(of: code) {
      if let one = present(id: id) { return one.id }
    }
    let coded = Set((codes.ids[code.lowercased()] ?? []).compactMap { present(id: $0)?.id })
    if coded.count > 1 { throw AnswerRefusal.ambiguousPlace(code) }
    if let id = coded.first { return id }
    // What is said of the visit is not said of its being added.
    if let id = try candidates(code, &self, Occasion(day: occasion.day)) { return id }
    if let answer = RegistryUUID.read(code),
      let id = try AnswerTable.establishment(of: answer, database), let one = present(id: id)
    {
      return one.id
    }
    throw AnswerRefusal.unknownPlace(String(code.prefix(200)))
  }

  /// Adds a place met on the way as a prospect, under a key its answer decides.
  private mutating func add(
    _ new: StreetAnswer.NewPlace, of answer: StreetAnswer, _ occasion: Occasion
  ) throws -> String {
    var values: [EstablishmentField: FactValue?] = [
      .name: .text(new.name), .kind: .kind(new.kind),
    ]
    if let position = new.position {
      values[.position] = .position(position)
      values[.positionSource] = .source(.hand)
    }
    try refuseDoubles(of: values, phone: nil)
    let id = RegistryUUID.derived(from: ["answer", answer.id.lowercased()])
    try add(id: id, values, Occasion(day: occasion.day))
    return id
  }

  private func kept(_ unread: UnreadAnswer, _ id: String) -> KeptAnswer {
    KeptAnswer(
      id: id, place: unread.place, newName: nil, at: unread.at,
      outcome: unread.outcome.flatMap(VisitOutcome.init), reason: nil, conditions: [:],
      callBackOn: nil, note: unread.note, establishment: nil, event: nil,
      refusal: unread.refusal, sender: stamp.author, receivedAt: stamp.recordedAt, seenAt: nil)
  }

  private func kept(_ answer: StreetAnswer, _ refusal: AnswerRefusal) -> KeptAnswer {
    var kept = kept(answer)
    kept.refusal = refusal
    return kept
  }

  private func kept(_ answer: StreetAnswer, _ event: RegistryEvent) -> KeptAnswer {
    var kept = kept(answer)
    kept.establishment = event.establishment
    kept.event = event.sequence
    return kept
  }

  private func kept(_ answer: StreetAnswer) -> KeptAnswer {
    var place: String?
    var name: String?
    switch answer.place {
    case .known(let code): place = code
    case .new(let new): name = new.name
    }
    return KeptAnswer(
      id: answer.id, place: place, newName: name, at: answer.at.text, outcome: answer.outcome,
      reason: answer.reason, conditions: answer.conditions, callBackOn: answer.callBackOn,
      note: answer.note, establishment: nil, event: nil, refusal: nil, sender: stamp.author,
      receivedAt: stamp.recordedAt, seenAt: nil)
  }
}

extension AnswerRefusal {
  /// What of the registry's errors lies with one answer; `nil` for those of the registry itself.
  fileprivate init?(_ error: RegistryError) {
    switch error {
    case .probableDoubles(let doubles):
      self = .probablyKnown(
        doubles.map { Double(code: $0.establishment.code, name: $0.establishment.name) })
    case .badValue(let field, _): self = .badMember(field.rawValue)
    case .nameMissing: self = .badMember("name")
    case .nameTooLong: self = .tooLong("name")
    default: return nil
    }
  }
}
