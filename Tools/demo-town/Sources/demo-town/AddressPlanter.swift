/// One numbered door of the town.
struct Address {
  let street: String
  /// The street's rank, from 1: its four digits in the address's key.
  let streetRank: Int
  let number: Int
  /// `bis`, `ter` or nothing.
  let suffix: String
  /// Where the door is, metres.
  let place: Point
  /// Its zone's position in ``Zone/all``.
  let zone: Int
  /// Whether it lies on a great street.
  let isOnArtery: Bool

  /// The number as people write it: `12`, `12 bis`.
  var label: String { suffix.isEmpty ? String(number) : "\(number) \(suffix)" }
}

/// Numbers the houses: odd to the left, even to the right, growing away from the market square.
struct AddressPlanter {
  private var random: SeededGenerator
  private let town: Town
  private let boundary: [Point]
  private let built: [[Point]]

  init(seed: UInt64, town: Town, boundary: [Point]) {
    random = SeededGenerator(seed: seed, stream: 7)
    self.town = town
    self.boundary = boundary
    built = town.blocks.filter { !$0.touchesBarrier(in: town.graph) }.map { block in
      block.outline(in: town.graph)
    }
  }

  /// All addresses, street by street, each street's in increasing numbers.
  mutating func plant(along streets: [NamedStreet]) -> [Address] {
    var addresses: [Address] = []
    var rank = 0
    for street in streets {
      let found = [1.0, -1.0].flatMap { number(street, rank: rank + 1, side: $0) }
      guard !found.isEmpty else { continue }
      rank += 1
      addresses += found.enumerated().sorted {
        ($0.element.number, $0.offset) < ($1.element.number, $1.offset)
      }.map(\.element)
    }
    return addresses
  }

  /// The addresses of one side: +1 is the left one.
  private mutating func number(
    _ street: NamedStreet, rank: Int, side: Double
  ) -> [Address] {
    var result: [Address] = []
    var number = side > 0 ? 1 : 2
    for piece in street.pieces {
      let line = town.graph.lines[piece.line]
      guard !line.isOffGround, line.kind != .trunk,
        !line.tags.contains(where: { $0.key == "junction" || $0.key == "area" })
      else { continue }
      let drawn = town.graph.geometry(of: piece.line)
      let course = piece.isReversed ? Array(drawn.reversed()) : drawn
      let length = Polyline.length(course)
      var at = random.between(7, 16)
      while at < length - 6 {
        let (place, heading) = Polyline.place(on: course, at: at)
        let zone = Zone.index(at: place)
        let frontage = Zone.all[zone].style.frontage * random.between(0.62, 1.4)
        let door = place + heading.left * (side * random.between(5.2, 11.8))
        if isBuildable(door) {
          let suffixes = ["", "bis", "ter"].prefix(
            random.chance(0.06) ? random.chance(0.2) ? 3 : 2 : 1)
          for (step, suffix) in suffixes.enumerated() {
            let moved = door + heading * (Double(step) * min(5, frontage / 4))
            result.append(
              Address(
                street: street.name, streetRank: rank, number: number, suffix: suffix,
                place: moved, zone: zone,
                isOnArtery: [.primary, .secondary, .tertiary].contains(line.kind)))
          }
          number += 2
        } else if random.chance(0.12) {
          number += 2
        }
        at += frontage
      }
    }
    return result
  }

  /// Whether a door may stand here: in the commune, on built land, not upon another street.
  private func isBuildable(_ place: Point) -> Bool {
    Polygon.contains(boundary, place)
      && town.isClear(place, by: 1.5)
      && town.isClear(place, by: 4.6, where: { $0.kind != .footway && $0.kind != .path })
      && built.contains { Polygon.contains($0, place) }
  }
}
