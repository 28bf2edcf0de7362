public import RelaisGeo

/// Which homes a school takes by rule: an area, or numbers of a street.
public struct SchoolCatchment: Hashable, Sendable {
  public enum Extent: Hashable, Sendable {
    case area(MultiPolygon)
    /// Numbers from–to of a street, both included, all of it where `nil`; one side only where
    /// `parity` says so.
    case numbers(street: String, from: Int?, to: Int?, parity: Parity)
    /// The whole commune.
    case commune
  }

  public enum Parity: Hashable, Sendable {
    case odd, even, both
  }

  /// The school, as the source names it.
  public var school: String
  /// Further schools it may be: the nearest of all to a home takes it.
  public var alternatives: [String]
  public var extent: Extent
  /// The code of the commune its words are of; `nil` where the source does not say.
  public var commune: String?

  public init(
    school: String, alternatives: [String] = [], extent: Extent, commune: String? = nil
  ) {
    self.school = school
    self.alternatives = alternatives
    self.extent = extent
    self.commune = commune
  }
}

/// Catchments ready to be asked: by street and number first, then by area, then by commune, each in input order.
struct CatchmentLookup {
  /// A catchment and those of its schools that are known.
  private struct Entry {
    var catchment: SchoolCatchment
    var schools: [Int]
  }

  private let areas: [(border: AreaBorder, entry: Entry)]
  private let numbers: [String: [Entry]]
  private let communes: [Entry]
  private let places: [Position]
  private let ground: Ground
  /// Catchments of schools nobody knows.
  let unknown: [SchoolCatchment]

  init(_ catchments: [SchoolCatchment], schools: [School], on ground: Ground) {
    var index: [String: Int] = [:]
    for (number, school) in schools.enumerated().reversed() {
      if let name = school.name { index[CatchmentLookup.key(name)] = number }
    }
    // Identifiers go before names.
    for (number, school) in schools.enumerated().reversed() {
      index[CatchmentLookup.key(school.id)] = number
    }
    var areas: [(AreaBorder, Entry)] = []
    var numbers: [String: [Entry]] = [:]
    var communes: [Entry] = []
    var unknown: [SchoolCatchment] = []
    for catchment in catchments {
      let known = ([catchment.school] + catchment.alternatives).compactMap {
        index[CatchmentLookup.key($0)]
      }
      guard !known.isEmpty else {
        unknown.append(catchment)
        continue
      }
      let entry = Entry(catchment: catchment, schools: known)
      switch catchment.extent {
      case .area(let shape): areas.append((AreaBorder(shape), entry))
      case .numbers(let street, _, _, _):
        numbers[AddressKey.street(street), default: []].append(entry)
      case .commune: communes.append(entry)
      }
    }
    self.areas = areas
    self.numbers = numbers
    self.communes = communes
    self.unknown = unknown
    self.ground = ground
    places = schools.map(\.position)
  }

  /// The first catchment that holds a home and belongs to one of some schools; of several of these, the nearest in
  /// a straight line, the first on a tie.
  func school(of home: Home, among takes: (Int) -> Bool) -> Int? {
    func own(_ entry: Entry) -> Int? {
      let schools = entry.schools.filter(takes)
      guard schools.count > 1 else { return schools.first }
      return schools.map { (ground.length(from: home.position, to: places[$0]), $0) }
        .min { $0.0 < $1.0 }?.1
    }
    if !numbers.isEmpty, let street = home.street {
      for entry in numbers[AddressKey.street(street)] ?? []
      where CatchmentLookup.isIn(entry.catchment, home)
        && CatchmentLookup.holds(entry.catchment.extent, number: home.number)
      {
        if let school = own(entry) { return school }
      }
    }
    for (border, entry) in areas {
      // A border costs more to ask than the schools.
      if let school = own(entry), border.contains(home.position) { return school }
    }
    for entry in communes where CatchmentLookup.isIn(entry.catchment, home) {
      if let school = own(entry) { return school }
    }
    return nil
  }

  /// Whether a home may be of the commune a catchment's words are of.
  private static func isIn(_ catchment: SchoolCatchment, _ home: Home) -> Bool {
    guard let commune = catchment.commune, !home.commune.isEmpty else { return true }
    return commune == home.commune || commune == CommuneCode.city(of: home.commune)
  }

  /// Whether any of some catchments holds any of some homes, whoever their school is.
  static func hold(_ catchments: [SchoolCatchment], any homes: [Home]) -> Bool {
    let streets = Set(homes.compactMap { $0.street.map { AddressKey.street($0) } })
    return catchments.contains { catchment in
      switch catchment.extent {
      case .numbers(let street, _, _, _): return streets.contains(AddressKey.street(street))
      case .commune: return homes.contains { isIn(catchment, $0) }
      case .area(let shape):
        let border = AreaBorder(shape)
        return homes.contains { border.contains($0.position) }
      }
    }
  }

  private static func holds(_ extent: SchoolCatchment.Extent, number: Int?) -> Bool {
    guard case .numbers(_, let from, let to, let parity) = extent else { return false }
    if from == nil, to == nil, parity == .both { return true }
    guard let number else { return false }
    guard from.map({ $0 <= number }) ?? true, to.map({ number <= $0 }) ?? true else {
      return false
    }
    switch parity {
    case .both: return true
    case .odd: return number % 2 != 0
    case .even: return number % 2 == 0
    }
  }

  /// Names without what sources write differently: case, accents, hyphens, spaces.
  private static func key(_ text: String) -> String {
    ColumnName.foldedLetters(text)
  }
}
