/// Help texts of `serve` and `users`.
extension Wording {
  package var serveAbstract: String { say("desk.help.serveAbstract") }
  package var serveDiscussion: String { say("desk.help.serveDiscussion") }
  package var serveTerritory: String { say("desk.help.serveTerritory") }
  package var serveAddress: String { say("desk.help.serveAddress") }
  package var serveBehindProxy: String { say("desk.help.serveBehindProxy") }
  package var serveProxy: String { say("desk.help.serveProxy") }
  package var usersAbstract: String { say("desk.help.usersAbstract") }
  package var usersDiscussion: String { say("desk.help.usersDiscussion") }
  package var usersAddAbstract: String { say("desk.help.usersAddAbstract") }
  package var usersListAbstract: String { say("desk.help.usersListAbstract") }
  package var usersRemoveAbstract: String { say("desk.help.usersRemoveAbstract") }
  package var usersPasswordAbstract: String { say("desk.help.usersPasswordAbstract") }
  package var userName: String { say("desk.help.userName") }
  package var userRole: String { say("desk.help.userRole") }
}
