package import CoverageEngine
import RelaisGeo
package import RelaisWording

/// Every school: who walks there, how far, and how exposed.
package struct SchoolsTable {
  private let plan: RoutePlan
  private let gaps: [Gap]
  private let wording: Wording

  /// - Parameter gaps: those the plan counted children on.
  package init(plan: RoutePlan, gaps: [Gap], wording: Wording) {
    self.plan = plan
    self.gaps = gaps
    self.wording = wording
  }

  /// A page's columns: those a council reads. The least covered ways come first, ties to the school
  /// given first; schools of few homes, of which nothing is public, last.
  package func table() -> Table {
    let covered = plan.figures.map { figures in
      figures.homes >= PublicCount.leastHomes ? figures.coveredShare ?? 2 : 2
    }
    let schools = plan.schools.indices.filter { plan.figures[$0].homes > 0 }
      .sorted { (covered[$0], $0) < (covered[$1], $1) }
    return Table(
      id: "schools-table", caption: wording.schoolsCaption(schools.count),
      columns: wording.schoolColumns + (plan.windows.first.map(wording.schoolColumns(in:)) ?? []),
      rows: schools.map { index in
        Table.Row(
          [.text(plan.schools[index].name ?? plan.schools[index].id)] + figures(of: index)
            + (plan.figures[index].windows.first.map { shares(in: $0, of: index) }
              ?? plan.windows.prefix(1).flatMap { _ in [none, none] }),
          target: FeatureID.school(index))
      },
      remainder: wording.schoolsRemainder(plan.schools.count - schools.count))
  }

  /// A file's columns: with identifiers, levels and all else that is known.
  package func fullTable() -> Table {
    Table(
      id: "schools", caption: wording.schoolsCaption(plan.schools.count),
      columns: wording.schoolFileColumns + plan.windows.flatMap(wording.schoolFileColumns(in:)),
      rows: plan.schools.enumerated().map { index, school in
        let own = plan.figures[index]
        let run = own.homes >= PublicCount.leastHomes ? own.longest : nil
        return Table.Row(
          [
            .text(school.name ?? ""), .text(school.id),
            .text(school.levels.all.map(wording.name).joined(separator: ", ")),
            Table.Cell("", .integer(plan.doors[index].contains { $0 != nil } ? 1 : 0)),
          ] + figures(of: index) + [
            count(own.unreachable, own.unreachableHomes),
            .text(run.map { wording.streetName($0.street) } ?? ""),
            coordinate(run?.worst.x), coordinate(run?.worst.y),
            metres(own.longest?.worstDistance, own.homes),
            .text(worstGaps(of: own)),
            count(own.helped, own.helpedHomes), saved(own),
          ] + windows(of: index))
      })
  }

  private func figures(of school: Int) -> [Table.Cell] {
    let own = plan.figures[school]
    let isShown = own.homes >= PublicCount.leastHomes
    return [
      count(own.children, own.homes), metres(own.medianWalk, own.homes),
      metres(own.longWalk, own.homes), wording.shareCell(isShown ? own.coveredShare : nil),
      count(own.exposed, own.exposedHomes), metres(own.longest?.length, own.homes),
    ]
  }

  /// The way covered in a window, with relays of unknown hours closed, then open.
  private func shares(in window: SchoolFigures.Window, of school: Int) -> [Table.Cell] {
    let own = plan.figures[school]
    guard own.homes >= PublicCount.leastHomes else { return [none, none] }
    return [window.certain, window.possible].map { wording.shareCell(own.coveredShare($0)) }
  }

  /// A file's columns of every window; a school nobody walks to has none.
  private func windows(of school: Int) -> [Table.Cell] {
    let own = plan.figures[school].windows
    return plan.windows.indices.flatMap { index -> [Table.Cell] in
      guard own.indices.contains(index) else { return [none, none, none, none] }
      let window = own[index]
      return shares(in: window, of: school)
        + [window.certain, window.possible].map { count($0.exposed, $0.exposedHomes) }
    }
  }

  private var none: Table.Cell { Table.Cell("—", .empty) }

  private func count(_ children: Children, _ homes: Int) -> Table.Cell {
    PublicCount(children, homes: homes).children.map(wording.integerCell)
      ?? Table.Cell(wording.fewHomes, .empty)
  }

  private func metres(_ length: Length?, _ homes: Int) -> Table.Cell {
    guard homes >= PublicCount.leastHomes, let length else { return Table.Cell("—", .empty) }
    return wording.metresCell(length)
  }

  private func coordinate(_ value: Double?) -> Table.Cell {
    guard let value else { return Table.Cell("", .empty) }
    return Table.Cell("", .decimal(value, places: 5))
  }

  /// Metres of uncovered way that covered routes save, a child.
  private func saved(_ figures: SchoolFigures) -> Table.Cell {
    guard figures.homes >= PublicCount.leastHomes, figures.children > .zero else {
      return Table.Cell("—", .empty)
    }
    let exact = Double(figures.savedChildMillimetres) / Double(figures.children.millionths) / 1000
    let metres = PublicCount.saved(exact)
    return Table.Cell(wording.decimal(metres, places: 0), .decimal(metres, places: 1))
  }

  /// The gaps most children pass, in words.
  private func worstGaps(of figures: SchoolFigures) -> String {
    figures.worstGaps.compactMap { share in
      PublicCount(share.children, homes: share.homes).children.map { children in
        wording.passed(gaps[share.gap], children: children)
      }
    }.joined(separator: " ; ")
  }
}
