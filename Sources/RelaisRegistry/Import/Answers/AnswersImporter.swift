package import CoverageEngine
package import RelaisFormats
import RelaisGeo

/// Makes answers of the rows of a file, each understood or refused by itself.
package enum AnswersImporter {
  /// The most characters of a note; a longer one is no note.
  package static let longestNote = 2_000
  /// The most characters of what names a place.
  static let longestPlace = 300
  /// The most characters kept of a text that was not understood.
  static let longestKept = 200

  /// - Parameter file: What errors name.
  /// - Throws: `FormatError`, where no answer can be read at all.
  package static func read(
    _ bytes: [UInt8], file: String
  ) throws(FormatError) -> StreetAnswers {
    let content = try AnswersReader.read(bytes, file: file)
    return StreetAnswers(
      territories: content.territories, entries: content.rows.map(entry))
  }

  private static func entry(_ row: AnswersContent.Row) -> StreetAnswers.Entry {
    let id = row.text("id").flatMap { RegistryUUID.read($0) }
    do throws(AnswerRefusal) {
      guard let id else { throw .noIdentifier(short(row.text("id") ?? "")) }
      return .answer(try answer(row, id))
    } catch {
      return .unread(
        UnreadAnswer(
          id: id, place: row.text("place").map(short), at: row.text("at").map(short),
          outcome: row.text("outcome").map(short),
          note: row.text("note").map { String($0.prefix(longestNote)) }, error))
    }
  }

  private static func answer(
    _ row: AnswersContent.Row, _ id: String
  ) throws(AnswerRefusal) -> StreetAnswer {
    if let wrong = row.misshapen.sorted().first(where: known.contains) { throw .badMember(wrong) }
    let at = try row.words("at") ?? ""
    guard let instant = StreetAnswer.Instant(at) else { throw .unreadInstant(short(at)) }
    let word = try row.words("outcome") ?? ""
    guard let outcome = VisitOutcome(rawValue: word) else { throw .unknownOutcome(short(word)) }
    let note = try row.words("note")
    if note?.count ?? 0 > longestNote { throw .tooLong("note") }
    let callBack = try row.words("call_back_on")
    let day = callBack.flatMap { CalendarDay($0) }
    if let callBack, day.map({ $0 < instant.day }) ?? true { throw .callBackDay(short(callBack)) }
    // A reason that a later page may know is no ground to lose the answer.
    let reason = try row.words("reason").flatMap(StreetAnswer.Reason.init)
    return StreetAnswer(
      id: id, place: try place(row), at: instant, outcome: outcome, callBackOn: day,
      conditions: try conditions(row), reason: reason, note: note)
  }

  /// The members that mean something; others are those of later programs.
  private static let known: Set<String> = [
    "answers", "id", "place", "at", "outcome", "call_back_on", "conditions", "note", "reason",
    "new",
  ]

  private static func place(
    _ row: AnswersContent.Row
  ) throws(AnswerRefusal) -> StreetAnswer.Place {
    let code = try row.words("place")
    switch (code, row.new) {
    case (let code?, nil):
      guard code.count <= longestPlace else { throw .tooLong("place") }
      return .known(code)
    case (nil, let new?): return .new(try newPlace(new))
    case (nil, nil), (_?, _?): throw .noPlace
    }
  }

  private static func newPlace(
    _ members: [String: AttributeValue]
  ) throws(AnswerRefusal) -> StreetAnswer.NewPlace {
    let row = AnswersContent.Row(members: members)
    guard let name = try row.words("name") else { throw .badMember("name") }
    guard LongName(name) == nil else { throw .tooLong("name") }
    let word = try row.words("kind")
    // What is met on the way is a shop unless it is said to be another kind of place.
    let kind = word.map { EstablishmentKind(rawValue: $0) ?? AdherentWords.kind($0) } ?? .shop
    guard let kind else { throw .badMember("kind") }
    func degrees(_ name: String) throws(AnswerRefusal) -> Double? {
      switch members[name] {
      case nil, .null?: return nil
      case .real(let value)?: return value
      case .integer(let value)?: return Double(value)
      case .bool?, .text?: throw .badMember(name)
      }
    }
    let (lon, lat) = (try degrees("lon"), try degrees("lat"))
    guard let lon, let lat else {
      if lon != nil || lat != nil { throw .badMember(lon == nil ? "lon" : "lat") }
      return StreetAnswer.NewPlace(name: name, kind: kind, position: nil)
    }
    let position = Position(x: lon, y: lat)
    guard position.isGeographic else { throw .badMember("lon") }
    return StreetAnswer.NewPlace(name: name, kind: kind, position: position)
  }

  private static func conditions(
    _ row: AnswersContent.Row
  ) throws(AnswerRefusal) -> [StreetAnswer.Condition: Bool] {
    var conditions: [StreetAnswer.Condition: Bool] = [:]
    for (name, value) in (row.conditions ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let condition = StreetAnswer.Condition(rawValue: name) else { continue }
      switch value {
      case .null: continue
      case .bool(let value): conditions[condition] = value
      case .integer, .real, .text: throw .badMember(name)
      }
    }
    return conditions
  }

  private static func short(_ text: String) -> String { String(text.prefix(longestKept)) }
}

extension AnswersContent.Row {
  /// A text as it is; `nil` for anything else.
  fileprivate func text(_ name: String) -> String? {
    if case .text(let text)? = members[name] { text } else { nil }
  }

  /// A text without spaces around it; `nil` where there is none, or nothing else.
  fileprivate func words(_ name: String) throws(AnswerRefusal) -> String? {
    switch members[name] {
    case nil, .null?: return nil
    case .text(let text)?:
      let clean = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return clean.isEmpty ? nil : clean
    case .bool?, .integer?, .real?: throw .badMember(name)
    }
  }
}
