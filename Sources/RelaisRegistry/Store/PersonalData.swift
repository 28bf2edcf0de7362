public import CoverageEngine
import Foundation
import GRDB
import RelaisFormats

/// What a person may ask of the registry: to see what it holds of them, and to be erased.
public enum PersonalData {
  /// A text of the registry in which a person appears.
  public typealias Mention = (table: String, column: String, text: String)

  /// A cell or a file that may mean somebody else, and was left as it is.
  public struct LeftAlone: Hashable, Sendable {
    public enum Reason: Hashable, Sendable, CaseIterable {
      /// A part of the name, in what was written of other establishments.
      case partOfName
      /// The contact of somebody else with the same number or address.
      case otherPerson
      /// The name or address of an establishment: a street, a firm.
      case nameOrAddress
      /// A file people made or brought, which the program does not change.
      case foreignFile
    }

    /// `table.column`, or a file.
    public var place: String
    public var establishment: String?
    public var reason: Reason

    package init(place: String, establishment: String? = nil, reason: Reason) {
      self.place = place
      self.establishment = establishment
      self.reason = reason
    }
  }

  /// All the registry holds about the person a text names: contacts, and every other text in which
  /// the person appears, columns and tables that were added in QGIS included.
  ///
  /// - Throws: ``RegistryError/unknownCode(_:)`` where nobody is known by it;
  ///   ``RegistryError/ambiguousCode(_:candidates:)`` where several people are.
  public static func holdings(
    named text: String, in store: RegistryStore
  ) throws(RegistryError) -> (contacts: [Contact], mentions: [Mention]) {
    try store.read { database in
      let contacts = try ContactRecord.rows(database).map(\.contact)
      let person = try KnownPerson(
        named: text, among: contacts, histories: EventRecord.histories(database))
      let cells = try PersonCells(of: person, in: database).cells
      let added = try AddedCells(of: person.traces, own: person.own, in: database).cells
      if person.own.isEmpty, cells.isEmpty, added.isEmpty { throw RegistryError.unknownCode(text) }
      return (
        contacts.filter(person.holds),
        cells.map { Mention($0.table, $0.column, $0.text) }
          + added.map { Mention($0.table, $0.column, $0.text) }
      )
    }
  }

  /// What was done to erase people, or would be.
  public struct Erasure: Sendable {
    /// The establishments the people were contacts of.
    public var establishments: [String] = []
    /// How many cells were changed, by `table.column`, in the order of these.
    public var cells: [(place: String, count: Int)] = []
    /// Names of tables and columns that hold the person, tables only a program of their own can
    /// read, and copies that could not be written anew: they were left as they are.
    public var unreachable: [String] = []
    /// Copies of the registry the people were taken out of.
    public var cleanedCopies: [String] = []
    /// Copies too damaged for that.
    public var removedCopies: [String] = []
    /// Results and unfinished files in which they were.
    public var removedFiles: [String] = []
    /// What may mean somebody else.
    public var leftAlone: [LeftAlone] = []
    /// Whether nothing was left to do but to finish an erasure that was cut short.
    public var isRemainder = false

    package init() {}
  }

  /// Takes a person out of every text of the registry, columns and tables that were added in QGIS
  /// included, and of the copies beside it.
  ///
  /// - Throws: as ``erase(_:in:around:stamp:isRehearsal:isRetention:show:)``.
  public static func erase(
    _ text: String, in store: RegistryStore, stamp: RegistryStamp
  ) throws -> Erasure {
    try erase([text], in: store, around: .beside(store.path), stamp: stamp)
  }

