/// Wrong passwords make the next try wait, and lock nobody out.
actor SignInDelays {
  private var failures: [String: (count: Int, at: Double)] = [:]

  /// Seconds to wait before a password is tried.
  func delay(_ key: String, at now: Double) -> Double {
    guard let last = failures[key], now - last.at < 900 else { return 0 }
    return last.count < 3 ? 0 : min(8, 0.5 * Double(1 << min(last.count - 3, 4)))
  }

  func fail(_ key: String, at now: Double) {
    if failures.count > 10_000 { failures = failures.filter { now - $0.value.at < 900 } }
    failures[key] = ((failures[key]?.count ?? 0) + 1, now)
  }

  func succeed(_ key: String) { failures[key] = nil }
}
