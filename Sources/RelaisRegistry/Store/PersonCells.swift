import CoverageEngine
import GRDB
import RelaisFormats

/// The cells of the registry's own tables in which a person appears, and those that may mean somebody else.
///
/// Contacts of the person's own are not among them: those rows go as a whole.
struct PersonCells {
  struct Cell {
    var place: String
    var establishment: String?
    var text: String
    var table: String
    var column: String
    fileprivate var row: Int64
    fileprivate var new: String
  }

  private(set) var cells: [Cell] = []
  private(set) var leftAlone: [PersonalData.LeftAlone] = []

  /// Columns that hold what people wrote, and the one that says of which establishment.
  private struct Place {
    var table: String
    var column: String
    var owner: String
    var key = "id"
    /// The column that says what fact a cell states, or that fact.
    var field = "NULL"
  }

  private static let places: [Place] = [
    Place(table: "events", column: "reason", owner: "establishment"),
    Place(table: "events", column: "author", owner: "establishment"),
    Place(table: "sticker_movements", column: "author", owner: "NULL"),
    Place(
      table: "event_changes", column: "value",
      owner: "(SELECT establishment FROM events WHERE events.id = event_changes.event)",
      field: "field"),
    Place(table: "rejected_edits", column: "value", owner: "establishment"),
    Place(table: "imports", column: "file", owner: "NULL"),
    Place(table: "answers", column: "note", owner: "establishment"),
    Place(table: "answers", column: "new_name", owner: "establishment", field: "'name'"),
    Place(table: "answers", column: "refusal_detail", owner: "establishment"),
    Place(table: "answers", column: "sender", owner: "NULL"),
  ]

  /// The layer's rows, which the registry makes anew of its events; in a copy they are written like the rest.
  private static let layer = EstablishmentField.allCases.filter(\.holdsWords).map { field in
    Place(
      table: "establishments", column: field.rawValue, owner: "uuid", key: "fid",
      field: "'\(field.rawValue)'")
  }

  /// - Parameter isCopy: Whether the file has no writer that makes its rows.
  init(of person: KnownPerson, in database: Database, isCopy: Bool = false) throws {
    for place in PersonCells.places + (isCopy ? PersonCells.layer : []) {
      // Read without being migrated, the registry itself may be of an earlier schema, too.
      if try !PersonCells.exists(place, database) { continue }
      try search(place, person, database)
    }
    if !person.isLocal { try searchContacts(person, database) }
  }

  private static func exists(_ place: Place, _ database: Database) throws -> Bool {
    try database.tableExists(place.table)
      && database.columns(in: place.table).contains { $0.name == place.column }
  }

  private mutating func search(
    _ place: Place, _ person: KnownPerson, _ database: Database
  ) throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT \(place.key), \(place.column), \(place.owner), \(place.field) FROM \(place.table)
        WHERE \(place.column) NOTNULL ORDER BY 1
        """)
    for row in rows {
      // Only words are looked into: a SIRET or a position names nobody.
      let field = row.text(3).flatMap(EstablishmentField.init)
      if let field, !field.holdsWords { continue }
      let owner = row.text(2)
      let isOwn = owner.map(person.own.contains) ?? false
      if person.isLocal, !isOwn { continue }
      let isFree = field == nil || field == .notes
      let scope: PersonTraces.Scope =
        isFree
        // Who wrote of an establishment is rarely who is to be called there.
        ? isOwn && place.column != "author" ? .own : .free
        : isOwn && field == .name ? .free : .fixed
      guard let text = row.text(1) else { continue }
      let name = "\(place.table).\(place.column)"
      let new = person.traces.removed(from: text, scope)
      if let new {
        cells.append(
          Cell(
            place: name, establishment: owner, text: text, table: place.table,
            column: place.column, row: try row.required(0), new: new))
      }
      let left = new ?? text
      let isLeft =
        isFree || isOwn && field == .name
        ? person.traces.appearInPart(of: left) : person.traces.removed(from: left, .free) != nil
      if isLeft {
        leftAlone.append(
          PersonalData.LeftAlone(
            place: name, establishment: owner, reason: isFree ? .partOfName : .nameOrAddress))
      }
    }
  }

  /// Other people's contacts: the person's whole name goes, and what is the person's alone.
  private mutating func searchContacts(_ person: KnownPerson, _ database: Database) throws {
    for (id, contact) in try ContactRecord.rows(database) where !person.holds(contact) {
      let name = contact.name.map { person.traces.removed(from: $0, .free) ?? $0 }
      let isOthers = name.map { !PersonName.people($0).isEmpty } ?? false
      for (column, text) in [
        ("name", contact.name), ("phone", contact.phone), ("email", contact.email),
      ] {
        guard let text else { continue }
        let place = "contacts.\(column)"
        let new = person.traces.removed(from: text, .free)
        if let new, column == "name" || !isOthers {
          cells.append(
            Cell(
              place: place, establishment: contact.establishment, text: text, table: "contacts",
              column: column, row: id, new: new))
        } else if new != nil || column == "name" && person.traces.appearInPart(of: text) {
          leftAlone.append(
            PersonalData.LeftAlone(
              place: place, establishment: contact.establishment,
              reason: new == nil ? .partOfName : .otherPerson))
        }
      }
    }
  }

  func erase(in database: Database) throws {
    for cell in cells {
      try database.execute(
        sql: """
          UPDATE \(cell.table) SET \(cell.column) = ?
          WHERE \(cell.table == "establishments" ? "fid" : "id") = ?
          """, arguments: [cell.new, cell.row])
    }
  }
}
