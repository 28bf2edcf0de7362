import RelaisGeo

/// Finds the columns of one table by what they stand for, and keeps what it found, for `check` to
/// show.
///
/// The name a configuration gives is looked for alone; without one, those of the vocabulary, in their
/// order. Case, accents, spaces, underscores and hyphens do not count (``ColumnName/folded(_:)``).
public struct ColumnFinder {
  private let headers: [String]
  private let input: ColumnInput
  private let configured: [String: String]
  /// The first header of each folded name.
  private let columns: [String: Int]
  /// In the order they were asked for.
  public private(set) var uses: [ColumnUse] = []

  /// - Parameter configured: Names by the raw value of what they stand for.
  public init(
    _ headers: [String], as input: ColumnInput, configured: [String: String] = [:]
  ) {
    self.headers = headers
    self.input = input
    self.configured = configured
    columns = Dictionary(
      headers.enumerated().map { (ColumnName.folded($0.element), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The column that stands for something; `nil` where the table has none.
  ///
  /// - Parameter input: The kind of table whose names count, where it is not the finder's own.
  public mutating func callAsFunction(
    _ term: ColumnTerm, in input: ColumnInput? = nil
  ) -> Int? {
    let names = configured[term.rawValue].map { [$0] }
    return find(names ?? ColumnVocabulary.standard.names(term, in: input ?? self.input), term)
  }

  /// The column that bears one of some names, for what it stands for.
  public mutating func callAsFunction(_ term: ColumnTerm, named names: [String]) -> Int? {
    find(names, term)
  }

  /// The names to look for in rows that need not bear the same ones; those the table has are kept.
  public mutating func names(_ term: ColumnTerm) -> [String] {
    let names =
      configured[term.rawValue].map { [$0] } ?? ColumnVocabulary.standard.names(term, in: input)
    for name in names { _ = find([name], term) }
    return names
  }

  /// Every column that bears one of the vocabulary's names, each name's first.
  public mutating func all(_ term: ColumnTerm) -> [Int] {
    ColumnVocabulary.standard.names(term, in: input).compactMap { find([$0], term) }
  }

  /// Whether there is a column of a name that stands for something.
  public func has(_ term: ColumnTerm, in input: ColumnInput? = nil) -> Bool {
    var copy = self
    return copy(term, in: input) != nil
  }

  private mutating func find(_ names: [String], _ term: ColumnTerm) -> Int? {
    for name in names {
      guard let column = columns[ColumnName.folded(name)] else { continue }
      let use = ColumnUse(headers[column], term)
      if !uses.contains(use) { uses.append(use) }
      return column
    }
    return nil
  }
}
