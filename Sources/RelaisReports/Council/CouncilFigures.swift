import CoverageEngine
import RelaisGeo
import RelaisWording

/// Figures of the council’s page, what its map may show, and its limits.
extension Wording {
  /// What a style of line means on a map of views.
  func streets(_ style: Map.LineLayer.Style) -> String {
    switch style {
    case .covered: coveredStreets
    case .uncertain: say("council.streets")
    case .uncovered: uncoveredStreets
    case .walkable: otherWays
    }
  }

  /// After a school's name on the map.
  func schoolState(_ figures: SchoolFigures) -> String {
    let children = PublicCount(figures.children, homes: figures.homes).children
    guard let children, let covered = figures.coveredShare else {
      return say("council.schoolState.school", ["fewHomes": .text(fewHomes)])
    }
    return say(
      "council.schoolState.schoolOf",
      ["children": .integer(children), "covered": .number(covered)])
  }

  func routesFigure(_ plan: RoutePlan?, budget: Budget) -> ReportDocument.KeyFigure {
    let label = say("council.routesFigure.wayTo")
    guard let plan, let covered = plan.figures.coveredShare else {
      return .init(
        label: label, value: "—",
        explanation: say("council.routesFigure.toBe"))
    }
    let homes = plan.figures.reduce(0) { $0 + $1.homes }
    let children = PublicCount(
      plan.figures.reduce(Children.zero) { $0 + $1.children }, homes: homes
    ).children
    let walkers = children.map {
      say("count.children", ["number": .integer($0)])
    }
    return .init(
      label: label, value: wholeShare(covered),
      explanation: say(
        "council.routesFigure.walkedBy",
        ["walkers": .text(walkers ?? say("council.routesFigure.children"))]))
  }

  var firstReportFigure: ReportDocument.KeyFigure {
    .init(
      label: say("council.firstReportFigure.sinceThe"),
      value: say("council.firstReportFigure.firstReport"),
      explanation: say("council.firstReportFigure.theNext"))
  }

  /// What is estimated, what was left out, what was found in the data.
  func limits(_ material: ReportMaterial) -> [String] {
    [estimated(material), leftOut(material), found(material.findings)]
  }

  private func estimated(_ material: ReportMaterial) -> String {
    var parts: [String] = []
    if let routes = material.routes {
      parts.append(
        routes.homes.contains { $0.children != nil }
          ? say("council.estimated.whereChildren")
          : say("council.estimated.theNumber"))
    }
    if let inTime = material.result.inTime {
      let unknown = inTime.windows.first.map { $0.states.count { $0 == .unknown } } ?? 0
      if unknown > 0 {
        parts.append(
          say("council.estimated.relaysOf"))
      }
    }
    parts.append(
      say("council.estimated.theLeg"))
    return say(
      "council.estimated", ["estimates": .text(parts.joined(separator: clauseSeparator))])
  }

  private func leftOut(_ material: ReportMaterial) -> String {
    let unattached = material.result.snaps.count { $0 == nil }
    let rejected = material.findings.reduce(0) { sum, finding in
      if case .rowsRejected(let rows, _) = finding.kind { sum + rows } else { sum }
    }
    let kinds = material.missing.map(name)
    return kinds.isEmpty
      ? say("council.leftOut", ["relays": .integer(unattached), "rows": .integer(rejected)])
      : say(
        "council.leftOut.inputs",
        [
          "relays": .integer(unattached), "rows": .integer(rejected), "inputs": .list(kinds),
        ])
  }
}
