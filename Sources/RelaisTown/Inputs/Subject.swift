public import CoverageEngine
import Foundation
public import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisWording

/// What a question is asked of: a territory, or plain files in its place.
public enum Subject: Sendable {
  /// - Parameters:
  ///   - referenceSystem: Stands before the territory's own.
  ///   - layers: Likewise, each for its kind.
  case territory(
    Territory, referenceSystem: ReferenceSystem? = nil, layers: [InputKind: String] = [:])
  case files(PlainFiles)

  /// Every file it names.
  package var files: [String] {
    switch self {
    case .territory(let territory, _, _):
      InputKind.allCases.flatMap(territory.files) + territory.calendarFiles
        + (territory.categoriesFile.map { [$0] } ?? [])
    case .files(let plain):
      plain.streets + plain.relays + plain.schools + plain.addresses + plain.catchments
        + [plain.boundary, plain.districts, plain.priorityAreas].compactMap { $0 }
    }
  }

  /// Whether a folder is its own folder of results, however the path is written.
  func owns(_ folder: String) -> Bool {
    guard case .territory(let territory, _, _) = self else { return false }
    func plain(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
    return plain(folder) == plain(territory.outputFolder)
  }

  var isPlain: Bool {
    if case .files = self { true } else { false }
  }

  /// The files with those of schools and homes.
  ///
  /// A territory's are among them already. Addresses named with plain streets are homes, not house
  /// numbers.
  func withPlaces(_ files: InputFiles) -> InputFiles {
    guard case .files(let plain) = self else { return files }
    var files = files
    files.files[.schools] = plain.schools
    files.files[.addresses] = plain.addresses
    files.files[.catchments] = plain.catchments
    return files
  }

  /// The files to read, and how to measure on them.
  ///
  /// - Throws: `AnalysisParameters.Invalid`, `RegistryError`; `TerritoryError.noStreets`.
  func inputs(
    _ measure: Measure, _ work: Work
  ) throws -> (files: InputFiles, parameters: AnalysisParameters) {
    switch self {
    case .files(let plain):
      let parameters = try measure.parameters()
      return (InputFiles(plain, parameters), parameters)
    case .territory(let territory, let system, let layers):
      var files = try InputFiles(territory, stamp: work.stamp)
      if let system { files.referenceSystem = system }
      files.layers.merge(layers) { $1 }
      if files[.streets].isEmpty { throw TerritoryError.noStreets(folder: territory.folder) }
      let parameters = try measure.parameters(over: territory.configuration)
      files.take(parameters)
      return (files, parameters)
    }
  }
}
