/// Dates as each language writes them.
extension Wording {
  /// `1er mars 2026` or `1 March 2026`; the bare numbers where the month is out of range.
  package func date(year: Int, month: Int, day: Int) -> String {
    let months = words("dates.months")
    guard months.indices.contains(month - 1) else { return "\(year)-\(month)-\(day)" }
    return say(
      "dates.date",
      ["day": .integer(day), "month": .text(months[month - 1]), "year": .digits(year)])
  }
}
