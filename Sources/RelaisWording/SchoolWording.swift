package import CoverageEngine
import RelaisGeo

/// What is said of schools and the ways to them.
extension Wording {
  // MARK: Help

  package var schoolsHelp: String {
    say("schools.schoolsHelp")
  }
  package var homesHelp: String {
    say("schools.homesHelp")
  }
  package var catchmentsHelp: String {
    say("schools.catchmentsHelp")
  }
  package var routesOutHelp: String {
    say("schools.routesOutHelp")
  }
  package var routesAbstract: String {
    say("schools.routesAbstract")
  }
  package var routesDiscussion: String {
    say("schools.routesDiscussion")
  }
  package var oneDistance: String {
    say("schools.oneDistance")
  }
  package var schoolsAndAddressesNeeded: String {
    say("schools.schoolsAndAddressesNeeded")
  }

  // MARK: Outcome

  /// The figures of a plan, a few lines.
  package func summary(of plan: RoutePlan) -> String {
    let walks = plan.routes.joined().compactMap(\.walk)
    let exposed = plan.figures.reduce(Children.zero) { $0 + $1.exposed }
    var lines = [
      say(
        "schools.summary.schools",
        [
          "schools": .integer(plan.schools.count), "addresses": .integer(plan.homes.count),
          "routes": .integer(walks.count),
        ])
    ]
    for outcome in plan.outcomes {
      guard let level = outcome.demand.level else { continue }
      var line = say(
        "schools.summary.level",
        ["level": .text(name(level)), "children": .integer(whole(outcome.children))])
      if outcome.byCatchment > .zero {
        line = say(
          "schools.summary.byCatchment",
          ["level": .text(line), "byCatchment": .integer(whole(outcome.byCatchment))])
      }
      if outcome.unassigned > .zero {
        line = say(
          "schools.summary.withNo",
          ["level": .text(line), "unassigned": .integer(whole(outcome.unassigned))])
      }
      lines.append(line)
    }
    if let covered = plan.figures.coveredShare {
      lines.append(say("schools.summary.covered", ["covered": .number(covered)]))
    }
    lines.append(
      say(
        "schools.summary.uncovered",
        ["run": .length(SchoolFigures.longRun), "children": .integer(whole(exposed))]))
    return lines.joined(separator: "\n")
  }

  /// The level's children, as a line or a column says it.
  package func name(_ level: SchoolLevel) -> String {
    switch level {
    case .nursery: say("schools.name.nursery")
    case .elementary: say("schools.name.elementary")
    case .lowerSecondary: say("schools.name.lowerSecondary")
    case .upperSecondary: say("schools.name.upperSecondary")
    }
  }

  /// A number of children without a word: whole ones.
  package func childNumber(_ children: Children) -> String {
    integer(whole(children))
  }

  private func whole(_ children: Children) -> Int { Int(children.number.rounded()) }

  package func children(_ children: Children) -> String {
    say("count.children", ["number": .integer(whole(children))])
  }

  // MARK: Tables and layers

  package func schoolsCaption(_ count: Int) -> String {
    say("schools.schoolsCaption", ["schools": .integer(count)])
  }

  package func schoolsRemainder(_ count: Int) -> String {
    guard count > 0 else { return "" }
    return say("schools.schoolsRemainder", ["count": .integer(count)])
  }

  /// Instead of a figure behind which too few homes stand.
  package var fewHomes: String { say("schools.fewHomes") }

  /// A gap and who passes it: `Rue X (40 enfants)`.
  package func passed(_ gap: Gap, children: Int) -> String {
    say(
      "schools.passed", ["street": .text(streetName(gap.street)), "children": .integer(children)])
  }

  package var schoolsLayer: String { say("schools.schoolsLayer") }
  package var schoolRoutesLayer: String { say("schools.schoolRoutesLayer") }
  package var schoolFlowsLayer: String {
    say("schools.schoolFlowsLayer")
  }
  package var coveredRoutesLayer: String { say("schools.coveredRoutesLayer") }

  package var sharedWaysLayer: String {
    say("schools.sharedWaysLayer")
  }
  package var stopsLayer: String {
    say("schools.stopsLayer")
  }

  package func flowLegend(from: Int, below: Int?) -> String {
    guard let below else { return say("schools.flowLegend.andMore", ["from": .digits(from)]) }
    return say("schools.flowLegend.to", ["from": .digits(from), "below": .digits(below - 1)])
  }

  // MARK: Council

  package var schoolsHeading: String { say("schools.schoolsHeading") }

  /// What the figures count, and what they leave out.
  package func schoolsIntroduction(_ plan: RoutePlan) -> String {
    let unassigned = plan.outcomes.reduce(Children.zero) { $0 + $1.unassigned }
    let isWeighted = plan.homes.contains { $0.children != nil }
    var sentences = [
      plan.figures.coveredShare.map {
        say("schools.schoolsIntroduction.onThe", ["covered": .number($0)])
      } ?? say("schools.schoolsIntroduction.noRoute"),
      isWeighted
        ? say("schools.schoolsIntroduction.childrenCome")
        : say("schools.schoolsIntroduction.forWant"),
    ]
    if unassigned > .zero {
      sentences.append(
        say(
          "schools.schoolsIntroduction.withNo", ["unassigned": .integer(whole(unassigned))]))
    }
    return paragraph(sentences + [say("schools.schoolsIntroduction.numbersOf")])
  }
}
