import CoverageEngine
import RelaisRegistry

/// Shops of the streets' extracts, taken in the pass that takes the streets.
struct TakenShops {
  /// What shops are; a table that cannot be read is reported when the candidates' turn comes.
  let categories: Result<CategoryTable, any Error>
  /// What each extract asked has, for ``CandidatesImporter/taken``.
  var byFile: [String: Imported<CandidateSource>] = [:]
  private let files: InputFiles

  init(_ files: InputFiles) {
    self.files = files
    categories = Result { try files.territory?.categories() ?? .standard }
  }

  /// What shops are, where those of a file are asked for; `nil` for none.
  func categories(askedOf file: String) -> CategoryTable? {
    // With a registry the map is asked whether its relays are still there.
    let isAsked = files.registry != nil || files[.candidates].contains(file)
    return isAsked ? try? categories.get() : nil
  }
}
