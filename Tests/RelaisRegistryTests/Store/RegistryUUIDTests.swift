import RelaisTestSupport
import Testing

@testable import RelaisRegistry

@Suite struct RegistryUUIDTests {
  /// Registries hold them: the digits of a hash, its version and variant set (RFC 9562).
  @Test func aKeyOfContentIsTheSameForEver() {
    #expect(
      CandidateKey.establishment(of: "node/1") == "a185046b-0dbb-8ed3-bf4a-5d790eca4ad8")
    #expect(
      RegistryUUID.derived(from: ["siret", "12345678900011"])
        == "520c5535-9e37-8fc9-af97-2b41cc836b8b")
  }

  @Test func aRandomKeyBearsItsVersionAndVariant() {
    let seed: UInt64 = 9562
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let key = RegistryUUID.random(using: &random)
      let parts = key.split(separator: "-")
      #expect(parts.map(\.count) == [8, 4, 4, 4, 12], "seed \(seed)")
      #expect(parts[2].first == "4" && "89ab".contains(parts[3].first ?? " "), "seed \(seed)")
      #expect(key.allSatisfy { $0 == "-" || "0123456789abcdef".contains($0) })
    }
  }
}
