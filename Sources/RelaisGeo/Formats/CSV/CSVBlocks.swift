/// Reads a long CSV file piece by piece: only the rows a test lets through, in tables of some
/// megabytes, so that memory does not grow with the file.
///
/// The test sees a row's bytes before anything is made of them. A line break inside quotes belongs to
/// its row; a quote that is not closed within ``longestRow`` bytes is a letter, and its row ends at the
/// line's end.
struct CSVBlocks: ~Copyable {
  /// Bytes a row may have before its quotes are given up.
  static let longestRow = 1 << 16
  /// Bytes read at once, unless a test wants fewer.
  static let standardPiece = 8 << 20

  private let pieceSize: Int
  private let path: String
  /// The header line, its line end included.
  let header: [UInt8]

  private let source: any ByteSource
  /// What was read and not yet told apart.
  private var pending: [UInt8]
  private var isAtEnd = false
  /// The line `pending` begins on.
  private var line = 2

  /// - Throws: `FormatError`.
  init(path: String, pieceSize: Int = CSVBlocks.standardPiece) throws(FormatError) {
    var source = try InputContent.open(path)
    var head = try source.read(atMost: pieceSize)
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      // UTF-16 has to be made another text first; registers are not written so.
      source = MemoryBytes(try DecodedText(InputFile(path: path).bytes, file: path).bytes)
      head = try source.read(atMost: pieceSize)
    }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head.removeFirst(3) }
    guard !head.isEmpty else { throw .empty(file: path) }
    let end = head.firstIndex(of: 0x0A).map { $0 + 1 } ?? head.count
    self.path = path
    self.pieceSize = pieceSize
    self.source = source
    header = Array(head[..<end])
    pending = Array(head[end...])
  }

  /// The next rows the test lets through, with the lines they are on in the file.
  ///
  /// - Parameter count: Counts every row, let through or not.
  /// - Returns: A table, empty when none of a piece was let through; `nil` at the end of the file.
  /// - Throws: `FormatError`.
  mutating func next(
    counting count: inout Int, where isTaken: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(FormatError) -> CSVTable? {
    var kept: [UInt8] = []
    var lines: [Int] = []
    let hasMore = try pass(counting: &count) { row, line in
      guard isTaken(row) else { return }
      kept.append(contentsOf: row)
      if row.last != 0x0A { kept.append(0x0A) }
      // Every line break has its line, so that any row of the table finds its own.
      let breaks = row.count { $0 == 0x0A }
      for offset in 0..<max(1, breaks) { lines.append(line + offset) }
    }
    return hasMore ? try table(kept, lines) : nil
  }

  /// Calls `body` with the next whole rows and the lines they begin on, blank ones left out.
  ///
  /// - Returns: `false` at the end of the file.
  /// - Throws: `FormatError`.
  mutating func pass(
    counting count: inout Int, _ body: (UnsafeBufferPointer<UInt8>, _ line: Int) -> Void
  ) throws(FormatError) -> Bool {
    while true {
      if pending.isEmpty, isAtEnd { return false }
      let used = split(&count, body)
      pending.removeFirst(used)
      if !isAtEnd { try readMore() }
      // A piece that is no whole row needs more of the file.
      if used > 0 || isAtEnd && pending.isEmpty { return true }
    }
  }

  /// Tells rows apart as far as `pending` has whole ones; how many bytes they are.
  private mutating func split(
    _ count: inout Int, _ body: (UnsafeBufferPointer<UInt8>, _ line: Int) -> Void
  ) -> Int {
    var used = 0
    let isLast = isAtEnd
    var line = line
    pending.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        guard let end = CSVBlocks.rowEnd(bytes, from: start, isLast: isLast) else { break }
        let row = UnsafeBufferPointer(rebasing: bytes[start..<end])
        var breaks = 0
        for byte in row where byte == 0x0A { breaks += 1 }
        if row.contains(where: { !Blank.isBlank($0) }) {
          count += 1
          body(row, line)
        }
        line += breaks
        start = end
      }
      used = start
    }
    self.line = line
    return used
  }

  /// Where the row that starts somewhere ends; `nil` if that cannot be told yet.
  private static func rowEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool
  ) -> Int? {
    var isQuoted = false
    var at = start
    let limit = min(bytes.count, start + longestRow)
    while at < limit {
      let byte = bytes[at]
      if byte == 0x22 { isQuoted.toggle() }
      at += 1
      if byte == 0x0A, !isQuoted { return at }
    }
    // The quotes did not close, or the file ends here.
    let isCut = limit < bytes.count
    guard isCut || isLast else { return nil }
    if isQuoted || isCut {
      at = start
      while at < bytes.count {
        at += 1
        if bytes[at - 1] == 0x0A { return at }
      }
      return isLast ? bytes.count : nil
    }
    return bytes.count
  }

  private mutating func readMore() throws(FormatError) {
    let piece = try source.read(atMost: pieceSize)
    pending.append(contentsOf: piece)
    isAtEnd = piece.isEmpty
    // The end-of-file mark of DOS is no row.
    while isAtEnd, pending.last == 0x1A { pending.removeLast() }
  }

  private func table(_ rows: [UInt8], _ lines: [Int]) throws(FormatError) -> CSVTable {
    var head = header
    if head.last != 0x0A { head.append(0x0A) }
    let table = try CSVReader.read(head + rows, file: path)
    return table.numbered { line in lines.indices.contains(line - 2) ? lines[line - 2] : line }
  }
}

extension CSVTable {
  /// The same rows under other line numbers.
  fileprivate func numbered(_ line: (Int) -> Int) -> CSVTable {
    CSVTable(
      file: file, encoding: encoding, delimiter: delimiter, headers: headers,
      headerLine: headerLine, hasTitle: hasTitle,
      rejected: rejected.map { row in
        guard case .line(let number) = row.place else { return row }
        var row = row
        row.place = .line(line(number))
        return row
      }, emptyLineCount: emptyLineCount, mendedRows: mendedRows, bytes: bytes, cells: cells,
      lines: lines.map { UInt32(clamping: line(Int($0))) })
  }
}
