public import CoverageEngine
import Foundation
import GRDB
public import RelaisGeo

/// The registry of a territory: one valid GeoPackage that QGIS opens, and never loses a record.
///
/// Changes are events; the rows of the layer `establishments` are what the events add up to. Every
/// write is one transaction begun at once, in a rollback journal forced to the disk
/// (`journal_mode=DELETE`, `synchronous=FULL`): one file to copy, and a change that was
/// acknowledged is there whatever happens next.
public final class RegistryStore: Sendable {
  public enum Access: Sendable {
    case reading
    /// Reading, whatever is missing of what can be made again; for `verify`.
    case checking
    case writing
    /// Writing, and making the file if it does not exist.
    case creating
  }

  /// The path errors name.
  public let path: String
  let queue: DatabaseQueue
  /// Where positions other programs change must lie; asked only when one did.
  let area: @Sendable () -> Envelope?
  /// What a program that goes on knows of the file.
  private let left: RegistryAsLeft?

  /// Opens a registry and checks the fast part of what `verify` checks.
  ///
  /// For writing, a file of an older program is copied, the copy checked, then migrated.
  ///
  /// - Parameters:
  ///   - area: Where positions should lie, if that is known: edits of other programs beyond are put
  ///     back. Asked when there is one to judge, in the middle of a write.
  ///   - patience: Seconds to wait for another program that writes.
  ///   - pageLimit: The most pages the file may have; only tests set it.
  /// - Throws: ``RegistryError``.
  public convenience init(
    path: String, for access: Access, within area: @escaping @Sendable () -> Envelope? = { nil },
    patience: Double = 30, pageLimit: Int? = nil
  ) throws(RegistryError) {
    try self.init(
      path: path, for: access, left: nil, within: area, patience: patience,
      pageLimit: pageLimit)
  }

  /// The same in a program that opens the file often.
  ///
  /// - Parameter left: What the program knows of the file; as long as it is as the last change left it, it is not
  ///   checked again.
  package init(
    path: String, for access: Access, left: RegistryAsLeft?,
    within area: @escaping @Sendable () -> Envelope?, patience: Double = 30,
    pageLimit: Int? = nil
  ) throws(RegistryError) {
    self.path = path
    self.area = area
    self.left = left
    // An absolute or ./ path cannot be taken for a URI.
    let plain = path.hasPrefix("/") ? path : "./" + path
    let isThere = try RegistryFile.hasContent(path)
    if !isThere, access != .creating { throw .missing(file: path) }
    do {
      if !isThere {
        try RegistryFile.make(path) { aside in
          let made = try DatabaseQueue(
            path: aside, configuration: RegistryConnection.configuration(pageLimit: pageLimit))
          try RegistryMigrator.create(made)
          try made.close()
        }
      }
      queue = try DatabaseQueue(
        path: plain,
        configuration: RegistryConnection.configuration(
          patience: patience, pageLimit: pageLimit))
    } catch {
      throw RegistryFailure.error(error, file: path)
    }
    do {
      try RegistryMigrator.check(queue, file: path, for: access)
      if access == .writing || access == .creating {
        if left?.isStill(path) != true {
          try RegistryVerification.refuseDamage(in: queue, file: path)
        }
        try RegistryMigrator.migrate(queue, file: path)
        RegistryFile.close(path)
      }
    } catch {
      try? queue.close()
      throw RegistryFailure.error(error, file: path)
    }
  }

  /// An empty registry that is nowhere on the disk, for rehearsals.
  ///
  /// - Parameter area: As for a file.
  public init(
    within area: @escaping @Sendable () -> Envelope? = { nil }
  ) throws(RegistryError) {
    path = ":memory:"
    self.area = area
    left = nil
    do {
      queue = try DatabaseQueue(configuration: RegistryConnection.configuration())
      try RegistryMigrator.create(queue)
      try RegistryMigrator.check(queue, file: path, for: .writing)
    } catch {
      throw RegistryFailure.error(error, file: ":memory:")
    }
  }

  /// Whether there is a registry at a path.
  public static func exists(at path: String) throws(RegistryError) -> Bool {
    try RegistryFile.hasContent(path)
  }

  /// Whether a path leads to this registry's own file.
  package func isFile(_ path: String) -> Bool { RegistryFile.isSame(self.path, path) }

