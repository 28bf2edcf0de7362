public import CoverageEngine
import RelaisGeo

/// Columns, captions and the words inside cells.
extension Wording {
  var gapColumns: [Table.Column] {
    [
      .init(say("Rang", "Rank"), kind: .number),
      .init(say("Rue", "Street"), namesRow: true),
      .init(say("De", "From"), fold: .init(under: 1)),
      .init(say("À", "To"), fold: .init(under: 1, lead: " → ")),
      .init(say("Longueur", "Length"), unit: "m", kind: .number),
      .init(say("Relais à", "Relay at"), unit: "m", kind: .number),
      .init(
        say("Relais le plus proche", "Nearest relay"),
        fold: .init(under: 1, label: say("relais", "relay"))),
      .init(say("Quartier", "District"), fold: .init(under: 1, lead: " · ")),
    ]
  }

  func gapsCaption(_ budget: Length, count: Int) -> String {
    typographic(
      say(
        "Trous à \(self.budget(budget)), du plus long au plus court (\(integer(count)))",
        "Gaps at \(self.budget(budget)), the longest first (\(integer(count)))"))
  }

  func gapsRemainder(_ count: Int, _ length: Length, in file: String) -> String {
    typographic(
      say(
        "Non montrés ici, dans \(file) : \(self.count(count, ("trou plus court", "trous plus courts"), ("", ""))), \(distance(length)) en tout.",
        "Not shown here, in \(file): \(self.count(count, ("", ""), ("shorter gap", "shorter gaps"))), \(distance(length)) in all."
      ))
  }

  /// A gap in a sentence or two.
  func spoken(_ gap: Gap, nearest: String?) -> String {
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
  func spoken(_ district: DistrictSummary, main: Int, budget: Length) -> String {
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

  func streetName(_ name: String?) -> String { name ?? say("Voie sans nom", "Unnamed way") }

  var noReachableRelay: String { say("aucun", "none") }

  /// Where a gap ends, in a few words.
  public func gapEnd(_ end: GapEnd) -> String {
    switch end {
    case .crossing(let streets): streets.joined(separator: " / ")
    case .number(let number): say("n°\u{A0}\(number)", "no.\u{A0}\(number)")
    case .near(let street): say("près de \(street)", "near \(street)")
    case .deadEnd: say("fin de la rue", "end of the street")
    case .border: say("limite du périmètre", "edge of the study area")
    case .unnamed: say("lieu sans nom", "unnamed place")
    }
  }

  var budgetsCaption: String {
    say("Rues couvertes selon la distance à pied", "Streets covered, by walking distance")
  }

  var budgetColumns: [Table.Column] {
    [
      .init(say("Distance", "Distance"), unit: "m", kind: .number, namesRow: true),
      .init(say("Rues", "Streets"), unit: "km", kind: .number),
      .init(say("Couvertes", "Covered"), unit: "km", kind: .number),
      .init(say("Part à pied", "Share on foot"), unit: "%", kind: .number, showsBar: true),
      .init(say("Part par cercles", "Share by circles"), unit: "%", kind: .number),
      .init(say("Différence", "Difference"), unit: say("points", "points"), kind: .number),
    ]
  }

  var districtsCaption: String { say("Couverture par quartier", "Coverage by district") }

  func districtColumns(main: Length, others: [Length]) -> [Table.Column] {
    [
      .init(say("Quartier", "District"), namesRow: true),
      .init(say("Rues", "Streets"), unit: "km", kind: .number),
      .init(say("Non couvertes", "Not covered"), unit: "km", kind: .number),
      .init(shareAt(main), unit: "%", kind: .number, showsBar: true),
    ] + others.map { .init(shareAt($0), unit: "%", kind: .number) }
  }

  private func shareAt(_ budget: Length) -> String {
    say("Couvertes à \(self.budget(budget))", "Covered at \(self.budget(budget))")
  }

  func relaysCaption(_ count: Int) -> String {
    say("Les relais (\(integer(count)))", "The relays (\(integer(count)))")
  }

  var relayColumns: [Table.Column] {
    [
      .init(say("Relais", "Relay"), namesRow: true),
      .init(say("Nature", "Kind")),
      .init(say("Rattachement", "Attached to")),
      .init(say("Raccord", "Connector"), unit: "m", kind: .number),
    ]
  }

  /// The kinds the registry knows, in words; any other comes back as it is.
  public func relayKind(_ kind: FacilityKind) -> String {
    switch kind {
    case .known(.shop): say("commerce", "shop")
    case .known(.institution): say("institution", "institution")
    case .known(.municipal): say("équipement municipal", "municipal establishment")
    case .known(.association): say("association", "association")
    case .other(let text): text
    }
  }

  func attachment(_ snap: Snap?, street: String?, maximum: Length) -> String {
    guard snap != nil else {
      return say(
        "Non rattaché\u{A0}: aucune rue à moins de \(metres(maximum))",
        "Not attached: no street within \(metres(maximum))")
    }
    return streetName(street)
  }
}
