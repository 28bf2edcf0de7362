import RelaisGeo

/// What an analysis notices about its data.
struct CoverageFindings {
  let network: StreetNetwork
  let facilities: [Facility]
  let snaps: [Snap?]
  let parameters: AnalysisParameters
  let studyArea: AreaClip?
  let districts: [AreaClip]
  var priorityAreas: [AreaClip] = []
  /// What the facilities are.
  var shop: (_ id: String) -> Finding.Shop = Finding.Shop.relay

  /// In a fixed order: places by their order, then areas.
  func all() -> [Finding] {
    places() + areas()
  }

  /// Those about where the facilities stand.
  func places() -> [Finding] {
    let lost = facilities.indices.filter { snaps[$0] == nil }
    // Beyond what was read nothing could hold them.
    let elsewhere = Set(
      lost.filter { index in
        guard case .relay = shop(facilities[index].id), let reading = network.reading else {
          return false
        }
        return !reading.box.contains(facilities[index].position)
      })
    let near = lost.filter { !elsewhere.contains($0) }
    let nearest = Dictionary(
      uniqueKeysWithValues: zip(
        near, Snapper(network, .nearest).nearest(to: near.map { facilities[$0].position })))
    var findings: [Finding] = []
    for (index, (facility, snap)) in zip(facilities, snaps).enumerated() {
      if let snap {
        let piece = Int(network.components.ofNode[network.tail(of: snap.edge).position])
        // A piece that goes on beyond what was read may lead anywhere.
        if piece != network.components.main, !network.components.isOpen(piece) {
          findings.append(
            Finding(
              .relayOnIsland(shop(facility.id), piece: network.components.lengths[piece]),
              position: facility.position))
        }
      } else if !elsewhere.contains(index) {
        findings.append(
          Finding(
            .placeUnattached(
              shop(facility.id), away: nearest[index]??.connector,
              allowed: parameters.maximumSnap), position: facility.position))
      }
    }
    findings += passedOver()
    let isRelays = facilities.first.map { if case .relay = shop($0.id) { true } else { false } }
    if isRelays == true, lost.count == facilities.count, network.edgeCount > 0 {
      findings.append(Finding(.noRelayAttached(of: lost.count)))
    }
    if !elsewhere.isEmpty { findings.append(Finding(.relaysElsewhere(elsewhere.count))) }
    if !lost.isEmpty, network.edgeCount > 0 {
      let exchanged = lost.filter { index in
        let place = facilities[index].position
        return network.envelope.contains(Position(x: place.y, y: place.x))
          && !network.envelope.contains(place)
      }
      if !exchanged.isEmpty {
        findings.append(Finding(.axesLookSwapped(places: exchanged.count)))
      }
    }
    return findings
  }

  /// Relays one by one, candidates together.
  private func passedOver() -> [Finding] {
    let islets = Snapper(network, parameters.snapping).passedOver(
      by: snaps, of: facilities.map(\.position), within: parameters.maximumSnap)
    var candidates = 0
    var findings: [Finding] = []
    for (index, islet) in islets.enumerated() {
      guard let islet, let snap = snaps[index] else { continue }
      switch shop(facilities[index].id) {
      case .relay(let id):
        findings.append(
          Finding(
            .relayPastIslet(
              relay: id, connector: snap.connector, nearer: islet.connector,
              piece: network.piece(of: islet.edge)), position: facilities[index].position))
      case .candidate: candidates += 1
      }
    }
    return candidates > 0 ? findings + [Finding(.candidatesPastIslet(candidates))] : findings
  }

  private func areas() -> [Finding] {
    var findings: [Finding] = []
    if network.squaresTooLarge > 0 {
      findings.append(Finding(.squaresNotCrossed(network.squaresTooLarge, .tooLarge)))
    }
    if let studyArea, studyArea.isEmpty, network.edgeCount > 0 {
      findings.append(Finding(.boundaryElsewhere))
    }
    func look(_ kind: InputKind, _ clips: [AreaClip]) {
      guard !clips.isEmpty, network.edgeCount > 0, clips.allSatisfy(\.isEmpty) else { return }
      findings.append(Finding(.areasElsewhere(kind, areas: clips.count)))
    }
    look(.districts, districts)
    look(.priorityAreas, priorityAreas)
    guard !districts.isEmpty else { return findings }
    var several: Int64 = 0
    var missing: Int64 = 0
    for edge in 0..<network.edgeCount where network.isDemand[edge] {
      let length = Int64(network.lengths[edge])
      var inside = IntervalSet(whole: length)
      if let studyArea {
        guard studyArea.sides[edge] != .outside else { continue }
        inside = studyArea.set(of: edge, length: length)
      }
      var sum: Int64 = 0
      var portions: [IntervalSet.Portion] = []
      for district in districts where district.sides[edge] != .outside {
        let part = district.set(of: edge, length: length).intersection(inside)
        sum += part.length
        portions += part.portions
      }
      let union = IntervalSet(union: portions).length
      several += sum - union
      missing += inside.length - union
    }
    // Below a metre in all it is rounding along shared borders, not a defect of the districts.
    if several >= 1000 {
      findings.append(Finding(.districtsOverlap(length: Length(millimetres: several))))
    }
    if missing >= 1000 {
      findings.append(Finding(.districtsIncomplete(length: Length(millimetres: missing))))
    }
    return findings
  }
}
