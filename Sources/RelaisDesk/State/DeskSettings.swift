/// How the desk is reached.
public struct DeskSettings: Sendable {
  /// A host and a port: `127.0.0.1:8080`, `[::1]:8080`.
  public struct Address: Hashable, Sendable {
    public var host: String
    /// 0 for any that is free.
    public var port: Int

    public init?(_ text: String) {
      guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
        (0...65535).contains(port)
      else { return nil }
      var host = String(text[..<colon])
      if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
      guard !host.isEmpty, !host.contains("[") else { return nil }
      self.host = host
      self.port = port
    }

    /// Whether nobody but this machine reaches it.
    public var isLoopback: Bool {
      if host == "localhost" || host == "::1" { return true }
      let parts = host.split(separator: ".", omittingEmptySubsequences: false)
      return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// As a browser takes it.
    public func text(port: Int) -> String {
      (host.contains(":") ? "[\(host)]" : host) + ":\(port)"
    }
  }

  public static let usualAddress = "127.0.0.1:8080"

  public var address: Address
  /// Whether a proxy ends TLS before it, whose headers say who asks.
  public var isBehindProxy: Bool
  /// Where that proxy's connections come from; this machine where none is named.
  public var proxies: [String] = []
  /// Whether copies of the registry are made every night.
  public var makesCopies = true

  /// Whether a connection from an address is the proxy's.
  func isProxy(_ peer: String) -> Bool {
    proxies.isEmpty
      ? peer == "::1" || peer.hasPrefix("127.") || peer.hasPrefix("::ffff:127.")
      : proxies.contains(peer)
  }

  public init(_ address: Address, isBehindProxy: Bool = false) {
    self.address = address
    self.isBehindProxy = isBehindProxy
  }
}
