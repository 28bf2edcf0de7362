/// A day of the Gregorian calendar, without hour or time zone.
public struct CalendarDay: Hashable, Comparable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// `nil` for a day the calendar lacks, and outside the years 1900 to 2999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDay.length(ofMonth: month, year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// A day as people write it: `2018-11-20`, `20/11/2018`, `20.11.2018`, `20-11-2018`; a time of
  /// day after it is left out. Years of two digits are refused: they do not say their century.
  public init?(_ text: some StringProtocol) {
    if let (year, month, day) = CalendarDay.isoParts(text.utf8) {
      self.init(year: year, month: month, day: day)
      return
    }
    let first = text.split(whereSeparator: { $0 == " " || $0 == "T" || $0 == "\u{A0}" }).first
    guard
      let parts = first?.split(
        omittingEmptySubsequences: false, whereSeparator: { "-/.".contains($0) }),
      parts.count == 3, parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let a = Int(parts[0]), let b = Int(parts[1]), let c = Int(parts[2])
    else { return nil }
    if parts[0].count == 4 {
      self.init(year: a, month: b, day: c)
    } else if parts[2].count == 4, parts[0].count <= 2 {
      self.init(year: c, month: b, day: a)
    } else {
      return nil
    }
  }

  /// The numbers of `2018-11-20`, which is how registries have all their days; `nil` for any other text.
  private static func isoParts(
    _ bytes: some Collection<UInt8>
  ) -> (year: Int, month: Int, day: Int)? {
    var numbers = (0, 0, 0)
    var place = 0
    for byte in bytes {
      let digit = Int(byte) - Int(UInt8(ascii: "0"))
      switch place {
      case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
      case 0...9:
        guard (0...9).contains(digit) else { return nil }
        if place < 4 {
          numbers.0 = numbers.0 * 10 + digit
        } else if place < 7 {
          numbers.1 = numbers.1 * 10 + digit
        } else {
          numbers.2 = numbers.2 * 10 + digit
        }
      default: return nil
      }
      place += 1
    }
    return place == 10 ? numbers : nil
  }

  /// `2018-11-20`.
  public var iso: String {
    String(unsafeUninitializedCapacity: 10) { bytes in
      func write(_ number: Int, _ places: Range<Int>) {
        var rest = number
        for place in places.reversed() {
          bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
      }
      write(year, 0..<4)
      write(month, 5..<7)
      write(day, 8..<10)
      bytes[4] = UInt8(ascii: "-")
      bytes[7] = UInt8(ascii: "-")
      return 10
    }
  }

  /// Quarters since the year 0; consecutive ones differ by one.
  public var quarter: Int { year * 4 + (month - 1) / 3 }

  /// The first day of a quarter.
  public static func start(ofQuarter quarter: Int) -> CalendarDay? {
    CalendarDay(year: quarter / 4, month: quarter % 4 * 3 + 1, day: 1)
  }

  /// The same day some years earlier; 28 February for a 29th the year lacks.
  public func earlier(years: Int) -> CalendarDay? {
    CalendarDay(year: year - years, month: month, day: day)
      ?? CalendarDay(year: year - years, month: month, day: 28)
  }

  public static func < (a: CalendarDay, b: CalendarDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
