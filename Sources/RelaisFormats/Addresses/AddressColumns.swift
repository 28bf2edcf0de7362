public import RelaisGeo

/// Which columns of a table say an address, by their names.
public struct AddressColumns: Sendable {
  /// What is read of a row, with the column it comes from. An address is a whole one in one cell, or its
  /// street's line; ``ColumnTerm/furtherLine`` may come more than once.
  public private(set) var columns: [(part: ColumnTerm, column: Int)] = []
  /// The street is in a column of its own, so that a number may be in another.
  private var isStreetOnly = false

  /// The columns of a table; `nil` if none says an address.
  public init?(_ headers: [String]) {
    let folded = headers.map(ColumnName.folded)
    var taken = Set<Int>()
    let vocabulary = ColumnVocabulary.standard
    func find(_ term: ColumnTerm, in input: ColumnInput = .addresses) -> Int? {
      for name in vocabulary.names(term, in: input) {
        if let column = folded.firstIndex(of: ColumnName.folded(name)),
          taken.insert(column).inserted
        {
          return column
        }
      }
      return nil
    }
    let others = vocabulary.names(.onlineAddress, in: .addressesHolding)
    func findHolding(_ term: ColumnTerm) -> Int? {
      for mark in vocabulary.names(term, in: .addressesHolding) {
        let found = folded.indices.first { column in
          !taken.contains(column) && folded[column].contains(mark)
            && !others.contains { folded[column].contains($0) }
        }
        if let found {
          taken.insert(found)
          return found
        }
      }
      return nil
    }
    func add(_ part: ColumnTerm, _ column: Int?) {
      if let column { columns.append((part, column)) }
    }
    add(.postcode, find(.postcode) ?? findHolding(.postcode))
    add(.cityCode, find(.cityCode) ?? findHolding(.cityCode))
    let whole = find(.wholeAddress)
    let address = whole ?? find(.address)
    let street = address == nil ? find(.street) : nil
    add(.city, find(.city) ?? findHolding(.city))
    if let street {
      isStreetOnly = true
      add(.address, street)
      add(.streetType, find(.streetType))
    } else if let found = address ?? findHolding(.address) {
      add(.address, found)
    } else if headers.count == 1 {
      add(.address, 0)
    } else {
      return nil
    }
    if whole == nil {
      add(.houseNumber, find(.houseNumber, in: isStreetOnly ? .addressesByStreet : .addresses))
      add(.suffix, find(.suffix))
      while let column = find(.furtherLine) { add(.furtherLine, column) }
    }
  }

  /// Columns the user names: read one after the other as one address. What the others say of postcode and
  /// commune counts all the same.
  ///
  /// - Returns: `nil` where one is not among the headers.
  public init?(_ headers: [String], named names: [String]) {
    let folded = headers.map(ColumnName.folded)
    let found = names.compactMap { folded.firstIndex(of: ColumnName.folded($0)) }
    guard found.count == names.count, let first = found.first else { return nil }
    columns = [(.address, first)] + found.dropFirst().map { (.furtherLine, $0) }
    // An address column beside them, so that theirs is not looked for.
    let others = headers.enumerated().map { found.contains($0.offset) ? "" : $0.element }
    let towns = AddressColumns(others + ["adresse_complete"])
    for (part, column) in towns?.columns ?? []
    where [.postcode, .city, .cityCode].contains(part) && !found.contains(column) {
      columns.append((part, column))
    }
  }

  /// The column that says the street.
  public var main: Int { columns.first { $0.part == .address }?.column ?? 0 }

  /// The address a row gives.
  public func input(_ row: CSVRow) -> AddressInput {
    var parts: [ColumnTerm: String] = [:]
    var lines: [String] = []
    for (part, column) in columns {
      guard let text = row.text(column), text != "NA", text != "NULL" else { continue }
      if part == .furtherLine { lines.append(text) } else { parts[part] = text }
    }
    var street = parts[.address] ?? ""
    if let type = parts[.streetType] { street = type + " " + street }
    if let number = parts[.houseNumber].map(AddressColumns.number), number.utf8.count <= 24,
      number.first?.isNumber == true,
      street.first(where: { !$0.isWhitespace })?.isNumber != true
    {
      street = [number, parts[.suffix], street].compactMap { $0 }.joined(separator: " ")
    }
    if !street.isEmpty { lines.insert(street, at: 0) }
    return AddressInput(
      lines.joined(separator: "\n"), postcode: parts[.postcode].map(AddressColumns.number),
      city: parts[.city],
      cityCode: parts[.cityCode].map { $0.utf8.count == 4 ? "0" + $0 : $0 })
  }

  /// A cell of a number without what people write before it and spreadsheets behind it: `n° 3`, `3.0`.
  private static func number(_ text: String) -> String {
    var rest = text.drop { $0.isWhitespace }
    for head in ["n°", "nº", "N°", "Nº", "n.", "N.", "no", "No", "NO", "#"]
    where rest.hasPrefix(head) {
      let number = rest.dropFirst(head.count).drop { $0.isWhitespace }
      if number.first?.isNumber == true { rest = number }
      break
    }
    for end in [".0", ",0"] where rest.hasSuffix(end) {
      let number = rest.dropLast(2)
      if !number.isEmpty, number.allSatisfy({ $0.isASCII && $0.isNumber }) { rest = number }
    }
    return String(rest)
  }
}
