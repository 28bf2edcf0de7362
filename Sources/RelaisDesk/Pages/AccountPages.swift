import CoverageEngine
import Foundation
import Hummingbird
import RelaisRegistry
import RelaisWording

/// Accounts and who is signed in: the administrator's page.
struct AccountPages {
  let state: DeskState

  var routes: [DeskRoute] {
    [
      DeskRoute(.get, "/accounts", .roles([.admin])) { _, context in
        try await show(context, nil)
      },
      DeskRoute(.post, "/accounts", .roles([.admin]), .form(most: 1 << 14), add),
      DeskRoute(.post, "/accounts/remove", .roles([.admin]), .form(most: 1 << 14), remove),
      DeskRoute(.post, "/accounts/password", .roles([.admin]), .form(most: 1 << 14), password),
      DeskRoute(.post, "/accounts/end", .roles([.admin]), .form(most: 1 << 14), end),
      DeskRoute(.get, "/desk/log", .roles([.agent, .admin]), .none, log),
    ]
  }

  static func roles(_ fields: FormFields) -> Set<DeskRole> {
    Set(fields.all("role").compactMap { DeskRole(rawValue: $0) })
  }

  /// Makes an account.
  ///
  /// - Throws: ``Problem`` that says what is to be mended.
  func make(
    _ name: String, _ password: String, _ roles: Set<DeskRole>, _ context: DeskContext,
    by author: String
  ) async throws {
    let wording = context.wording
    guard DeskAccount.isName(name) else {
      throw Problem(
        .notTaken,
        wording.say("desk.account.badName", ["most": .integer(DeskAccount.longestName)]))
    }
    guard !roles.isEmpty else { throw Problem(.notTaken, wording.say("desk.account.noRole")) }
    let isMade: Bool
    do {
      isMade = try await Blocking.passwords.run { [state] in
        try state.accounts.add(
          DeskAccount(name: name, roles: roles), DeskPassword(password, of: name))
      }
    } catch let refusal as DeskPassword.Refusal {
      throw Problem(.notTaken, wording.sentence(refusal))
    }
    guard isMade else {
      throw Problem(.notTaken, wording.say("desk.account.taken", ["name": .text(name)]))
    }
    await state.note(.accountMade, name, by: author)
  }

  private func show(_ context: DeskContext, _ problem: String?) async throws -> Response {
    let wording = context.wording
    let (accounts, sessions) = try await Blocking.reading.run { [state] in
      (try state.accounts.accounts(), try state.accounts.sessions(at: state.seconds))
    }
    var page = DeskPage(wording.say("desk.area.accounts"), .accounts, context, state)
    if let problem { page.notice(problem, isBad: true) }
    page.body.markup("<table tabindex=\"0\">\n")
    page.body.element("caption", wording.say("desk.account.list"))
    page.head([
      wording.say("desk.signIn.name"), wording.say("desk.account.roles"),
      wording.say("desk.account.newPassword"), wording.say("desk.account.removal"),
    ])
    for account in accounts {
      page.body.markup("<tr><th scope=\"row\">")
      page.body.text(account.name)
      page.body.markup("</th><td>")
      page.body.text(
        DeskRole.allCases.filter(account.roles.contains).map { wording.name($0) }
          .joined(separator: ", "))
      page.body.markup("</td><td>\n")
      page.form("/accounts/password")
      page.hidden("name", account.name)
      page.body.markup("<input type=\"password\" name=\"password\" required")
      page.body.attribute("autocomplete", "new-password")
      page.body.attribute(
        "aria-label",
        wording.say("desk.account.newPasswordOf", ["name": .text(account.name)]))
      page.body.markup("> ")
      page.button(wording.say("desk.account.change"), isQuiet: true)
      page.endForm()
      page.body.markup("</td><td>\n")
      if account.name != context.session?.account.name {
        page.form("/accounts/remove")
        page.hidden("name", account.name)
        page.button(
          wording.say("desk.account.remove", ["name": .text(account.name)]), isQuiet: true)
        page.endForm()
      }
      page.body.markup("</td></tr>\n")
    }
    page.body.markup("</tbody></table>\n<h2>")
    page.body.text(wording.say("desk.account.add"))
    page.body.markup("</h2>\n")
    page.form("/accounts")
    page.field("name", wording.say("desk.signIn.name"), isNeeded: true)
    page.newPassword()
    page.roles(chosen: [])
    page.button(wording.say("desk.account.add"))
    page.endForm()
    show(sessions, &page)
    return page.response(problem == nil ? .ok : .unprocessableContent)
  }

  private func show(_ sessions: [DeskSession], _ page: inout DeskPage) {
    let wording = page.wording
    page.body.markup("<table tabindex=\"0\">\n")
    page.body.element("caption", wording.say("desk.account.sessions"))
    page.head([
      wording.say("desk.signIn.name"), wording.say("desk.account.since"),
      wording.say("desk.account.lastSeen"), wording.say("desk.account.ending"),
    ])
    for session in sessions {
      page.body.markup("<tr><th scope=\"row\">")
      page.body.text(
        session.account.name + (session.label.isEmpty ? "" : " · " + session.label))
      page.body.markup("</th><td>")
      page.body.text(AccountPages.time(session.begunAt))
      page.body.markup("</td><td>")
      page.body.text(AccountPages.time(session.seenAt))
      page.body.markup("</td><td>\n")
      page.form("/accounts/end")
      page.hidden("number", String(session.number))
      page.button(wording.say("desk.account.end"), isQuiet: true)
      page.endForm()
      page.body.markup("</td></tr>\n")
    }
    page.body.markup("</tbody></table>\n")
  }

