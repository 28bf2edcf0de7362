import RelaisGeo

/// What an analysis notices about its data.
struct CoverageFindings {
  let network: StreetNetwork
  let facilities: [Facility]
  let snaps: [Snap?]
  let parameters: AnalysisParameters
  let studyArea: AreaClip?
  let districts: [AreaClip]

  /// In a fixed order: places by their order, then the network, then areas.
  func all() -> [Finding] {
    places() + islands() + areas()
  }

  /// Those about where the facilities stand.
  func places() -> [Finding] {
    let lost = facilities.indices.filter { snaps[$0] == nil }
    let nearest = Dictionary(
      uniqueKeysWithValues: zip(
        lost, Snapper(network).nearest(to: lost.map { facilities[$0].position })))
    var findings: [Finding] = []
    for (index, (facility, snap)) in zip(facilities, snaps).enumerated() {
      if let snap {
        let piece = Int(network.components.ofNode[network.tail(of: snap.edge).position])
        if piece != network.components.main {
          findings.append(
            Finding(
              .relayOnIsland, subject: facility.id,
              facts: [network.components.lengths[piece].description], position: facility.position))
        }
      } else {
        findings.append(
          Finding(
            .placeUnattached, subject: facility.id,
            facts: [
              nearest[index]??.connector.description ?? "", parameters.maximumSnap.description,
            ], position: facility.position))
      }
    }
    if !lost.isEmpty, network.edgeCount > 0 {
      let exchanged = lost.filter { index in
        let place = facilities[index].position
        return network.envelope.contains(Position(x: place.y, y: place.x))
          && !network.envelope.contains(place)
      }
      if !exchanged.isEmpty {
        findings.append(
          Finding(.axesLookSwapped, severity: .error, facts: [String(exchanged.count)]))
      }
    }
    return findings
  }

  private func islands() -> [Finding] {
    let components = network.components
    guard components.count > 1, let main = components.main else { return [] }
    let metres = components.lengths.indices.reduce(Length.zero) {
      $1 == main ? $0 : $0 + components.lengths[$1]
    }
    return [
      Finding(
        .networkIslands, severity: .note,
        facts: [String(components.count - 1), metres.description])
    ]
  }

  private func areas() -> [Finding] {
    var findings: [Finding] = []
    if let studyArea, studyArea.isEmpty, network.edgeCount > 0 {
      findings.append(Finding(.boundaryElsewhere, severity: .error))
    }
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
      findings.append(
        Finding(.districtsOverlap, facts: [Length(millimetres: several).description]))
    }
    if missing >= 1000 {
      findings.append(
        Finding(
          .districtsIncomplete, severity: .note,
          facts: [Length(millimetres: missing).description]))
    }
    return findings
  }
}