  /// The name of the last step of the schema the file went through: `4-map-sightings`.
  package func schemaStep() throws(RegistryError) -> String? {
    try read { try RegistryMigrator.applied($0).last }
  }

  /// Whether an erasure was cut short, and is to be finished.
  package var isErasureUnfinished: Bool { ErasureMark(beside: path).isThere }

  /// Whether the file holds contacts and may be read by others than its owner, and those its owner shares it with.
  package func isOpenToOthers() throws(RegistryError) -> Bool {
    guard RegistryFile.isOpen(path) else { return false }
    return try read { try ContactRecord.all($0).contains { !$0.isEmpty } }
  }

  /// Ends the connection; the file is then whole by itself.
  public func close() { try? queue.close() }

  /// Whether a position lies where no relay of the territory should; `false` where this is unknown.
  public func isOutside(_ position: Position) -> Bool {
    area().map { !$0.contains(position) } ?? false
  }

  /// Reads one state of the registry.
  func read<Value>(_ body: (Database) throws -> Value) throws(RegistryError) -> Value {
    do { return try queue.read(body) } catch { throw RegistryFailure.error(error, file: path) }
  }

  /// All establishments as they are, or as they were at the end of a day; by name, then by id.
  public func establishments(
    on day: CalendarDay? = nil
  ) throws(RegistryError) -> [Establishment] {
    try histories().compactMap { $0.establishment(on: day) }.map { ($0.foldedName, $0) }
      .sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map(\.1)
  }

  /// Every establishment's events, by id.
  public func histories() throws(RegistryError) -> [EstablishmentHistory] {
    try read { try EventRecord.histories($0) }
  }

