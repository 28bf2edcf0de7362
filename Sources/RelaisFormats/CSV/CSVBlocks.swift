/// Reads a long CSV file piece by piece: only the rows a test lets through, in tables of about a
/// megabyte, so that memory does not grow with the file.
///
/// The test sees a row's bytes before anything is made of them. A line break inside quotes belongs to
/// its row; a quote that is not closed within ``longestRow`` bytes is a letter, and its row ends at the
/// line's end.
struct CSVBlocks: ~Copyable {
  /// Bytes a row may have before its quotes are given up.
  static let longestRow = 1 << 16
  /// Bytes past which a line without an end is no text.
  static let longestLine = 1 << 26
  /// Bytes read at once, unless a test wants fewer. More are no faster: tables of them leave the caches.
  static let standardPiece = 1 << 20

  private let pieceSize: Int
  private let path: String
  private let header: [UInt8]

  private let source: any ByteSource
  /// What was read and not yet split into rows.
  private var pending: [UInt8]
  private var isAtEnd = false
  /// The line `pending` begins on.
  private var line = 2

  /// - Throws: `FormatError`.
  init(path: String, pieceSize: Int = CSVBlocks.standardPiece) throws(FormatError) {
    var source: any ByteSource
    if let table = try InputFile.table(path) {
      source = MemoryBytes(table)
    } else {
      source = try InputContent(path).source
    }
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

  /// The header with its line end, also where the file has none.
  var headerLine: [UInt8] { header.last == 0x0A ? header : header + [0x0A] }

  /// The column names, and no rows.
  ///
  /// - Throws: `FormatError`.
  func columns() throws(FormatError) -> CSVTable { try CSVReader.read(header, file: path) }

  /// The next rows the test lets through, with the lines they are on in the file.
  ///
  /// - Parameter count: Counts the rows that are not let through.
  /// - Returns: A table, empty when none of a piece was let through, and the bytes of its rows as they are
  ///   in the file; `nil` at the end of the file.
  /// - Throws: `FormatError`.
  mutating func next(
    countingOthers count: inout Int, where isTaken: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(FormatError) -> (table: CSVTable, text: [UInt8])? {
    var kept: [UInt8] = []
    var lines: [Int] = []
    var others = 0
    let mostKept = pending.count + 1
    let hasMore = try pass { row, line, breaks in
      guard isTaken(row) else {
        others += 1
        return
      }
      if kept.isEmpty { kept.reserveCapacity(mostKept) }
      kept.append(contentsOf: row)
      if row.last != 0x0A { kept.append(0x0A) }
      // Every line break has its line, so that any row of the table finds its own.
      for offset in 0..<max(1, breaks) { lines.append(line + offset) }
    }
    count += others
    return hasMore ? (try table(kept, lines), kept) : nil
  }

  /// Calls `body` with the next whole rows, the lines they begin on and their line breaks, blank ones left
  /// out.
  ///
  /// - Returns: `false` at the end of the file.
  /// - Throws: `FormatError`.
  private mutating func pass(
    _ body: (UnsafeBufferPointer<UInt8>, _ line: Int, _ breaks: Int) -> Void
  ) throws(FormatError) -> Bool {
    while true {
      if pending.isEmpty, isAtEnd { return false }
      let used = split(body)
      pending.removeFirst(used)
      if used == 0, pending.count > CSVBlocks.longestLine {
        throw .damaged(
          file: path, place: .line(line), detail: "longer than \(CSVBlocks.longestLine) bytes")
      }
      if !isAtEnd { try readMore() }
      // A piece that is no whole row needs more of the file.
      if used > 0 || isAtEnd && pending.isEmpty { return true }
    }
  }

  /// Tells rows apart as far as `pending` has whole ones; how many bytes they are.
  private mutating func split(
    _ body: (UnsafeBufferPointer<UInt8>, _ line: Int, _ breaks: Int) -> Void
  ) -> Int {
    var used = 0
    let isLast = isAtEnd
    var line = line
    pending.withUnsafeBufferPointer { bytes in
      while used < bytes.count, let end = CSVBlocks.rowEnd(bytes, from: used, isLast: isLast) {
        let row = UnsafeBufferPointer(rebasing: bytes[used..<end.at])
        if row.contains(where: { !Blank.isBlank($0) }) { body(row, line, end.breaks) }
        line += end.breaks
        used = end.at
      }
    }
    self.line = line
    return used
  }

  /// Where the row that starts somewhere ends, and its line breaks; `nil` if that is not known yet.
  private static func rowEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool
  ) -> (at: Int, breaks: Int)? {
    let limit = min(bytes.count, start + longestRow)
    var isQuoted = false
    var breaks = 0
    var at = start
    while let end = bytes.first(0x0A, from: at, to: limit) {
      while let quote = bytes.first(0x22, from: at, to: end) {
        isQuoted.toggle()
        at = quote + 1
      }
      at = end + 1
      breaks += 1
      if !isQuoted { return (at, breaks) }
    }
    // The quotes did not close, or the file ends here.
    let isCut = limit < bytes.count
    guard isCut || isLast else { return nil }
    while let quote = bytes.first(0x22, from: at, to: limit) {
      isQuoted.toggle()
      at = quote + 1
    }
    if isQuoted || isCut, let end = bytes.first(0x0A, from: start, to: bytes.count) {
      return (end + 1, 1)
    }
    return isLast ? (bytes.count, breaks) : nil
  }

  private mutating func readMore() throws(FormatError) {
    let piece = try source.read(atMost: pieceSize)
    pending.append(contentsOf: piece)
    isAtEnd = piece.isEmpty
    // The end-of-file mark of DOS is no row.
    while isAtEnd, pending.last == 0x1A { pending.removeLast() }
  }

  private func table(_ rows: [UInt8], _ lines: [Int]) throws(FormatError) -> CSVTable {
    let table = try CSVReader.read(headerLine + rows, file: path)
    return table.numbered { line in lines.indices.contains(line - 2) ? lines[line - 2] : line }
  }
}

extension CSVTable {
  /// The same rows under other line numbers.
  fileprivate func numbered(_ line: (Int) -> Int) -> CSVTable {
    CSVTable(
      file: file, encoding: encoding, mendedLineCount: mendedLineCount, delimiter: delimiter,
      headers: headers,
      headerLine: headerLine, hasTitle: hasTitle,
      rejected: rejected.map { row in
        guard case .line(let number) = row.place else { return row }
        var row = row
        row.place = .line(line(number))
        return row
      }, emptyLineCount: emptyLineCount, mendedRows: mendedRows, bytes: bytes, cells: cells,
      firstCells: firstCells,
      lines: lines.map { UInt32(clamping: line(Int($0))) })
  }
}
