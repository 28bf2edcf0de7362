package import CoverageEngine
import RelaisGeo

/// What the command line says of a result.
extension Wording {
  /// The figures of an analysis, a few lines.
  package func summary(of result: AnalysisResult) -> String {
    let attached = result.snaps.count { $0 != nil }
    var lines = [
      say("Réseau : ", "Network: ")
        + count(
          result.network.edgeCount, ("arête", "arêtes"), ("edge", "edges")) + ", "
        + distance(result.network.totalLength) + say(" à pied", " to walk"),
      say("Relais : ", "Relays: ") + integer(result.facilities.count)
        + say(", dont rattachés : ", ", of which attached: ") + integer(attached),
    ]
    if let moment = result.moment { lines.append(self.summary(of: moment)) }
    for (index, summary) in result.summaries.enumerated() {
      let possible = result.moment.map { $0.possible[index].streetsShare }
      let gaps = result.gaps.filter { $0.budget == summary.budget }
      lines.append(
        say("À ", "At ") + budget(summary.budget) + say(" à pied : ", " on foot: ")
          + share(summary.streetsShare)
          + say(" des rues couvertes (", " of the streets covered (")
          + distance(summary.streetsCovered) + say(" sur ", " of ") + distance(summary.streets)
          + ")"
          + (gaps.isEmpty
            ? ""
            : say(", ", ", ") + count(gaps.count, ("trou", "trous"), ("gap", "gaps"))
              + say(", le plus long ", ", the longest ") + distance(gaps[0].length))
          + (possible.map(upTo) ?? ""))
    }
    if let inTime = result.inTime,
      let line = self.summary(of: inTime, budget: result.parameters.mainBudget)
    {
      lines.append(line)
    }
    return lines.map(typographic).joined(separator: "\n")
  }

  package func written(_ folder: String) -> String {
    typographic(
      say(
        "Rapport : \(folder)/council.html\nPortes de la semaine : \(folder)/apprentice.html\nCarte QGIS : \(folder)/coverage.gpkg",
        "Report: \(folder)/council.html\nThis week’s doors: \(folder)/apprentice.html\nQGIS map: \(folder)/coverage.gpkg"
      ))
  }

  /// One kind of input that a territory lacks, and what it would add.
  package func missing(_ kind: InputKind) -> String {
    say("il manque ", "missing: ") + name(kind)
      + say(" (sources/\(kind.rawValue)/). ", " (sources/\(kind.rawValue)/). ") + benefit(kind)
  }

  package func imported(_ file: String, _ kind: InputKind) -> String {
    say(
      "Rangé : sources/\(kind.rawValue)/\(file)", "Put into sources/\(kind.rawValue)/\(file)")
  }

  package func furtherFindings(_ count: Int) -> String {
    say(
      "et \(self.count(count, ("autre anomalie", "autres anomalies"), ("", ""))), dans findings.csv",
      "and \(self.count(count, ("", ""), ("more finding", "more findings"))), in findings.csv")
  }

  package func unexpected(_ detail: String) -> String {
    say("Erreur imprévue : \(detail)", "Unexpected error: \(detail)")
  }

  // MARK: Explaining a place

  package func explain(_ explanation: PlaceExplanation, facilities: [Facility]) -> String {
    guard let snap = explanation.snap else {
      return say("Il n’y a aucune rue dans ces données.", "There is no street in this data.")
    }
    var lines = [
      say("Rue la plus proche : ", "Nearest street: ") + streetName(explanation.street)
        + " (\(explanation.edge ?? ""), " + say("à ", "")
        + exactMetres(snap.connector) + unitSpace + say("m du point)", "m from the spot)")
    ]
    switch explanation.verdict {
    case .covered(let budget):
      lines.append(say("Couvert à \(self.budget(budget)).", "Covered at \(self.budget(budget))."))
    case .tooFar(let by):
      lines.append(
        say(
          "Non couvert : le relais le plus proche est \(exactMetres(by)) m trop loin.",
          "Not covered: the nearest relay is \(exactMetres(by)) m too far."))
    case .island(let length):
      lines.append(
        say(
          "Non couvert : ce point est sur un morceau de réseau isolé (\(distance(length))) sans relais.",
          "Not covered: this spot is on an isolated piece of network (\(distance(length))) without a relay."
        ))
    case .beyondSnap(let by):
      lines.append(
        say(
          "Non rattaché : le point est \(exactMetres(by)) m trop loin de toute rue.",
          "Not attached: the spot is \(exactMetres(by)) m too far from any street."))
    case .noStreet: break
    case .noRelay:
      lines.append(
        say("Aucun relais n’est rattaché au réseau.", "No relay is attached to the network."))
    }
    if let distance = explanation.distance, let facility = explanation.facility {
      let relay = facilities[facility]
      let name = relay.name.map { "\($0) (\(relay.id))" } ?? relay.id
      lines.append(
        say("Relais le plus proche : ", "Nearest relay: ") + name + say(", à ", ", ")
          + exactMetres(distance) + unitSpace + say("m à pied", "m on foot"))
      for leg in explanation.legs {
        lines.append(
          "  " + streetName(leg.street) + say(" : ", ": ")
            + exactMetres(leg.length) + unitSpace + "m")
      }
      if let connector = explanation.facilityConnector, connector > .zero {
        lines.append(
          "  " + say("de la rue au relais : ", "from the street to the relay: ")
            + exactMetres(connector) + unitSpace + "m")
      }
      lines.append(say("Horaires du relais : ", "Hours of the relay: ") + hours(of: relay))
    }
    return lines.map(typographic).joined(separator: "\n")
  }

  /// A relay's opening hours as they were understood, or as they stand where they were not.
  private func hours(of relay: Facility) -> String {
    guard let value = relay.openingHours, !value.isEmpty else { return say("inconnus", "unknown") }
    guard let understood = try? OpeningHours(parsing: value) else {
      return quoted(value) + say(", non compris", ", not understood")
    }
    return understood.understoodAs
  }
}