  /// Takes people out of the registry and of all around it.
  ///
  /// This is the one change of what events say. It may be cut at any instant and is finished by asking again: files around
  /// the registry come first and the registry last, in one transaction that holds off other writers, so that it knows
  /// the person until nothing else does. Then the file is rebuilt without freed bytes; a mark beside it, which
  /// names nobody, stays until that is done and was shown.
  ///
  /// - Parameters:
  ///   - isRetention: Whether contacts of establishments have had their term: people who are contacts elsewhere stay known
  ///     there.
  ///   - show: Shows what was done before the mark goes: who was not told asks again and gets an answer.
  /// - Throws: ``RegistryError``; ``RegistryError/notErasable(place:)`` for a cell whose table allows
  ///   no other value; ``RegistryError/notRebuilt(file:detail:)`` where the person is erased and the
  ///   rebuilding failed. What sweeping the files around throws.
  package static func erase(
    _ texts: [String], in store: RegistryStore, around: ErasureSurroundings, stamp: RegistryStamp,
    isRehearsal: Bool = false, isRetention: Bool = false,
    show: (Erasure) throws -> Void = { _ in }
  ) throws -> Erasure {
    let mark = ErasureMark(beside: store.path)
    var erasure = Erasure()
    if isRehearsal {
      try store.rehearse(stamp) { writer in
        erasure = try erase(
          texts, with: &writer, around, mark, isRehearsal: true, isRetention: isRetention)
      }
      try show(erasure)
      return erasure
    }
    erasure = try store.write(stamp) { writer in
      try erase(texts, with: &writer, around, mark, isRehearsal: false, isRetention: isRetention)
    }
    // The change is on the disk by now: no error may say that nothing was changed.
    do {
      try store.queue.inDatabase { try $0.execute(sql: "PRAGMA temp_store = MEMORY") }
      try store.queue.vacuum()
    } catch {
      throw RegistryError.notRebuilt(file: store.path, detail: "\(error)")
    }
    defer { try? mark.clear() }
    try show(erasure)
    return erasure
  }

  /// Whether an erasure was cut short before the registry was rebuilt.
  package static func isUnfinished(at path: String) -> Bool { ErasureMark(beside: path).isThere }

  private static func erase(
    _ texts: [String], with writer: inout RegistryWriter, _ around: ErasureSurroundings,
    _ mark: ErasureMark, isRehearsal: Bool, isRetention: Bool
  ) throws -> Erasure {
    let copies = around.copies.map { path in (path: path, copy: try? ErasableCopy(path)) }
    let people = try people(
      texts, writer, copies.compactMap(\.copy), isUnfinished: mark.isThere, isRetention: isRetention
    )
    let traces = people.filter { !$0.isLocal }.map(\.traces)
    var erasure = Erasure()

    // All is found, and taken out in memory and in the transaction, before the first file is touched.
    let own = try PersonErasure(of: people, from: writer.database)
    try writer.reload()
    erasure.establishments = own.establishments.sorted()
    for id in erasure.establishments where writer.present(id: id) != nil {
      try writer.record(.contact, of: id, [:])
    }
    erasure.cells = own.counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    erasure.unreachable = own.unreachable.sorted()
    erasure.leftAlone = own.leftAlone
    var cleaned: [ErasableCopy] = []
    for (path, copy) in copies {
      if let copy {
        let found = try copy.erase(people)
        erasure.unreachable += found.erasure.unreachable.sorted().map { "\(path): \($0)" }
        if found.isChanged { cleaned.append(copy) }
      } else if ErasableCopy.isOurs(path) {
        erasure.removedCopies.append(path)
      } else if try ErasureSurroundings.holds(path, traces) {
        erasure.unreachable.append(path)
      }
    }
    erasure.cleanedCopies = cleaned.map(\.path)
    let files = try around.files(traces)
    erasure.removedFiles = files.ours
    erasure.leftAlone += files.others.map { LeftAlone(place: $0, reason: .foreignFile) }

    if erasure.isEmpty, people.allSatisfy(\.own.isEmpty) {
      guard mark.isThere else { throw RegistryError.unknownCode(texts.joined(separator: ", ")) }
    }
    erasure.isRemainder = erasure.isEmpty && mark.isThere
    guard !isRehearsal else { return erasure }
    try mark.set()
    for copy in cleaned { try copy.save() }
    for file in erasure.removedCopies + erasure.removedFiles { try AtomicFile.remove(file) }
    return erasure
  }

  /// Who is meant; what copies know of them counts, too.
  private static func people(
    _ texts: [String], _ writer: RegistryWriter, _ copies: [ErasableCopy], isUnfinished: Bool,
    isRetention: Bool
  ) throws -> [KnownPerson] {
    let contacts = try ContactRecord.rows(writer.database).map(\.contact)
    let older = try copies.flatMap { try $0.contacts() }
    return try texts.compactMap { text in
      do throws(RegistryError) {
        var person = try KnownPerson(
          named: text, among: contacts, histories: writer.allHistories)
        if isRetention { person.stayKnown(in: contacts, besides: Set(texts)) }
        person.learn(from: older)
        return person
      } catch {
        guard case .unknownCode = error, isUnfinished else { throw error }
        return nil
      }
    }
  }
}

extension PersonalData.Erasure {
  /// Whether nothing was found that had to be changed.
  fileprivate var isEmpty: Bool {
    cells.isEmpty && cleanedCopies.isEmpty && removedCopies.isEmpty && removedFiles.isEmpty
      && !unreachable.contains { $0.contains(".") }
  }
}
