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
        Data.fromDatabaseValue(values[0]).flatMap { GeoPackageParts.envelope(of: [UInt8]($0)) }
          .map(side)
      }
    } + [
      DatabaseFunction("ST_IsEmpty", argumentCount: 1, pure: true) { values in
        guard let blob = Data.fromDatabaseValue(values[0]) else { return nil }
        return GeoPackageParts.envelope(of: [UInt8](blob)) == nil
      }
    ]
  }
}
