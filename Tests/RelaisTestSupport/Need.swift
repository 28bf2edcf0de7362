import Foundation
public import Testing

/// What a test takes from the machine, apart from the package: a program, real data, a right.
///
/// A test whose need is not met must not pass: it is skipped, and the runner says so with the
/// remedy. With `CI=true`, where everything is installed and the data lie beside the clone, it
/// fails.
public struct Need: Sendable {
  /// What is needed, as a person would name it.
  public var name: String
  /// How to get it.
  public var remedy: String
  private var isMet: @Sendable () throws -> Bool

  public init(
    _ name: String, remedy: String, isMet: @escaping @Sendable () throws -> Bool
  ) {
    self.name = name
    self.remedy = remedy
    self.isMet = isMet
  }

  /// Whether the test can run.
  ///
  /// - Throws: `UnmetNeed` if it cannot, and continuous integration runs it.
  func isMet(inContinuousIntegration isCI: Bool) throws -> Bool {
    if (try? isMet()) == true { return true }
    if isCI { throw UnmetNeed(need: self) }
    return false
  }

  /// Whether continuous integration runs the tests.
  static let isContinuousIntegration = ProcessInfo.processInfo.environment["CI"] == "true"
}

/// A need that is not met where every need must be.
struct UnmetNeed: Error, CustomStringConvertible {
  var need: Need

  var description: String { "CI=true, and \(need.name) is missing: \(need.remedy)" }
}

extension Trait where Self == ConditionTrait {
  /// Runs the test if the need is met; otherwise skips it, or fails it with `CI=true`.
  public static func needs(_ need: Need) -> Self {
    .enabled("needs \(need.name): \(need.remedy)") {
      try need.isMet(inContinuousIntegration: Need.isContinuousIntegration)
    }
  }

  /// Runs the test if the program is installed.
  public static func needs(_ program: Program) -> Self { needs(.program(program)) }
}
