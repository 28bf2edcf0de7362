package import CoverageEngine

/// What `verify` found wrong in a registry.
extension Wording {
  /// A line of its list.
  package func line(_ problem: RegistryProblem) -> String {
    typographic("  " + name(problem.kind) + say(" : ", ": ") + subject(problem.subject))
  }

  private func name(_ kind: RegistryProblem.Kind) -> String {
    switch kind {
    case .integrity: say("page abîmée", "damaged page")
    case .foreignKey: say("ligne qui renvoie à rien", "row that refers to nothing")
    case .index:
      say("l’index spatial ne suit pas les positions", "the spatial index does not follow")
    case .coordinate: say("position qui n’est pas sur terre", "position not on earth")
    case .history: say("historique illisible", "history that cannot be read")
    case .format: say("format inattendu", "unexpected format")
    case .pendingEdit:
      say(
        "modifié par un autre programme, à reprendre au prochain changement",
        "edited by another program, to be taken at the next change")
    case .olderSchema:
      say(
        "d’une version plus ancienne, à migrer au prochain changement",
        "from an older version, to be migrated at the next change")
    case .outside: say("hors du territoire", "outside the territory")
    }
  }

  /// What a problem is about, as the file and its library name it, in any language.
  package func subject(_ subject: RegistryProblem.Subject) -> String {
    switch subject {
    case .establishment(let id): id
    case .feature(let number): "fid \(number)"
    case .row(let table, let id): "\(table) \(id.map { String($0) } ?? "")"
    case .field(let text), .step(let text), .message(let text): text
    case .setting(let name, let value): "\(name) \(value)"
    }
  }
}
