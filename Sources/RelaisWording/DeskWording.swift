/// What `serve` and `users` say at a terminal.
extension Wording {
  package func serving(at address: String) -> String {
    say("desk.serve.address", ["address": .text(address)])
  }
  package func setUpLink(_ link: String) -> String {
    say("desk.serve.setUp", ["link": .text(link)])
  }
  package var stopServing: String { say("desk.serve.stop") }
  package func addressInUse(_ address: String, _ detail: String) -> String {
    say("desk.serve.addressInUse", ["address": .text(address), "detail": .text(detail)])
  }
  package func badAddress(_ text: String) -> String {
    say("desk.serve.badAddress", ["text": .text(text)])
  }
  package var proxyNeeded: String { say("desk.serve.proxyNeeded") }

  package func userAdded(_ name: String, _ roles: [String]) -> String {
    say("desk.users.added", ["name": .text(name), "roles": .list(roles)])
  }
  package func userTaken(_ name: String) -> String {
    say("desk.account.taken", ["name": .text(name)])
  }
  package func badUserName(most: Int) -> String {
    say("desk.account.badName", ["most": .integer(most)])
  }
  package var noUsers: String { say("desk.users.none") }
  package func userRemoved(_ name: String) -> String {
    say("desk.users.removed", ["name": .text(name)])
  }
  package func userUnknown(_ name: String) -> String {
    say("desk.users.unknown", ["name": .text(name)])
  }
  package func userPasswordChanged(_ name: String) -> String {
    say("desk.users.passwordChanged", ["name": .text(name)])
  }
  package var roleNeeded: String { say("desk.users.roleNeeded") }
  package func passwordPrompt(_ name: String) -> String {
    labelled(say("desk.users.passwordPrompt", ["name": .text(name)]), "")
  }
  package var passwordAgain: String { labelled(say("desk.users.passwordAgain"), "") }
  package var passwordsDiffer: String { say("desk.users.notSame") }
  package var passwordExpected: String { say("desk.users.noPassword") }
}
