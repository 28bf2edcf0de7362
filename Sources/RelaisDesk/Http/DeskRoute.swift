import Hummingbird
import RelaisRegistry

/// One address of the desk: who may use it and what it does.
struct DeskRoute: Sendable {
  enum Access: Hashable, Sendable {
    case anybody
    case signedIn
    case roles(Set<DeskRole>)
  }

  /// What a request brings.
  enum Body: Hashable, Sendable {
    case none
    case json(most: Int)
    case form(most: Int)
    /// A form with a file in it.
    case upload(most: Int)
  }

  typealias Handler = @Sendable (Request, DeskContext) async throws -> Response

  var method: HTTPRequest.Method
  /// With `:name` for what varies.
  var path: String
  var access: Access
  var body: Body
  var handler: Handler

  init(
    _ method: HTTPRequest.Method, _ path: String, _ access: Access, _ body: Body = .none,
    _ handler: @escaping Handler
  ) {
    self.method = method
    self.path = path
    self.access = access
    self.body = body
    self.handler = handler
  }

  /// Whether it changes something.
  var isChanging: Bool { method != .get }

  /// Whether a program asks, and not a page.
  var isInterface: Bool { path.hasPrefix("/api/") || path == "/healthz" }

  /// - Throws: ``Problem`` where whoever asks may not.
  func admit(_ context: DeskContext) throws {
    switch access {
    case .anybody: return
    case .signedIn: _ = try context.account()
    case .roles(let roles):
      guard !(try context.account().roles.isDisjoint(with: roles)) else {
        throw Problem(.forbidden)
      }
    }
  }

  /// - Throws: ``Problem`` where the request brings something else than is declared.
  func check(_ request: Request) throws {
    let type = request.headers[.contentType].map {
      $0.split(separator: ";")[0].trimmingPrefix(while: { $0 == " " }).lowercased()
    }
    let isTaken =
      switch body {
      case .none: true
      case .json:
        type == "application/json"
          || type?.hasSuffix("+json") == true
            && type?.hasPrefix("application/") == true
      case .form: type == "application/x-www-form-urlencoded"
      case .upload: type == "multipart/form-data"
      }
    guard isTaken else { throw Problem(.unsupportedMediaType) }
  }

  /// Bytes a request may bring at most.
  var most: Int {
    switch body {
    case .none: 1 << 16
    case .json(let most), .form(let most), .upload(let most): most
    }
  }
}
