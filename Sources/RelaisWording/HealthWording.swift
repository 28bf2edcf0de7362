package import CoverageEngine
import RelaisGeo

/// What is said of a street network that cannot bear figures.
extension Wording {
  /// The sentence that goes before every figure; `nil` for a sound network.
  package func warning(_ health: NetworkHealth?) -> String? {
    guard let health, health.verdict > .sound else { return nil }
    return verdict(health)
  }

  /// A text of figures with the warning in front of it, where there is one.
  package func warned(_ health: NetworkHealth?, _ text: String) -> String {
    warning(health).map { $0 + " " + text } ?? text
  }

  /// The verdict with the problems that make it.
  package func verdict(_ health: NetworkHealth) -> String {
    let problems = health.problems.filter { $0.verdict == health.verdict }.map(counted)
    return switch health.verdict {
    case .sound: say("health.verdict.sound")
    case .doubtful: say("health.verdict.doubtful", ["problems": .list(problems)])
    case .unsound: say("health.verdict.unsound", ["problems": .list(problems)])
    }
  }

  private func counted(_ problem: NetworkProblem) -> String {
    switch problem.flaw {
    case .island:
      say(
        "health.count.island",
        ["number": .integer(problem.count), "length": .length(problem.length)])
    case .nearMiss: say("health.count.nearMiss", ["number": .integer(problem.count)])
    case .crossingWithoutNode:
      say("health.count.crossingWithoutNode", ["number": .integer(problem.count)])
    case .doubledStreet:
      say(
        "health.count.doubledStreet",
        ["number": .integer(problem.count), "length": .length(problem.length)])
    case .cutAtEdge: say("health.count.cutAtEdge", ["number": .integer(problem.count)])
    case .boundaryNotFilled:
      say("health.count.boundaryNotFilled", ["number": .integer(problem.count)])
    case .noFootways: say("health.count.noFootways")
    }
  }

  /// One place of a flaw, by the street's name where it has one.
  func sentence(_ flaw: NetworkFlaw, street: String?, _ length: Length) -> String {
    let named = street.map { say("health.place.street", ["street": .text($0)]) } ?? ""
    let body =
      switch flaw {
      case .island: say("health.place.island", ["length": .length(length)])
      case .nearMiss: say("health.place.nearMiss")
      case .crossingWithoutNode: say("health.place.crossingWithoutNode")
      case .doubledStreet: say("health.place.doubledStreet", ["length": .length(length)])
      case .cutAtEdge: say("health.place.cutAtEdge")
      case .boundaryNotFilled: say("health.place.boundaryNotFilled")
      case .noFootways: say("health.place.noFootways")
      }
    return named + body
  }
}
