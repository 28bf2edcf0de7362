import Foundation

/// Schools that break together: one of the three zones, an académie with a calendar of its own, or
/// whoever a territory's own calendar speaks of.
public enum SchoolZone: String, CaseIterable, Hashable, Sendable {
  case a = "A"
  case b = "B"
  case c = "C"
  case corsica = "Corse"
  case guadeloupe = "Guadeloupe"
  case martinique = "Martinique"
  case guyane = "Guyane"
  case reunion = "Réunion"
  case mayotte = "Mayotte"
  /// The days of a territory's own files, without any public holiday but those they name.
  case local

  /// The zones that share the dates of autumn, Christmas and summer.
  public static let lettered: [SchoolZone] = [.a, .b, .c]

  /// As calendars name it: `B`, `Réunion`.
  public var letter: String { rawValue }

  /// `b`, `zone B`, `La Réunion`, `corse`, whatever the case and accents.
  public init?(parsing text: some StringProtocol) {
    func plain(_ text: some StringProtocol) -> String {
      String(text).folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
    }
    var name = plain(text)
    for prefix in ["zone ", "la "] where name.hasPrefix(prefix) {
      name.removeFirst(prefix.count)
    }
    guard let zone = SchoolZone.allCases.first(where: { plain($0.rawValue) == name }) else {
      return nil
    }
    self = zone
  }

  /// The zone of a département's académie; `nil` for the collectivities whose calendars are not
  /// known.
  public init?(department: Department) {
    guard let zone = SchoolZone.allCases.first(where: { $0.departments.contains(department.code) })
    else { return nil }
    self = zone
  }

  /// By académie, as the decree on the school calendar lists them.
  private var departments: [String] {
    switch self {
    case .a:
      [
        "25", "39", "70", "90",  // Besançon
        "24", "33", "40", "47", "64",  // Bordeaux
        "03", "15", "43", "63",  // Clermont-Ferrand
        "21", "58", "71", "89",  // Dijon
        "07", "26", "38", "73", "74",  // Grenoble
        "19", "23", "87",  // Limoges
        "01", "42", "69",  // Lyon
        "16", "17", "79", "86",  // Poitiers
      ]
    case .b:
      [
        "04", "05", "13", "84",  // Aix-Marseille
        "02", "60", "80",  // Amiens
        "59", "62",  // Lille
        "54", "55", "57", "88",  // Nancy-Metz
        "44", "49", "53", "72", "85",  // Nantes
        "06", "83",  // Nice
        "14", "27", "50", "61", "76",  // Normandie
        "18", "28", "36", "37", "41", "45",  // Orléans-Tours
        "08", "10", "51", "52",  // Reims
        "22", "29", "35", "56",  // Rennes
        "67", "68",  // Strasbourg
      ]
    case .c:
      [
        "77", "93", "94",  // Créteil
        "11", "30", "34", "48", "66",  // Montpellier
        "75",  // Paris
        "09", "12", "31", "32", "46", "65", "81", "82",  // Toulouse
        "78", "91", "92", "95",  // Versailles
      ]
    case .corsica: ["2A", "2B"]
    // Saint-Barthélemy and Saint-Martin belong to the académie.
    case .guadeloupe: ["971", "977", "978"]
    case .martinique: ["972"]
    case .guyane: ["973"]
    case .reunion: ["974"]
    case .mayotte: ["976"]
    case .local: []
    }
  }
}
