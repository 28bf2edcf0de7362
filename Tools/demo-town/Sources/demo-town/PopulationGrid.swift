/// One 200 m square of the population grid.
struct PopulationCell {
  /// The south-western corner, metres of ``EuropeanGrid``.
  let east: Int
  let north: Int
  var people = 0.0
  var households = 0.0
  /// Children of 0–3, 4–5, 6–10 and 11–17 years.
  var children = [0.0, 0.0, 0.0, 0.0]
  var unknownAge = 0.0
  /// Whether the figures are modelled, because fewer than 11 households live there.
  var isImputed: Bool { households < 11 }

  /// INSEE's name of a square of `size` metres.
  func name(size: Int) -> String {
    "CRS3035RES\(size)mN\(north / size * size)E\(east / size * size)"
  }
}

/// Counts the people behind the doors by squares of the European grid.
enum PopulationGrid {
  static let side = 200
  static let total = 25_000.0

  /// The inhabited squares from south to north, then from west to east.
  static func count(_ addresses: [Address], seed: UInt64) -> [PopulationCell] {
    var random = SeededGenerator(seed: seed, stream: 10)
    let raw = addresses.map { address in
      Zone.all[address.zone].style.peoplePerAddress * random.between(0.4, 1.6)
        * (address.suffix.isEmpty ? 1 : 0.6)
    }
    let scale = total / raw.reduce(0, +)
    var cells: [PopulationCell] = []
    for (address, weight) in zip(addresses, raw) {
      let (longitude, latitude) = TownSite.degrees(address.place)
      let (x, y) = EuropeanGrid.project(longitude: longitude, latitude: latitude)
      let east = Int(x) / side * side
      let north = Int(y) / side * side
      let position: Int
      if let known = cells.firstIndex(where: { $0.east == east && $0.north == north }) {
        position = known
      } else {
        position = cells.count
        cells.append(PopulationCell(east: east, north: north))
      }
      let people = weight * scale
      let style = Zone.all[address.zone].style
      let children = people * style.childShare * random.between(0.75, 1.25)
      cells[position].people += people
      cells[position].households += people / random.between(1.9, 2.4)
      // The four ages hold 4, 2, 5 and 7 of the 18 years.
      for (age, share) in [0.215, 0.111, 0.285, 0.389].enumerated() {
        cells[position].children[age] += children * share * random.between(0.85, 1.15)
      }
      if random.chance(0.02) { cells[position].unknownAge += people * 0.1 }
    }
    return cells.sorted { ($0.north, $0.east) < ($1.north, $1.east) }
  }
}
