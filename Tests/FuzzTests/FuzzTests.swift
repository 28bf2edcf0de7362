import Foundation
import FuzzTargets
import RelaisTestSupport
import Testing

/// Each parser of our own takes or refuses thousands of broken inputs, and those that once broke it. A trap ends the whole run: the
/// target is then the one that has started and not ended, and `Scripts/fuzz` finds the input.
@Suite(.serialized) struct FuzzTests {
  /// Broken inputs a target; `RELAIS_FUZZ=100000` for more.
  private static let count =
    ProcessInfo.processInfo.environment["RELAIS_FUZZ"].flatMap { Int($0) } ?? 3000

  @Test(arguments: FuzzTarget.allCases)
  func everyInputIsTakenOrRefused(target: FuzzTarget) throws {
    let seeds = target.seeds
    #expect(!seeds.isEmpty)
    for seed in seeds { try target.read(seed) }
    var mutations = FuzzMutations(seed: 20_261_201)
    let began = ContinuousClock.now
    for number in 0..<Self.count {
      let mutant = mutations.mutant(of: seeds[number % seeds.count], among: seeds)
      do { try target.read(mutant) } catch {
        Issue.record("\(target) \(number): \(error) of \(mutant)")
      }
      // Files take longer than texts; none may hang.
      if ContinuousClock.now - began > .seconds(60) { break }
    }
  }

  /// What fuzzing found is kept as a file whose name begins with its target.
  @Test func whatOnceBrokeAParserNoLongerDoes() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Found")
    let found = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    for file in found where file.lastPathComponent != "README.md" {
      let name = file.lastPathComponent.prefix { $0 != "-" }
      let target = try #require(FuzzTarget(rawValue: String(name)), "\(name)")
      try target.read([UInt8](Data(contentsOf: file)))
    }
  }
}
