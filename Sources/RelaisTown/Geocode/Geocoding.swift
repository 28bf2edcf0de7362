import RelaisFormats
import RelaisGeo
public import RelaisReports

/// A file of addresses ready to be geocoded: its columns are found, the address base is read.
public struct Geocoding {
  private let file: GeocodedFile
  private let base: AddressBase
  /// Files that are read.
  public let inputs: [String]

  /// - Parameters:
  ///   - path: A CSV.
  ///   - columns: Columns of the address, empty to guess.
  ///   - addresses: Files of addresses; none for those of the territory.
  /// - Throws: `FormatError`; `RequestError` for columns that are not there, and without addresses.
  public init(
    _ path: String, columns: [String] = [], addresses: [String] = [],
    else territory: TerritorySearch, _ work: Work
  ) throws {
    // Before the base is read: what the file lacks is said at once.
    file = try GeocodedFile(path, columns: columns)
    inputs = [path] + addresses
    work.progress(.readingAddresses)
    guard let base = try AddressBases.read(addresses, else: territory) else {
      throw RequestError.addressesNeeded
    }
    self.base = base
  }

  /// Matches every row and hands out the lines of the result, in order.
  ///
  /// - Throws: what `write` throws; ``Interrupted``.
  public func run(_ work: Work, write: ([UInt8]) throws -> Void) throws -> GeocodingTally {
    try file.run(GeocodingBatch(base), work, write: write)
  }

  /// Writes the result into a file, whole or not at all.
  ///
  /// - Throws: `OutputError` where a file there is not a result like it; `FormatError`; ``Interrupted``, and then what was there is as it was.
  public func run(_ work: Work, to path: String) throws -> GeocodingTally {
    if OutputFile.isStream(path) {
      return try run(work) { try OutputFile.write($0, to: path, reading: inputs) }
    }
    try OutputFile.check(path, reading: inputs, isOwn: GeocodedFile.isResult)
    let stream = try AtomicFileStream(to: path)
    let tally = try run(work) { try stream.append($0) }
    try stream.commit()
    return tally
  }
}
