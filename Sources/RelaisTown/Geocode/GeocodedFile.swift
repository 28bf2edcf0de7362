import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisReports
import RelaisWording

/// A CSV file on its way through the geocoder: every row goes out again, with what was found.
struct GeocodedFile {
  private static let headers = [
    "result_lon", "result_lat", "result_x", "result_y", "result_score", "result_type",
    "result_label", "result_id", "result_housenumber", "result_street", "result_postcode",
    "result_citycode", "result_city", "result_check",
  ]

  private let table: CSVTable
  private let columns: AddressColumns
  /// The file's own columns; results of an earlier run are made anew.
  private let kept: [Int]
  private let mended: Set<Int>

  /// - Parameter names: Columns of the address, empty to guess.
  /// - Throws: ``FormatError``; ``RequestError`` for columns that are not there.
  init(_ path: String, columns names: [String]) throws {
    func columns(_ headers: [String]) -> AddressColumns? {
      names.isEmpty ? AddressColumns(headers) : AddressColumns(headers, named: names)
    }
    table = try CSVReader.readEveryRow(InputFile(path: path)) { columns($0)?.main ?? 0 }
    guard let found = columns(table.headers) else {
      throw names.isEmpty
        ? RequestError.noAddressColumn(file: path, among: table.headers)
        : RequestError.noSuchColumn(names, file: path, among: table.headers)
    }
    self.columns = found
    kept = table.headers.indices.filter { [headers = table.headers] in
      !GeocodedFile.headers.contains(headers[$0])
    }
    mended = Set(table.mendedRows)
  }

  /// Matches every row and hands out the lines, some thousands of rows at a time, in order.
  ///
  /// The lines are UTF-8, parted as the file's own, with a byte order mark where it had one or was in
  /// another encoding, so that a spreadsheet reads it as before.
  func run(
    _ batch: consuming GeocodingBatch, _ work: Work,
    write: ([UInt8]) throws -> Void
  ) throws -> GeocodingTally {
    var tally = GeocodingTally()
    var writer = CSVWriter(
      headers: kept.map { table.headers[$0] } + GeocodedFile.headers,
      delimiter: table.delimiter ?? .semicolon, decimalComma: false,
      mark: table.encoding != .utf8, keepsLineEnds: true)
    let rows = table.rows
    var start = 0
    while start < rows.count {
      try work.cancellation.check()
      work.progress(.geocoding, start, of: rows.count)
      let end = min(rows.count, start + batch.size)
      let matches = batch.match(rows[start..<end].map(columns.input))
      for (row, match) in zip(rows[start..<end], matches) {
        var match = match
        if mended.contains(row.index) { match.checks.append(.brokenRow) }
        tally.add(match)
        writer.append(
          kept.map { .text(row[$0]) }
            + cells(match, match.position.flatMap { batch.point($0) }, work.wording))
      }
      try write(writer.takeBytes())
      start = end
    }
    try work.cancellation.check()
    try write(writer.takeBytes())
    return tally
  }

  /// Whether a file that begins so is one that was geocoded before.
  static func isResult(_ beginning: [UInt8]) -> Bool {
    let header = beginning.prefix { $0 != UInt8(ascii: "\n") }
    return String(decoding: header, as: UTF8.self).contains(headers[0])
  }

  private func cells(
    _ match: GeocodingMatch, _ point: PlanarPoint?, _ wording: Wording
  ) -> [CSVWriter.Cell] {
    [
      match.position.map { .decimal($0.x, decimals: 7) } ?? .empty,
      match.position.map { .decimal($0.y, decimals: 7) } ?? .empty,
      point.map { .decimal($0.x, decimals: 2) } ?? .empty,
      point.map { .decimal($0.y, decimals: 2) } ?? .empty,
      match.kind == nil ? .empty : .decimal(match.score, decimals: 4),
      .text(match.kind?.rawValue ?? ""), .text(match.label), .text(match.id),
      .text(match.houseNumber), .text(match.street), .text(match.postcode), .text(match.cityCode),
      .text(match.city), .text(wording.checks(match)),
    ]
  }
}
