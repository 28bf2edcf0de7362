import CoverageEngine
import RelaisReports
import RelaisWording
import Yams

/// Where the school calendar comes from, beyond the official one.
enum CalendarSource: Hashable, Sendable {
  /// The tables in the folder `calendar/`.
  case folder
  /// Tables by their paths, relative to the territory.
  case files([String])
  /// No holidays at all, the official ones neither.
  case none
}

/// What `relais.yml` says of time: the calendar, the windows, the period, the week.
extension TerritoryConfiguration {
  static let timeKeys = ["zone", "department", "windows", "period", "week", "calendar"]

  /// The département given, else that of the INSEE codes; `nil` where they lie in several.
  var department: Department? {
    if let givenDepartment { return givenDepartment }
    let own = communes.map { Department(commune: $0) }
    return own.allSatisfy { $0 == own.first } ? own.first ?? nil : nil
  }

  /// The calendar by which hours are read, where a zone and a département asked for stand before the territory's.
  func calendar(
    _ holidays: SchoolHolidays, zone asked: SchoolZone? = nil, department given: Department? = nil
  ) -> FrenchCalendar {
    if asked == nil, given == nil, calendarSource == .none { return .none }
    return FrenchCalendar(
      department: (given ?? department)?.code, zone: asked ?? zone, schoolHolidays: holidays)
  }

  /// What only France publishes, where the territory lies elsewhere: it is not missing there.
  var foreignKinds: Set<InputKind> { zone?.land == nil ? [] : [.priorityAreas, .population] }

  var windows: [SchoolRunWindow] { givenWindows ?? SchoolRunWindow.standard(in: zone) }

  func times(_ calendar: FrenchCalendar) -> TimeQuestion {
    TimeQuestion(windows: windows, period: period, week: week, calendar: calendar)
  }

  /// - Parameter bad: makes the error of a value, with what was expected, at a node.
  mutating func readTime(
    key: String, value: Node, bad: (_ expected: String, _ at: Node?) -> TerritoryError
  ) throws {
    func day(_ node: Node?) throws -> CalendarDay {
      guard let node, let day = node.scalar.flatMap({ CalendarDay($0.string) }) else {
        throw bad("2026-09-01", node)
      }
      return day
    }
    switch key {
    case "calendar":
      guard !TerritoryConfiguration.isAbsent(value) else { return }
      let names = value.scalar.map { [$0.string] } ?? value.array().compactMap(\.scalar?.string)
      guard !names.isEmpty, value.scalar != nil || names.count == value.array().count else {
        throw bad("calendar/2027.csv, none", nil)
      }
      calendarSource = value.scalar?.string == "none" ? .none : .files(names)
    case "zone":
      guard !TerritoryConfiguration.isAbsent(value) else { return }
      guard let zone = value.scalar.flatMap({ SchoolZone(parsing: $0.string) }) else {
        throw bad(SchoolZone.allCases.map(\.letter).joined(separator: ", "), nil)
      }
      self.zone = zone
    case "department":
      guard !TerritoryConfiguration.isAbsent(value) else { return }
      guard let department = value.scalar.flatMap({ Department($0.string) }) else {
        throw bad("54, 2A, 974", nil)
      }
      givenDepartment = department
    case "period":
      guard !TerritoryConfiguration.isAbsent(value) else { return }
      let expected = "{ from: 2026-09-01, to: 2027-07-02 }"
      guard let mapping = value.mapping, mapping.count == 2 else { throw bad(expected, nil) }
      guard
        let period = SchoolPeriod(
          first: try day(mapping["from"]), last: try day(mapping["to"]))
      else { throw bad(expected + ", 731 max", nil) }
      self.period = period
    case "week":
      guard !TerritoryConfiguration.isAbsent(value) else { return }
      week = try day(value)
    default:
      try readWindows(value, bad)
    }
  }

  private mutating func readWindows(
    _ value: Node, _ bad: (_ expected: String, _ at: Node?) -> TerritoryError
  ) throws {
    guard !TerritoryConfiguration.isAbsent(value) else { return }
    let expected = "{ matin: \"Mo,Tu,Th,Fr 07:45-08:30\" }"
    guard let mapping = value.mapping else { throw bad(expected, nil) }
    let windows = try mapping.map { name, text in
      guard let name = name.scalar?.string, let hours = text.scalar?.string,
        let window = SchoolRunWindow(name: name, parsing: hours)
      else { throw bad(expected, text) }
      return window
    }
    guard windows.count <= SchoolRunWindow.limit else {
      throw bad("\(SchoolRunWindow.limit) max", nil)
    }
    givenWindows = windows
  }

  /// A key with nothing after it is as if it were not there.
  static func isAbsent(_ value: Node) -> Bool {
    value.null != nil || value.scalar?.string.isEmpty ?? false
  }
}
