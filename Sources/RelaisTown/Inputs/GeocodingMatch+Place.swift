public import RelaisGeo

extension GeocodingMatch {
  /// One spot to start from; not a whole commune, nor one of several addresses.
  public var isPlace: Bool {
    guard let kind, kind != .municipality else { return false }
    return !checks.contains {
      if case .ambiguous = $0 { true } else { false }
    }
  }
}

extension Position {
  /// `6.183,48.692`: longitude first, a decimal point; or metres on a local plane.
  public init?(parsing text: String) {
    let parts = text.split(whereSeparator: { ",; ".contains($0) })
    guard parts.count == 2, let x = Double(parts[0]), let y = Double(parts[1]), x.isFinite,
      y.isFinite
    else { return nil }
    self.init(x: x, y: y)
  }
}
