package import CoverageEngine
package import RelaisGeo

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

  /// A verdict in a word, for a legend.
  package func name(_ verdict: HealthVerdict) -> String {
    switch verdict {
    case .sound: say("health.name.sound")
    case .doubtful: say("health.name.doubtful")
    case .unsound: say("health.name.unsound")
    }
  }

  /// One flaw with its count, a line for the terminal.
  package func note(_ flaw: NetworkFlaw, _ count: Int, _ length: Length) -> String {
    say("health.note", ["problem": .text(counted(flaw, count, length))])
  }

  /// The verdict with the problems that make it.
  package func verdict(_ health: NetworkHealth) -> String {
    let problems = health.problems.filter { $0.verdict == health.verdict }
      .map { counted($0.flaw, $0.count, $0.length) }
    return switch health.verdict {
    case .sound: say("health.verdict.sound")
    case .doubtful: say("health.verdict.doubtful", ["problems": .list(problems)])
    case .unsound: say("health.verdict.unsound", ["problems": .list(problems)])
    }
  }

  package func counted(_ flaw: NetworkFlaw, _ count: Int, _ length: Length) -> String {
    switch flaw {
    case .island:
      say(
        "health.count.island",
        ["number": .integer(count), "length": .length(length)])
    case .nearMiss: say("health.count.nearMiss", ["number": .integer(count)])
    case .crossingWithoutNode:
      say("health.count.crossingWithoutNode", ["number": .integer(count)])
    case .doubledStreet:
      say(
        "health.count.doubledStreet",
        ["number": .integer(count), "length": .length(length)])
    case .cutAtEdge: say("health.count.cutAtEdge", ["number": .integer(count)])
    case .boundaryNotFilled:
      say("health.count.boundaryNotFilled", ["number": .integer(count)])
    case .noFootways: say("health.count.noFootways")
    }
  }

  /// One place of a flaw, by the street's name where it has one.
  package func sentence(_ flaw: NetworkFlaw, street: String?, _ length: Length) -> String {
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
    guard let street else { return body }
    return say("health.place.street", ["street": .text(street), "problem": .text(body)])
  }
}
