package import CoverageEngine
package import RelaisGeo

/// Columns, captions and the words inside cells.
extension Wording {
  package func gapsCaption(_ budget: Length, count: Int) -> String {
    typographic(
      say(
        "Trous à \(self.budget(budget)), du plus long au plus court (\(integer(count)))",
        "Gaps at \(self.budget(budget)), the longest first (\(integer(count)))"))
  }

  package func gapsRemainder(_ count: Int, _ length: Length, in file: String) -> String {
    typographic(
      say(
        "Non montrés ici, dans \(file) : \(self.count(count, ("trou plus court", "trous plus courts"), ("", ""))), \(distance(length)) en tout.",
        "Not shown here, in \(file): \(self.count(count, ("", ""), ("shorter gap", "shorter gaps"))), \(distance(length)) in all."
      ))
  }

  /// A gap in a sentence or two.
  package func spoken(_ gap: Gap, nearest: String?) -> String {
    let name = streetName(gap.street)
    let (from, to) = (gapEnd(gap.from), gapEnd(gap.to))
    let place = say(
      "Trou n°\u{A0}\(integer(gap.rank)) : \(name), entre « \(from) » et « \(to) », \(metres(gap.length)) non couverts.",
      "Gap no.\u{A0}\(integer(gap.rank)): \(name), between “\(from)” and “\(to)”, \(metres(gap.length)) not covered."
    )
    guard let walk = gap.worstDistance, let nearest else {
      return typographic(
        place + " "
          + say("Aucun relais n’est accessible à pied.", "No relay can be reached on foot."))
    }
    return typographic(
      place + " "
        + say(
          "De son point le plus mal placé, le relais le plus proche, \(nearest), est à \(distance(walk)) à pied.",
          "From its worst-placed point, the nearest relay, \(nearest), is \(distance(walk)) away on foot."
        ))
  }

  /// A district in a sentence.
  package func spoken(_ district: DistrictSummary, main: Int, budget: Length) -> String {
    guard district.streets > .zero else {
      return typographic(
        say("\(district.name) : aucune rue à couvrir.", "\(district.name): no street to cover."))
    }
    let covered = district.covered[main]
    let part = Double(covered.millimetres) / Double(district.streets.millimetres)
    return typographic(
      say(
        "\(district.name) : \(share(part)) des rues couvertes à \(self.budget(budget)), \(distance(district.streets - covered)) non couvertes.",
        "\(district.name): \(share(part)) of the streets covered at \(self.budget(budget)), \(distance(district.streets - covered)) not covered."
      ))
  }

  package func streetName(_ name: String?) -> String { name ?? say("Voie sans nom", "Unnamed way") }

  package var noReachableRelay: String { say("aucun", "none") }

  /// Where a gap ends, in a few words.
  package func gapEnd(_ end: GapEnd) -> String {
    switch end {
    case .crossing(let streets): streets.joined(separator: " / ")
    case .number(let number): say("n°\u{A0}\(number)", "no.\u{A0}\(number)")
    case .near(let street): say("près de \(street)", "near \(street)")
    case .deadEnd: say("fin de la rue", "end of the street")
    case .border: say("limite du périmètre", "edge of the study area")
    case .unnamed: say("lieu sans nom", "unnamed place")
    }
  }

  package var budgetsCaption: String {
    say("Rues couvertes selon la distance à pied", "Streets covered, by walking distance")
  }

  package var districtsCaption: String { say("Couverture par quartier", "Coverage by district") }

  package func shareAt(_ budget: Length) -> String {
    say("Couvertes à \(self.budget(budget))", "Covered at \(self.budget(budget))")
  }

  package func relaysCaption(_ count: Int) -> String {
    say("Les relais (\(integer(count)))", "The relays (\(integer(count)))")
  }

  /// The kinds the registry knows, in words; any other comes back as it is.
  package func relayKind(_ kind: FacilityKind) -> String {
    switch kind {
    case .known(.shop): say("commerce", "shop")
    case .known(.institution): say("institution", "institution")
    case .known(.municipal): say("équipement municipal", "municipal establishment")
    case .known(.association): say("association", "association")
    case .other(let text): text
    }
  }

  package func attachment(_ snap: Snap?, street: String?, maximum: Length) -> String {
    guard snap != nil else {
      return say(
        "Non rattaché\u{A0}: aucune rue à moins de \(metres(maximum))",
        "Not attached: no street within \(metres(maximum))")
    }
    return streetName(street)
  }
}
