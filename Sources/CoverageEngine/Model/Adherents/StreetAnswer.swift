public import RelaisGeo

/// What came of one door of a round, as the telephone that was there says it.
public struct StreetAnswer: Hashable, Sendable {
  /// When it was given, by the telephone's clock, in local time.
  public struct Instant: Hashable, Comparable, Sendable {
    public var day: CalendarDay
    /// Of the day, from 0 to 1,439.
    public var minute: Int

    /// - Precondition: `minute` is one of a day.
    public init(day: CalendarDay, minute: Int) {
      precondition((0..<1_440).contains(minute), "not a minute of a day")
      self.day = day
      self.minute = minute
    }

    /// `2026-12-01T10:12`; seconds, and what follows them, are left out. `nil` for any other text.
    public init?(_ text: String) {
      let bytes = Array(text.utf8)
      func number(_ range: Range<Int>) -> Int? {
        bytes[range].reduce(0 as Int?) { sum, byte in
          guard let sum, byte &- 48 < 10 else { return nil }
          return sum * 10 + Int(byte - 48)
        }
      }
      guard bytes.count >= 16, bytes.count <= 40, bytes[4] == UInt8(ascii: "-"),
        bytes[7] == UInt8(ascii: "-"), bytes[10] == UInt8(ascii: "T"),
        bytes[13] == UInt8(ascii: ":"), bytes[16...].allSatisfy("0123456789:.+-Z".utf8.contains),
        let year = number(0..<4), let month = number(5..<7), let date = number(8..<10),
        let day = CalendarDay(year: year, month: month, day: date),
        let hour = number(11..<13), let minute = number(14..<16), hour < 24, minute < 60
      else { return nil }
      self.init(day: day, minute: hour * 60 + minute)
    }

    /// `2026-12-01T10:12`.
    public var text: String {
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return "\(day.iso)T\(two(minute / 60)):\(two(minute % 60))"
    }

    public static func < (a: Instant, b: Instant) -> Bool {
      (a.day, a.minute) < (b.day, b.minute)
    }
  }

  /// What somebody saw at the door. Raw values are those of files.
  public enum Condition: String, CaseIterable, Sendable {
    case groundFloor = "ground_floor"
    case streetFront = "street_front"
    case minorsAdmitted = "minors_admitted"
    /// One gets in without ringing. No condition of joining: kept with the answer alone.
    case noBell = "no_bell"

    /// The fact the registry keeps of it.
    public var field: EstablishmentField? {
      switch self {
      case .groundFloor: .groundFloor
      case .streetFront: .streetFront
      case .minorsAdmitted: .minorsAdmitted
      case .noBell: nil
      }
    }
  }

  /// Why it was that answer, by one tap. Raw values are those of files.
  public enum Reason: String, CaseIterable, Sendable {
    case noTime = "no-time"
    case notInterested = "not-interested"
    /// Somebody else decides: an owner, a head office.
    case decidedElsewhere = "decided-elsewhere"
    case fearOfTrouble = "fear-of-trouble"
    case tooFewStaff = "too-few-staff"
    /// Whoever decides was out.
    case decisionMakerOut = "decision-maker-out"
    /// Shut at that hour, and not for good.
    case shut
    case onHoliday = "on-holiday"
  }

  /// A place met on the way that no list has.
  public struct NewPlace: Hashable, Sendable {
    public var name: String
    public var kind: EstablishmentKind
    public var position: Position?

    public init(name: String, kind: EstablishmentKind, position: Position?) {
      self.name = name
      self.kind = kind
      self.position = position
    }
  }

  /// Which door.
  public enum Place: Hashable, Sendable {
    /// A code of the registry, a candidate's identifier, or the UUID of the answer that brought a new place.
    case known(String)
    case new(NewPlace)
  }

  /// A UUID as it was sent, given by the telephone: the same answer again bears the same.
  public var id: String
  public var place: Place
  public var at: Instant
  public var outcome: VisitOutcome
  public var callBackOn: CalendarDay?
  public var conditions: [Condition: Bool]
  public var reason: Reason?
  public var note: String?

  public init(
    id: String, place: Place, at: Instant, outcome: VisitOutcome, callBackOn: CalendarDay? = nil,
    conditions: [Condition: Bool] = [:], reason: Reason? = nil, note: String? = nil
  ) {
    self.id = id
    self.place = place
    self.at = at
    self.outcome = outcome
    self.callBackOn = callBackOn
    self.conditions = conditions
    self.reason = reason
    self.note = note
  }
}

/// The answers of one round as they came, in their order.
public struct StreetAnswers: Sendable {
  /// One of them: understood, or refused for what it says.
  public enum Entry: Hashable, Sendable {
    case answer(StreetAnswer)
    case unread(UnreadAnswer)
  }

  /// The towns the telephone names; none, or empty, where it was told none.
  public var territories: [String]
  public var entries: [Entry]

  public init(territories: [String] = [], entries: [Entry]) {
    self.territories = territories
    self.entries = entries
  }
}

/// An answer that is not understood: what of it is, as its texts, and why the whole is refused.
public struct UnreadAnswer: Hashable, Sendable {
  /// A UUID as it was sent; `nil` where it has none, and cannot be known again.
  public var id: String?
  public var place: String?
  public var at: String?
  public var outcome: String?
  public var note: String?
  public var refusal: AnswerRefusal

  public init(
    id: String?, place: String? = nil, at: String? = nil, outcome: String? = nil,
    note: String? = nil, _ refusal: AnswerRefusal
  ) {
    self.id = id
    self.place = place
    self.at = at
    self.outcome = outcome
    self.note = note
    self.refusal = refusal
  }
}
