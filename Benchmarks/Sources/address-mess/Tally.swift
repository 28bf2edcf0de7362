import RelaisGeo

/// How many addresses of one kind of mess came out right.
struct Tally {
  var count = 0
  /// Within 100 m.
  var right = 0
  /// Farther, or on another street, and nothing said to check.
  var wrongUnflagged = 0
  var flagged = 0
  var examples: [String] = []

  mutating func add(_ match: GeocodingMatch, text: String, truth: Truth) {
    count += 1
    let away = match.position.map { Ground.ellipsoid.length(from: $0, to: truth.position) }
    let isRight = (away ?? .infinity) <= 100
    if isRight { right += 1 }
    if !match.checks.isEmpty { flagged += 1 }
    let isWrong = !isRight && match.kind != nil && match.checks.isEmpty
    if isWrong { wrongUnflagged += 1 }
    if !isRight, examples.count < 40 {
      examples.append(
        "\(isWrong ? "WRONG" : "missed") \(text.debugDescription)\n    truth \(truth.label)\n    found \(match.label) \(match.score) \(match.checks)"
      )
    }
  }
}

/// Where a clean address is.
struct Truth {
  var label: String
  var position: Position
}
