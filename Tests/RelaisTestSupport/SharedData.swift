import Foundation

/// Real files kept beside the package, where they are.
public enum SharedData {
  public static let folder: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.deletingLastPathComponent().path + "/shared/data"
  }()

  public static func path(_ name: String) -> String { folder + "/" + name }
}
