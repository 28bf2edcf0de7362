import Foundation

/// The last file that was converted or unpacked, so that looking at it and reading it do so once.
///
/// Its name is taken off the disk as soon as it is open: nothing is left behind, however the process ends.
enum ConvertedPackage {
  private struct Key: Equatable {
    var path: String
    var layer: String?
    var parts: [FileState]
  }

  private struct Last {
    var key: Key
    var package: GeoPackageReader
  }

  // Every access holds the lock.
  private nonisolated(unsafe) static var last: Last?
  private static let lock = NSLock()

  /// A file of a foreign format or a compressed GeoPackage, as a GeoPackage whose errors name the file.
  ///
  /// - Parameter format: `nil` for what is a GeoPackage already.
  /// - Returns: `nil` for a GeoPackage that is not compressed.
  /// - Throws: as ``Conversion`` and ``UnpackedFile`` do.
  static func of(
    _ path: String, _ format: ForeignFormat?, layer: String?
  ) throws(FormatError) -> GeoPackageReader? {
    if format == nil {
      guard try InputContent(path).isPacked else { return nil }
    }
    let isAddress = format?.isAddress ?? false
    // A file is converted whole, and the layer chosen after.
    let wanted = isAddress ? layer : nil
    let key = Key(
      path: path, layer: wanted,
      parts: isAddress ? [] : ForeignFormat.parts(of: path).map { FileState(of: $0) })
    lock.lock()
    defer { lock.unlock() }
    if let last, last.key == key { return last.package }
    last = nil
    let package: GeoPackageReader
    if let format {
      let conversion = try Conversion(path, format, layer: wanted)
      package = try GeoPackageReader(path: conversion.path, of: path, conversion)
    } else {
      guard let unpacked = try UnpackedFile(of: path) else { return nil }
      package = try GeoPackageReader(at: unpacked.paths[0], named: path)
      // Its name goes when it is open.
      withExtendedLifetime(unpacked) {}
    }
    last = Last(key: key, package: package)
    return package
  }
}