  /// `2026-11-30 09:12`, where the server is.
  static func time(_ seconds: Int64) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.dateFormat = "yyyy-MM-dd HH:mm"
    return format.string(from: Date(timeIntervalSince1970: Double(seconds)))
  }

  @Sendable private func add(_ request: Request, _ context: DeskContext) async throws -> Response {
    let fields = FormFields(try await Incoming.bytes(of: request, most: 1 << 14))
    do {
      try await make(
        fields["name"] ?? "", fields.all("password").first ?? "", AccountPages.roles(fields),
        context, by: try context.account().name)
    } catch let problem as Problem where problem.detail != nil {
      return try await show(context, problem.detail)
    }
    return Reply.seeOther("/accounts")
  }

  @Sendable private func remove(
    _ request: Request, _ context: DeskContext
  ) async throws -> Response {
    let fields = FormFields(try await Incoming.bytes(of: request, most: 1 << 14))
    let name = fields["name"] ?? ""
    // Who removes everybody locks the door from outside.
    guard DeskAccount.key(name) != DeskAccount.key(try context.account().name) else {
      throw Problem(.conflict)
    }
    let isDone = try await Blocking.reading.run { [state] in try state.accounts.remove(name) }
    guard isDone else { throw Problem(.notFound) }
    await state.note(.accountRemoved, name, context)
    return Reply.seeOther("/accounts")
  }

  @Sendable private func password(
    _ request: Request, _ context: DeskContext
  ) async throws -> Response {
    let fields = FormFields(try await Incoming.bytes(of: request, most: 1 << 14))
    let name = fields["name"] ?? ""
    let password = fields.all("password").first ?? ""
    do {
      let isDone = try await Blocking.passwords.run { [state] in
        try state.accounts.setPassword(DeskPassword(password, of: name), of: name)
      }
      guard isDone else { throw Problem(.notFound) }
    } catch let refusal as DeskPassword.Refusal {
      return try await show(context, context.wording.sentence(refusal))
    }
    await state.note(.passwordChanged, name, context)
    return Reply.seeOther("/accounts")
  }

  @Sendable private func end(_ request: Request, _ context: DeskContext) async throws -> Response {
    let fields = FormFields(try await Incoming.bytes(of: request, most: 1 << 14))
    guard let number = fields["number"].flatMap({ Int64($0) }) else { throw Problem(.badRequest) }
    _ = try await Blocking.reading.run { [state] in try state.accounts.end(number: number) }
    await state.note(.sessionsEnded, String(number), context)
    return Reply.seeOther("/accounts")
  }

  @Sendable private func log(_ request: Request, _ context: DeskContext) async throws -> Response {
    let wording = context.wording
    let entries = try await Blocking.reading.run { [state] in try state.accounts.log(limit: 500) }
    var page = DeskPage(wording.say("desk.area.log"), .log, context, state)
    page.body.element("p", wording.say("desk.log.explained"))
    page.body.markup("<table tabindex=\"0\">\n")
    page.body.element("caption", wording.say("desk.area.log"))
    page.head([
      wording.say("desk.log.when"), wording.say("desk.log.who"), wording.say("desk.log.what"),
      wording.say("desk.log.subject"),
    ])
    for entry in entries {
      page.row([entry.at, entry.account, wording.name(entry.deed), entry.subject])
    }
    page.body.markup("</tbody></table>\n")
    return page.response()
  }
}

extension DeskPage {
  /// The heads of a table's columns; its rows follow.
  mutating func head(_ titles: [String]) {
    body.markup("<thead><tr>")
    for title in titles {
      body.markup("<th scope=\"col\">")
      body.text(title)
      body.markup("</th>")
    }
    body.markup("</tr></thead>\n<tbody>\n")
  }

  /// A row of a table, of text alone.
  mutating func row(_ cells: [String]) {
    body.markup("<tr>")
    for cell in cells {
      body.markup("<td>")
      body.text(cell)
      body.markup("</td>")
    }
    body.markup("</tr>\n")
  }

  /// A field for a password that is new, with what it must be.
  mutating func newPassword() {
    field(
      "password", wording.say("desk.signIn.password"), type: "password",
      hint: wording.say("desk.account.passwordHint", ["least": .integer(DeskPassword.least)]),
      isNeeded: true, autocomplete: "new-password")
  }

  /// A tick for each role.
  mutating func roles(chosen: Set<DeskRole>) {
    body.markup("<fieldset><legend>")
    body.text(wording.say("desk.account.roles"))
    body.markup("</legend>\n")
    for role in DeskRole.allCases {
      body.markup("<p><label><input type=\"checkbox\" name=\"role\"")
      body.attribute("value", role.rawValue)
      if chosen.contains(role) { body.markup(" checked") }
      body.markup("> ")
      body.text(wording.name(role) + wording.colon + wording.explained(role))
      body.markup("</label></p>\n")
    }
    body.markup("</fieldset>\n")
  }
}
