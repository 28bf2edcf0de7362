/// The legal public holidays of France, by rule.
///
/// Those of everywhere: Code du travail, L3133-1. Good Friday and 26 December in Moselle, Bas-Rhin
/// and Haut-Rhin: L3134-13. The days that mark the abolition of slavery overseas: L3422-2.
struct PublicHolidays: Hashable, Sendable {
  private let isAlsaceMoselle: Bool
  /// Month and day of the abolition's day, where there is one.
  private let abolition: MonthDay?

  private struct MonthDay: Hashable, Sendable {
    var month: Int
    var day: Int
  }

  /// - Parameter department: `nil` counts what holds everywhere.
  init(department: Department?) {
    isAlsaceMoselle = ["57", "67", "68"].contains(department?.code)
    abolition =
      switch department?.code {
      case "971": MonthDay(month: 5, day: 27)
      case "972": MonthDay(month: 5, day: 22)
      case "973": MonthDay(month: 6, day: 10)
      case "974": MonthDay(month: 12, day: 20)
      case "976": MonthDay(month: 4, day: 27)
      case "977": MonthDay(month: 10, day: 9)
      case "978": MonthDay(month: 5, day: 28)
      default: nil
      }
  }

  func contains(number: Int, year: Int, month: Int, day: Int) -> Bool {
    switch (month, day) {
    case (1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25): return true
    case (12, 26): if isAlsaceMoselle { return true }
    default: break
    }
    if let abolition, abolition.month == month, abolition.day == day { return true }
    // Good Friday falls on 20 March at the earliest, Whit Monday on 14 June at the latest.
    guard (3...6).contains(month), (1900...2999).contains(year) else { return false }
    switch number - EasterSunday.number(in: year) {
    case 1, 39, 50: return true
    case -2: return isAlsaceMoselle
    default: return false
    }
  }
}
