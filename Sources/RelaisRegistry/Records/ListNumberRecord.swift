import GRDB

/// The numbers lists give their establishments, as rows of `list_numbers`: each names the one that had it last.
enum ListNumberRecord {
  /// The establishments by number, as lists write it but for capitals; none in a file of an older version.
  static func all(_ database: Database) throws -> [String: String] {
    guard try database.tableExists("list_numbers") else { return [:] }
    var numbers: [String: String] = [:]
    let cells = try RowCells(database, "SELECT number, establishment FROM list_numbers")
    while try cells.next() { numbers[try cells.required(0)] = try cells.required(1) }
    return numbers
  }

  static func write(_ number: String, of establishment: String, _ database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO list_numbers (number, establishment) VALUES (?, ?)
        ON CONFLICT (number) DO UPDATE SET establishment = excluded.establishment
        """
    ).execute(arguments: [number, establishment])
  }
}
