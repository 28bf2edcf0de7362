import RelaisGeo

/// How likely a first visit ends in a yes, as a cell says it: `0,8`, `0.8`, `80 %`.
enum AcceptanceCell {
  /// - Returns: The share, of any size; `nil` where the text is no number.
  static func share(_ text: String) -> Double? {
    guard text.hasSuffix("%") else { return Double(csv: text) }
    return Double(csv: text.dropLast()).map { $0 / 100 }
  }
}
