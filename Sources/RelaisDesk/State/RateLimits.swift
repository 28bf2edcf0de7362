/// How many requests come from where: a bucket for each that fills at a steady rate.
actor RateLimits {
  struct Rate: Sendable {
    var perSecond: Double
    var atOnce: Double
  }

  /// What one address may ask; several people of a town hall may share it.
  static let address = Rate(perSecond: 300, atOnce: 1500)
  static let account = Rate(perSecond: 100, atOnce: 500)
  /// Signing in, which is dear.
  static let signIn = Rate(perSecond: 0.5, atOnce: 30)

  private struct Bucket {
    var level: Double
    var at: Double
  }

  /// Beyond this many, buckets that are full again are forgotten.
  private static let most = 10_000
  private var buckets: [String: Bucket] = [:]

  /// Takes one request out of a bucket.
  ///
  /// - Parameter now: Seconds.
  /// - Returns: `nil` where it may go on, else the seconds to wait.
  func take(_ key: String, _ rate: Rate, at now: Double) -> Int? {
    if buckets.count > RateLimits.most {
      buckets = buckets.filter { now - $0.value.at < 3600 }
      if buckets.count > RateLimits.most { buckets.removeAll() }
    }
    var bucket = buckets[key] ?? Bucket(level: rate.atOnce, at: now)
    bucket.level = min(rate.atOnce, bucket.level + max(0, now - bucket.at) * rate.perSecond)
    bucket.at = now
    defer { buckets[key] = bucket }
    guard bucket.level >= 1 else { return Int(((1 - bucket.level) / rate.perSecond).rounded(.up)) }
    bucket.level -= 1
    return nil
  }
}
