import Foundation

/// The last file that was converted, so that looking at it and reading it convert it once.
///
/// Its name is taken off the disk as soon as it is open: nothing is left behind, however the process ends.
enum ConvertedPackage {
  private struct Key: Equatable {
    var path: String
    var layer: String?
    var parts: [[Int]]
  }

  private struct Last {
    var key: Key
    var package: GeoPackageReader
  }

  // Every access holds the lock.
  private nonisolated(unsafe) static var last: Last?
  private static let lock = NSLock()

  /// A file of a foreign format, as a GeoPackage whose errors name the file.
  ///
  /// - Throws: as ``Conversion`` does.
  static func of(
    _ path: String, _ format: ForeignFormat, layer: String?
  ) throws(FormatError) -> GeoPackageReader {
    // A file is converted whole, and the layer chosen after.
    let wanted = format.isAddress ? layer : nil
    let key = Key(
      path: path, layer: wanted,
      parts: format.isAddress ? [] : ForeignFormat.parts(of: path).map(state))
    lock.lock()
    defer { lock.unlock() }
    if let last, last.key == key { return last.package }
    last = nil
    let conversion = try Conversion(path, format, layer: wanted)
    let package = try GeoPackageReader(path: conversion.path, of: path, conversion)
    last = Last(key: key, package: package)
    return package
  }

  private static func state(_ path: String) -> [Int] {
    var status = stat()
    guard stat(path, &status) == 0 else { return [] }  // -1 on failure
    return [
      Int(status.st_ino), Int(status.st_size), Int(status.st_mtim.tv_sec),
      Int(status.st_mtim.tv_nsec),
    ]
  }
}
