import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Whom somebody is about to add once more.
@Suite struct ProbableDoubleTests {
  private func one(_ texts: [EstablishmentField: String], id: String = "a") -> Establishment {
    Establishment(id: id, texts: texts)
  }

  private func reasons(
    _ new: [EstablishmentField: String], _ known: [EstablishmentField: String],
    phone: String? = nil, knownPhone: String? = nil
  ) -> [ProbableDouble.Reason] {
    ProbableDouble.all(
      of: one(new, id: ""), phone: phone, among: [one(known)],
      phones: knownPhone.map { ["a": [$0]] } ?? [:]
    ).flatMap(\.reasons)
  }

  @Test func theSameNameIsOneUnlessPlacesTellThemApart() {
    let post: [EstablishmentField: String] = [.name: "La Poste", .address: "1 rue A"]
    #expect(reasons([.name: "la poste"], post) == [.name])
    #expect(reasons([.name: "LA POSTE", .address: "1, Rue A"], post) == [.name])
    #expect(reasons([.name: "La Poste", .address: "2 rue A"], post) == [])
    #expect(reasons([.name: "La Poste", .city: "Ici"], [.name: "La Poste", .city: "Là"]) == [])
    // 40 m and 80 m of latitude.
    let here: [EstablishmentField: String] = [.name: "La Poste", .position: "6 48"]
    #expect(reasons([.name: "La Poste", .position: "6 48.00036"], here) == [.name])
    #expect(reasons([.name: "La Poste", .position: "6 48.00072"], here) == [])
    // A letter is off, at the same place alone.
    #expect(reasons([.name: "La Post", .address: "1 rue A"], post) == [.name])
    #expect(reasons([.name: "La Post"], post) == [])
  }

  @Test func numbersOfOneAreEnough() {
    let siret = "40483304800022"
    #expect(reasons([.name: "A", .siret: siret], [.name: "B", .siret: siret]) == [.siret])
    #expect(
      reasons([.name: "A"], [.name: "B"], phone: "+33 6 11 22 33 44", knownPhone: "0611223344")
        == [.phone])
    #expect(reasons([.name: "A"], [.name: "B"], phone: "12", knownPhone: "0612") == [])
  }

  @Test func oneAddressHoldsSeveralShops() {
    let bakery: [EstablishmentField: String] = [
      .name: "Boulangerie Martin", .address: "1 rue A", .postcode: "54000",
    ]
    #expect(reasons([.name: "Pharmacie", .address: "1 rue A"], bakery) == [])
    #expect(reasons([.name: "Chez Martin", .address: "1 rue A"], bakery) == [.address])
    #expect(
      reasons([.name: "Chez Martin", .address: "1 rue A", .postcode: "57000"], bakery) == [])
  }

  @Test(arguments: [
    ("cafe", "cafe", true), ("cafe", "cave", true), ("cafe", "caffe", true), ("cafe", "caf", true),
    ("cafe", "acfe", true), ("cafe", "fcae", false), ("cafe", "cavee", false), ("", "a", true),
    ("", "ab", false), ("ab", "ba", true), ("abcd", "abdce", false),
  ]) func oneLetterOff(a: String, b: String, isOff: Bool) {
    #expect(OneLetter.isOff(a, b) == isOff)
    #expect(OneLetter.isOff(b, a) == isOff)
    #expect((OneLetter.distance(a, b) <= 1) == isOff)
  }

  @Test func oneLetterOffIsADistanceOfOne() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<3000 {
      func word() -> String {
        String(
          (0..<Int.random(in: 0...5, using: &random)).map { _ in
            "abc".randomElement(using: &random) ?? "a"
          })
      }
      let (a, b) = (word(), word())
      #expect(OneLetter.isOff(a, b) == (OneLetter.distance(a, b) <= 1), "\(a) \(b)")
    }
  }
}
