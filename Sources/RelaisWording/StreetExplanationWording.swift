package import CoverageEngine
import RelaisGeo

extension Wording {
  /// A street whole, for a terminal: how much is covered, then each stretch with who is nearest and who would help.
  package func explain(_ explanation: StreetExplanation, of live: LiveCoverage) -> String {
    var lines = [
      say(
        "outcome.street.title",
        ["street": .text(explanation.street), "length": .length(explanation.length)])
    ]
    if let moment = explanation.moment { lines.append("  " + summary(of: moment)) }
    for (budget, covered) in explanation.covered.pairs {
      lines.append(
        "  "
          + (covered == explanation.length
            ? say(
              "outcome.street.coveredWhole",
              ["budget": .budget(budget), "length": .length(covered)])
            : say(
              "outcome.street.covered",
              ["budget": .budget(budget), "length": .length(covered)])))
    }
    for stretch in explanation.stretches {
      lines.append(line(of: stretch))
      if let note = nearest(to: stretch, live) { lines.append("  " + note) }
      if let candidate = stretch.candidate {
        let place = live.candidates[candidate.index]
        lines.append(
          "  "
            + say(
              "outcome.street.candidate",
              [
                "name": .text(place.place.name ?? place.id), "code": .text(place.id),
                "gain": .length(candidate.gain),
              ]))
      }
    }
    return lines.joined(separator: "\n")
  }

  private func line(of stretch: StreetExplanation.Stretch) -> String {
    let place = place(from: stretch.run.from, to: stretch.run.to)
    return stretch.isCovered
      ? say(
        "outcome.street.coveredStretch",
        ["place": .text(place), "length": .length(stretch.run.length)])
      : say(
        "outcome.street.uncoveredStretch",
        ["place": .text(place), "length": .length(stretch.run.length)])
  }

  private func nearest(
    to stretch: StreetExplanation.Stretch, _ live: LiveCoverage
  ) -> String? {
    guard let walk = stretch.run.worstDistance else { return noReachableRelay }
    guard let index = stretch.run.nearestFacility else {
      return say("outcome.street.beyond", ["walk": .length(walk)])
    }
    let relay = live.relays[index]
    let name = relay.name ?? relay.id
    return say("outcome.street.nearest", ["relay": .text(name), "walk": .length(walk)])
  }
}
