import Foundation

/// The package's own Swift files, read from where this one lies.
enum Sources {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Swift files below a folder of the package, their paths relative to it, sorted.
  static func files(_ folder: String) throws -> [(path: String, source: String)] {
    let base = root.appendingPathComponent(folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: base.path)
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map {
      ($0, try String(contentsOf: base.appendingPathComponent($0), encoding: .utf8))
    }
  }

  /// The same, taken apart.
  static func texts(_ folder: String) throws -> [(path: String, text: SourceText)] {
    try files(folder).map { ($0.path, SourceText($0.source)) }
  }
}
