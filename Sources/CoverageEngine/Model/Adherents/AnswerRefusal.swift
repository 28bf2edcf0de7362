/// Why an answer of a round is not taken; the others of the round are.
public enum AnswerRefusal: Error, Hashable, Sendable {
  /// An establishment that a new place probably is.
  public struct Double: Hashable, Sendable {
    public var code: String
    public var name: String

    public init(code: String, name: String) {
      self.code = code
      self.name = name
    }
  }

  /// No UUID, or another text in its place.
  case noIdentifier(String)
  /// Neither a place nor a new one, or both.
  case noPlace
  /// No establishment and no candidate bears this code.
  case unknownPlace(String)
  /// Several establishments do.
  case ambiguousPlace(String)
  /// An unknown outcome; empty where the answer gives no outcome.
  case unknownOutcome(String)
  /// An invalid time of answer.
  case unreadInstant(String)
  /// A time of answer more than a day ahead.
  case future(String)
  /// An invalid day to call back, or one before the answer.
  case callBackDay(String)
  /// A member, by its name, that is not what it should be.
  case badMember(String)
  /// A member, by its name, with more characters than one may have.
  case tooLong(String)
  /// A new place the registry probably has.
  case probablyKnown([Double])
}

/// What became of one answer.
public struct AnswerResult: Hashable, Sendable {
  public enum State: Hashable, Sendable {
    /// It is in the registry. Whether a change of a later day stands before it today.
    case accepted(isOvertaken: Bool)
    /// It was there before, and nothing changed.
    case known
    case refused(AnswerRefusal)
  }

  /// Its UUID as it was sent; empty where it has none.
  public var id: String
  public var state: State
  public var outcome: VisitOutcome?
  /// The establishment it is about now; `nil` where it is refused.
  public var establishment: Establishment?
  /// The change it made, by which it can be undone; `nil` unless it was just accepted.
  public var event: Int64?

  public init(
    id: String, _ state: State, outcome: VisitOutcome? = nil, establishment: Establishment? = nil,
    event: Int64? = nil
  ) {
    self.id = id
    self.state = state
    self.outcome = outcome
    self.establishment = establishment
    self.event = event
  }

  public var isRefused: Bool { if case .refused = state { true } else { false } }
  public var isAccepted: Bool { if case .accepted = state { true } else { false } }
}

/// An answer as the registry keeps it: what was sent, by whom, and what became of it.
public struct KeptAnswer: Hashable, Sendable {
  /// A UUID in lower case.
  public var id: String
  /// As it was sent; `nil` for a new place.
  public var place: String?
  /// The name of a new place.
  public var newName: String?
  /// As it was sent, `2026-12-01T10:12` unless it was not understood.
  public var at: String?
  /// `nil` where it was not understood.
  public var outcome: VisitOutcome?
  public var reason: StreetAnswer.Reason?
  public var conditions: [StreetAnswer.Condition: Bool]
  public var callBackOn: CalendarDay?
  public var note: String?
  /// The establishment it was recorded for, by identifier; `nil` where it is refused.
  public var establishment: String?
  /// The change it made.
  public var event: Int64?
  public var refusal: AnswerRefusal?
  /// Who sent it.
  public var sender: String
  /// `2026-12-01T09:30:00.000Z`.
  public var receivedAt: String
  /// When an agent had seen it; `nil` before.
  public var seenAt: String?

  public init(
    id: String, place: String?, newName: String?, at: String?, outcome: VisitOutcome?,
    reason: StreetAnswer.Reason?, conditions: [StreetAnswer.Condition: Bool],
    callBackOn: CalendarDay?, note: String?, establishment: String?, event: Int64?,
    refusal: AnswerRefusal?, sender: String, receivedAt: String, seenAt: String?
  ) {
    self.id = id
    self.place = place
    self.newName = newName
    self.at = at
    self.outcome = outcome
    self.reason = reason
    self.conditions = conditions
    self.callBackOn = callBackOn
    self.note = note
    self.establishment = establishment
    self.event = event
    self.refusal = refusal
    self.sender = sender
    self.receivedAt = receivedAt
    self.seenAt = seenAt
  }
}
