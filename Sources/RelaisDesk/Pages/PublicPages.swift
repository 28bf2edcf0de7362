import Hummingbird
import RelaisRegistry
import RelaisTown
import RelaisWording

/// The public page, always current: anybody may read it.
///
/// A program of its own makes it, so that what that takes of memory and time is not the desk's.
struct PublicPages {
  let state: DeskState

  var routes: [DeskRoute] {
    [
      DeskRoute(.get, "/public", .anybody) { _, _ in
        let bytes = try await state.publicPage.value(
          of: RegistryMark(of: state.territory.registryFile)
        ) { [territory = state.territory, language = state.wording.language.code] in
          try await Blocking.long.run {
            try MadePage.report("public", of: territory.folder, in: language)
          }
        }
        var response = Reply.page(bytes)
        // It brings its own policy, by the hashes of its scripts.
        response.headers[.contentSecurityPolicy] = "frame-ancestors 'none'"
        response.headers[.cacheControl] = "public, max-age=60"
        return response
      }
    ]
  }
}
