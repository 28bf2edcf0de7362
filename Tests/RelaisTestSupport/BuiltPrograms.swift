import Foundation

extension Programs {
  /// An executable of this package, as it was built beside the tests.
  public static func built(_ name: String) -> String {
    // The bundle stands in the build folder; so does the program.
    let starts =
      [Bundle.main.bundlePath, CommandLine.arguments[0]]
      + CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
    for start in starts {
      var folder = URL(fileURLWithPath: start).resolvingSymlinksInPath()
      while folder.path != "/" {
        let program = folder.appendingPathComponent(name).path
        if has(program), !isFolder(program) { return program }
        folder.deleteLastPathComponent()
      }
    }
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.appendingPathComponent(".build/debug").appendingPathComponent(name).path
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
