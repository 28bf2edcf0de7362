import RelaisGeo

/// Finds which places known already are the same as another one.
///
/// Two are one place if
/// - they bear the same SIRET, or
/// - the same name, case, accents and punctuation aside, within ``namesakes`` metres, or
/// - names of which one holds the other (``shortest`` letters at least) within ``alike`` metres, and
///   the same category, or
/// - the same category within ``nameless`` metres, where one of them has no name,
///
/// the last two unless their SIRETs say they are two. The first rule that fits decides; of several places it fits, the nearest, then the first.
struct SamePlace {
  static let namesakes = DuplicatePair.nearby
  static let alike = 30.0
  static let nameless = 25.0
  static let shortest = 4
  /// The most places in a square of 100 m that are compared by name; more do not occur in a town,
  /// and are matched by SIRET alone.
  static let crowd = 1000

  struct Place {
    var position: Position
    var name: String
    var category: String?
    var siret: String?

    init(_ candidate: Candidate) {
      position = candidate.place.position
      name = Establishment.folded(candidate.place.name ?? "")
      category = candidate.category == CandidateCategory.otherShop ? nil : candidate.category
      siret = candidate.siret
    }

    init(name: String?, position: Position, siret: String?) {
      self.position = position
      self.name = Establishment.folded(name ?? "")
      self.siret = siret
    }
  }

  private let ground: Ground
  private(set) var places: [Place] = []
  private var bySIRET: [String: [Int]] = [:]
  private var byCell: [Cell: [Int]] = [:]
  private let cell: (x: Double, y: Double)?

  private struct Cell: Hashable {
    var x: Int
    var y: Int
  }

  /// - Parameter origin: Somewhere among the places, for the size of cells.
  init(ground: Ground, near origin: Position?) {
    self.ground = ground
    // A cell is a little wider than the widest rule reaches.
    cell = origin.map { origin in
      let scale = ground.metresPerUnit(at: origin)
      return (2 * Self.namesakes / max(scale.x, 1), 2 * Self.namesakes / max(scale.y, 1e-9))
    }
  }

  mutating func add(_ place: Place) {
    if let siret = place.siret { bySIRET[siret, default: []].append(places.count) }
    if let cell = cell(of: place.position), byCell[cell, default: []].count < Self.crowd {
      byCell[cell, default: []].append(places.count)
    }
    places.append(place)
  }

  /// Takes note of a place's SIRET that another source gave.
  mutating func learn(siret: String?, of index: Int) {
    guard let siret, places[index].siret == nil else { return }
    places[index].siret = siret
    bySIRET[siret, default: []].append(index)
  }

  /// The place that is the same as another.
  ///
  /// - Parameter isAllowed: Which ones may be it.
  /// - Complexity: O(places within some 100 m).
  func first(like place: Place, where isAllowed: (Int) -> Bool = { _ in true }) -> Int? {
    if let siret = place.siret, let found = bySIRET[siret]?.first(where: isAllowed) {
      return found
    }
    var best: (rule: Int, distance: Double, index: Int)?
    for index in near(place.position) where isAllowed(index) {
      let other = places[index]
      let distance = ground.length(from: place.position, to: other.position)
      guard distance <= Self.namesakes, let rule = rule(place, other, distance) else { continue }
      if best.map({ (rule, distance, index) < ($0.rule, $0.distance, $0.index) }) ?? true {
        best = (rule, distance, index)
      }
    }
    return best?.index
  }

  private func rule(_ a: Place, _ b: Place, _ distance: Double) -> Int? {
    if !a.name.isEmpty, a.name == b.name { return 0 }
    guard let category = a.category, category == b.category, a.siret == nil || b.siret == nil
    else { return nil }
    if a.name.isEmpty || b.name.isEmpty { return distance <= Self.nameless ? 2 : nil }
    let (short, long) = a.name.count <= b.name.count ? (a.name, b.name) : (b.name, a.name)
    return distance <= Self.alike && short.count >= Self.shortest && long.contains(short) ? 1 : nil
  }

  private func near(_ position: Position) -> [Int] {
    guard let middle = cell(of: position) else { return [] }
    var found: [Int] = []
    for x in (middle.x - 1)...(middle.x + 1) {
      for y in (middle.y - 1)...(middle.y + 1) { found += byCell[Cell(x: x, y: y)] ?? [] }
    }
    return found.sorted()
  }

  private func cell(of position: Position) -> Cell? {
    guard let cell, position.isFinite else { return nil }
    let x = (position.x / cell.x).rounded(.down)
    let y = (position.y / cell.y).rounded(.down)
    guard abs(x) < 1e15, abs(y) < 1e15 else { return nil }
    return Cell(x: Int(x), y: Int(y))
  }
}
