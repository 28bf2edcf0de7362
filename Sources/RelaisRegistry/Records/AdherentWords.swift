package import CoverageEngine
import Foundation
package import RelaisGeo

/// The words people use for what the registry keeps in words of its own: in lists, on the command line, in cells that QGIS
/// writes. What is understood in one place is understood in all.
package enum AdherentWords {
  /// A text as a value of a field, in the registry's form or in people's words; `nil` for what neither says.
  package static func value(_ text: String, of field: EstablishmentField) -> FactValue? {
    switch field.content {
    case .kind: kind(text).map { .kind($0) }
    case .state: state(text).map { .state($0) }
    case .check: check(text).map { .check($0) }
    case .day: field.value(reading: text) ?? writtenDay(text).map { .day($0) }
    case .text, .position, .siret, .source, .quality: field.value(reading: text)
    }
  }

  package static func kind(_ text: String) -> EstablishmentKind? {
    switch Establishment.folded(text) {
    case "commerce", "commercant", "commercante", "magasin", "boutique", "shop", "store",
      "commerces", "shops", "geschaft", "geschafte", "laden", "einzelhandel":
      .shop
    case "association", "asso", "associatif", "associations", "verein", "vereine": .association
    case "institution", "institutionnel", "etablissementpublic", "public", "institutions",
      "einrichtung", "behorde":
      .institution
    case "municipal", "municipale", "mairie", "ville", "servicemunicipal", "communal",
      "servicesmunicipaux", "etablissementmunicipal", "townhall", "stadtisch", "stadt", "gemeinde",
      "rathaus", "kommunal":
      .municipal
    default: nil
    }
  }

  package static func state(_ text: String) -> AdherentState? {
    switch Establishment.folded(text) {
    case "prospect", "prospects", "ademarcher", "aprospecter", "acontacter", "avoir",
      "anzusprechen", "interessent":
      .prospect
    case "contacte", "contactee", "contacted", "encours", "enattente", "arelancer", "arecontacter",
      "arappeler", "angesprochen", "kontaktiert", "inbearbeitung":
      .contacted
    case "accord", "daccord", "agreed", "accepte", "acceptee", "zugesagt", "zusage",
      "einverstanden":
      .agreed
    case "adherent", "adherente", "actif", "active", "adherents", "adherentes", "signe", "signee",
      "member", "membre", "aktiv", "partner", "mitglied", "teilnehmer", "dabei", "beigetreten",
      "unterschrieben":
      .adherent
    case "suspendu", "suspendue", "suspended", "suspension", "ruhend", "ruht", "pausiert":
      .suspended
    case "parti", "partie", "left", "sorti", "sortie", "retire", "retiree", "ferme", "fermee",
      "radie", "radiee", "closed", "demissionnaire", "demission", "resilie", "resiliee",
      "ancienadherent", "ancien", "fermedefinitivement", "fermeturedefinitive", "inactif",
      "inactive", "nadhereplus", "plusadherent", "ausgetreten", "ausgeschieden", "abgemeldet",
      "gekundigt", "geschlossen", "inaktiv", "ehemalig", "ehemals", "nichtmehraktiv",
      "nichtmehrdabei", "dauerhaftgeschlossen", "endgultiggeschlossen":
      .left
    case "refus", "refuse", "refusee", "refused", "abgelehnt", "ablehnung", "absage": .refused
    default: nil
    }
  }

  package static func check(_ text: String) -> ConditionCheck? {
    if text.contains(where: { "✓✔☑✅".contains($0) }) { return .yes }
    if text.contains(where: { "✗✘✕❌".contains($0) }) { return .no }
    return switch Establishment.folded(text) {
    case "oui", "o", "yes", "y", "ja", "j", "vrai", "wahr", "true", "1", "x", "ok": .yes
    case "non", "n", "no", "nein", "faux", "falsch", "false", "0": .no
    case "nonverifie", "averifier", "notchecked", "nsp", "inconnu", "unknown", "na",
      "nichtgepruft", "zuprufen", "unbekannt", "ungepruft", "":
      .notChecked
    default: nil
    }
  }

  /// What came of a visit, as people say it.
  package static func outcome(_ text: String) -> VisitOutcome? {
    switch Establishment.folded(text) {
    case "yes", "oui", "ja", "accord", "daccord", "accepte", "zugesagt", "ok": .yes
    case "no", "non", "nein", "refus", "refuse", "refused", "abgelehnt": .no
    case "callback", "rappeler", "arappeler", "rappel", "relancer", "arelancer",
      "wiederanrufen", "ruckruf":
      .callBack
    case "closed", "ferme", "fermee", "fermedefinitivement", "geschlossen": .closed
    case "absent", "absente", "personne", "nobody", "fermeacetteheure", "shut",
      "niemandda", "nichtangetroffen":
      .absent
    case "noteligible", "noneligible", "ineligible", "ineligibles", "nichtgeeignet", "ungeeignet":
      .notEligible
    default: nil
    }
  }

  /// Whether a word nobody understands speaks of an end: whoever it is about is then not taken for an adherent.
  static func soundsGone(_ text: String) -> Bool {
    let folded = Establishment.folded(text)
    return [
      "ferm", "parti", "quitt", "sorti", "radi", "resil", "demission", "cess", "liquid", "supprim",
      "retir", "annul", "desist", "plus", "stop", "depart", "dispar", "vendu", "remplac", "ancien",
      "refus", "non", "inactif", "closed", "gone", "left", "ausgetret", "ausgeschied", "geschloss",
      "gekundigt", "abgemeldet", "aufgegeben", "aufgelost", "ehemal", "verkauft", "verzogen",
      "inaktiv",
      "nichtmehr", "abgelehnt",
    ].contains { folded.contains($0) }
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
  package static func writtenDay(_ text: String) -> CalendarDay? {
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
    ["janvier", "janv", "january", "jan", "januar", "janner"],
    ["fevrier", "fevr", "fev", "february", "feb", "februar"],
    ["mars", "march", "mar", "marz", "maerz"], ["avril", "avr", "april", "apr"], ["mai", "may"],
    ["juin", "june", "jun", "juni"], ["juillet", "juil", "july", "jul", "juli"],
    ["aout", "august", "aug"],
    ["septembre", "sept", "september", "sep"], ["octobre", "oct", "october", "oktober", "okt"],
    ["novembre", "nov", "november"], ["decembre", "dec", "december", "dezember", "dez"],
  ]

  /// The numbers of a cell that holds several, « 03 … / 06 … »; the cell as it is otherwise.
  static func phones(_ text: String) -> [String] {
    // One number, by what it is written with.
    let isPlain = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: " ") || byte == UInt8(ascii: ".")
    }
    if isPlain, text.first != " ", text.last != " " { return [text] }
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

  /// Whether a text could be a telephone number: ten French digits, with the country's 33 or not, one of another country after
  /// its `+`, or one of the short numbers of emergencies and services.
  static func looksLikePhone(_ text: String) -> Bool {
    let isForeign = text.first { !$0.isWhitespace } == "+"
    if !isForeign, isGermanPhone(text) { return true }
    guard
      text.drop(while: \.isWhitespace).dropFirst(isForeign ? 1 : 0).allSatisfy({
        $0.isASCII && $0.isNumber || $0.isWhitespace || ".-/()".contains($0)
      })
    else { return false }
    var digits = text.filter { $0.isASCII && $0.isNumber }[...]
    let isInternational = isForeign || digits.hasPrefix("00")
    if isInternational {
      if !isForeign { digits = digits.dropFirst(2) }
      guard digits.hasPrefix("33") else { return (7...15).contains(digits.count) }
      // « +33 (0)3 … »
      digits = digits.dropFirst(2)
      return (digits.first == "0" ? digits.dropFirst() : digits).count == 9
    }
    return switch digits.count {
    case 2: ["15", "17", "18"].contains(digits)
    case 3: digits.first == "1"
    case 4: "13".contains(digits.first ?? "0")
    case 6: digits.hasPrefix("11")
    case 10: digits.first == "0" && digits.dropFirst().first != "0"
    default: false
    }
  }

  /// `0711/2160-0`, `0761 / 201-0`: an area code, a slash, and a number of its own.
  private static func isGermanPhone(_ text: String) -> Bool {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2 else { return false }
    let digits = halves.map { half in half.filter { $0.isASCII && $0.isNumber } }
    let others = text.filter {
      !($0.isASCII && $0.isNumber || $0.isWhitespace || "-/()".contains($0))
    }
    return others.isEmpty && (3...6).contains(digits[0].count) && digits[0].hasPrefix("0")
      && !digits[0].hasPrefix("00") && (3...9).contains(digits[1].count)
      && !digits[1].hasPrefix("0")
  }

  /// Whether a text could be one address of mail, or several.
  static func looksLikeEmail(_ text: String) -> Bool {
    let addresses = text.split { ";,/".contains($0) || $0.isWhitespace }
    return !addresses.isEmpty
      && addresses.allSatisfy { address in
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
          && labels[labels.count - 1].count >= 2
          && labels[labels.count - 1].allSatisfy(\.isLetter)
      }
  }
}
