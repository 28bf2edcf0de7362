import Foundation
import GRDB
import RelaisFormats
import RelaisGeo

/// How the registry is opened.
enum RegistryConnection {
  /// - Parameters:
  ///   - patience: Seconds to wait for another program that writes.
  ///   - pageLimit: The most pages the file may have; only tests set it.
  static func configuration(patience: Double = 30, pageLimit: Int? = nil) -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      // The schema is trusted only once it is known to be ours (RegistryMigrator.check).
      try database.execute(
        sql: """
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA synchronous = FULL;
          PRAGMA secure_delete = ON;
          PRAGMA cache_size = -65536;
          PRAGMA temp_store = MEMORY;
          """)
      if let pageLimit { try database.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
      for function in functions { database.add(function: function) }
    }
    return configuration
  }

  /// What the triggers of a GeoPackage call; without them not even a name could be changed.
  private static var functions: [DatabaseFunction] {
    let sides: [(String, @Sendable (Envelope) -> Double)] = [
      ("ST_MinX", { $0.minX }), ("ST_MaxX", { $0.maxX }), ("ST_MinY", { $0.minY }),
      ("ST_MaxY", { $0.maxY }),
    ]
    return sides.map { name, side in
      DatabaseFunction(name, argumentCount: 1, pure: true) { values in
        Data.fromDatabaseValue(values[0]).flatMap { envelope(of: $0) }.map(side)
      }
    } + [
      DatabaseFunction("ST_IsEmpty", argumentCount: 1, pure: true) { values in
        guard let blob = Data.fromDatabaseValue(values[0]) else { return nil }
        return envelope(of: blob) == nil
      }
    ]
  }

  /// The box of a geometry. A point as this program writes it is read at once: its triggers ask five times for each row.
  private static func envelope(of blob: Data) -> Envelope? {
    blob.withUnsafeBytes { bytes in
      // No envelope, not empty, little-endian, as is the point (OGC 12-128r19, clause 2.1.3).
      guard bytes.count == 29, bytes[0] == 0x47, bytes[1] == 0x50, bytes[3] == 1, bytes[8] == 1,
        bytes.loadUnaligned(fromByteOffset: 9, as: UInt32.self).littleEndian == 1
      else { return nil }
      func number(_ offset: Int) -> Double {
        Double(
          bitPattern: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian)
      }
      let (x, y) = (number(13), number(21))
      return x.isFinite && y.isFinite ? Envelope(minX: x, minY: y, maxX: x, maxY: y) : nil
    } ?? GeoPackageParts.envelope(of: [UInt8](blob))
  }
}
