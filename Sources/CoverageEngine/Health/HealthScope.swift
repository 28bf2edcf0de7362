import RelaisGeo

/// Where flaws matter: the study area and as far around it as figures reach; everywhere without one.
struct HealthScope: Sendable {
  let network: StreetNetwork
  let clip: AreaClip?
  let border: AreaBorder?
  /// The largest budget.
  let reach: Length

  init(_ network: StreetNetwork, studyArea: MultiPolygon?, clip: AreaClip?, reach: Length) {
    self.network = network
    self.reach = reach
    border = studyArea.map { AreaBorder($0) }
    self.clip = studyArea.map { clip ?? AreaClip(network, $0) }
  }

  /// Whether a flaw at a position may change a figure.
  func contains(_ position: Position) -> Bool {
    guard let border else { return true }
    return border.contains(position)
      || border.isWithin(reach.metres, of: position, ground: network.ground)
  }

  /// The length of an edge that counts: of a street to cover, what lies in the study area.
  func demand(_ edge: Int) -> Int64 {
    guard network.isDemand[edge] else { return 0 }
    let length = Int64(network.lengths[edge])
    return clip.map { $0.sides[edge] == .outside ? 0 : $0.set(of: edge, length: length).length }
      ?? length
  }

  /// Whether any part of an edge lies in the study area.
  func touches(_ edge: Int) -> Bool { clip.map { $0.sides[edge] != .outside } ?? true }

  /// Metres of street to cover.
  func demand() -> Length {
    Length(millimetres: (0..<network.edgeCount).reduce(0) { $0 + demand($1) })
  }

  /// A place of edges, at the middle of the first where no other position is given.
  func place(_ edges: [EdgeID], at position: Position? = nil, length: Length? = nil)
    -> NetworkProblem.Place
  {
    NetworkProblem.Place(
      position: position
        ?? network.position(
          on: edges[0],
          at: Length(millimetres: network.length(of: edges[0]).millimetres / 2)),
      edges: edges, street: edges.lazy.compactMap { network.name(of: $0) }.first,
      length: length ?? edges.reduce(.zero) { $0 + network.length(of: $1) })
  }
}
