import CoverageEngine
import Foundation
import GRDB
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Taking back changes: what was not to be is as if it had never been, on every day, and nothing is deleted.
@Suite struct UndoTests {
  /// What a registry says of every day that matters, of contacts and of stickers.
  private struct Snapshot: Equatable {
    var days: [[Establishment]]
    var contacts: [String: [Contact]]
    var stock: Int
    var outcomes: [String]

    init(_ store: RegistryStore) throws {
      days = try ["2025-01-09", "2025-01-10", "2025-06-01", "2026-01-31", "2026-03-15"].map {
        try store.establishments(on: RegistryRig.day($0))
      }
      days.append(try store.establishments())
      contacts = try store.contacts()
      let histories = try store.histories()
      stock = StickerStock(histories, movements: try store.stickerMovements()).remaining
      outcomes = histories.flatMap(\.standing).compactMap { $0.outcome?.rawValue }.sorted()
    }
  }

  enum Change: CaseIterable, Sendable {
    case add, addWithContact, set, setInThePast, visitYes, visitClosed, callBack, join, suspend
    case leave, followUp, contact, imported, importedWithContacts, merged, recovered, edited
  }

  static let shop = RegistryRig.shop
  static let other = "22222222-2222-4222-8222-222222222222"

  private static func make(_ change: Change, _ rig: RegistryRig, _ store: RegistryStore) throws {
    let stamp = try RegistryRig.stamp()
    let today = stamp.today
    let past = RegistryWriter.Occasion(day: try RegistryRig.day("2025-03-01"))
    func write(_ body: (inout RegistryWriter) throws -> Void) throws {
      try store.write(stamp, body)
    }
    let list = "id;nom;adresse;lon;lat;contact\n"
    switch change {
    case .add:
      try write { try $0.add(id: UUID().uuidString.lowercased(), facts([.name: "Neuf"])) }
    case .addWithContact:
      try write { writer in
        let id = UUID().uuidString.lowercased()
        try writer.add(id: id, facts([.name: "Neuf"]))
        try writer.setContact(Contact(establishment: id, name: "Zélie"))
      }
    case .set:
      try write {
        try $0.set(shop, facts([.name: "Autre", .groundFloor: "yes", .address: nil]), today: today)
      }
    case .setInThePast: try write { try $0.set(shop, facts([.notes: "x"]), today: today, past) }
    case .visitYes: try write { try $0.visit(other, .yes, today: today) }
    case .visitClosed: try write { try $0.visit(shop, .closed, today: today, past) }
    case .callBack:
      try write { try $0.visit(other, .callBack, callBackOn: today, today: today) }
    case .join:
      try write {
        try $0.move(other, to: .adherent, facts([.sticker: "12", .stickerOn: "2026-03-15"]))
      }
    case .suspend: try write { try $0.move(shop, to: .suspended, [:], past) }
    case .leave: try write { try $0.move(shop, to: .left, [:], past) }
    case .followUp: try write { try $0.followUp(shop, today: today, past) }
    case .contact:
      try write { try $0.setContact(Contact(establishment: shop, phone: "0611111111")) }
    case .imported:
      let text = "id;nom;adresse;lon;lat\n1;Un;1 rue U;6,1;48,1\n2;Deux;2 rue D;6,2;48,2\n"
      try rig.importFile(text, into: store)
    case .importedWithContacts:
      // The base list again, with another note for the shop it brought, and a contact.
      try rig.importFile(
        list + "7;Liste;7 rue L;6,17;48,67;Paul\n8;Huit;8 rue H;6,1;48,1;Eve\n", into: store)
    case .merged: try write { _ = try $0.merge(shop, with: other) }
    case .recovered:
      try write { writer in
        let event = try writer.record(.changed, of: shop, [.sticker: nil])
        try writer.moveStickers(.recovered, 1, with: event)
      }
    case .edited:
      try DatabaseQueue(path: rig.path).writeWithoutTransaction { database in
        for (name, function) in [
          ("ST_IsEmpty", 0.0), ("ST_MinX", 6.18), ("ST_MaxX", 6.18), ("ST_MinY", 48.69),
          ("ST_MaxY", 48.69),
        ] {
          database.add(function: DatabaseFunction(name, argumentCount: 1) { _ in function })
        }
        try database.execute(
          sql: "UPDATE establishments SET name = 'QGIS', notes = 'vu' WHERE uuid = ?",
          arguments: [shop])
      }
      try store.write(stamp) { _ in }
    }
  }

