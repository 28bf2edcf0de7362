/// One of the sixteen Länder of Germany, which make their own public and school holidays.
public enum Land: String, CaseIterable, Hashable, Sendable {
  case badenWuerttemberg = "DE-BW"
  case bayern = "DE-BY"
  case berlin = "DE-BE"
  case brandenburg = "DE-BB"
  case bremen = "DE-HB"
  case hamburg = "DE-HH"
  case hessen = "DE-HE"
  case mecklenburgVorpommern = "DE-MV"
  case niedersachsen = "DE-NI"
  case nordrheinWestfalen = "DE-NW"
  case rheinlandPfalz = "DE-RP"
  case saarland = "DE-SL"
  case sachsen = "DE-SN"
  case sachsenAnhalt = "DE-ST"
  case schleswigHolstein = "DE-SH"
  case thueringen = "DE-TH"

  /// As it is called in German.
  public var name: String {
    switch self {
    case .badenWuerttemberg: "Baden-Württemberg"
    case .bayern: "Bayern"
    case .berlin: "Berlin"
    case .brandenburg: "Brandenburg"
    case .bremen: "Bremen"
    case .hamburg: "Hamburg"
    case .hessen: "Hessen"
    case .mecklenburgVorpommern: "Mecklenburg-Vorpommern"
    case .niedersachsen: "Niedersachsen"
    case .nordrheinWestfalen: "Nordrhein-Westfalen"
    case .rheinlandPfalz: "Rheinland-Pfalz"
    case .saarland: "Saarland"
    case .sachsen: "Sachsen"
    case .sachsenAnhalt: "Sachsen-Anhalt"
    case .schleswigHolstein: "Schleswig-Holstein"
    case .thueringen: "Thüringen"
    }
  }
}

/// The public holidays of Germany by rule, as each Land's law has them for the whole Land.
///
/// Days that a law keeps for some of a Land's communes only are not among them: Assumption in most communes of Bavaria, Corpus
/// Christi in some of Saxony and Thuringia, Augsburg's 8 August.
struct GermanHolidays: Hashable, Sendable {
  let land: Land

  func contains(number: Int, year: Int, month: Int, day: Int) -> Bool {
    switch (month, day) {
    case (1, 1), (5, 1), (10, 3), (12, 25), (12, 26): return true
    case (1, 6): return [.badenWuerttemberg, .bayern, .sachsenAnhalt].contains(land)
    case (3, 8):
      if land == .berlin, year >= 2019 { return true }
      if land == .mecklenburgVorpommern, year >= 2023 { return true }
    case (8, 15): return land == .saarland
    case (9, 20): return land == .thueringen && year >= 2019
    case (10, 31): return keepsReformationDay(in: year)
    case (11, 1):
      return [.badenWuerttemberg, .bayern, .nordrheinWestfalen, .rheinlandPfalz, .saarland]
        .contains(land)
    // The Wednesday before 23 November.
    case (11, 16...22):
      return land == .sachsen && CalendarDay.weekday(ofNumber: number) == .wednesday
    // Berlin's days of remembrance, each once.
    case (5, 8): if land == .berlin, year == 2020 || year == 2025 { return true }
    case (6, 17): if land == .berlin, year == 2028 { return true }
    default: break
    }
    // Good Friday falls on 20 March at the earliest, Corpus Christi on 24 June at the latest.
    guard (3...6).contains(month), (1900...2999).contains(year) else { return false }
    switch number - EasterSunday.number(in: year) {
    case -2, 1, 39, 50: return true
    case 0, 49: return land == .brandenburg
    case 60:
      return [
        .badenWuerttemberg, .bayern, .hessen, .nordrheinWestfalen, .rheinlandPfalz, .saarland,
      ].contains(land)
    default: return false
    }
  }

  /// Everywhere in 2017, its 500th year; in four Länder of the north since 2018.
  private func keepsReformationDay(in year: Int) -> Bool {
    switch land {
    case .brandenburg, .mecklenburgVorpommern, .sachsen, .sachsenAnhalt, .thueringen: true
    case .bremen, .hamburg, .niedersachsen, .schleswigHolstein: year >= 2017
    default: year == 2017
    }
  }
}
