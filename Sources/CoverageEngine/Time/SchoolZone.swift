import Foundation

/// Schools that break together: one of the three zones of France, an académie with a calendar of its own, a Land of Germany, or
/// whoever a territory's own calendar speaks of.
public enum SchoolZone: CaseIterable, Hashable, Sendable {
  case a, b, c, corsica, guadeloupe, martinique, guyane, reunion, mayotte
  /// Its public holidays are known by rule, its school holidays by a territory's own files.
  case land(Land)
  /// The days of a territory's own files, without any public holiday but those they name.
  case local

  public static let allCases: [SchoolZone] =
    [.a, .b, .c, .corsica, .guadeloupe, .martinique, .guyane, .reunion, .mayotte, .local]
    + Land.allCases.map { .land($0) }

  /// The zones that share the dates of autumn, Christmas and summer.
  public static let lettered: [SchoolZone] = [.a, .b, .c]

  /// As calendars name it: `B`, `Réunion`, `DE-BW`.
  public var letter: String {
    switch self {
    case .a: "A"
    case .b: "B"
    case .c: "C"
    case .corsica: "Corse"
    case .guadeloupe: "Guadeloupe"
    case .martinique: "Martinique"
    case .guyane: "Guyane"
    case .reunion: "Réunion"
    case .mayotte: "Mayotte"
    case .land(let land): land.rawValue
    case .local: "local"
    }
  }

  public var land: Land? { if case .land(let land) = self { land } else { nil } }

  /// Those that a table of holidays without zones may be about: a territory's own, wherever it lies.
  public static let unnamed: [SchoolZone] = lettered + [.local] + Land.allCases.map { .land($0) }

  /// `b`, `zone B`, `La Réunion`, `corse`, `DE-BW`, `Baden-Württemberg`, whatever the case and accents.
  public init?(parsing text: some StringProtocol) {
    func plain(_ text: some StringProtocol) -> String {
      String(text).folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
    }
    var name = plain(text)
    for prefix in ["zone ", "la "] where name.hasPrefix(prefix) {
      name.removeFirst(prefix.count)
    }
    guard
      let zone = SchoolZone.allCases.first(where: {
        plain($0.letter) == name || $0.land.map { plain($0.name) } == name
      })
    else { return nil }
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
    case .land, .local: []
    }
  }
}
