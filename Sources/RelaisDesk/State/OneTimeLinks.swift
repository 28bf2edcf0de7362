import RelaisGeo

/// Links that are good once and for a short time.
actor OneTimeLinks {
  /// Seconds.
  private static let life: Int64 = 900
  private var links: [String: (secret: String, at: Int64)] = [:]

  /// - Returns: What the link ends with.
  func offer(_ secret: String, at now: Int64) -> String {
    links = links.filter { now - $0.value.at <= OneTimeLinks.life }
    let link = Secret.make()
    links[Secret.fingerprint(of: link)] = (secret, now)
    return link
  }

  func take(_ link: String, at now: Int64) -> String? {
    guard let found = links.removeValue(forKey: Secret.fingerprint(of: link)),
      now - found.at <= OneTimeLinks.life
    else { return nil }
    return found.secret
  }
}
