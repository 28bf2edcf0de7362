import CoverageEngine
import Foundation
import RelaisGeo

/// The words spreadsheets use for what the registry keeps in words of its own.
enum AdherentWords {
  static func kind(_ text: String) -> EstablishmentKind? {
    switch Establishment.folded(text) {
    case "commerce", "commercant", "magasin", "boutique", "shop", "store", "commerces": .shop
    case "association", "asso", "associatif", "associations": .association
    case "institution", "institutionnel", "etablissementpublic", "public", "institutions":
      .institution
    case "municipal", "municipale", "mairie", "ville", "servicemunicipal", "communal",
      "servicesmunicipaux":
      .municipal
    default: nil
    }
  }

  static func state(_ text: String) -> AdherentState? {
    switch Establishment.folded(text) {
    case "prospect", "ademarcher", "aprospecter", "acontacter": .prospect
    case "contacte", "contactee", "contacted", "encours", "enattente", "arelancer", "arecontacter":
      .contacted
    case "accord", "daccord", "agreed", "accepte", "acceptee": .agreed
    case "adherent", "adherente", "actif", "active", "adherents", "signe", "member": .adherent
    case "suspendu", "suspendue", "suspended": .suspended
    case "parti", "partie", "left", "sorti", "retire", "retiree", "ferme", "fermee", "radie",
      "closed", "demissionnaire", "demission", "resilie", "resiliee", "ancienadherent":
      .left
    case "refus", "refuse", "refusee", "refused": .refused
    default: nil
    }
  }

  static func check(_ text: String) -> ConditionCheck? {
    if text.contains(where: { "✓✔☑✅".contains($0) }) { return .yes }
    if text.contains(where: { "✗✘✕❌".contains($0) }) { return .no }
    return switch Establishment.folded(text) {
    case "oui", "o", "yes", "y", "vrai", "true", "1", "x", "ok": .yes
    case "non", "n", "no", "faux", "false", "0": .no
    case "nonverifie", "averifier", "notchecked", "nsp", "inconnu", "unknown", "na", "":
      .notChecked
    default: nil
    }
  }

  /// A day with what spreadsheets lose of it: the century of its year, or that it is a day at all.
  ///
  /// Two digits are a year of this century: no adherent is older. A whole number is a day of the
  /// serial kind, counted from 30 December 1899; only those of the years 1982 to 2064 are taken, so
  /// that a mere year is not taken for a day.
  static func guessedDay(_ text: String) -> CalendarDay? {
    if let serial = Int(text) {
      guard (30_000...60_000).contains(serial) else { return nil }
      // 1 January 1980 is 29,221; between 1901 and 2099 every fourth year is a leap year.
      var year = 1980
      var rest = serial - 29_221
      while rest >= (year % 4 == 0 ? 366 : 365) {
        rest -= year % 4 == 0 ? 366 : 365
        year += 1
      }
      let months = [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      var month = 0
      while rest >= months[month] {
        rest -= months[month]
        month += 1
      }
      return CalendarDay(year: year, month: month + 1, day: rest + 1)
    }
    let parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    guard parts.count == 3, parts[2].count == 2, parts[0].count <= 2 else { return nil }
    return CalendarDay("\(parts[0])/\(parts[1])/20\(parts[2])")
  }

  /// A day with its month in letters, or with « le » before it: « le 12 mars 2021 ».
  static func writtenDay(_ text: String) -> CalendarDay? {
    var words = text.split { $0.isWhitespace || $0 == "," }.map { Establishment.folded(String($0)) }
    if words.first == "le" { words.removeFirst() }
    if words.count == 1 { return CalendarDay(text.filter { !$0.isLetter && !$0.isWhitespace }) }
    guard words.count == 3, words[2].count == 4, let year = Int(words[2]),
      let day = Int(words[0] == "1er" ? "1" : words[0])
    else { return nil }
    let month = months.firstIndex { $0.contains(words[1]) }
    return month.flatMap { CalendarDay(year: year, month: $0 + 1, day: day) }
  }

  private static let months: [Set<String>] = [
    ["janvier", "janv", "january", "jan"], ["fevrier", "fevr", "fev", "february", "feb"],
    ["mars", "march", "mar"], ["avril", "avr", "april", "apr"], ["mai", "may"],
    ["juin", "june", "jun"], ["juillet", "juil", "july", "jul"], ["aout", "august", "aug"],
    ["septembre", "sept", "september", "sep"], ["octobre", "oct", "october"],
    ["novembre", "nov", "november"], ["decembre", "dec", "december"],
  ]

  /// The numbers of a cell that holds several, « 03 … / 06 … »; the cell as it is otherwise.
  static func phones(_ text: String) -> [String] {
    let parts = text.replacing(" ou ", with: "/").split { "/;,\n".contains($0) }
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let areNumbers = parts.allSatisfy { part in
      part.filter { $0.isASCII && $0.isNumber }.count >= 9
    }
    return areNumbers && !parts.isEmpty ? parts : [text]
  }

  /// A phone number with what spreadsheets lose of it put back.
  ///
  /// - Returns: The number, and whether a zero at its head had been lost.
  static func phone(_ text: String) -> (number: String, lostZero: Bool) {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    let others = text.filter { !($0.isNumber || $0.isWhitespace || ".-/()".contains($0)) }
    guard digits.count == 9, others.isEmpty, digits.first != "0" else { return (text, false) }
    return ("0" + digits, true)
  }

  /// Whether a text could be a telephone number at all.
  static func looksLikePhone(_ text: String) -> Bool {
    let digits = text.filter { $0.isASCII && $0.isNumber }.count
    return (digits >= 3 && digits <= 15) && !text.contains { $0.isLetter }
  }
}
