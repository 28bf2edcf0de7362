/// Dates as each language writes them.
extension Wording {
  /// `1er mars 2026` or `1 March 2026`; the bare numbers where the month is none of the twelve.
  package func date(year: Int, month: Int, day: Int) -> String {
    let months = language == .french ? Wording.frenchMonths : Wording.englishMonths
    guard months.indices.contains(month - 1) else { return "\(year)-\(month)-\(day)" }
    let ordinal = language == .french && day == 1 ? "1er" : String(day)
    return "\(ordinal)\u{A0}\(months[month - 1]) \(year)"
  }

  /// The same for a date written `2026-11-20`; any other text comes back as it is.
  package func date(_ text: String) -> String {
    let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return text }
    return date(year: parts[0], month: parts[1], day: parts[2])
  }

  private static let frenchMonths = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]
  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
