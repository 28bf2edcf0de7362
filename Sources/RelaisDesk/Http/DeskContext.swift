import Hummingbird
import Logging
import NIOCore
import RelaisRegistry
import RelaisWording

/// What is known of a request besides the request.
struct DeskContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The address the connection comes from: a proxy's, where there is one.
  let peer: String
  /// Who asks; the peer unless a proxy says who it is.
  var client: String
  /// `nil` for nobody who signed in.
  var session: DeskSession?
  /// The reader's language.
  var wording = Wording()
  /// What scripts and styles of this answer are known by.
  var nonce = ""

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    peer = source.channel.remoteAddress?.ipAddress ?? ""
    client = peer
  }

  /// Who asks, of whom it is known.
  ///
  /// - Throws: ``Problem``: nobody signed in.
  func account() throws -> DeskAccount {
    guard let session else { throw Problem(.notSignedIn) }
    return session.account
  }

  /// Whether whoever asks has a role.
  func has(_ role: DeskRole) -> Bool { session?.account.roles.contains(role) ?? false }
}
