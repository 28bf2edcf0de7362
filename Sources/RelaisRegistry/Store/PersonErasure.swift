import CoverageEngine
import GRDB

/// Takes people out of one database: the registry, or a copy.
struct PersonErasure {
  /// Establishments that lost a contact.
  private(set) var establishments: Set<String> = []
  /// Cells changed, by `table.column`; `contacts` for rows that went.
  private(set) var counts: [String: Int] = [:]
  private(set) var unreachable: Set<String> = []
  private(set) var leftAlone: [PersonalData.LeftAlone] = []

  var isEmpty: Bool { counts.isEmpty && unreachable.isEmpty }

  init(of people: [KnownPerson], from database: Database, isCopy: Bool = false) throws {
    for person in people { try erase(person, from: database, isCopy: isCopy) }
    if !isEmpty { try ContactRecord.settle(database) }
  }

  private mutating func erase(
    _ person: KnownPerson, from database: Database, isCopy: Bool
  ) throws {
    for (id, contact) in try ContactRecord.rows(database) where person.holds(contact) {
      // That there was another before stays known, so that an older one does not come back in its place.
      try database.execute(
        sql: "DELETE FROM contacts WHERE id = ? AND source NOT LIKE '%<%'", arguments: [id])
      try database.execute(
        sql: "UPDATE contacts SET name = NULL, phone = NULL, email = NULL WHERE id = ?",
        arguments: [id])
      establishments.insert(contact.establishment)
      counts["contacts", default: 0] += 1
    }
    for id in establishments.sorted() {
      // An import must not bring the person back.
      try ContactRecord.write(Contact(establishment: id), source: .erased, database)
    }
    let added = try AddedCells(
      of: person.traces, own: person.own, in: database, isLocal: person.isLocal)
    try added.erase(in: database)
    for cell in added.cells { counts["\(cell.table).\(cell.column)", default: 0] += 1 }
    unreachable.formUnion(added.unreachable)
    let cells = try PersonCells(of: person, in: database, isCopy: isCopy)
    try cells.erase(in: database)
    for cell in cells.cells { counts[cell.place, default: 0] += 1 }
    leftAlone += cells.leftAlone + added.leftAlone
  }
}
