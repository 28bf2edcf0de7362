package import CoverageEngine

/// What `verify` found wrong in a registry.
extension Wording {
  /// A line of its list.
  package func line(_ problem: RegistryProblem) -> String {
    "  " + labelled(name(problem.kind), subject(problem.subject))
  }

  private func name(_ kind: RegistryProblem.Kind) -> String {
    switch kind {
    case .integrity: say("registryProblem.name.integrity")
    case .foreignKey: say("registryProblem.name.foreignKey")
    case .index:
      say("registryProblem.name.index")
    case .coordinate: say("registryProblem.name.coordinate")
    case .history: say("registryProblem.name.history")
    case .format: say("registryProblem.name.format")
    case .pendingEdit:
      say("registryProblem.name.pendingEdit")
    case .olderSchema:
      say("registryProblem.name.olderSchema")
    case .outside: say("registryProblem.name.outside")
    }
  }

  /// What a problem is about, as the file and its library name it.
  package func subject(_ subject: RegistryProblem.Subject) -> String {
    switch subject {
    case .establishment(let id): id
    case .feature(let number): "fid \(number)"
    case .row(let table, let id): "\(table) \(id.map { String($0) } ?? "")"
    case .field(let text), .step(let text), .message(let text): text
    case .missing(let name): say("registryProblem.missing", ["object": .text(name)])
    case .setting(let name, let value): "\(name) \(value)"
    }
  }
}
