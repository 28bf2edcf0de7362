import Foundation

/// A file's content in memory, inflated if it was gzip or a zip archive whose data is one file.
public struct InputFile: Sendable {
  /// The path as it was given; errors name it so.
  public let path: String
  /// The content, after inflating.
  public let bytes: [UInt8]

  /// The most bytes a content may have: 8 GiB, or half the machine's memory where that is less.
  public static let maximumSize = Int(
    min(8 << 30, max(64 << 20, ProcessInfo.processInfo.physicalMemory / 2)))

  /// Loads a file, through symbolic links, and inflates it if its content is compressed.
  ///
  /// - Parameter maximumSize: Bytes past which the content is refused, before and after inflating.
  /// - Throws: `FormatError.notFound`, `.isDirectory`, `.notReadable` (also for what is too large,
  ///   and for pipes and devices), `.empty` (also for gzip of nothing), `.damaged` (gzip cut short
  ///   or with a wrong checksum), `.inflatesTooFar`, `.archive` (zip that is damaged, or of which the
  ///   file is not evident).
  /// - Complexity: O(size), the content held once.
  public init(path: String, maximumSize: Int = InputFile.maximumSize) throws(FormatError) {
    self.path = path
    if let table = try InputFile.table(path) {
      bytes = table
      return
    }
    let content = try InputContent(path, maximumSize: maximumSize)
    var bytes = try content.source.read(atMost: content.plainSize ?? 0)
    while true {
      let piece = try content.source.read(atMost: 1 << 20)
      if piece.isEmpty { break }
      bytes += piece
    }
    guard !bytes.isEmpty else { throw .empty(file: path) }
    self.bytes = bytes
  }

  /// What GDAL makes of a workbook or a dBase table, as CSV; `nil` for other files, and without GDAL.
  ///
  /// - Throws: as ``Conversion``.
  static func table(_ path: String) throws(FormatError) -> [UInt8]? {
    let file = try RawFile(path: path)
    // Other files are read once.
    guard let first = try file.bytes(at: 0, count: 1).first, [0x50, 0x1F, 0xD0, 3].contains(first),
      Conversion.program != nil, let format = ForeignFormat(of: path), format.isTable
    else { return nil }
    let conversion = try Conversion(path, format)
    // The converted file goes with it.
    defer { withExtendedLifetime(conversion) {} }
    let made = try RawFile(path: conversion.path)
    let bytes = try made.read(atMost: made.size)
    guard format != .dbf else { return bytes }
    // The rows of a sheet stand below names GDAL gives its columns.
    guard let end = bytes.firstIndex(of: 0x0A) else { throw .empty(file: path) }
    return Array(bytes[(end + 1)...])
  }

  /// Content that is already in memory, under the name errors will give it.
  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// All bytes of a file, as they are.
  static func load(
    _ path: String, maximumSize: Int = InputFile.maximumSize
  ) throws(FormatError) -> [UInt8] {
    let file = try RawFile(path: path)
    guard file.size <= maximumSize else {
      throw .notReadable(file: path, detail: "larger than \(maximumSize) bytes")
    }
    return try file.read(atMost: file.size)
  }
}
