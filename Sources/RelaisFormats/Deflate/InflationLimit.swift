/// When content that is out of proportion to its compressed size is taken for a bomb.
enum InflationLimit {
  /// Bytes any content may have.
  static let freeSize = 256 << 20
  /// Deflate cannot exceed 1032; real map files stay below 60.
  static let maximumRatio = 250

  /// The most bytes that may come of so many compressed ones.
  static func size(of compressed: Int) -> Int {
    let (size, overflow) = compressed.multipliedReportingOverflow(by: maximumRatio)
    return overflow ? .max : max(freeSize, size)
  }
}
