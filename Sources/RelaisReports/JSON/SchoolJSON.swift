import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Schools in `summary.json`, in public figures: `null` where too few homes stand behind one.
enum SchoolJSON {
  static func write(_ plan: RoutePlan, _ index: Int, to json: inout JSONWriter) {
    let school = plan.schools[index]
    let own = plan.figures[index]
    let isShown = own.homes >= PublicCount.leastHomes
    json.breakLine()
    json.beginObject()
    json.member("id", school.id)
    json.member("name", school.name)
    json.key("levels")
    json.array { json in
      for level in school.levels.all { json.string(key(level)) }
    }
    json.member("attached", plan.doors[index].contains { $0 != nil })
    write("children", own.children, own.homes, to: &json)
    write("unreachable_children", own.unreachable, own.unreachableHomes, to: &json)
    json.member("median_walk_m", isShown ? own.medianWalk : nil)
    json.member("p90_walk_m", isShown ? own.longWalk : nil)
    json.key("covered_share")
    if isShown, let share = own.coveredShare { json.number(share) } else { json.null() }
    write("exposed_children", own.exposed, own.exposedHomes, to: &json)
    json.member("longest_uncovered_m", isShown ? own.longest?.length : nil)
    json.member("longest_uncovered_street", isShown ? own.longest?.street : nil)
    write("helped_children", own.helped, own.helpedHomes, to: &json)
    if !own.windows.isEmpty {
      json.key("windows")
      json.array { json in
        for (window, figures) in zip(plan.windows, own.windows) {
          json.object { json in
            json.member("name", window.name)
            write(figures.certain, "", of: own, to: &json)
            write(figures.possible, "_if_unknown_open", of: own, to: &json)
          }
        }
      }
    }
    json.endObject()
  }

  private static func write(
    _ exposure: SchoolFigures.Exposure, _ suffix: String, of figures: SchoolFigures,
    to json: inout JSONWriter
  ) {
    let isShown = figures.homes >= PublicCount.leastHomes
    json.key("covered_share" + suffix)
    if isShown, let share = figures.coveredShare(exposure) {
      json.number(share)
    } else {
      json.null()
    }
    write("exposed_children" + suffix, exposure.exposed, exposure.exposedHomes, to: &json)
    json.member("longest_uncovered_m" + suffix, isShown ? exposure.longest : nil)
  }

  /// What became of the children of each level, in public figures.
  static func writeOutcomes(_ plan: RoutePlan, to json: inout JSONWriter) {
    json.array { json in
      for outcome in plan.outcomes {
        let homes = plan.homes.count
        json.breakLine()
        json.object { json in
          json.member("level", outcome.demand.level.map(key))
          write("children", outcome.children, homes, to: &json)
          write("by_catchment", outcome.byCatchment, homes, to: &json)
          write("by_nearest", outcome.byNearest, homes, to: &json)
          write("unassigned", outcome.unassigned, outcome.unassignedHomes, to: &json)
        }
      }
    }
  }

  private static func write(
    _ name: String, _ children: Children, _ homes: Int, to json: inout JSONWriter
  ) {
    json.key(name)
    if let count = PublicCount(children, homes: homes).children {
      json.integer(count)
    } else {
      json.null()
    }
  }

  /// Stable names for programs.
  private static func key(_ level: SchoolLevel) -> String {
    switch level {
    case .nursery: "maternelle"
    case .elementary: "elementaire"
    case .lowerSecondary: "college"
    case .upperSecondary: "lycee"
    }
  }
}
