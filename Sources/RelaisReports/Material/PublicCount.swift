import CoverageEngine

/// What may be said in public of children who walk somewhere: nothing of a few homes, and of more
/// nothing sharper than five.
///
/// Eleven households are what INSEE asks for below which no figure of a grid is published.
struct PublicCount: Hashable, Sendable {
  static let leastHomes = 11
  private static let step = 5.0

  /// Metres saved for each child, to the nearest ten.
  static func saved(_ metres: Double) -> Double { (metres / 10).rounded() * 10 }

  /// Children to the nearest five; `nil` where too few homes stand behind the figure, but that nobody
  /// walks there can be said.
  let children: Int?

  init(_ children: Children, homes: Int) {
    if children == .zero {
      self.children = 0
      return
    }
    self.children =
      homes < PublicCount.leastHomes
      ? nil : Int((children.number / PublicCount.step).rounded() * PublicCount.step)
  }
}
