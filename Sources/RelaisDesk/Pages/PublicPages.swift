import Foundation
import Hummingbird
import RelaisFormats
import RelaisGeo
import RelaisRegistry

/// The public page, always current: anybody may read it.
///
/// A program of its own makes it, so that what that takes of memory and time is not the desk's.
struct PublicPages {
  let state: DeskState

  /// The most it may take.
  private static let seconds = 600

  var routes: [DeskRoute] {
    [
      DeskRoute(.get, "/public", .anybody) { _, _ in
        let bytes = try await state.publicPage.value(
          of: RegistryMark(of: state.territory.registryFile)
        ) { [territory = state.territory] in
          try await Blocking.long.run { try PublicPages.make(territory.folder) }
        }
        var response = Reply.page(bytes)
        // It brings its own policy, by the hashes of its scripts.
        response.headers[.contentSecurityPolicy] = "frame-ancestors 'none'"
        response.headers[.cacheControl] = "public, max-age=60"
        return response
      }
    ]
  }

  private static func make(_ territory: String) throws -> [UInt8] {
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
        "report", "--for", "public", "--territory", territory, "--out", folder, "--quiet",
      ], seconds: seconds)
    guard ending?.status == 0, let page = FileManager.default.contents(
      atPath: folder + "/public.html")
    else { throw Problem(.unavailable) }
    return [UInt8](page)
  }
}
