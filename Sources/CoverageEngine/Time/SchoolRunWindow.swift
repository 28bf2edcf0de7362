/// When children walk: spans of the clock on some weekdays, under a name.
public struct SchoolRunWindow: Hashable, Sendable {
  /// The same hours on several weekdays.
  public struct Span: Hashable, Sendable {
    /// Increasing, each once, at least one.
    public let weekdays: [Weekday]
    /// Since midnight; not empty, within 0…1440.
    public let minutes: Range<Int>

    /// `nil` without a weekday, or for minutes outside the day or none at all.
    public init?(weekdays: Set<Weekday>, minutes: Range<Int>) {
      guard !weekdays.isEmpty, !minutes.isEmpty, minutes.lowerBound >= 0,
        minutes.upperBound <= 1440
      else { return nil }
      self.weekdays = weekdays.sorted()
      self.minutes = minutes
    }
  }

  /// Windows an analysis takes at most: a word has a bit for each.
  public static let limit = 24

  /// As the configuration has it; the standard ones bear lower-case English names.
  public let name: String
  /// At least one.
  public let spans: [Span]

  /// `nil` without a name or without a span.
  public init?(name: String, spans: [Span]) {
    guard !name.isEmpty, !spans.isEmpty else { return nil }
    self.name = name
    self.spans = spans
  }

  /// Spans as people write them: `Mo,Tu,Th,Fr 07:45-08:30`, `We 07:45-08:30,11:30-12:15; Sa
  /// 14:00-18:00`; weekdays in two letters, listed or as ranges, all in one language that has one
  /// meaning for them: `Di` is a Sunday in French and a Tuesday in German.
  public init?(name: String, parsing text: some StringProtocol) {
    let readings = SchoolRunWindow.dayNames.compactMap { SchoolRunWindow.spans(text, $0) }
    guard let spans = readings.first, readings.allSatisfy({ $0 == spans }) else { return nil }
    self.init(name: name, spans: spans)
  }

  private static func spans(_ text: some StringProtocol, _ days: [String]) -> [Span]? {
    var spans: [Span] = []
    for rule in text.split(separator: ";", omittingEmptySubsequences: false) {
      let halves = rule.split(separator: " ", maxSplits: 1)
      guard halves.count == 2, let weekdays = weekdays(halves[0], days) else {
        return nil
      }
      for hours in halves[1].split(separator: ",", omittingEmptySubsequences: false) {
        let ends = hours.split(
          omittingEmptySubsequences: false, whereSeparator: { "-–".contains($0) }
        ).map { minute(String($0)) }
        guard ends.count == 2, let from = ends[0], let to = ends[1], from < to,
          let span = Span(weekdays: weekdays, minutes: from..<to)
        else { return nil }
        spans.append(span)
      }
    }
    return spans
  }

  /// Those of a French school: four days of two halves, Wednesday's morning, and for older children
  /// the evening and Saturday.
  public static let standard: [SchoolRunWindow] = [
    ("morning", "Mo,Tu,Th,Fr 07:45-08:30"),
    ("noon", "Mo,Tu,Th,Fr 11:30-12:15"),
    ("after-lunch", "Mo,Tu,Th,Fr 13:15-13:45"),
    ("afternoon", "Mo,Tu,Th,Fr 16:15-17:45"),
    ("wednesday-morning", "We 07:45-08:30"),
    ("wednesday-noon", "We 11:30-12:15"),
    ("evening", "Mo-Fr 17:45-19:30"),
    ("saturday", "Sa 14:00-18:00"),
  ].map(window)

  /// Those of a German school: five mornings, home at noon or in the afternoon.
  public static let german: [SchoolRunWindow] = [
    ("morning", "Mo-Fr 07:15-08:15"),
    ("noon", "Mo-Fr 12:00-13:30"),
    ("afternoon", "Mo-Fr 15:00-16:30"),
    ("evening", "Mo-Fr 16:30-19:00"),
    ("saturday", "Sa 14:00-18:00"),
  ].map(window)

  /// Those of schools of a zone.
  public static func standard(in zone: SchoolZone?) -> [SchoolRunWindow] {
    zone?.land == nil ? standard : german
  }

  private static func window(_ name: String, _ text: String) -> SchoolRunWindow {
    guard let window = SchoolRunWindow(name: name, parsing: text) else {
      preconditionFailure("a standard window is misspelt")
    }
    return window
  }

  /// The spans as ``init(name:parsing:)`` reads them.
  public var text: String {
    spans.map { span in
      span.weekdays.map { SchoolRunWindow.english[$0.rawValue] }.joined(separator: ",") + " "
        + LocalInstant.clock(span.minutes.lowerBound) + "-"
        + LocalInstant.clock(span.minutes.upperBound)
    }.joined(separator: "; ")
  }

  private static let english = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
  private static let dayNames = [
    english, ["Lu", "Ma", "Me", "Je", "Ve", "Sa", "Di"],
    ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
  ]

  private static func weekdays(
    _ text: some StringProtocol, _ names: [String]
  ) -> Set<Weekday>? {
    func day(_ text: some StringProtocol) -> Int? { names.firstIndex(of: text.capitalizedName) }
    var days = Set<Weekday>()
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(day)
      guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil,
        first <= last
      else { return nil }
      days.formUnion((first...last).compactMap(Weekday.init))
    }
    return days
  }

  /// `07:45`, `7:45`, `24:00`.
  private static func minute(_ text: String) -> Int? {
    let parts = text.filter { $0 != " " }.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60,
      hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }
}

extension StringProtocol {
  /// The first letter a capital, the others small.
  fileprivate var capitalizedName: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
