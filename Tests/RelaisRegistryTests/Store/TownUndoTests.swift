import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// The taking back of what is of no establishment: stickers bought and lost, children sheltered.
@Suite struct TownUndoTests {
  private static let sheltering = Sheltering(
    day: CalendarDay(year: 2026, month: 3, day: 12)!, band: .afterSchool, outcome: .parentCalled)

  private func stock(_ store: RegistryStore) throws -> [Int] {
    let stock = StickerStock(try store.histories(), movements: try store.stickerMovements())
    return [stock.bought, stock.lost, stock.remaining]
  }

  @Test func theLastChangeIsTakenBackWhateverItsKind() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    try store.write(try RegistryRig.stamp()) { try $0.moveStickers(.bought, 100) }
    try store.write(try RegistryRig.stamp()) {
      try $0.moveStickers(.bought, 20)
      try $0.moveStickers(.lost, 3)
    }
    try store.write(try RegistryRig.stamp()) { try $0.record(Self.sheltering) }
    let histories = try store.histories()
    #expect(try stock(store) == [120, 3, 117])
    #expect(try store.shelterings() == [Self.sheltering])
    #expect(try store.acts().map(\.events.count) == [1, 1, 2, 1])

    var numbers: [Int64] = []
    numbers.append(try store.write(try RegistryRig.stamp()) { try $0.undo().number })
    #expect(try store.shelterings().isEmpty)
    // That of both movements at once.
    let second = try #require(try store.acts().dropFirst(2).first)
    numbers.append(
      try store.write(try RegistryRig.stamp()) { try $0.undo(.event(second.number)).number })
    #expect(try stock(store) == [100, 0, 100])
    #expect(throws: RegistryError.alreadyUndone(second.handle, by: numbers[1])) {
      try store.write(try RegistryRig.stamp()) { try $0.undo(.event(second.number)) }
    }
    // Taking back is itself taken back.
    for number in numbers {
      try store.write(try RegistryRig.stamp()) { _ = try $0.undo(.event(number)) }
    }
    #expect(try stock(store) == [120, 3, 117])
    #expect(try store.shelterings() == [Self.sheltering])
    #expect(try store.histories() == histories)
    #expect(try store.acts().count == 8)
    #expect(try RegistryVerification.problems(of: store) == [])
  }

  @Test func theHourOfAShelteringIsKeptNowhere() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    try store.write(try RegistryRig.stamp()) { try $0.record(Self.sheltering) }
    let event = try #require(try store.acts().first?.events.first)
    #expect(event.recordedAt == "2026-03-15T00:00:00.000Z")
    #expect(event.establishment.isEmpty && event.changes.isEmpty)
    #expect(try store.histories().isEmpty)
  }
}
