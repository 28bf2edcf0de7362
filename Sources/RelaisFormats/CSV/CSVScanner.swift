import RelaisGeo

/// The state of reading one CSV text: where it is, on which line, what was found.
struct CSVScanner {
  private let bytes: [UInt8]
  private let encoding: TextEncoding
  private let isValid: Bool
  private let mendedLines: Int
  private var delimiter: CSVDelimiter?
  /// A byte no text has where there is one column.
  private var separator: UInt8 = 0xFE
  private var at = 0
  private var line = 1
  private var emptyLines = 0
  private var hasTitle = false
  private var row: [CSVCell] = []
  /// Bytes that may still be read again after unclosed quotes; once spent, a quote must close on its
  /// line. Keeps hostile files linear.
  private var rereading: Int
  /// Whether quotes hold cells together; not in a row whose quotes do not close and that is kept.
  private var takesQuotes = true

  private static let quote = UInt8(ascii: "\"")
  private static let lf: UInt8 = 0x0A
  private static let cr: UInt8 = 0x0D

  init(text: DecodedText) {
    bytes = text.bytes
    encoding = text.encoding
    isValid = text.isValid
    mendedLines = text.mendedLines
    rereading = 4 * text.bytes.count + 4096
  }

  /// - Parameter surplus: Given the headers, the column that takes what a row has too much; `nil` to
  ///   reject such rows.
  mutating func table(
    file: String, headersWhere isHeader: (([String]) -> Bool)?,
    surplus: (([String]) -> Int)? = nil
  ) throws(FormatError) -> CSVTable {
    skipEmptyLines()
    readSeparatorLine()
    skipEmptyLines()
    guard at < bytes.count else { throw .empty(file: file) }
    let told = delimiter
    if let isHeader { goToHeaders(isHeader) }
    delimiter = told ?? CSVDelimiter.detect(in: bytes, from: at)
    separator = delimiter?.rawValue ?? 0xFE

    let headerLine = line
    let headerStart = at
    let isHeaderRead = readRow()
    func refuse(_ bound: InputBound) -> FormatError {
      .tooMuch(file: file, place: .line(headerLine), of: bound)
    }
    guard at - headerStart <= InputBound.headerLength.most else { throw refuse(.headerLength) }
    guard row.count <= InputBound.columns.most else { throw refuse(.columns) }
    guard isHeaderRead, isText(headerStart..<at) else {
      throw .damaged(
        file: file, place: .line(headerLine), detail: "the column names cannot be read")
    }
    let headers = row.map { header($0) }
    let width = headers.count
    let surplusColumn = surplus.map { min(width - 1, max(0, $0(headers))) }

    var cells: [CSVCell] = []
    var firstCells: [UInt32] = []
    var lines: [UInt32] = []
    var rejected: [DamagedRow] = []
    var mended: [Int] = []
    // The first rows' length is a fair guess of the others'.
    let sample = bytes[at..<min(at + 1 << 14, bytes.count)]
    let length = sample.count / (sample.count { $0 == CSVScanner.lf } + 1)
    let guess = min(bytes.count / max(8, length) + 1, 1 << 20)
    // A cell takes a byte at least, what parts it from the next.
    cells.reserveCapacity(min(guess * width, bytes.count - at + 1))
    firstCells.reserveCapacity(guess + 1)
    lines.reserveCapacity(guess)
    while true {
      skipEmptyLines()
      guard at < bytes.count else { break }
      let start = at
      let startLine = line
      var isWhole = readRow()
      if !isWhole, surplusColumn != nil {
        // Its quotes are letters like others, and it ends with its line.
        rereading -= at - start
        at = start
        line = startLine
        takesQuotes = false
        isWhole = readRow()
        takesQuotes = true
        mended.append(lines.count)
      }
      guard isWhole else {
        resume(after: start, line: startLine)
        rejected.append(
          DamagedRow(place: .line(startLine), defect: .invalidText("\"")))
        guard rejected.count <= InputBound.damagedRows.most else {
          throw .tooMuch(file: file, place: rejected[0].place, of: .damagedRows)
        }
        continue
      }
      guard surplusColumn != nil || isText(start..<at) else {
        rejected.append(
          DamagedRow(place: .line(startLine), defect: .invalidText(encoding.rawValue)))
        continue
      }
      // Where every row goes out again, this one does too.
      if surplusColumn == nil, row.allSatisfy(isBlank) {
        emptyLines += 1
        continue
      }
      if row.count > width, let column = surplusColumn,
        row[width...].contains(where: { !isBlank($0) })
      {
        // Cells of one row follow each other in the text: with what parts them they are one cell.
        let last = column + row.count - width
        row[column] = CSVCell(
          row[column].range.lowerBound..<row[last].range.upperBound, escaped: false)
        row.removeSubrange(column + 1...last)
        if mended.last != lines.count { mended.append(lines.count) }
      } else if row.count > width, row[width...].contains(where: { !isBlank($0) }) {
        rejected.append(
          DamagedRow(place: .line(startLine), defect: .wrongColumnCount(row.count)))
        continue
      }
      firstCells.append(UInt32(cells.count))
      cells.append(contentsOf: row.prefix(width))
      lines.append(UInt32(startLine))
    }
    firstCells.append(UInt32(cells.count))
    return CSVTable(
      file: file, encoding: encoding, mendedLineCount: mendedLines, delimiter: delimiter,
      headers: headers,
      headerLine: headerLine, hasTitle: hasTitle, rejected: rejected, emptyLineCount: emptyLines,
      mendedRows: mended, bytes: bytes, cells: cells, firstCells: firstCells, lines: lines)
  }

