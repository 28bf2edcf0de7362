import CoverageEngine
import Foundation
import RelaisGeo
import RelaisReports
import RelaisWording

/// The folder `rejects/`: one table for every file of which rows were not taken.
///
/// Runs and imports write side by side: a run takes away the tables of earlier runs, and leaves
/// those of imports, which are named in a hidden list. An import replaces the table of its file.
struct Rejects {
  let folder: String
  private let wording: Wording

  init(in outputFolder: String, _ wording: Wording) {
    folder = outputFolder + "/rejects"
    self.wording = wording
  }

  private var list: String { folder + "/.imports" }

  /// Names of the tables imports wrote.
  private var imported: Set<String> {
    let bytes = FileManager.default.contents(atPath: list) ?? Data()
    return Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
  }

  /// Writes the tables of a run's files, those of earlier runs going.
  func write(_ tables: [(kind: String, file: String, rows: [RejectedRow])]) throws {
    try AtomicFile.createDirectory(folder)
    let imported = imported
    var written = imported
    for (kind, file, rows) in tables where !rows.isEmpty {
      var name = Rejects.name(of: file)
      if !written.insert(name).inserted {
        name = "\(kind)-\(name)"
        written.insert(name)
      }
      try AtomicFile.write(RejectsCSV.bytes(rows, wording), to: folder + "/" + name)
    }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasSuffix(".csv") && !written.contains(name) {
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }

  /// Writes the table of an imported file; where every row was taken, an earlier one goes.
  ///
  /// - Returns: The table's path, `nil` if nothing was rejected.
  func write(imported file: String, _ rows: [RejectedRow]) throws -> String? {
    let name = Rejects.name(of: file)
    let path = folder + "/" + name
    var names = imported
    if rows.isEmpty {
      guard names.remove(name) != nil else { return nil }
      try? FileManager.default.removeItem(atPath: path)
    } else {
      try AtomicFile.createDirectory(folder)
      try AtomicFile.write(RejectsCSV.bytes(rows, wording), to: path)
      names.insert(name)
    }
    let text = names.sorted().map { $0 + "\n" }.joined()
    try AtomicFile.write(Array(text.utf8), to: list)
    return rows.isEmpty ? nil : path
  }

  private static func name(of file: String) -> String {
    (file as NSString).lastPathComponent + ".csv"
  }
}
