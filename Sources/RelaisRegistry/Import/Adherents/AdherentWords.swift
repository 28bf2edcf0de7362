import CoverageEngine
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
    case "prospect", "ademarcher", "aprospecter": .prospect
    case "contacte", "contactee", "contacted", "encours", "enattente", "arelancer", "arecontacter":
      .contacted
    case "accord", "daccord", "agreed", "accepte", "acceptee": .agreed
    case "adherent", "adherente", "actif", "active", "adherents", "signe", "member": .adherent
    case "suspendu", "suspendue", "suspended": .suspended
    case "parti", "partie", "left", "sorti", "retire", "ferme", "radie": .left
    case "refus", "refuse", "refusee", "refused": .refused
    default: nil
    }
  }

  static func check(_ text: String) -> ConditionCheck? {
    switch Establishment.folded(text) {
    case "oui", "o", "yes", "y", "vrai", "true", "1", "x", "ok": .yes
    case "non", "n", "no", "faux", "false", "0": .no
    case "nonverifie", "averifier", "notchecked", "nsp", "inconnu", "unknown": .notChecked
    default: text.contains("✓") || text.contains("✔") ? .yes : nil
    }
  }

  /// A day with what spreadsheets lose of it: the century of its year, or that it is a day at all.
  ///
  /// Two digits are a year of this century: no adherent is older. A whole number is a day of the
  /// serial kind, counted from 30 December 1899; only those of the years 1982 to 2064 are taken, so
  /// that a mere year is none.
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
