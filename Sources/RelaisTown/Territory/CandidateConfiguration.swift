import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisWording
import Yams

/// What `relais.yml` says of candidates.
struct CandidateSettings {
  /// A table of categories, its path relative to the territory; `categories.csv` unless given.
  var categories: String?
  /// Communes other than the town's own whose establishments count, by INSEE code.
  var communes: [String] = []
  /// Whether shops of the streets' own extract count; `nil`: where no list of places is given.
  var takesShopsOfStreets: Bool?
}

extension TerritoryConfiguration {
  static let candidateKeys = ["candidates"]

  /// - Parameter bad: makes the error of a value, with what was expected, at a node.
  mutating func readCandidates(
    _ value: Node, bad: (_ expected: String, _ at: Node?) -> TerritoryError
  ) throws {
    if value.null != nil || value.scalar?.string.isEmpty ?? false { return }
    let expected = "{ categories: categories.csv, communes: [\"54395\"], streets: true }"
    guard let mapping = value.mapping else { throw bad(expected, nil) }
    for (key, node) in mapping {
      switch key.string {
      case "categories":
        guard let file = node.scalar?.string, !file.isEmpty else { throw bad(expected, node) }
        candidates.categories = file
      case "communes":
        let codes = node.scalar.map { [$0.string] } ?? node.array().compactMap(\.scalar?.string)
        guard codes.allSatisfy(TownCode.isValid), codes.count == max(1, node.array().count)
        else { throw bad("[\"54395\", \"54547\"]", node) }
        candidates.communes = codes
      case "streets":
        guard let flag = node.bool else { throw bad("true, false", node) }
        candidates.takesShopsOfStreets = flag
      default: throw bad(expected, key)
      }
    }
  }
}

extension Territory {
  /// The table of categories a run uses, if it has one of its own.
  var categoriesFile: String? {
    if let named = configuration.candidates.categories {
      return named.hasPrefix("/") ? named : folder + "/" + named
    }
    let file = folder + "/categories.csv"
    return FileManager.default.fileExists(atPath: file) ? file : nil
  }

  func categories() throws -> CategoryTable {
    try categoriesFile.map { try CategoriesImporter.read($0) } ?? .standard
  }

  /// The communes whose establishments are taken from a register; none for all.
  var candidateCommunes: Set<String> {
    Set(configuration.candidates.communes + configuration.communes)
  }

  /// The files of candidates, and the streets' own extract where its shops count.
  var candidateFiles: [String] {
    let files = files(.candidates)
    let extracts = streetExtracts
    let takesShops =
      configuration.candidates.takesShopsOfStreets
      ?? files.allSatisfy { ((try? SireneReader.kind(ofFileAt: $0)) ?? nil) != nil }
    return takesShops ? extracts.filter { !files.contains($0) } + files : files
  }

  /// The streets' files that are OpenStreetMap extracts.
  var streetExtracts: [String] { files(.streets).filter { isExtract($0) } }

  private func isExtract(_ file: String) -> Bool {
    if case .openStreetMap? = (try? InputFormat(ofFileAt: file))?.kind { true } else { false }
  }
}
