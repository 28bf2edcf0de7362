/// One of the three zones whose schools break for winter and spring together.
public enum SchoolZone: String, CaseIterable, Hashable, Sendable {
  case a = "A"
  case b = "B"
  case c = "C"

  /// As calendars name it: `B`.
  public var letter: String { rawValue }

  /// `b` or `B`.
  public init?(parsing text: some StringProtocol) { self.init(rawValue: text.uppercased()) }

  /// The zone of a département's académie; `nil` for Corsica and overseas, whose calendars are
  /// their own.
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
    }
  }
}
