import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisReports
import RelaisWording

/// The address base of a command: files named, or those of the territory, kept ready in its cache.
enum AddressBases {
  /// The base of the files named, else the territory's.
  ///
  /// - Returns: `nil` where there are no address files, or no territory.
  /// - Throws: ``FormatError``, ``TerritoryError`` for a named folder that is not a territory.
  static func read(_ files: [String], else search: TerritorySearch) throws -> AddressBase? {
    if !files.isEmpty { return try AddressBase.read(files).base }
    do { return try read(of: search.find()) } catch let error as TerritoryError {
      if search.named == nil { return nil }
      throw error
    }
  }

  /// The territory's, from its cache where that was made of the same files.
  static func read(of territory: Territory) throws -> AddressBase? {
    let files = territory.files(.addresses)
    guard !files.isEmpty else { return nil }
    let file = try cacheFile(territory, files)
    if let bytes = try? InputFile(path: file).bytes, let base = AddressBase(fileBytes: bytes) {
      return base
    }
    let base = try AddressBase.read(files).base
    keep(base, file, territory)
    return base
  }

  /// Reads the territory's files anew and keeps what they hold.
  static func index(
    _ territory: Territory
  ) throws -> (base: AddressBase, sources: [AddressBase.Source])? {
    let files = territory.files(.addresses)
    guard !files.isEmpty else { return nil }
    let read = try AddressBase.read(files)
    keep(read.base, try cacheFile(territory, files), territory)
    return read
  }

  /// Its name says what it was made of.
  private static func cacheFile(_ territory: Territory, _ files: [String]) throws -> String {
    let prints = try files.map { try Fingerprint.ofFile(at: $0) }.joined(separator: "\n")
    return territory.cacheFolder + "/addresses-\(Fingerprint.of(Array(prints.utf8)).prefix(16)).bin"
  }

  /// A cache that cannot be written is skipped: everything works without it.
  private static func keep(_ base: AddressBase, _ file: String, _ territory: Territory) {
    guard (try? AtomicFile.createDirectory(territory.cacheFolder)) != nil else { return }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: territory.cacheFolder)) ?? []
    for name in names where name.hasPrefix("addresses-") && name.hasSuffix(".bin") {
      try? FileManager.default.removeItem(atPath: territory.cacheFolder + "/" + name)
    }
    try? AtomicFile.write(base.fileBytes(), to: file)
  }
}