  private static func base(_ rig: RegistryRig) throws -> RegistryStore {
    let store = try rig.withShop()
    try store.write(try RegistryRig.stamp("2025-01-20")) { writer in
      try writer.add(
        id: other,
        facts([
          .name: "Librairie", .kind: "shop", .position: "6.19 48.68", .address: "2 rue B",
          .siret: "40483304800022", .city: "Ville",
        ]))
      try writer.set(shop, facts([.sticker: "5"]), today: writer.stamp.today)
      try writer.moveStickers(.bought, 100)
      try writer.setContact(Contact(establishment: shop, name: "Anne", phone: "0600000000"))
    }
    try rig.importFile(
      "id;nom;adresse;lon;lat\n7;Liste;7 rue L;6,17;48,67\n", into: store, today: "2025-01-30")
    return store
  }

  @Test(arguments: Change.allCases)
  func whatWasTakenBackIsAsIfItHadNotBeen(change: Change) throws {
    let rig = try RegistryRig()
    let store = try Self.base(rig)
    let before = try Snapshot(store)
    let count = try store.histories().flatMap(\.events).count
    try Self.make(change, rig, store)
    let after = try Snapshot(store)
    #expect(after != before)
    let recorded = try store.histories().flatMap(\.events).count

    let stamp = try RegistryRig.stamp("2026-03-20")
    try store.write(stamp) { _ = try $0.undo(.last) }
    #expect(try Snapshot(store) == before)
    #expect(try RegistryVerification.problems(of: store) == [])
    // The change and its taking back are in the history.
    #expect(recorded > count)
    #expect(try store.histories().flatMap(\.events).count > recorded)

    try store.write(stamp) { _ = try $0.undo(.last) }
    #expect(try Snapshot(store) == after)
    try store.write(stamp) { _ = try $0.undo(.last) }
    #expect(try Snapshot(store) == before)
    #expect(try RegistryVerification.problems(of: store) == [])
  }

