public import RelaisGeo

extension AddressBase {
  /// What reading an address base made, and what it could not take.
  public struct Source: Sendable {
    public var file: String
    public var format: AddressReader.Format
    public var rows: Int
    public var rejected: [DamagedRow]
  }

  /// Reads address bases (``AddressReader``) into one.
  ///
  /// - Throws: ``FormatError``, at the first file that cannot be read at all.
  public static func read(_ files: [String]) throws -> (base: AddressBase, sources: [Source]) {
    var builder = AddressBaseBuilder()
    var sources: [Source] = []
    for file in files {
      let reader = try AddressReader(InputFile(path: file))
      let rejected = reader.records { builder.add($0) }
      sources.append(
        Source(
          file: file, format: reader.format, rows: reader.table.rowCount, rejected: rejected))
    }
    return (builder.finish(), sources)
  }
}
