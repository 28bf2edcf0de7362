import Hummingbird
import RelaisFormats
import RelaisRegistry

/// Signing in and out.
struct SessionRoutes {
  let state: DeskState

  var routes: [DeskRoute] {
    [
      DeskRoute(.post, "/api/v1/session", .anybody, .json(most: 1 << 14), begin),
      DeskRoute(.get, "/api/v1/session", .signedIn) { _, context in
        Reply.json(SessionRoutes.json(try context.account()))
      },
      DeskRoute(.delete, "/api/v1/session", .anybody) { request, context in
        try await end(request, context)
        return Reply.nothing(cookie: state.noCookie)
      },
    ]
  }

  private struct Credentials: Decodable {
    var name: String
    var password: String
  }

  @Sendable private func begin(_ request: Request, _ context: DeskContext) async throws -> Response
  {
    let own = try await Incoming.json(Credentials.self, of: request, most: 1 << 14)
    let (account, secret) = try await signIn(own.name, own.password, request, context)
    return Reply.json(
      SessionRoutes.json(account), headers: [.setCookie: state.cookie(secret)])
  }

  /// Opens a session; one that was open in the same browser ends.
  ///
  /// - Throws: ``Problem``: no account has this name and this password.
  func signIn(
    _ name: String, _ password: String, _ request: Request, _ context: DeskContext
  ) async throws -> (DeskAccount, secret: String) {
    let now = state.now.timeIntervalSince1970
    if let wait = await state.limits.take("s " + context.client, RateLimits.signIn, at: now) {
      throw Problem(.tooManyRequests, headers: [.retryAfter: String(wait)])
    }
    let key = DeskAccount.key(name) + " " + context.client
    let delay = await state.delays.delay(key, at: now)
    if delay > 0 { try await Task.sleep(for: .seconds(delay)) }
    let account = try await Blocking.passwords.run { [state] in
      try state.accounts.account(named: name, password: password)
    }
    guard let account else {
      await state.delays.fail(key, at: now)
      await state.note(.signInRefused, "", by: DeskAccount.isName(name) ? name : "")
      throw Problem(.wrongPassword)
    }
    await state.delays.succeed(key)
    try await end(request, context, isNoted: false)
    let secret = try await Blocking.reading.run { [state] in
      try state.accounts.sweep(at: state.seconds)
      return try state.accounts.begin(.browser, of: account.name, at: state.seconds)
    }
    guard let secret else { throw Problem(.wrongPassword) }
    await state.note(.signedIn, "", by: account.name)
    return (account, secret)
  }

  /// Ends the session of a browser, if it has one.
  func end(_ request: Request, _ context: DeskContext, isNoted: Bool = true) async throws {
    guard let secret = Cookies.value(state.cookieName, of: request) else { return }
    try await Blocking.reading.run { [state] in try state.accounts.end(secret) }
    if isNoted, context.session != nil { await state.note(.signedOut, "", context) }
  }

  private static func json(_ account: DeskAccount) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("name", account.name)
      json.key("roles")
      json.array { json in
        for role in DeskRole.allCases where account.roles.contains(role) {
          json.string(role.rawValue)
        }
      }
    }
    return json.finish()
  }
}
