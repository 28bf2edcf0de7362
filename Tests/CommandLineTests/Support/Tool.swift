import Foundation
import RelaisTestSupport
import Testing

/// The built tool, run as its users run it.
enum Tool {
  /// The executable beside the test bundle.
  static let path: String = {
    // The bundle stands in the build folder; so does the tool.
    let starts =
      [Bundle.main.bundlePath, CommandLine.arguments[0]]
      + CommandLine.arguments.filter {
        $0.hasSuffix(".xctest")
      }
    for start in starts {
      var folder = URL(fileURLWithPath: start).resolvingSymlinksInPath()
      while folder.path != "/" {
        let tool = folder.appendingPathComponent("relais").path
        if Programs.has(tool), !isFolder(tool) { return tool }
        folder.deleteLastPathComponent()
      }
    }
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.appendingPathComponent(".build/debug/relais").path
  }()

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  static func run(
    _ arguments: String..., in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws -> Programs.Outcome {
    try run(arguments, in: folder, environment: environment)
  }

  static func run(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws -> Programs.Outcome {
    let outcome = try Programs.run(path, arguments, in: folder.path, environment: environment)
    #expect(!outcome.isKilled, "\(arguments) crashed: \(outcome.errors)")
    return outcome
  }
}

extension Programs.Outcome {
  /// What was printed, as a JSON object.
  var json: JSON { get throws { try JSON(bytes) } }
}
