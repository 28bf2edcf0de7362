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
    case "municipal", "municipale", "mairie", "ville", "servicemunicipal", "communal": .municipal
    default: nil
    }
  }

  static func state(_ text: String) -> AdherentState? {
    switch Establishment.folded(text) {
    case "prospect", "ademarcher", "aprospecter": .prospect
    case "contacte", "contactee", "contacted", "encours": .contacted
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
