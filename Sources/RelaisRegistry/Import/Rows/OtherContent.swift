import RelaisFormats

/// Tables that hold something other than a list of places, and would be thousands of them.
enum OtherContent {
  /// - Parameter isOnEarth: On a plane, numbers and streets are whatever a file calls so.
  /// - Throws: ``FormatError``, for an address base and INSEE's register.
  static func check(_ table: CSVTable, isOnEarth: Bool = true) throws(FormatError) {
    if SireneReader.Kind(table) != nil { throw .registerAsPlaces(file: table.file) }
    let columns = ColumnFinder(table.headers, as: .addressBase)
    // A list of shops may have its house numbers in a column too; it also has their names.
    guard isOnEarth, columns.has(.streetID) || columns.has(.cityCode) || columns.has(.positionKind),
      !columns.has(.name, in: .adherents), AddressReader.recognises(table)
    else { return }
    throw .addressesAsPlaces(file: table.file)
  }
}
