import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// How files are read that `relais check` and `relais import` look at: as a territory reads them, or as any file.
final class CheckSetting {
  /// `nil` for plain files.
  let territory: Territory?
  private let system: ReferenceSystem?
  private let layers: [InputKind: String]
  /// What a run of the territory reads projected coordinates in where nothing says so.
  private lazy var suitedSystem = Result { try suited() }

  /// - Parameters:
  ///   - system: Stands before the territory's own.
  ///   - layers: Likewise, each for its kind.
  init(
    _ territory: Territory?, system: ReferenceSystem? = nil, layers: [InputKind: String] = [:]
  ) {
    self.territory = territory
    self.layers = layers
    self.system = system ?? territory?.configuration.referenceSystem
  }

  func mapping(_ kind: InputKind) -> ColumnMapping {
    territory?.configuration.columns[kind] ?? ColumnMapping()
  }

  func layer(_ kind: InputKind) -> String? {
    layers[kind] ?? territory?.configuration.layers[kind]
  }

  /// What the territory takes a file for; `nil` for one that is not among its files.
  func kind(of file: String) -> InputKind? {
    guard let territory else { return nil }
    let own = CheckSetting.resolved(file)
    return InputKind.allCases.first { kind in
      territory.files(kind).contains { CheckSetting.resolved($0) == own }
    }
  }

  /// Reads with the system that is given; coordinates that need another, with the one that suits the streets.
  ///
  /// - Throws: what `body` throws, and what reading the streets throws where it comes to that.
  func reading<Value>(_ body: (Surroundings) throws -> Value) throws -> Value {
    do { return try body(Surroundings(system)) } catch let error as FormatError {
      guard case .unknownReferenceSystem = error, let suited = try suitedSystem.get() else {
        throw error
      }
      return try body(Surroundings(suited))
    }
  }

  /// `nil` where a system is given, and without streets.
  private func suited() throws -> ReferenceSystem? {
    guard system == nil, let territory else { return nil }
    let files = InputFiles(filesOf: territory)
    guard !files[.streets].isEmpty else { return nil }
    return try StreetInputs.read(files).referenceSystem
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}
