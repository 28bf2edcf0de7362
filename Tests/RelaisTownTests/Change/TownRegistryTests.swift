import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisTestSupport
import RelaisTown
import RelaisWording
import Testing

@Suite struct TownRegistryTests {
  private let folder: TemporaryFolder
  private let registry: TownRegistry

  init() throws {
    folder = try TemporaryFolder()
    try NewTerritory(in: folder.path("ville"), name: "Ville").make(Wording(.french))
    registry = TownRegistry(
      of: try Territory(at: folder.path("ville")), SmallTown.work(.french))
  }

  private func added() throws -> Establishment {
    var new = NewEstablishment(name: "Boulangerie Martin", kind: .shop)
    new.position = Position(longitude: 6.18, latitude: 48.69)
    new.contact = ContactChange(name: "Anne Martin", phone: "0383000000")
    // Some tests need two of them.
    new.isOther = true
    var generator = SystemRandomNumberGenerator()
    let change = try registry.add(new, using: &generator)
    return try #require(change.establishment)
  }

  @Test func aChangeIsGivenBackAsItIsRecorded() throws {
    let one = try added()
    #expect(one.name == "Boulangerie Martin")
    #expect(one.state == .prospect)
    let visited = try registry.record(Visit(.yes), to: one.code)
    #expect(visited.establishment?.state == .agreed)
    let joined = try registry.join(one.code, sticker: "12")
    #expect(joined.establishment?.state == .adherent)
    #expect(try registry.establishments().map(\.state) == [.adherent])
    let left = try registry.leave(one.code)
    #expect(left.establishment?.state == .left)
    #expect(try registry.establishment(named: one.code).contacts.map(\.name) == ["Anne Martin"])
  }

  @Test func aFactThatIsSoAlreadyChangesNothing() throws {
    let one = try added()
    #expect(try registry.set([.city: .text("Nancy")], of: one.code).establishment?.id == one.id)
    #expect(try registry.set([.city: .text("Nancy")], of: one.code).establishment == nil)
  }

  @Test func theSecondHolderOfAStickerIsNoticed() throws {
    let one = try added()
    let other = try added()
    _ = try registry.set([.sticker: .text("7")], of: one.code)
    let change = try registry.set([.sticker: .text("7")], of: other.code)
    #expect(change.otherHolder?.id == one.id)
  }

  @Test func aCopyIsChecked() throws {
    _ = try added()
    try registry.backUp(to: folder.path("copy.gpkg"))
    let found = try registry.verify()
    #expect(found.problems.isEmpty)
    #expect(found.establishments == 1)
    let kept = try registry.restore(folder.path("copy.gpkg"))
    #expect(kept?.hasSuffix(".before-restore-20261120T093000000Z") == true)
    #expect(try registry.establishments().count == 1)
  }

  @Test func whoIsErasedIsInNoAnswerAnyMore() throws {
    let one = try added()
    let erasure = try registry.erase("Anne Martin")
    #expect(erasure.establishments == [one.id])
    #expect(erasure.unreachable.isEmpty)
    #expect(try registry.establishment(named: one.code).contacts.compactMap(\.name).isEmpty)
  }
}
