import Foundation
import RelaisFormats
import RelaisGeo

/// A report made by a program of its own, so that what it takes of memory and time is not the desk's.
enum MadePage {
  /// The most it may take.
  private static let seconds = 600

  /// - Parameter reader: As `relais report --for` has it.
  /// - Throws: ``Problem`` where it cannot be made now.
  static func report(
    _ reader: String, of territory: String, in language: String
  ) throws -> [UInt8] {
    let folder =
      FileManager.default.temporaryDirectory.path + "/relais-" + Secret.make().prefix(16)
    guard mkdir(folder, 0o700) == 0 else { throw Problem(.unavailable) }  // -1 on failure
    Leftovers.add(folder)
    defer {
      try? FileManager.default.removeItem(atPath: folder)
      Leftovers.forget(folder)
    }
    let ending = OutsideProgram(path: "/proc/self/exe").run(
      [
        "report", "--for", reader, "--territory", territory, "--out", folder, "--quiet", "--lang",
        language,
      ], seconds: seconds)
    guard ending?.status == 0,
      let page = FileManager.default.contents(atPath: folder + "/\(reader).html")
    else { throw Problem(.unavailable) }
    return [UInt8](page)
  }
}
