enum HoursReading {
  static func rules(of text: String) throws(OpeningHoursError) -> [HoursRule] {
    throw OpeningHoursError(offset: 0, expected: .rule)
  }
}
enum HoursText { static func text(of rules: [HoursRule]) -> String { "" } }
