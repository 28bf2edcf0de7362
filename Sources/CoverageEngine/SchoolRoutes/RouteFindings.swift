import RelaisGeo

/// What a plan notices about schools, homes and catchments.
struct RouteFindings {
  let planner: RoutePlanner
  let doors: [[Snap?]]
  let homes: Homes
  let lookup: CatchmentLookup
  let routes: [[SchoolRoute]]
  /// Schools whose search for covered routes stopped early.
  let cut: Int

  /// In a fixed order: schools by theirs, then homes together, then catchments.
  func all() -> [Finding] {
    schools() + unattachedHomes() + passedOver() + catchments()
      + (cut > 0 ? [Finding(.coveredRoutesCut(schools: cut))] : [])
  }

  private func schools() -> [Finding] {
    let snapper = Snapper(planner.network, .nearest)
    let unattached = planner.schools.indices.filter { doors[$0].allSatisfy { $0 == nil } }
    // A directory is wider than a town: what lies beyond the streets is no defect.
    let border = planner.studyArea.map { AreaBorder($0.shape) }
    let elsewhere = unattached.filter { index in
      let position = planner.schools[index].position
      return !planner.network.envelope.contains(position)
        || border.map { !$0.contains(position) } ?? false
    }
    var findings = unattached.filter { !elsewhere.contains($0) }.map { index in
      let school = planner.schools[index]
      let nearest = snapper.nearest(to: school.position)
      return Finding(
        .schoolUnattached(
          school: school.id, away: nearest?.connector, allowed: planner.parameters.maximumSnap),
        position: school.position)
    }
    let away = elsewhere.count + planner.schoolsBeyond
    if planner.schools.isEmpty, away > 0 {
      findings.append(Finding(.noneInside(.schools, of: away)))
    } else if away > 0 {
      findings.append(Finding(.schoolsElsewhere(away)))
    }
    return findings
  }

  /// Counted together, never named: a home is somebody's.
  private func unattachedHomes() -> [Finding] {
    var findings: [Finding] = []
    let unattached = homes.snaps.count { $0 == nil }
    if unattached > 0 {
      findings.append(
        Finding(
          .homesUnattached(
            unattached, of: homes.snaps.count, allowed: planner.parameters.maximumSnap)))
    }
    let lost = routes.joined().count { $0.walk == nil && homes.snaps[$0.home] != nil }
    if lost > 0 { findings.append(Finding(.homesWithoutWay(lost))) }
    return findings
  }

  /// Schools and homes with a nearer way that leads nowhere.
  private func passedOver() -> [Finding] {
    let snapper = Snapper(planner.network, planner.parameters.snapping)
    let maximum = planner.parameters.maximumSnap
    var findings: [Finding] = []
    let places = planner.schools.map(\.position)
    let snaps = snapper.snaps(of: places, within: maximum)
    let islets = snapper.passedOver(by: snaps, of: places, within: maximum)
    for (school, islet) in islets.enumerated() {
      // Of schools with several doors each finds its own street.
      guard let islet, let snap = snaps[school], planner.schools[school].entrances.count == 1
      else { continue }
      findings.append(
        Finding(
          .schoolPastIslet(
            school: planner.schools[school].id, connector: snap.connector,
            nearer: islet.connector, piece: planner.network.piece(of: islet.edge)),
          position: places[school]))
    }
    let passed = snapper.passedOver(
      by: homes.snaps, of: homes.homes.map(\.position), within: maximum
    ).count { $0 != nil }
    if passed > 0 { findings.append(Finding(.homesPastIslet(passed))) }
    return findings
  }

  private func catchments() -> [Finding] {
    var counted: [(school: String, count: Int)] = []
    var index: [String: Int] = [:]
    for catchment in lookup.unknown {
      if let known = index[catchment.school] {
        counted[known].count += 1
      } else {
        index[catchment.school] = counted.count
        counted.append((catchment.school, 1))
      }
    }
    let nowhere: [Finding] =
      planner.catchments.isEmpty || homes.homes.isEmpty
        || CatchmentLookup.hold(planner.catchments, any: homes.homes)
      ? [] : [Finding(.catchmentsElsewhere(planner.catchments.count))]
    return nowhere
      + counted.map {
        Finding(.catchmentWithoutSchool(school: $0.school, catchments: $0.count))
      }
  }
}
