import CoverageEngine
import Foundation
import RelaisRegistry
import RelaisTestSupport
import Testing

/// Commands that write the registry, cut at any call that changes a file, or told that it failed.
@Suite struct WritingCommandCutsTests {
  /// The tests may well go on past midnight: what holds since they began holds from today.
  private static func shown(_ day: CalendarDay) -> String { day.number < began ? day.iso : "today" }

  /// The day before, wherever on earth, as a number.
  private static let began = Int(Date().timeIntervalSince1970 / 86_400) - 1

  /// What is known, whoever recorded it and when.
  private static func known(in folder: TemporaryFolder) throws -> [String] {
    let path = folder.path("registry.gpkg")
    guard try RegistryStore.exists(at: path) else { return [] }
    let store = try RegistryStore(path: path, for: .reading)
    defer { store.close() }
    #expect(try RegistryVerification.problems(of: store) == [])
    return try store.histories().map { history in
      let events = history.events.map { event in
        let changes = event.changes.sorted { $0.key.rawValue < $1.key.rawValue }
          .map { field, value in
            if case .day(let day) = value { return "\(field): \(shown(day))" }
            return "\(field): \(value.map { "\($0)" } ?? "-")"
          }
        return "\(event.kind) \(shown(event.holdsFrom)) \(changes.joined(separator: ", "))"
      }
      return events.joined(separator: "; ")
    }.sorted() + store.acts().flatMap(\.events).compactMap(\.use).map { "\($0)" }
  }

  /// A shop that may join and one that has.
  private func town() throws -> RegistryTown {
    let town = try RegistryTown()
    try town.relais("adherents", "add", "Pivot", "--kind", "shop", "--lon", "6.2", "--lat", "48.7")
    try town.relais("adherents", "add", "Membre", "--kind", "shop", "--lon", "6.1", "--lat", "48.6")
    try town.relais("adherents", "join", "membre")
    _ = try town.spreadsheet(3)
    let answers = """
      {"schema":"relais.answers/1","answers":[
      {"id":"00000000-0000-4000-8000-000000000001","place":"?","at":"2026-01-05T10:00","outcome":"no"},
      {"id":"00000000-0000-4000-8000-000000000002","new":{"name":"Lac","kind":"shop"},
      "at":"2026-01-05T10:00","outcome":"yes"}]}
      """
    try town.folder.write(answers.utf8, "reponses.json")
    return town
  }

  private static let commands = [
    ["adherents", "import", "Shop.csv"],
    ["adherents", "add", "Neuf", "--kind", "shop", "--lon", "6.18", "--lat", "48.69"],
    ["adherents", "visit", "pivot", "--outcome", "yes"],
    ["adherents", "join", "pivot", "--sticker", "7"],
    ["adherents", "suspend", "membre", "--reason", "travaux"],
    ["adherents", "leave", "membre"],
    ["adherents", "follow-up", "membre"],
    ["adherents", "set", "membre", "notes=neuf"],
    ["adherents", "stickers", "--bought", "5"],
    [
      "adherents", "sheltered", "--hour", "16", "--outcome", "parent-called", "--date",
      "2026-01-05",
    ],
    ["adherents", "undo"],
    ["adherents", "merge", "membre", "pivot"],
    ["adherents", "answers", "reponses.json"],
  ]

  @Test(.needs(.strace), arguments: commands)
  func whatWasSaidToBeDoneIsThereAndNothingIsHalfThere(command: [String]) throws {
    let town = try town()
    let before = try Self.known(in: town.folder)
    let cuts = try Cuts(of: command, in: town.folder)
    let whole = try Cuts.copy(of: town.folder)
    _ = try Tool.run(command, in: whole)
    let after = try Self.known(in: whole)
    #expect(before != after && cuts.count > 10)
    for blow in Cuts.Blow.allCases {
      try cuts.atEach(blow) { cut, folder, at in
        let at = "\(command) \(blow) \(at): \(cut.status) \(cut.output)\(cut.errors)"
        if blow != .kill { #expect(!cut.isKilled && [0, 1].contains(cut.status), "\(at)") }
        let left = try Self.known(in: folder)
        #expect(left == before || left == after, "\(at)")
        if cut.status == 0, !cut.isKilled { #expect(left == after, "\(at)") }
        if !cut.output.isEmpty { #expect(left == after, "\(at)") }
        // What was not done is done by asking again, and nothing lies about.
        if left == before {
          let again = try Tool.run(command, in: folder)
          #expect(again.status == 0, "\(at)\(again.errors)")
          #expect(try Self.known(in: folder) == after, "\(at)")
        }
        let expected = try town.folder.names
        // The cache may be deleted at any time.
        #expect(
          try folder.names.filter { !expected.contains($0) && $0 != "cache" } == [], "\(at)")
      }
    }
  }

  @Test(.needs(.strace), arguments: Cuts.Blow.allCases)
  func aRegistryOfAnEarlierProgramIsMigratedOrAsItWas(blow: Cuts.Blow) throws {
    let folder = try TemporaryFolder()
    try folder.write("name: Ville\n".utf8, "relais.yml")
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    try FileManager.default.copyItem(
      atPath: root.appendingPathComponent("PastRegistries/1-establishments.gpkg").path,
      toPath: folder.path("registry.gpkg"))
    let command = ["adherents", "set", "boulangerie", "notes=neuf"]
    try Cuts(of: command, in: folder).atEach(blow) { cut, folder, at in
      let at = "\(blow) \(at): \(cut.status) \(cut.output)\(cut.errors)"
      if blow != .kill { #expect(!cut.isKilled && [0, 1].contains(cut.status), "\(at)") }
      #expect(try Tool.run(command, in: folder).status == 0, "\(at)")
      let known = try Self.known(in: folder)
      #expect(known.count == 2 && known.count { $0.contains("neuf") } == 1, "\(at)")
      #expect(try folder.names.allSatisfy { !$0.hasSuffix(".tmp") }, "\(at)")
      for copy in try folder.names where copy.hasPrefix("registry.gpkg.before-") {
        let copied = try RegistryStore(path: folder.path(copy), for: .reading)
        #expect(try copied.histories().count == 2, "\(at)")
        copied.close()
      }
    }
  }

  @Test(.needs(.strace), arguments: Cuts.Blow.allCases)
  func aBackupIsWholeOrNotThere(blow: Cuts.Blow) throws {
    let town = try town()
    let known = try Self.known(in: town.folder)
    let command = ["backup", "copie.gpkg"]
    try Cuts(of: command, in: town.folder).atEach(blow) { cut, folder, at in
      let at = "\(blow) \(at): \(cut.status) \(cut.output)\(cut.errors)"
      if blow != .kill { #expect(!cut.isKilled && [0, 1].contains(cut.status), "\(at)") }
      let isThere = try folder.names.contains("copie.gpkg")
      if cut.status == 0, !cut.isKilled { #expect(isThere, "\(at)") }
      #expect(try Self.known(in: folder) == known, "\(at)")
      if isThere {
        let copy = try RegistryStore(path: folder.path("copie.gpkg"), for: .reading)
        #expect(try RegistryVerification.problems(of: copy) == [], "\(at)")
        #expect(try copy.histories().count == known.count, "\(at)")
        copy.close()
        try FileManager.default.removeItem(atPath: folder.path("copie.gpkg"))
      }
      #expect(try Tool.run(command, in: folder).status == 0, "\(at)")
      #expect(try folder.names.allSatisfy { !$0.hasSuffix(".tmp") }, "\(at)")
    }
  }
}
