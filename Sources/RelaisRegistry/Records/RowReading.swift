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
    switch (self[index] as DatabaseValue).storage {
    case .null, .blob: nil
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .string(let text): text
    }
  }
}
