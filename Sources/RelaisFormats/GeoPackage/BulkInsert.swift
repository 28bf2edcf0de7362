import GRDB
import GRDBSQLite

/// A statement that adds one row after another, its values given in their order.
///
/// They go to SQLite as they are: GRDB's arguments take most of a row's time.
struct BulkInsert {
  private let statement: Statement
  /// How many values of the row at hand are given.
  private var count: Int32 = 0
  private var code = SQLITE_OK

  /// - Parameter width: How many columns the table has.
  init(into table: String, width: Int, _ database: Database) throws {
    let marks = repeatElement("?", count: width).joined(separator: ", ")
    statement = try database.makeStatement(
      sql: "INSERT INTO \(SQLName.quoted(table)) VALUES (\(marks))")
  }

  mutating func add(_ value: Int64) {
    add { sqlite3_bind_int64($0, $1, value) }
  }

  mutating func add(_ value: Double) {
    // SQLite makes NULL of what is no number.
    add { sqlite3_bind_double($0, $1, value) }
  }

  mutating func add(_ value: String) {
    var value = value
    value.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        // Of an empty text there may be no address, which SQLite would take for NULL.
        let start = text.baseAddress ?? UnsafePointer(bitPattern: 1)
        add { sqlite3_bind_text($0, $1, start, Int32(text.count), BulkInsert.copied) }
      }
    }
  }

  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      add { sqlite3_bind_blob($0, $1, bytes.baseAddress, Int32(bytes.count), BulkInsert.copied) }
    }
  }

  mutating func addNull() {
    add { sqlite3_bind_null($0, $1) }
  }

  /// Ends the row.
  ///
  /// - Throws: `DatabaseError`.
  mutating func endRow() throws {
    if code == SQLITE_OK {
      let step = sqlite3_step(statement.sqliteStatement)
      code = step == SQLITE_DONE ? sqlite3_reset(statement.sqliteStatement) : step
    }
    guard code == SQLITE_OK else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: String(cString: sqlite3_errmsg(sqlite3_db_handle(statement.sqliteStatement))))
    }
    count = 0
  }

  /// SQLite's word for bytes that it is to copy.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private mutating func add(_ bind: (OpaquePointer, Int32) -> Int32) {
    count += 1
    let bound = bind(statement.sqliteStatement, count)
    if code == SQLITE_OK { code = bound }
  }
}
