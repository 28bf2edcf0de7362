import Foundation

/// Real files kept beside the package, where they are.
enum SharedData {
  static let folder: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.deletingLastPathComponent().path + "/shared/data"
  }()

  static func path(_ name: String) -> String { folder + "/" + name }

  static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}
