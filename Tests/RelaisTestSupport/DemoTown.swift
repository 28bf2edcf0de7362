import Foundation

/// The demonstration town as it is in the repository: its settings and sources, without what a run or a desk left there.
public enum DemoTown {
  public static let path: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.path + "/geodata/demo"
  }()

  /// Copies it.
  public static func copy(to folder: String) throws {
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["relais.yml", "sources"] {
      try manager.copyItem(atPath: path + "/" + name, toPath: folder + "/" + name)
    }
  }
}
