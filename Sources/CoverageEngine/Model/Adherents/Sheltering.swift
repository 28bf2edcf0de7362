/// That a relay sheltered a child: the day, part of the day and outcome, and nothing else. Neither
/// the child nor the relay is recorded.
public struct Sheltering: Hashable, Sendable {
  /// Raw values are stable.
  public enum Outcome: String, CaseIterable, Sendable {
    case parentCalled = "parent-called"
    case policeCalled = "police-called"
  }

  /// A part of the day, so that no hour is kept. Raw values are stable.
  public enum HourBand: String, CaseIterable, Sendable {
    case beforeEight = "00-08"
    case morning = "08-12"
    case midday = "12-14"
    case afternoon = "14-16"
    case afterSchool = "16-18"
    case evening = "18-24"

    /// - Parameter hour: 0 to 23; `nil` beyond.
    public init?(hour: Int) {
      switch hour {
      case 0..<8: self = .beforeEight
      case 8..<12: self = .morning
      case 12..<14: self = .midday
      case 14..<16: self = .afternoon
      case 16..<18: self = .afterSchool
      case 18..<24: self = .evening
      default: return nil
      }
    }
  }

  public var day: CalendarDay
  public var band: HourBand
  public var outcome: Outcome

  public init(day: CalendarDay, band: HourBand, outcome: Outcome) {
    self.day = day
    self.band = band
    self.outcome = outcome
  }

  /// One year's count, for the yearly balance; nothing finer is ever given where numbers are small.
  public struct Year: Hashable, Sendable {
    public var year: Int
    public var count: Int
    /// By outcome; `nil` where one of them is below ``fewest`` and so might identify a child.
    public var outcomes: [Outcome: Int]?
  }

  /// Counts below it are not broken down.
  public static let fewest = 5

  /// Years in order, those without any left out.
  public static func years(_ records: [Sheltering]) -> [Year] {
    Dictionary(grouping: records, by: \.day.year).sorted { $0.key < $1.key }.map { year, all in
      let outcomes = Dictionary(grouping: all, by: \.outcome).mapValues(\.count)
      let isTold = Outcome.allCases.allSatisfy { (outcomes[$0] ?? 0) >= fewest }
      return Year(year: year, count: all.count, outcomes: isTold ? outcomes : nil)
    }
  }
}
