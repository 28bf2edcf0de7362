import Foundation
import RelaisTestSupport
import Testing

/// The built tool, run as its users run it.
enum Tool {
  /// The executable beside the test bundle.
  static let path = Programs.built("relais")

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
