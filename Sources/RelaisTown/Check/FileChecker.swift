public import CoverageEngine
import RelaisFormats
public import RelaisGeo
public import RelaisReports
public import RelaisWording

/// Looks at files as the territory that holds them would read them, else as any file.
public final class FileChecker {
  private let search: TerritorySearch
  private let system: ReferenceSystem?
  private let layers: [InputKind: String]
  /// The findings of each territory's last run, by its folder.
  private var saidByRuns: [String: [UInt8]] = [:]
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

  /// The school calendar of the territory that the files checked so far are of, the first one's; `nil` without a territory,
  /// and where its calendar's files cannot be read.
  public private(set) var calendar: FrenchCalendar?

  /// What a file holds; writes nothing.
  ///
  /// - Throws: what the importers throw.
  public func check(_ file: String) throws -> CheckedFile {
    let territory = try search.findIfAny(else: file)
    let folder = territory?.folder ?? ""
    let setting = settings[folder] ?? CheckSetting(territory, system: system, layers: layers)
    if settings[folder] == nil, calendar == nil, let territory {
      let holidays = try? SchoolCalendarFiles.read(territory.calendarFiles).holidays
      calendar = holidays.map { territory.configuration.calendar($0) }
    }
    settings[folder] = setting
    return try CheckedFile.read(file, in: setting)
  }

  /// What is said of a file that was checked; what the last run of its territory said of it, too, is marked.
  public func summary(of checked: CheckedFile, _ words: Wording) throws -> CheckSummary {
    var summary = checked.summary
    guard !summary.findings.isEmpty, let territory = try search.findIfAny(else: summary.file)
    else { return summary }
    let folder = territory.folder
    if saidByRuns[folder] == nil {
      // Others' files in the place of results are none.
      let isOurs = OutputList(in: territory.outputFolder)?.contains("findings.csv") ?? false
      saidByRuns[folder] =
        isOurs ? (try? InputFile(path: territory.outputFolder + "/findings.csv").bytes) ?? [] : []
    }
    summary.known = FindingsCSV.known(
      summary.findings, FindingNames([]), in: saidByRuns[folder] ?? [], words)
    return summary
  }
}
