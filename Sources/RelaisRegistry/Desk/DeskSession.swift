/// Somebody who signed in: a browser, or a telephone with a link of its own.
public struct DeskSession: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case browser
    /// Works for months on one telephone, until the desk takes it back.
    case telephone
  }

  /// Tells it from others where it is listed; not what opens it.
  public var number: Int64
  public var account: DeskAccount
  public var kind: Kind
  /// What a telephone is called; empty for a browser.
  public var label: String
  /// Seconds since 1970.
  public var begunAt: Int64
  public var seenAt: Int64

  /// Seconds without use after which a session ends.
  static func idleLimit(_ kind: Kind) -> Int64 { kind == .browser ? 2 * 3600 : 60 * 86400 }

  /// Seconds after which a session ends, used or not.
  static func limit(_ kind: Kind) -> Int64 { kind == .browser ? 12 * 3600 : 180 * 86400 }

  func isOver(at now: Int64) -> Bool {
    now - seenAt > DeskSession.idleLimit(kind) || now - begunAt > DeskSession.limit(kind)
  }
}
