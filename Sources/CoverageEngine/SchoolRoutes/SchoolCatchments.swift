public import RelaisGeo

/// Which homes a school takes by rule: an area, or numbers of a street.
public struct SchoolCatchment: Hashable, Sendable {
  public enum Extent: Hashable, Sendable {
    case area(MultiPolygon)
    /// Numbers from–to of a street, both included, all of it where `nil`; one side only where
    /// `parity` says so.
    case numbers(street: String, from: Int?, to: Int?, parity: Parity)
  }

  public enum Parity: Hashable, Sendable {
    case odd, even, both
  }

  /// The school, as the source names it.
  public var school: String
  public var extent: Extent

  public init(school: String, extent: Extent) {
    self.school = school
    self.extent = extent
  }
}

/// Catchments ready to be asked: by street and number first, then by area, each in input order.
struct CatchmentLookup {
  private let areas: [(border: AreaBorder, school: Int)]
  private let numbers: [String: [(catchment: SchoolCatchment, school: Int)]]
  /// Catchments of schools nobody knows.
  let unknown: [SchoolCatchment]

  init(_ catchments: [SchoolCatchment], schools: [School]) {
    var index: [String: Int] = [:]
    for (number, school) in schools.enumerated().reversed() {
      if let name = school.name { index[CatchmentLookup.key(name)] = number }
    }
    // Identifiers go before names.
    for (number, school) in schools.enumerated().reversed() {
      index[CatchmentLookup.key(school.id)] = number
    }
    var areas: [(AreaBorder, Int)] = []
    var numbers: [String: [(SchoolCatchment, Int)]] = [:]
    var unknown: [SchoolCatchment] = []
    for catchment in catchments {
      guard let school = index[CatchmentLookup.key(catchment.school)] else {
        unknown.append(catchment)
        continue
      }
      switch catchment.extent {
      case .area(let shape): areas.append((AreaBorder(shape), school))
      case .numbers(let street, _, _, _):
        numbers[CatchmentLookup.key(street), default: []].append((catchment, school))
      }
    }
    self.areas = areas
    self.numbers = numbers
    self.unknown = unknown
  }

  /// The first catchment that holds a home and belongs to one of some schools.
  func school(of home: Home, among takes: (Int) -> Bool) -> Int? {
    if !numbers.isEmpty, let street = home.street,
      let found = numbers[CatchmentLookup.key(street)]?.first(where: {
        takes($0.school) && CatchmentLookup.holds($0.catchment.extent, number: home.number)
      })
    {
      return found.school
    }
    return areas.first { takes($0.school) && $0.border.contains(home.position) }?.school
  }

  /// Whether any of some catchments holds any of some homes, whoever their school is.
  static func hold(_ catchments: [SchoolCatchment], any homes: [Home]) -> Bool {
    let streets = Set(homes.compactMap { $0.street.map(key) })
    return catchments.contains { catchment in
      switch catchment.extent {
      case .numbers(let street, _, _, _): return streets.contains(key(street))
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
