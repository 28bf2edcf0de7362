package import CoverageEngine
import RelaisGeo

/// What the command line says of a result.
extension Wording {
  /// The figures of an analysis, a few lines.
  package func summary(of result: AnalysisResult) -> String {
    let attached = result.snaps.count { $0 != nil }
    var lines =
      (warning(result.health).map { [$0] } ?? []) + [
        say(
          "outcome.summary.network",
          [
            "edges": .integer(result.network.streetEdgeCount),
            "length": .length(result.network.totalLength),
          ]),
        say(
          "outcome.summary.relays",
          ["relays": .integer(result.facilities.count), "attached": .integer(attached)]),
      ]
    if let moment = result.moment { lines.append(self.summary(of: moment)) }
    for found in result.byBudget {
      let covered = covered(found.summary, gaps: found.gaps)
      let possible = result.moment?.possible?[found.budget].streetsShare
      lines.append(possible.map { upTo($0, covered) } ?? covered)
    }
    if let inTime = result.inTime,
      let line = self.summary(of: inTime, budget: result.parameters.mainBudget)
    {
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  /// How much is covered within one budget, and how many gaps are left.
  private func covered(_ summary: BudgetSummary, gaps: [Gap]) -> String {
    guard let longest = gaps.first else {
      return say(
        "outcome.summary.covered",
        [
          "budget": .budget(summary.budget), "share": .number(summary.streetsShare),
          "covered": .length(summary.streetsCovered), "streets": .length(summary.streets),
        ])
    }
    return say(
      "outcome.summary.coveredWithGaps",
      [
        "budget": .budget(summary.budget), "share": .number(summary.streetsShare),
        "covered": .length(summary.streetsCovered), "streets": .length(summary.streets),
        "gaps": .integer(gaps.count), "longest": .length(longest.length),
      ])
  }

  package func written(_ folder: String) -> String {
    say("outcome.written", ["folder": .text(folder)])
  }

  /// One kind of input that a territory lacks, and what it would add.
  package func missing(_ kind: InputKind) -> String {
    say(
      "outcome.missing",
      ["name": .text(name(kind)), "kind": .text(kind.word), "benefit": .text(benefit(kind))])
  }

  package func replaced(_ file: String, _ kind: InputKind) -> String {
    say("outcome.replaced", ["kind": .text(kind.word), "file": .text(file)])
  }

  package func sameStreets(_ incoming: [String], asIn older: [String]) -> String {
    say(
      "outcome.sameStreets", ["incoming": .list(incoming), "older": .list(older)])
  }

  package func nothingTaken(_ file: String, _ rows: Int) -> String {
    say("outcome.nothingTaken", ["file": .text(file), "rows": .integer(rows)])
  }

  package func filesAreNamed(_ kind: InputKind) -> String {
    say("outcome.filesAreNamed", ["kind": .text(kind.word)])
  }

  package func layersAreNamed(_ kind: InputKind, _ layer: String) -> String {
    say("outcome.layersAreNamed", ["kind": .text(kind.word), "layer": .text(layer)])
  }

  package func imported(_ file: String, _ kind: InputKind) -> String {
    say("outcome.imported", ["kind": .text(kind.word), "file": .text(file)])
  }

  package func knownFindings(_ count: Int) -> String {
    say("outcome.knownFindings", ["count": .integer(count)])
  }

  /// How much of what an import has somebody look at the import before had, too.
  package func knownWarnings(_ count: Int) -> String {
    "  " + say("outcome.knownWarnings", ["count": .integer(count)])
  }

  package func furtherFindings(_ count: Int) -> String {
    say("outcome.furtherFindings", ["count": .integer(count)])
  }

  package func unexpected(_ detail: String) -> String {
    say("outcome.unexpected", ["detail": .text(detail)])
  }

  // MARK: Explaining a place

  package func explain(_ explanation: PlaceExplanation, facilities: [Facility]) -> String {
    guard let snap = explanation.snap else {
      return say("outcome.explain.thereIs")
    }
    var lines = [
      say(
        "outcome.explain.nearestStreet",
        [
          "street": .text(streetName(explanation.street)), "edge": .text(explanation.edge),
          "connector": .length(snap.connector),
        ])
    ]
    if let moment = explanation.moment { lines.append(summary(of: moment)) }
    switch explanation.verdict {
    case .covered(let budget):
      lines.append(say("outcome.explain.covered", ["budget": .budget(budget)]))
    case .tooFar:
      lines.append(
        say("outcome.explain.tooFar", ["walk": .length(explanation.distance ?? .zero)]))
    case .beyondReach(let reach):
      lines.append(say("outcome.explain.beyondReach", ["reach": .length(reach)]))
    case .island(let length):
      lines.append(
        say("outcome.explain.island", ["length": .length(length)]))
    case .beyondSnap:
      lines.append(
        say("outcome.explain.beyondSnap", ["away": .length(snap.connector)]))
    case .noStreet: break
    case .noRelay:
      lines.append(
        say("outcome.explain.noRelay"))
    case .noOpenRelay: lines.append(say("outcome.explain.noOpenRelay"))
    }
    if let distance = explanation.distance, let facility = explanation.facility {
      let relay = facilities[facility]
      let name = relay.name.map { "\($0) (\(relay.id))" } ?? relay.id
      lines.append(
        say("outcome.explain.nearestRelay", ["relay": .text(name), "walk": .length(distance)]))
      if relay.isApproximate { lines.append("  " + say("outcome.explain.approximate")) }
      for leg in explanation.legs {
        let line =
          if !leg.isAcross {
            say(
              "outcome.explain.leg",
              ["street": .text(streetName(leg.street)), "length": .length(leg.length)])
          } else if let square = leg.street {
            say(
              "outcome.explain.across", ["square": .text(square), "length": .length(leg.length)])
          } else {
            say("outcome.explain.acrossUnnamed", ["length": .length(leg.length)])
          }
        lines.append("  " + line)
      }
      if let connector = explanation.facilityConnector, connector > .zero {
        lines.append("  " + say("outcome.explain.fromThe", ["connector": .length(connector)]))
      }
      lines.append(say("outcome.explain.hoursOf", ["hours": .text(hours(of: relay))]))
    }
    return lines.joined(separator: "\n")
  }

  /// A relay's opening hours as they were understood, or as they stand where they were not.
  private func hours(of relay: Facility) -> String {
    guard let value = relay.openingHours, !value.isEmpty else {
      return say("outcome.hours.unknown")
    }
    guard let understood = try? OpeningHours(parsing: value) else {
      return say("outcome.hours.notUnderstood", ["hours": .text(value)])
    }
    return understood.understoodAs
  }
}