  /// Goes to the first of the next twenty rows that holds column names, nowhere if none does.
  private mutating func goToHeaders(_ isHeader: ([String]) -> Bool) {
    let before = (at, line, emptyLines)
    let told = delimiter
    for _ in 0..<20 where at < bytes.count {
      let start = (at, line)
      separator = (told ?? CSVDelimiter.detect(in: bytes, from: at))?.rawValue ?? 0xFE
      if !readRow() {
        resume(after: start.0, line: start.1)
      } else if at - start.0 <= InputBound.headerLength.most,
        row.count <= InputBound.columns.most, isText(start.0..<at),
        isHeader(row.map { header($0) })
      {
        (at, line) = start
        return
      }
      hasTitle = hasTitle || row.contains { !isBlank($0) }
      skipEmptyLines()
    }
    (at, line, emptyLines) = before
    hasTitle = false
  }

  /// Reads the row at `at` into `row` and goes past its line end.
  ///
  /// - Returns: Whether its quotes close; if not, `at` and `line` are anywhere after its start.
  private mutating func readRow() -> Bool {
    row.removeAll(keepingCapacity: true)
    while true {
      guard readCell() else { return false }
      guard at < bytes.count else { return true }
      if bytes[at] == separator {
        at += 1
        continue
      }
      skipLineEnd()
      return true
    }
  }

  /// Reads the cell at `at`, up to the separator, line end or end of text after it.
  private mutating func readCell() -> Bool {
    let start = at
    let end = bytes.count
    guard takesQuotes, at < end, bytes[at] == CSVScanner.quote else {
      skipPlain()
      row.append(CSVCell(start..<at, escaped: false))
      return true
    }
    var doubled = false
    let startLine = line
    at += 1
    while true {
      while at < end, bytes[at] != CSVScanner.quote {
        if bytes[at] == CSVScanner.lf || bytes[at] == CSVScanner.cr {
          guard rereading > 0 else { return false }
          skipLineEnd()
        } else {
          at += 1
        }
      }
      guard at < end else { return false }
      if at + 1 < end, bytes[at + 1] == CSVScanner.quote {
        doubled = true
        at += 2
        continue
      }
      break
    }
    at += 1
    let closed = at
    skipPlain()
    if at == closed, !doubled {
      row.append(CSVCell(start + 1..<closed - 1, escaped: false))
      return true
    }
    row.append(CSVCell(start..<at, escaped: true))
    return at == closed || line == startLine
  }

  private mutating func skipPlain() {
    let separator = separator
    let end = bytes.count
    var here = at
    while here < end {
      let byte = bytes[here]
      if byte == separator || byte == CSVScanner.lf || byte == CSVScanner.cr { break }
      here += 1
    }
    at = here
  }

  /// Goes past CR LF, CR or LF.
  private mutating func skipLineEnd() {
    if bytes[at] == CSVScanner.cr, at + 1 < bytes.count, bytes[at + 1] == CSVScanner.lf { at += 1 }
    at += 1
    line += 1
  }

  /// Goes to the line after the one a rejected row started on.
  private mutating func resume(after start: Int, line startLine: Int) {
    rereading -= at - start
    at = start
    line = startLine
    while at < bytes.count, bytes[at] != CSVScanner.lf, bytes[at] != CSVScanner.cr { at += 1 }
    if at < bytes.count { skipLineEnd() }
  }

  private mutating func skipEmptyLines() {
    while at < bytes.count {
      var here = at
      while here < bytes.count, bytes[here] == 0x20 || bytes[here] == 0x09,
        bytes[here] != separator
      {
        here += 1
      }
      guard here < bytes.count else {
        // Spaces after the last line end.
        if here > at { emptyLines += 1 }
        at = here
        return
      }
      guard bytes[here] == CSVScanner.lf || bytes[here] == CSVScanner.cr else { return }
      at = here
      skipLineEnd()
      emptyLines += 1
    }
  }

  /// A first line `sep=;`, which gives spreadsheets the delimiter.
  private mutating func readSeparatorLine() {
    let end = at + 5
    guard end <= bytes.count, bytes[at..<at + 4].elementsEqual("sep=".utf8),
      let told = CSVDelimiter(rawValue: bytes[at + 4]),
      end == bytes.count || bytes[end] == CSVScanner.lf || bytes[end] == CSVScanner.cr
    else { return }
    delimiter = told
    at = end
    if at < bytes.count { skipLineEnd() }
  }

  private func isText(_ range: Range<Int>) -> Bool {
    isValid || UTF8Check(of: bytes, in: range).wrong == 0
  }

  private func isBlank(_ cell: CSVCell) -> Bool {
    let text = cell.escaped ? CSVRow.unquoted(bytes[cell.range]) : Array(bytes[cell.range])
    return Blank.trimmed(text, 0..<text.count).isEmpty
  }

  private func header(_ cell: CSVCell) -> String {
    let text = cell.escaped ? CSVRow.unquoted(bytes[cell.range]) : Array(bytes[cell.range])
    return String(decoding: text, as: UTF8.self)
  }
}
