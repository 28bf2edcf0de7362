import Foundation
import RelaisFormats
import RelaisGeo

/// The list of what Relais made in a folder, kept in the folder as `.relais.json`.
///
/// It may have been edited or come with somebody else's territory: a name counts only if it is one that outputs
/// bear, below the folder, so that no list leads a run to a file elsewhere.
struct OutputList: Hashable {
  static let fileName = ".relais.json"
  private static let schema = "relais.outputs/1"
  /// The most of a list that is read, bytes: some ten thousand school pages.
  private static let bound = 4 << 20

  /// What runs and reports made, below the folder: `gaps.csv`, `schools/…html`.
  var files: Set<String> = []
  /// What imports made; a run leaves it.
  var imported: Set<String> = []

  private struct Content: Codable {
    var schema: String
    var files: [String]
    var imported: [String]?
  }

  /// - Returns: `nil` where the folder has no list, or one that cannot be read.
  init?(in folder: String) {
    let path = folder + "/" + OutputList.fileName
    guard let size = FileManager.default.sizeOfFile(path), size <= OutputList.bound,
      let bytes = FileManager.default.contents(atPath: path),
      let content = try? JSONDecoder().decode(Content.self, from: bytes),
      content.schema == OutputList.schema
    else { return nil }
    files = Set(content.files.filter(OutputName.isSound))
    imported = Set((content.imported ?? []).filter(OutputName.isSound))
  }

  init() {}

  func contains(_ name: String) -> Bool { files.contains(name) || imported.contains(name) }

  /// The same bytes for the same names.
  var bytes: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("schema")
    json.string(OutputList.schema)
    for (key, names) in [("files", files), ("imported", imported)] {
      json.key(key)
      json.beginArray()
      for name in names.sorted() { json.string(name) }
      json.endArray()
    }
    json.endObject()
    return json.bytes
  }
}

extension FileManager {
  /// Bytes of a regular file that is no symbolic link.
  fileprivate func sizeOfFile(_ path: String) -> Int? {
    guard let attributes = try? attributesOfItem(atPath: path),
      attributes[.type] as? FileAttributeType == .typeRegular
    else { return nil }
    return attributes[.size] as? Int
  }
}
