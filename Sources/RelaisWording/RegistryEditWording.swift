package import CoverageEngine

/// What is said of changes another program made in the registry.
extension Wording {
  /// What was edited, and what became of it.
  package func sentence(_ edit: RegistryEdit) -> String {
    let part = edit.isContact ? name(RegistryEvent.Kind.contact) : edit.field.map { name($0) }
    let what = "\(edit.establishment.prefix(8))" + (part.map { ", " + $0 } ?? "")
    guard let refusal = edit.refusal else {
      let taken = say("registryEdit.sentence.taken", ["edit": .text(what)])
      return ([taken] + edit.doubts.map { sentence($0) }).joined(separator: clauseSeparator)
    }
    return say(
      "registryEdit.sentence.refused", ["edit": .text(what), "reason": .text(reason(refusal))])
  }

  package func reason(_ refusal: RegistryEdit.Refusal) -> String {
    switch refusal {
    case .badValue: say("registryEdit.reason.badValue")
    case .nameMissing: say("registryEdit.reason.nameMissing")
    case .nameTooLong:
      say("registryEdit.reason.nameTooLong", ["most": .integer(LongName.most)])
    case .stateForbidden: say("registryEdit.reason.stateForbidden")
    case .rowDeleted:
      say("registryEdit.reason.rowDeleted")
    case .positionErased: say("registryEdit.reason.positionErased")
    case .outsideTerritory:
      say("registryEdit.reason.outsideTerritory")
    }
  }
}
