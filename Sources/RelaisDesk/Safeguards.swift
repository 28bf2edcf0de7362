import HTTPTypes
import Hummingbird
import RelaisGeo
import RelaisRegistry
import RelaisWording

/// What every request passes, whatever it asks for: who it is from, how often it may ask, where it comes from; and what every
/// answer carries. Measures of OWASP ASVS 5.0: 3.4, 3.5, 2.4.1, 7.2.
struct Safeguards: RouterMiddleware {
  let state: DeskState

  func handle(
    _ request: Request, context: DeskContext,
    next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.nonce = Secret.make()
    context.wording = language(of: request)
    var response: Response
    do {
      try admit(request, &context)
      try await limit(request, context)
      context.session = try await session(of: request)
      response = try await next(request, context)
    } catch {
      let problem = Problem(of: error, context.wording)
      response =
        isInterface(request)
        ? Reply.problem(problem, context.wording)
        : ProblemPage.response(problem, request, context, state)
    }
    protect(&response, context)
    return response
  }

  private func isInterface(_ request: Request) -> Bool {
    request.uri.path.hasPrefix("/api/") || request.uri.path == "/healthz"
  }

  /// What the address, the cookie or the browser asks for, else the territory's.
  private func language(of request: Request) -> Wording {
    let asked = FormFields(query: request.uri.query)["lang"]
    if let language = asked.flatMap({ Language(code: $0) }) { return Wording(language) }
    if let language = Cookies.value("lang", of: request).flatMap({ Language(code: $0) }) {
      return Wording(language)
    }
    for part in (request.headers[.acceptLanguage] ?? "").split(separator: ",").prefix(10) {
      let code = part.split(separator: ";")[0].filter { !$0.isWhitespace }.prefix(2).lowercased()
      if let language = Language(code: code) { return Wording(language) }
    }
    return state.wording
  }

  /// Who asks; and that nobody asks under another name, as a page does that had this machine's address given to its own.
  private func admit(_ request: Request, _ context: inout DeskContext) throws {
    let host = request.head.authority ?? request.headers[.init("Host")!] ?? ""
    if state.settings.isBehindProxy {
      guard state.settings.isProxy(context.peer) else { throw Problem(.forbidden) }
      // The last entry is the proxy's own; those before it anybody can write.
      if let name = HTTPField.Name("X-Forwarded-For"), let chain = request.headers[name],
        let last = chain.split(separator: ",").last
      {
        context.client = last.filter { !$0.isWhitespace }
      }
      if let name = HTTPField.Name("X-Forwarded-Proto"), let scheme = request.headers[name],
        scheme.lowercased() != "https"
      {
        throw Problem(.forbidden)
      }
    } else {
      guard DeskSettings.Address(host.contains(":") ? host : host + ":80")?.isLoopback ?? false
      else { throw Problem(.crossOrigin) }
    }
    guard request.method != .get, request.method != .head, request.method != .options else {
      return
    }
    // Sec-Fetch-Site says it plainly; a browser without it says the origin; a program says neither.
    if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] {
      guard site == "same-origin" || site == "none" else { throw Problem(.crossOrigin) }
    } else if let origin = request.headers[.origin] {
      guard origin == "http://\(host)" || origin == "https://\(host)" else {
        throw Problem(.crossOrigin)
      }
    }
  }

  private func limit(_ request: Request, _ context: DeskContext) async throws {
    let now = state.now.timeIntervalSince1970
    if let wait = await state.limits.take("a " + context.client, RateLimits.address, at: now) {
      throw Problem(.tooManyRequests, headers: [.retryAfter: String(wait)])
    }
  }

  private func session(of request: Request) async throws -> DeskSession? {
    guard let secret = Cookies.value(state.cookieName, of: request) else { return nil }
    let session = try await Blocking.reading.run { [state] in
      try state.accounts.session(secret, at: state.seconds)
    }
    guard let session else { return nil }
    let now = state.now.timeIntervalSince1970
    if let wait = await state.limits.take(
      "u " + session.account.name, RateLimits.account, at: now)
    {
      throw Problem(.tooManyRequests, headers: [.retryAfter: String(wait)])
    }
    return session
  }

  private func protect(_ response: inout Response, _ context: DeskContext) {
    func set(_ name: String, _ value: String) {
      if let name = HTTPField.Name(name), response.headers[name] == nil {
        response.headers[name] = value
      }
    }
    set(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'nonce-\(context.nonce)'; "
        + "style-src 'nonce-\(context.nonce)'; img-src 'self' data: blob:; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'")
    set("X-Content-Type-Options", "nosniff")
    set("Referrer-Policy", "no-referrer")
    set("Cross-Origin-Opener-Policy", "same-origin")
    set("Cross-Origin-Resource-Policy", "same-origin")
    set("Permissions-Policy", "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)")
    set("Cache-Control", "no-store")
    if state.settings.isBehindProxy { set("Strict-Transport-Security", "max-age=31536000") }
  }
}
