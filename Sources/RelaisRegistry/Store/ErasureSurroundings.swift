import Foundation

/// What lies around a registry and may hold people to be erased.
package struct ErasureSurroundings {
  /// Copies of the registry.
  package var copies: [String]
  /// Other files in which people are: those the program made, to be removed, and those it leaves.
  package var files: (_ people: [PersonTraces]) throws -> (ours: [String], others: [String])

  package init(
    copies: [String],
    files: @escaping (_ people: [PersonTraces]) throws -> (ours: [String], others: [String])
  ) {
    self.copies = copies
    self.files = files
  }

  /// The copies the program laid beside a registry.
  static func beside(_ path: String) -> ErasureSurroundings {
    let above = (path as NSString).deletingLastPathComponent
    let names = try? FileManager.default.contentsOfDirectory(atPath: above.isEmpty ? "." : above)
    let own = (path as NSString).lastPathComponent + ErasableCopy.ending
    return ErasureSurroundings(
      copies: (names ?? []).filter { $0.hasPrefix(own) }.sorted()
        .map { above.isEmpty ? $0 : above + "/" + $0 }
    ) { _ in ([], []) }
  }

  /// Whether one of the people stands in the bytes of a file.
  package static func holds(_ path: String, _ people: [PersonTraces]) throws -> Bool {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    return people.contains { $0.appear(inRaw: bytes) }
  }
}
