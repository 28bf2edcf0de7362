import Hummingbird
import RelaisRegistry
import RelaisWording

/// Signing in, the first account, and where each goes from there.
struct SignInPages {
  let state: DeskState

  var routes: [DeskRoute] {
    [
      DeskRoute(.get, "/", .signedIn) { _, context in
        Reply.seeOther(SignInPages.home(of: try context.account()))
      },
      DeskRoute(.get, "/signin", .anybody) { request, context in
        Reply.page(form(context, to: FormFields(query: request.uri.query)["to"], nil))
      },
      DeskRoute(.post, "/signin", .anybody, .form(most: 1 << 14), signIn),
      DeskRoute(.post, "/signout", .anybody, .form(most: 1 << 12)) { request, context in
        try await SessionRoutes(state: state).end(request, context)
        return Reply.seeOther("/signin", cookie: state.noCookie)
      },
      DeskRoute(.get, "/setup/:secret", .anybody) { _, context in
        try await setUp(context, nil, fields: nil)
      },
      DeskRoute(.post, "/setup/:secret", .anybody, .form(most: 1 << 14), makeFirst),
    ]
  }

  /// Where somebody begins.
  static func home(of account: DeskAccount) -> String {
    let roles = account.roles
    if roles.contains(.agent) { return DeskPage.Area.today.path }
    if roles.contains(.apprentice) { return DeskPage.Area.street.path }
    if roles.contains(.admin) { return DeskPage.Area.accounts.path }
    return DeskPage.Area.bench.path
  }

  private func form(_ context: DeskContext, to path: String?, _ problem: String?) -> [UInt8] {
    let wording = context.wording
    var page = DeskPage(wording.say("desk.signIn.title"), nil, context, state)
    if let problem { page.notice(problem, isBad: true) }
    page.form("/signin")
    if let path { page.hidden("to", path) }
    page.field(
      "name", wording.say("desk.signIn.name"), isNeeded: true, autocomplete: "username")
    page.field(
      "password", wording.say("desk.signIn.password"), type: "password", isNeeded: true,
      autocomplete: "current-password")
    page.button(wording.say("desk.signIn.button"))
    page.endForm()
    return page.finish()
  }

  @Sendable private func signIn(
    _ request: Request, _ context: DeskContext
  ) async throws -> Response {
    let fields = FormFields(try await Incoming.bytes(of: request, most: 1 << 14))
    let path = fields["to"]
    do {
      let (account, secret) = try await SessionRoutes(state: state).signIn(
        fields["name"] ?? "", fields.all("password").first ?? "", request, context)
      // A page of ours alone: `//` begins another's address.
      let own = path.flatMap {
        $0.hasPrefix("/") && !$0.hasPrefix("//") && !$0.contains("\\") ? $0 : nil
      }
      return Reply.seeOther(own ?? SignInPages.home(of: account), cookie: state.cookie(secret))
    } catch let problem as Problem where problem.kind == .wrongPassword {
      return Reply.page(
        form(context, to: path, context.wording.title(problem.kind)), .unauthorized)
    }
  }

  // MARK: The first account

  private func secret(_ context: DeskContext) async throws -> String {
    let secret = context.parameters.get("secret") ?? ""
    let isGood = try await Blocking.reading.run { [state] in
      try state.accounts.isSetupSecret(secret)
    }
    guard isGood else { throw Problem(.notFound, context.wording.say("desk.setUp.over")) }
    return secret
  }

  private func setUp(
    _ context: DeskContext, _ problem: String?, fields: FormFields?
  ) async throws -> Response {
    let secret = try await secret(context)
    let wording = context.wording
    var page = DeskPage(wording.say("desk.setUp.title"), nil, context, state)
    if let problem { page.notice(problem, isBad: true) }
    page.body.element("p", wording.say("desk.setUp.explained"))
    page.form("/setup/" + secret)
    page.field(
      "name", wording.say("desk.signIn.name"), fields?["name"], isNeeded: true,
      autocomplete: "username")
    page.newPassword()
    page.roles(chosen: fields.map { AccountPages.roles($0) } ?? [.admin, .agent])
    page.button(wording.say("desk.setUp.button"))
    page.endForm()
    return page.response(problem == nil ? .ok : .unprocessableContent)
  }

  @Sendable private func makeFirst(
    _ request: Request, _ context: DeskContext
  ) async throws -> Response {
    _ = try await secret(context)
    let fields = FormFields(try await Incoming.bytes(of: request, most: 1 << 14))
    do {
      let name = fields["name"] ?? ""
      let roles = AccountPages.roles(fields).union([.admin])
      try await AccountPages(state: state).make(
        name, fields.all("password").first ?? "", roles, context, by: name)
    } catch let problem as Problem where problem.detail != nil {
      return try await setUp(context, problem.detail, fields: fields)
    }
    return Reply.seeOther("/signin")
  }
}
