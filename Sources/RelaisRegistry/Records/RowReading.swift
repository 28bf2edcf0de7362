import Foundation
import GRDB

/// Cells as damaged files and other programs may leave them: GRDB's own subscripts stop the program
/// where a cell is not of the type asked for.
extension Row {
  /// A cell that cannot be anything else in a sound file.
  ///
  /// - Throws: `SQLITE_CORRUPT` for NULL or another type.
  func required<Value: DatabaseValueConvertible>(_ index: Int) throws -> Value {
    guard let value = Value.fromDatabaseValue(self[index]) else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "column \(Array(columnNames)[index])")
    }
    return value
  }

  /// A cell of a type, `nil` for NULL and for another type.
  func value<Value: DatabaseValueConvertible>(_ index: Int) -> Value? {
    Value.fromDatabaseValue(self[index])
  }

  /// A cell as text, whatever type another program gave it; `nil` for nothing and for bytes.
  func text(_ index: Int) -> String? {
    (self[index] as DatabaseValue).cellText
  }
}

/// The rows of a query, read cell by cell without making a row of each: registries have a hundred thousand.
struct RowCells {
  private let cursor: RowCursor
  private let statement: Statement

  init(_ database: Database, _ sql: String) throws {
    statement = try database.makeStatement(sql: sql)
    cursor = try Row.fetchCursor(statement)
  }

  /// Goes on to the next row; `false` after the last one.
  func next() throws -> Bool { try cursor.next() != nil }

  /// A cell of the present row, whatever its type.
  private func cell(_ index: Int) -> DatabaseValue {
    DatabaseValue(sqliteStatement: statement.sqliteStatement, index: CInt(index))
  }

  /// - Throws: as for a row.
  func required<Value: DatabaseValueConvertible>(_ index: Int) throws -> Value {
    guard let value = Value.fromDatabaseValue(cell(index)) else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "column \(statement.columnNames[index])")
    }
    return value
  }

  func value<Value: DatabaseValueConvertible>(_ index: Int) -> Value? {
    Value.fromDatabaseValue(cell(index))
  }

  func text(_ index: Int) -> String? { cell(index).cellText }

  /// Whether a cell holds some bytes, or nothing.
  func isBlob(_ index: Int, _ bytes: [UInt8]?) -> Bool {
    switch (cell(index).storage, bytes) {
    case (.null, nil): true
    case (.blob(let data), let bytes?): data.elementsEqual(bytes)
    case (.null, _), (.blob, _), (.int64, _), (.double, _), (.string, _): false
    }
  }
}

extension DatabaseValue {
  /// As text, whatever type another program gave it; `nil` for nothing and for bytes.
  fileprivate var cellText: String? {
    switch storage {
    case .null, .blob: nil
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .string(let text): text
    }
  }
}
