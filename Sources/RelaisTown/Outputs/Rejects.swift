import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisReports
import RelaisWording

/// The folder `rejects/`: one table for every file of which rows were not taken.
///
/// Runs and imports write side by side: a run takes away the tables of earlier runs and leaves those of imports. An
/// import replaces the table of its file.
enum Rejects {
  static let folder = "rejects/"

  /// The table of one file.
  static func name(of file: String) -> String { folder + OutputName.part(of: file) + ".csv" }

  /// The tables of a run's files, by name.
  ///
  /// - Parameter taken: Names that imports have.
  static func tables(
    of files: [(kind: SourceKind, file: String, rows: [RejectedRow])], beside taken: Set<String>,
    _ wording: Wording
  ) -> [OutputPart] {
    var names = taken
    return files.filter { !$0.rows.isEmpty }.map { kind, file, rows in
      var name = Rejects.name(of: file)
      if !names.insert(name).inserted {
        name = folder + kind.text + "-" + name.dropFirst(folder.count)
        names.insert(name)
      }
      // A list of relays may say whom to call.
      return OutputPart(name, for: kind == .input(.adherents) ? .owner : .everybody) {
        RejectsCSV.bytes(rows, wording)
      }
    }
  }
}
