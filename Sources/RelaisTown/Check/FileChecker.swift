public import RelaisGeo

/// Looks at files as the territory that holds them would read them, else as any file.
public final class FileChecker {
  private let search: TerritorySearch
  private let system: ReferenceSystem?
  /// By the territory's folder.
  private var settings: [String: CheckSetting] = [:]

  /// - Parameter referenceSystem: Stands before a territory's own.
  public init(_ search: TerritorySearch, referenceSystem: ReferenceSystem? = nil) {
    self.search = search
    system = referenceSystem
  }

  /// What a file holds; writes nothing.
  ///
  /// - Throws: what the importers throw.
  public func check(_ file: String) throws -> CheckedFile {
    let territory = try search.findIfAny(else: file)
    let folder = territory?.folder ?? ""
    let setting = settings[folder] ?? CheckSetting(territory, system: system)
    settings[folder] = setting
    return try CheckedFile.read(file, in: setting)
  }
}
