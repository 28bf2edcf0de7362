import CoverageEngine
import Foundation
import GRDB
import RelaisFormats
import RelaisGeo

/// The cells of columns and tables that are not the program's own, in which a person appears.
///
/// Towns add columns and layers in QGIS; what stands there is looked into as what people wrote. A
/// row that names one of the person's own establishments is about it.
struct AddedCells {
  struct Cell {
    var table: String
    var column: String
    var text: String
    fileprivate var old: DatabaseValue
    fileprivate var new: DatabaseValue
    /// `nil` in a table without row numbers.
    fileprivate var row: Int64?
  }

  private(set) var cells: [Cell] = []
  /// Cells with a part of the name, in rows that are not the person's own.
  private(set) var leftAlone: [PersonalData.LeftAlone] = []
  /// Names of tables or columns that hold the person, and tables only their own module can read.
  private(set) var unreachable: [String] = []
  private let isLocal: Bool

  /// - Parameter isLocal: Whether only rows about the person's own establishments are looked into.
  init(
    of traces: PersonTraces, own: Set<String>, in database: Database, isLocal: Bool = false
  ) throws {
    self.isLocal = isLocal
    let known = try RegistryObjects.ownColumns()
    let tables = try Row.fetchAll(
      database,
      sql: """
        SELECT name, type, wr FROM pragma_table_list
        WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%'
          ESCAPE '\\' AND name NOT LIKE 'rtree\\_%' ESCAPE '\\' ORDER BY name
        """)
    for table in tables {
      let name: String = table[0]
      if table[1] == "virtual" { unreachable.append(name) }
      let columns: [String]
      do {
        columns = try String.fetchAll(
          database, sql: "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid",
          arguments: [name])
      } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
        continue
      }
      unreachable += ([name] + columns.map { "\(name).\($0)" }).filter {
        traces.removed(from: $0, .free) != nil
      }
      let geometry = try String.fetchOne(
        database, sql: "SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?",
        arguments: [name])
      let added = columns.filter { column in
        column != geometry
          && (!known.contains("\(name).\(column)")
            || name == "gpkg_contents" && ["identifier", "description"].contains(column))
      }
      guard !added.isEmpty, table[1] != "virtual" else { continue }
      try search(name, columns, added, hasRows: table[2] == 0, traces, own, database)
    }
    unreachable = Array(Set(unreachable)).sorted()
  }

  private mutating func search(
    _ table: String, _ columns: [String], _ added: [String], hasRows: Bool,
    _ traces: PersonTraces, _ own: Set<String>, _ database: Database
  ) throws {
    let names = columns.map { GeoPackageParts.quoted($0) }.joined(separator: ", ")
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT \(hasRows ? "_rowid_" : "NULL"), \(names) FROM \(GeoPackageParts.quoted(table))")
    while let row = try rows.next() {
      let values = (1...columns.count).map { row[$0] as DatabaseValue }
      let isOwn = values.contains { value in
        if case .string(let text) = value.storage { own.contains(text) } else { false }
      }
      if isLocal, !isOwn { continue }
      for (column, value) in zip(columns, values) where added.contains(column) {
        guard
          let (text, new) = AddedCells.replacement(of: value, traces, isOwn ? .own : .free)
        else {
          if case .string(let text) = value.storage, traces.appearInPart(of: text) {
            leftAlone.append(
              PersonalData.LeftAlone(
                place: "\(table).\(column)", establishment: nil, reason: .partOfName))
          }
          continue
        }
        cells.append(
          Cell(table: table, column: column, text: text, old: value, new: new, row: row[0]))
      }
    }
  }

  private static func replacement(
    of value: DatabaseValue, _ traces: PersonTraces, _ scope: PersonTraces.Scope
  ) -> (text: String, new: DatabaseValue)? {
    switch value.storage {
    case .null: return nil
    case .string(let text):
      return traces.removed(from: text, scope).map { (text, $0.databaseValue) }
    case .int64(let number):
      // A number column loses the zero at the head of a phone number, and keeps the rest.
      return traces.removed(from: String(number), scope).map { _ in (String(number), .null) }
    case .double(let number):
      guard let whole = Int64(exactly: number), traces.removed(from: String(whole), scope) != nil
      else { return nil }
      return (String(whole), .null)
    case .blob(let data):
      if let text = String(validating: data, as: UTF8.self) {
        return traces.removed(from: text, scope).map { (text, Data($0.utf8).databaseValue) }
      }
      return traces.appear(inBytes: data) ? ("(blob)", Data().databaseValue) : nil
    }
  }

  /// Writes every cell anew. Where a column refuses the mark, it gets one with the row's number, or
  /// zero for a number it may not lack.
  ///
  /// - Throws: ``RegistryError/notErasable(place:)`` for a cell that takes none of them.
  func erase(in database: Database) throws {
    for (number, cell) in cells.enumerated() {
      let text: String? = if case .string(let text) = cell.new.storage { text } else { nil }
      let values = [
        cell.new, text.map { "\($0) \(number + 1)".databaseValue } ?? 0.databaseValue,
      ]
      guard try values.contains(where: { try AddedCells.write($0, cell, database) }) else {
        throw RegistryError.notErasable(place: "\(cell.table).\(cell.column)")
      }
    }
  }

  /// - Returns: Whether the table's own constraints allow it.
  private static func write(
    _ value: DatabaseValue, _ cell: Cell, _ database: Database
  ) throws -> Bool {
    let column = GeoPackageParts.quoted(cell.column)
    do {
      try database.execute(
        sql: """
          UPDATE \(GeoPackageParts.quoted(cell.table)) SET \(column) = ?
          WHERE \(cell.row == nil ? "\(column) IS ?" : "_rowid_ = ?")
          """, arguments: [value, cell.row?.databaseValue ?? cell.old])
      return true
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      return false
    }
  }
}
