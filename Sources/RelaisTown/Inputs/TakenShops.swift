import CoverageEngine
import RelaisRegistry

/// Shops of the streets' extracts, taken in the pass that takes the streets.
struct TakenShops {
  /// What shops are; a table that cannot be read is reported when the candidates' turn comes.
  let categories: Result<CategoryTable, any Error>
  /// What each extract asked has, for ``CandidatesImporter/taken``.
  private(set) var byFile: [String: Imported<CandidateSource>] = [:]
  private let files: InputFiles

  init(_ files: InputFiles) {
    self.files = files
    categories = Result { try files.territory?.categories() ?? .standard }
  }

  /// The streets of a file; its shops are kept, where the run asks for them.
  mutating func streets(
    of file: String, _ mapping: ColumnMapping, in surroundings: Surroundings
  ) throws -> Imported<StreetSections> {
    // With a registry the map is asked whether its relays are still there.
    let isAsked = files.registry != nil || files[.candidates].contains(file)
    let read = try StreetsImporter.read(
      file, layer: files.layers[.streets], mapping: mapping, in: surroundings,
      shopsBy: isAsked ? try? categories.get() : nil)
    byFile[file] = read.shops
    return read.streets
  }
}
