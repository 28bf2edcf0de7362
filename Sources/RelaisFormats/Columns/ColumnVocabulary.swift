import CEmbedded

/// What columns are called in the files people have: one table for every reader and importer,
/// `vocabulary.tsv`.
public struct ColumnVocabulary: Sendable {
  /// The program's own.
  public static let standard = ColumnVocabulary(
    String(
      decoding: UnsafeBufferPointer(
        start: relais_vocabulary.bytes, count: relais_vocabulary.count), as: UTF8.self))

  /// A line of the table.
  struct Row: Sendable {
    var term: ColumnTerm
    var inputs: [ColumnInput]
    /// In order of preference.
    var names: [String]
  }

  private struct Question: Hashable {
    var term: ColumnTerm
    var input: ColumnInput
  }

  let rows: [Row]
  private let names: [Question: [String]]

  /// - Precondition: Each line that is neither empty nor begins with `#` is a term, inputs and names,
  ///   with tabs between; tests read the program's own.
  init(_ text: String) {
    rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let inputs = cells.dropFirst().first?.split(separator: " ").map(String.init) ?? []
      guard let term = ColumnTerm(rawValue: String(cells[0])), (2...3).contains(cells.count),
        !inputs.isEmpty, inputs.allSatisfy({ ColumnInput(rawValue: $0) != nil })
      else { preconditionFailure("vocabulary.tsv: \(line)") }
      return Row(
        term: term, inputs: inputs.compactMap(ColumnInput.init),
        names: cells.count < 3 ? [] : cells[2].split(separator: " ").map(String.init))
    }
    var names: [Question: [String]] = [:]
    for row in rows {
      for input in row.inputs {
        names[Question(term: row.term, input: input), default: []] += row.names
      }
    }
    self.names = names
  }

  /// The names a column bears in a kind of table, in order of preference.
  ///
  /// - Precondition: The table has a row of the term for the input.
  public func names(_ term: ColumnTerm, in input: ColumnInput) -> [String] {
    guard let names = names[Question(term: term, input: input)] else {
      preconditionFailure("vocabulary.tsv: no \(term.rawValue) for \(input.rawValue)")
    }
    return names
  }

  /// What a kind of table may hold, in the order of the table.
  public func terms(of input: ColumnInput) -> [ColumnTerm] {
    var seen = Set<ColumnTerm>()
    return rows.filter { $0.inputs.contains(input) }.map(\.term).filter { seen.insert($0).inserted }
  }
}
