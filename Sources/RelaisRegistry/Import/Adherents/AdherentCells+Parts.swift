import CoverageEngine
import RelaisFormats
import RelaisGeo

/// What lists keep in several columns, and several things in one.
extension AdherentCells {
  private static let weekdays: [(term: ColumnTerm, name: String)] = [
    (.monday, "lundi"), (.tuesday, "mardi"), (.wednesday, "mercredi"), (.thursday, "jeudi"),
    (.friday, "vendredi"), (.saturday, "samedi"), (.sunday, "dimanche"),
  ]

  /// What spreadsheets may have made numbers of: `54000.0`.
  private static let wholeNumbers: [ColumnTerm] = [
    .houseNumber, .postcode, .cityCode, .siret, .sticker, .phone, .secondPhone,
  ]

  /// Puts parts together: an address of several columns, the hours of seven, a position of one.
  mutating func join() {
    for term in AdherentCells.wholeNumbers {
      if let text = texts[term] { texts[term] = AdherentCells.whole(text) }
    }
    if texts[.address] == nil, let street = texts[.street] {
      texts[.address] = [texts[.streetType], street].compactMap { $0 }.joined(separator: " ")
      titles[.address] = titles[.street]
    }
    // A column « voie » is an address to most, and a street's name beside its type.
    if texts[.street] == nil, let type = texts[.streetType], let name = texts[.address],
      name.first?.isNumber == false,
      !Establishment.folded(name).hasPrefix(Establishment.folded(type))
    {
      texts[.address] = type + " " + name
    }
    if let number = texts[.houseNumber], let suffix = texts[.suffix] {
      texts[.houseNumber] = number + " " + suffix
    }
    if texts[.openingHours] == nil {
      let days = AdherentCells.weekdays.compactMap { day in
        texts[day.term].map { "\(day.name) \($0)" }
      }
      if !days.isEmpty {
        let text = days.joined(separator: "; ")
        // In the one form where it is understood, else as it stands.
        texts[.openingHours] = (try? OpeningHours(parsing: text))?.understoodAs ?? text
        titles[.openingHours] = AdherentCells.weekdays.compactMap { titles[$0.term] }.first
      }
    }
    if let text = texts[.point] {
      point = AdherentCells.point(latitudeFirst: text)
    } else if let text = texts[.line], let points = WKT.positions(text), points.count == 1 {
      point = PlanarPoint(x: points[0].x, y: points[0].y)
    }
  }

  /// A whole number that was written as a decimal one, as whole; any other text as it is.
  private static func whole(_ text: String) -> String {
    guard let mark = text.firstIndex(where: { $0 == "." || $0 == "," }), mark > text.startIndex,
      text[..<mark].allSatisfy({ $0.isASCII && $0.isNumber })
    else { return text }
    let rest = text[text.index(after: mark)...]
    return !rest.isEmpty && rest.allSatisfy { $0 == "0" } ? String(text[..<mark]) : text
  }

  /// Two numbers of one cell, decimal commas allowed where something else parts them; longitude first where the first can
  /// be no latitude.
  private static func point(latitudeFirst text: String) -> PlanarPoint? {
    let trimmed = text.filter { !"()[]°".contains($0) }
    var parts = trimmed.split { $0.isWhitespace || ";|/".contains($0) }.map { part in
      part.last == "," ? String(part.dropLast()) : String(part)
    }.filter { !$0.isEmpty }
    if parts.count == 1 { parts = trimmed.split(separator: ",").map(String.init) }
    let numbers = parts.compactMap { Double(csv: $0) }
    guard parts.count == 2, numbers.count == 2 else { return nil }
    return abs(numbers[0]) > 90
      ? PlanarPoint(x: numbers[0], y: numbers[1]) : PlanarPoint(x: numbers[1], y: numbers[0])
  }
}