  @Test func laterChangesOfOtherFactsStayAndThoseOfTheSameKeepTheirValue() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    let stamp = try RegistryRig.stamp()
    func set(_ texts: [EstablishmentField: String?], _ day: String) throws -> Int64 {
      let occasion = RegistryWriter.Occasion(day: try RegistryRig.day(day))
      return try store.write(stamp) { writer in
        try #require(try writer.set(Self.shop, facts(texts), today: stamp.today, occasion)).sequence
      }
    }
    let wrong = try set([.notes: "faux", .category: "Faux"], "2026-02-01")
    _ = try set([.category: "Vrai"], "2026-02-10")
    _ = try set([.openingHours: "Mo-Fr 09:00-18:00"], "2026-02-20")
    let undone = try store.write(stamp) { try $0.undo(.event(wrong)) }
    let effect = try #require(undone.effects.first)
    #expect(effect.kept == [.category])
    #expect(effect.before?.text(.notes) == "faux")
    let now = try #require(try store.establishments().first)
    #expect(now.text(.notes) == nil && now.text(.category) == "Vrai")
    #expect(now.openingHours == "Mo-Fr 09:00-18:00")
    let then = try #require(try store.establishments(on: RegistryRig.day("2026-02-05")).first)
    #expect(then.text(.category) == nil)
    #expect(throws: RegistryError.alreadyUndone(.event(wrong), by: undone.number)) {
      try store.write(stamp) { _ = try $0.undo(.event(wrong)) }
    }
    #expect(throws: RegistryError.unknownChange("99")) {
      try store.write(stamp) { _ = try $0.undo(.event(99)) }
    }
  }

  @Test func whatALaterChangeNeedsIsRefusedWithItsName() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let stamp = try RegistryRig.stamp()
    #expect(throws: RegistryError.nothingToUndo) {
      try store.write(stamp) { _ = try $0.undo() }
    }
    try store.write(stamp) { try $0.add(id: Self.shop, facts([.name: "A", .kind: "shop"])) }
    try store.write(stamp) { _ = try $0.move(Self.shop, to: .adherent) }
    try store.write(stamp) { _ = try $0.move(Self.shop, to: .suspended) }
    func blocking(_ number: Int64) throws -> [Int64] {
      do {
        try store.write(stamp) { _ = try $0.undo(.event(number)) }
        return []
      } catch {
        guard case .undoBlocked(_, let blocks) = error as? RegistryError else { throw error }
        return blocks.flatMap(\.events).map(\.sequence)
      }
    }
    let before = try store.histories()
    // A prospect cannot be suspended; nothing can be done to what was never added.
    #expect(try blocking(2) == [3])
    #expect(try blocking(1) == [2, 3])
    #expect(try store.histories() == before)
    #expect(try blocking(3) == [])
    #expect(try blocking(2) == [])
    #expect(try blocking(1) == [])
    #expect(try store.establishments().isEmpty)
    #expect(try RegistryVerification.problems(of: store) == [])
    // It can be added anew under its own key, and what was taken back stays so.
    try store.write(stamp) { try $0.add(id: Self.shop, facts([.name: "A", .kind: "shop"])) }
    #expect(try store.establishments().map(\.state) == [.prospect])
  }

  @Test func aWholeImportIsTakenBackButForWhatWasChangedSince() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let text = "id;nom;adresse;lon;lat\n1;Un;1 rue U;6,1;48,1\n2;Deux;2 rue D;6,2;48,2\n"
    let first = try rig.importFile(text, into: store)
    #expect(first.list == .init(number: 1, firstEvent: 1, file: "adherents.csv"))
    // The same again records nothing, and so is no import.
    #expect(try rig.importFile(text, into: store).list == nil)
    let stamp = try RegistryRig.stamp()
    let two = try store.history(named: "Deux").id
    let note = try store.write(stamp) {
      try #require(try $0.set(two, facts([.notes: "vu"]), today: stamp.today)).sequence
    }
    let undone = try store.write(stamp) { try $0.undo(.file("autre/Adherents.CSV")) }
    #expect(try store.establishments().map(\.name) == ["Deux"])
    #expect(undone.left.map(\.establishment.name) == ["Deux"])
    #expect(undone.left.flatMap(\.events).map(\.sequence) == [note])
    try store.write(stamp) { _ = try $0.undo(.event(note)) }
    try store.write(stamp) { _ = try $0.undo(.list(1)) }
    #expect(try store.establishments().isEmpty)
    // The list is taken anew, as if for the first time.
    let again = try rig.importFile(text, into: store)
    #expect(again.added.count == 2 && again.list?.number == 2)
    #expect(try RegistryVerification.problems(of: store) == [])
    // One row of it alone.
    let event = try #require(try store.history(named: "Un").standing.first).sequence
    try store.write(stamp) { _ = try $0.undo(.event(event)) }
    #expect(try store.establishments().map(\.name) == ["Deux"])
    #expect(try store.histories().flatMap(\.events).filter { $0.kind == .undone }.count == 4)
  }

  @Test func anErasedPersonDoesNotComeBack() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    let stamp = try RegistryRig.stamp()
    for (name, phone) in [("Zélie Canari", "0600000001"), ("Paul Serin", "0600000002")] {
      try store.write(stamp) {
        try $0.setContact(Contact(establishment: Self.shop, name: name, phone: phone))
      }
    }
    // The one before is kept for the way back, and known to those who ask.
    let held = try PersonalData.holdings(named: "Zélie Canari", in: store).contacts
    #expect(held.map(\.phone) == ["0600000001"])
    _ = try PersonalData.erase("Zélie Canari", in: store, stamp: stamp)
    #expect(try store.contacts()[Self.shop]?.map(\.name) == ["Paul Serin"])
    let last = try #require(try store.acts().last)
    #expect(throws: RegistryError.contactNotKept(last.handle)) {
      try store.write(stamp) { _ = try $0.undo() }
    }
    // Paul's coming taken back, nobody is left: she was erased.
    try store.write(stamp) { _ = try $0.undo(.event(3)) }
    #expect(try store.contacts().isEmpty)
    let bytes = try Data(rig.folder.read("registry.gpkg"))
    #expect(!bytes.contains(Data("Canari".utf8)))
    try store.write(stamp) { _ = try $0.undo(.last) }
    #expect(try store.contacts()[Self.shop]?.map(\.name) == ["Paul Serin"])
  }

  /// A step of a random history, which can be done again without another.
  private enum Step {
    case set(Int, EstablishmentField, CalendarDay)
    case followUp(Int, CalendarDay)
    case contact(Int)
    case list
    case callBack(Int, CalendarDay)
  }

  private static func replay(
    _ steps: [Step], without skipped: Set<Int>, _ rig: RegistryRig
  ) throws -> (store: RegistryStore, handles: [Int: UndoTarget]) {
    let store = try rig.open()
    func list(_ step: Int) -> String {
      "id;nom;état;adresse;lon;lat;note;catégorie;contact\n"
        + (1...4).map {
          "\($0);Shop \($0);adherent;\($0) rue S;6,\($0);48,\($0);note \(step);c\(step);P\(step)\n"
        }.joined()
    }
    try rig.importFile(list(0), into: store, today: "2025-01-01")
    let ids = try store.establishments().map(\.id)
    var handles: [Int: UndoTarget] = [:]
    for (number, step) in steps.enumerated() where !skipped.contains(number) {
      let stamp = try RegistryRig.stamp("2026-01-02")
      func occasion(_ day: CalendarDay) -> RegistryWriter.Occasion { .init(day: day) }
      switch step {
      case .set(let shop, let field, let day):
        try store.write(stamp) {
          _ = try $0.set(
            ids[shop], facts([field: "v\(number)"]), today: stamp.today, occasion(day))
        }
      case .followUp(let shop, let day):
        try store.write(stamp) { try $0.followUp(ids[shop], today: stamp.today, occasion(day)) }
      case .contact(let shop):
        try store.write(stamp) {
          try $0.setContact(Contact(establishment: ids[shop], name: "C\(number)"))
        }
      case .list: try rig.importFile(list(number + 1), into: store, today: "2026-01-02")
      case .callBack(let shop, let day):
        let call = try #require(CalendarDay(year: 2027, month: 1, day: number + 1))
        try store.write(stamp) {
          try $0.visit(
            ids[shop], .callBack, callBackOn: call, today: stamp.today, occasion(day))
        }
      }
      handles[number] = try #require(try store.acts().last).handle
    }
    return (store, handles)
  }

  @Test(arguments: 1...12) func takingBackIsDoingAllElseAgain(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    func day() throws -> CalendarDay {
      try #require(
        CalendarDay(
          year: 2025, month: Int.random(in: 1...12, using: &random),
          day: Int.random(in: 2...5, using: &random)))
    }
    let fields: [EstablishmentField] = [.notes, .category, .openingHours, .address]
    let steps = try (0..<14).map { _ -> Step in
      let shop = Int.random(in: 0..<4, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: return .followUp(shop, try day())
      case 1: return .contact(shop)
      case 2: return .list
      case 3: return .callBack(shop, try day())
      default: return .set(shop, try #require(fields.randomElement(using: &random)), try day())
      }
    }
    let all = try RegistryRig()
    let (store, handles) = try Self.replay(steps, without: [], all)
    var skipped = Set<Int>()
    // Taken back in any order, some of it brought back in between.
    for _ in 0..<6 {
      let number = Int.random(in: 0..<steps.count, using: &random)
      guard skipped.insert(number).inserted, let handle = handles[number] else { continue }
      let stamp = try RegistryRig.stamp("2026-01-03")
      let undone = try store.write(stamp) { try $0.undo(handle) }
      if Bool.random(using: &random) {
        try store.write(stamp) { _ = try $0.undo(.event(undone.number)) }
        skipped.remove(number)
      }
    }
    let rig = try RegistryRig()
    let (other, _) = try Self.replay(steps, without: skipped, rig)
    for month in 1...12 {
      for number in [1, 2, 3, 4, 5, 6] {
        let day = try #require(CalendarDay(year: 2025, month: month, day: number))
        #expect(
          try store.establishments(on: day) == other.establishments(on: day),
          "seed \(seed), \(day.iso), without \(skipped.sorted())")
      }
    }
    #expect(try store.establishments() == other.establishments())
    #expect(try store.contacts() == other.contacts(), "seed \(seed), without \(skipped.sorted())")
    #expect(try RegistryVerification.problems(of: store) == [])
  }
}
