package import CoverageEngine
import RelaisGeo

/// What is said of what streets count for, and when.
extension Wording {
  package var profileHelp: String {
    say(
      "Ce que compte un mètre de rue : streets (lui-même), children (les enfants qui y passent ; avec --schools et --addresses), mixed (la clé demand de relais.yml, sinon la rue, un dixième par enfant, le double en quartier prioritaire). Par défaut la clé demand, sinon streets.",
      "What a metre of street counts for: streets (itself), children (those who walk there; with --schools and --addresses), mixed (the key demand of relais.yml, else the street, a tenth for each child, twice in priority areas). The key demand unless given, else streets."
    )
  }
  package var priorityAreasHelp: String {
    say(
      "Quartiers prioritaires : GeoJSON ou GeoPackage.", "Priority areas: GeoJSON or GeoPackage.")
  }
  package var childrenNeedSchools: String {
    say(
      "Pour compter les enfants, indiquez les écoles et les adresses : --schools FICHIER --addresses FICHIER.",
      "To count children, name the schools and the addresses: --schools FILE --addresses FILE.")
  }
  package var childrenNeedSources: String {
    say(
      "Pour compter les enfants, il faut les écoles et les adresses du territoire : sources/schools/ et sources/addresses/.",
      "To count children, the territory’s schools and addresses are needed: sources/schools/ and sources/addresses/."
    )
  }

  /// One kind of plain file without which children weigh on no street.
  package func missingOption(_ kind: InputKind) -> String {
    typographic(
      say(
        "sans --\(kind.rawValue), les enfants ne comptent pas.",
        "without --\(kind.rawValue) children do not count."))
  }

  package var profileNeedsStreets: String {
    say(
      "--profile, --at et --window demandent des rues : pas avec --coverage-matrix.",
      "--profile, --at and --window need streets: not with --coverage-matrix.")
  }

  /// The profile in a line; `nil` where each metre counts as its source weighs it.
  package func demand(_ profile: DemandProfile) -> String? {
    guard profile != .streets else { return nil }
    func number(_ value: Double) -> String {
      let text = decimal(value, places: 3)
      let trimmed = text.reversed().drop { $0 == "0" }.drop { !$0.isNumber }
      return value == value.rounded() ? integer(Int(value)) : String(trimmed.reversed())
    }
    var parts: [String] = []
    if profile.street > 0 {
      parts.append(say("\(number(profile.street)) la rue", "\(number(profile.street)) the street"))
    }
    if profile.children > 0 {
      parts.append(
        say(
          "\(number(profile.children)) par enfant qui y passe",
          "\(number(profile.children)) for each child who walks there"))
    }
    if profile.priority != 1 {
      parts.append(
        say(
          "× \(number(profile.priority)) en quartier prioritaire",
          "× \(number(profile.priority)) in priority areas"))
    }
    return say("Un mètre compte : ", "A metre counts: ") + parts.joined(separator: ", ")
  }

  /// Who is open, and both bounds.
  package func summary(of inTime: ProspectionInTime, _ metres: (Int64) -> String) -> [String] {
    func states(_ moment: MomentCoverage) -> String {
      let open = moment.states.count { $0 == .open }
      let unknown = moment.states.count { $0 == .unknown }
      return say(
        "\(integer(open)) ouverts, \(integer(unknown)) d’horaires inconnus",
        "\(integer(open)) open, \(integer(unknown)) of unknown hours")
    }
    func told(_ bound: ProspectionInTime.Bound) -> String {
      say(
        "couverts avant \(metres(bound.coveredBefore)), et la liste en ajoute \(metres(bound.objective))",
        "covered before \(metres(bound.coveredBefore)), and the list adds \(metres(bound.objective))"
      )
    }
    let presumed = inTime.isPresumed.count { $0 }
    return [
      summary(of: inTime.relays),
      say("Candidats alors : ", "Candidates then: ") + states(inTime.candidates)
        + (presumed > 0
          ? say(
            ", dont \(integer(presumed)) d’une sorte d’ordinaire ouverte à ces heures, qui comptent : à demander",
            ", of which \(integer(presumed)) of a kind usually open then, which count: to be asked")
          : say(
            " ; seuls comptent ceux qui sont ouverts à coup sûr",
            "; only those open for certain count")),
      say("Si tous ceux d’horaires inconnus sont ouverts : ", "If all of unknown hours are open: ")
        + told(inTime.ifOpen),
      say("S’ils sont fermés : ", "If they are closed: ") + told(inTime.ifClosed),
    ]
  }

  // MARK: Priority areas

  package var priorityAreasHeading: String { say("Quartiers prioritaires", "Priority areas") }
  package var priorityAreasCaption: String {
    say("Couverture par quartier prioritaire", "Coverage by priority area")
  }

  package var priorityAreasLayer: String { say("Quartiers prioritaires", "Priority areas") }
}
