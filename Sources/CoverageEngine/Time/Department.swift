/// A French département, or an overseas collectivity, by its code.
public struct Department: Hashable, Sendable {
  /// `54`, `2A`, `974`.
  public let code: String

  /// The code as people write it: `54`, `1`, `2a`, `974`; `nil` for any other.
  public init?(_ text: some StringProtocol) {
    let code = text.uppercased()
    let padded = code.count == 1 ? "0" + code : code
    guard Department.codes.contains(padded) else { return nil }
    self.code = padded
  }

  /// The département of a commune by its INSEE code.
  public init?(commune: some StringProtocol) {
    guard commune.count == 5 else { return nil }
    let isOverseas = commune.hasPrefix("97") || commune.hasPrefix("98")
    self.init(commune.prefix(isOverseas ? 3 : 2))
  }

  /// In the order of their codes.
  static let all: [Department] = codes.sorted().compactMap { Department($0) }

  private static let codes: Set<String> = {
    let mainland = (1...95).filter { $0 != 20 }.map { $0 < 10 ? "0\($0)" : String($0) }
    let overseas = (971...978).map(String.init) + (986...988).map(String.init)
    return Set(mainland + ["2A", "2B"] + overseas)
  }()
}
