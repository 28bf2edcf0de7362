public import CoverageEngine
public import RelaisGeo

/// Looks at files as the territory that holds them would read them, else as any file.
public final class FileChecker {
  private let search: TerritorySearch
  private let system: ReferenceSystem?
  private let layers: [InputKind: String]
  /// By the territory's folder.
  private var settings: [String: CheckSetting] = [:]

  /// - Parameters:
  ///   - referenceSystem: Stands before a territory's own.
  ///   - layers: Likewise, each for its kind.
  public init(
    _ search: TerritorySearch, referenceSystem: ReferenceSystem? = nil,
    layers: [InputKind: String] = [:]
  ) {
    self.search = search
    self.layers = layers
    system = referenceSystem
  }

  /// What a file holds; writes nothing.
  ///
  /// - Throws: what the importers throw.
  public func check(_ file: String) throws -> CheckedFile {
    let territory = try search.findIfAny(else: file)
    let folder = territory?.folder ?? ""
    let setting = settings[folder] ?? CheckSetting(territory, system: system, layers: layers)
    settings[folder] = setting
    return try CheckedFile.read(file, in: setting)
  }
}
