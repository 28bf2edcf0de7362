package import CoverageEngine
import RelaisGeo

/// What is said of streets to cover that are not those of an earlier day.
extension Wording {
  /// What is new, gone and renamed, in a sentence; a second one where figures of the two days are hardly comparable.
  package func sentence(_ changes: StreetChanges) -> String {
    let parts = parts(StreetChanges.Stretch.Kind.allCases.map { ($0, changes.length($0)) })
    if parts.isEmpty { return say("trend.streets.same", ["since": .date(changes.since)]) }
    let sentence = say(
      "trend.streets.changed", ["since": .date(changes.since), "parts": .list(parts)])
    return changes.areLarge ? paragraph([sentence, say("trend.streets.unlike")]) : sentence
  }

  /// Those of some length.
  func parts(_ lengths: [(StreetChanges.Stretch.Kind, Length)]) -> [String] {
    lengths.compactMap { $0.1 > .zero ? part($0.0, $0.1) : nil }
  }

  private func part(_ kind: StreetChanges.Stretch.Kind, _ length: Length) -> String {
    switch kind {
    case .new: say("trend.streets.new", ["length": .length(length)])
    case .gone: say("trend.streets.gone", ["length": .length(length)])
    case .renamed: say("trend.streets.renamed", ["length": .length(length)])
    }
  }

  package func streetChangesLayer(_ since: CalendarDay) -> String {
    say("trend.streetsLayer", ["since": .date(since)])
  }

  package func legend(_ kind: StreetChanges.Stretch.Kind) -> String {
    switch kind {
    case .new: say("trend.legend.streetNew")
    case .gone: say("trend.legend.streetGone")
    case .renamed: say("trend.legend.streetRenamed")
    }
  }
}
