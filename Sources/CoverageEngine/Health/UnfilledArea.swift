import RelaisGeo

/// Parts of the study area without any street: by its addresses, else by its ground.
struct UnfilledArea {
  /// An address farther than this from every street stands on a street that is missing. Metres.
  static let reachOfHouse = 200.0
  /// Ground farther than this from every street is forest, water, or missing. Metres.
  static let reachOfGround = 1000.0
  /// Points looked at.
  static let samples = 4000.0
  static let leastHouses = 10

  let scope: HealthScope
  let houses: [Position]

  /// Where no street is, and what share that is of all.
  struct Void: Sendable {
    var places: [Position]
    var share: Double
    /// Whether they are addresses.
    var isOfHouses: Bool
  }

  /// `nil` without a study area and without addresses, and where nothing is missing.
  func find() -> Void? {
    let within = houses.filter { scope.border?.contains($0) ?? true }
    if within.count >= UnfilledArea.leastHouses {
      let lost = far(within, UnfilledArea.reachOfHouse)
      return lost.isEmpty
        ? nil : Void(places: lost, share: share(lost, of: within), isOfHouses: true)
    }
    guard let border = scope.border, !border.envelope.isEmpty else { return nil }
    let box = border.envelope
    let scale = scope.network.ground.metresPerUnit(at: box.centre)
    let width = (box.maxX - box.minX) * scale.x
    let height = (box.maxY - box.minY) * scale.y
    let step = max((width * height / UnfilledArea.samples).squareRoot(), 100)
    guard step.isFinite, width / step < 1e5, height / step < 1e5 else { return nil }
    var ground: [Position] = []
    for row in 0..<Int(height / step + 1) {
      for column in 0..<Int(width / step + 1) {
        let point = Position(
          x: box.minX + (Double(column) + 0.5) * step / scale.x,
          y: box.minY + (Double(row) + 0.5) * step / scale.y)
        if border.contains(point) { ground.append(point) }
      }
    }
    guard !ground.isEmpty else { return nil }
    let lost = far(ground, UnfilledArea.reachOfGround)
    return lost.isEmpty
      ? nil : Void(places: lost, share: share(lost, of: ground), isOfHouses: false)
  }

  private func far(_ positions: [Position], _ metres: Double) -> [Position] {
    zip(
      positions, Snapper(scope.network).snaps(of: positions, within: Length(metres: metres))
    ).filter { $0.1 == nil }.map(\.0)
  }

  private func share(_ part: [Position], of all: [Position]) -> Double {
    Double(part.count) / Double(all.count)
  }
}
