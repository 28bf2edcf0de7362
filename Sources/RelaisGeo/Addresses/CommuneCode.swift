/// INSEE codes of communes, as people and publishers write them.
package enum CommuneCode {
  /// Corsica's with its capital letter: `2a004` is `2A004`.
  package static func canonical(_ code: String) -> String { code.uppercased() }

  /// The arrondissements of a whole city, which address bases and registers know it by; `nil` for another
  /// commune.
  package static func arrondissements(of code: String) -> [String]? {
    cities.first { $0.code == code }?.parts.map { String($0) }
  }

  /// The whole city an arrondissement is of.
  package static func city(of code: String) -> String? {
    guard let number = Int(code) else { return nil }
    return cities.first { $0.parts.contains(number) }?.code
  }

  private static let cities: [(code: String, parts: ClosedRange<Int>)] = [
    ("75056", 75_101...75_120), ("69123", 69_381...69_389), ("13055", 13_201...13_216),
  ]
}
