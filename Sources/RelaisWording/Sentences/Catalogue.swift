import CEmbedded
import Synchronization

/// The sentences of one language: a column of the catalogue.
///
/// A key begins with its concern, `council.answer.none`, which names the file it is in. A file is read
/// when a sentence of it is first asked for, and a row is taken apart when it is first said: the tool
/// starts in the time of the few sentences it says.
package final class Catalogue: Sendable {
  /// The bytes of a concern's table, `nil` without one.
  package typealias Source = @Sendable (_ concern: String) -> [UInt8]?

  private struct State {
    var rows: [String: (row: CatalogueTable.Row, column: Int)] = [:]
    var concerns: Set<String> = []
    var templates: [String: Template] = [:]
  }

  private let column: String
  private let source: Source
  private let typographic: @Sendable (String) -> String
  private let state = Mutex(State())

  /// - Parameters:
  ///   - column: What the language is called in the header of the tables.
  ///   - typographic: What sets the language's spaces; applied to a row once, and never to what is filled in.
  ///   - source: The tables; those built into the program unless given.
  package init(
    column: String, typographic: @escaping @Sendable (String) -> String,
    source: @escaping Source = Catalogue.embedded
  ) {
    self.column = column
    self.typographic = typographic
    self.source = source
  }

  /// The template of a row. A key without a row is our mistake: a test reads every key of the sources.
  func template(_ key: String) -> Template {
    state.withLock { state in
      if let known = state.templates[key] { return known }
      let concern = String(key.prefix { $0 != "." })
      if state.concerns.insert(concern).inserted {
        guard let bytes = source(concern) else { preconditionFailure("no table for \(key)") }
        let table = CatalogueTable(bytes)
        guard let index = table.languages.firstIndex(of: column) else {
          preconditionFailure("no column \(column) for \(key)")
        }
        for row in table.rows { state.rows[row.key] = (row, index) }
      }
      let template: Template
      if let (row, column) = state.rows[key] {
        template = Template(row.text(column), typographic)
      } else if let (row, column) = state.rows[CatalogueTable.verbatim + key] {
        template = Template(row.text(column)) { $0 }
      } else {
        preconditionFailure("no sentence \(key)")
      }
      state.templates[key] = template
      return template
    }
  }

  /// The tables built into the program.
  package static let embedded: Source = { concern in
    guard let file = relais_catalogue(concern) else { return nil }
    return [UInt8](UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.count))
  }
}
