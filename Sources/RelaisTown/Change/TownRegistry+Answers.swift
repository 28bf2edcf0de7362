public import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisWording

extension StreetAnswers {
  /// Reads `relais.answers/1`: a file, or a text in which it stands.
  ///
  /// - Parameter file: What errors name.
  /// - Throws: `FormatError` where no answer can be read at all; one that is wrong by itself is an entry that says why.
  public static func read(_ bytes: [UInt8], file: String) throws -> StreetAnswers {
    try AnswersImporter.read(bytes, file: file)
  }
}

/// Answers of rounds, brought in by file or sent by telephones. Functions throw `RegistryError`, and what reading candidates
/// throws.
extension TownRegistry {
  /// Takes answers up: each is recorded, known already, or refused with its reason, whatever becomes of the others.
  ///
  /// Candidates become establishments, as by a visit. What is accepted is on the disk, each answer with its UUID, so that sending
  /// twice changes nothing. Makes a missing registry where an answer can be taken.
  ///
  /// - Returns: A result for each entry, in their order.
  /// - Throws: ``ForeignAnswers`` for those of another town; nothing is then taken.
  public func take(_ answers: StreetAnswers) throws -> [AnswerResult] {
    let taking = try AnswerTaking(answers, territory, work)
    if taking.isWithoutRegistry {
      // Where none can be taken, no empty registry is left behind.
      guard try rehearse(taking).contains(where: \.isAccepted) else { return try rehearse(taking) }
    }
    let store = try territory.registry(for: taking.makesRegistry ? .creating : .writing)
    defer { store.close() }
    return try store.write(work.stamp) { try taking.take(with: &$0) }
  }

  /// What ``take(_:)`` would give, everything being left as it is.
  public func rehearse(_ answers: StreetAnswers) throws -> [AnswerResult] {
    try rehearse(AnswerTaking(answers, territory, work))
  }

  private func rehearse(_ taking: AnswerTaking) throws -> [AnswerResult] {
    let store =
      try taking.makesRegistry ? RegistryStore() : territory.registry(for: .writing)
    defer { store.close() }
    var results: [AnswerResult] = []
    try store.rehearse(work.stamp) { results = try taking.take(with: &$0) }
    return results
  }

  /// Answers as the registry keeps them, in the order in which they first came.
  ///
  /// - Parameter unseenOnly: Whether those an agent has seen are left out.
  public func answers(unseenOnly: Bool = false) throws -> [KeptAnswer] {
    guard try RegistryStore.exists(at: territory.registryFile) else { return [] }
    return try reading { try $0.answers().filter { !unseenOnly || $0.seenAt == nil } }
  }

  /// Notes that an agent saw answers, by their UUIDs.
  ///
  /// - Returns: How many of them nobody had seen.
  @discardableResult
  public func markSeen(answers ids: [String]) throws -> Int {
    try writing { try $0.markSeen(answers: ids) }
  }
}

/// Answers to be taken, with the candidates they name.
private struct AnswerTaking {
  private let entries: [StreetAnswers.Entry]
  private let candidates: [String: TakenCandidate]
  private let wording: Wording
  let isWithoutRegistry: Bool
  /// A registry stands for the files of relays: none is made where there are some.
  let makesRegistry: Bool

  init(_ answers: StreetAnswers, _ territory: Territory, _ work: Work) throws {
    // A town may be named by its code, too.
    let own = ([territory.name] + territory.configuration.communes).map(Establishment.folded)
    let foreign = answers.territories.first {
      let named = Establishment.folded($0)
      return !named.isEmpty && !own.contains(named)
    }
    if let foreign { throw ForeignAnswers(named: foreign, own: territory.name) }
    entries = answers.entries
    wording = work.wording
    isWithoutRegistry = try !RegistryStore.exists(at: territory.registryFile)
    makesRegistry = isWithoutRegistry && territory.files(.adherents).isEmpty
    var histories: [EstablishmentHistory] = []
    var known = Set<String>()
    if !isWithoutRegistry {
      let store = try territory.registry(for: .reading)
      defer { store.close() }
      histories = try store.histories()
      known = try Set(store.answers().filter { $0.event != nil }.map(\.id))
    }
    let places = entries.compactMap { entry -> String? in
      guard case .answer(let answer) = entry, case .known(let code) = answer.place,
        !known.contains(answer.id.lowercased())
      else { return nil }
      return code
    }
    // Candidates are read only where the registry does not know a place.
    let unknown = Set(places).subtracting(
      RegistryWriter.Codes(histories).known(among: places, in: histories))
    let named =
      try unknown.isEmpty
      ? [:]
      : CandidateInputs.named(unknown, of: territory, histories: histories, on: work.stamp)
    let (makes, words) = (makesRegistry, wording)
    candidates = named.mapValues { one in
      TakenCandidate(
        makesRegistry: makes, place: one.place, category: one.category,
        establishment: one.establishment, wording: words)
    }
  }

  /// Takes each by its own time, and gives the results in the order they came.
  func take(with writer: inout RegistryWriter) throws -> [AnswerResult] {
    let codes = RegistryWriter.Codes(writer.allHistories)
    let order = entries.indices.sorted { a, b in
      (instant(a), a) < (instant(b), b)
    }
    var results = [AnswerResult?](repeating: nil, count: entries.count)
    for index in order {
      results[index] = try writer.take(
        entries[index], codes: codes, words: wording.history(of:),
        candidates: { code, writer, occasion in
          try candidates[code]?.takeUp(in: &writer, occasion)
        })
    }
    return results.compactMap { $0 }
  }

  private func instant(_ index: Int) -> String {
    if case .answer(let answer) = entries[index] { answer.at.text } else { "" }
  }
}
