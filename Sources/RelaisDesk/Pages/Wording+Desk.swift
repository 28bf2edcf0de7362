import CoverageEngine
public import RelaisRegistry
public import RelaisWording

/// Names of what only the desk knows.
extension Wording {
  func title(_ kind: Problem.Kind) -> String {
    switch kind {
    case .badRequest: say("desk.problem.badRequest")
    case .notSignedIn: say("desk.problem.notSignedIn")
    case .wrongPassword: say("desk.problem.wrongPassword")
    case .forbidden: say("desk.problem.forbidden")
    case .crossOrigin: say("desk.problem.crossOrigin")
    case .notFound: say("desk.problem.notFound")
    case .methodNotAllowed: say("desk.problem.methodNotAllowed")
    case .conflict: say("desk.problem.conflict")
    case .changedMeanwhile: say("desk.problem.changedMeanwhile")
    case .tooLarge: say("desk.problem.tooLarge")
    case .unsupportedMediaType: say("desk.problem.unsupportedMediaType")
    case .notTaken: say("desk.problem.notTaken")
    case .tooManyRequests: say("desk.problem.tooManyRequests")
    case .failed: say("desk.problem.failed")
    case .unavailable: say("desk.problem.unavailable")
    }
  }

  /// Why a password is not taken.
  public func sentence(_ refusal: DeskPassword.Refusal) -> String {
    switch refusal {
    case .short(let least): say("desk.password.short", ["least": .integer(least)])
    case .long(let most): say("desk.password.long", ["most": .integer(most)])
    case .common: say("desk.password.common")
    }
  }

  public func name(_ role: DeskRole) -> String {
    switch role {
    case .agent: say("desk.role.agent")
    case .apprentice: say("desk.role.apprentice")
    case .council: say("desk.role.council")
    case .admin: say("desk.role.admin")
    }
  }

  func explained(_ role: DeskRole) -> String {
    switch role {
    case .agent: say("desk.role.agent.explained")
    case .apprentice: say("desk.role.apprentice.explained")
    case .council: say("desk.role.council.explained")
    case .admin: say("desk.role.admin.explained")
    }
  }

  func name(_ deed: DeskLogEntry.Deed) -> String {
    switch deed {
    case .signedIn: say("desk.deed.signedIn")
    case .signInRefused: say("desk.deed.signInRefused")
    case .signedOut: say("desk.deed.signedOut")
    case .accountMade: say("desk.deed.accountMade")
    case .accountRemoved: say("desk.deed.accountRemoved")
    case .passwordChanged: say("desk.deed.passwordChanged")
    case .sessionsEnded: say("desk.deed.sessionsEnded")
    case .telephoneAllowed: say("desk.deed.telephoneAllowed")
    case .telephoneEnded: say("desk.deed.telephoneEnded")
    case .establishmentAdded: say("desk.deed.establishmentAdded")
    case .factsChanged: say("desk.deed.factsChanged")
    case .eventRecorded: say("desk.deed.eventRecorded")
    case .undone: say("desk.deed.undone")
    case .merged: say("desk.deed.merged")
    case .listImported: say("desk.deed.listImported")
    case .answersTaken: say("desk.deed.answersTaken")
    case .contactsExported: say("desk.deed.contactsExported")
    case .personLookedUp: say("desk.deed.personLookedUp")
    case .personErased: say("desk.deed.personErased")
    case .copyMade: say("desk.deed.copyMade")
    case .copyFailed: say("desk.deed.copyFailed")
    case .scenarioKept: say("desk.deed.scenarioKept")
    }
  }

  /// What is understood of hours somebody wrote, or why nothing is.
  func understoodHours(_ text: String) -> String {
    do {
      return labelled(say("desk.sheet.understood"), inWords(try OpeningHours(parsing: text)))
    } catch {
      return sentence(error, in: text)
    }
  }
}
