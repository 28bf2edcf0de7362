import Foundation

/// Real files kept beside the package, where they are.
public enum SharedData {
  public static let folder = shared + "/data"

  private static let shared: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.deletingLastPathComponent().path + "/shared"
  }()

  /// A file of a small case that once failed: `street-02/graph.gpkg` of the folder whose name begins
  /// so; the path of no file where there is none.
  public static func casePath(_ name: String) -> String {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    let cases = shared + "/cases"
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: cases)) ?? []
    let folder = folders.sorted().first { $0.hasPrefix(parts[0] + "-") } ?? parts[0]
    return ([cases, folder] + parts.dropFirst()).joined(separator: "/")
  }

  public static func path(_ name: String) -> String { folder + "/" + name }
}
