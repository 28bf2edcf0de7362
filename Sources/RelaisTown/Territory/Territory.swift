public import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisRegistry
import RelaisReports
public import RelaisWording

/// A town's folder: `relais.yml`, the files it was given, what is made of them.
public struct Territory: Sendable {
  public let folder: String
  private(set) var configuration: TerritoryConfiguration
  /// Shared by all copies of this value: a program that keeps one checks the registry once.
  private let registryAsLeft = RegistryAsLeft()

  public init(at folder: String) throws {
    var isFolder: ObjCBool = false
    let file = folder + "/relais.yml"
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
      isFolder.boolValue,
      FileManager.default.fileExists(atPath: file)
    else { throw TerritoryError.notFound(folder: folder) }
    self.folder = folder
    configuration = try TerritoryConfiguration(file: file)
  }

  /// The same, with other layers read than its configuration names, each for its kind.
  public func reading(layers: [InputKind: String]) -> Territory {
    var copy = self
    copy.configuration.layers.merge(layers) { _, asked in asked }
    return copy
  }

  /// What tells that something a map is made of has changed, without reading it: the configuration and every file it is
  /// given. The registry is not among them.
  public var inputState: InputState {
    InputState(
      files: Dictionary(
        ([folder + "/relais.yml"] + calendarFiles + InputKind.allCases.flatMap(files))
          .map { ($0, FileState(of: $0)) }, uniquingKeysWith: { first, _ in first }))
  }

  public struct InputState: Hashable, Sendable {
    fileprivate let files: [String: FileState]
  }

  /// What its results are written in; `nil` where the configuration does not say.
  public var language: Language? { configuration.language }

  /// The town's name, as the configuration gives it.
  public var name: String { configuration.name }

  /// The precious file: the only one that cannot be made again.
  public var registryFile: String { folder + "/registry.gpkg" }

  /// What may be deleted at any time.
  var cacheFolder: String { folder + "/cache" }

  /// Opens the registry; points that other programs move are judged against ``TerritoryExtent``.
  ///
  /// - Throws: `RegistryError`.
  func registry(for access: RegistryStore.Access) throws -> RegistryStore {
    try RegistryStore(
      path: registryFile, for: access, left: registryAsLeft,
      within: { TerritoryExtent.box(of: self) })
  }

  public var outputFolder: String { folder + "/out" }

  public func sourceFolder(_ kind: InputKind) -> String { folder + "/sources/\(kind.word)" }

  /// Further years of the school calendar: those named, else by name all of `calendar/*.csv`.
  var calendarFiles: [String] {
    switch configuration.calendarSource {
    case .none: return []
    case .files(let named): return named.map { $0.hasPrefix("/") ? $0 : folder + "/" + $0 }
    case .folder: break
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/calendar")) ?? []
    return names.filter { $0.lowercased().hasSuffix(".csv") && !$0.hasPrefix(".") }.sorted()
      .map { folder + "/calendar/" + $0 }
  }

  /// The files of a kind: those the configuration names, else all in its folder, by name.
  ///
  /// Notes people leave beside data (`LISEZMOI`, `README`, `*.md`) and hidden files are not data.
  public func files(_ kind: InputKind) -> [String] {
    if let named = configuration.files[kind] {
      return named.map { $0.hasPrefix("/") ? $0 : folder + "/" + $0 }
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: sourceFolder(kind))) ?? []
    return names.filter { name in
      let lower = name.lowercased()
      return !name.hasPrefix(".") && !lower.hasSuffix(".md") && !lower.hasPrefix("lisezmoi")
        && !lower.hasPrefix("readme") && !ForeignFormat.isCompanion(name, among: names)
    }.sorted().map { sourceFolder(kind) + "/" + $0 }
  }
}
