package import CoverageEngine

/// The kinds of input, and what each brings to reports.
extension Wording {
  package func name(_ kind: InputKind) -> String {
    switch kind {
    case .streets: say("territory.name.streets")
    case .boundary: say("territory.name.boundary")
    case .districts: say("territory.name.districts")
    case .priorityAreas: say("territory.name.priorityAreas")
    case .addresses: say("territory.name.addresses")
    case .schools: say("territory.name.schools")
    case .catchments: say("territory.name.catchments")
    case .adherents: say("territory.name.adherents")
    case .candidates: say("territory.name.candidates")
    case .population: say("territory.name.population")
    }
  }

  /// What the report would gain, were it there.
  package func benefit(_ kind: InputKind) -> String {
    let text =
      switch kind {
      case .streets:
        say("territory.benefit.streets")
      case .boundary:
        say("territory.benefit.boundary")
      case .districts:
        say("territory.benefit.districts")
      case .priorityAreas:
        say("territory.benefit.priorityAreas")
      case .addresses:
        say("territory.benefit.addresses")
      case .schools:
        say("territory.benefit.schools")
      case .catchments:
        say("territory.benefit.catchments")
      case .adherents:
        say("territory.benefit.adherents")
      case .candidates:
        say("territory.benefit.candidates")
      case .population:
        say("territory.benefit.population")
      }
    return text
  }
}
