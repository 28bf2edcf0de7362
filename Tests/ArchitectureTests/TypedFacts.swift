/// Where a value may be its raw value or a text: at the edges, where files, tables and pages are read
/// and written. Between targets it keeps its type.
enum TypedFacts {
  /// Beginnings of the paths of edges.
  private static let edges = [
    // Formats and C libraries, whose own codes they are.
    "RelaisGeo/", "RelaisFormats/",
    // Types that know their own raw values.
    "CoverageEngine/",
    // Tables of the registry, and the words of files.
    "RelaisRegistry/Records/", "RelaisRegistry/Store/", "RelaisRegistry/Desk/",
    "RelaisRegistry/Import/",
    // Files and pages.
    "RelaisReports/Adherents/", "RelaisReports/Agent/AgentComposer.swift",
    "RelaisReports/Agent/AgentTasksTable.swift", "RelaisReports/CSV/",
    "RelaisReports/GeoPackage/", "RelaisReports/HTML/", "RelaisReports/Hours/",
    "RelaisReports/JSON/", "RelaisReports/Material/CheckSummary.swift",
    "RelaisReports/Material/FeatureID.swift", "RelaisReports/Material/GeocodingTally.swift",
    "RelaisReports/Material/ShareClass.swift", "RelaisReports/National/",
    "RelaisTown/Geocode/GeocodedFile.swift", "RelaisTown/Territory/TerritoryConfiguration.swift",
    // What people type, and what browsers and programs send and are sent.
    "coverage-cli/Options/", "RelaisTown/Change/FactText.swift", "RelaisDesk/",
  ]

  /// - Parameter path: Below `Sources/`, for example `CoverageEngine/Model/Area.swift`.
  /// - Returns: A sentence for each rule the file breaks.
  static func violations(path: String, source: String) -> [String] {
    let text = SourceText(source)
    // What a text interpolates is code, too.
    let code = ([text.code] + text.texts).joined(separator: "\n")
    var found: [String] = []
    if !path.hasPrefix("coverage-cli/"), code.contains("facts: [String") {
      found.append("\(path) passes facts as texts")
    }
    if !edges.contains(where: path.hasPrefix),
      code.contains(".rawValue") || code.contains("(rawValue:")
    {
      found.append("\(path) passes raw values")
    }
    return found
  }
}