  /// What other programs changed in the file and was put back, the latest first.
  public func refusedEdits(limit: Int) throws(RegistryError) -> [RefusedEdit] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT establishment, field, value, reason, recorded_at FROM rejected_edits
          ORDER BY id DESC LIMIT ?
          """, arguments: [limit]
      ).map { row in
        RefusedEdit(
          edit: RegistryEdit(
            establishment: row.text(0) ?? "",
            field: row.text(1).flatMap { EstablishmentField(rawValue: $0) },
            refusal: row.text(3).flatMap { RegistryEdit.Refusal(rawValue: $0) }),
          value: row.text(2), recordedAt: row.text(4) ?? "")
      }
    }
  }

  /// Contacts, by establishment.
  public func contacts() throws(RegistryError) -> [String: [Contact]] {
    try read { Dictionary(grouping: try ContactRecord.all($0), by: \.establishment) }
  }

  /// Those of one establishment.
  package func contacts(of id: String) throws(RegistryError) -> [Contact] {
    try read { try ContactRecord.all($0, of: id) }
  }

  /// Stickers that moved otherwise than to an establishment, by kind.
  public func stickerMovements() throws(RegistryError) -> [StickerStock.Movement: Int] {
    try read { try UseRecord.stickerMovements($0) }
  }

  /// The times a relay sheltered a child, in the order they were recorded.
  public func shelterings() throws(RegistryError) -> [Sheltering] {
    try read { database in
      try UseRecord.shelterings(
        database, standing: Set(EventRecord.all(database).town.standing.map(\.sequence)))
    }
  }

  /// The runs kept, in the order they were recorded.
  public func runs() throws(RegistryError) -> [RunRecord] {
    try read { try RunTables.all($0) }
  }

  /// The streets to cover that runs knew, by day: each of the days until the next one.
  package func streetMaps() throws(RegistryError) -> [StreetMapRecord] {
    try read { try StreetMapRecord.all($0) }
  }

  /// What each establishment was last seen to be on the map, in the order of their first sightings.
  public func sightings() throws(RegistryError) -> [MapSighting] {
    try read { try SightingRecord.all($0) }
  }

  /// Answers of rounds, in the order in which they first came.
  package func answers() throws(RegistryError) -> [KeptAnswer] {
    try read { try AnswerTable.all($0) }
  }

  /// The establishment people mean by a code or the start of one, the identifier of the candidate it was taken up
  /// as, its number in a list, a SIRET, a name, a telephone, a sticker, or words of its name and address.
  ///
  /// - Throws: ``RegistryError/unknownCode(_:nearest:)``, ``RegistryError/ambiguousCode(_:candidates:)``;
  ///   ``RegistryError/guessedCode(_:_:)`` for a name with a wrong letter, by which nothing is written.
  public func history(named text: String) throws(RegistryError) -> EstablishmentHistory {
    try RegistryStore.history(named: text, histories(), numbers: listNumbers()) {
      () throws(RegistryError) in try contacts()
    }.history
  }

  /// The same for who only reads: a name may have a wrong letter, which is then told.
  package func guess(
    named text: String
  ) throws(RegistryError) -> (history: EstablishmentHistory, isGuess: Bool) {
    try RegistryStore.history(named: text, histories(), numbers: listNumbers(), mayGuess: true) {
      () throws(RegistryError) in try contacts()
    }
  }

  /// The establishments that lists gave numbers, by number.
  func listNumbers() throws(RegistryError) -> [String: String] {
    try read { try ListNumberRecord.all($0) }
  }

  /// Finds establishments by what people type.
  public func search() throws(RegistryError) -> EstablishmentSearch {
    EstablishmentSearch(try histories(), contacts: try contacts(), numbers: try listNumbers())
  }

  /// All changes, in the order in which they were recorded.
  public func acts() throws(RegistryError) -> [RegistryAct] {
    try read { database in
      let (histories, town) = try EventRecord.all(database)
      return RegistryAct.all(histories + [town], lists: try EventRecord.lists(database))
    }
  }

  /// Does some changes, all or none.
  ///
  /// Rows another program changed since are first taken as events or put back
  /// (``RegistryWriter/edits``).
  ///
  /// - Throws: ``RegistryError``; nothing was then changed.
  @discardableResult
  public func write<Value>(
    _ stamp: RegistryStamp, _ body: (inout RegistryWriter) throws -> Value
  ) throws(RegistryError) -> Value {
    do {
      var result: Value?
      try queue.writeWithoutTransaction { database in
        var version = 0
        try database.inTransaction(.immediate) {
          version = try RegistryAsLeft.version(database)
          var writer = try RegistryWriter(database: database, stamp: stamp, area: area)
          result = try body(&writer)
          try writer.finish()
          return .commit
        }
        // The change is made: what fails here is tried again by the next.
        try? left?.note(path, database, since: version)
      }
      guard let result else { throw RegistryError.busy(file: path) }
      return result
    } catch {
      throw RegistryFailure.error(error, file: path)
    }
  }

  /// Does some changes and takes them all back.
  ///
  /// - Parameter writesRows: Whether they are written meanwhile, for what reads them back. Histories alone tell what an
  ///   import would do, in a fraction of the time.
  package func rehearse(
    _ stamp: RegistryStamp, writesRows: Bool = true,
    _ body: (inout RegistryWriter) throws -> Void
  ) throws(RegistryError) {
    do {
      try queue.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          var writer = try RegistryWriter(database: database, stamp: stamp, area: area)
          if !writesRows { try writer.stopWriting() }
          try body(&writer)
          return .rollback
        }
      }
    } catch {
      throw RegistryFailure.error(error, file: path)
    }
  }

  /// - Parameter contacts: Read only for what no code, number or name names.
  static func history(
    named text: String, _ histories: [EstablishmentHistory], numbers: [String: String],
    mayGuess: Bool = false, contacts: () throws(RegistryError) -> [String: [Contact]]
  ) throws(RegistryError) -> (history: EstablishmentHistory, isGuess: Bool) {
    let search = EstablishmentSearch(histories, numbers: numbers)
    if search.found(text, upTo: .start) != nil {
      return try history(named: text, among: search, upTo: .start)
    }
    return try history(
      named: text, among: EstablishmentSearch(histories, contacts: contacts(), numbers: numbers),
      mayGuess: mayGuess)
  }

  /// - Parameters:
  ///   - level: The last level to be tried.
  ///   - mayGuess: Whether one that is right but for a letter will do.
  static func history(
    named text: String, among search: EstablishmentSearch,
    upTo level: EstablishmentSearch.Level = .guess, mayGuess: Bool = false
  ) throws(RegistryError) -> (history: EstablishmentHistory, isGuess: Bool) {
    guard let (found, histories) = search.found(text, upTo: level), let first = histories.first
    else { throw .unknownCode(text, nearest: search.nearest(text)) }
    let establishments = histories.compactMap { $0.establishment() }
    if found == .guess, !mayGuess { throw .guessedCode(text, establishments) }
    guard histories.count == 1 else { throw .ambiguousCode(text, candidates: establishments) }
    return (first, isGuess: found == .guess)
  }
}
